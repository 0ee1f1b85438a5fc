/** What an officer's towns have to do next: at most one step of each sort a town, so that the list stays short. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NextStep, NextSteps } from '../../../platform/session/next-step.ts'
import { urls } from '../../../urls.ts'
import { newestApproval } from '../approval-store.ts'
import { townClocks } from '../clock-store.ts'
import { countSame } from '../duplicates/same-services.ts'
import { failuresToTell } from '../feeds/feed-rules.ts'
import type { Feed } from '../feeds/feed-schema.ts'
import { listFeeds, stillThere } from '../feeds/feed-store.ts'
import { countLeft } from '../joining/joining-store.ts'
import { type KindState, missingFirst } from '../rules.ts'
import { countUnpublished, readKeptDraft } from '../service.ts'
import { unseenStandards } from '../standard-look-store.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from './deps.ts'
import { townOfServices } from './same-routes.tsx'
import { kindName } from './wording.ts'

/** For whom a person answers as officer or approver. */
export function checklistNextSteps(deps: OfficeChecklistDeps): NextSteps {
  return async ({ id: person, roles }, translator) => {
    const towns = new Set(
      roles.flatMap(({ role, scope }) =>
        scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
      ),
    )
    const steps: NextStep[] = []
    for (const id of towns) {
      const authority = await deps.readAuthority(id)
      if (!authority) continue
      const approves = roles.some(
        ({ role, scope }) => role === 'approver' && scope.kind === 'authority' && scope.id === id,
      )
      if (approves) steps.push(...(await approvalSteps(deps, translator, authority, person)))
      steps.push(...(await stepsOf(deps, translator, authority)))
    }
    return steps
  }
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
  const today = deps.clock.now().toZonedDateTimeISO(town.timeZone).toPlainDate()
  const draft = await readKeptDraft(deps.database, town.id)
  const unpublished = await countUnpublished(deps, town.id)
  const clocks = await townClocks(deps, town.id)
  const states = missingFirst(deps.checklist, draft, today, clocks, await deps.readKindsServedByOthers(town.id))
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
  const due = earliestDue(states)
  if (due) {
    const kind = kindName(translator, deps.checklist, due.kind.id)
    const protects = due.kind.reviewEveryMonths === 3
    steps.push({
      rank: protects ? 'safety' : 'care',
      text: t('checklist.next.review', {
        kind,
        others: states.filter(({ state }) => state === 'review-due').length - 1,
      }),
      where,
      href: urls.officeKind(town, due.kind.id),
      due: due.reviewDue === undefined ? undefined : Temporal.PlainDate.from(due.reviewDue),
    })
  }
  const count = await countSame(deps.database.db, await townOfServices(deps, town), draft)
  if (count > 0)
    steps.push({ rank: 'care', text: t('checklist.next.same', { count }), where, href: urls.officeSame(town) })
  steps.push(...(await standardSteps(deps, translator, town)))
  steps.push(...(await feedSteps(deps, translator, town)))
  if (unpublished > 0) {
    const text = t('checklist.next.publish', { count: unpublished })
    steps.push({ rank: 'unpublished', text, where, href: urls.officePublish(town) })
  }
  return steps
}

/** What directories wait for: at most one step of each sort. */
async function feedSteps(deps: OfficeChecklistDeps, { t, language }: Translator, town: OfficeAuthority) {
  const { db } = deps.database
  const where = town.names[language] ?? town.name
  const step = (feed: Feed, text: string): NextStep => {
    return { rank: 'care', text, where, href: urls.officeFeed(town, feed.id) }
  }
  const feeds = await listFeeds(db, town.id)
  const asking = feeds.find(({ results: [last] }) => last?.outcome === 'asks' || last?.outcome === 'sudden')
  const failing = feeds.find(({ failures }) => failures >= failuresToTell)
  const steps: NextStep[] = []
  if (asking) steps.push(step(asking, t('checklist.next.feedWaits')))
  if (failing) steps.push(step(failing, t('checklist.next.feedFails')))
  for (const feed of feeds) {
    const count = (await stillThere(db, feed)).length
    if (count === 0) continue
    steps.push(step(feed, t('checklist.next.feedGone', { count })))
    break
  }
  return steps
}

/** A standard text that the town uses has changed or was withdrawn: told until somebody has looked. */
async function standardSteps(
  deps: OfficeChecklistDeps,
  { t, language }: Translator,
  town: OfficeAuthority,
): Promise<NextStep[]> {
  const unseen = await unseenStandards(deps.database.db, town.id)
  const [first, ...others] = unseen
  if (!first) return []
  const where = town.names[language] ?? town.name
  const text = t(first.withdrawn ? 'checklist.next.standardWithdrawn' : 'checklist.next.standard', {
    others: others.length,
  })
  return [{ rank: 'care', text, where, href: urls.officeServiceStandard(town, first.service) }]
}

/** Contacts that protect come before the rest, then the longest overdue. */
function earliestDue(states: readonly KindState[]): KindState | undefined {
  const rank = ({ kind }: KindState) => (kind.reviewEveryMonths === 3 ? 0 : 1)
  return states
    .filter(({ state }) => state === 'review-due')
    .toSorted((a, b) => rank(a) - rank(b) || (a.reviewDue ?? '').localeCompare(b.reviewDue ?? ''))[0]
}
