/**
 * States of a town: its draft, what the public sees, any version. Compared by the database, so that of a town with
 * thousands of services only those that differ are read. Facts are compared as they are stored; how they are stored is
 * how the schema writes them.
 */
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import type { Change, Said } from './changes.ts'
import { answer, localText, type Service } from './schema.ts'
import { storedFacts, storedService } from './stored-facts.ts'

export type State = 'draft' | 'published' | { readonly version: number }

/** A service of which two states say different things. */
export interface Differing {
  readonly id: string
  readonly change: Change['change']
  /** Of the later state; of the earlier one where it is gone. */
  readonly kinds: readonly string[]
  readonly name: Service['name']
}

/** Rows of `id` and `stored`: the facts, of a version with the id among them. @param ids only these. */
function servicesOf(authority: string, state: State, ids?: readonly string[]): RawBuilder<unknown> {
  if (ids) return sql`select id, stored from (${servicesOf(authority, state)}) state where id = any(${ids}::uuid[])`
  if (state === 'draft') {
    return sql`select id, facts as stored from office.draft_service
      where authority = ${authority}::uuid and removed_at is null`
  }
  if (state === 'published') {
    return sql`select id, facts as stored from published.service where authority = ${authority}::uuid`
  }
  return sql`
    select (one ->> 'id')::uuid as id, one as stored
    from published.snapshot, jsonb_array_elements(document -> 'services') as one
    where authority = ${authority}::uuid and version = ${state.version}`
}

const isVersion = (state: State) => typeof state !== 'string'

/** What is stored of one row of a state, as it is compared with that of another: without the id if only one has it. */
function comparable(row: 'earlier' | 'later', state: State, other: State): RawBuilder<unknown> {
  const stored = sql.ref(`${row}.stored`)
  return isVersion(state) && !isVersion(other) ? sql`${stored} - 'id'` : stored
}

/** In no order. @param ids only these. */
export async function differingServices(
  db: Db,
  authority: string,
  before: State,
  after: State,
  ids?: readonly string[],
): Promise<Differing[]> {
  if (ids?.length === 0) return []
  const { rows } = await sql<{ id: string; change: Change['change']; kinds: unknown; name: unknown }>`
    with earlier as materialized (${servicesOf(authority, before, ids)}),
      later as materialized (${servicesOf(authority, after, ids)})
    select id,
      case when earlier.stored is null then 'added' when later.stored is null then 'removed' else 'changed' end as change,
      coalesce(later.stored, earlier.stored) -> 'kinds' as kinds, coalesce(later.stored, earlier.stored) -> 'name' as name
    from earlier full join later using (id)
    where ${comparable('earlier', before, after)} is distinct from ${comparable('later', after, before)}`.execute(db)
  const kinds = z.array(z.string())
  return rows.map((row) => ({ ...row, kinds: kinds.parse(row.kinds), name: localText.parse(row.name) }))
}

/** Those of these services that the state has, in no order. */
export async function readServices(
  db: Db,
  authority: string,
  state: State,
  ids: readonly string[],
): Promise<Service[]> {
  if (ids.length === 0) return []
  const stored = isVersion(state) ? sql`stored - 'id'` : sql`stored`
  const { rows } = await sql<{ id: string; facts: unknown }>`
    select id, ${stored} as facts from (${servicesOf(authority, state, ids)}) state`.execute(db)
  return rows.map(({ id, facts }) => ({ ...storedFacts(facts), id }))
}

/** A part of the services of a version, in the order of its page. */
export async function readServicesInOrder(
  db: Db,
  authority: string,
  version: number,
  part: { readonly from: number; readonly most: number },
): Promise<{ readonly services: readonly Service[]; readonly total: number }> {
  const { rows } = await sql<{ one: unknown; total: number }>`
    with version as materialized (
      select document -> 'services' as services from published.snapshot
      where authority = ${authority}::uuid and version = ${version}
    )
    select one, (select jsonb_array_length(services) from version)::integer as total
    from version, jsonb_array_elements(services) with ordinality as element (one, position)
    where position > ${part.from}::bigint and position <= ${part.from + part.most}::bigint
    order by position`.execute(db)
  return { services: rows.map(({ one }) => storedService(one)), total: rows[0]?.total ?? 0 }
}

export async function readPublishedService(db: Db, authority: string, id: string): Promise<Service | undefined> {
  return (await readServices(db, authority, 'published', [id]))[0]
}

/** What a state says beside its services; undefined where there is no such version, or nothing is published. */
export async function readWords(
  db: Db,
  authority: string,
  state: State,
): Promise<(Omit<Said, 'services'> & { readonly publishedAt?: Temporal.Instant }) | undefined> {
  if (state === 'draft') return readDraftedWords(db, authority)
  const version =
    state === 'published'
      ? sql`(select version from published.current_snapshot where authority = ${authority}::uuid)`
      : sql`${state.version}`
  const { rows } = await sql<{ introduction: unknown; answers: unknown; published_at: Date }>`
    select document -> 'introduction' as introduction, document -> 'answers' as answers, published_at
    from published.snapshot where authority = ${authority}::uuid and version = ${version}`.execute(db)
  const [row] = rows
  return (
    row && {
      introduction: localText.parse(row.introduction),
      answers: z.array(answer).parse(row.answers),
      publishedAt: Temporal.Instant.fromEpochMilliseconds(row.published_at.getTime()),
    }
  )
}

export async function readDraftedWords(db: Db, authority: string): Promise<Omit<Said, 'services'>> {
  const page = await db
    .selectFrom('office.draft_page')
    .select('introduction')
    .where('authority', '=', authority)
    .executeTakeFirst()
  const answers = await db
    .selectFrom('office.draft_answer')
    .select('answer')
    .where('authority', '=', authority)
    .execute()
  return {
    introduction: localText.parse(page?.introduction ?? {}),
    answers: answers.map((row) => answer.parse(row.answer)),
  }
}

/**
 * Of the draft: whether it is still as somebody looked at it. Every edit counts a revision, so that nothing of what is
 * drafted is in it.
 */
export async function draftStamp(db: Db, authority: string): Promise<string> {
  const { rows } = await sql<{ stamp: string | null }>`
    select string_agg(thing || ' ' || revision, ',' order by thing) as stamp from (
      select 'page' as thing, revision from office.draft_page where authority = ${authority}::uuid
      union all select kind, revision from office.draft_answer where authority = ${authority}::uuid
      union all select id::text, revision from office.draft_service
        where authority = ${authority}::uuid and removed_at is null
    ) drafted`.execute(db)
  return createHash('sha256')
    .update(rows[0]?.stamp ?? '')
    .digest('hex')
}
