import { sql } from 'kysely'
import { type Act, authorOf } from '../../../platform/audit/audit.ts'
import type { Db } from '../../../platform/db/tables.ts'
import { newShortId } from '../../../platform/ids.ts'
import { type ServiceFacts, serviceFacts } from '../schema.ts'
import type { ParsedRecord } from './check-record.ts'

export type DraftRow = {
  readonly id: string
  readonly facts: ServiceFacts
  /** Of the facts as last imported; null where that may not be kept (a place that became confidential). */
  readonly sourceSha256: string | null
  readonly removed: boolean
  readonly revision: number
}

type Origin = { readonly authority: string; readonly source: string }

const columnsBesideFacts = ['id', 'source_id', 'source_sha256', 'removed_at', 'revision'] as const
const columns = [...columnsBesideFacts, 'facts'] as const
type Row = {
  id: string
  facts: unknown
  source_id: string | null
  source_sha256: string | null
  removed_at: Date | null
  revision: number
}

const restOf = (row: Omit<Row, 'facts'>): Omit<DraftRow, 'facts'> => ({
  id: row.id,
  sourceSha256: row.source_sha256,
  removed: row.removed_at !== null,
  revision: row.revision,
})

const draftOf = (row: Row): DraftRow => ({ ...restOf(row), facts: serviceFacts.parse(row.facts) })

/** Facts of drafts that somebody has read before, by id. They count as long as nobody has edited them. */
export type KnownFacts = ReadonlyMap<string, { readonly revision: number; readonly facts: ServiceFacts }>

const drafts = (db: Db, authority: string) => db.selectFrom('office.draft_service').where('authority', '=', authority)

/** @returns the rows with their facts: those that are known, else from the database. */
async function withFacts(
  db: Db,
  authority: string,
  rows: readonly Omit<Row, 'facts'>[],
  known: KnownFacts,
): Promise<(DraftRow & { readonly sourceId: string })[]> {
  const isKnown = ({ id, revision }: Omit<Row, 'facts'>) => known.get(id)?.revision === revision
  const unknown = rows.filter((row) => !isKnown(row)).map(({ id }) => id)
  const read =
    unknown.length === 0 ? [] : await drafts(db, authority).select(['id', 'facts']).where('id', 'in', unknown).execute()
  const facts = new Map(read.map((row) => [row.id, serviceFacts.parse(row.facts)]))
  return rows.flatMap((row) => {
    const said = isKnown(row) ? known.get(row.id)?.facts : facts.get(row.id)
    return said ? [{ ...restOf(row), facts: said, sourceId: row.source_id ?? '' }] : []
  })
}

/** Drafts imported earlier, by their id in the source. */
export async function findImported(
  db: Db,
  { authority, source }: Origin,
  ids: readonly string[],
  known?: KnownFacts,
): Promise<ReadonlyMap<string, DraftRow>> {
  const wanted = drafts(db, authority).where('source', '=', source).where('source_id', 'in', ids)
  if (known) {
    const found = await withFacts(db, authority, await wanted.select(columnsBesideFacts).execute(), known)
    return new Map(found.map(({ sourceId, ...row }) => [sourceId, row]))
  }
  return new Map((await wanted.select(columns).execute()).map((row) => [row.source_id ?? '', draftOf(row)]))
}

/** Drafts by their own id. */
export async function findOwn(
  db: Db,
  authority: string,
  ids: readonly string[],
  known?: KnownFacts,
): Promise<ReadonlyMap<string, DraftRow>> {
  if (ids.length === 0) return new Map()
  const wanted = drafts(db, authority).where('id', 'in', ids)
  if (known) {
    const found = await withFacts(db, authority, await wanted.select(columnsBesideFacts).execute(), known)
    return new Map(found.map(({ sourceId: _, ...row }) => [row.id, row]))
  }
  return new Map((await wanted.select(columns).execute()).map((row) => [row.id, draftOf(row)]))
}

/** Ids of the file so far, where a file of any length needs no memory here. */
export async function createSeen(tx: Db): Promise<void> {
  await sql`create temporary table import_seen (source_id text primary key) on commit drop`.execute(tx)
}

/** Those of these ids that no earlier batch had. */
export async function firstSeen(tx: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ source_id: string }>`
    insert into import_seen (source_id)
    select distinct json_array_elements_text(${JSON.stringify(ids)}::json)
    on conflict do nothing returning source_id`.execute(tx)
  return new Set(rows.map((row) => row.source_id))
}

/** Services of the draft that came from this source. */
export async function countImported(tx: Db, { authority, source }: Origin): Promise<number> {
  const { count } = await tx
    .selectFrom('office.draft_service')
    .select((one) => one.fn.countAll<string>().as('count'))
    .where('authority', '=', authority)
    .where('source', '=', source)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Those of them that the file no longer has; for the end of a run. A file that went out from here has their own ids. */
export async function findGone(tx: Db, { authority, source }: Origin): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from office.draft_service draft
    where authority = ${authority}::uuid and source = ${source} and removed_at is null
      and not exists (select from import_seen seen where seen.source_id in (draft.source_id, draft.id::text))
    order by id`.execute(tx)
  return rows.map(({ id }) => id)
}

const changedAt = (act: Act): Date => new Date(act.at.epochMilliseconds)

/**
 * Adds them, and to what the act of the audit record changed: one statement, to which their facts are sent once.
 *
 * @returns their ids, in the same order.
 */
export async function addServices(
  tx: Db,
  act: Act,
  { authority, source, record: audit }: Origin & { readonly record: string },
  services: readonly ParsedRecord[],
): Promise<readonly string[]> {
  if (services.length === 0) return []
  const { person, as } = authorOf(act, authority)
  const ids = services.map(() => newShortId())
  // The facts are JSON already.
  const rows = services.map(({ record, json, sha256 }, index) => {
    const rest = JSON.stringify({ id: ids[index], source_id: record.sourceId, sha256 })
    return `{"facts":${json},${rest.slice(1)}`
  })
  await sql`
    with row as materialized (
      select * from json_to_recordset(${`[${rows.join()}]`}::json)
        as t (id uuid, facts jsonb, source_id text, sha256 text)
    ), added as (
      insert into office.draft_service (id, authority, facts, source, source_id, source_sha256, changed_at, changed_by,
        changed_by_person)
      select id, ${authority}::uuid, facts, ${source}, source_id, sha256, ${changedAt(act)}::timestamptz, ${as},
        ${person}::uuid
      from row
    )
    insert into office.change (record, authority, at, thing, thing_id, after)
    select ${audit}::bigint, ${authority}::uuid, ${changedAt(act)}::timestamptz, 'service', id::text, facts
    from row`.execute(tx)
  return ids
}

export async function changeServices(
  tx: Db,
  act: Act,
  { authority }: Origin,
  services: readonly { readonly parsed: ParsedRecord; readonly draft: DraftRow; readonly own: boolean }[],
): Promise<void> {
  if (services.length === 0) return
  const { person, as } = authorOf(act, authority)
  // One that went out from here is edited by whoever brings it back: another list it came from no longer changes it.
  const rows = services.map(({ parsed, draft, own }) => ({
    id: draft.id,
    facts: parsed.facts,
    sha256: own ? null : parsed.sha256,
  }))
  await sql`
    update office.draft_service draft
    set facts = row.facts, source_sha256 = coalesce(row.sha256, draft.source_sha256), revision = draft.revision + 1,
      changed_at = ${changedAt(act)}, changed_by = ${as}, changed_by_person = ${person}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, facts jsonb, sha256 text)
    where draft.id = row.id`.execute(tx)
}
