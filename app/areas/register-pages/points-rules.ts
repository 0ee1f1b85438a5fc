/** Places of signatories as points of a drawing: those that would lie on each other are one, the larger the more they are. */

export interface Spot {
  readonly latitude: number
  readonly longitude: number
  readonly entries: number
}

export interface Frame {
  at(place: Pick<Spot, 'latitude' | 'longitude'>): readonly [x: number, y: number] | undefined
}

export const sizes = ['one', 'some', 'many'] as const
export type Size = (typeof sizes)[number]

export interface DrawnPoints {
  /** Points of no length, as the `d` of a path: the round ends of its line draw them. The largest lie below. */
  readonly paths: readonly { readonly size: Size; readonly path: string }[]
  /** Signatories that lie outside of the frame. */
  readonly outside: number
}

/** From how many on a point is of that size. */
const from = { one: 1, some: 2, many: 10 } as const satisfies Record<Size, number>
const sizeOf = (entries: number): Size => (entries >= from.many ? 'many' : entries >= from.some ? 'some' : 'one')

/** @param grid units of the drawing within which several are one point. */
export function drawnPoints(frame: Frame, spots: readonly Spot[], grid: number): DrawnPoints {
  const cells = new Map<string, { x: number; y: number; entries: number }>()
  let outside = 0
  for (const spot of spots) {
    const point = frame.at(spot)
    if (!point) {
      outside += spot.entries
      continue
    }
    const [x, y] = [Math.round(point[0] / grid) * grid, Math.round(point[1] / grid) * grid]
    const cell = cells.get(`${x} ${y}`) ?? { x, y, entries: 0 }
    cell.entries += spot.entries
    cells.set(`${x} ${y}`, cell)
  }
  const bySize = Map.groupBy(cells.values(), ({ entries }) => sizeOf(entries))
  const paths = sizes.toReversed().map((size) => ({
    size,
    path: (bySize.get(size) ?? []).map(({ x, y }) => `M${x} ${y}h0`).join(''),
  }))
  return { paths: paths.filter(({ path }) => path !== ''), outside }
}
