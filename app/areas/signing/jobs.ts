import { z } from 'zod'
import { type AnyJob, defineJob, handles, type JobHandler } from '../../platform/jobs/job.ts'
import { inviteAfterElections } from './afterwards/elections.ts'
import type { SigningDeps } from './deps.ts'
import { remindOfDays } from './remind.ts'

/** Every night: invitations after elections, reminders of days that were promised. */
const nightlyJob = defineJob({ id: 'signing.nightly', payload: z.object({}), schedule: '41 3 * * *' })

export const signingJobs: readonly AnyJob[] = [nightlyJob]

export function signingHandlers(deps: SigningDeps): readonly JobHandler[] {
  return [
    handles(nightlyJob, async () => {
      const invited = await inviteAfterElections(deps)
      const reminded = await remindOfDays(deps)
      if (invited + reminded > 0) deps.log.info({ invited, reminded }, 'the Pact: councils invited, people reminded')
    }),
  ]
}
