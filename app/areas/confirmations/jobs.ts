import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { askProviders } from './ask.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { followUp } from './unanswered.ts'

/** Every morning. */
const askJob = defineJob({ id: 'confirmations.ask', payload: z.object({}), schedule: '41 5 * * *' })

export const confirmationsJobs: readonly AnyJob[] = [askJob]

export function confirmationsHandlers(deps: ConfirmationsDeps): readonly JobHandler[] {
  return [
    handles(askJob, async () => {
      const providers = await askProviders(deps)
      const steps = await followUp(deps)
      deps.log.info({ providers, steps }, 'providers asked whether all is still right')
    }),
  ]
}
