/** Spots of members as what a map draws: one path for each step. */
import type { MapFrame } from '../../platform/map/outlines.ts'
import { type Spot, type Step, steps } from './coverage-rules.ts'

export interface DrawnStep {
  readonly step: Step
  /** Points of no length: the line's round ends draw them. */
  readonly path: string
}

export interface DrawnSpots {
  /** Those that are drawn first lie below. */
  readonly steps: readonly DrawnStep[]
  /** Members that lie outside the frame. */
  readonly outside: number
}

export function drawnSpots(frame: Pick<MapFrame, 'at'>, spots: readonly Spot[]): DrawnSpots {
  const paths = new Map<Step, string[]>(steps.map((step) => [step, []]))
  let outside = 0
  for (const spot of spots) {
    const point = frame.at(spot)
    if (point) paths.get(spot.step)?.push(`M${Math.round(point[0])} ${Math.round(point[1])}h0`)
    else outside += spot.authorities
  }
  return { steps: steps.map((step) => ({ step, path: paths.get(step)?.join('') ?? '' })), outside }
}
