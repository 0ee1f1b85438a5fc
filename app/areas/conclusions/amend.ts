/** Those who took part propose changes, line by line; the secretariat decides about each and says why. */
import type { Act } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Meeting } from '../meetings/index.ts'
import {
  type Amendment,
  decideAmendment,
  insertAmendment,
  readAmendment,
  withdrawAmendment,
} from './amendment-store.ts'
import { type AmendmentKind, amended, mayAmend, mayDecide } from './conclusion-rules.ts'
import {
  insertConclusion,
  lockSet,
  type Party,
  readConclusion,
  readConclusions,
  removeConclusion,
  writeConclusion,
} from './conclusion-store.ts'
import type { ConclusionsDeps } from './deps.ts'
import { type Kept, record, writtenBy } from './keep-conclusions.ts'
import { isSameParty } from './names.ts'

type Deps = Pick<ConclusionsDeps, 'database'>

export interface Proposal extends Party {
  readonly id: string
  readonly conclusion: string
  readonly kind: AmendmentKind
  readonly body: string
  readonly reason: string
}

export async function propose({ database }: Deps, act: Act, meeting: Meeting, given: Proposal): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    const about = await readConclusion(tx, given.conclusion)
    if (!set || about?.meeting !== meeting.id) return 'gone'
    // Sent twice.
    if (await readAmendment(tx, given.id)) return 'kept'
    if (!mayAmend(set.stage)) return 'stage'
    await insertAmendment(tx, given, writtenBy(act))
    await record(tx, act, given.conclusion, given.authority, { year: meeting.year, kind: given.kind })
    return 'kept'
  })
}

/** @param given.by whose it has to be. */
export async function takeBack(
  { database }: Deps,
  act: Act,
  meeting: Meeting,
  given: { readonly id: string; readonly by: Party },
): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    const found = await readAmendment(tx, given.id)
    if (!set || found?.meeting !== meeting.id || !isSameParty(found, given.by)) return 'gone'
    if (found.state === 'withdrawn') return 'kept'
    if (found.state !== 'waiting') return 'stage'
    await withdrawAmendment(tx, given.id)
    await record(tx, act, found.conclusion, given.by.authority, { year: meeting.year })
    return 'kept'
  })
}

export interface Decision {
  readonly id: string
  readonly state: 'accepted' | 'refused'
  readonly answer: string
}

type Tx = Parameters<typeof insertConclusion>[0]

/** @returns 'gone' where its line was taken out meanwhile: it can only be refused then. */
export async function decide({ database }: Deps, act: Act, meeting: Meeting, given: Decision): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    const found = await readAmendment(tx, given.id)
    if (!set || found?.meeting !== meeting.id) return 'gone'
    if (found.state === given.state) return 'kept'
    if (!mayDecide(set.stage) || found.state !== 'waiting') return 'stage'
    if (given.state === 'accepted' && !(await apply(tx, act, found))) return 'gone'
    await decideAmendment(tx, given, writtenBy(act))
    const detail = { year: meeting.year, accepted: given.state === 'accepted' }
    await record(tx, act, found.conclusion, found.authority, detail)
    return 'kept'
  })
}

/** @returns false where the line is not there any longer. */
async function apply(tx: Tx, act: Act, amendment: Amendment): Promise<boolean> {
  const about = await readConclusion(tx, amendment.conclusion)
  if (!about) return false
  const written = writtenBy(act)
  const before = await readConclusions(tx, about.meeting)
  const after = amended(before, amendment, (line) => ({ ...line, id: newId(), asks: line.asks }))
  if (amendment.kind === 'delete') await removeConclusion(tx, about, written)
  for (const [index, line] of after.entries()) {
    const known = before.find(({ id }) => id === line.id)
    if (!known) await insertConclusion(tx, { ...line, position: index + 1 }, written)
    else if (known !== line) {
      const owner = { kind: line.ownerKind, authority: line.authority, association: line.association }
      await writeConclusion(tx, { ...line, owner }, written)
    }
  }
  return true
}
