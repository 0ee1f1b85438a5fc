import { z } from 'zod'
import { defineJob, handles, type JobHandler } from '../../../platform/jobs/job.ts'
import { pullFeeds } from './pull-feeds.ts'
import type { FeedDeps } from './settle-pull.ts'

/** Every ten minutes: what is due by the clocks of the towns; and at once when somebody wants to look. */
export const pullFeedsJob = defineJob({ id: 'checklist.pull-feeds', payload: z.object({}), schedule: '*/10 * * * *' })

export function pullFeedsHandler(deps: FeedDeps): JobHandler {
  return handles(pullFeedsJob, async () => {
    const feeds = await pullFeeds(deps)
    if (feeds > 0) deps.log.info({ feeds }, 'feeds fetched')
  })
}
