import { z } from 'zod'
import { type AnyJob, defineJob } from '../../platform/jobs/job.ts'

/**
 * Every hour, though digests are due at one of them: what was due while no worker ran goes as soon as one does. What waits
 * knows itself from when on it may go.
 */
export const digestJob = defineJob({
  id: 'notifications.digest',
  payload: z.object({}),
  schedule: '3 * * * *',
})

/** Every night: forgets what was told long ago. */
export const forgetJob = defineJob({
  id: 'notifications.forget',
  payload: z.object({}),
  schedule: '37 3 * * *',
})

export const notificationsJobs: readonly AnyJob[] = [digestJob, forgetJob]
