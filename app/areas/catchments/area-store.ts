/** Areas of a country that do not nest, who is in one, and what depends on it. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Catchment, Dependant, InArea } from './area-rules.ts'
import type { KeepingAssociation } from './deps.ts'

export const membersPerPage = 50

type Of = Pick<KeepingAssociation, 'country' | 'demonstration'>

/** Those of which somebody has said what they are for, joint bodies, and those that a list of areas has named. */
function catchments({ country, demonstration }: Of, only: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    with link as (
      select l.area, count(*)::int as members, bool_or(l.by_list) as official, bool_or(l.by_area) as kept
      from published.authority_area l
        join published.authority town on town.id = l.authority and town.status = 'active'
      where town.country = ${country}
      group by l.area
    )
    select a.id, a.slug, a.name, a.names, a.kind, a.area_kind as "areaKind",
      coalesce(link.members, 0) as members, coalesce(link.official, false) as official
    from published.authority a left join link on link.area = a.id
    where a.country = ${country} and a.demonstration = ${demonstration} and a.status = 'active'
      and a.kind in ('district', 'region', 'joint')
      and (a.area_kind is not null or a.kind = 'joint' or coalesce(link.kept, false)) and ${only}`
}

/** In no order. */
export async function listCatchments(db: Db, of: Of): Promise<Catchment[]> {
  const { rows } = await sql<Catchment>`${catchments(of, sql`true`)}`.execute(db)
  return rows
}

export async function readCatchment(db: Db, of: Of, slug: string): Promise<Catchment | undefined> {
  const { rows } = await sql<Catchment>`${catchments(of, sql`a.slug = ${slug}`)}`.execute(db)
  return rows[0]
}

/** By name. @param page from 1. */
export async function membersOfArea(db: Db, area: string, page: number): Promise<InArea[]> {
  const { rows } = await sql<InArea>`
    select town.name, link.by_list as official, (
        select code from published.authority_code c where c.authority = town.id and c.valid_to = 'infinity'
        order by scheme = 'LAU', scheme, code limit 1
      ) as code
    from published.authority_area link join published.authority town on town.id = link.authority
    where link.area = ${area}::uuid and town.status = 'active'
    order by town.name, town.id limit ${membersPerPage} offset ${(page - 1) * membersPerPage}`.execute(db)
  return rows
}

/** How much of each kind depends on an area; kinds of which there is nothing are left out. */
export async function dependantsOf(db: Db, area: string): Promise<ReadonlyMap<Dependant, number>> {
  const { rows } = await sql<{ dependant: Dependant; count: number }>`
    select * from (
      select 'services' as dependant, (
          select count(*) from (
            select service as id from published.service_area where authority = ${area}::uuid
            union
            select id from office.draft_service where removed_at is null and facts->'serves' ? ${area}
          ) named)::int as count
      union all
      select 'people', (select count(distinct person) from accounts.role where authority = ${area}::uuid)::int
      union all
      select 'page', (
          (select count(*) from published.current_snapshot where authority = ${area}::uuid)
          + (select count(*) from office.draft_page where authority = ${area}::uuid)
        )::int
      union all
      select 'letters', (
          select count(*) from office.campaign
          where state in ('draft', 'scheduled', 'running', 'paused') and segment->'areas' ? ${area})::int
    ) counted where count > 0`.execute(db)
  return new Map(rows.map(({ dependant, count }) => [dependant, count]))
}
