/** Published versions, and the rows that reading joins with. Written in the transaction that publishes. */
import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import type { Author } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { writeAnswerStandards } from './answer-look-store.ts'
import { settleOffers } from './offers/settle-store.ts'
import type { SnapshotDocument } from './schema.ts'
import { forgetWords, writeSearchRows } from './search-row-store.ts'
import { storedDocument } from './stored-facts.ts'
import type { Town } from './town-store.ts'

export type VersionRow = {
  readonly version: number
  readonly publishedAt: Temporal.Instant
  /** Who published it: for the office alone. */
  readonly publishedBy: Author
  readonly answers: number
  readonly services: number
  /** Something was taken out of it afterwards. */
  readonly redacted: boolean
}

/** Of the RFC 8785 form, in hexadecimal. */
export const sha256Of = (value: object): string => sha256OfCanonical(canonicalize(value) ?? '')

export const sha256OfCanonical = (json: string): string => hash('sha256', json)

/**
 * The RFC 8785 form of what the schema has read, as `sha256Of` takes it and three times as fast: lists of a million
 * services wait for it. Undefined where a text holds what the database cannot: half a character, or the character nought.
 */
export function canonicalOf(facts: object): string | undefined {
  const json = JSON.stringify(inOrder(facts))
  return json.includes('\\u') && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json) ? undefined : json
}

/** The same with the members of every object in order. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(inOrder)
  const members = new Map(Object.entries(value))
  const ordered: Record<string, unknown> = {}
  for (const key of [...members.keys()].sort()) ordered[key] = inOrder(members.get(key))
  return ordered
}

export async function readVersion(db: Db, authority: string, version: number): Promise<SnapshotDocument | undefined> {
  const row = await db
    .selectFrom('published.snapshot')
    .select('document')
    .where('authority', '=', authority)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && storedDocument(row.document)
}

export async function readCurrent(db: Db, authority: string): Promise<SnapshotDocument | undefined> {
  const row = await db
    .selectFrom('published.current_snapshot as current')
    .innerJoin('published.snapshot as snapshot', (join) =>
      join.onRef('snapshot.authority', '=', 'current.authority').onRef('snapshot.version', '=', 'current.version'),
    )
    .select('snapshot.document')
    .where('current.authority', '=', authority)
    .executeTakeFirst()
  return row && storedDocument(row.document)
}

/** How much of it there is, without reading it all. Undefined where nothing is published. */
export async function countCurrent(
  db: Db,
  authority: string,
): Promise<{ readonly answered: number; readonly available: number; readonly services: number } | undefined> {
  const { rows } = await sql<{ answered: number; available: number; services: number }>`
    select jsonb_array_length(document->'answers') as answered,
      jsonb_array_length(jsonb_path_query_array(document, '$.answers[*] ? (@.status == "available")')) as available,
      jsonb_array_length(document->'services') as services
    from published.current_snapshot join published.snapshot using (authority, version)
    where authority = ${authority}`.execute(db)
  return rows[0]
}

/** Of what the public sees: another one where something was published, or taken out of it. Undefined where nothing was. */
export async function currentStamp(db: Db, authority: string): Promise<string | undefined> {
  const current = await currentPublication(db, authority)
  return current && `${current.version} ${await versionSha256(db, authority, current.version)}`
}

export async function publishedServiceIds(db: Db, authority: string): Promise<string[]> {
  const rows = await db.selectFrom('published.service').select('id').where('authority', '=', authority).execute()
  return rows.map(({ id }) => id)
}

/** Undefined where there is no such version. */
export async function versionSha256(db: Db, authority: string, version: number): Promise<string | undefined> {
  const row = await db
    .selectFrom('published.snapshot')
    .select('sha256')
    .where('authority', '=', authority)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.sha256
}

/** What the public sees, by number and day; undefined: the town has never published. */
export async function currentPublication(
  db: Db,
  authority: string,
): Promise<{ readonly version: number; readonly publishedAt: Temporal.Instant } | undefined> {
  const row = await db
    .selectFrom('published.current_snapshot as current')
    .innerJoin('published.snapshot as snapshot', (join) =>
      join.onRef('snapshot.authority', '=', 'current.authority').onRef('snapshot.version', '=', 'current.version'),
    )
    .select(['snapshot.version', 'snapshot.published_at'])
    .where('current.authority', '=', authority)
    .executeTakeFirst()
  return (
    row && {
      version: row.version,
      publishedAt: Temporal.Instant.fromEpochMilliseconds(row.published_at.getTime()),
    }
  )
}

/** Newest first. */
export async function listVersions(db: Db, authority: string): Promise<VersionRow[]> {
  const rows = await db
    .selectFrom('published.snapshot as snapshot')
    .innerJoin('office.publication as publication', (join) =>
      join
        .onRef('publication.authority', '=', 'snapshot.authority')
        .onRef('publication.version', '=', 'snapshot.version'),
    )
    .select([
      'snapshot.version',
      'snapshot.published_at',
      'publication.published_by',
      'publication.published_by_person',
    ])
    .select([
      sql<number>`jsonb_array_length(snapshot.document -> 'answers')`.as('answers'),
      sql<number>`jsonb_array_length(snapshot.document -> 'services')`.as('services'),
      sql<boolean>`exists (select from published.redaction redaction
        where redaction.authority = snapshot.authority and redaction.version = snapshot.version)`.as('redacted'),
    ])
    .where('snapshot.authority', '=', authority)
    .orderBy('snapshot.version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    publishedAt: Temporal.Instant.fromEpochMilliseconds(row.published_at.getTime()),
    publishedBy: { person: row.published_by_person, as: row.published_by },
    answers: row.answers,
    services: row.services,
    redacted: row.redacted,
  }))
}

/** Adds a version and makes it the current one. */
export async function insertVersion(tx: Db, town: Town, document: SnapshotDocument, by: Author): Promise<void> {
  const { authority, version } = document
  const published_at = new Date(document.publishedAt)
  await tx
    .insertInto('published.snapshot')
    .values({ authority, version, document: JSON.stringify(document), sha256: sha256Of(document), published_at })
    .execute()
  await tx
    .insertInto('office.publication')
    .values({ authority, version, published_by: by.as, published_by_person: by.person, published_at })
    .execute()
  await tx
    .insertInto('published.current_snapshot')
    .values({ authority, version, country: town.country })
    .onConflict((conflict) => conflict.column('authority').doUpdateSet({ version, country: town.country }))
    .execute()
  await writeAnswerStandards(tx, document)
}

/** Authorities whose people the published services of a town are for. */
export async function servedBy(db: Db, authority: string): Promise<string[]> {
  const rows = await db
    .selectFrom('published.service_area as area')
    .innerJoin('published.service as service', 'service.id', 'area.service')
    .select('area.authority')
    .distinct()
    .where('service.authority', '=', authority)
    .execute()
  return rows.map((row) => row.authority)
}

/** Replaces what reading joins with by the services of this version. */
export async function replaceServiceRows(tx: Db, town: Town, document: SnapshotDocument): Promise<void> {
  const { authority, version } = document
  const forget = await forgetWords(tx, sql`authority = ${authority}::uuid`)
  await tx.deleteFrom('published.service').where('authority', '=', authority).execute()
  const rows = document.services.map(({ id, ...facts }, position) => ({ id, kinds: facts.kinds, position, facts }))
  // As one JSON parameter: a town may have thousands, more than a statement has room for otherwise.
  await sql`
    insert into published.service (id, authority, country, version, kinds, position, facts)
    select row.id, ${authority}, ${town.country}, ${version},
      array(select jsonb_array_elements_text(row.kinds)), row.position, row.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, kinds jsonb, position integer, facts jsonb)`.execute(tx)
  await writeSearchRows(tx, document.services)
  await forget()
  await settleOffers(tx, document)
}
