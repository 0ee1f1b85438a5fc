/** Which authorities the codes of a list of facts are of, and what is known of them. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'

/** One list at a time for a country. */
export async function lockPoints(tx: Tx, country: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`points:${country}`}, 0))`.execute(tx)
}

export type CodedTown = {
  readonly id: string
  readonly name: string
  /** A code that is valid today. */
  readonly scheme: string
  readonly code: string
  /** It is known where it is. */
  readonly placed: boolean
  readonly population: number | null
  readonly populationYear: number | null
  readonly children: number | null
  readonly childrenYear: number | null
}

type Coded = { readonly line: number; readonly scheme: string | null; readonly code: string }

const inOneGo = 5_000

/** By line; a municipality before an area that has the same code. Lines whose code is nobody's are left out. */
export async function townsByCode(
  tx: Tx,
  of: { readonly country: string; readonly demonstration: boolean },
  rows: readonly Coded[],
): Promise<ReadonlyMap<number, readonly CodedTown[]>> {
  const found = new Map<number, CodedTown[]>()
  for (let from = 0; from < rows.length; from += inOneGo) {
    const part = rows.slice(from, from + inOneGo).map(({ line, scheme, code }) => ({ line, scheme, code }))
    const { rows: hits } = await sql<CodedTown & { line: number }>`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(part)}::jsonb) as t (line int, scheme text, code text)
      ), hit as (
        select distinct on (g.line, a.id) g.line, a.id, a.name, a.kind = 'municipality' as town, c.scheme, c.code,
          a.latitude is not null as placed, a.population, a.population_year as "populationYear", a.children,
          a.children_year as "childrenYear"
        from given g
          join published.authority_code c on c.country = ${of.country} and c.code = g.code
            and c.scheme = coalesce(g.scheme, c.scheme) and c.valid_from <= current_date and current_date < c.valid_to
          join published.authority a on a.id = c.authority
        where a.status = 'active' and a.demonstration = ${of.demonstration}
        order by g.line, a.id, c.scheme = 'LAU', c.scheme
      )
      select line, id, name, scheme, code, placed, population, "populationYear", children, "childrenYear" from hit
      where town or not exists (select from hit other where other.line = hit.line and other.town)`.execute(tx)
    for (const { line, ...town } of hits) found.set(line, [...(found.get(line) ?? []), town])
  }
  return found
}
