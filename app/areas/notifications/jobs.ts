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

export const notificationsJobs: readonly AnyJob[] = [digestJob]
