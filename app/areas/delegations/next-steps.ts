/** While people can be registered, a signatory that has registered nobody is asked to. */
import type { NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { readMeetings } from '../meetings/index.ts'
import { delegationOf, readRegistration } from './delegate-store.ts'
import { type DelegationsDeps, nameOf } from './deps.ts'
import { stateOf } from './register-people.ts'

type Deps = Pick<DelegationsDeps, 'database' | 'clock' | 'readTowns' | 'hasSigned'>

export function delegationsNextSteps({ database: { db }, clock, readTowns, hasSigned }: Deps): NextSteps {
  return async ({ roles }, translator) => {
    const mine = roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    )
    if (mine.length === 0) return []
    const steps = []
    for (const meeting of await readMeetings(db)) {
      const registration = await readRegistration(db, meeting.id)
      if (stateOf(registration, meeting, clock.now()) !== 'open') continue
      for (const town of await readTowns(db, [...new Set(mine)])) {
        const known = (await delegationOf(db, meeting.id, town.id)).length > 0
        if (known || !(await hasSigned(db, town.id))) continue
        steps.push({
          ...{ rank: 'care' as const, text: translator.t('delegation.next', { year: `${meeting.year}` }) },
          ...{ where: nameOf(town, translator), href: urls.delegation(town, meeting.year) },
        })
      }
    }
    return steps
  }
}
