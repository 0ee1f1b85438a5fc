/** Which authorities belong to an area, by a list of the area: staged, resolved and written, a statement for each step. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import { foldQuery } from '../fold.ts'
import type { AreaRow } from './area-row.ts'
import type { Refused } from './staging-store.ts'

export type AreaSettings = { readonly country: string; readonly demonstration: boolean; readonly today: string }

export async function createAreaStaging(tx: Tx): Promise<void> {
  await sql`
    create temporary table area_row (
      line integer primary key,
      area_text text not null,
      area_scheme text,
      area_code text not null,
      area_folded text[] not null,
      area_name text,
      area_kind text,
      member_scheme text,
      member_code text not null,
      area uuid,
      member uuid
    ) on commit drop`.execute(tx)
}

function partsOf(text: string): { scheme: string | null; code: string } {
  const parts = /^([A-Za-z][A-Za-z0-9_-]{0,19}):(\S{1,40})$/.exec(text)
  return parts ? { scheme: (parts[1] ?? '').toUpperCase(), code: parts[2] ?? '' } : { scheme: null, code: text }
}

export async function stageAreaRows(tx: Tx, rows: readonly AreaRow[]): Promise<void> {
  const staged = rows.map(({ line, area, areaName, areaKind, member }) => {
    const [whole, part] = [partsOf(area), partsOf(member)]
    return {
      ...{ line, area_text: area, area_scheme: whole.scheme, area_code: whole.code, area_folded: foldQuery(area) },
      ...{ area_name: areaName, area_kind: areaKind, member_scheme: part.scheme, member_code: part.code },
    }
  })
  await sql`
    insert into area_row (line, area_text, area_scheme, area_code, area_folded, area_name, area_kind, member_scheme,
      member_code)
    select * from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as t (line int, area_text text, area_scheme text,
      area_code text, area_folded text[], area_name text, area_kind text, member_scheme text, member_code text)`.execute(
    tx,
  )
}

const eligible = ({ country, demonstration }: AreaSettings) =>
  sql`a.country = ${country} and a.status = 'active' and a.demonstration = ${demonstration}`

/** A municipality before an area that has the same code. @returns lines whose code is nobody's, or of several. */
export async function resolveMembers(tx: Tx, settings: AreaSettings) {
  await sql`
    create temporary table area_member_hit on commit drop as
    select r.line, a.id, a.kind = 'municipality' as town from area_row r join published.authority_code c
      on c.country = ${settings.country} and c.code = r.member_code and c.scheme = coalesce(r.member_scheme, c.scheme)
        and ${settings.today}::date <@ daterange(c.valid_from, c.valid_to)
      join published.authority a on a.id = c.authority
    where ${eligible(settings)}`.execute(tx)
  return resolved(tx, 'area_member_hit', 'member')
}

/** By its code, else by its name. @returns lines that name an area nobody knows, or several. */
export async function resolveAreas(tx: Tx, settings: AreaSettings) {
  await sql`drop table if exists area_hit`.execute(tx)
  await sql`
    create temporary table area_hit on commit drop as
    with named as (select distinct area_text, area_scheme, area_code, area_folded from area_row),
    by_code as (
      select n.area_text, a.id from named n join published.authority_code c
        on c.country = ${settings.country} and c.code = n.area_code and c.scheme = coalesce(n.area_scheme, c.scheme)
          and ${settings.today}::date <@ daterange(c.valid_from, c.valid_to)
        join published.authority a on a.id = c.authority
      where ${eligible(settings)} and a.kind in ('district', 'region', 'joint')
    ), hit as (
      select area_text, id from by_code
      union
      select n.area_text, a.id from named n cross join unnest(n.area_folded) as said (folded)
        join published.authority_name known on known.folded = said.folded and known.country = ${settings.country}
        join published.authority a on a.id = known.authority
      where ${eligible(settings)} and a.kind in ('district', 'region', 'joint')
        and not exists (select from by_code b where b.area_text = n.area_text)
    )
    select r.line, hit.id, true as town from area_row r join hit on hit.area_text = r.area_text`.execute(tx)
  return resolved(tx, 'area_hit', 'area')
}

async function resolved(tx: Tx, hits: string, column: 'member' | 'area') {
  const table = sql.table(hits)
  const { rows } = await sql<Refused & { found: number }>`
    with counted as (
      select line, coalesce(array_agg(distinct id) filter (where town), array_agg(distinct id)) as ids
      from ${table} group by line
    ), written as (
      update area_row r set ${sql.ref(column)} = c.ids[1] from counted c
      where c.line = r.line and cardinality(c.ids) = 1
    )
    select r.line, coalesce(cardinality(c.ids), 0) as found from area_row r left join counted c on c.line = r.line
    where coalesce(cardinality(c.ids), 0) <> 1 order by r.line`.execute(tx)
  const linesWith = (several: boolean) => rows.filter(({ found }) => found > 1 === several).map(({ line }) => line)
  return { unknown: linesWith(false), several: linesWith(true) }
}

export async function dropAreaRows(tx: Tx, lines: readonly number[]): Promise<void> {
  if (lines.length > 0) await sql`delete from area_row where line = any(${[...lines]}::int[])`.execute(tx)
}

/** Areas on these lines, each once, with the first of what is said about it. */
export async function namedAreas(tx: Tx, lines: readonly number[]) {
  const { rows } = await sql<{
    line: number
    code: string
    scheme: string | null
    name: string | null
    kind: string | null
  }>`
    select distinct on (area_text) line, area_code as code, area_scheme as scheme, area_name as name, area_kind as kind
    from area_row where line = any(${[...lines]}::int[]) order by area_text, line`.execute(tx)
  return rows
}

/** Ids of the areas on these lines, each once. */
export async function areasOn(tx: Tx, lines: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ area: string }>`
    select distinct area from area_row where area is not null and line = any(${[...lines]}::int[])`.execute(tx)
  return rows.map(({ area }) => area)
}

export async function linesOfItself(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ line: number }>`select line from area_row where area = member order by line`.execute(tx)
  return rows.map(({ line }) => line)
}

export type AreaLinks = { readonly added: number; readonly unchanged: number; readonly touched: readonly string[] }

/** Writes what is not known. */
export async function writeAreaLinks(tx: Tx): Promise<AreaLinks> {
  const { rows } = await sql<{ authority: string; added: boolean }>`
    with wanted as (select distinct member, area from area_row),
    fresh as (
      select w.member, w.area from wanted w left join published.authority_area known
        on known.authority = w.member and known.area = w.area
      where known.authority is null or not known.by_area
    ), written as (
      insert into published.authority_area (authority, area, by_list, by_area)
      select member, area, false, true from fresh
      on conflict (authority, area) do update set by_area = true
    )
    select w.member as authority, f.member is not null as added
    from wanted w left join fresh f on f.member = w.member and f.area = w.area`.execute(tx)
  const added = rows.filter((row) => row.added)
  return {
    ...{ added: added.length, unchanged: rows.length - added.length },
    touched: added.map(({ authority }) => authority),
  }
}

/** What the list no longer says of the areas that it names. What a list of towns says stays. @returns whose links ended. */
export async function endOtherLinks(tx: Tx): Promise<string[]> {
  const other = sql`link.by_area and link.area in (select area from area_row)
    and not exists (select from area_row r where r.area = link.area and r.member = link.authority)`
  const gone = await sql<{ authority: string }>`
    delete from published.authority_area link where ${other} and not link.by_list returning link.authority`.execute(tx)
  const kept = await sql<{ authority: string }>`
    update published.authority_area link set by_area = false where ${other} and link.by_list
    returning link.authority`.execute(tx)
  return [...gone.rows, ...kept.rows].map(({ authority }) => authority)
}

/** What was said by a list of the area, and is no longer; what a list of towns says stays. @returns whose links ended. */
export async function endTheseLinks(tx: Tx): Promise<string[]> {
  const these = sql`link.by_area and exists (select from area_row r where r.area = link.area and r.member = link.authority)`
  const gone = await sql<{ authority: string }>`
    delete from published.authority_area link where ${these} and not link.by_list returning link.authority`.execute(tx)
  const kept = await sql<{ authority: string }>`
    update published.authority_area link set by_area = false where ${these} and link.by_list
    returning link.authority`.execute(tx)
  return [...gone.rows, ...kept.rows].map(({ authority }) => authority)
}

/** What the areas are for, where the list says it. @returns ids of those of which it was said otherwise, or not at all. */
export async function writeAreaKinds(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update published.authority a set area_kind = said.area_kind from (
      select distinct on (area) area, area_kind from area_row where area_kind is not null order by area, line
    ) said where said.area = a.id and a.area_kind is distinct from said.area_kind returning a.id`.execute(tx)
  return rows.map(({ id }) => id)
}
