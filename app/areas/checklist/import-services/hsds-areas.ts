/** What an HSDS service says of where it belongs: areas that it serves, and the town of each place. */
import type { HsdsLocation, HsdsService } from './hsds-shape.ts'

export interface SaidWhere {
  /** Words for each area, codes before names. */
  readonly areas: readonly (readonly string[])[]
  /** Words for the town of each place, the surest first. */
  readonly places: readonly {
    readonly words: readonly string[]
    readonly point: { readonly latitude: number; readonly longitude: number } | null
  }[]
}

/** Shorter ends of an address of the net are numbers of whoever made it, and no official codes. */
const shortestCode = 4
/** Longer ones are outlines of an area, or a story. */
const longestWord = 120

const words = (...given: readonly (string | null | undefined)[]): string[] => [
  ...new Set(given.flatMap((one) => one?.trim() || []).filter((one) => one.length <= longestWord)),
]

type Area = NonNullable<HsdsService['service_areas']>[number]

function wordsOfArea({ uri, extent, extent_type, name }: Area): string[] {
  const end =
    uri
      ?.trim()
      .split(/[/#:=]/)
      .at(-1) ?? ''
  return words(end.length >= shortestCode ? end : null, (extent_type ?? 'text') === 'text' ? extent : null, name)
}

function placeOf({ name, addresses, latitude, longitude }: HsdsLocation) {
  const physical = (addresses ?? []).filter((each) => (each.address_type ?? 'physical') === 'physical')
  const isPoint = typeof latitude === 'number' && typeof longitude === 'number'
  return { words: words(...physical.map(({ city }) => city), name), point: isPoint ? { latitude, longitude } : null }
}

/** @param confidential then only the areas: a town would be a hint at the place. */
export function saidWhere(service: HsdsService, confidential: boolean): SaidWhere {
  const visits = service.service_at_locations ?? []
  const areas = [service.service_areas, ...visits.map((visit) => visit.service_areas)].flatMap((each) => each ?? [])
  const gone = (locations: readonly HsdsLocation[]) =>
    locations.filter(({ location_type: type }) => type !== 'virtual' && type !== 'postal')
  return {
    areas: areas.map(wordsOfArea).filter((each) => each.length > 0),
    places: confidential ? [] : gone(visits.flatMap(({ location }) => location ?? [])).map(placeOf),
  }
}
