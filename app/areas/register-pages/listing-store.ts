/** Signatories as the list, the counts and the map show them: from `published.register_listing`, which sorts and counts fast. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import { foldQuery } from '../authorities/index.ts'
import type { PublicStatus } from '../register/index.ts'
import type { Filters, Kind, Part, Sort } from './asked-rules.ts'
import type { CountedCell, YearAct } from './counts-rules.ts'
import type { Spot } from './points-rules.ts'

export interface ListedSignatory {
  readonly number: number
  readonly kind: Kind
  readonly country: string
  readonly status: PublicStatus
  readonly together: boolean
  readonly demonstration: boolean
  readonly signedOn: string
  /** Id. */
  readonly authority: string | null
  /** As it is called today; empty where it was erased. */
  readonly name: string
  /** By code of the language. */
  readonly names: Readonly<Record<string, string>>
}

const listed = sql`
  l.number, l.kind, l.country, l.status, l.together, l.demonstration, l.signed_on::text as "signedOn", l.authority,
  coalesce(a.name, c.name, s.name) as name, coalesce(a.names, c.names, '{}'::jsonb) as names`
const joined = sql`
  join published.register_listing l on l.number = p.number
  join published.signatory s on s.id = l.signatory
  left join published.authority a on a.id = s.authority
  left join published.association c on c.id = s.association`

function where({ country, kind, status, joint }: Filters) {
  return sql`true
    ${country === undefined ? sql`` : sql`and l.country = ${country}`}
    ${kind === undefined ? sql`` : sql`and l.kind = ${kind}`}
    ${status === undefined ? sql`` : sql`and l.status = ${status}`}
    ${joint ? sql`and l.together` : sql``}`
}

const orders = {
  name: sql`l.sort_name, l.number`,
  country: sql`l.country, l.sort_name, l.number`,
  date: sql`l.signed_on desc, l.number desc`,
  number: sql`l.number desc`,
} as const satisfies Record<Sort, unknown>

/** The part is found by an index alone, and only its rows are read whole. @param asked.sort by country: within one. */
export async function listSignatories(
  db: ReadDb,
  asked: Filters & { readonly sort: Sort },
  { from, most }: Part,
): Promise<ListedSignatory[]> {
  const { rows } = await sql<ListedSignatory>`
    select ${listed} from (
      select l.number from published.register_listing l where ${where(asked)}
      order by ${orders[asked.sort]} offset ${from} limit ${most}
    ) p ${joined} order by ${orders[asked.sort]}`.execute(db)
  return rows
}

/** Beyond this nobody types a name. */
const longestQuery = 100
/** Fewer letters than this are too common to look for inside names or to correct. */
const shortestWord = 3

/**
 * Best first: the exact name, names that begin with it, names with a word that begins with it; only if there are none,
 * similar names. Names of today, former ones, in other languages, and those at the time of signing.
 */
export async function searchSignatories(
  db: ReadDb,
  query: string,
  filters: Filters,
  part: Part,
): Promise<ListedSignatory[]> {
  const forms = foldQuery(query.slice(0, longestQuery))
  const long = forms.filter((form) => form.length >= shortestWord)
  const literal = forms.flatMap((form) => [
    { rank: 0, matches: sql`n.folded = ${form}`, far: sql`0` },
    // A folded text holds letters, digits and spaces only: nothing to escape in a pattern.
    ...(form.length > 1 ? [{ rank: 1, matches: sql`n.folded like ${`${form}%`}`, far: sql`0` }] : []),
    ...(long.includes(form) ? [{ rank: 2, matches: sql`n.folded like ${`% ${form}%`}`, far: sql`0` }] : []),
  ])
  const similar = long.map((form) => ({
    rank: 3,
    matches: sql`n.folded % ${form}`,
    far: sql`1 - similarity(n.folded, ${form})`,
  }))
  const found = await searchBy(db, literal, filters, part)
  return found.length > 0 || part.from > 0 ? found : searchBy(db, similar, filters, part)
}

type Raw = ReturnType<typeof sql>

async function searchBy(
  db: ReadDb,
  ways: readonly { readonly rank: number; readonly matches: Raw; readonly far: Raw }[],
  filters: Filters,
  { from, most }: Part,
): Promise<ListedSignatory[]> {
  if (ways.length === 0) return []
  const branches = ways.flatMap(({ rank, matches, far }) => [
    sql`select l.number, ${sql.lit(rank)} as rank, (${far})::real as far from published.authority_name n
      join published.register_listing l on l.authority = n.authority where ${matches} and ${where(filters)}`,
    sql`select l.number, ${sql.lit(rank)} as rank, (${far})::real as far from published.signatory_name n
      join published.register_listing l on l.signatory = n.signatory where ${matches} and ${where(filters)}`,
  ])
  const { rows } = await sql<ListedSignatory>`
    with hit as (
      select number, min(rank) as rank, min(far) as far from (${sql.join(branches, sql` union all `)}) m group by number
    ), p as (
      select hit.number, row_number() over (order by hit.rank, hit.far, l.sort_name, hit.number) as place
      from hit join published.register_listing l on l.number = hit.number
      order by place offset ${from} limit ${most}
    )
    select ${listed} from p ${joined} order by p.place`.execute(db)
  return rows
}

export async function countCells(db: ReadDb): Promise<CountedCell[]> {
  const { rows } = await sql<CountedCell>`
    select country, kind, status, together, demonstration, count(*)::integer as entries,
      count(population)::integer as known, coalesce(sum(population), 0)::float8 as people
    from published.register_listing group by country, kind, status, together, demonstration`.execute(db)
  return rows
}

/**
 * Where those are that stand by a signature, gathered in a grid; and how many have no known place.
 *
 * @param country in one country, upper case.
 * @param perDegree lines of the grid.
 */
export async function readSpots(
  db: ReadDb,
  { country, perDegree }: { readonly country?: string | undefined; readonly perDegree: number },
): Promise<{ readonly spots: readonly Spot[]; readonly nowhere: number }> {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null; entries: number }>`
    select floor(latitude * ${perDegree}) as latitude, floor(longitude * ${perDegree}) as longitude,
      count(*)::integer as entries
    from published.register_listing l
    where status = 'signed' and authority is not null
      ${country === undefined ? sql`` : sql`and country = ${country}`}
    group by 1, 2`.execute(db)
  const middle = (line: number) => (line + 0.5) / perDegree
  const spots = rows.flatMap(({ latitude, longitude, entries }) =>
    latitude === null || longitude === null
      ? []
      : [{ latitude: middle(latitude), longitude: middle(longitude), entries }],
  )
  const nowhere = rows.filter(({ latitude }) => latitude === null).reduce((sum, { entries }) => sum + entries, 0)
  return { spots, nowhere }
}

/** What happened in each year. A signature counts in the year in which it was given, as it stands today. */
export async function countYears(
  db: ReadDb,
): Promise<{ readonly year: number; readonly act: YearAct; readonly entries: number }[]> {
  const { rows } = await sql<{ year: number; act: YearAct; entries: number }>`
    select extract(year from signed_on)::integer as year, 'signed' as act, count(*)::integer as entries
    from published.register_listing group by 1
    union all
    select extract(year from occurred_on)::integer, act, count(*)::integer
    from published.register_entry where act in ('reaffirmed', 'merged', 'withdrawn') group by 1, 2`.execute(db)
  return rows
}

/** First and last day on which somebody of a country signed. @param country upper case. */
export async function daysOf(
  db: ReadDb,
  country: string,
): Promise<{ readonly first: string; readonly last: string } | undefined> {
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select min(signed_on)::text as first, max(signed_on)::text as last
    from published.register_listing where country = ${country} and status = 'signed'`.execute(db)
  const { first = null, last = null } = rows[0] ?? {}
  return first === null || last === null ? undefined : { first, last }
}
