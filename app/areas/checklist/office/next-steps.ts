/** What towns and associations have to do next: at most one step of each sort, so that the list stays short. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { Care } from '../../../platform/session/care.ts'
import type { NextStep, NextSteps } from '../../../platform/session/next-step.ts'
import { urls } from '../../../urls.ts'
import { newestApproval } from '../approval-store.ts'
import { countSame } from '../duplicates/same-services.ts'
import { knownUntil } from '../hours/school-holidays.ts'
import { countLeft } from '../joining/joining-store.ts'
import type { ServiceFacts } from '../schema.ts'
import { countUnpublished, schoolHolidaysOf } from '../service.ts'
import { reviewCare, standardCare, statesOf, wordsCare } from './care.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from './deps.ts'
import { directorySteps, feedCare } from './feeds/feed-steps.ts'
import { townOfServices } from './same-routes.tsx'
import { kindName } from './wording.ts'

/** For whom a person answers as officer, approver or coordinator. */
export function checklistNextSteps(deps: OfficeChecklistDeps): NextSteps {
  return async ({ id: person, roles }, translator) => {
    const towns = new Set(
      roles.flatMap(({ role, scope }) =>
        scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
      ),
    )
    const steps: NextStep[] = await directorySteps(deps, translator, { roles })
    for (const id of towns) {
      const authority = await deps.readAuthority(id)
      if (!authority) continue
      const approves = roles.some(
        ({ role, scope }) => role === 'approver' && scope.kind === 'authority' && scope.id === id,
      )
      if (approves) steps.push(...(await approvalSteps(deps, translator, authority, person)))
      steps.push(...(await stepsOf(deps, translator, authority)))
    }
    for (const id of await nationalOf(deps, roles)) {
      const authority = await deps.readAuthority(id)
      if (!authority || towns.has(id)) continue
      steps.push(...(await approvalSteps(deps, translator, authority, person)))
      // A country need not offer every kind itself: only what it has begun is to be looked after.
      steps.push(...(await stepsOf(deps, translator, authority)).filter(({ rank }) => rank !== 'missing'))
    }
    return steps
  }
}

/** Offices of countries, which the coordinators of their associations look after. */
function nationalOf(deps: OfficeChecklistDeps, roles: Parameters<NextSteps>[0]['roles']): Promise<readonly string[]> {
  const own = roles.flatMap(({ role, scope }) =>
    role === 'coordinator' && scope.kind === 'association' ? [scope.id] : [],
  )
  return own.length > 0 ? deps.nationalOffices(own) : Promise.resolve([])
}

/** A colleague waits for a second pair of eyes; one's own request waits for others. */
async function approvalSteps(
  deps: OfficeChecklistDeps,
  translator: Translator,
  town: OfficeAuthority,
  person: string,
): Promise<NextStep[]> {
  const request = await newestApproval(deps.database.db, town.id)
  if (request?.state !== 'asked' || request.askedBy === person) return []
  const where = town.names[translator.language] ?? town.name
  const text = translator.t('checklist.next.approve')
  return [{ rank: 'somebody-waits', text, where, href: urls.officePublish(town), due: request.due }]
}

async function stepsOf(deps: OfficeChecklistDeps, translator: Translator, town: OfficeAuthority): Promise<NextStep[]> {
  const { today, draft, states } = await statesOf(deps, town)
  const unpublished = await countUnpublished(deps, town.id)
  const where = town.names[translator.language] ?? town.name
  const { t } = translator
  const steps: NextStep[] = []
  const left = await countLeft(deps.database.db, town.id)
  if (left > 0) {
    const text = t('joining.next', { count: left })
    steps.push({ rank: 'somebody-waits', text, where, href: urls.officeJoining(town) })
  }
  const missing = states.filter(({ state }) => state === 'unanswered' || state === 'needs-service')
  if (missing[0]) {
    const kind = kindName(translator, deps.checklist, missing[0].kind.id)
    const text = t(`checklist.next.${missing[0].state === 'unanswered' ? 'answer' : 'service'}`, {
      kind,
      others: missing.length - 1,
    })
    steps.push({ rank: 'missing', text, where, href: urls.officeKind(town, missing[0].kind.id) })
  }
  const step = ({ rank, href, due, say }: Care): NextStep => ({ rank, text: say(translator), where, href, due })
  steps.push(...reviewCare(deps, town, states).map(step))
  const count = await countSame(deps.database.db, await townOfServices(deps, town), draft)
  if (count > 0)
    steps.push({ rank: 'care', text: t('checklist.next.same', { count }), where, href: urls.officeSame(town) })
  const others = [await standardCare(deps, town), await wordsCare(deps, town), await feedCare(deps, town)]
  steps.push(...others.flat().map(step))
  if (draft.services.some(({ facts }) => dependsOnSchool(facts)) && !(await knowsSchoolHolidays(deps, town, today))) {
    steps.push({ rank: 'care', text: t('checklist.next.school'), where, href: urls.officeSchoolHolidays(town) })
  }
  if (unpublished > 0) {
    const text = t('checklist.next.publish', { count: unpublished })
    steps.push({ rank: 'unpublished', text, where, href: urls.officePublish(town) })
  }
  return steps
}

const dependsOnSchool = ({ hours: { schoolHolidays } }: ServiceFacts): boolean =>
  schoolHolidays !== undefined && schoolHolidays.rule !== 'as-usual'

/** Time enough to ask a school. */
const weeksAhead = 3

async function knowsSchoolHolidays(
  deps: OfficeChecklistDeps,
  { id }: OfficeAuthority,
  today: Temporal.PlainDate,
): Promise<boolean> {
  const areas = (await deps.readAreasOf(id)).map((area) => area.id)
  const until = knownUntil((await schoolHolidaysOf(deps.database.db, id, areas))?.ranges ?? [], today)
  return until !== undefined && Temporal.PlainDate.compare(today.add({ weeks: weeksAhead }), until) <= 0
}
