/** Reads the audit trail of an authority, or of what belongs to none. */
import { sql } from 'kysely'
import type { Author } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'

/** What an act is about; the words of the filter. */
export const actKinds = ['answers', 'services', 'introduction', 'publishing', 'people', 'support', 'other'] as const
export type ActKind = (typeof actKinds)[number]

export interface TrailRecord {
  readonly id: string
  readonly at: Temporal.Instant
  readonly author: Author
  /** `area.verb`. */
  readonly action: string
  readonly kind: ActKind
  /** What it was done to, such as `service <id>`. */
  readonly subject: string
  /** Names and counts. */
  readonly detail: Readonly<Record<string, unknown>>
}

export interface TrailFilter {
  /** Null: acts that belong to no authority. */
  readonly authority: string | null
  /** Id. */
  readonly person?: string | undefined
  readonly kind?: ActKind | undefined
  readonly action?: string | undefined
}

const kind = sql<ActKind>`case
  when subject like 'answer %' then 'answers'
  when subject like 'service%' then 'services'
  when subject = 'introduction' then 'introduction'
  when subject like 'version %' or subject in ('approval', 'two-pairs') then 'publishing'
  when split_part(action, '.', 1) = 'support' then 'support'
  when split_part(action, '.', 1) in ('accounts', 'people', 'privacy') then 'people'
  else 'other' end`

const detailOf = (detail: unknown): Readonly<Record<string, unknown>> =>
  typeof detail === 'object' && detail !== null ? Object.fromEntries(Object.entries(detail)) : {}

/** Newest first. @param page `before`: ids below it alone. */
export async function readTrail(
  db: Db,
  { authority, person, kind: wanted, action }: TrailFilter,
  page: { readonly limit: number; readonly offset?: number; readonly before?: string | undefined },
): Promise<TrailRecord[]> {
  let query = db
    .selectFrom('audit.record')
    .select(['id', 'at', 'person', 'actor', 'action', 'subject', 'detail'])
    .select(kind.as('kind'))
    .where('authority', authority === null ? 'is' : '=', authority)
  if (person !== undefined) query = query.where('person', '=', person)
  if (wanted !== undefined) query = query.where(kind, '=', wanted)
  if (action !== undefined) query = query.where('action', '=', action)
  if (page.before !== undefined) query = query.where('id', '<', page.before)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute()
  return rows.map((row) => ({
    id: `${row.id}`,
    at: Temporal.Instant.fromEpochMilliseconds(row.at.getTime()),
    author: { person: row.person, as: row.actor },
    action: row.action,
    kind: row.kind,
    subject: row.subject,
    detail: detailOf(row.detail),
  }))
}

/** Ids of the persons who stand in a trail, whether they still exist or not. */
export async function personsIn(db: Db, authority: string | null): Promise<string[]> {
  const rows = await db
    .selectFrom('audit.record')
    .select('person')
    .distinct()
    .where('authority', authority === null ? 'is' : '=', authority)
    .where('person', 'is not', null)
    .execute()
  return rows.flatMap(({ person }) => person ?? [])
}
