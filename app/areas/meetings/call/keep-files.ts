/** Letters of a bid and documents of a call come and go as files; once bids are sealed nothing comes. */
import { isDeepStrictEqual } from 'node:util'
import type { Act } from '../../../platform/audit/audit.ts'
import type { MeetingsDeps } from '../deps.ts'
import { announceMeeting, recordMeeting } from '../keep-meeting.ts'
import type { Meeting } from '../meeting-rules.ts'
import { blankBid } from './bid-form.ts'
import { handedBids, writeBidFiles } from './bid-store.ts'
import { stageOfCall } from './call-rules.ts'
import { lockCall, writeCallFiles } from './call-store.ts'
import {
  mostDocuments,
  mostLetters,
  type PresentFile,
  presentIn,
  takenOut,
  withFile,
  withoutFile,
} from './file-rules.ts'
import { type BidChange, changeBid } from './write-bid.ts'

type Deps = Pick<MeetingsDeps, 'database'>
type Of = Pick<Meeting, 'id' | 'year'>

/** To a bid as it stands; where there is none, it begins one. */
export const addLetter = (
  deps: Pick<MeetingsDeps, 'database' | 'hasSigned'>,
  act: Act,
  meeting: Of,
  { letter, ...given }: BidChange & { readonly letter: PresentFile },
) =>
  changeBid(deps, act, meeting, given, (before) => {
    const files = withFile(before?.files ?? [], letter)
    if (presentIn(files).length > mostLetters) return [{ field: 'file', code: 'most' }]
    return { facts: before?.facts ?? blankBid, files, state: before?.state === 'handed' ? 'handed' : 'draft' }
  })

export const removeLetter = (
  deps: Pick<MeetingsDeps, 'database' | 'hasSigned'>,
  act: Act,
  meeting: Of,
  { sha256, ...given }: BidChange & { readonly sha256: string },
) =>
  changeBid(deps, act, meeting, given, (before) => {
    const { facts, files, state } = before ?? { facts: blankBid, files: [], state: 'draft' as const }
    return { facts, files: withoutFile(files, sha256), state }
  })

/** Out of a sealed bid, by the secretariat: what must not be seen. @returns false where there is no such bid. */
export async function takeOutLetter(
  { database }: Deps,
  act: Act,
  meeting: Of,
  { bid: id, sha256 }: { readonly bid: string; readonly sha256: string },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    const bid = (await handedBids(tx, meeting.id)).find((one) => one.id === id)
    if (!call || stageOfCall(call, act.at) !== 'sealed' || !bid) return false
    const files = takenOut(bid.files, sha256)
    if (isDeepStrictEqual(files, bid.files)) return true
    await writeBidFiles(tx, id, files)
    await recordMeeting(tx, act, meeting, bid.authority)
    return true
  })
}

/** `gone`: there is no call yet. `closed`: bids were written by what there was. */
export async function addDocument(
  { database }: Deps,
  act: Act,
  meeting: Of,
  { document, seen }: { readonly document: PresentFile; readonly seen: number },
): Promise<'kept' | 'gone' | 'closed' | 'most' | 'conflict'> {
  return database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    if (!call) return 'gone'
    const files = withFile(call.files, document)
    if (isDeepStrictEqual(files, call.files)) return 'kept'
    if (stageOfCall(call, act.at) === 'sealed') return 'closed'
    if (presentIn(files).length > mostDocuments) return 'most'
    if (call.revision !== seen) return 'conflict'
    await writeCallFiles(tx, meeting.id, files, act.at)
    await announceMeeting(tx, meeting)
    await recordMeeting(tx, act, meeting)
    return 'kept'
  })
}

/** At any time, as it may have to: once bids are sealed everybody sees that there was one. */
export async function removeDocument({ database }: Deps, act: Act, meeting: Of, sha256: string): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, meeting.id)
    if (!call) return
    const remove = stageOfCall(call, act.at) === 'sealed' ? takenOut : withoutFile
    const files = remove(call.files, sha256)
    if (isDeepStrictEqual(files, call.files)) return
    await writeCallFiles(tx, meeting.id, files, act.at)
    await announceMeeting(tx, meeting)
    await recordMeeting(tx, act, meeting)
  })
}
