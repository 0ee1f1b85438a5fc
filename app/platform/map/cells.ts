/** Places that would lie on each other in a drawing are one. Pure. */

export interface Spot {
  readonly latitude: number
  readonly longitude: number
  /** How many of what is drawn lie there. */
  readonly entries: number
}

export interface Frame {
  at(place: Pick<Spot, 'latitude' | 'longitude'>): readonly [x: number, y: number] | undefined
}

export interface Cell {
  readonly x: number
  readonly y: number
  readonly entries: number
}

export interface Cells {
  readonly cells: readonly Cell[]
  /** How many lie outside of the frame. */
  readonly outside: number
}

/** @param grid units of the drawing within which several are one. */
export function cellsIn(frame: Frame, spots: readonly Spot[], grid: number): Cells {
  const cells = new Map<string, Cell>()
  let outside = 0
  for (const spot of spots) {
    const point = frame.at(spot)
    if (!point) {
      outside += spot.entries
      continue
    }
    const [x, y] = [Math.round(point[0] / grid) * grid, Math.round(point[1] / grid) * grid]
    const key = `${x} ${y}`
    cells.set(key, { x, y, entries: (cells.get(key)?.entries ?? 0) + spot.entries })
  }
  return { cells: [...cells.values()], outside }
}
