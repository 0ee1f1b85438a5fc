/** The map of those that stand by a signature: of Europe, or closer of one country. */
import { type PointsMap, pointsMap } from '../../platform/map/points.ts'
import type { Countries } from '../authorities/index.ts'
import { type MemoryDeps, readPlaces } from './memory.ts'

/** @param country upper case; left out: all of Europe. @returns undefined where there is no place to show. */
export async function readMap(
  deps: MemoryDeps & { readonly site: { readonly countries: Countries } },
  country?: string,
): Promise<PointsMap | undefined> {
  const code = country === undefined ? 'europe' : deps.site.countries.byIso(country)?.numericCode
  return pointsMap(await readPlaces(deps, country), code)
}
