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
}

type Origin = { readonly authority: string; readonly source: string }

/** Drafts imported earlier, by their id in the source. */
export async function findImported(
  db: Db,
  { authority, source }: Origin,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DraftRow>> {
  const rows = await db
    .selectFrom('office.draft_service')
    .select(['id', 'facts', 'source_id', 'source_sha256', 'removed_at'])
    .where('authority', '=', authority)
    .where('source', '=', source)
    .where('source_id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.source_id ?? '',
      {
        id: row.id,
        facts: serviceFacts.parse(row.facts),
        sourceSha256: row.source_sha256,
        removed: row.removed_at !== null,
      },
    ]),
  )
}

const changedAt = (act: Act): Date => new Date(act.at.epochMilliseconds)

/** @returns the ids that the services were given, in order. */
export async function addServices(
  tx: Db,
  act: Act,
  { authority, source }: Origin,
  services: readonly ParsedRecord[],
): Promise<readonly string[]> {
  if (services.length === 0) return []
  const { person, as } = authorOf(act, authority)
  const rows = services.map(({ record, facts, sha256 }) => ({
    id: newShortId(),
    facts,
    source_id: record.sourceId,
    sha256,
  }))
  await sql`
    insert into office.draft_service (id, authority, facts, source, source_id, source_sha256, changed_at, changed_by,
      changed_by_person)
    select row.id, ${authority}, row.facts, ${source}, row.source_id, row.sha256, ${changedAt(act)}, ${as},
      ${person}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, facts jsonb, source_id text, sha256 text)`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function changeServices(
  tx: Db,
  act: Act,
  { authority }: Origin,
  services: readonly { readonly parsed: ParsedRecord; readonly draft: DraftRow }[],
): Promise<void> {
  if (services.length === 0) return
  const { person, as } = authorOf(act, authority)
  const rows = services.map(({ parsed, draft }) => ({ id: draft.id, facts: parsed.facts, sha256: parsed.sha256 }))
  await sql`
    update office.draft_service draft
    set facts = row.facts, source_sha256 = row.sha256, revision = draft.revision + 1,
      changed_at = ${changedAt(act)}, changed_by = ${as}, changed_by_person = ${person}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (id uuid, facts jsonb, sha256 text)
    where draft.id = row.id`.execute(tx)
}
