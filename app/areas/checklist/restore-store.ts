/** What restoring reads beside the draft, and which restorings there were. */
import { sql } from 'kysely'
import type { Author } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { type RecordedChange, readChanges } from './change-store.ts'
import { serviceFacts } from './schema.ts'

/** An act that replaced parts of the draft. */
export interface Restoring {
  /** Id of its audit record. */
  readonly record: string
  readonly at: Temporal.Instant
  readonly by: Author
}

/** Whose services these are, and as what those that were taken out of this town's draft stood there last. */
export async function readOwners(db: Db, authority: string, ids: readonly string[]) {
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('office.draft_service')
          .select(['id', 'authority', 'facts', 'removed_at', 'revision'])
          .where('id', 'in', ids)
          .execute()
  const own = rows.filter((row) => row.authority === authority)
  return {
    elsewhere: new Set(rows.filter((row) => row.authority !== authority).map(({ id }) => id)),
    removed: new Map(
      own.filter((row) => row.removed_at !== null).map((row) => [row.id, serviceFacts.parse(row.facts)] as const),
    ),
    revisions: new Map(own.map((row) => [row.id, row.revision] as const)),
  }
}

/** Those of these authorities that were merged into another or split. */
export async function mergedOf(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('published.authority')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .where('status', '<>', 'active')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** What a restoring changed, thing by thing; empty where there was none, or it is not kept any more. */
export async function readReplaced(db: Db, authority: string, record: string): Promise<RecordedChange[]> {
  const rows = await db
    .selectFrom('audit.record')
    .select('id')
    .where('authority', '=', authority)
    .where(sql<string>`detail ->> 'restoring'`, '=', record)
    .orderBy('id')
    .execute()
  const found = await readChanges(
    db,
    rows.map(({ id }) => `${id}`),
  )
  return [...found.values()].flat()
}

/** Newest first. */
export async function lastRestorings(db: Db, authority: string, limit: number): Promise<Restoring[]> {
  const rows = await db
    .selectFrom('audit.record as record')
    .select(['id', 'at', 'person', 'actor'])
    .where('authority', '=', authority)
    .where('action', 'in', ['checklist.restore', 'checklist.bring-back-draft'])
    .where(
      sql<boolean>`exists (select from audit.record thing join office.change change on change.record = thing.id
        where thing.authority = record.authority and thing.detail ->> 'restoring' = record.id::text)`,
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, person, actor }) => ({
    record: `${id}`,
    at: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
    by: { person, as: actor },
  }))
}
