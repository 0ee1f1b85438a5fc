/** While people can be registered, whoever may come and has registered nobody is asked to. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { type Meeting, readMeetings } from '../meetings/index.ts'
import { delegationOf, readRegistration } from './delegate-store.ts'
import type { DelegationsDeps } from './deps.ts'
import { guestsOfContact } from './guest-store.ts'
import { stateOf } from './register-people.ts'
import type { Sender } from './schema.ts'
import { readSender } from './senders.ts'

type Deps = Pick<DelegationsDeps, 'database' | 'clock' | 'readTowns' | 'readAssociations' | 'hasSigned'>

export function delegationsNextSteps(deps: Deps): NextSteps {
  const { db } = deps.database
  return async ({ id, roles }, translator) => {
    const held = (kind: 'authority' | 'association', names: readonly string[]): Sender[] =>
      [
        ...new Set(roles.flatMap(({ role, scope }) => (scope.kind === kind && names.includes(role) ? [scope.id] : []))),
      ].map((one) => ({ kind, id: one }))
    const mine = [...held('authority', ['officer', 'approver']), ...held('association', ['coordinator'])]
    const guests = await guestsOfContact(db, id)
    if (mine.length + guests.length === 0) return []
    const steps: NextStep[] = []
    for (const meeting of await readMeetings(db)) {
      const registration = await readRegistration(db, meeting.id)
      const state = stateOf(registration, meeting, deps.clock.now())
      if (state === 'open')
        for (const sender of mine) steps.push(...(await stepsFor(deps, translator, meeting, sender)))
      // It is their only way there, beside the mail.
      if (state === 'over') continue
      for (const guest of guests.filter((one) => one.meeting === meeting.id))
        steps.push(...(await stepsFor(deps, translator, meeting, { kind: 'guest', id: guest.id })))
    }
    return steps
  }
}

async function stepsFor(deps: Deps, translator: Translator, meeting: Meeting, sender: Sender): Promise<NextStep[]> {
  const { db } = deps.database
  const known = sender.kind !== 'guest' && (await delegationOf(db, meeting.id, sender)).length > 0
  if (known || (sender.kind === 'authority' && !(await deps.hasSigned(db, sender.id)))) return []
  const from = await readSender(deps, db, sender)
  if (!from) return []
  const text = translator.t('delegation.next', { year: `${meeting.year}` })
  return [{ rank: 'care', text, where: from.name(translator), href: urls.delegation(from.place, meeting.year) }]
}
