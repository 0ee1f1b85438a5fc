/**
 * Finds authorities by what somebody types. Nothing here logs or keeps the words: where somebody looks for help is
 * nobody else's business.
 */
import { type RawBuilder, sql } from 'kysely'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory, finalSuccessors } from './directory-store.ts'
import { foldQuery } from './fold.ts'
import type { Authority } from './rules.ts'
import { partsOf } from './split-store.ts'

export type FoundByName = {
  readonly authority: Authority
  /** The alias, former name or name in another language that matched; undefined where the official name did. */
  readonly matched: string | undefined
  /** Name of an area it belongs to, to tell namesakes apart. */
  readonly region: string | null
  /** Of a merged authority the one whose page to read now. */
  readonly successor: Authority | null
  /** What has taken the place of one that was split; empty for all others. */
  readonly parts: readonly Authority[]
}

/** Beyond this nobody types a name; it also bounds the work of the trigram search. */
const longestQuery = 100
/** Fewer letters than this are too common to look for inside names or to correct. */
const shortestWord = 3

type Where = { readonly country: string | undefined; readonly limit: number }
type HitRow = AuthorityRow & { matchedName: string; region: string | null }

/**
 * Best first: the exact name, then names that begin with it, then names with a word that begins with it; only if
 * there are none, names that are similar (typing errors). Equals are ordered by population.
 */
export async function findByName(
  db: Directory,
  query: string,
  where: { readonly country?: string | undefined; readonly limit: number },
): Promise<FoundByName[]> {
  const forms = foldQuery(query.slice(0, longestQuery))
  if (forms.length === 0) return []
  const scope = { country: where.country?.toUpperCase(), limit: where.limit }
  const found = await rowsOf(
    db,
    forms.flatMap((form) => literalMatches(form, scope)),
    scope,
  )
  const longForms = forms.filter((form) => form.length >= shortestWord)
  if (found.length > 0 || longForms.length === 0) return present(db, found)
  return present(
    db,
    await rowsOf(
      db,
      longForms.map((form) => similarMatches(form, scope)),
      scope,
    ),
  )
}

/**
 * Active authorities of a country whose official code this is today, or whose name it is apart from case and accents;
 * at most 20. @param country in either case.
 */
export async function findExactly(db: Directory, country: string, codeOrName: string): Promise<Authority[]> {
  const typed = codeOrName.trim().slice(0, longestQuery)
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.authority a
    where a.country = ${country.toUpperCase()} and a.status = 'active' and a.id in (
      select authority from published.authority_code
      where country = ${country.toUpperCase()} and code = ${typed}
        and valid_from <= current_date and current_date < valid_to
      union all
      select authority from published.authority_name where folded = any(${foldQuery(typed)}::text[])
    )
    order by a.population desc nulls last, a.name, a.id limit 20`.execute(db)
  return rows.map(authorityOf)
}

/**
 * The same, and where there is none today: what has taken the place of those that were called so, or had this code, before
 * they were merged. @param country in either case.
 */
export async function findExactlyToday(db: Directory, country: string, codeOrName: string): Promise<Authority[]> {
  const active = await findExactly(db, country, codeOrName)
  if (active.length > 0) return active
  const typed = codeOrName.trim().slice(0, longestQuery)
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.authority a
    where a.country = ${country.toUpperCase()} and a.status = 'merged' and a.id in (
      select authority from published.authority_code where country = ${country.toUpperCase()} and code = ${typed}
      union all
      select authority from published.authority_name where folded = any(${foldQuery(typed)}::text[])
    )
    order by a.name, a.id limit 20`.execute(db)
  const successors = await finalSuccessors(db, rows.map(authorityOf))
  const byId = new Map([...successors.values()].map((one) => [one.id, one]))
  return [...byId.values()].filter(({ status }) => status === 'active')
}

async function present(db: Directory, rows: readonly HitRow[]): Promise<FoundByName[]> {
  const authorities = rows.map(authorityOf)
  const successors = await finalSuccessors(db, authorities)
  const parts = new Map<string, readonly Authority[]>()
  for (const one of authorities) {
    if (one.status === 'split') parts.set(one.id, (await partsOf(db, one))?.authorities ?? [])
  }
  return rows.map((row) => ({
    authority: authorityOf(row),
    matched: row.matchedName === row.name ? undefined : row.matchedName,
    region: row.region,
    successor: successors.get(row.id) ?? null,
    parts: parts.get(row.id) ?? [],
  }))
}

const names = (scope: Where) =>
  scope.country
    ? sql`published.authority_name n where n.country = ${scope.country} and`
    : sql`published.authority_name n where`

/** One branch per pattern: each is a parameter of its own, so that each can use the index that fits it. */
function literalMatches(form: string, scope: Where): RawBuilder<unknown>[] {
  const branch = (rank: number, condition: RawBuilder<unknown>) =>
    sql`select n.authority, n.name, n.kind, ${sql.lit(rank)} as rank, 0::real as distance
      from ${names(scope)} ${condition}`
  const exact = branch(0, sql`n.folded = ${form}`)
  if (form.length < 2) return [exact]
  // A folded text holds letters, digits and spaces only: nothing to escape in a pattern.
  const prefix = branch(1, sql`n.folded like ${`${form}%`}`)
  if (form.length < shortestWord) return [exact, prefix]
  return [exact, prefix, branch(2, sql`n.folded like ${`% ${form}%`}`)]
}

function similarMatches(form: string, scope: Where): RawBuilder<unknown> {
  return sql`(select n.authority, n.name, n.kind, 3 as rank, 1 - similarity(n.folded, ${form}) as distance
    from ${names(scope)} n.folded % ${form} order by distance limit ${scope.limit * 4})`
}

async function rowsOf(db: Directory, branches: readonly RawBuilder<unknown>[], scope: Where): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with best as (
      select distinct on (m.authority) m.* from (${sql.join(branches, sql` union all `)}) m
      order by m.authority, m.rank, m.distance, array_position(array['name', 'alias', 'former'], m.kind), m.name
    ), first as (
      select ${authorityColumns}, best.name as "matchedName",
        row_number() over (order by best.rank, best.distance, a.population desc nulls last, a.name, a.id) as place
      from best join published.authority a on a.id = best.authority
      order by place limit ${scope.limit}
    )
    select first.*, (
      select area.name from published.authority_area link join published.authority area on area.id = link.area
      where link.authority = first.id and area.kind <> 'country'
      order by array_position(array['district', 'region', 'joint', 'municipality'], area.kind), area.name limit 1
    ) as region
    from first order by place`.execute(db)
  return rows
}
