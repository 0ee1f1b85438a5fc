/** The secretariat keeps the call, towns ask about it, the secretariat answers everybody. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { MeetingsDeps } from '../deps.ts'
import { announceMeeting, recordMeeting } from '../keep-meeting.ts'
import type { Meeting } from '../meeting-rules.ts'
import { candidatesOf, forgetScores, readChoice } from './bid-store.ts'
import { asksSame, type CallFacts, type HostCall, mayMoveDeadline, stageOfCall } from './call-rules.ts'
import { insertQuestion, lockCall, readQuestion, writeAnswer, writeCall } from './call-store.ts'
import { type TellDeps, tellAnswer } from './tell.ts'

type Deps = Pick<MeetingsDeps, 'database'>
type Of = Pick<Meeting, 'id' | 'year'>

/** The database gives the keys of what it keeps as JSON in an order of its own. */
const saysSame = (one: CallFacts, other: CallFacts): boolean =>
  one.opens.equals(other.opens) && one.deadline.equals(other.deadline) && isDeepStrictEqual(textOf(one), textOf(other))
const textOf = ({ zone, scoresBy, requirements, criteria, documents }: CallFacts) => ({
  ...{ zone, scoresBy, requirements, criteria, documents },
})

/** A criterion is known by its place: once bids are scored by them, they stay. */
const changesCriteria = (before: HostCall | undefined, facts: CallFacts, now: Temporal.Instant): boolean =>
  before !== undefined && stageOfCall(before, now) === 'sealed' && !isDeepStrictEqual(before.criteria, facts.criteria)

export async function keepCall(
  { database }: Deps,
  act: Act,
  meeting: Of,
  given: { readonly facts: CallFacts; readonly publish: boolean; readonly seen: number },
): Promise<'kept' | 'conflict' | 'deadline' | 'closed'> {
  return database.db.transaction().execute(async (tx) => {
    const { facts, publish, seen } = given
    const before = await lockCall(tx, meeting.id)
    const published = publish || before?.published === true
    if (before && saysSame(before, facts) && before.published === published) return 'kept'
    if ((before?.revision ?? 0) !== seen) return 'conflict'
    const reopened = (await readChoice(tx, meeting.id))?.state === 'reopened'
    if (!mayMoveDeadline(before, facts.deadline, { now: act.at, reopened })) return 'deadline'
    if (changesCriteria(before, facts, act.at)) return 'closed'
    if (before && !asksSame(before.criteria, facts.criteria)) await forgetScores(tx, meeting.id, undefined)
    await writeCall(tx, meeting.id, facts, { at: act.at, published })
    await announceMeeting(tx, meeting)
    await recordMeeting(tx, act, meeting)
    return 'kept'
  })
}

/** @returns false where there is no call to ask about, or nothing was asked. */
export async function askAboutCall(
  { database }: Deps,
  act: Act,
  meeting: Of,
  given: { readonly id: string; readonly authority: string; readonly text: string },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    if (!call || !['announced', 'open'].includes(stageOfCall(call, act.at))) return false
    const question = { ...given, meeting: meeting.id }
    if (await insertQuestion(tx, question, { by: act.person?.id ?? null, at: act.at }))
      await recordMeeting(tx, act, meeting, given.authority)
    return true
  })
}

/** The answer is everybody's; who asked is not told, so the secretariat can put the question in other words. */
export async function answerAboutCall(
  deps: Pick<MeetingsDeps, 'database' | 'readyToNotify'> & TellDeps,
  act: Act,
  meeting: Of,
  given: { readonly question: string; readonly text: string; readonly answer: string },
): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    await lockCall(tx, meeting.id)
    const question = await readQuestion(tx, given.question)
    if (question?.meeting !== meeting.id) return false
    if (!(await writeAnswer(tx, { ...given, meeting: meeting.id }, act.at))) return true
    await announceMeeting(tx, meeting)
    await recordAudit(tx, act, {
      ...{ authority: null, subject: `meeting ${meeting.id}`, detail: { question: given.question } },
    })
    const candidates = await candidatesOf(tx, meeting.id)
    await tellAnswer(deps, tx, act, meeting, { ...given, asker: question.authority, candidates })
    return true
  })
}
