/**
 * Places as marks of a drawing: a dot for a signature, a ring for a page, a square for an event. One lies in the other, so that
 * a place with all three shows all three. How many there are is not drawn: nobody is larger than another. Pure.
 */
import type { Cell } from '../../platform/map/cells.ts'

export const layers = ['signatories', 'pages', 'events'] as const
export type Layer = (typeof layers)[number]

const shapes: Readonly<Record<Layer, (x: number, y: number) => string>> = {
  signatories: (x, y) => `M${x} ${y}h0`,
  pages: (x, y) => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`,
  events: (x, y) => `M${x - 5.5} ${y - 5.5}h11v11h-11z`,
}

/** One mark alone, in the middle of sixteen units: for the legend. */
export const markOf = (layer: Layer): string => shapes[layer](8, 8)

/** @returns the `d` of a path; empty where there is none. */
export const drawnLayer = (layer: Layer, cells: readonly Pick<Cell, 'x' | 'y'>[]): string =>
  cells.map(({ x, y }) => shapes[layer](x, y)).join('')

export interface DrawnLayer {
  readonly layer: Layer
  /** `d` of a path; empty where there is none. */
  readonly path: string
}
