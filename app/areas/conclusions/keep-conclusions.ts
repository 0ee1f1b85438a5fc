/** The secretariat writes the conclusions of a meeting and leads them from the draft to what everybody reads. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { canonicalJson, sha256Hex } from '../../platform/signing/canonical.ts'
import type { Meeting } from '../meetings/index.ts'
import { readAmendments } from './amendment-store.ts'
import {
  isAdopted,
  mayWrite,
  type Stage,
  type StageFault,
  stageFault,
  type Translations,
  type Votes,
} from './conclusion-rules.ts'
import {
  type Conclusion,
  insertConclusion,
  insertSet,
  lockSet,
  type Owner,
  readConclusion,
  readConclusions,
  removeConclusion,
  type Written,
  writeAdopted,
  writeConclusion,
  writeStage,
} from './conclusion-store.ts'
import type { ConclusionsDeps } from './deps.ts'
import { publishSet, syncPublished } from './item-store.ts'
import { announceConclusions } from './public-tag.ts'
import { type TellDeps, tellAsked } from './tell.ts'

type Deps = Pick<ConclusionsDeps, 'database'>
type Telling = Deps & TellDeps & Pick<ConclusionsDeps, 'readyToNotify'>

export const writtenBy = (act: Act): Written => ({
  at: new Date(act.at.epochMilliseconds),
  person: act.person?.id ?? null,
})

export const record = (tx: Tx, act: Act, id: string, authority: string | null = null, detail = {}) =>
  recordAudit(tx, act, { authority, subject: `conclusion ${id}`, detail })

export type Kept = 'kept' | 'gone' | 'stage' | 'conflict'

export async function addConclusion(
  { database }: Deps,
  act: Act,
  meeting: Meeting,
  given: { readonly id: string; readonly body: string; readonly asks: string; readonly language: string },
): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    if (set && !mayWrite(set.stage)) return 'stage'
    // Sent twice.
    if (await readConclusion(tx, given.id)) return 'kept'
    const written = writtenBy(act)
    if (!set) await insertSet(tx, { meeting: meeting.id, language: given.language }, written)
    const position = (await readConclusions(tx, meeting.id)).length + 1
    await insertConclusion(
      tx,
      { id: given.id, meeting: meeting.id, position, body: given.body, asks: given.asks },
      written,
    )
    await record(tx, act, given.id, null, { year: meeting.year })
    return 'kept'
  })
}

export interface Saved {
  readonly id: string
  /** Left as they are where the text may not be written any longer. */
  readonly body: string
  readonly asks: string
  readonly owner: Owner
  readonly due: string | null
  readonly translations: (bodyRevision: number, before: Translations) => Translations
  /** The revision that the form was made from. */
  readonly seen: number
}

const sameOwner = (one: Conclusion, { kind, authority, association }: Owner): boolean =>
  one.ownerKind === kind && one.authority === authority && one.association === association

export async function saveConclusion(deps: Telling, act: Act, meeting: Meeting, given: Saved): Promise<Kept> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    const current = await readConclusion(tx, given.id)
    if (!set || current?.meeting !== meeting.id) return 'gone'
    const writes = mayWrite(set.stage)
    const [body, asks] = writes ? [given.body, given.asks] : [current.body, current.asks]
    const bodyRevision = body === current.body ? current.bodyRevision : current.bodyRevision + 1
    const translations = given.translations(bodyRevision, current.translations)
    const next = { id: given.id, body, bodyRevision, asks, translations, due: given.due, owner: given.owner }
    if (isUnchanged(current, next)) return 'kept'
    if (current.revision !== given.seen) return 'conflict'
    const written = writtenBy(act)
    const same = sameOwner(current, given.owner)
    await writeConclusion(tx, { ...next, agreedAt: same ? current.agreedAt : null }, written)
    await record(tx, act, given.id, null, { year: meeting.year })
    await toldAnew(tx, meeting)
    const asked = same || !isAdopted(set.stage) ? undefined : await readConclusion(tx, given.id)
    if (asked) await tellAsked(deps, tx, meeting, [asked], act.at)
    return 'kept'
  })
}

const inOrder = (translations: Translations): string => canonicalJson(translations)

const isUnchanged = (
  current: Conclusion,
  next: Pick<Conclusion, 'body' | 'asks' | 'due' | 'translations'> & { readonly owner: Owner },
): boolean =>
  current.body === next.body &&
  current.asks === next.asks &&
  current.due === next.due &&
  sameOwner(current, next.owner) &&
  inOrder(current.translations) === inOrder(next.translations)

/** What everybody reads of it follows. */
export async function toldAnew(tx: Tx, meeting: Pick<Meeting, 'id' | 'year'>): Promise<void> {
  await syncPublished(tx, meeting.id)
  await announceConclusions(tx, meeting.year)
}

export async function dropConclusion({ database }: Deps, act: Act, meeting: Meeting, id: string): Promise<Kept> {
  return database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    const current = await readConclusion(tx, id)
    if (!set || current?.meeting !== meeting.id) return 'gone'
    if (!mayWrite(set.stage)) return 'stage'
    await removeConclusion(tx, current, writtenBy(act))
    await record(tx, act, id, null, { year: meeting.year })
    return 'kept'
  })
}

export type Moved = 'moved' | StageFault

/** What stands in the way of the next stage. */
async function whatStops(db: Db, meeting: string, from: Stage, to: Stage): Promise<StageFault | undefined> {
  const amendments = await readAmendments(db, meeting)
  const lines = (await readConclusions(db, meeting)).length
  return stageFault(from, to, { lines, waiting: amendments.filter(({ state }) => state === 'waiting').length })
}

/** Opens for amendments, closes, publishes. Adopting needs more: see `adopt`. */
export async function moveOn(
  { database }: Deps,
  act: Act,
  meeting: Meeting,
  to: Exclude<Stage, 'draft' | 'adopted'>,
): Promise<Moved> {
  return database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    if (!set) return 'empty'
    if (set.stage === to) return 'moved'
    const fault = await whatStops(tx, meeting.id, set.stage, to)
    if (fault) return fault
    const written = writtenBy(act)
    await writeStage(tx, meeting.id, to, written)
    await recordAudit(tx, act, { authority: null, subject: `conclusions ${meeting.year}`, detail: { to } })
    if (to === 'published') {
      await publishSet(tx, meeting.id, written.at)
      await announceConclusions(tx, meeting.year)
    }
    return 'moved'
  })
}

export interface Adoption {
  readonly on: string
  /** Of all of them together; null: each has its own. */
  readonly whole: Votes | null
  /** By id. */
  readonly each: ReadonlyMap<string, Votes>
}

/** From now on the text stays as it is, to the letter: its hash says so. */
export async function adopt(deps: Telling, act: Act, meeting: Meeting, given: Adoption): Promise<Moved> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const set = await lockSet(tx, meeting.id)
    if (!set) return 'empty'
    if (isAdopted(set.stage)) return 'moved'
    const fault = await whatStops(tx, meeting.id, set.stage, 'adopted')
    if (fault) return fault
    const adopted = await readConclusions(tx, meeting.id)
    const conclusions = adopted.map(({ id, position, body, asks }) => ({
      ...{ id, number: position, text: body, asks },
      votes: given.whole ? null : (given.each.get(id) ?? null),
    }))
    const document = {
      ...{ format: 'safe-towns-conclusions/1' as const, year: meeting.year, language: set.language },
      ...{ adoptedOn: given.on, votes: given.whole, conclusions },
    }
    await writeAdopted(tx, meeting.id, { document, sha256: sha256Hex(canonicalJson(document)) }, writtenBy(act))
    const detail = { to: 'adopted', conclusions: conclusions.length }
    await recordAudit(tx, act, { authority: null, subject: `conclusions ${meeting.year}`, detail })
    await tellAsked(deps, tx, meeting, adopted, act.at)
    return 'moved'
  })
}
