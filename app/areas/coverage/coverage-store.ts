/** Counts of the members of an association, and the areas they lie in. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import { type Alike, type Area, type Segment, type Spot, type Spots, steps } from './coverage-rules.ts'
import { inSegment, memberRows } from './member-store.ts'

const alikeRow = z.object({
  step: z.enum(['silent', 'invited', 'staffed', 'published']),
  core: z.boolean(),
  fresh: z.boolean(),
  embedded: z.boolean(),
  areas: z.array(z.string()),
  authorities: z.number(),
  population: z.number(),
  children: z.number(),
})

/** Members that are alike, counted together: as many rows as there are kinds of them, not as there are members. */
export async function countAlike(db: Db, association: string): Promise<Alike[]> {
  const { rows } = await sql`
    with member as materialized (
      select id, step, core, fresh, embedded, population, children from (${memberRows(association)}) member
    ),
    -- Most lie in one area: only the others are worth sorting. In any order: two orders of the same areas are two rows
    -- with the same sums.
    several as materialized (
      select authority from published.authority_area group by authority having count(*) > 1
    ),
    lies as (
      select authority, array[area] as areas from published.authority_area link
      where not exists (select from several where several.authority = link.authority)
      union all
      select authority, array_agg(area) from published.authority_area join several using (authority) group by authority
    )
    select member.step, member.core, member.fresh, member.embedded, coalesce(lies.areas, '{}') as areas,
      count(*)::integer as authorities, coalesce(sum(member.population), 0)::float8 as population,
      coalesce(sum(member.children), 0)::float8 as children
    from member left join lies on lies.authority = member.id
    group by 1, 2, 3, 4, 5`.execute(db)
  return z
    .array(alikeRow)
    .parse(rows)
    .map(({ core, fresh, embedded, ...row }) => ({
      ...row,
      marks: (['core', 'fresh', 'embedded'] as const).filter((mark) => ({ core, fresh, embedded })[mark]),
    }))
}

/** All areas of a country, by name. @param country ISO 3166-1, upper case. */
export async function listAreas(db: Db, country: string): Promise<Area[]> {
  const { rows } = await sql<Area>`
    select area.id, area.kind, area.slug, area.name, area.names,
      array(select link.area from published.authority_area link where link.authority = area.id) as above
    from published.authority area
    where area.country = ${country} and area.kind in ('district', 'region', 'joint') and area.status = 'active'
    order by area.name, area.id`.execute(db)
  return rows
}

/** How many parts the height of a map has at most: a part is about as large as a point that is drawn. */
const parts = 64

/**
 * Where members are.
 *
 * @param area id: of its members alone; undefined: of all.
 */
export async function readSpots(db: Db, association: string, area: string | undefined): Promise<Spots> {
  const segment: Segment = { steps: [], area }
  const { rows } = await sql<{ latitude: number | null; longitude: number | null; step: Spot['step']; count: number }>`
    with member as materialized (
      select latitude, longitude, array_position(${[...steps]}::text[], step) as step
      from (${memberRows(association)}) member where ${inSegment(segment)}
    ), size as (
      select greatest(max(latitude) - min(latitude), 0.05) / ${parts}::float8 as part from member
    )
    select round(latitude / part) * part as latitude, round(longitude / (part * 1.5)) * part * 1.5 as longitude,
      (${[...steps]}::text[])[mode() within group (order by step)] as step, count(*)::integer as count
    from member, size group by 1, 2`.execute(db)
  const spots = rows.flatMap(({ latitude, longitude, step, count }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, step, authorities: count }],
  )
  const all = rows.reduce((sum, { count }) => sum + count, 0)
  return { spots, nowhere: all - spots.reduce((sum, { authorities }) => sum + authorities, 0) }
}

/** Members whose page has changed and has not been counted since, of an association. */
export async function membersToCount(db: Db, association: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select due.authority from office.standing_due due
      join published.association_member member on member.authority = due.authority
    where member.association = ${association}::uuid limit ${most}`.execute(db)
  return rows.map(({ authority }) => authority)
}
