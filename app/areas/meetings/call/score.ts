/** The secretariat asks reviewers, who score bids, declare conflicts, hand in. */
import type { Act } from '../../../platform/audit/audit.ts'
import type { Db } from '../../../platform/db/tables.ts'
import type { MeetingsDeps } from '../deps.ts'
import { recordMeeting } from '../keep-meeting.ts'
import type { Meeting } from '../meeting-rules.ts'
import { handedBids, insertReviewer, readSheets, writeGiven, writeScores } from './bid-store.ts'
import { stageOfCall } from './call-rules.ts'
import { lockCall } from './call-store.ts'
import { conflictWith, type GivenScores, type ScoreConflict, type ScoredBid, unscored } from './score-rules.ts'
import { tellReviewer } from './tell.ts'

type Deps = Pick<MeetingsDeps, 'database' | 'readReviewer' | 'readTowns'>
type AskDeps = Pick<MeetingsDeps, 'database' | 'readReviewer' | 'readyToNotify' | 'notify'>
type Of = Pick<Meeting, 'id' | 'year'>

/** Bids that count, each with its country. */
export async function scoredBids({ readTowns }: Pick<Deps, 'readTowns'>, db: Db, meeting: string) {
  const bids = await handedBids(db, meeting)
  const towns = await readTowns(
    db,
    bids.map(({ authority }) => authority),
  )
  return bids.flatMap((bid) => {
    const town = towns.find(({ id }) => id === bid.authority)
    return town ? [{ ...bid, town, country: town.country }] : []
  })
}

/** They are told by mail. @returns false for somebody who is no reviewer. */
export async function assignHostReviewer(deps: AskDeps, act: Act, meeting: Of, person: string): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    const reviewer = await deps.readReviewer(tx, person)
    if (!reviewer || reviewer.countries.length === 0) return false
    if (!(await insertReviewer(tx, meeting.id, person, act.at))) return true
    await recordMeeting(tx, act, meeting)
    await tellReviewer(deps, tx, meeting, { person, call })
    return true
  })
}

export type ScoreOutcome = 'kept' | 'gone' | 'given' | ScoreConflict

/** What a reviewer does to one bid. `gone`: they were not asked, there is no such bid, or it may still be changed. */
async function changeScores(
  deps: Deps,
  act: Act,
  meeting: Of,
  { bid: id, scores }: { readonly bid: string; readonly scores: GivenScores | null },
): Promise<ScoreOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<ScoreOutcome> => {
    const call = await lockCall(tx, meeting.id)
    const person = act.person?.id ?? ''
    const sheet = (await readSheets(tx, meeting.id)).find((one) => one.person === person)
    const bid = (await scoredBids(deps, tx, meeting.id)).find((one) => one.id === id)
    const reviewer = await deps.readReviewer(tx, person)
    if (!call || stageOfCall(call, act.at) !== 'sealed' || !sheet || !bid || !reviewer) return 'gone'
    const before = sheet.bids.get(id)
    if (JSON.stringify(before) === JSON.stringify(scores)) return 'kept'
    if (sheet.given) return 'given'
    const conflict = conflictWith(reviewer, bid, sheet)
    if (conflict && scores) return conflict
    if (scores && scores.length !== call.criteria.length) return 'gone'
    await writeScores(tx, id, person, { scores, at: act.at })
    await recordMeeting(tx, act, meeting)
    return 'kept'
  })
}

export const scoreBid = (
  deps: Deps,
  act: Act,
  meeting: Of,
  given: { readonly bid: string; readonly scores: GivenScores },
) => changeScores(deps, act, meeting, given)

/** It takes them out of that bid for good. */
export const declareConflict = (deps: Deps, act: Act, meeting: Of, bid: string) =>
  changeScores(deps, act, meeting, { bid, scores: null })

/** From then on the scores stand. @returns what is still to be scored. */
export async function giveScores(deps: Deps, act: Act, meeting: Of): Promise<readonly ScoredBid[] | 'gone'> {
  return deps.database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    const person = act.person?.id ?? ''
    const sheet = (await readSheets(tx, meeting.id)).find((one) => one.person === person)
    const reviewer = await deps.readReviewer(tx, person)
    if (!call || stageOfCall(call, act.at) !== 'sealed' || !sheet || !reviewer) return 'gone'
    if (sheet.given) return []
    const left = unscored(reviewer, await scoredBids(deps, tx, meeting.id), sheet)
    if (left.length > 0) return left
    await writeGiven(tx, meeting.id, person, act.at)
    await recordMeeting(tx, act, meeting)
    return []
  })
}
