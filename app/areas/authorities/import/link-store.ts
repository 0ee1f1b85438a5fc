/** The areas staged rows belong to and the mergers they tell of: who the codes stand for. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import { dropRows, isTouched } from './staging-store.ts'

export type BrokenLink = {
  readonly line: number
  readonly relation: 'area' | 'merger'
  /** `signed`: it stands by a signature of the Pact, which a merger ends. */
  readonly fault: 'unknown' | 'itself' | 'circle' | 'signed'
}

/**
 * Finds the target of every link, among the rows first and then in the directory, and takes out the rows whose links
 * lead nowhere, to themselves or, as mergers, round in a circle, and the mergers of those that stand by a signature.
 * Repeated until nothing is refused, because a row taken out may have been the target of another.
 */
export async function resolveLinks(tx: Tx, today: Temporal.PlainDate, demonstration: boolean): Promise<BrokenLink[]> {
  const broken: BrokenLink[] = []
  for (;;) {
    await findTargets(tx, today, demonstration)
    const found = [...(await faultyTargets(tx)), ...(await circles(tx))]
    if (found.length === 0) return broken
    broken.push(...found)
    await dropRows(tx, found)
  }
}

async function findTargets(tx: Tx, today: Temporal.PlainDate, demonstration: boolean): Promise<void> {
  const on = sql`${today.toString()}::date`
  await sql`
    update import_link l set target = coalesce(
      (select r.authority from import_row r
        where r.code = l.code and r.country = o.country and r.scheme = l.scheme
        order by ${on} <@ daterange(coalesce(r.valid_from, '-infinity'), coalesce(r.valid_until, 'infinity')) desc,
          r.valid_from desc nulls last limit 1),
      (select c.authority from published.authority_code c join published.authority a on a.id = c.authority
        where c.country = o.country and c.scheme = l.scheme and c.code = l.code and a.demonstration = ${demonstration}
        order by ${on} <@ daterange(c.valid_from, c.valid_to) desc, c.valid_from desc limit 1))
    from import_row o where o.line = l.line`.execute(tx)
}

async function faultyTargets(tx: Tx): Promise<BrokenLink[]> {
  const { rows } = await sql<BrokenLink>`
    select distinct l.line, l.relation,
      case when l.target is null then 'unknown' when l.target = r.authority then 'itself' else 'signed' end as fault
    from import_link l join import_row r on r.line = l.line
    where l.target is null or l.target = r.authority or (l.relation = 'merger'
      and exists (select from published.signed_authority s where s.authority = r.authority))`.execute(tx)
  return rows
}

async function circles(tx: Tx): Promise<BrokenLink[]> {
  // What the directory would say afterwards: the mergers of the file, and the known ones that no row speaks about.
  const { rows } = await sql<BrokenLink>`
    with recursive merger (id, successor) as (
      select r.authority, l.target from import_link l join import_row r on r.line = l.line where l.relation = 'merger'
      union all
      select a.id, a.successor from published.authority a
      where a.successor is not null
        and exists (select from import_link where relation = 'merger')
        and not exists (select from import_row r where r.authority = a.id and r.merger_given)
    ), walk (line, start, at) as (
      select l.line, r.authority, l.target from import_link l join import_row r on r.line = l.line
      where l.relation = 'merger' and l.target <> r.authority
      union
      select walk.line, walk.start, merger.successor from walk join merger on merger.id = walk.at
      where walk.at <> walk.start
    )
    select line, 'merger' as relation, 'circle' as fault from walk where at = start`.execute(tx)
  return rows
}

/**
 * Adds a row for every area that is named and not known: called by its code until somebody describes it. Their lines
 * are negative. @returns how many.
 */
export async function stageMissingAreas(tx: Tx, kind: string, today: Temporal.PlainDate, demonstration: boolean) {
  await findTargets(tx, today, demonstration)
  const { rows } = await sql`
    insert into import_row (line, country, scheme, code, facts, areas_given, merger_given, authority, fresh)
    select -row_number() over (order by country, scheme, code), country, scheme, code,
      jsonb_build_object('name', code, 'names', '{}'::jsonb, 'kind', ${kind}::text), false, false,
      gen_random_uuid(), true
    from (
      select distinct o.country, l.scheme, l.code from import_link l join import_row o on o.line = l.line
      where l.relation = 'area' and l.target is null
    ) missing
    returning line`.execute(tx)
  return rows.length
}

/** Writes the links of the rows that were touched; every authority they lead to exists by now. */
export async function writeLinks(tx: Tx): Promise<void> {
  // What a list of an area says stays.
  const said = sql`link.authority = r.authority and ${isTouched} and r.areas_given and not r.fresh`
  await sql`
    update published.authority_area link set by_list = false from import_row r
    where ${said} and link.by_area and link.by_list`.execute(tx)
  await sql`
    delete from published.authority_area link using import_row r where ${said} and not link.by_area`.execute(tx)
  await sql`
    insert into published.authority_area (authority, area)
    select distinct r.authority, l.target from import_link l join import_row r on r.line = l.line
    where ${isTouched} and l.relation = 'area'
    on conflict (authority, area) do update set by_list = true`.execute(tx)
  await sql`
    update published.authority a set successor = l.target, status = 'merged'
    from import_row r join import_link l on l.line = r.line and l.relation = 'merger'
    where a.id = r.authority and ${isTouched}`.execute(tx)
  await sql`
    update published.authority a set successor = null, status = 'active' from import_row r
    where a.id = r.authority and ${isTouched} and r.merger_given and a.status = 'merged'
      and not exists (select from import_link l where l.line = r.line and l.relation = 'merger')`.execute(tx)
}
