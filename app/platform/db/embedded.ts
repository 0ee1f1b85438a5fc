import { join } from 'node:path'
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { cube } from '@electric-sql/pglite/contrib/cube'
import { earthdistance } from '@electric-sql/pglite/contrib/earthdistance'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { Kysely, PGliteDialect, sql } from 'kysely'
import type { Database } from './database.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate, pendingMigrations, type ScriptRunner } from './migrate.ts'
import type { IntakeTables, PublishedTables, Tables } from './tables.ts'

const extensions = { btree_gist, cube, earthdistance, pg_trgm }

/**
 * The default of 128 MB of shared buffers is cleared at every start, which takes longer than opening the database. One
 * connection serves everybody: it may hold a town of thousands of services in memory, and sorts and compares it there.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB', '-c', 'work_mem=32MB']

/** Bytes at once: PGlite's own way goes through an array of texts, a second for a list of some megabytes. */
const bytes = {
  parsers: { [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') },
  serializers: { [types.BYTEA]: (given: Uint8Array) => `\\x${Buffer.from(given).toString('hex')}` },
}

/** Opens the database of a data folder, alone. @throws {FolderInUse} while another process has it open. */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const unlock = lockFolder(dataDir)
  try {
    const pglite = await PGlite.create(join(dataDir, 'database'), { ...bytes, extensions, startParams })
    return overPglite(pglite, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * A database in memory: for tests.
 *
 * @param options.fs where its files are; left out, a new one is laid out.
 * @param options.startParams beside those of every database; the last one of a name counts.
 */
export async function openInMemory({
  startParams: more = [],
  ...options
}: Pick<PGliteOptions, 'fs' | 'initDbStartParams' | 'startParams'> = {}): Promise<
  Database & { dump(): Promise<Blob> }
> {
  const pglite = await PGlite.create({ ...options, ...bytes, extensions, startParams: [...startParams, ...more] })
  return Object.assign(
    overPglite(pglite, () => undefined),
    { dump: () => pglite.dumpDataDir('none') },
  )
}

function overPglite(pglite: PGlite, afterClose: () => void): Database {
  const dialect = new PGliteDialect({ pglite })
  const db = new Kysely<Tables>({ dialect })
  const reader = new Kysely<PublishedTables>({ dialect })
  const intake = new Kysely<IntakeTables>({ dialect })
  const runner: ScriptRunner = { run: async (script) => (await pglite.exec(script)).at(-1)?.rows ?? [] }
  return {
    kind: 'embedded',
    db,
    // One connection serves everybody, so the role is taken for the length of one transaction.
    read: (query) =>
      reader
        .transaction()
        .setAccessMode('read only')
        .execute(async (tx) => {
          await sql`set local role safe_towns_reader`.execute(tx)
          return query(tx)
        }),
    take: (insert) =>
      intake.transaction().execute(async (tx) => {
        await sql`set local role safe_towns_intake`.execute(tx)
        await insert(tx)
      }),
    listen: async (channel, onMessage) => {
      await pglite.listen(channel, onMessage)
    },
    // One connection: its listeners were called before the writing query ended.
    heard: async () => undefined,
    jobStore: async () => (await import('pg-boss')).fromPglite(pglite),
    migrate: () => migrate(runner),
    pendingMigrations: () => pendingMigrations(runner),
    close: async () => {
      await db.destroy()
      afterClose()
    },
  }
}
