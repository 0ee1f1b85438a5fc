/** Signatories as the list, the counts and the map show them: from `published.register_listing`, which sorts and counts fast. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { Spot } from '../../platform/map/cells.ts'
import { foldQuery } from '../authorities/index.ts'
import type { PublicStatus } from '../register/index.ts'
import type { Filters, Kind, Part, Sort } from './asked-rules.ts'
import type { CountedCell, YearAct } from './counts-rules.ts'

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
  const found = await foundBy(db, forms.map(beginsWith), filters, part)
  if (found.length > 0 || part.from > 0) return found
  const long = forms.filter((form) => form.length >= shortestWord)
  return foundBy(db, long.map(isLike), filters, part)
}

type Raw = ReturnType<typeof sql>

/** Of the parts of names by which a form of what was typed finds: which, and how well, smaller being better. */
interface Way {
  readonly matches: Raw
  readonly rank: Raw
}

/** A folded text holds letters, digits and spaces only: nothing to escape in a pattern. */
function beginsWith(form: string): Way {
  const rank = sql`case when r.whole and r.part = ${form} then 0 when r.whole then 1 else 2 end`
  if (form.length === 1) return { matches: sql`r.whole and r.part = ${form}`, rank }
  const begins = sql`r.part like ${`${form}%`}`
  return { matches: form.length < shortestWord ? sql`r.whole and ${begins}` : begins, rank }
}

const isLike = (form: string): Way => ({
  matches: sql`r.whole and r.part % ${form}`,
  rank: sql`1 - similarity(r.part, ${form})`,
})

async function foundBy(db: ReadDb, ways: readonly Way[], filters: Filters, part: Part): Promise<ListedSignatory[]> {
  if (ways.length === 0) return []
  const { country, kind, status, joint } = filters
  const isFiltered = joint || [country, kind, status].some((one) => one !== undefined)
  const chosen = isFiltered
    ? sql`join published.register_listing l on l.number = r.number and ${where(filters)}`
    : sql``
  const branches = ways.map(
    ({ matches, rank }) =>
      sql`select r.number, (${rank})::real as rank, r.part from published.register_part r ${chosen} where ${matches}`,
  )
  const { rows } = await sql<ListedSignatory>`
    with hit as (
      select number, min(rank) as rank, min(part) as part
      from (${sql.join(branches, sql` union all `)}) each_part group by number
    ), p as (
      select number, row_number() over (order by rank, part, number) as place
      from hit order by place offset ${part.from} limit ${part.most}
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
    from published.register_entry where act = 'reaffirmed' group by 1, 2
    union all
    select extract(year from status_since)::integer, status, count(*)::integer
    from published.signatory where status in ('merged', 'withdrawn') group by 1, 2`.execute(db)
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
