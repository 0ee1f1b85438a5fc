import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import type { ConclusionsDeps } from './deps.ts'
import { tellBeforeReview } from './tell.ts'

const nightlyJob = defineJob({ id: 'conclusions.nightly', payload: z.object({}), schedule: '33 4 * * *' })

export const conclusionsJobs: readonly AnyJob[] = [nightlyJob]

export function conclusionsHandlers(deps: ConclusionsDeps & { readonly log: Log }): readonly JobHandler[] {
  return [
    handles(nightlyJob, async () => {
      const items = await tellBeforeReview(deps)
      if (items > 0) deps.log.info({ items }, 'conclusions: owners told that the next meeting looks at them')
    }),
  ]
}
