/** Where towns with events lie, drawn; never where an event is. */
import { type PointsMap, pointsMap } from '../../../platform/map/points.ts'
import type { EventPagesDeps } from '../deps.ts'
import { readSpots } from '../list-store.ts'

/** @param country upper case; left out: all of Europe. @returns undefined where there is no point to show. */
export async function readEventMap(
  { database, site }: EventPagesDeps,
  year: number,
  country: string | undefined,
): Promise<PointsMap | undefined> {
  const code = country === undefined ? 'europe' : site.countries.byIso(country)?.numericCode
  return pointsMap(await database.read((db) => readSpots(db, year, country)), code)
}
