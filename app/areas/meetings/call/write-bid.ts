/** A town writes its bid, hands it in, withdraws it. */
import { isDeepStrictEqual } from 'node:util'
import type { Act } from '../../../platform/audit/audit.ts'
import type { MeetingsDeps } from '../deps.ts'
import { recordMeeting } from '../keep-meeting.ts'
import type { Fault } from '../meeting-form.ts'
import type { Meeting } from '../meeting-rules.ts'
import { type BidFacts, blankBid, missingIn } from './bid-form.ts'
import { type Bid, bidOf, forgetScores, readChoice, writeBid, writeChoice, writeWithdrawn } from './bid-store.ts'
import { stageOfCall } from './call-rules.ts'
import { lockCall } from './call-store.ts'
import { type TellDeps, tellSecretariat } from './tell.ts'

type Deps = Pick<MeetingsDeps, 'database' | 'hasSigned'>
type Of = Pick<Meeting, 'id' | 'year'>

/** `closed`: the deadline has passed. `notOpen`: there is no call yet. `unsigned`: only signatories bid. */
export type BidRefusal = 'closed' | 'notOpen' | 'unsigned'
export type BidOutcome =
  | { readonly outcome: 'kept' | 'conflict' | BidRefusal }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }

export interface BidChange {
  readonly id: string
  readonly authority: string
  readonly seen: number
}

type BidAfter = Pick<Bid, 'facts' | 'files' | 'state'>

const saysSame = (one: BidAfter, other: BidAfter): boolean =>
  isDeepStrictEqual([one.facts, one.files], [other.facts, other.files])

/** By the clock of the server: whoever is late by a second is late. */
export async function changeBid(
  { database, hasSigned }: Deps,
  act: Act,
  meeting: Of,
  { id, authority, seen }: BidChange,
  change: (before: Bid | undefined) => BidAfter | readonly Fault[],
): Promise<BidOutcome> {
  return database.db.transaction().execute(async (tx): Promise<BidOutcome> => {
    const call = await lockCall(tx, meeting.id)
    const stage = call && stageOfCall(call, act.at)
    const before = await bidOf(tx, meeting.id, authority)
    const after = change(before)
    if ('facts' in after && before?.state === after.state && saysSame(before, after)) return { outcome: 'kept' }
    if (stage === 'sealed') return { outcome: 'closed' }
    if (stage !== 'open') return { outcome: 'notOpen' }
    if (!(await hasSigned(tx, authority))) return { outcome: 'unsigned' }
    if (!('facts' in after)) return { outcome: 'faults', faults: after }
    if ((before?.revision ?? 0) !== seen) return { outcome: 'conflict' }
    const by = { by: act.person?.id ?? null, at: act.at }
    // After a reopening: what was changed is scored again, what was not keeps its scores.
    if (before && !saysSame(before, after)) await forgetScores(tx, meeting.id, authority)
    await writeBid(tx, { id: before?.id ?? id, meeting: meeting.id, authority, ...after }, by)
    await recordMeeting(tx, act, meeting, authority)
    return { outcome: 'kept' }
  })
}

/** One that was handed in stays so while it is changed, as long as it says what it must. */
export const saveBid = (
  deps: Deps,
  act: Act,
  meeting: Of,
  { facts, ...given }: BidChange & { readonly facts: BidFacts },
) =>
  changeBid(deps, act, meeting, given, (before) => {
    const files = before?.files ?? []
    if (before?.state !== 'handed') return { facts, files, state: 'draft' }
    const missing = missingIn(facts)
    return missing.length > 0 ? missing : { facts, files, state: 'handed' }
  })

export const handIn = (deps: Deps, act: Act, meeting: Of, given: BidChange) =>
  changeBid(deps, act, meeting, given, (before) => {
    const { facts, files } = before ?? { facts: blankBid, files: [] }
    const missing = missingIn(facts)
    return missing.length > 0 ? missing : { facts, files, state: 'handed' }
  })

/**
 * At any time until it is chosen: nobody is held to receive the others. A runner-up that withdraws is none any longer, and
 * the secretariat is told. @returns false where there is nothing to withdraw.
 */
export async function withdrawBid(
  deps: Pick<MeetingsDeps, 'database' | 'readyToNotify'> & TellDeps,
  act: Act,
  meeting: Of,
  authority: string,
): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    await lockCall(tx, meeting.id)
    const bid = await bidOf(tx, meeting.id, authority)
    const choice = await readChoice(tx, meeting.id)
    if (!bid || choice?.host === authority) return false
    if (bid.state === 'withdrawn') return true
    const by = { by: act.person?.id ?? null, at: act.at }
    await writeWithdrawn(tx, bid, by)
    await recordMeeting(tx, act, meeting, authority)
    if (choice?.runnerUp !== authority) return true
    const state = choice.state === 'offered' ? 'withdrawn' : choice.state
    await writeChoice(tx, meeting.id, { host: choice.host, runnerUp: null, state }, by)
    await tellSecretariat(deps, tx, act, meeting, { authority, word: choice.host ? 'second-gone' : 'nobody-left' })
    return true
  })
}
