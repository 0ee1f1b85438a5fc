/**
 * Places as marks of a drawing: a dot for a signature, a ring for a page, a square for an event. One lies in the other, so that
 * a place with all three shows all three. How many there are is not drawn: nobody is larger than another. Pure.
 */

export const layers = ['signatories', 'pages', 'events'] as const
export type Layer = (typeof layers)[number]

export interface Spot {
  readonly latitude: number
  readonly longitude: number
  readonly entries: number
}

export interface MapFrame {
  at(place: Pick<Spot, 'latitude' | 'longitude'>): readonly [x: number, y: number] | undefined
}

/** Units of the drawing within which several are one mark. */
const grid = 12
const shapes: Readonly<Record<Layer, (x: number, y: number) => string>> = {
  signatories: (x, y) => `M${x} ${y}h0`,
  pages: (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`,
  events: (x, y) => `M${x - 5.5} ${y - 5.5}h11v11h-11z`,
}

/** One mark alone, in the middle of sixteen units: for the legend. */
export const markOf = (layer: Layer): string => shapes[layer](8, 8)

export interface DrawnLayer {
  /** `d` of a path; empty where there is none. */
  readonly path: string
  /** How many have no place on the drawing. */
  readonly outside: number
}

export function drawnLayer(frame: MapFrame, layer: Layer, spots: readonly Spot[]): DrawnLayer {
  const marks = new Map<string, string>()
  let outside = 0
  for (const spot of spots) {
    const point = frame.at(spot)
    if (!point) {
      outside += spot.entries
      continue
    }
    const [x, y] = [Math.round(point[0] / grid) * grid, Math.round(point[1] / grid) * grid]
    marks.set(`${x} ${y}`, shapes[layer](x, y))
  }
  return { path: [...marks.values()].join(''), outside }
}
