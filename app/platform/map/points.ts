/** Places as points on a map of Europe or of one country: those that would lie on each other are one, the larger the more they are. */
import { cellsIn, type Frame, type Spot } from './cells.ts'
import { europeFrame } from './europe.ts'
import { frameFor } from './outlines.ts'

export const sizes = ['one', 'some', 'many'] as const
export type Size = (typeof sizes)[number]

export interface DrawnPoints {
  /** Points of no length, as the `d` of a path: the round ends of its line draw them. The largest lie below. */
  readonly paths: readonly { readonly size: Size; readonly path: string }[]
  /** How many lie outside of the frame. */
  readonly outside: number
}

/** From how many on a point is of that size. */
const from = { one: 1, some: 2, many: 10 } as const satisfies Record<Size, number>
const sizeOf = (entries: number): Size => (entries >= from.many ? 'many' : entries >= from.some ? 'some' : 'one')

/** @param grid units of the drawing within which several are one point. */
export function drawnPoints(frame: Frame, spots: readonly Spot[], grid: number): DrawnPoints {
  const { cells, outside } = cellsIn(frame, spots, grid)
  const bySize = Map.groupBy(cells, ({ entries }) => sizeOf(entries))
  const paths = sizes.toReversed().map((size) => ({
    size,
    path: (bySize.get(size) ?? []).map(({ x, y }) => `M${x} ${y}h0`).join(''),
  }))
  return { paths: paths.filter(({ path }) => path !== ''), outside }
}

export interface PointsMap {
  readonly width: number
  readonly height: number
  /** `d` of paths. */
  readonly land: string
  readonly lines: string
  readonly points: DrawnPoints
  /** How many are not on it: outside of it, or nobody knows where. */
  readonly missing: number
}

/** Units of the drawing. */
const countryWidth = 640
const grid = { europe: 6, country: 4 } as const

/**
 * @param nowhere how many have no place that anybody knows.
 * @param code of the country, ISO 3166-1 numeric; 'europe': all of it; undefined: a country of which nobody knows the outline.
 * @returns undefined where there is no point to show.
 */
export function pointsMap(
  { spots, nowhere }: { readonly spots: readonly Spot[]; readonly nowhere: number },
  code: 'europe' | string | undefined,
): PointsMap | undefined {
  if (spots.length === 0 || code === undefined) return undefined
  if (code === 'europe') {
    const { width, height, land, borders, at } = europeFrame()
    const points = drawnPoints({ at }, spots, grid.europe)
    return { width, height, land, lines: borders, points, missing: points.outside + nowhere }
  }
  const frame = frameFor(code, spots, { whole: true, width: countryWidth })
  if (!frame) return undefined
  const points = drawnPoints(frame, spots, grid.country)
  const { width, height, land, country: lines } = frame
  return { width, height, land, lines, points, missing: points.outside + nowhere }
}
