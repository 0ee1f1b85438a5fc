/** Conclusions as the secretariat writes them. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { ItemState, OwnerKind, Stage, Translations, Votes } from './conclusion-rules.ts'

export interface ConclusionSet {
  /** Id of the meeting. */
  readonly meeting: string
  readonly language: string
  readonly stage: Stage
  readonly revision: number
  readonly adoptedOn: string | null
  readonly sha256: string | null
}

export interface Owner {
  readonly kind: OwnerKind
  readonly authority: string | null
  readonly association: string | null
}

/** Who takes part in a meeting: a town or an association; the other is null. */
export type Party = Pick<Owner, 'authority' | 'association'>

export interface Conclusion {
  readonly id: string
  readonly meeting: string
  readonly position: number
  readonly body: string
  readonly bodyRevision: number
  readonly asks: string
  readonly translations: Translations
  readonly ownerKind: OwnerKind
  readonly authority: string | null
  readonly association: string | null
  readonly agreedAt: Date | null
  readonly due: string | null
  readonly state: ItemState
  readonly stateOn: string
  readonly revision: number
}

/** What was adopted: the text in its own language, and how hands were raised. */
export interface AdoptedDocument {
  readonly format: 'safe-towns-conclusions/1'
  readonly year: number
  readonly language: string
  readonly adoptedOn: string
  /** Of all of them together; null: each had a show of hands of its own. */
  readonly votes: Votes | null
  readonly conclusions: readonly {
    readonly id: string
    readonly number: number
    readonly text: string
    readonly asks: string
    readonly votes: Votes | null
  }[]
}

const setColumns = sql`meeting, language, stage, revision, adopted_on::text "adoptedOn", sha256`
const columns = sql`
  id, meeting, position, body, body_revision "bodyRevision", asks, translations, owner_kind "ownerKind", authority,
  association, agreed_at "agreedAt", due::text, state, state_on::text "stateOn", revision`

export async function readSet(db: Db, meeting: string): Promise<ConclusionSet | undefined> {
  const { rows } = await sql<ConclusionSet>`
    select ${setColumns} from office.conclusion_set where meeting = ${meeting}`.execute(db)
  return rows[0]
}

/** One who changes the conclusions of a meeting at a time. */
export async function lockSet(tx: Tx, meeting: string): Promise<ConclusionSet | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`conclusions ${meeting}`}, 0))`.execute(tx)
  return readSet(tx, meeting)
}

export async function insertSet(
  tx: Tx,
  { meeting, language }: Pick<ConclusionSet, 'meeting' | 'language'>,
  { at, person }: Written,
): Promise<void> {
  await sql`
    insert into office.conclusion_set (meeting, language, stage, changed_at, changed_by)
    values (${meeting}, ${language}, 'draft', ${at}, ${person})`.execute(tx)
}

export interface Written {
  readonly at: Date
  /** Id. */
  readonly person: string | null
}

export async function writeStage(tx: Tx, meeting: string, stage: Stage, { at, person }: Written): Promise<void> {
  await sql`
    update office.conclusion_set set stage = ${stage}, revision = revision + 1, changed_at = ${at}, changed_by = ${person}
    where meeting = ${meeting}`.execute(tx)
}

export async function writeAdopted(
  tx: Tx,
  meeting: string,
  { document, sha256 }: { readonly document: AdoptedDocument; readonly sha256: string },
  { at, person }: Written,
): Promise<void> {
  await sql`
    update office.conclusion_set set stage = 'adopted', adopted_on = ${document.adoptedOn}::date,
      document = ${JSON.stringify(document)}::jsonb, sha256 = ${sha256}, revision = revision + 1, changed_at = ${at},
      changed_by = ${person}
    where meeting = ${meeting}`.execute(tx)
}

export async function readAdopted(db: Db, meeting: string): Promise<AdoptedDocument | undefined> {
  const { rows } = await sql<{ document: AdoptedDocument | null }>`
    select document from office.conclusion_set where meeting = ${meeting}`.execute(db)
  return rows[0]?.document ?? undefined
}

/** In order, without those that were taken out. */
export async function readConclusions(db: Db, meeting: string): Promise<Conclusion[]> {
  const { rows } = await sql<Conclusion>`
    select ${columns} from office.conclusion where meeting = ${meeting} and removed_at is null
    order by position`.execute(db)
  return rows
}

export async function readConclusion(db: Db, id: string): Promise<Conclusion | undefined> {
  const { rows } = await sql<Conclusion>`
    select ${columns} from office.conclusion where id = ${id} and removed_at is null`.execute(db)
  return rows[0]
}

/** Of meetings that have adopted theirs: what a town, an association or the secretariat has taken on, or is asked to. */
export async function ownedBy(db: Db, owner: Owner): Promise<(Conclusion & { readonly year: number })[]> {
  const { rows } = await sql<Conclusion & { year: number }>`
    select c.*, m.year from (select ${columns} from office.conclusion where removed_at is null and owner_kind = ${owner.kind}
        and authority is not distinct from ${owner.authority}::uuid
        and association is not distinct from ${owner.association}::uuid) c
    join office.conclusion_set s using (meeting) join published.meeting m on m.id = c.meeting
    where s.stage in ('adopted', 'published') order by m.year desc, c.position`.execute(db)
  return rows
}

/** Of the meetings before a year that have adopted theirs, the newest meeting first. */
export async function conclusionsBefore(db: Db, year: number): Promise<(Conclusion & { readonly year: number })[]> {
  const { rows } = await sql<Conclusion & { year: number }>`
    select c.*, m.year from (select ${columns} from office.conclusion where removed_at is null) c
    join office.conclusion_set s using (meeting) join published.meeting m on m.id = c.meeting
    where s.stage in ('adopted', 'published') and m.year < ${year} order by m.year desc, c.position`.execute(db)
  return rows
}

type NewConclusion = Pick<Conclusion, 'id' | 'meeting' | 'position' | 'body' | 'asks'>

/** Those behind it move up by one. */
export async function insertConclusion(
  tx: Tx,
  { id, meeting, position, body, asks }: NewConclusion,
  { at, person }: Written,
): Promise<void> {
  await sql`
    update office.conclusion set position = position + 1 where meeting = ${meeting} and position >= ${position}`.execute(
    tx,
  )
  await sql`
    insert into office.conclusion (id, meeting, position, body, asks, owner_kind, state_on, changed_at, changed_by)
    values (${id}, ${meeting}, ${position}, ${body}, ${asks}, 'secretariat', ${at}::timestamptz::date, ${at}, ${person})`.execute(
    tx,
  )
}

export async function writeConclusion(
  tx: Tx,
  one: Pick<Conclusion, 'id' | 'body' | 'bodyRevision' | 'asks' | 'translations' | 'due' | 'agreedAt'> & {
    readonly owner: Owner
  },
  { at, person }: Written,
): Promise<void> {
  const { id, body, bodyRevision, asks, translations, due, agreedAt, owner } = one
  await sql`
    update office.conclusion set body = ${body}, body_revision = ${bodyRevision}, asks = ${asks},
      translations = ${JSON.stringify(translations)}::jsonb, owner_kind = ${owner.kind}, authority = ${owner.authority},
      association = ${owner.association}, agreed_at = ${agreedAt}, due = ${due}::date, revision = revision + 1,
      changed_at = ${at}, changed_by = ${person}
    where id = ${id}`.execute(tx)
}

/** Those behind it move down by one. */
export async function removeConclusion(
  tx: Tx,
  { id, meeting, position }: Pick<Conclusion, 'id' | 'meeting' | 'position'>,
  { at, person }: Written,
): Promise<void> {
  await sql`
    update office.conclusion set removed_at = ${at}, changed_at = ${at}, changed_by = ${person} where id = ${id}`.execute(
    tx,
  )
  await sql`
    update office.conclusion set position = position - 1
    where meeting = ${meeting} and position > ${position} and removed_at is null`.execute(tx)
}

export async function writeState(
  tx: Tx,
  { id, state, stateOn }: Pick<Conclusion, 'id' | 'state' | 'stateOn'>,
  { at, person }: Written,
): Promise<void> {
  await sql`
    update office.conclusion set state = ${state}, state_on = ${stateOn}::date, revision = revision + 1,
      changed_at = ${at}, changed_by = ${person}
    where id = ${id}`.execute(tx)
}
