/** Who inherits what an area offers: its towns, counted at once for a whole country. */
import { sql } from 'kysely'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory } from './directory-store.ts'
import type { Authority } from './rules.ts'

export interface InheritedArea {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly towns: number
}

export interface Inheritors {
  readonly count: number
  /** Regions of those towns, by name; a town may belong to several, and to none. */
  readonly regions: readonly InheritedArea[]
}

export interface InheritorsAsked {
  /** Towns of this area alone. */
  readonly within?: string | undefined
  readonly from: number
  readonly most: number
}

/**
 * Rows `town (id, name)`: the active towns among these authorities and below them, as `upFrom` has it from below. Every town
 * of a country belongs to the authority of the country; for others the links are followed downwards.
 */
const townsUnder = (areas: readonly string[]) => sql`
  start (id, kind, country, demonstration, status) as materialized (
    select id, kind, country, demonstration, status from published.authority where id = any(${[...areas]}::uuid[])
  ),
  state (country, demonstration) as (
    select distinct country, demonstration from start where kind = 'country' and status = 'active'
  ),
  down (id) as (
    select id from start where kind <> 'country'
    union
    select link.id from down join lateral (
      select authority as id from published.authority_area where area = down.id
      union all
      select id from published.authority where successor = down.id
      union all
      select split.authority from published.split_part split
      join published.authority whole on whole.id = split.authority and whole.status = 'split'
      where split.part = down.id
    ) link on true
  ),
  town (id, name) as materialized (
    select town.id, town.name from state
    join published.authority town on town.country = state.country and town.demonstration = state.demonstration
    where town.kind = 'municipality' and town.status = 'active'
    union all
    select town.id, town.name from down
    join published.authority town on town.id = down.id and town.kind = 'municipality' and town.status = 'active'
    -- Those of a state are there already.
    where (town.country, town.demonstration) not in (select country, demonstration from state)
  )`

/** Rows `placed (town, region)`: the regions of the towns, directly or by their district. Areas are far fewer than towns. */
const placed = sql`
  lies (town, area) as materialized (
    select town.id, link.area from town join published.authority_area link on link.authority = town.id
  ),
  named (area) as materialized (select distinct area from lies),
  region_of (area, region) as materialized (
    select region.id, region.id from named
    join published.authority region on region.id = named.area and region.kind = 'region'
    union
    select above.authority, region.id from named join published.authority_area above on above.authority = named.area
    join published.authority region on region.id = above.area and region.kind = 'region'
  ),
  placed (town, region) as (select distinct town, region from lies join region_of using (area))`

/** @param areas ids; a town among them counts itself. */
export async function countInheritors(db: Directory, areas: readonly string[]): Promise<Inheritors> {
  const { rows } = await sql<InheritedArea & { id: string | null }>`
    with recursive ${townsUnder(areas)}, ${placed}
    select null::uuid as id, '' as name, '{}'::jsonb as names, count(*)::int as towns from town
    union all
    select region.id, region.name, region.names, counted.towns
    from (select region, count(*)::int as towns from placed group by region) counted
    join published.authority region on region.id = counted.region`.execute(db)
  const { compare } = new Intl.Collator('en')
  return {
    count: rows.find(({ id }) => id === null)?.towns ?? 0,
    regions: rows.filter(({ id }) => id !== null).toSorted((a, b) => compare(a.name, b.name)),
  }
}

/** A part of them, by name. */
export async function listInheritors(
  db: Directory,
  areas: readonly string[],
  { within, from, most }: InheritorsAsked,
): Promise<{ readonly towns: readonly Authority[]; readonly total: number }> {
  const { rows } = await sql<AuthorityRow & { total: number }>`
    with recursive ${townsUnder(areas)}, ${placed},
    wanted (id, name) as materialized (
      select id, name from town
      where ${within === undefined ? sql`true` : sql`id in (select town from placed where region = ${within}::uuid)`}
    ),
    part (id) as (select id from wanted order by name, id limit ${most} offset ${from})
    select ${authorityColumns}, (select count(*)::int from wanted) as total from part join published.authority a on a.id = part.id
    order by a.name, a.id`.execute(db)
  return { towns: rows.map(authorityOf), total: rows[0]?.total ?? 0 }
}

/** Whether a town inherits from one of these areas, or is one of them. */
export async function inheritsFrom(db: Directory, town: string, areas: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    with recursive ${townsUnder(areas)} select 1 as one from town where id = ${town}::uuid`.execute(db)
  return rows.length > 0
}
