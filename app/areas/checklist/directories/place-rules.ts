/**
 * Which authorities a service of a directory belongs to, by what the directory says of it. Never a guess that holds by
 * itself: what fits stands in a proposal, and an officer decides. Pure: what is known of places comes as an argument.
 */
import type { AuthorityKind } from '../../authorities/index.ts'

export interface Point {
  readonly latitude: number
  readonly longitude: number
}

export interface SaidPlaces {
  /** Areas that it says it serves: words for each, codes before names. */
  readonly areas: readonly (readonly string[])[]
  /** Where one goes: words for its town, the surest first. None of a confidential place. */
  readonly places: readonly { readonly words: readonly string[]; readonly point: Point | null }[]
}

export interface KnownPlace {
  readonly id: string
  readonly kind: AuthorityKind
  readonly point: Point | null
}

export interface Places {
  /** Authorities of the country whose valid code or whose name this is. */
  named(word: string): readonly KnownPlace[]
  /** Whether the word names the whole country. */
  isCountry(word: string): boolean
  /** The town whose point is nearest. */
  nearest(point: Point): KnownPlace | undefined
}

/** What decided: an area that it names, the name of its place, or the point of its place. */
export const fitReasons = ['area', 'name', 'point'] as const
export type FitReason = (typeof fitReasons)[number]

export interface Fit {
  readonly authorities: readonly string[]
  readonly by: FitReason
}

/** Beyond this a point is not near a town. */
export const nearKilometres = 15
/** Beyond this a place is not where its name says. */
const farKilometres = 60

const earthKilometres = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

export function kilometresBetween(one: Point, other: Point): number {
  const [down, across] = [
    radians(other.latitude - one.latitude) / 2,
    radians(other.longitude - one.longitude) / 2,
  ] as const
  const part =
    Math.sin(down) ** 2 + Math.cos(radians(one.latitude)) * Math.cos(radians(other.latitude)) * Math.sin(across) ** 2
  return 2 * earthKilometres * Math.asin(Math.min(1, Math.sqrt(part)))
}

/** Undefined where it belongs to nobody: it says nothing, names the whole country, or nothing that is certain. */
export function fitOf({ areas, places: said }: SaidPlaces, places: Places): Fit | undefined {
  const named = areas.map((words) => areaOf(words, places))
  if (named.includes('country')) return undefined
  const certain = named.flatMap((one) => (typeof one === 'object' ? [one.id] : []))
  if (certain.length > 0) return { authorities: distinct(certain), by: 'area' }
  const towns = said.flatMap((place) => townOf(place, places) ?? [])
  const by = towns.some((town) => town.by === 'point') ? 'point' : 'name'
  return towns.length === 0 ? undefined : { authorities: distinct(towns.map(({ id }) => id)), by }
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** The first of the words that names one authority and no other. */
function areaOf(words: readonly string[], places: Places): KnownPlace | 'country' | undefined {
  if (words.some((word) => places.isCountry(word))) return 'country'
  for (const word of words) {
    const [found, ...others] = places.named(word)
    if (!found || others.length > 0) continue
    return found.kind === 'country' ? 'country' : found
  }
  return undefined
}

type Place = SaidPlaces['places'][number]

/** The town of that name; of several the one at the point; where no town has the name, the nearest. */
function townOf({ words, point }: Place, places: Places): { readonly id: string; readonly by: FitReason } | undefined {
  for (const word of words) {
    const towns = places.named(word).filter(({ kind }) => kind === 'municipality')
    const [only] = towns
    if (!only) continue
    const meant =
      towns.length === 1 ? towns.filter((town) => !isFar(town, point)) : towns.filter((town) => isNear(town, point))
    const [town] = meant
    return town && meant.length === 1 ? { id: town.id, by: 'name' } : undefined
  }
  const nearest = point ? places.nearest(point) : undefined
  return nearest && isNear(nearest, point) ? { id: nearest.id, by: 'point' } : undefined
}

const isNear = (town: KnownPlace, point: Point | null): boolean =>
  point !== null && town.point !== null && kilometresBetween(town.point, point) <= nearKilometres

const isFar = (town: KnownPlace, point: Point | null): boolean =>
  point !== null && town.point !== null && kilometresBetween(town.point, point) > farKilometres

/** Kilometres of one degree of latitude. */
const kilometresOfDegree = 111

/** Finds the nearest within `nearKilometres`: among thousands without looking at each. */
export function nearestAmong(towns: readonly KnownPlace[]): Places['nearest'] {
  const inOrder = towns
    .flatMap((town) => (town.point ? [{ town, point: town.point }] : []))
    .sort((one, other) => one.point.latitude - other.point.latitude)
  const width = nearKilometres / kilometresOfDegree + 0.01
  return (point) => {
    let best: { town: KnownPlace; kilometres: number } | undefined
    for (let at = firstFrom(inOrder, point.latitude - width); at < inOrder.length; at += 1) {
      const each = inOrder[at]
      if (!each || each.point.latitude > point.latitude + width) break
      const kilometres = kilometresBetween(each.point, point)
      if (kilometres <= nearKilometres && (!best || kilometres < best.kilometres))
        best = { town: each.town, kilometres }
    }
    return best?.town
  }
}

function firstFrom(inOrder: readonly { readonly point: Point }[], latitude: number): number {
  let [low, high] = [0, inOrder.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((inOrder[middle]?.point.latitude ?? 0) < latitude) low = middle + 1
    else high = middle
  }
  return low
}
