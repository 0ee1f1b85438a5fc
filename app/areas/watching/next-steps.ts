/** Readers wait for the town; what a town has left lying waits for its association. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import type { WatchingOfficeDeps } from './deps.ts'
import { countFindings } from './findings/finding-store.ts'
import { townName } from './notices.ts'
import { overdueTowns, waitingReports } from './report-store.ts'

export function watchingNextSteps(deps: WatchingOfficeDeps): NextSteps {
  return async (actor, translator) => [
    ...(await officerSteps(deps, actor, translator)),
    ...(await findingSteps(deps, actor, translator)),
    ...(await helperSteps(deps, actor, translator)),
  ]
}

/** Towns that somebody works for. */
const townsOf = ({ roles }: Actor): string[] => [
  ...new Set(
    roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    ),
  ),
]

async function officerSteps(deps: WatchingOfficeDeps, actor: Actor, translator: Translator): Promise<NextStep[]> {
  const { db } = deps.database
  const waiting = Map.groupBy(await waitingReports(db, townsOf(actor)), ({ authority }) => authority)
  const steps: NextStep[] = []
  for (const [authority, reports] of waiting) {
    const town = await deps.readAuthority(db, authority)
    if (!town) continue
    const text = translator.t('watching.next', { count: reports.length })
    const where = townName(translator, town)
    steps.push({ rank: 'somebody-waits', text, where, href: urls.officeReports(town), due: reports[0]?.due })
  }
  return steps
}

/** What the nightly checks found. */
async function findingSteps(deps: WatchingOfficeDeps, actor: Actor, translator: Translator): Promise<NextStep[]> {
  const { db } = deps.database
  const steps: NextStep[] = []
  for (const { authority, count, urgent } of await countFindings(db, townsOf(actor))) {
    const town = await deps.readAuthority(db, authority)
    if (!town) continue
    const text = translator.t('watching.findings.next', { count })
    const rank = urgent > 0 ? 'safety' : 'care'
    steps.push({ rank, text, where: townName(translator, town), href: urls.officeFindings(town) })
  }
  return steps
}

/** The page of the town's people: whom to call is what a coordinator can do about it; the secretariat where there is none. */
async function helperSteps(deps: WatchingOfficeDeps, { roles }: Actor, translator: Translator): Promise<NextStep[]> {
  const associations = roles.flatMap(({ role, scope }) =>
    role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
  )
  const secretariat = roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')
  if (associations.length === 0 && !secretariat) return []
  const { db } = deps.database
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const steps: NextStep[] = []
  for (const { authority, count, due } of await overdueTowns(db, today, true)) {
    const own = (await deps.associationsOf(authority)).some((each) => associations.includes(each))
    const helps = own || (secretariat && (await deps.helpersOf(db, authority)).told === 'secretariat')
    const town = helps ? await deps.readAuthority(db, authority) : undefined
    if (!town) continue
    const text = translator.t('watching.nextOverdue', { count })
    steps.push({ rank: 'care', text, where: townName(translator, town), href: urls.townPeople(town), due })
  }
  return steps
}
