/** Published events as lists, maps and feeds read them: one row each, no document is opened. */
import { type RawBuilder, sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Spot } from '../../platform/map/cells.ts'
import { type Asked, eventsPerPage } from './asked-rules.ts'
import type { EventKind, EventStatus } from './schema.ts'

export interface ListedEvent {
  readonly id: string
  /** Id of the town or its successor. */
  readonly authority: string
  readonly version: number
  readonly status: EventStatus
  readonly access: 'public' | 'invited'
  readonly kind: EventKind
  /** `YYYY-MM-DDTHH:MM`, at the place. */
  readonly starts: string
  readonly ends: string | null
  readonly zone: string
  /** Empty for one without any; null where it is for invited children. */
  readonly place: string | null
  readonly online: boolean
  /** The language of the two. */
  readonly language: string
  readonly title: string
  readonly text: string
  /** Milliseconds since 1970. */
  readonly publishedAt: number
  /** Code of the country, upper case; of the town or its successor. */
  readonly country: string
  /** As it is called in the language that was asked for. */
  readonly town: string
  readonly demonstration: boolean
}

export interface Narrowed extends Omit<Asked, 'page' | 'country'> {
  /** Codes of one or of several, upper case. */
  readonly country: string | readonly string[] | undefined
  readonly authority?: string | undefined
}

function narrowed(year: number, { country, kind, lang, authority }: Narrowed): RawBuilder<unknown> {
  return sql.join(
    [
      sql`event.year = ${year}`,
      ...(country === undefined ? [] : [ofCountry(country)]),
      ...(kind ? [sql`event.kind = ${kind}`] : []),
      ...(lang ? [sql`${lang} = any(event.languages)`] : []),
      ...(authority ? [sql`event.authority = ${authority}`] : []),
    ],
    sql` and `,
  )
}

/** One country stays an equation: its index has the order of time. */
const ofCountry = (country: string | readonly string[]) =>
  typeof country === 'string' ? sql`event.country = ${country}` : sql`event.country = any(${[...country]}::text[])`

/** @param language in which its words are wanted, where the town has written them. */
const rowsOf = (year: number, asked: Narrowed, language: string) => sql`
  select event.id, event.authority, event.version, event.status, event.access, event.kind, event.zone, event.place, event.online,
    left(replace(event.starts::text, ' ', 'T'), 16) as starts, left(replace(event.ends::text, ' ', 'T'), 16) as ends,
    case when event.titles ? ${language} then ${language} else event.language end as language,
    coalesce(event.titles ->> ${language}, event.titles ->> event.language, '') as title,
    coalesce(event.texts ->> ${language}, event.texts ->> event.language, '') as text,
    (extract(epoch from event.published_at) * 1000)::float8 as "publishedAt", event.country, coalesce(town.names ->> ${language}, town.name) as town,
    town.demonstration
  from published.event event join published.authority town on town.id = event.authority
  where ${narrowed(year, asked)}`

const inTime = sql`order by event.starts_at, event.id`

/** A part of the list, in the order of time. */
export async function readListed(db: ReadDb, year: number, asked: Asked, language: string): Promise<ListedEvent[]> {
  const part = sql`limit ${eventsPerPage} offset ${(asked.page - 1) * eventsPerPage}`
  const { rows } = await sql<ListedEvent>`${rowsOf(year, asked, language)} ${inTime} ${part}`.execute(db)
  return rows
}

/** All of them, in the order of time: for feeds and frames. @param most how many at most. */
export async function readAll(
  db: ReadDb,
  year: number,
  asked: Narrowed,
  { language, most }: { readonly language: string; readonly most?: number },
): Promise<ListedEvent[]> {
  const part = most === undefined ? sql`` : sql`limit ${most}`
  const { rows } = await sql<ListedEvent>`${rowsOf(year, asked, language)} ${inTime} ${part}`.execute(db)
  return rows
}

/**
 * Events of some countries, by code, in an order that stays the same. Thousands of rows are read as the database finds them and
 * are put in order here, which takes half as long.
 */
export async function readByCountry(
  db: ReadDb,
  year: number,
  countries: readonly string[],
  language: string,
): Promise<Map<string, ListedEvent[]>> {
  const asked = { country: countries, kind: undefined, lang: undefined }
  const { rows } = await sql<ListedEvent>`${rowsOf(year, asked, language)}`.execute(db)
  const found = Map.groupBy(rows, ({ country }) => country)
  for (const events of found.values()) events.sort(byTime)
  return found
}

const byTime = (one: ListedEvent, other: ListedEvent) =>
  one.starts < other.starts ? -1 : one.starts > other.starts || one.id > other.id ? 1 : -1

export interface CountryCount {
  /** Upper case. */
  readonly country: string
  readonly towns: number
  readonly events: number
  /** Who came, as towns have said afterwards; null where none has. */
  readonly people: number | null
  /** All of its towns are fictional. */
  readonly demonstration: boolean
}

/** By code of the country. What was cancelled did not take place. */
export async function countCountries(db: ReadDb, year: number): Promise<CountryCount[]> {
  const { rows } = await sql<CountryCount>`
    select event.country, count(distinct event.authority)::integer as towns, count(*)::integer as events,
      sum(event.people)::integer as people, bool_and(town.demonstration) as demonstration
    from published.event event join published.authority town on town.id = event.authority
    where event.year = ${year} and event.status = 'planned' group by event.country order by event.country`.execute(db)
  return rows
}

/** In which countries the year has events, by code. */
export async function readCountries(db: ReadDb, year: number): Promise<string[]> {
  const { rows } = await sql<{ country: string }>`
    select distinct country from published.event where year = ${year} order by country`.execute(db)
  return rows.map(({ country }) => country)
}

export async function countListed(db: ReadDb, year: number, asked: Narrowed): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from published.event event where ${narrowed(year, asked)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Of the filters: only what some event has. */
export async function readChoices(
  db: ReadDb,
  year: number,
): Promise<{ readonly kinds: readonly EventKind[]; readonly languages: readonly string[] }> {
  const { rows } = await sql<{ kinds: EventKind[] | null; languages: string[] | null }>`
    select (select array_agg(distinct kind) from published.event where year = ${year}) as kinds,
      (select array_agg(distinct one) from published.event, unnest(languages) one where year = ${year}) as languages`.execute(
    db,
  )
  return { kinds: rows[0]?.kinds ?? [], languages: rows[0]?.languages ?? [] }
}

/**
 * Where towns with events lie, never where the events are. Those for invited children have no point.
 *
 * @returns beside them how many events have none because nobody knows where the town lies.
 */
export async function readSpots(
  db: ReadDb,
  year: number,
  country: string | undefined,
): Promise<{ readonly spots: readonly Spot[]; readonly nowhere: number }> {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null; entries: number }>`
    select town.latitude, town.longitude, count(*)::integer as entries
    from published.event event join published.authority town on town.id = event.authority
    where event.status = 'planned' and event.access = 'public' and ${narrowed(year, {
      ...{ country, kind: undefined, lang: undefined },
    })}
    group by town.id, town.latitude, town.longitude`.execute(db)
  const placed = rows.flatMap(({ latitude, longitude, entries }) =>
    latitude === null || longitude === null ? [] : [{ latitude, longitude, entries }],
  )
  const known = placed.reduce((sum, { entries }) => sum + entries, 0)
  return { spots: placed, nowhere: rows.reduce((sum, { entries }) => sum + entries, 0) - known }
}

/** How many events each year has, by year. */
export async function countByYear(db: Db): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ year: number; count: number }>`
    select year, count(*)::integer as count from published.event where status = 'planned' group by year`.execute(db)
  return new Map(rows.map(({ year, count }) => [year, count]))
}

export interface EventTown {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  readonly timeZone: string
  readonly officialLanguages: readonly string[]
  readonly demonstration: boolean
}

/** Whose event it is, and in which year it stands. */
export async function readTownOf(
  db: ReadDb,
  event: string,
): Promise<{ readonly year: number; readonly town: EventTown } | undefined> {
  const { rows } = await sql<EventTown & { year: number }>`
    select event.year, town.id, town.country, town.slug, town.name, town.names, town.time_zone as "timeZone",
      town.official_languages as "officialLanguages", town.demonstration
    from published.event event join published.authority town on town.id = event.authority
    where event.id = ${event}`.execute(db)
  if (!rows[0]) return undefined
  const { year, ...town } = rows[0]
  return { year, town }
}
