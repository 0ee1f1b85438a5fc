/** Where the values of an indicator stand in its picture. Pure. */
import { isFew } from '../few-rules.ts'
import type { Indicator } from '../schema.ts'

export interface ChartPoint {
  readonly x: number
  readonly y: number
  readonly on: string
  readonly value: number
}

export interface Chart {
  readonly width: number
  readonly height: number
  /** The baseline, if there is one, and all values; from left to right in every script. */
  readonly points: readonly ChartPoint[]
  readonly target: ChartPoint | undefined
}

const [width, height] = [640, 220]
/** Room for figures beside the points. */
const [left, right, top, bottom] = [70, 70, 28, 34]

const days = (day: string): number => Temporal.PlainDate.from(day).since('2000-01-01').total('days')

/** Undefined where there is nothing to compare: a single figure stands in the table alone. */
export function chartOf({ common, baseline, values, target }: Indicator): Chart | undefined {
  const known = [...(baseline ? [baseline] : []), ...values]
    .filter(({ value }) => !isFew(common, value))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const all = [...known, ...(target ? [target] : [])]
  if (known.length === 0 || all.length < 2) return undefined
  const [ons, figures] = [all.map(({ on }) => days(on)), all.map(({ value }) => value)]
  const [first, last] = [Math.min(...ons), Math.max(...ons)]
  // A picture that begins at nought shows a change as large as it is.
  const [low, high] = [Math.min(0, ...figures), Math.max(0, ...figures)]
  const place = ({ on, value }: { readonly on: string; readonly value: number }): ChartPoint => ({
    x: Math.round(left + ((days(on) - first) / Math.max(1, last - first)) * (width - left - right)),
    y: Math.round(height - bottom - ((value - low) / (high - low || 1)) * (height - top - bottom)),
    on,
    value,
  })
  return { width, height, points: known.map(place), target: target ? place(target) : undefined }
}
