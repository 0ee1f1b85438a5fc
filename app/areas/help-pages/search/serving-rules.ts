/** Of all that serves the people of a place: what answers the kinds that are looked for. */
import { kindsUnder, type OwnerKind } from '../effective-page.ts'

/** A service that names an authority, or was left to it. */
export interface Serving {
  readonly id: string
  readonly kinds: readonly string[]
  /** Under which alone it stands there; null: under all of its own. */
  readonly allowed: readonly string[] | null
  /** By a town that this one came out of, or left: until it has looked through it. */
  readonly left: boolean
  /** Who publishes it. */
  readonly owner: string
  readonly ownerKind: OwnerKind
  readonly demonstration: boolean
  /** Where it is, on the sphere of `ll_to_earth`; a confidential place is not among them. */
  readonly places: readonly (readonly [number, number, number])[]
}

/** Whose people the people of a place are, by ids of authorities (`servedAs`). */
interface People {
  /** The place itself and its areas. */
  readonly areas: readonly string[]
  /** Those, and all that are no more and whose place any of them has taken. */
  readonly as: readonly string[]
  readonly split: readonly string[]
}

/** Of what was split, that which a part has looked through is no more. */
export function servingThere({ areas, as, split }: People, of: ReadonlyMap<string, readonly Serving[]>): Serving[] {
  const named = as.flatMap((id) => of.get(id) ?? []).filter(({ left, owner }) => !(left || split.includes(owner)))
  return [...named, ...areas.flatMap((id) => of.get(id) ?? []).filter(({ left }) => left)]
}

export interface AnsweringHere {
  readonly serving: Serving
  /** Under which it stands there. */
  readonly kinds: readonly string[]
}

/** By id, those that answer one of the kinds where they stand. */
export function answeringThere(serving: readonly Serving[], kinds: readonly string[]): Map<string, AnsweringHere> {
  const sought = new Set(kinds)
  const anyOf = (some: readonly string[]) => some.some((kind) => sought.has(kind))
  const answering = serving.filter((one) => anyOf(one.kinds) && (one.allowed === null || anyOf(one.allowed)))
  return new Map(
    [...Map.groupBy(answering, ({ id }) => id)].flatMap(([id, all]) => {
      const [first] = all
      if (!first) return []
      const allowed = all.map((one) => one.allowed)
      return [[id, { serving: first, kinds: allowed.includes(null) ? first.kinds : kindsUnder(first.kinds, allowed) }]]
    }),
  )
}

/** As the extension earthdistance has it. */
const earthMetres = 6_378_168

/** How far the nearest of its places is, in metres, as `sec_to_gc(cube_distance(…))` counts; null where it has none. */
export function metresFrom(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  places: Serving['places'],
): number | null {
  if (places.length === 0) return null
  const [north, east] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
  const x = earthMetres * Math.cos(north) * Math.cos(east)
  const y = earthMetres * Math.cos(north) * Math.sin(east)
  const z = earthMetres * Math.sin(north)
  const straight = Math.min(...places.map((at) => Math.hypot(at[0] - x, at[1] - y, at[2] - z)))
  return 2 * earthMetres * Math.asin(Math.min(1, straight / (2 * earthMetres)))
}
