/** The members of an association, and where each stands. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import { type Member, marks, type Segment } from './coverage-rules.ts'

/** Of every member that is an authority still, one row each: what is counted. The database keeps it (migration 0047). */
export function stepRows(association: string): RawBuilder<unknown> {
  return sql`
    select authority as id, name, step, core, fresh, embedded, signed,
      coalesce(extract(year from now() at time zone 'UTC')::integer = any(event_years), false) as event,
      coalesce((select max(number) from published.report_cycle where opens <= current_date) = any(report_cycles), false)
        as reported,
      areas, population, children, latitude, longitude
    from office.member_step where association = ${association}::uuid`
}

/** The same rows with all that is known of the members: what a list shows. */
export function memberRows(association: string): RawBuilder<unknown> {
  return sql`
    select member.*, town.country, town.slug, town.names, invited.last_at as invited_at,
      (select code from published.authority_code code where code.authority = member.id and code.valid_to = 'infinity'
        order by code.scheme = 'LAU', code.scheme, code.code limit 1) as code,
      (select since from office.staffed_authority staffed where staffed.authority = member.id) as staffed_since,
      standing.first_answered_at as published_since
    from (${stepRows(association)}) member
      join published.authority town on town.id = member.id
      left join office.invited_authority invited on invited.authority = member.id
      left join office.standing standing on standing.authority = member.id`
}

/** An array of the ids of some areas of a country and of its areas that belong to them, at any depth. */
function areasDown(areas: readonly string[]): RawBuilder<unknown> {
  return sql`array(with recursive
    link (inner_area, area) as materialized (
      select link.authority, link.area from published.authority start
        join published.authority inner_area on inner_area.country = start.country
          and inner_area.kind in ('district', 'region', 'joint', 'country')
        join published.authority_area link on link.authority = inner_area.id
      where start.id = ${areas[0] ?? null}::uuid
    ),
    down (id) as (
      select unnest(${[...areas]}::uuid[])
      union
      select link.inner_area from down join link on link.area = down.id
    )
    select id from down)`
}

/** What keeps the rows of a segment, of those named `member`. */
export function inSegment({
  steps,
  areas = [],
  populationFrom,
  populationTo,
  without = [],
}: Segment): RawBuilder<boolean> {
  const conditions = [
    steps.length > 0 ? sql`member.step = any(${[...steps]}::text[])` : sql`true`,
    areas.length === 0 ? sql`true` : sql`member.areas && ${areasDown(areas)}`,
    populationFrom === undefined ? sql`true` : sql`member.population >= ${populationFrom}::integer`,
    populationTo === undefined ? sql`true` : sql`member.population <= ${populationTo}::integer`,
    ...without.map((mark) => sql`not ${sql.ref(`member.${mark}`)}`),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

const memberRow = z.object({
  id: z.string(),
  country: z.string(),
  slug: z.string(),
  name: z.string(),
  names: z.record(z.string(), z.string()),
  code: z.string().nullable(),
  areas: z.array(z.string()),
  population: z.number().nullable(),
  children: z.number().nullable(),
  step: z.enum(['silent', 'invited', 'staffed', 'published']),
  core: z.boolean(),
  fresh: z.boolean(),
  embedded: z.boolean(),
  signed: z.boolean(),
  event: z.boolean(),
  reported: z.boolean(),
  invited_at: z.date().nullable(),
  staffed_since: z.date().nullable(),
  published_since: z.date().nullable(),
})

const instant = (date: Date | null) => date && Temporal.Instant.fromEpochMilliseconds(date.getTime())

function memberOf(given: unknown): Member {
  const row = memberRow.parse(given)
  const { id, country, slug, name, names, code, areas, population, children, step } = row
  return {
    ...{ id, country, slug, name, names, code, areas, population, children, step },
    marks: marks.filter((mark) => row[mark]),
    invitedAt: instant(row.invited_at),
    staffedSince: instant(row.staffed_since),
    publishedSince: instant(row.published_since),
  }
}

/** A part of the members of a segment by name; the order says nothing else. @param only of the rows named `member`. */
export async function listMembers(
  db: Db,
  association: string,
  segment: Segment,
  part: { readonly from: number; readonly most: number },
  only: RawBuilder<boolean> = sql`true`,
): Promise<Member[]> {
  // First which, in the order of an index; then what of them.
  const { rows } = await sql`
    with shown as materialized (
      select id, name from (${stepRows(association)}) member where ${inSegment(segment)} and ${only}
      order by name, id offset ${part.from} limit ${part.most}
    )
    select member.* from (${memberRows(association)}) member join shown on shown.id = member.id
    order by shown.name, shown.id`.execute(db)
  return rows.map(memberOf)
}

export async function countSegment(
  db: Db,
  association: string,
  segment: Segment,
  only: RawBuilder<boolean> = sql`true`,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${stepRows(association)}) member
    where ${inSegment(segment)} and ${only}`.execute(db)
  return rows[0]?.count ?? 0
}
