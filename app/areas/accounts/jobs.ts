import { z } from 'zod'
import { type AnyJob, defineJob } from '../../platform/jobs/job.ts'

const askedLink = z.strictObject({
  email: z.email(),
  to: z.string().optional(),
  /** Of a form on which strangers begin: they get a link too, in this language (code). */
  language: z.string().optional(),
})
export type AskedLink = z.infer<typeof askedLink>

/** Somebody asked for a link: whether the address is known is looked up here, away from the answer they see. */
export const linkJob = defineJob({
  id: 'accounts.link',
  payload: askedLink,
  // Somebody waits in front of a screen; later they will have asked again.
  retries: { limit: 4, firstDelaySeconds: 2, longestDelaySeconds: 60 },
  keepFinishedSeconds: 3_600,
})

export const accountsJobs: readonly AnyJob[] = [linkJob]
