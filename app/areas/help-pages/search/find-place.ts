/** The place that somebody means: the town that answers for it, and the point that distances are measured from. */
import type { ReadDb } from '../../../platform/db/tables.ts'
import {
  type Authority,
  findByName,
  findBySlug,
  partsOf,
  readCurrentAuthority,
  townsAround,
} from '../../authorities/index.ts'
import { postcodeOf } from '../../checklist/index.ts'
import type { SearchQuery } from './search-schema.ts'
import { type Point, pointOfPostcode } from './search-store.ts'

export interface FoundPlace {
  readonly town: Authority
  readonly point: Point | null
  /** Towns that may be meant instead. */
  readonly others: readonly Authority[]
  /** By the position of the device or by a postcode: the nearest town is a guess. */
  readonly guessed: boolean
}

const mostOthers = 5

function positionIn(text: string): Point | undefined {
  const found = /^(-?\d{1,2}(?:\.\d{1,7})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,7})?)$/.exec(text)
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])]
  return found && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined
}

async function around(db: ReadDb, point: Point): Promise<FoundPlace | undefined> {
  const [town, ...others] = await townsAround(db, point, mostOthers + 1)
  return town && { town, point, others, guessed: true }
}

/** What was typed counts before the town of the page that the form stood on. @returns undefined where it is not known. */
export async function findPlace(
  db: ReadDb,
  { near, town, country }: Pick<SearchQuery, 'near' | 'town' | 'country'>,
): Promise<FoundPlace | undefined> {
  if (near === '') return town ? byAddress(db, town) : undefined
  const position = positionIn(near)
  if (position) return around(db, position)
  const inCountry = country ?? town?.country
  return (
    (await byName(db, near, inCountry)) ??
    (await byPostcode(db, near, inCountry)) ??
    (inCountry === undefined ? undefined : await byName(db, near, undefined))
  )
}

async function byAddress(
  db: ReadDb,
  { country, slug }: NonNullable<SearchQuery['town']>,
): Promise<FoundPlace | undefined> {
  const found = await findBySlug(db, country, slug)
  const town =
    found?.authority ?? (found && (await findBySlug(db, found.movedTo.country, found.movedTo.slug))?.authority)
  if (!town) return undefined
  const parts = await partsOf(db, town)
  return { town, point: town.point, others: parts?.ended ? parts.authorities : [], guessed: false }
}

async function byPostcode(db: ReadDb, typed: string, country: string | undefined): Promise<FoundPlace | undefined> {
  if (!/\d/.test(typed)) return undefined
  const point = await pointOfPostcode(db, postcodeOf(typed), country)
  return point && around(db, point)
}

async function byName(db: ReadDb, typed: string, country: string | undefined): Promise<FoundPlace | undefined> {
  const found = await findByName(db, typed, { country, limit: mostOthers + 1 })
  const [first, ...others] = found.flatMap(({ authority, successor, parts }) => [successor ?? authority, ...parts])
  const town = first && (await readCurrentAuthority(db, first.id))
  return town && { town, point: town.point, others: others.filter(({ id }) => id !== town.id), guessed: false }
}
