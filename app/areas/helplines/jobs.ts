import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { askForConfirmations } from './ask.ts'
import type { HelplinesJobsDeps } from './deps.ts'

/** Every morning. */
const askJob = defineJob({ id: 'helplines.ask', payload: z.object({}), schedule: '23 5 * * *' })

export const helplinesJobs: readonly AnyJob[] = [askJob]

export function helplinesHandlers(deps: HelplinesJobsDeps): readonly JobHandler[] {
  return [
    handles(askJob, async () => {
      const countries = await askForConfirmations(deps)
      deps.log.info({ countries }, 'help numbers to be confirmed')
    }),
  ]
}
