/** What contradicts itself in hours that an officer or an import states. The page chooses the words for each code. */
import type { OpeningHours } from '../schema.ts'
import { sameDays, weekdayOf } from './fortnight.ts'
import { minutesPerDay, overlap, spanOf, type WallInterval } from './wall-clock.ts'

export type HoursFaultCode =
  | 'always-with-weekly'
  | 'always-but-closed-on-holidays'
  | 'zero-length'
  | 'opens-at-24'
  | 'overlapping'
  | 'long-overnight'
  | 'exception-order'
  | 'exception-half'
  | 'exception-overlapping'
  | 'exception-open-and-closed'
  | 'exception-expired'

export type HoursFault = {
  code: HoursFaultCode
  /** Where, inside the hours: `['weekly', 3, 'closes']`. */
  path: (string | number)[]
  /** A notice is worth a look and does not stop saving or publishing. */
  severity: 'fault' | 'notice'
}

const fault = (code: HoursFaultCode, ...path: (string | number)[]): HoursFault => ({ code, path, severity: 'fault' })
const notice = (code: HoursFaultCode, ...path: (string | number)[]): HoursFault => ({ code, path, severity: 'notice' })

/** Longer than any night shift: `9-5` typed for nine to five in the afternoon would say open for twenty hours. */
const longestNight = 14 * 60

const intervalFaults = (interval: WallInterval, path: (string | number)[]): HoursFault[] => {
  if (interval.opens === interval.closes) return [fault('zero-length', ...path, 'closes')]
  if (interval.opens === '24:00') return [fault('opens-at-24', ...path, 'opens')]
  const { start, end } = spanOf(interval)
  return end > minutesPerDay && end - start > longestNight ? [notice('long-overnight', ...path, 'closes')] : []
}

const weeklyFaults = (weekly: OpeningHours['weekly']): HoursFault[] =>
  weekly.flatMap((opening, index) => {
    const clashes = weekly.slice(0, index).some((earlier) => earlier.day === opening.day && overlap(earlier, opening))
    return [...intervalFaults(opening, ['weekly', index]), ...(clashes ? [fault('overlapping', 'weekly', index)] : [])]
  })

const schoolHolidayFaults = ({ schoolHolidays }: OpeningHours): HoursFault[] =>
  schoolHolidays?.rule !== 'other'
    ? []
    : weeklyFaults(schoolHolidays.weekly).map((one) => ({ ...one, path: ['schoolHolidays', ...one.path] }))

const fortnightlyFaults = ({ weekly, fortnightly }: OpeningHours): HoursFault[] =>
  fortnightly.flatMap((opening, index) => {
    const day = weekdayOf(opening.from)
    const everyWeek = weekly.filter((one) => one.day === day)
    const earlier = fortnightly.slice(0, index).filter((one) => sameDays(one, opening))
    const clashes = [...everyWeek, ...earlier].some((one) => overlap(one, opening))
    return [
      ...intervalFaults(opening, ['fortnightly', index]),
      ...(clashes ? [fault('overlapping', 'fortnightly', index)] : []),
    ]
  })

type Exception = OpeningHours['exceptions'][number]

const intervalOf = ({ opens, closes }: Exception): WallInterval | null =>
  opens === null || closes === null ? null : { opens, closes }

const clashOf = (
  exception: Exception,
  earlier: Exception,
): 'exception-overlapping' | 'exception-open-and-closed' | null => {
  if (exception.from > earlier.to || earlier.from > exception.to) return null
  const interval = intervalOf(exception)
  const other = intervalOf(earlier)
  if (interval && other) return overlap(interval, other) ? 'exception-overlapping' : null
  return interval || other ? 'exception-open-and-closed' : null
}

const exceptionFaults = (exceptions: readonly Exception[], index: number, today: string): HoursFault[] => {
  const exception = exceptions[index]
  if (!exception) return []
  const { from, to, opens, closes } = exception
  if (from > to) return [fault('exception-order', 'exceptions', index, 'to')]
  if ((opens === null) !== (closes === null)) {
    return [fault('exception-half', 'exceptions', index, opens === null ? 'opens' : 'closes')]
  }
  const interval = intervalOf(exception)
  const clashes = new Set(exceptions.slice(0, index).map((earlier) => clashOf(exception, earlier)))
  return [
    ...(interval ? intervalFaults(interval, ['exceptions', index]) : []),
    ...(clashes.has('exception-overlapping') ? [fault('exception-overlapping', 'exceptions', index)] : []),
    ...(clashes.has('exception-open-and-closed') ? [notice('exception-open-and-closed', 'exceptions', index)] : []),
    ...(to < today ? [notice('exception-expired', 'exceptions', index)] : []),
  ]
}

/** Everything at once, in the order of the form. `today` is the date at the place. */
export const hoursFaults = (hours: OpeningHours, today: Temporal.PlainDate): HoursFault[] => [
  ...(hours.always && hours.weekly.length > 0 ? [fault('always-with-weekly', 'weekly')] : []),
  ...(hours.always && hours.fortnightly.length > 0 ? [fault('always-with-weekly', 'fortnightly')] : []),
  ...weeklyFaults(hours.weekly),
  ...fortnightlyFaults(hours),
  ...hours.exceptions.flatMap((_, index) => exceptionFaults(hours.exceptions, index, today.toString())),
  ...(hours.always && hours.publicHolidays === 'closed'
    ? [notice('always-but-closed-on-holidays', 'publicHolidays')]
    : []),
  ...schoolHolidayFaults(hours),
]
