/** What is somebody's to do next about meetings. */
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { handedBids, openReviews, readChoice, readSheets } from './call/bid-store.ts'
import { stageOfCall } from './call/call-rules.ts'
import { countOpenQuestions, readCall } from './call/call-store.ts'
import { standStep } from './call/stand-rules.ts'
import { dueAfter, nextMeeting, tasksFor } from './cycle-rules.ts'
import { type MeetingsOfficeDeps, nameOf, todayAt } from './deps.ts'
import type { Meeting } from './meeting-rules.ts'
import { readMeetings } from './meeting-store.ts'

type Deps = Pick<MeetingsOfficeDeps, 'database' | 'clock' | 'readTowns' | 'instanceName'>

/** A call is planned so long before its day. */
const ahead = { months: 3 } as const

export function meetingsNextSteps(deps: Deps): NextSteps {
  return async ({ id, roles }, translator) => {
    const ofInstance = (role: string) => roles.some((one) => one.role === role && one.scope.kind === 'instance')
    const towns = roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    )
    if (!ofInstance('secretariat') && !ofInstance('reviewer') && towns.length === 0) return []
    const given = { meetings: await readMeetings(deps.database.db), translator }
    return [
      ...(ofInstance('secretariat') ? await secretariatSteps(deps, given) : []),
      ...(ofInstance('reviewer') ? await reviewerSteps(deps, given, id) : []),
      ...(towns.length > 0 ? await townSteps(deps, given, towns) : []),
    ]
  }
}

interface Given {
  readonly meetings: readonly Meeting[]
  readonly translator: Translator
}

async function secretariatSteps(
  { database, clock, instanceName }: Deps,
  { meetings, translator: { t } }: Given,
): Promise<NextStep[]> {
  const { db } = database
  const waiting = await countOpenQuestions(db)
  const questions = meetings.flatMap((one): NextStep[] => {
    const count = waiting.get(one.id) ?? 0
    const text = t('meeting.next.questions', { count })
    const href = urls.officeCall(one.year, 'questions')
    return count > 0 ? [{ rank: 'somebody-waits', text, where: instanceName, href }] : []
  })
  const today = todayAt(clock.now())
  const hostless = await hostlessSteps(db, meetings, { now: clock.now(), t, instanceName })
  const due = dueAfter(meetings.filter(({ ends }) => ends !== null && ends < today))
  const next = nextMeeting(meetings, today)
  const callDue = due === undefined ? undefined : tasksFor(due).find(({ task }) => task === 'call')?.due
  const isDue = callDue !== undefined && callDue <= Temporal.PlainDate.from(today).add(ahead).toString()
  // Whoever has a host needs no call.
  const lacksCall = isDue && !next?.host && !(next && (await readCall(db, next.id))?.published)
  if (!lacksCall) return [...questions, ...hostless]
  const href = next ? urls.officeCall(next.year, 'call') : urls.officeMeetings()
  const step = { rank: 'missing', text: t('meeting.next.call'), where: instanceName, href } as const
  return [...questions, ...hostless, { ...step, due: Temporal.PlainDate.from(callDue) }]
}

/** How far the way to a host is, where the secretariat goes on. */
async function hostlessSteps(
  db: Db,
  meetings: readonly Meeting[],
  {
    now,
    t,
    instanceName,
  }: { readonly now: Temporal.Instant; readonly t: Translator['t']; readonly instanceName: string },
): Promise<NextStep[]> {
  const steps: NextStep[] = []
  for (const { id, year } of meetings.filter(({ host, ends }) => host === null && (ends ?? '9') >= todayAt(now))) {
    const call = await readCall(db, id)
    const stand = { call, choice: await readChoice(db, id), bids: (await handedBids(db, id)).length }
    const step = standStep({ ...stand, sheets: await readSheets(db, id) }, { now, today: todayAt(now, call?.zone) })
    if (!step) continue
    const href = urls.officeCall(year, step === 'reopened' ? 'call' : 'choice')
    steps.push({
      rank: 'somebody-waits',
      text: t(`meeting.next.${step}`, { year: `${year}` }),
      where: instanceName,
      href,
    })
  }
  return steps
}

async function reviewerSteps(
  { database, clock, instanceName }: Deps,
  { meetings, translator: { t } }: Given,
  person: string,
): Promise<NextStep[]> {
  const { db } = database
  const steps: NextStep[] = []
  for (const meeting of await openReviews(db, person)) {
    const found = meetings.find((one) => one.id === meeting)
    const call = found && (await readCall(db, meeting))
    if (!found || !call || stageOfCall(call, clock.now()) !== 'sealed') continue
    const step = { rank: 'somebody-waits', text: t('meeting.next.score'), where: instanceName } as const
    steps.push({ ...step, href: urls.hostReview(found.year), due: Temporal.PlainDate.from(call.scoresBy) })
  }
  return steps
}

async function townSteps(
  { database, clock, readTowns }: Deps,
  { meetings, translator }: Given,
  towns: readonly string[],
): Promise<NextStep[]> {
  const { db } = database
  const steps: NextStep[] = []
  for (const meeting of meetings.filter(({ host, ends }) => host === null && (ends ?? '9') >= todayAt(clock.now()))) {
    const choice = await readChoice(db, meeting.id)
    if (choice?.state !== 'offered' || !choice.runnerUp || !towns.includes(choice.runnerUp)) continue
    const [town] = await readTowns(db, [choice.runnerUp])
    if (!town) continue
    const text = translator.t('meeting.next.offer')
    steps.push({ rank: 'somebody-waits', text, where: nameOf(town, translator), href: urls.townMeetings(town) })
  }
  return steps
}
