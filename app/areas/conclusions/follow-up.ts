/** Each conclusion is somebody's: whether they take it on, how far it is, and how it stood at the next meeting. */
import type { Act } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { type Meeting, readMeeting } from '../meetings/index.ts'
import { type ItemState, isAdopted } from './conclusion-rules.ts'
import {
  type Conclusion,
  lockSet,
  type Owner,
  readConclusion,
  writeConclusion,
  writeState,
} from './conclusion-store.ts'
import type { ConclusionsDeps } from './deps.ts'
import { insertLook, insertNote } from './item-store.ts'
import { type Kept, record, toldAnew, writtenBy } from './keep-conclusions.ts'

type Deps = Pick<ConclusionsDeps, 'database'>
type Tx = Parameters<typeof readConclusion>[0] & Parameters<typeof lockSet>[0]

const isOwn = (one: Conclusion, { kind, authority, association }: Owner): boolean =>
  one.ownerKind === kind && one.authority === authority && one.association === association

async function openItem(
  tx: Tx,
  id: string,
): Promise<{ readonly item: Conclusion; readonly meeting: Meeting } | undefined> {
  const seen = await readConclusion(tx, id)
  const set = seen && (await lockSet(tx, seen.meeting))
  const [item, meeting] = [await readConclusion(tx, id), seen && (await readMeeting(tx, seen.meeting))]
  return item && meeting && set && isAdopted(set.stage) ? { item, meeting } : undefined
}

/** An office takes on what the secretariat asks it to, or does not. */
export async function answerRequest(
  { database }: Deps,
  act: Act,
  given: { readonly id: string; readonly by: Owner; readonly agrees: boolean },
): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const opened = await openItem(tx, given.id)
    if (!opened || !isOwn(opened.item, given.by)) return 'gone'
    const { item, meeting } = opened
    if (item.agreedAt) return given.agrees ? 'kept' : 'stage'
    const written = writtenBy(act)
    const owner: Owner = given.agrees ? given.by : { kind: 'secretariat', authority: null, association: null }
    await writeConclusion(tx, { ...item, owner, agreedAt: given.agrees ? written.at : null }, written)
    await record(tx, act, item.id, given.by.authority, { agrees: given.agrees })
    await toldAnew(tx, meeting)
    return 'kept'
  })
}

export interface Told {
  /** Made with the form: sent twice it is one. */
  readonly note: string
  readonly id: string
  readonly by: Owner
  readonly state: ItemState
  readonly text: string
}

const dayOf = ({ at }: Act): string => at.toZonedDateTimeISO('UTC').toPlainDate().toString()

export async function tellState({ database }: Deps, act: Act, given: Told): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const opened = await openItem(tx, given.id)
    if (!opened || !isOwn(opened.item, given.by)) return 'gone'
    const { item, meeting } = opened
    if (item.ownerKind !== 'secretariat' && !item.agreedAt) return 'stage'
    const [written, toldOn] = [writtenBy(act), dayOf(act)]
    const note = { id: given.note, conclusion: item.id, state: given.state, note: given.text, toldOn }
    if (!(await insertNote(tx, { ...note, toldKind: item.ownerKind, meeting: null }, written))) return 'kept'
    await writeState(tx, { id: item.id, state: given.state, stateOn: toldOn }, written)
    await record(tx, act, item.id, given.by.authority, { state: given.state })
    await toldAnew(tx, meeting)
    return 'kept'
  })
}

/** The next meeting has looked at it: where it stood then stays, whatever comes later. */
export async function lookAt(
  { database }: Deps,
  act: Act,
  { at, id, text }: { readonly at: Meeting; readonly id: string; readonly text: string },
): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const opened = await openItem(tx, id)
    if (!opened || opened.meeting.year >= at.year) return 'gone'
    const { item, meeting } = opened
    const on = dayOf(act)
    const note = { id: newId(), conclusion: id, state: item.state, note: text, toldOn: on }
    const isNew = await insertNote(tx, { ...note, toldKind: 'secretariat', meeting: at.id }, writtenBy(act))
    if (!isNew) return 'kept'
    await insertLook(tx, { conclusion: id, meeting: at.id, on, state: item.state })
    await record(tx, act, id, null, { year: at.year })
    await toldAnew(tx, meeting)
    return 'kept'
  })
}
