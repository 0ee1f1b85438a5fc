/** A service's week and its coming exceptions, grouped as a reader wants to see them. */
import type { LocalText, OpeningHours } from '../schema.ts'
import { allDay, merged, type WallInterval } from './wall-clock.ts'

export type WeekLine = {
  /** Consecutive ISO weekdays, 1 Monday to 7 Sunday. */
  days: number[]
  /** In order, overlapping ones merged; none: closed on these days. */
  intervals: WallInterval[]
}

export type UpcomingException = {
  /** ISO dates, both inclusive. */
  from: string
  to: string
  /** None: closed all day. */
  intervals: WallInterval[]
  notes: LocalText[]
}

const equal = (some: readonly WallInterval[], others: readonly WallInterval[]): boolean =>
  some.length === others.length &&
  some.every(({ opens, closes }, index) => opens === others[index]?.opens && closes === others[index]?.closes)

/** All seven days in lines of consecutive days with equal hours; no line at all when nothing is stated. */
export const weekLines = (hours: Pick<OpeningHours, 'always' | 'weekly'>): WeekLine[] => {
  if (hours.always) return [{ days: [1, 2, 3, 4, 5, 6, 7], intervals: [allDay] }]
  if (hours.weekly.length === 0) return []
  const lines: WeekLine[] = []
  for (let day = 1; day <= 7; day += 1) {
    const intervals = merged(hours.weekly.filter((opening) => opening.day === day))
    const last = lines.at(-1)
    if (last && equal(last.intervals, intervals)) last.days.push(day)
    else lines.push({ days: [day], intervals })
  }
  return lines
}

/**
 * Exceptions that cover any day from today to `daysAhead` days later, earliest first. Exceptions for the same days are
 * one entry, because their intervals add up.
 */
export const upcomingExceptions = (
  hours: Pick<OpeningHours, 'exceptions'>,
  today: Temporal.PlainDate,
  daysAhead = 60,
): UpcomingException[] => {
  if (hours.exceptions.length === 0) return []
  const first = today.toString()
  const last = today.add({ days: daysAhead }).toString()
  const upcoming = hours.exceptions.filter(({ from, to }) => from <= to && to >= first && from <= last)
  const byDays = Map.groupBy(upcoming, ({ from, to }) => `${from}/${to}`)
  return [...byDays.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, group]) => {
      const days = group[0]
      if (!days) return []
      const intervals = group.flatMap(({ opens, closes }) =>
        opens === null || closes === null ? [] : [{ opens, closes }],
      )
      const notes = group.map(({ note }) => note).filter((note) => Object.keys(note).length > 0)
      return [{ from: days.from, to: days.to, intervals: merged(intervals), notes }]
    })
}
