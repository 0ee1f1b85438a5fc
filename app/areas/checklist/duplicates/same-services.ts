/** Finds services that are there twice, and brings two together or tells them apart. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { writeChanges } from '../change-store.ts'
import type { ChecklistDeps } from '../deps.ts'
import type { KeptDraft } from '../draft-memory.ts'
import { markServiceBack, readDraftService, writeService } from '../draft-store.ts'
import type { Refused } from '../outcomes.ts'
import { same } from '../same.ts'
import { editOf } from '../save-answer.ts'
import { removeLocked, saveLocked } from '../save-service.ts'
import type { ServiceFacts } from '../schema.ts'
import { sha256Of } from '../snapshot-store.ts'
import { lockTown } from '../town-store.ts'
import { comparedFacts, type Likeness, likeServices } from './likeness-rules.ts'
import { type Choices, mergedFacts, type Side } from './merge-rules.ts'
import {
  insertMerge,
  insertNotSame,
  readNotSame,
  type ServiceOfOthers,
  servicesOfOthers,
  waitingMerges,
} from './merged-store.ts'

/** A town with its country and all areas it belongs to, itself among them. */
export interface TownOfServices {
  readonly id: string
  readonly country: string
  readonly areas: readonly string[]
}

export interface OneOfTwo {
  readonly id: string
  readonly facts: ServiceFacts
  /** Whose it is, by id. */
  readonly authority: string
  /** Of its draft; 0: it is another's. */
  readonly revision: number
}

export interface FoundPair extends Pick<Likeness, 'reasons'> {
  readonly one: OneOfTwo
  readonly other: OneOfTwo
}

const stampOf = (pair: readonly Pick<OneOfTwo, 'id' | 'facts'>[]): string => sha256Of(comparedFacts(pair))

/** The draft's own services and what others publish for the same people: those that look alike, the most alike first. */
export async function findSame(
  db: Db,
  town: TownOfServices,
  { services }: Pick<KeptDraft, 'services'>,
): Promise<FoundPair[]> {
  const own = services.map(({ id, facts, revision }) => ({ id, facts, revision, authority: town.id }))
  const others = (await servicesOfOthers(db, town.id, town.areas)).map((one) => ({ ...one, revision: 0 }))
  const all = new Map<string, OneOfTwo>([...others, ...own].map((one) => [one.id, one]))
  const compared = [...all.values()].map(({ id, facts, authority }) => ({ id, facts, own: authority === town.id }))
  const notSame = await readNotSame(db, town.id)
  return likeServices(compared, town.country).flatMap(({ one, other, reasons }) => {
    const pair = [all.get(one), all.get(other)] as const
    if (!pair[0] || !pair[1] || notSame(one, other) === stampOf([pair[0], pair[1]])) return []
    return [{ one: pair[0], other: pair[1], reasons }]
  })
}

export interface Pair {
  readonly one: OneOfTwo
  readonly other: OneOfTwo
  /** Of both as they were looked at: sent with the form. */
  readonly seen: string
}

/**
 * Two services to look at side by side. Undefined where one is gone, neither is the town's, or one is in a confidential
 * place: those are not compared.
 */
export async function readPair(
  db: Db,
  town: Pick<TownOfServices, 'id' | 'areas'>,
  ids: Readonly<Record<Side, string>>,
): Promise<Pair | undefined> {
  const own = async (id: string) => {
    const draft = await readDraftService(db, town.id, id)
    return draft && { id, facts: draft.facts, revision: draft.revision, authority: town.id }
  }
  const theirs = ({ id, facts, authority }: ServiceOfOthers) => ({ id, facts, authority, revision: 0 })
  const one = await own(ids.one)
  const other = (await own(ids.other)) ?? (await servicesOfOthers(db, town.id, town.areas, ids.other)).map(theirs)[0]
  if (!one || !other || one.id === other.id) return undefined
  if ([one, other].some(({ facts }) => facts.place.type === 'confidential')) return undefined
  return { one, other, seen: sha256Of({ one, other }) }
}

export interface Decided {
  readonly ids: Readonly<Record<Side, string>>
  /** Which of the two stays; another's always does. */
  readonly stays: Side
  readonly choices: Choices
  readonly seen: string
}

export type MergeOutcome =
  | { readonly outcome: 'merged' }
  /** One of the two is not there any more, or is not to be compared any more. */
  | { readonly outcome: 'gone' }
  /** One of the two says something else than was looked at. */
  | { readonly outcome: 'changed' }
  | Refused

/**
 * One of two services stays with the facts that were chosen; the other is taken out of the draft. Once that is published,
 * its address leads to the one that stays.
 */
export async function mergeServices(
  deps: ChecklistDeps,
  act: Act,
  town: TownOfServices,
  { ids, stays, choices, seen }: Decided,
): Promise<MergeOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<MergeOutcome> => {
    await lockTown(tx, town.id)
    const pair = await readPair(tx, town, ids)
    if (!pair) return { outcome: await wasMerged(tx, town.id, ids) }
    if (pair.seen !== seen) return { outcome: 'changed' }
    const theirs = pair.other.authority !== town.id
    const [kept, gone] = theirs || stays === 'other' ? [pair.other, pair.one] : [pair.one, pair.other]
    if (!theirs) {
      const facts = mergedFacts({ one: pair.one.facts, other: pair.other.facts }, stays, choices)
      const saved = same(facts, kept.facts) ? undefined : await saveKept(deps, tx, act, town.id, { ...kept, facts })
      if (saved) return saved
    }
    const removal = { id: gone.id, revision: gone.revision, detail: { mergedInto: kept.id } }
    const { outcome } = await removeLocked(tx, act, town.id, removal)
    if (outcome !== 'saved') throw new Error('a service has changed although its town was locked')
    await insertMerge(tx, { removed: gone.id, stays: kept.id }, { authority: town.id, at: act.at })
    return { outcome: 'merged' }
  })
}

/** @returns what stands in the way; undefined where it was saved. */
async function saveKept(
  deps: ChecklistDeps,
  tx: Db,
  act: Act,
  authority: string,
  { id, facts, revision }: OneOfTwo,
): Promise<Refused | undefined> {
  const saved = await saveLocked(deps, tx, act, authority, { id, facts }, { revision, removed: false })
  if (saved.outcome === 'conflict') throw new Error('a service has changed although its town was locked')
  return saved.outcome === 'refused' ? saved : undefined
}

/** The same click a second time has done what it wanted. */
async function wasMerged(tx: Db, authority: string, { one, other }: Decided['ids']): Promise<'merged' | 'gone'> {
  const both = [one, other]
  const waiting = await waitingMerges(tx, authority)
  return waiting.some(({ removed, stays }) => both.includes(removed) && both.includes(stays)) ? 'merged' : 'gone'
}

/** They are two: not asked again until what made them look alike changes. */
export async function tellApart(
  deps: Pick<ChecklistDeps, 'database'>,
  act: Act,
  town: TownOfServices,
  { ids, seen }: Pick<Decided, 'ids' | 'seen'>,
): Promise<'told' | 'gone' | 'changed'> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, town.id)
    const pair = await readPair(tx, town, ids)
    if (!pair) return 'gone'
    if (pair.seen !== seen) return 'changed'
    const factsSha256 = stampOf([pair.one, pair.other])
    const said = (await readNotSame(tx, town.id))(ids.one, ids.other)
    if (said === factsSha256) return 'told'
    await insertNotSame(tx, { ...ids, factsSha256 }, { authority: town.id, at: act.at })
    await recordAudit(tx, act, { authority: town.id, subject: `service ${ids.one}`, detail: { notSame: ids.other } })
    return 'told'
  })
}

/** The one that was taken out is in the draft again, as it was. What the other took from it stays there. */
export async function undoMerge(
  deps: Pick<ChecklistDeps, 'database'>,
  act: Act,
  authority: string,
  removed: string,
): Promise<'back' | 'gone'> {
  return deps.database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const waiting = (await waitingMerges(tx, authority)).find((one) => one.removed === removed)
    if (!waiting) return (await readDraftService(tx, authority, removed)) ? 'back' : 'gone'
    const { facts, revision: before } = waiting
    await markServiceBack(tx, authority, removed)
    const revision = await writeService(tx, authority, { id: removed, facts }, before, editOf(act, authority))
    if (revision === undefined) throw new Error('a service has changed although its town was locked')
    const record = await recordAudit(tx, act, { authority, subject: `service ${removed}`, detail: { revision } })
    const change = { thing: 'service', id: removed, before: null, after: facts } as const
    await writeChanges(tx, { record, authority, at: act.at }, [change])
    return 'back'
  })
}

/** How many pairs wait for somebody to look. */
export async function countSame(db: Db, town: TownOfServices, draft: Pick<KeptDraft, 'services'>): Promise<number> {
  return (await findSame(db, town, draft)).length
}
