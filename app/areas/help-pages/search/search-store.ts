/** Finds published services. Nothing here logs or keeps what somebody asked for. */
import { sql } from 'kysely'
import { ZodError } from 'zod'
import type { ReadDb } from '../../../platform/db/tables.ts'
import { type Answer, type Service, snapshotDocument } from '../../checklist/index.ts'
import type { EffectiveService, OwnerKind } from '../effective-page.ts'
import { parseFacts, withWordsOf } from '../town-store.ts'
import { mostResults } from './search-rules.ts'
import { answeringThere, metresFrom, type Serving } from './serving-rules.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Where to look, and for which kinds. */
export interface Sought {
  readonly kinds: readonly string[]
  /** All that serves the people of the place; empty where nobody said one. */
  readonly serving: readonly Serving[]
  /** The town itself. */
  readonly town: string | undefined
  readonly point: Point | null
  /** Upper case; undefined: of all countries. */
  readonly country: string | undefined
  /** Fictional services are found from fictional towns alone; undefined: both. */
  readonly demonstration: boolean | undefined
  /** A full-text query over folded words, as of `wordsQuery`; undefined where no name is looked for. */
  readonly words: string | undefined
  /** Names count only where something else speaks for a service: all that was typed are usual words, which many have. */
  readonly namesHere: boolean
  /** Filters will take some away. */
  readonly narrowed: boolean
}

/** A service that was found: what decides where it stands among the others. */
export interface FoundService {
  readonly id: string
  /** Under which it stands here. */
  readonly kinds: readonly string[]
  readonly ownerKind: OwnerKind
  readonly own: boolean
  readonly responsible: boolean
  /** Metres; null where it is not known or not to be told. */
  readonly distance: number | null
  readonly named: boolean
}

/** With what it says of itself, and whose page it stands on. */
export interface ReadService {
  readonly found: FoundService
  readonly effective: EffectiveService
  /** Upper case. */
  readonly country: string
  readonly ownerSlug: string
  readonly demonstration: boolean
}

/** Metres: further is not near any more. */
const farthest = 60_000
/** Some of the nearest of a kind stand under another kind on the page: as many more are looked for. */
const spare = 10

/**
 * Of each kind: as many as the page has room for beside what is responsible; some where everything is asked for and all
 * of it fits.
 */
function nearestOfKind({ kinds, narrowed, words }: Sought, here: number): number {
  if (narrowed) return mostResults
  if (kinds.length > 5) return 5
  return words === undefined ? Math.min(mostResults, mostResults + 1 - here + spare) : mostResults
}

const mostNamed = 40
/** With more that is responsible for the place, what is only near it stands on the page of nobody (`inOrder`). */
const enoughHere = mostResults

type Row = {
  id: string
  kinds: string[]
  authority: string
  ownerKind: OwnerKind
  /** Its publisher is no more. */
  split: boolean
  metres: number | null
  named: boolean
}

/** As a question of its own it is answered once, and not anew for each row. */
const onEarth = ({ latitude, longitude }: Point) => sql`(select ll_to_earth(${latitude}, ${longitude})::cube)`

const metresTo = (point: Point) => sql`sec_to_gc(cube_distance(place, ${onEarth(point)}))`

/** Written into the question: the database plans it without knowing its values, and has to know how few rows there are. */
const most = (rows: number) => sql`limit ${sql.lit(rows)}`

/** Nearest of each kind: one walk of the index for each. Nothing is looked for near a place that has enough of its own. */
const near = (sought: Sought, point: Point, here: number) => {
  const { kinds, country } = sought
  return sql`
    select place.service, min(place.metres) as metres
    from unnest(${[...kinds]}::text[]) as wanted (kind) cross join lateral (
      select service, ${metresTo(point)} as metres
      from published.service_place
      where service_place.kind = wanted.kind
        and place <@ (select earth_box(ll_to_earth(${point.latitude}, ${point.longitude}), ${farthest}))
        ${country ? sql`and country = ${country}` : sql``}
      order by place <-> ${onEarth(point)} ${most(nearestOfKind(sought, here))}
    ) place group by place.service`
}

const nothing = sql`select null::uuid as service, null::float8 as metres where false`

/** @param here ids of what answers a kind and is responsible for the place. */
const named = ({ words, namesHere }: Sought, here: readonly string[]) => {
  if (words === undefined) return sql`select null::uuid as service where false`
  if (!namesHere)
    return sql`select service from published.service_words where words @@ ${words}::tsquery ${most(mostNamed)}`
  return sql`
    select called.service from (select unnest(${[...here]}::uuid[]) as service union select service from near) known
    join published.service_words called on called.service = known.service
    where called.words @@ ${words}::tsquery ${most(mostNamed)}`
}

/** Of what was found by its name alone. */
const distance = (point: Point | null) =>
  point
    ? sql`coalesce(found.metres, (select min(${metresTo(point)}) from published.service_place place
        where place.service = found.service))`
    : sql`found.metres`

interface Beside {
  /** Beside what is responsible for the place and answers a kind. */
  readonly rows: readonly Row[]
  /** Ids of those in whose names all words stand. */
  readonly named: readonly string[]
}

/** What is near and what is called so. All rows come as one text, which is read many times as fast as columns. */
async function readBeside(db: ReadDb, sought: Sought, here: readonly string[]): Promise<Beside> {
  const { point, country, demonstration, words, narrowed } = sought
  const around = point && (narrowed || here.length <= enoughHere) ? point : undefined
  if (!around && words === undefined) return { rows: [], named: [] }
  const { rows } = await sql<{ rows: readonly Row[] | null; named: readonly string[] | null }>`
    with near as materialized (${around ? near(sought, around, here.length) : nothing}),
    named as materialized (${named(sought, here)}),
    found as materialized (
      select service, min(metres) as metres, bool_or(named) as named from (
        select service, metres, false as named from near union all select service, null, true from named
      ) each where service <> all(${[...here]}::uuid[]) group by service
    )
    select (select json_agg(service) from named where service = any(${[...here]}::uuid[])) as named, (
      select json_agg(json_build_object('id', service.id, 'kinds', service.kinds, 'authority', service.authority,
        'ownerKind', owner.kind, 'split', owner.status = 'split', 'metres', ${distance(point)}, 'named', found.named))
      from found join published.service service on service.id = found.service
      join published.authority owner on owner.id = service.authority
      where exists (select from published.service_area area where area.service = service.id)
        ${demonstration === undefined ? sql`` : sql`and owner.demonstration = ${demonstration}`}
        ${country ? sql`and owner.country = ${country}` : sql``}
    ) as rows`.execute(db)
  return { rows: rows[0]?.rows ?? [], named: rows[0]?.named ?? [] }
}

/** What answers one of the kinds for the place or near it, and what is called so. In no particular order. */
export async function findServices(db: ReadDb, sought: Sought): Promise<FoundService[]> {
  const { serving, kinds, point, town, demonstration } = sought
  const here = answeringThere(serving, kinds)
  const beside = await readBeside(db, sought, [...here.keys()])
  const [called, responsible] = [new Set(beside.named), new Set(serving.map(({ id }) => id))]
  const own = [...here.values()]
    .filter((one) => demonstration === undefined || one.serving.demonstration === demonstration)
    .map(
      ({ serving: { id, owner, ownerKind, places }, kinds: under }): FoundService => ({
        ...{ id, kinds: under, ownerKind, own: owner === town, responsible: true, named: called.has(id) },
        distance: point && metresFrom(point, places),
      }),
    )
  const others = beside.rows
    .filter(({ id, split }) => !split || responsible.has(id))
    .map(
      ({ id, kinds: all, ownerKind, authority, metres, named: so }): FoundService => ({
        ...{ id, kinds: all, ownerKind, own: authority === town, responsible: responsible.has(id), named: so },
        distance: metres,
      }),
    )
  return [...own, ...others]
}

/** What they say of themselves, in the same order, with the words that they leave to standard texts. */
export async function withFacts(db: ReadDb, found: readonly FoundService[]): Promise<ReadService[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const { rows } = await sql<FactsRow>`
    select service.id, service.facts, service.authority, owner.kind, owner.country, owner.name, owner.names, owner.slug, owner.demonstration
    from published.service service join published.authority owner on owner.id = service.authority
    where service.id = any(${ids}::uuid[])`.execute(db)
  const facts = new Map(rows.map((row) => [row.id, row]))
  // What was taken out between the two queries is found no more; what nobody can read stands in nobody's way.
  const read = found.flatMap((one) => {
    const row = facts.get(one.id)
    return row ? (readServiceOf(one, row) ?? []) : []
  })
  const filled = await withWordsOf(
    db,
    read.map(({ effective }) => effective),
  )
  return read.map((each, index) => ({ ...each, effective: filled[index] ?? each.effective }))
}

type FactsRow = {
  id: string
  facts: unknown
  authority: string
  kind: string
  country: string
  name: string
  names: Record<string, string>
  slug: string
  demonstration: boolean
}

function readServiceOf(found: FoundService, row: FactsRow): ReadService | undefined {
  const { authority, kind, country, name, names, slug, demonstration } = row
  const facts = readableFacts(found.id, row.facts)
  if (!facts) return undefined
  const service = { ...facts, kinds: [...found.kinds] }
  // A confidential place has no row to measure a distance with; that none is told does not hang on it.
  const distance = service.place.type === 'confidential' ? null : found.distance
  const owner = { id: authority, kind: kind as OwnerKind, name, names }
  return {
    found: { ...found, distance },
    effective: { service, owner, own: found.own },
    ...{ country, ownerSlug: slug, demonstration },
  }
}

function readableFacts(id: string, facts: unknown): Service | undefined {
  try {
    return parseFacts(id, facts)
  } catch (error) {
    if (error instanceof ZodError) return undefined
    throw error
  }
}

/** What a town has published about these kinds, in their order. */
export async function readAnswersOf(db: ReadDb, town: string, kinds: readonly string[]): Promise<Answer[]> {
  const { rows } = await sql<{ said: unknown }>`
    select said from published.current_snapshot current
    join published.snapshot snapshot on snapshot.authority = current.authority and snapshot.version = current.version
    cross join lateral jsonb_array_elements(snapshot.document -> 'answers') said
    where current.authority = ${town}::uuid and said ->> 'kind' = any(${[...kinds]}::text[])
    order by array_position(${[...kinds]}::text[], said ->> 'kind')`.execute(db)
  return snapshotDocument.shape.answers.parse(rows.map(({ said }) => said))
}

/** Shorter words are too much like others to be corrected. */
const shortestToCorrect = 4
const corrections = 3
/** Shorter beginnings are those of too many words. */
const shortestBeginning = 3
const mostBegun = 50

/**
 * A query for services in whose name all words stand: each as it was typed, as the beginning of a longer one, or as a
 * known word that is much like it. Undefined where a word is none that any service has.
 *
 * @param words as of `wordsIn`: each in the ways in which it is written, letters and digits alone.
 */
export async function wordsQuery(db: ReadDb, words: readonly (readonly string[])[]): Promise<string | undefined> {
  const typed = words
    .map((ways) => [...new Set(ways.flatMap((way) => way.split(' ')))].filter((form) => form !== ''))
    .flatMap((forms, place) => forms.map((form): TypedForm => ({ place, form })))
  if (typed.length === 0) return undefined
  const known = await knownWords(db, typed)
  const parts = words.map((_, place) => known.get(place))
  if (parts.some((found) => found === undefined)) return undefined
  return parts
    .map((found = []) => `(${found.map((word) => `'${word.replaceAll("'", "''")}'`).join(' | ')})`)
    .join(' & ')
}

/** One way to write the word that stands at a place of what was typed. */
interface TypedForm {
  readonly place: number
  readonly form: string
}

/** What each may stand for, by place: known words that are it or begin with it, else those that are most like it. */
async function knownWords(db: ReadDb, typed: readonly TypedForm[]): Promise<Map<number, string[]>> {
  const [places, forms] = [typed.map(({ place }) => place), typed.map(({ form }) => form)]
  const { rows } = await sql<{ place: number; word: string }>`
    with typed as materialized (select * from unnest(${places}::integer[], ${forms}::text[]) as typed (place, form)),
    known as materialized (
      select distinct typed.place, known.word from typed cross join lateral (
        select word from published.search_word where word = typed.form
        union all
        (select word from published.search_word
          where length(typed.form) >= ${shortestBeginning}
            and word ~>=~ typed.form and word ~<~ (typed.form || U&'\\+10FFFF')
          order by word using ~<~ limit ${mostBegun})
      ) known
    ),
    unknown as materialized (
      select place, form from typed
      where length(form) >= ${shortestToCorrect} and place not in (select place from known)
    )
    select place, word from known
    union
    select unknown.place, alike.word from unknown cross join lateral (
      select word from published.search_word where word % unknown.form
      order by similarity(word, unknown.form) desc, word limit ${corrections}
    ) alike`.execute(db)
  return new Map([...Map.groupBy(rows, ({ place }) => place)].map(([place, of]) => [place, of.map(({ word }) => word)]))
}

/** The middle of all published places with this postcode. @param postcode folded, without spaces. */
export async function pointOfPostcode(
  db: ReadDb,
  postcode: string,
  country: string | undefined,
): Promise<(Point & { readonly country: string }) | undefined> {
  const { rows } = await sql<Point & { country: string }>`
    select country, avg(latitude(place)) as latitude, avg(longitude(place)) as longitude
    from published.service_place where postcode = ${postcode}
      ${country ? sql`and country = ${country}` : sql``}
    group by country order by count(*) desc, country limit 1`.execute(db)
  return rows[0]
}
