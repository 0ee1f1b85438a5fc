import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../../platform/jobs/job.ts'
import type { CampaignsDeps } from '../deps.ts'
import { runCampaigns } from './run-campaigns.ts'

/** Every minute. */
const runJob = defineJob({
  id: 'campaigns.run',
  payload: z.object({}),
  schedule: '* * * * *',
  keepFinishedSeconds: 600,
})

export const campaignsJobs: readonly AnyJob[] = [runJob]

export function campaignsHandlers(deps: CampaignsDeps): readonly JobHandler[] {
  return [
    handles(runJob, async () => {
      const { started, sent, ended } = await runCampaigns(deps)
      if (started + sent + ended > 0) deps.log.info({ started, sent, ended }, 'campaigns went on')
    }),
  ]
}
