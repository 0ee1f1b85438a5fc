/** The days around today in a time zone, with the instants of their wall-clock times: what services of a page share. */
import { minutesPerDay } from './wall-clock.ts'

export type LocalDay = {
  /** ISO. */
  date: string
  /** 1 Monday to 7 Sunday. */
  weekday: number
  /** Epoch milliseconds of a time of the day in minutes from its own midnight; from 1440 on it is the next day's. */
  instantAt: (minutes: number) => number
}

/** @param ahead days after today; negative: before. */
export type LocalDays = (ahead: number) => LocalDay

const minuteInMilliseconds = 60_000
const kept = new Map<string, LocalDays>()
/** Time zones times days: those of Europe, around midnight. */
const mostKept = 100

/** @param timeZone IANA name. */
export const localDays = (timeZone: string, today: Temporal.PlainDate): LocalDays => {
  const key = `${timeZone} ${today}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= mostKept) kept.clear()
  const days = new Map<number, LocalDay>()
  const dayAt: LocalDays = (ahead) => {
    const day = days.get(ahead) ?? localDay(today.add({ days: ahead }), timeZone, () => dayAt(ahead + 1))
    days.set(ahead, day)
    return day
  }
  kept.set(key, dayAt)
  return dayAt
}

const localDay = (date: Temporal.PlainDate, timeZone: string, next: () => LocalDay): LocalDay => {
  const midnight = resolveInstant(date, 0, timeZone)
  const steady = isSteady(date, timeZone)
  const within = (minutes: number) =>
    steady ? midnight + minutes * minuteInMilliseconds : resolveInstant(date, minutes, timeZone)
  return {
    date: date.toString(),
    weekday: date.dayOfWeek,
    instantAt: (minutes) => (minutes < minutesPerDay ? within(minutes) : next().instantAt(minutes - minutesPerDay)),
  }
}

/** Whether the clock runs evenly from this midnight to the next one. */
const isSteady = (date: Temporal.PlainDate, timeZone: string): boolean => {
  const begin = date.toZonedDateTime({ timeZone, plainTime: '00:00' })
  // Where the clock skips midnight, the day begins later.
  if (begin.hour !== 0 || begin.minute !== 0) return false
  const change = begin.getTimeZoneTransition('next')
  return !change || Temporal.PlainDate.compare(change.toPlainDate(), date) > 0
}

/** Temporal resolves as 'compatible': a time that the clock skips moves on by the gap, a repeated one is the first. */
const resolveInstant = (date: Temporal.PlainDate, minutes: number, timeZone: string): number => {
  const plainTime = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60)
  return date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}
