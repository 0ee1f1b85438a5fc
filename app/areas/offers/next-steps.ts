/** What is offered waits for the office of the town, or for who may decide because nobody works there. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { countWaitingOffers, waitingUnattended } from '../checklist/index.ts'
import type { OffersOfficeDeps } from './deps.ts'
import { placeName } from './notices.ts'

export function offersNextSteps(deps: OffersOfficeDeps): NextSteps {
  return async (actor, translator) => [
    ...(await officerSteps(deps, actor, translator)),
    ...(await countrySteps(deps, actor, translator)),
  ]
}

async function officerSteps(deps: OffersOfficeDeps, { roles }: Actor, translator: Translator): Promise<NextStep[]> {
  const towns = new Set(
    roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    ),
  )
  const { db } = deps.database
  const steps: NextStep[] = []
  for (const id of towns) {
    const count = await countWaitingOffers(db, id)
    const [town] = count > 0 ? await deps.readPlaces(db, [id]) : []
    if (!town) continue
    const text = translator.t('offers.next', { count })
    steps.push({ rank: 'somebody-waits', text, where: placeName(translator, town), href: urls.officeOffers(town) })
  }
  return steps
}

async function countrySteps(deps: OffersOfficeDeps, { roles }: Actor, { t, tag }: Translator): Promise<NextStep[]> {
  const associations = roles.flatMap(({ role, scope }) =>
    role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
  )
  const secretariat = roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')
  if (associations.length === 0 && !secretariat) return []
  const own = associations.length > 0 ? await deps.countriesOf(associations) : []
  const steps: NextStep[] = []
  for (const { country, count } of await waitingUnattended(deps.database.db)) {
    if (!own.includes(country) && (!secretariat || (await deps.isCoordinated(country)))) continue
    const text = t('offers.nextFor', { count })
    steps.push({ rank: 'care', text, where: countryName(country, tag), href: urls.officeOffersIn(country) })
  }
  return steps
}
