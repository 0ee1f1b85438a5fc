/** Openings of every second week, counted from any day on which the service is open. */
import type { OpeningHours } from '../schema.ts'
import { merged, type WallInterval } from './wall-clock.ts'

type Fortnightly = OpeningHours['fortnightly'][number]

const dayInMilliseconds = 24 * 60 * 60 * 1000
const period = 14

/** Days since the epoch; dates have no clock that could be changed. */
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayInMilliseconds

const remainder = (days: number): number => ((days % period) + period) % period

/** Whether the day of `from` comes round on `date`, before it or after. */
export const comesRound = (from: string, date: string): boolean => remainder(dayNumber(date) - dayNumber(from)) === 0

/** Whether two such openings are always on the same days. */
export const sameDays = (one: Fortnightly, other: Fortnightly): boolean => comesRound(one.from, other.from)

/** ISO date of the first such day on or after `today`. */
export const nextDay = (from: string, today: Temporal.PlainDate): string =>
  today.add({ days: remainder(dayNumber(from) - dayNumber(today.toString())) }).toString()

export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek

export type FortnightLine = {
  /** ISO date: today or the next day on which it is open. */
  next: string
  /** ISO weekday, 1 Monday to 7 Sunday. */
  day: number
  /** In order, overlapping ones merged. */
  intervals: WallInterval[]
}

/** One line for each day of the fortnight, the next one first. */
export const fortnightLines = (
  { fortnightly }: Pick<OpeningHours, 'fortnightly'>,
  today: Temporal.PlainDate,
): FortnightLine[] => {
  const byDay = Map.groupBy(fortnightly, ({ from }) => nextDay(from, today))
  return [...byDay]
    .map(([next, openings]) => ({ next, day: weekdayOf(next), intervals: merged(openings) }))
    .sort((one, other) => (one.next < other.next ? -1 : 1))
}
