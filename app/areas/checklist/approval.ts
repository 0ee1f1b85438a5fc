/** Two pairs of eyes: asking for approval, approving, sending back, withdrawing, switching it on and off. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import { type ApprovalNotice, noticeOf, type TownTold } from './approval-notices.ts'
import {
  approvalDue,
  type ClosedState,
  canRequireSecond,
  type Decision,
  type DecisionRefusal,
  decide,
} from './approval-rules.ts'
import {
  type Approval,
  closeApproval,
  insertApproval,
  lastEditor,
  newestApproval,
  officePeople,
  switchTwoPairs,
  wantsTwoPairs,
} from './approval-store.ts'
import type { ChecklistDeps } from './deps.ts'
import type { PublishFault } from './faults.ts'
import { publishLocked, readPreview, thenTell, type WithContacts } from './publish.ts'
import { draftStamp } from './state-store.ts'
import { lockTown, readTown } from './town-store.ts'

export interface ApprovalDeps extends ChecklistDeps {
  readonly notify: Notify
  /** To be awaited before a transaction that notifies: the queue may not have started yet. */
  readyToNotify(): Promise<void>
}

/** A use case of a person: no command asks for approval. */
export type PersonsAct = Act & { readonly person: NonNullable<Act['person']> }

/** The act of a request, which always has a person. @throws where a command or a job acts. */
export function personsAct(act: Act): PersonsAct {
  const { person } = act
  if (!person) throw new Error(`${act.name} is for persons alone`)
  return { ...act, person }
}

/** `alone`: there is nobody else who could approve. */
export async function requireTwoPairs(
  deps: ChecklistDeps,
  act: PersonsAct,
  authority: string,
  on: boolean,
): Promise<'saved' | 'alone'> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    if (on && !canRequireSecond(await officePeople(tx, authority))) return 'alone'
    const changed = await switchTwoPairs(tx, authority, on ? { at: act.at, by: act.person.id } : undefined)
    // What was waiting for a second person waits no longer.
    const open = on ? undefined : await openApproval(tx, authority)
    if (open) {
      await closeApproval(tx, open.id, { state: 'withdrawn', at: act.at, by: act.person.id, answer: '' })
    }
    if (changed) await recordAudit(tx, act, { authority, subject: 'two-pairs', detail: { on } })
    return 'saved'
  })
}

async function openApproval(db: Db, authority: string): Promise<Approval | undefined> {
  const newest = await newestApproval(db, authority)
  return newest?.state === 'asked' ? newest : undefined
}

export type AskOutcome =
  | { readonly outcome: 'asked' | 'already-asked' | 'not-wanted' | 'unchanged' | 'draft-changed' }
  | { readonly outcome: 'refused'; readonly faults: readonly PublishFault[] }

/** @param given.seen stamp of the draft that the page showed. */
export async function askApproval(
  deps: ApprovalDeps,
  act: PersonsAct,
  town: TownTold,
  given: { readonly note: string; readonly seen: string },
): Promise<AskOutcome> {
  const authority = town.id
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<AskOutcome> => {
    await lockTown(tx, authority)
    if (!(await wantsTwoPairs(tx, authority))) return { outcome: 'not-wanted' }
    if (await openApproval(tx, authority)) return { outcome: 'already-asked' }
    const place = await readTown(tx, authority)
    const { changes, faults } = await readPreview(deps, tx, place, act.at)
    const draft = await draftStamp(tx, authority)
    if (changes.length === 0) return { outcome: 'unchanged' }
    if (faults.length > 0) return { outcome: 'refused', faults }
    if (draft !== given.seen) return { outcome: 'draft-changed' }
    const due = approvalDue(act.at.toZonedDateTimeISO(place.timeZone).toPlainDate())
    const id = newId()
    const askedBy = act.person.id
    await insertApproval(tx, authority, { id, askedAt: act.at, askedBy, note: given.note, due, draftStamp: draft })
    await recordAudit(tx, act, { authority, subject: 'approval', detail: { due: due.toString() } })
    const approvers = (await officePeople(tx, authority)).filter((one) => one.approver && one.id !== askedBy)
    for (const { id: person } of approvers) await tell(deps, tx, { type: 'asked', due }, { id, person, town })
    return { outcome: 'asked' }
  })
}

function tell(
  { notify }: ApprovalDeps,
  tx: Db,
  what: ApprovalNotice,
  to: { readonly id: string; readonly person: string; readonly town: TownTold },
): Promise<void> {
  return notify(tx, {
    person: to.person,
    kind: 'approval',
    key: `approval ${to.id} ${what.type}`,
    compose: (translator) => noticeOf(translator, to.town, what),
  })
}

export type DecisionOutcome =
  | { readonly outcome: 'approved' | 'sent-back' | 'withdrawn' }
  | { readonly outcome: 'not-decided'; readonly why: DecisionRefusal }
  | { readonly outcome: 'refused'; readonly faults: readonly PublishFault[] }

export interface GivenDecision {
  /** Id of the request. */
  readonly request: string
  readonly decision: Decision
  /** Stamp of the draft that the page showed. */
  readonly seen: string
  /** Words to the colleague, when sending back. */
  readonly words: string
}

/** Approving publishes exactly what was shown, in the same transaction. */
export async function decideApproval(
  deps: ApprovalDeps,
  act: PersonsAct,
  town: TownTold,
  given: GivenDecision,
): Promise<DecisionOutcome> {
  await deps.readyToNotify()
  const outcome = await deps.database.db.transaction().execute(async (tx): Promise<WithContacts<DecisionOutcome>> => {
    await lockTown(tx, town.id)
    const request = await openApproval(tx, town.id)
    if (request?.id !== given.request) return closedAlready(await newestApproval(tx, town.id), act, given)
    const person = { id: act.person.id, approver: await isApprover(tx, town.id, act.person.id) }
    const grounds = {
      lastEditor: await lastEditor(tx, town.id),
      seen: given.seen,
      draft: await draftStamp(tx, town.id),
    }
    const decided = decide(request, given.decision, person, grounds)
    if ('refused' in decided) return { outcome: 'not-decided', why: decided.refused }
    if (decided.state !== 'approved') await recordAudit(tx, act, { authority: town.id, subject: 'approval' })
    const published = decided.state === 'approved' ? await publishLocked(deps, tx, act, town.id) : undefined
    if (published?.outcome === 'refused') return published
    const closed = await close(deps, tx, act, town, request, decided.state, given.words)
    return { ...closed, contacts: published?.contacts ?? 0 }
  })
  return thenTell(deps, outcome)
}

const closedBy = { approve: 'approved', 'send-back': 'sent-back', withdraw: 'withdrawn' } as const

/** The second click of who has just decided has done what it wanted; for everybody else it is too late. */
function closedAlready(newest: Approval | undefined, { person }: PersonsAct, given: GivenDecision): DecisionOutcome {
  const outcome = closedBy[given.decision]
  const own = newest?.id === given.request && newest.decidedBy === person.id && newest.state === outcome
  return own ? { outcome } : { outcome: 'not-decided', why: 'closed' }
}

async function isApprover(tx: Db, authority: string, person: string): Promise<boolean> {
  return (await officePeople(tx, authority)).some(({ id, approver }) => id === person && approver)
}

async function close(
  deps: ApprovalDeps,
  tx: Db,
  act: PersonsAct,
  town: TownTold,
  request: Approval,
  state: ClosedState,
  words: string,
): Promise<DecisionOutcome> {
  const answer = state === 'sent-back' ? words : ''
  await closeApproval(tx, request.id, { state, at: act.at, by: act.person.id, answer })
  const told = state === 'withdrawn' ? undefined : { type: state }
  if (told) await tell(deps, tx, told, { id: request.id, person: request.askedBy, town })
  return { outcome: state }
}
