import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { settleCounts } from './count-store.ts'
import { linksShown } from './link-store.ts'

/** Once an hour: nobody waits for it. */
const countResourcesJob = defineJob({ id: 'toolkit.count', payload: z.object({}), schedule: '38 * * * *' })

/** In the evening, before links are asked at night. */
const wantLinksJob = defineJob({ id: 'toolkit.want-links', payload: z.object({}), schedule: '12 19 * * *' })

export const toolkitJobs: readonly AnyJob[] = [countResourcesJob, wantLinksJob]

export interface ToolkitJobsDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  /** They are asked in the nights that follow. */
  wantLinks(db: Db, urls: readonly string[], at: Temporal.Instant): Promise<void>
}

export const toolkitHandlers = ({ database, clock, wantLinks }: ToolkitJobsDeps): readonly JobHandler[] => [
  handles(countResourcesJob, async () => {
    await database.db.transaction().execute(settleCounts)
  }),
  handles(wantLinksJob, async () => {
    const links = await linksShown(database.db)
    await wantLinks(database.db, [...new Set([...links.values()].flat())], clock.now())
  }),
]
