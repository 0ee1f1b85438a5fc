/** What providers have sent and what they have not answered: for a town's officers, later for their association. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { waitingIn } from './change-store.ts'
import { refusedIn } from './contact-store.ts'
import { type ConfirmationsDeps, townName } from './deps.ts'
import { lettersWaiting } from './letter-store.ts'
import { type Unanswered, unansweredAt } from './silent-store.ts'
import { countUncontacted } from './uncontacted-store.ts'

type StepsDeps = Pick<ConfirmationsDeps, 'database' | 'townOf' | 'checklist' | 'associationsNamed' | 'instanceName'>

export function confirmationsNextSteps(deps: StepsDeps): NextSteps {
  return async (actor, translator) => {
    const { db } = deps.database
    const { towns, associations, secretariat } = placesOf(actor)
    const steps: NextStep[] = []
    for (const id of towns) {
      steps.push(...(await sentSteps(deps, translator, id)), ...(await refusedSteps(deps, translator, id)))
      steps.push(...(await letterSteps(deps, translator, id)), ...(await contactSteps(deps, translator, id)))
    }
    for (const one of await unansweredAt(db, { step: 'office', towns })) {
      steps.push(await unansweredStep(deps, translator, one))
    }
    for (const one of await deps.associationsNamed(db, associations)) {
      const silent = await unansweredAt(db, { step: 'association', associations: [one.id] })
      const where = one.names[translator.language] ?? one.name
      steps.push(...helperSteps(deps, translator, silent, { where, href: urls.associationSilentProviders(one) }))
    }
    if (secretariat) {
      const silent = await unansweredAt(db, { step: 'secretariat' })
      const place = { where: deps.instanceName, href: urls.instanceSilentProviders() }
      steps.push(...helperSteps(deps, translator, silent, place))
    }
    return steps
  }
}

/** Where somebody works, and whom they help. */
function placesOf({ roles }: Actor) {
  const ids = (kind: 'authority' | 'association', may: readonly string[]) => [
    ...new Set(roles.flatMap(({ role, scope }) => (scope.kind === kind && may.includes(role) ? [scope.id] : []))),
  ]
  return {
    towns: ids('authority', ['officer', 'approver']),
    associations: ids('association', ['coordinator']),
    secretariat: roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance'),
  }
}

async function sentSteps(deps: StepsDeps, translator: Translator, id: string): Promise<NextStep[]> {
  const waiting = await waitingIn(deps.database.db, id)
  if (!waiting) return []
  const town = await deps.townOf(deps.database.db, id)
  const text = translator.t('confirm.next.change', { count: waiting.count })
  const where = townName(town, translator)
  return [{ rank: 'somebody-waits', text, where, href: urls.officeProvider(town, waiting.service) }]
}

async function refusedSteps(deps: StepsDeps, translator: Translator, id: string): Promise<NextStep[]> {
  const refused = await refusedIn(deps.database.db, id)
  if (!refused) return []
  const town = await deps.townOf(deps.database.db, id)
  const text = translator.t('confirm.next.refused', { count: refused.count })
  return [{ rank: 'care', text, where: townName(town, translator), href: urls.officeProvider(town, refused.service) }]
}

async function letterSteps(deps: StepsDeps, translator: Translator, id: string): Promise<NextStep[]> {
  const { toPrint, toPost } = await lettersWaiting(deps.database.db, id)
  if (toPrint + toPost === 0) return []
  const town = await deps.townOf(deps.database.db, id)
  const { t } = translator
  const text = toPrint > 0 ? t('confirm.next.print', { count: toPrint }) : t('confirm.next.post', { count: toPost })
  return [{ rank: 'care', text, where: townName(town, translator), href: urls.officeLetters(town) }]
}

/** Services that families read and that nobody but the office confirms. */
async function contactSteps(deps: StepsDeps, translator: Translator, id: string): Promise<NextStep[]> {
  const count = await countUncontacted(deps.database.db, id)
  if (count === 0) return []
  const town = await deps.townOf(deps.database.db, id)
  const text = translator.t('confirm.next.who', { count })
  return [{ rank: 'care', text, where: townName(town, translator), href: urls.officeWhoConfirms(town) }]
}

/** Kinds that are checked every three months are those that families in danger call. */
const protectedMonths = 3

const rankOf = ({ checklist }: StepsDeps, kinds: readonly string[]): NextStep['rank'] =>
  kinds.some((kind) => checklist.byId(kind)?.reviewEveryMonths === protectedMonths) ? 'safety' : 'care'

/** One has its own page; several have the list. */
async function unansweredStep(
  deps: StepsDeps,
  translator: Translator,
  { authority, service, count, kinds }: Unanswered,
): Promise<NextStep> {
  const town = await deps.townOf(deps.database.db, authority)
  return {
    rank: rankOf(deps, kinds),
    text: translator.t('confirm.next.unanswered.office', { count }),
    where: townName(town, translator),
    href: count === 1 ? urls.officeProvider(town, service) : urls.officeSilentProviders(town),
  }
}

/** One line for all towns that somebody helps. */
function helperSteps(
  deps: StepsDeps,
  { t }: Translator,
  silent: readonly Unanswered[],
  place: Pick<NextStep, 'where' | 'href'>,
): NextStep[] {
  const count = silent.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return []
  const rank = rankOf(
    deps,
    silent.flatMap(({ kinds }) => kinds),
  )
  return [{ rank, text: t('confirm.next.unanswered.association', { count }), ...place }]
}
