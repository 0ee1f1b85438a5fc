/** Who waits for a decision about joining: shown to those whose decision it is. */
import type { Db } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Actor } from '../../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../../platform/session/next-step.ts'
import { urls } from '../../../urls.ts'
import { readAssociations } from '../../associations/index.ts'
import { nameIn, readAuthorities } from '../../authorities/index.ts'
import { authoritiesWaiting, listWaiting } from './request-store.ts'

export function peopleNextSteps(db: Db): NextSteps {
  return async (actor, translator) => [
    ...(await asApprover(db, actor, translator)),
    ...(await asCoordinator(db, actor, translator)),
    ...(await asSecretariat(db, actor, translator)),
  ]
}

function step({ t }: Translator, waiting: number, where: string, href: string): NextStep[] {
  if (waiting === 0) return []
  return [{ rank: 'somebody-waits', text: t('people.next.requests', { count: waiting }), where, href }]
}

const scopesOf = ({ roles }: Actor, wanted: 'approver' | 'coordinator'): string[] =>
  roles.flatMap(({ role, scope }) => (role === wanted && scope.kind !== 'instance' ? [scope.id] : []))

async function asApprover(db: Db, actor: Actor, translator: Translator): Promise<NextStep[]> {
  const steps: NextStep[] = []
  for (const town of await readAuthorities(db, scopesOf(actor, 'approver'))) {
    const waiting = await listWaiting(db, town.id)
    steps.push(...step(translator, waiting.length, nameIn(town, translator.language), urls.townPeople(town)))
  }
  return steps
}

/** Towns of theirs that have nobody who could decide. */
async function asCoordinator(db: Db, actor: Actor, translator: Translator): Promise<NextStep[]> {
  const steps: NextStep[] = []
  for (const union of await readAssociations(db, scopesOf(actor, 'coordinator'))) {
    const waiting = await authoritiesWaiting(db, union.id)
    const href = urls.peopleVouch(urls.associationPeople(union))
    steps.push(...step(translator, waiting.length, nameIn(union, translator.language), href))
  }
  return steps
}

async function asSecretariat(db: Db, { roles }: Actor, translator: Translator): Promise<NextStep[]> {
  if (!roles.some(({ role }) => role === 'secretariat')) return []
  const waiting = await authoritiesWaiting(db, undefined)
  return step(translator, waiting.length, translator.t('people.wholeInstance'), urls.instancePeople())
}
