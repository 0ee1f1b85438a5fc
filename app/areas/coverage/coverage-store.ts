/** Counts of the members of an association, and the areas they lie in. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import { type Alike, type Area, marks, mostlyOn, type Segment, type Spots, steps } from './coverage-rules.ts'
import { inSegment, stepRows } from './member-store.ts'

const alikeRow = z.object({
  step: z.enum(['silent', 'invited', 'staffed', 'published']),
  core: z.boolean(),
  fresh: z.boolean(),
  embedded: z.boolean(),
  signed: z.boolean(),
  event: z.boolean(),
  reported: z.boolean(),
  areas: z.array(z.string()),
  authorities: z.number(),
  population: z.number(),
  children: z.number(),
})

/** Members that are alike, counted together: as many rows as there are kinds of them, not as there are members. */
export async function countAlike(db: Db, association: string): Promise<Alike[]> {
  const { rows } = await sql`
    select step, core, fresh, embedded, signed, event, reported, areas, count(*)::integer as authorities,
      coalesce(sum(population), 0)::float8 as population, coalesce(sum(children), 0)::float8 as children
    from (${stepRows(association)}) member
    group by step, core, fresh, embedded, signed, event, reported, areas`.execute(db)
  return z
    .array(alikeRow)
    .parse(rows)
    .map(({ core, fresh, embedded, signed, event, reported, ...row }) => ({
      ...row,
      marks: marks.filter((mark) => ({ core, fresh, embedded, signed, event, reported })[mark]),
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

interface Square {
  readonly latitude: number | null
  readonly longitude: number | null
  /** How many are on each of the steps, in their order. */
  readonly on: readonly number[]
}

/**
 * Where members are, in an order that does not change while they are where they are.
 *
 * @param area id: of its members alone; undefined: of all.
 */
export async function readSpots(db: Db, association: string, area: string | undefined): Promise<Spots> {
  const segment: Segment = { steps: [], areas: area === undefined ? [] : [area] }
  const member = sql`(${stepRows(association)}) member`
  const on = steps.map((step) => sql`count(*) filter (where step = ${step})::integer`)
  const { rows } = await sql<Square>`
    with size as materialized (
      select greatest(max(latitude) - min(latitude), 0.05) / ${parts}::float8 as part from ${member}
      where ${inSegment(segment)}
    )
    select round(latitude / part) * part as latitude, round(longitude / (part * 1.5)) * part * 1.5 as longitude,
      array[${sql.join(on)}] as on
    from ${member}, size where ${inSegment(segment)} group by 1, 2 order by 1, 2`.execute(db)
  const all = rows.map((row) => ({ ...row, authorities: row.on.reduce((sum, count) => sum + count, 0) }))
  const spots = all.flatMap(({ latitude, longitude, on: counts, authorities }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, authorities, step: mostlyOn(counts) }],
  )
  const sumOf = (those: readonly { readonly authorities: number }[]) =>
    those.reduce((sum, { authorities }) => sum + authorities, 0)
  return { spots, nowhere: sumOf(all) - sumOf(spots) }
}

/** Members whose page has changed and has not been counted since, of an association. */
export async function membersToCount(db: Db, association: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select due.authority from office.standing_due due
      join published.association_member member on member.authority = due.authority
    where member.association = ${association}::uuid limit ${most}`.execute(db)
  return rows.map(({ authority }) => authority)
}

/**
 * Writes again what is kept of members where it differs from what it follows from.
 *
 * @returns of how many authorities: none, unless somebody wrote past the triggers, as a restored backup may.
 */
export async function mendSteps(db: Db): Promise<number> {
  const { rows } = await sql<{ mended: number }>`
    with wrong as materialized (select array_agg(distinct authority) as authorities from office.member_step_wrong),
    kept as materialized (select office.keep_member_steps(authorities) from wrong where authorities is not null)
    select coalesce(cardinality(authorities), 0) as mended from wrong left join kept on true`.execute(db)
  return rows[0]?.mended ?? 0
}
