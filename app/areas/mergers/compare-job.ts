import { z } from 'zod'
import { defineJob } from '../../platform/jobs/job.ts'

/** Compares a list that was brought, about whose columns somebody has decided. */
export const compareListJob = defineJob({
  id: 'mergers.compare',
  payload: z.object({ id: z.uuid(), turn: z.int() }),
  retries: { limit: 3, firstDelaySeconds: 5, longestDelaySeconds: 60 },
  // A worker that has gone is noticed within half a minute.
  together: 1,
})
