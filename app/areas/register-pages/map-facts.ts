/** The map of those that stand by a signature: of Europe, or closer of one country. */
import { europeFrame } from '../../platform/map/europe.ts'
import { frameFor } from '../../platform/map/outlines.ts'
import type { Countries } from '../authorities/index.ts'
import { type MemoryDeps, readPlaces } from './memory.ts'
import { type DrawnPoints, drawnPoints } from './points-rules.ts'

export interface RegisterMap {
  readonly width: number
  readonly height: number
  /** `d` of paths. */
  readonly land: string
  readonly lines: string
  readonly points: DrawnPoints
  /** Authorities that are not on it: outside of it, or nobody knows where. */
  readonly missing: number
}

/** Units of the drawing. */
const countryWidth = 640
const grid = { europe: 6, country: 4 } as const

/** @param country upper case; left out: all of Europe. @returns undefined where there is no place to show. */
export async function readMap(
  deps: MemoryDeps & { readonly site: { readonly countries: Countries } },
  country?: string,
): Promise<RegisterMap | undefined> {
  const { spots, nowhere } = await readPlaces(deps, country)
  if (spots.length === 0) return undefined
  if (country === undefined) {
    const { width, height, land, borders, at } = europeFrame()
    const points = drawnPoints({ at }, spots, grid.europe)
    return { width, height, land, lines: borders, points, missing: points.outside + nowhere }
  }
  const code = deps.site.countries.byIso(country)?.numericCode
  const frame = code === undefined ? undefined : frameFor(code, spots, { whole: true, width: countryWidth })
  if (!frame) return undefined
  const points = drawnPoints(frame, spots, grid.country)
  const { width, height, land, country: lines } = frame
  return { width, height, land, lines, points, missing: points.outside + nowhere }
}
