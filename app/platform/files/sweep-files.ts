/** Files to which nothing refers any more go in the night: whatever was withdrawn, replaced or erased. */
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Db } from '../db/tables.ts'
import { defineJob, handles, type JobHandler } from '../jobs/job.ts'
import type { Log } from '../log.ts'
import type { Files } from './files.ts'
import { filesBefore, forgetFile, lockFile } from './kept-file-store.ts'

/** After rows are deleted that have been kept long enough. */
export const sweepFilesJob = defineJob({ id: 'files.sweep', payload: z.object({}), schedule: '47 3 * * *' })

/** The names of files that an area refers to. */
export type FileReferences = (db: Db) => Promise<readonly string[]>

export interface SweepFilesDeps {
  readonly database: Pick<Database, 'db'>
  readonly files: Pick<Files, 'drop'>
  readonly clock: Clock
  readonly log: Pick<Log, 'info'>
  readonly references: readonly FileReferences[]
}

/** A request that keeps a file refers to it within seconds. */
const hours = 24

/** @returns how many have gone. */
export async function sweepFiles({ database, files, clock, references }: Omit<SweepFilesDeps, 'log'>): Promise<number> {
  const before = clock.now().subtract({ hours })
  const referred = async (db: Db) => new Set((await Promise.all(references.map((each) => each(db)))).flat())
  const known = await referred(database.db)
  let gone = 0
  for (const sha256 of (await filesBefore(database.db, before)).filter((one) => !known.has(one))) {
    const went = await database.db.transaction().execute(async (tx) => {
      if (!(await lockFile(tx, sha256, before))) return false
      // Somebody may have sent it again meanwhile, and refer to it.
      if ((await referred(tx)).has(sha256)) return false
      await files.drop(sha256)
      await forgetFile(tx, sha256)
      return true
    })
    if (went) gone += 1
  }
  return gone
}

export const sweepFilesHandler = (deps: SweepFilesDeps): JobHandler =>
  handles(sweepFilesJob, async () => {
    const files = await sweepFiles(deps)
    if (files > 0) deps.log.info({ files }, 'files to which nothing referred are gone')
  })
