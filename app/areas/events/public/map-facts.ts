/** Where towns with events lie, drawn; never where an event is. */
import { europeFrame } from '../../../platform/map/europe.ts'
import { frameFor } from '../../../platform/map/outlines.ts'
import { type DrawnPoints, drawnPoints } from '../../register-pages/index.ts'
import type { EventPagesDeps } from '../deps.ts'
import { readSpots } from '../list-store.ts'

export interface EventMap {
  readonly width: number
  readonly height: number
  /** `d` of paths. */
  readonly land: string
  readonly lines: string
  readonly points: DrawnPoints
  /** Events that are not on it: their town lies outside, or nobody knows where. */
  readonly missing: number
}

const countryWidth = 640
const grid = { europe: 6, country: 4 } as const

/** @param country upper case; left out: all of Europe. @returns undefined where there is no point to show. */
export async function readEventMap(
  { database, site }: EventPagesDeps,
  year: number,
  country: string | undefined,
): Promise<EventMap | undefined> {
  const { spots, nowhere } = await database.read((db) => readSpots(db, year, country))
  if (spots.length === 0) return undefined
  if (country === undefined) {
    const { width, height, land, borders, at } = europeFrame()
    const points = drawnPoints({ at }, spots, grid.europe)
    return { width, height, land, lines: borders, points, missing: points.outside + nowhere }
  }
  const code = site.countries.byIso(country)?.numericCode
  const frame = code === undefined ? undefined : frameFor(code, spots, { whole: true, width: countryWidth })
  if (!frame) return undefined
  const points = drawnPoints(frame, spots, grid.country)
  const { width, height, land, country: lines } = frame
  return { width, height, land, lines, points, missing: points.outside + nowhere }
}
