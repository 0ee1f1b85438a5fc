/** Whom a list speaks of: its lines against the directory, in one statement however long the list is. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { MemberAssociation, MembersDeps } from './deps.ts'
import { codeParts, type Entry, type LineState, type Wanted } from './member-rules.ts'

type Of = Pick<MemberAssociation, 'id' | 'country' | 'demonstration'>

/** Shown of each state. */
const mostShown = 100

export interface StateCount {
  readonly state: LineState
  readonly lines: number
  readonly authorities: number
  /** The first of them; `ids` are the authorities that it may mean. */
  readonly first: readonly { readonly line: number; readonly ids: readonly string[] }[]
}

/** How many lines are in which state; states without lines are left out. */
export async function countStates(
  db: Db,
  { foldings }: Pick<MembersDeps, 'foldings'>,
  association: Of,
  wanted: Wanted,
): Promise<StateCount[]> {
  const { rows } = await sql<StateCount>`
    with recursive ${targets(foldings, association, wanted)}
    select s.state, count(*)::int as lines, count(distinct s.id)::int as authorities,
      coalesce((
        select jsonb_agg(jsonb_build_object('line', shown.line, 'ids', shown.ids) order by shown.line) from (
          select line, ids from target where state = s.state order by line limit ${mostShown}
        ) shown
      ), '[]') as first
    from target s group by s.state`.execute(db)
  return rows
}

/** @returns how many authorities became members, or ceased to be. */
export async function moveTargets(
  tx: Tx,
  { foldings }: Pick<MembersDeps, 'foldings'>,
  association: Of,
  wanted: Wanted,
): Promise<number> {
  const found = targets(foldings, association, wanted)
  const moving = sql`select distinct id from target where state = 'moves'`
  const { rows } =
    wanted.act === 'add'
      ? await sql`
          with recursive ${found}
          insert into published.association_member (association, authority)
          select ${association.id}::uuid, id from (${moving}) moving
          on conflict do nothing returning authority`.execute(tx)
      : await sql`
          with recursive ${found}
          delete from published.association_member
          where association = ${association.id}::uuid and authority in (${moving}) returning authority`.execute(tx)
  return rows.length
}

/** Rows `target (line, ids, id, state)`, for `with recursive`. */
function targets(foldings: MembersDeps['foldings'], association: Of, wanted: Wanted): RawBuilder<unknown> {
  const meant = wanted.entries
    ? meantByLines(foldings, association, wanted.entries)
    : meantByArea(association, wanted.area)
  const [moves, stays] = wanted.act === 'add' ? ['stays', 'moves'] : ['moves', 'stays']
  return sql`${meant}, target as materialized (
    select line, ids, case when cardinality(ids) = 1 then ids[1] end as id,
      case
        when cardinality(ids) = 0 then 'unknown'
        when cardinality(ids) > 1 then 'ambiguous'
        when exists (
          select from published.association_member m
          where m.association = ${association.id}::uuid and m.authority = ids[1]) then ${moves}::text
        else ${stays}::text
      end as state
    from meant
  )`
}

/** Active ones of the association's country; real and fictional ones never belong together. */
const eligible = ({ country, demonstration }: Of) =>
  sql`a.country = ${country} and a.status = 'active' and a.demonstration = ${demonstration}`

/** A code counts before a name, and a town before an area of the same code or name. */
function meantByLines(
  foldings: MembersDeps['foldings'],
  association: Of,
  entries: readonly Entry[],
): RawBuilder<unknown> {
  const lines = entries.map(({ line, code, name }) => ({
    line,
    ...(code === null ? { scheme: null, code: null } : codeParts(code)),
    folded: name === null ? [] : foldings(name),
  }))
  return sql`entry as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
        as t (line int, scheme text, code text, folded text[])
    ), by_code as materialized (
      select e.line, a.id, a.kind from entry e
      join published.authority_code c on c.country = ${association.country} and c.code = e.code
        and c.scheme = coalesce(e.scheme, c.scheme) and c.valid_from <= current_date and current_date < c.valid_to
      join published.authority a on a.id = c.authority
      where ${eligible(association)}
    ), hit as materialized (
      select line, id, kind from by_code
      union
      select e.line, a.id, a.kind from entry e cross join unnest(e.folded) as said (folded)
      join published.authority_name n on n.folded = said.folded and n.country = ${association.country}
      join published.authority a on a.id = n.authority
      where ${eligible(association)} and not exists (select from by_code b where b.line = e.line)
    ), towns as materialized (
      select line, array_agg(id order by id) as ids, array_agg(id order by id) filter (where kind = 'municipality') as towns
      from hit group by line
    ), meant as (
      select e.line, coalesce(t.towns, t.ids, '{}') as ids from entry e left join towns t on t.line = e.line
    )`
}

function meantByArea(association: Of, area: string | null): RawBuilder<unknown> {
  const inside = area === null ? sql`true` : sql`a.id in (select id from down)`
  return sql`down (id) as (
      select ${area}::uuid
      union
      select link.authority from down join published.authority_area link on link.area = down.id
    ), meant as (
      select 0 as line, array[a.id] as ids from published.authority a
      where ${eligible(association)} and a.kind = 'municipality' and ${inside}
    )`
}
