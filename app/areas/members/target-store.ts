/** Whom a list speaks of: its lines against the directory, a few at a time, so that others are served meanwhile. */
import { type RawBuilder, sql } from 'kysely'
import { createBreath } from '../../platform/breath.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { codeSchemes } from '../authorities/index.ts'
import type { MemberAssociation, MembersDeps } from './deps.ts'
import { codeParts, type Entry, type LineState, type Wanted } from './member-rules.ts'

type Of = Pick<MemberAssociation, 'id' | 'country' | 'demonstration'>

/** What a line means: the authorities that it may mean, one where it is clear. */
export interface Target {
  readonly line: number
  readonly ids: readonly string[]
  readonly state: LineState
}

/** Lines in one statement: the embedded database serves nobody else meanwhile. */
const linesInOneGo = 250

/** Of every line, in order; of an area every town of it. */
export async function findTargets(
  db: Db,
  { foldings }: Pick<MembersDeps, 'foldings'>,
  association: Of,
  wanted: Wanted,
): Promise<Target[]> {
  if (!wanted.entries) return targetsIn(db, association, wanted, meantByArea(association, wanted.area))
  const schemes = await codeSchemes(db, association.country)
  const breath = createBreath()
  const found: Target[] = []
  for (let from = 0; from < wanted.entries.length; from += linesInOneGo) {
    const some = wanted.entries.slice(from, from + linesInOneGo)
    found.push(...(await targetsIn(db, association, wanted, meantByLines(foldings, association, some, schemes))))
    await breath()
  }
  return found
}

/** @param meant rows `meant (line, ids)`, for `with recursive`. */
async function targetsIn(db: Db, association: Of, wanted: Wanted, meant: RawBuilder<unknown>): Promise<Target[]> {
  const [moves, stays] = wanted.act === 'add' ? ['stays', 'moves'] : ['moves', 'stays']
  // One text: taking rows apart takes longer than finding them.
  const { rows } = await sql<{ targets: Target[] | null }>`
    with recursive ${meant}
    select json_agg(json_build_object('line', line, 'ids', ids, 'state',
      case
        when cardinality(ids) = 0 then 'unknown'
        when cardinality(ids) > 1 then 'ambiguous'
        when exists (
          select from published.association_member m
          where m.association = ${association.id}::uuid and m.authority = ids[1]) then ${moves}::text
        else ${stays}::text
      end) order by line) as targets
    from meant`.execute(db)
  return rows[0]?.targets ?? []
}

/** @returns how many of these became members, or ceased to be. */
export async function moveMembers(
  tx: Tx,
  association: string,
  act: Wanted['act'],
  ids: readonly string[],
): Promise<number> {
  const moving = sql`select unnest(${`{${ids.join(',')}}`}::uuid[])`
  const { rows } =
    act === 'add'
      ? await sql`
          insert into published.association_member (association, authority)
          select ${association}::uuid, id from (${moving}) as moving (id)
          on conflict do nothing returning authority`.execute(tx)
      : await sql`
          delete from published.association_member
          where association = ${association}::uuid and authority in (${moving}) returning authority`.execute(tx)
  return rows.length
}

/** Active ones of the association's country; real and fictional ones never belong together. */
const eligible = ({ country, demonstration }: Of) =>
  sql`a.country = ${country} and a.status = 'active' and a.demonstration = ${demonstration}`

/** A code counts before a name, and a town before an area of the same code or name. */
function meantByLines(
  foldings: MembersDeps['foldings'],
  association: Of,
  entries: readonly Entry[],
  schemes: readonly string[],
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
      -- One line after the other, by the whole of the key: where nothing is known of how many codes there are, each line
      -- would read all of a country.
      select e.line, a.id, a.kind from entry e
      join unnest(${[...schemes]}::text[]) as known (scheme) on known.scheme = coalesce(e.scheme, known.scheme)
      cross join lateral (
        select c.authority from published.authority_code c
        where c.country = ${association.country} and c.scheme = known.scheme and c.code = e.code
          and c.valid_from <= current_date and current_date < c.valid_to offset 0
      ) coded
      join published.authority a on a.id = coded.authority
      where ${eligible(association)}
    ), unread as materialized (
      select e.line, said.folded from entry e cross join unnest(e.folded) as said (folded)
      where not exists (select from by_code b where b.line = e.line)
    ), hit as materialized (
      select line, id, kind from by_code
      union
      select said.line, a.id, a.kind from unread said
      cross join lateral (
        select n.authority from published.authority_name n
        where n.folded = said.folded and n.country = ${association.country} offset 0
      ) called
      join published.authority a on a.id = called.authority
      where ${eligible(association)}
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
