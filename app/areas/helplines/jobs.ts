import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { askForConfirmations } from './ask.ts'
import { deleteActsBefore } from './change-store.ts'
import type { HelplinesJobsDeps } from './deps.ts'

/** Every morning. */
const askJob = defineJob({ id: 'helplines.ask', payload: z.object({}), schedule: '23 5 * * *' })

/** Every night: forgets the history that is older than three years. */
const forgetJob = defineJob({ id: 'helplines.forget', payload: z.object({}), schedule: '47 3 * * *' })

export const helplinesJobs: readonly AnyJob[] = [askJob, forgetJob]

const keptDays = 3 * 366

export function helplinesHandlers(deps: HelplinesJobsDeps): readonly JobHandler[] {
  return [
    handles(askJob, async () => {
      const countries = await askForConfirmations(deps)
      deps.log.info({ countries }, 'help numbers to be confirmed')
    }),
    handles(forgetJob, async () => {
      const before = deps.clock.now().subtract({ hours: keptDays * 24 })
      const forgotten = await deleteActsBefore(deps.database.db, before)
      deps.log.info({ forgotten }, 'old history of help numbers forgotten')
    }),
  ]
}
