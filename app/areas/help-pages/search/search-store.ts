/** Finds published services. Nothing here logs or keeps what somebody asked for. */
import { sql } from 'kysely'
import type { ReadDb } from '../../../platform/db/tables.ts'
import { type Answer, snapshotDocument } from '../../checklist/index.ts'
import type { EffectiveService, Owner, OwnerKind } from '../effective-page.ts'
import { areaRows, kindsUnder, parseFacts, type ServedHere, withWordsOf } from '../town-store.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Where to look, and for which kinds. */
export interface Sought {
  readonly kinds: readonly string[]
  /** The town and all areas whose services are for its people; empty where nobody said a place. */
  readonly served: ServedHere
  /** The town itself. */
  readonly town: string | undefined
  readonly point: Point | null
  /** Upper case; undefined: of all countries. */
  readonly country: string | undefined
  /** Fictional services are found from fictional towns alone; undefined: both. */
  readonly demonstration: boolean | undefined
  /** A full-text query over folded words, as of `wordsQuery`; undefined where no name is looked for. */
  readonly words: string | undefined
  /** Filters will take some away. */
  readonly narrowed: boolean
}

/** A service that was found, without what it says of itself. */
export interface FoundService {
  readonly id: string
  /** Under which it stands here. */
  readonly kinds: readonly string[]
  readonly owner: Owner
  readonly own: boolean
  readonly responsible: boolean
  /** Metres; null where it is not known or not to be told. */
  readonly distance: number | null
  readonly named: boolean
  readonly country: string
  readonly ownerSlug: string
  readonly demonstration: boolean
}

/** Metres: further is not near any more. */
const farthest = 60_000
/** Of each kind: as many as one page shows; some where everything is asked for and all of it fits. */
const nearestOfKind = ({ kinds, narrowed }: Sought) => (kinds.length > 5 && !narrowed ? 5 : 20)
const mostNamed = 40
const mostFound = 150

type Row = {
  id: string
  kinds: string[]
  authority: string
  country: string
  kind: string
  name: string
  names: Record<string, string>
  slug: string
  demonstration: boolean
  kindsHere: (string[] | null)[] | null
  responsible: boolean
  metres: number | null
  named: boolean
}

/** Nearest of each kind: one walk of the index for each. */
const near = (sought: Sought) => {
  const { kinds, point, country } = sought
  return point
    ? sql`
      select place.service, min(place.metres) as metres
      from unnest(${[...kinds]}::text[]) as wanted (kind) cross join lateral (
        select service, earth_distance(place, ll_to_earth(${point.latitude}, ${point.longitude})) as metres
        from published.service_place
        where service_place.kind = wanted.kind
          and place <@ earth_box(ll_to_earth(${point.latitude}, ${point.longitude}), ${farthest})
          ${country ? sql`and country = ${country}` : sql``}
        order by place <-> ll_to_earth(${point.latitude}, ${point.longitude}) limit ${nearestOfKind(sought)}
      ) place group by place.service`
    : sql`select null::uuid as service, null::float8 as metres where false`
}

const responsible = ({ kinds, served }: Sought) => sql`
  select area.service, jsonb_agg(area.kinds) as kinds
  from (${areaRows(served)}) area join published.service service on service.id = area.service
  where service.kinds && ${[...kinds]}::text[] and (area.kinds is null or area.kinds && ${[...kinds]}::text[])
  group by area.service`

const named = ({ words }: Sought) =>
  words === undefined
    ? sql`select null::uuid as service where false`
    : sql`select service from published.service_words where words @@ ${words}::tsquery limit ${mostNamed}`

/** What answers one of the kinds for the place or near it, and what is called so. In no particular order. */
export async function findServices(db: ReadDb, sought: Sought): Promise<FoundService[]> {
  const { country, demonstration, point, served } = sought
  const forPlace = sql`(found.responsible or exists (
    select from (${areaRows(served)}) area where area.service = service.id))`
  const { rows } = await sql<Row>`
    with here as (${responsible(sought)}), near as (${near(sought)}), named as (${named(sought)}),
    found as (
      select service, min(metres) as metres, bool_or(responsible) as responsible, bool_or(named) as named from (
        select service, null::float8 as metres, true as responsible, false as named from here
        union all select service, metres, false, false from near
        union all select service, null, false, true from named
      ) each group by service
    )
    select service.id, service.kinds, service.authority, owner.country, owner.kind, owner.name, owner.names, owner.slug, owner.demonstration,
      here.kinds as "kindsHere", found.named,
      ${forPlace} as responsible,
      coalesce(found.metres, ${
        point
          ? sql`(select min(earth_distance(place.place, ll_to_earth(${point.latitude}, ${point.longitude})))
            from published.service_place place where place.service = service.id)`
          : sql`null`
      }) as metres
    from found join published.service service on service.id = found.service
    join published.authority owner on owner.id = service.authority
    left join here on here.service = service.id
    where exists (select from published.service_area area where area.service = service.id)
      and (owner.status <> 'split' or ${forPlace})
      ${demonstration === undefined ? sql`` : sql`and owner.demonstration = ${demonstration}`}
      ${country ? sql`and (found.responsible or owner.country = ${country})` : sql``}
    order by found.named desc, found.responsible desc, metres nulls last limit ${mostFound}`.execute(db)
  return rows.map((row) => foundOf(row, sought.town))
}

function foundOf(row: Row, town: string | undefined): FoundService {
  const { authority, kind, name, names } = row
  return {
    id: row.id,
    kinds: row.kindsHere ? kindsUnder(row.kinds, row.kindsHere) : row.kinds,
    owner: { id: authority, kind: kind as OwnerKind, name, names },
    own: authority === town,
    responsible: row.responsible,
    distance: row.metres,
    named: row.named,
    country: row.country,
    ownerSlug: row.slug,
    demonstration: row.demonstration,
  }
}

/** What they say of themselves, in the same order, with the words that they leave to standard texts. */
export async function withFacts<F extends FoundService>(
  db: ReadDb,
  found: readonly F[],
): Promise<{ readonly found: F; readonly effective: EffectiveService }[]> {
  if (found.length === 0) return []
  const rows = await db
    .selectFrom('published.service')
    .select(['id', 'facts'])
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .execute()
  const facts = new Map(rows.map(({ id, facts }) => [id, facts]))
  // What was taken out between the two queries is found no more.
  const read = found.flatMap((one) => {
    const said = facts.get(one.id)
    if (said === undefined) return []
    const effective = effectiveOf(one, said)
    // A confidential place has no row to measure a distance with; that none is told does not hang on it.
    const distance = effective.service.place.type === 'confidential' ? null : one.distance
    return [{ found: { ...one, distance }, effective }]
  })
  const filled = await withWordsOf(
    db,
    read.map(({ effective }) => effective),
  )
  return read.map((each, index) => ({ ...each, effective: filled[index] ?? each.effective }))
}

const effectiveOf = ({ id, kinds, owner, own }: FoundService, facts: unknown): EffectiveService => ({
  ...{ owner, own },
  service: { ...parseFacts(id, facts), kinds: [...kinds] },
})

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

/**
 * A query for services in whose name all words stand: each as it was typed, as the beginning of a longer one, or as a
 * known word that is much like it. Undefined where a word is none that any service has.
 *
 * @param words as of `wordsIn`: each in the ways in which it is written, letters and digits alone.
 */
export async function wordsQuery(db: ReadDb, words: readonly (readonly string[])[]): Promise<string | undefined> {
  const parts: string[] = []
  for (const ways of words) {
    const forms = [...new Set(ways.flatMap((way) => way.split(' ')))].filter((form) => form !== '')
    const known = await knownWords(db, forms)
    if (known.length === 0) return undefined
    parts.push(`(${known.join(' | ')})`)
  }
  return parts.length === 0 ? undefined : parts.join(' & ')
}

async function knownWords(db: ReadDb, forms: readonly string[]): Promise<string[]> {
  const begun = forms.filter((form) => form.length >= 3).map((form) => `${form}%`)
  const { rows } = await sql<{ word: string; exact: boolean }>`
    select word, word = any(${[...forms]}::text[]) as exact from published.search_word
    where word = any(${[...forms]}::text[]) or word like any(${begun}::text[]) limit 50`.execute(db)
  const found = rows.length > 0 ? rows.map(({ word }) => word) : await likeWords(db, forms)
  return found.map((word) => `'${word.replaceAll("'", "''")}'`)
}

async function likeWords(db: ReadDb, forms: readonly string[]): Promise<string[]> {
  const long = forms.filter((form) => form.length >= shortestToCorrect)
  const found: string[] = []
  for (const form of long) {
    const { rows } = await sql<{ word: string }>`
      select word from published.search_word where word % ${form}
      order by similarity(word, ${form}) desc, word limit ${corrections}`.execute(db)
    found.push(...rows.map(({ word }) => word))
  }
  return [...new Set(found)]
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
