import { z } from 'zod'
import type { Database } from '../../platform/db/database.ts'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { settleCounts } from './count-store.ts'

/** Once an hour: nobody waits for it. */
const countResourcesJob = defineJob({ id: 'toolkit.count', payload: z.object({}), schedule: '38 * * * *' })

export const toolkitJobs: readonly AnyJob[] = [countResourcesJob]

export const toolkitHandlers = ({ database }: { readonly database: Pick<Database, 'db'> }): readonly JobHandler[] => [
  handles(countResourcesJob, async () => {
    await database.db.transaction().execute(settleCounts)
  }),
]
