/** The place that somebody means: the town that answers for it, and the point that distances are measured from. */
import { type Authority, findByName, readCurrentAuthority, townsAround } from '../../authorities/index.ts'
import { postcodeOf } from '../../checklist/index.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { factsAt, factsOf, type PlaceFacts } from './place-facts.ts'
import type { SearchQuery } from './search-schema.ts'
import { type Point, pointOfPostcode } from './search-store.ts'

export interface FoundPlace extends PlaceFacts {
  readonly point: Point | null
  /** Towns that may be meant instead. */
  readonly others: readonly Authority[]
  /** By the position of the device or by a postcode: the nearest town is a guess. */
  readonly guessed: boolean
}

type Deps = Pick<HelpPagesDeps, 'database' | 'places'>

const mostOthers = 5

function positionIn(text: string): Point | undefined {
  const found = /^(-?\d{1,2}(?:\.\d{1,7})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,7})?)$/.exec(text)
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])]
  return found && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

async function around(deps: Deps, point: Point): Promise<FoundPlace | undefined> {
  const [town, ...others] = await deps.database.read((db) => townsAround(db, point, mostOthers + 1))
  return town && { ...(await factsOf(deps, town)), point, others, guessed: true }
}

/** What was typed counts before the town of the page that the form stood on. @returns undefined where it is not known. */
export async function findPlace(
  deps: Deps,
  { near, town, country }: Pick<SearchQuery, 'near' | 'town' | 'country'>,
): Promise<FoundPlace | undefined> {
  if (near === '') return town ? byAddress(deps, town) : undefined
  const position = positionIn(near)
  if (position) return around(deps, position)
  const inCountry = country ?? town?.country
  return (
    (await byName(deps, near, inCountry)) ??
    (await byPostcode(deps, near, inCountry)) ??
    (inCountry === undefined ? undefined : await byName(deps, near, undefined))
  )
}

async function byAddress(deps: Deps, address: NonNullable<SearchQuery['town']>): Promise<FoundPlace | undefined> {
  const facts = await factsAt(deps, address)
  return facts && { ...facts, point: facts.town.point, others: facts.parts, guessed: false }
}

async function byPostcode(deps: Deps, typed: string, country: string | undefined): Promise<FoundPlace | undefined> {
  if (!/\d/.test(typed)) return undefined
  const point = await deps.database.read((db) => pointOfPostcode(db, postcodeOf(typed), country))
  return point && around(deps, point)
}

async function byName(deps: Deps, typed: string, country: string | undefined): Promise<FoundPlace | undefined> {
  const { town, others } = await deps.database.read(async (db) => {
    const found = await findByName(db, typed, { country, limit: mostOthers + 1 })
    const [first, ...rest] = found.flatMap(({ authority, successor, parts }) => [successor ?? authority, ...parts])
    return { town: first && (await readCurrentAuthority(db, first.id)), others: rest }
  })
  if (!town) return undefined
  const facts = await factsOf(deps, town)
  return { ...facts, point: town.point, others: others.filter(({ id }) => id !== town.id), guessed: false }
}
