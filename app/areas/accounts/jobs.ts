import { z } from 'zod'
import { type AnyJob, defineJob } from '../../platform/jobs/job.ts'

/** Somebody asked for a link: whether the address is known is looked up here, away from the answer they see. */
export const linkJob = defineJob({
  id: 'accounts.link',
  payload: z.strictObject({ email: z.email(), to: z.string().optional() }),
  // Somebody waits in front of a screen; later they will have asked again.
  retries: { limit: 4, firstDelaySeconds: 2, longestDelaySeconds: 60 },
  keepFinishedSeconds: 3_600,
})

export const accountsJobs: readonly AnyJob[] = [linkJob]
