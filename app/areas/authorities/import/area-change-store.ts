/** What a list changes of each area that it names: asked before it is written; those that nobody knew first. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'

export type AreaChange = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly areaKind: string | null
  /** Nobody knew it before. */
  readonly created: boolean
  /** How many come in, are in it already, and leave it. */
  readonly added: number
  readonly unchanged: number
  readonly ended: number
  /** Of a list that ends: those whose official list says that they are in it. They stay. */
  readonly kept: number
}

const mostShown = 200

/** @param ending `complete`: whoever the list does not name leaves; `end`: whoever it names does. */
export async function changesByArea(
  tx: Tx,
  created: readonly string[],
  ending: { readonly complete: boolean; readonly end: boolean },
): Promise<AreaChange[]> {
  const { rows } = await sql<AreaChange>`
    with wanted as (select distinct area, member from area_row),
    said as (
      select w.area,
        count(*) filter (where not coalesce(link.by_area, false))::int as fresh,
        count(*) filter (where coalesce(link.by_area, false))::int as known,
        count(*) filter (where coalesce(link.by_list, false))::int as listed
      from wanted w left join published.authority_area link on link.area = w.area and link.authority = w.member
      group by w.area
    ), gone as (
      select link.area, count(*)::int as ended from published.authority_area link
      where link.by_area and not exists (select from wanted w where w.area = link.area and w.member = link.authority)
      group by link.area
    )
    select a.id, a.name, a.kind,
      coalesce((select r.area_kind from area_row r where r.area = a.id and r.area_kind is not null order by line limit 1),
        a.area_kind) as "areaKind",
      a.id = any(${[...created]}::uuid[]) as created,
      case when ${ending.end} then 0 else s.fresh end as added,
      case when ${ending.end} then 0 else s.known end as unchanged,
      case when ${ending.end} then s.known when ${ending.complete} then coalesce(g.ended, 0) else 0 end as ended,
      case when ${ending.end} then s.listed else 0 end as kept
    from said s join published.authority a on a.id = s.area left join gone g on g.area = s.area
    order by created desc, a.name, a.id limit ${mostShown}`.execute(tx)
  return rows
}
