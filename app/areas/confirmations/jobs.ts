import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { askProviders, endOvertaken } from './ask.ts'
import type { ConfirmationsDeps } from './deps.ts'
import { followUp } from './unanswered.ts'

/** Every morning. */
const askJob = defineJob({ id: 'confirmations.ask', payload: z.object({}), schedule: '41 5 * * *' })

export const confirmationsJobs: readonly AnyJob[] = [askJob]

export function confirmationsHandlers(deps: ConfirmationsDeps): readonly JobHandler[] {
  return [
    handles(askJob, async () => {
      await endOvertaken(deps)
      // A round that ends begins anew the same morning: whoever is silent stays on the lists of those who can help.
      const steps = await followUp(deps)
      const providers = await askProviders(deps)
      deps.log.info({ providers, steps }, 'providers asked whether all is still right')
    }),
  ]
}
