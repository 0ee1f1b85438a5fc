/**
 * Which rule of a service's hours governs one local date, and the intervals that start on it. Order of the rules:
 * closure, then exceptions, then public holidays, then school holidays, then the week and every second one.
 */
import type { OpeningHours, ServiceFacts } from '../schema.ts'
import { comesRound } from './fortnight.ts'
import { allDay, type WallInterval } from './wall-clock.ts'

export type Closure = ServiceFacts['closure']
/** Only the days of a closure matter here; its text is the page's. */
export type ClosureDays = Pick<NonNullable<Closure>, 'from' | 'to'> | null

export type Reason = 'exception' | 'public-holiday' | 'school-holiday' | 'closure'

export type DayPlan = {
  /** What holds on this date outside every interval. */
  otherwise: 'closed' | 'unknown' | 'holiday-unknown' | 'temporarily-closed'
  intervals: WallInterval[]
  /** Whether it is open in these intervals is not known. */
  doubtful?: true
  reason?: Reason
}

/** What kinds of days there are at a place, by ISO date. */
export interface Calendar {
  readonly isPublicHoliday: (date: string) => boolean
  /** Unknown: nobody has said when school holidays are at that time of that year. */
  readonly schoolHoliday?: (date: string) => 'yes' | 'no' | 'unknown'
}

/** Last days are inclusive; a range that ends before it starts covers nothing. */
const covers = (range: { from: string; to: string | null }, date: string): boolean =>
  range.from <= date && (range.to === null || date <= range.to)

/**
 * Several exceptions on one date add up their intervals; the date is closed all day only when none of them has an
 * interval. An exception that states only one of its two times counts as having none: never a wrong "open".
 */
const exceptionPlan = (hours: OpeningHours, date: string): DayPlan | null => {
  const exceptions = hours.exceptions.filter((exception) => covers(exception, date))
  if (exceptions.length === 0) return null
  const intervals = exceptions.flatMap(({ opens, closes }) =>
    opens === null || closes === null ? [] : [{ opens, closes }],
  )
  return { otherwise: 'closed', intervals, reason: 'exception' }
}

/** Of the week, and of every second one. */
const regularIntervals = (
  hours: OpeningHours,
  { date, weekday }: { date: string; weekday: number },
): WallInterval[] => [
  ...hours.weekly.filter(({ day }) => day === weekday),
  ...hours.fortnightly.filter(({ from }) => comesRound(from, date)),
]

/** A date on which school holidays decide, or may; null where they change nothing. */
const schoolHolidayPlan = (
  { schoolHolidays }: OpeningHours,
  usual: WallInterval[],
  day: { date: string; weekday: number },
  { schoolHoliday }: Calendar,
): DayPlan | null => {
  if (!schoolHolidays || schoolHolidays.rule === 'as-usual') return null
  const known = schoolHoliday?.(day.date) ?? 'unknown'
  if (known === 'no') return null
  const others = schoolHolidays.rule === 'other' ? schoolHolidays.weekly : []
  const intervals = others.filter((one) => one.day === day.weekday)
  const reason = 'school-holiday'
  if (known === 'yes') return { otherwise: 'closed', intervals, reason }
  const doubtful = [...usual, ...intervals]
  return doubtful.length === 0 ? null : { otherwise: 'closed', intervals: doubtful, doubtful: true, reason }
}

/**
 * The plan of one local date (`2026-12-24`, ISO weekday 1 to 7). `always` says "every day", so a public holiday
 * changes it only when the service states that it is closed then. A holiday about which nobody has said anything
 * makes a day doubtful only when the service would otherwise have opened that day. Without any regular hours a date is
 * unknown unless an exception, a closure or "closed on public holidays" speaks of it.
 */
export const planDay = (
  hours: OpeningHours,
  closure: ClosureDays,
  day: { date: string; weekday: number },
  calendar: Calendar,
): DayPlan => {
  if (closure && covers(closure, day.date)) {
    return { otherwise: 'temporarily-closed', intervals: [], reason: 'closure' }
  }
  const exceptional = exceptionPlan(hours, day.date)
  if (exceptional) return exceptional
  const intervals = hours.always ? [allDay] : regularIntervals(hours, day)
  const publicHoliday = () => calendar.isPublicHoliday(day.date)
  if (hours.publicHolidays === 'closed' && publicHoliday()) {
    return { otherwise: 'closed', intervals: [], reason: 'public-holiday' }
  }
  const doubtful = hours.publicHolidays === null && !hours.always && intervals.length > 0
  if (doubtful && publicHoliday()) {
    return { otherwise: 'holiday-unknown', intervals, doubtful: true, reason: 'public-holiday' }
  }
  const inSchoolHolidays = schoolHolidayPlan(hours, intervals, day, calendar)
  if (inSchoolHolidays) return inSchoolHolidays
  const stated = hours.always || hours.weekly.length > 0 || hours.fortnightly.length > 0
  return { otherwise: stated ? 'closed' : 'unknown', intervals }
}
