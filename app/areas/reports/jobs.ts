import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import type { Log } from '../../platform/log.ts'
import type { ReportsDeps } from './deps.ts'
import { remindTowns } from './remind.ts'

const nightlyJob = defineJob({ id: 'reports.nightly', payload: z.object({}), schedule: '23 4 * * *' })

export const reportsJobs: readonly AnyJob[] = [nightlyJob]

export function reportsHandlers(deps: ReportsDeps & { readonly log: Log }): readonly JobHandler[] {
  return [
    handles(nightlyJob, async () => {
      const towns = await remindTowns(deps)
      if (towns > 0) deps.log.info({ towns }, 'progress reports: towns without one reminded')
    }),
  ]
}
