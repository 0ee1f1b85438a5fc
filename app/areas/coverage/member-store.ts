/** The members of an association, and where each stands. */
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import type { Member, Segment } from './coverage-rules.ts'

/** Of every member that is an authority still: facts, step and marks, one row each. */
export function memberRows(association: string): RawBuilder<unknown> {
  return sql`
    select town.id, town.country, town.slug, town.name, town.names, town.population, town.children,
      town.latitude, town.longitude,
      invited.last_at as invited_at, staffed.since as staffed_since, standing.first_published_at as published_since,
      case when standing.authority is not null then 'published' when staffed.authority is not null then 'staffed'
        when invited.authority is not null then 'invited' else 'silent' end as step,
      coalesce(standing.core_answered >= standing.core, false) as core,
      coalesce(standing.services > 0 and standing.services_fresh = standing.services, false) as fresh,
      coalesce(site.verdict in ('embedded', 'export'), false) as embedded
    from published.association_member member
      join published.authority town on town.id = member.authority and town.status = 'active'
      left join office.invited_authority invited on invited.authority = town.id
      left join office.staffed_authority staffed on staffed.authority = town.id
      left join office.standing standing on standing.authority = town.id
      left join office.site_finding site on site.authority = town.id
    where member.association = ${association}::uuid`
}

/** Ids of an area and of the areas that belong to it, at any depth. */
function areasDown(area: string): RawBuilder<unknown> {
  return sql`with recursive down (id) as (
      select ${area}::uuid
      union
      select inner_area.id from down join published.authority_area link on link.area = down.id
        join published.authority inner_area on inner_area.id = link.authority and inner_area.kind <> 'municipality'
    ) select id from down`
}

/** What keeps the rows of a segment, of those named `member`. */
export function inSegment({ steps, area, populationFrom, populationTo, without = [] }: Segment): RawBuilder<boolean> {
  const conditions = [
    steps.length > 0 ? sql`member.step = any(${[...steps]}::text[])` : sql`true`,
    area === undefined
      ? sql`true`
      : sql`exists (select from published.authority_area within
          where within.authority = member.id and within.area in (${areasDown(area)}))`,
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
  population: z.number().nullable(),
  step: z.enum(['silent', 'invited', 'staffed', 'published']),
  core: z.boolean(),
  fresh: z.boolean(),
  embedded: z.boolean(),
  invited_at: z.date().nullable(),
  staffed_since: z.date().nullable(),
  published_since: z.date().nullable(),
})

const instant = (date: Date | null) => date && Temporal.Instant.fromEpochMilliseconds(date.getTime())

function memberOf(given: unknown): Member {
  const row = memberRow.parse(given)
  const { id, country, slug, name, names, population, step } = row
  return {
    ...{ id, country, slug, name, names, population, step },
    marks: (['core', 'fresh', 'embedded'] as const).filter((mark) => row[mark]),
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
  // First which, then what of them: to sort whole rows would take longer than all else.
  const { rows } = await sql`
    with shown as materialized (
      select id, name from (${memberRows(association)}) member where ${inSegment(segment)} and ${only}
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
    select count(*)::integer as count from (${memberRows(association)}) member
    where ${inSegment(segment)} and ${only}`.execute(db)
  return rows[0]?.count ?? 0
}
