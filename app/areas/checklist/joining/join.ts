/** An officer says what becomes of what towns have left whose place this one has taken: the result is a draft. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import { announceChange } from '../../../platform/db/change-feed.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import { wantsTwoPairs } from '../approval-store.ts'
import { type RecordedChange, writeChanges } from '../change-store.ts'
import type { ChecklistDeps } from '../deps.ts'
import {
  markServiceRemoved,
  readDraftAnswer,
  readIntroduction,
  writeAnswer,
  writeIntroduction,
  writeService,
} from '../draft-store.ts'
import { readPreview } from '../publish.ts'
import { editOf } from '../save-answer.ts'
import type { Answer, LocalText, ServiceFacts } from '../schema.ts'
import { sha256Of } from '../snapshot-store.ts'
import { lockTown, readTown } from '../town-store.ts'
import {
  groupServices,
  type JoinedService,
  type JoinFault,
  joinFault,
  type ServiceDecision,
  type ServiceGroup,
  stayingIn,
  takenOver,
} from './joining-rules.ts'
import {
  dropAnswers,
  dropIntroductions,
  endInherited,
  type Left,
  moveService,
  pointTo,
  readLeft,
} from './joining-store.ts'
import { copyOrigin, decideShared } from './shared-store.ts'

export interface JoiningDeps extends ChecklistDeps {
  /** Another town publishes the service from now on. */
  serviceMoved(tx: Tx, service: string, authority: string): Promise<void>
  /** Another town has an entry of its own of the service. */
  serviceCopied(tx: Tx, service: string, copy: { readonly id: string; readonly authority: string }): Promise<void>
}

export type JoinOutcome =
  | { readonly outcome: 'saved' }
  /** Somebody has decided before. */
  | { readonly outcome: 'gone' }
  /** Something of what was shown has changed. */
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'refused'; readonly fault: JoinFault }

/** Of what is shown of services: whether two people look at the same. */
export const groupSeen = ({ open, own }: ServiceGroup): string => sha256Of({ open, own })

/** Of what is shown of answers or introductions. */
export const leftSeen = (left: readonly object[], own: object | undefined): string => sha256Of({ left, own: own ?? {} })

/** The group that holds a service of a merged town. */
export function groupWith(authority: string, { services, country }: Left, id: string): ServiceGroup | undefined {
  return groupServices({ id: authority, country }, services).find(({ open }) => open.some((each) => each.id === id))
}

async function enter(tx: Tx, authority: string): Promise<Left> {
  await lockTown(tx, authority)
  return readLeft(tx, authority)
}

/** @param id of one of the services. */
export async function joinServices(
  deps: JoiningDeps,
  act: Act,
  authority: string,
  id: string,
  given: ServiceDecision & { readonly seen: string },
): Promise<JoinOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<JoinOutcome> => {
    const left = await enter(tx, authority)
    const group = groupWith(authority, left, id)
    if (!group) return { outcome: 'gone' }
    if (groupSeen(group) !== given.seen) return { outcome: 'changed' }
    const fault = joinFault(group, given)
    if (fault) return { outcome: 'refused', fault }
    const copies = new Map<string, string>()
    for (const service of group.open.filter((each) => given.keep.includes(each.id))) {
      copies.set(service.id, await keep(tx, deps, act, authority, service, left))
    }
    const first = stayingIn(group, given.keep)
    // Where somebody says that the places differ, the address of the one does not lead a part to the other.
    const staying = first === undefined ? undefined : (copies.get(first) ?? first)
    for (const service of group.open.filter((each) => !copies.has(each.id))) {
      await leave(tx, act, authority, service, service.shared && given.different ? undefined : staying)
    }
    await settle(tx, deps, act, authority)
    return { outcome: 'saved' }
  })
}

/** @returns under which id. */
async function keep(
  tx: Tx,
  deps: JoiningDeps,
  act: Act,
  authority: string,
  service: JoinedService,
  { predecessors, former }: Left,
): Promise<string> {
  const facts = takenOver(service.facts, authority, [...predecessors, ...former])
  const kept = service.shared
    ? await copy(tx, deps, act, authority, service, facts)
    : await move(tx, deps, act, authority, service, facts)
  const { id, revision } = kept
  await record(tx, act, authority, { revision, from: service.authority }, [
    { thing: 'service', id, before: null, after: facts },
  ])
  return id
}

async function move(
  tx: Tx,
  deps: JoiningDeps,
  act: Act,
  authority: string,
  service: JoinedService,
  facts: ServiceFacts,
) {
  const revision = await moveService(tx, service, { authority, facts }, editOf(act, authority))
  await deps.serviceMoved(tx, service.id, authority)
  return { id: service.id, revision }
}

async function copy(
  tx: Tx,
  deps: JoiningDeps,
  act: Act,
  authority: string,
  service: JoinedService,
  facts: ServiceFacts,
) {
  const id = newId()
  const revision = await writeService(tx, authority, { id, facts }, 0, editOf(act, authority))
  if (revision === undefined) throw new Error('an id was given twice')
  await copyOrigin(tx, service.id, { id, authority })
  await deps.serviceCopied(tx, service.id, { id, authority })
  await decideShared(tx, authority, thingOf(service), { at: act.at, copy: id })
  return { id, revision }
}

const thingOf = ({ authority, id }: JoinedService) => ({ predecessor: authority, thing: 'service', id }) as const

async function leave(
  tx: Tx,
  act: Act,
  authority: string,
  service: JoinedService,
  staying: string | undefined,
): Promise<void> {
  const { id, revision } = service
  if (service.shared) {
    await decideShared(tx, authority, thingOf(service), { at: act.at, copy: staying })
    await recordAudit(tx, act, {
      authority,
      subject: `service ${id}`,
      detail: { from: service.authority, kept: false },
    })
    return
  }
  await markServiceRemoved(tx, service.authority, id, revision, editOf(act, service.authority))
  if (staying !== undefined) await pointTo(tx, id, staying)
  await record(tx, act, authority, { from: service.authority, kept: false }, [
    { thing: 'service', id, before: service.facts, after: null },
  ])
}

/** In the successor's trail. */
async function record(
  tx: Tx,
  act: Act,
  authority: string,
  detail: Record<string, string | number | boolean>,
  changes: readonly RecordedChange[],
): Promise<void> {
  const [first] = changes
  const subject = first?.thing === 'introduction' ? 'introduction' : `${first?.thing} ${first?.id}`
  const id = await recordAudit(tx, act, { authority, subject, detail })
  await writeChanges(tx, { record: id, authority, at: act.at }, changes)
}

/** @param given.take id of the merged town whose answer it is; null: none of them. */
export async function joinAnswers(
  deps: JoiningDeps,
  act: Act,
  authority: string,
  kind: string,
  given: { readonly take: string | null; readonly seen: string },
): Promise<JoinOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<JoinOutcome> => {
    const { answers, predecessors } = await enter(tx, authority)
    const left = answers.filter((each) => each.answer.kind === kind)
    if (left.length === 0) return { outcome: 'gone' }
    const own = await readDraftAnswer(tx, authority, kind)
    if (leftSeen(left, own?.answer) !== given.seen) return { outcome: 'changed' }
    const taken = left.find((each) => each.authority === given.take)
    const before: Answer | null = own?.answer ?? null
    const revision =
      taken && (await writeAnswer(tx, authority, taken.answer, own?.revision ?? 0, editOf(act, authority)))
    const detail = { from: taken?.authority ?? '', kept: taken !== undefined, ...(revision ? { revision } : {}) }
    await record(tx, act, authority, detail, [{ thing: 'answer', id: kind, before, after: taken?.answer ?? before }])
    for (const { authority: from, answer } of left) {
      await decideShared(tx, authority, { predecessor: from, thing: 'answer', id: kind }, { at: act.at })
      if (!predecessors.includes(from)) continue
      await record(tx, act, from, { kept: answer === taken?.answer }, [
        { thing: 'answer', id: kind, before: answer, after: null },
      ])
    }
    if (predecessors.length > 0) await dropAnswers(tx, predecessors, kind)
    await settle(tx, deps, act, authority)
    return { outcome: 'saved' }
  })
}

/** As `joinAnswers`. */
export async function joinIntroductions(
  deps: JoiningDeps,
  act: Act,
  authority: string,
  given: { readonly take: string | null; readonly seen: string },
): Promise<JoinOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<JoinOutcome> => {
    const { introductions: left, predecessors } = await enter(tx, authority)
    if (left.length === 0) return { outcome: 'gone' }
    const own = await readIntroduction(tx, authority)
    if (leftSeen(left, own?.text) !== given.seen) return { outcome: 'changed' }
    const taken = left.find((each) => each.authority === given.take)
    const before: LocalText | null = own?.text ?? null
    const revision =
      taken && (await writeIntroduction(tx, authority, taken.text, own?.revision ?? 0, editOf(act, authority)))
    const detail = { from: taken?.authority ?? '', kept: taken !== undefined, ...(revision ? { revision } : {}) }
    await record(tx, act, authority, detail, [{ thing: 'introduction', id: '', before, after: taken?.text ?? before }])
    for (const { authority: from, text } of left) {
      await decideShared(tx, authority, { predecessor: from, thing: 'introduction', id: '' }, { at: act.at })
      if (!predecessors.includes(from)) continue
      await record(tx, act, from, { kept: text === taken?.text }, [
        { thing: 'introduction', id: '', before: text, after: null },
      ])
    }
    if (predecessors.length > 0) await dropIntroductions(tx, predecessors)
    await settle(tx, deps, act, authority)
    return { outcome: 'saved' }
  })
}

/**
 * Where nothing is left to publish, nothing will be published that ends what the page shows of the merged towns: it ends
 * now. A town that wants two pairs of eyes waits for its next version.
 */
async function settle(tx: Tx, deps: JoiningDeps, act: Act, authority: string): Promise<void> {
  if (await wantsTwoPairs(tx, authority)) return
  const { current, changes } = await readPreview(deps, tx, await readTown(tx, authority), act.at)
  if (!current || changes.length > 0) return
  const ended = await endInherited(tx, authority)
  if (ended.length > 0) await announceChange(tx, [authority, ...ended])
}
