import { actOf } from '../platform/audit/audit.ts'
import { type Command, say, UsageFault, withServices } from './command.ts'

/** The way back for somebody who has lost app, recovery codes and passkeys: an operator who knows who is asking. */
export const command: Command = {
  options: {},
  run: async ([email]) => {
    if (!email) throw new UsageFault('Give the e-mail address of the person: safe-towns reset-second-factor EMAIL')
    return withServices(async ({ accounts, jobs, clock }) => {
      await jobs.start()
      const act = actOf('command', 'accounts.reset-second-factor', clock.now())
      const known = await accounts.sessions.resetSecondFactor(act, email.trim().toLowerCase())
      say(known ? 'reset; the person is told by mail' : 'nobody has this address')
      return known ? 0 : 1
    })
  },
}
