/** What providers have sent and what they have not answered: for a town's officers, later for their association. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { waitingIn } from './change-store.ts'
import { refusedIn } from './contact-store.ts'
import { type ConfirmationsDeps, townName } from './deps.ts'
import { lettersWaiting } from './letter-store.ts'
import { type Unanswered, unansweredAt } from './step-store.ts'
import { countUncontacted } from './uncontacted-store.ts'

type StepsDeps = Pick<ConfirmationsDeps, 'database' | 'townOf' | 'checklist'>

export function confirmationsNextSteps(deps: StepsDeps): NextSteps {
  return async (actor, translator) => {
    const { db } = deps.database
    const { towns, associations, secretariat } = placesOf(actor)
    const steps: NextStep[] = []
    for (const id of towns) {
      steps.push(...(await sentSteps(deps, translator, id)), ...(await refusedSteps(deps, translator, id)))
      steps.push(...(await letterSteps(deps, translator, id)), ...(await contactSteps(deps, translator, id)))
    }
    const own = await unansweredAt(db, { step: 'office', towns })
    const helped = await unansweredAt(db, { step: 'association', associations })
    const others = secretariat ? await unansweredAt(db, { step: 'secretariat' }) : []
    for (const one of own) steps.push(await unansweredStep(deps, translator, one, 'office'))
    for (const one of [...helped, ...others]) steps.push(await unansweredStep(deps, translator, one, 'association'))
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

async function unansweredStep(
  deps: StepsDeps,
  translator: Translator,
  { authority, service, count, kinds }: Unanswered,
  whose: 'office' | 'association',
): Promise<NextStep> {
  const town = await deps.townOf(deps.database.db, authority)
  const protects = kinds.some((kind) => deps.checklist.byId(kind)?.reviewEveryMonths === protectedMonths)
  return {
    rank: protects ? 'safety' : 'care',
    text: translator.t(`confirm.next.unanswered.${whose}`, { count }),
    where: townName(town, translator),
    href: whose === 'office' ? urls.officeProvider(town, service) : urls.service(translator.language, town, service),
  }
}
