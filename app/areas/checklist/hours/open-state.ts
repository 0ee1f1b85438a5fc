/** Whether a service is open at a moment, in the time zone of its place, and until when that answer holds. */
import type { OpeningHours } from '../schema.ts'
import { type Calendar, type ClosureDays, type DayPlan, planDay, type Reason } from './day-plan.ts'
import { type LocalDay, type LocalDays, localDays } from './local-days.ts'
import { spanOf } from './wall-clock.ts'

export type OpenState = {
  /**
   * `holiday-unknown`: a public holiday (or the night that began on one) and nobody has said whether the service
   * opens then; or it has other hours in school holidays, and nobody has said whether it is one. With `appointment: 'required'` the states are those of the hours for making one.
   */
  state: 'open' | 'closed' | 'unknown' | 'temporarily-closed' | 'holiday-unknown'
  /** When `state` becomes another one; absent when it does not by the end of the 14th day after today. */
  until?: Temporal.ZonedDateTime
  /** The next opening, up to the end of the 14th day after today; absent while open. */
  opensAt?: Temporal.ZonedDateTime
  /** What made today differ from the ordinary week. */
  reason?: Reason
  /** This whole answer is the same for every moment from now to before this one; at most 24 hours ahead. */
  validUntil: Temporal.Instant
}

export interface HoursPlace extends Calendar {
  /** IANA name: `Europe/Amsterdam`. */
  readonly timeZone: string
}

const daysAhead = 14
const dayInMilliseconds = 24 * 60 * 60 * 1000

/** A time during which nothing changes, from `from` (epoch milliseconds) to the next stretch. */
type Stretch = { from: number; state: OpenState['state']; reason: Reason | undefined }
type Day = { plan: DayPlan; spans: { start: number; end: number }[] }

const resolve = (plan: DayPlan, day: LocalDay): Day => ({
  plan,
  // The skipped hour can leave an interval without a minute; its end then stands before its start and it never holds.
  spans: plan.intervals.map((interval) => {
    const { start, end } = spanOf(interval)
    return { start: day.instantAt(start), end: day.instantAt(end) }
  }),
})

const holds = (day: Day, at: number): boolean => day.spans.some(({ start, end }) => start <= at && at < end)

/** A closure cuts the night before it short; everything else leaves a night to the day on which it began. */
const stretchAt = (at: number, today: Day, yesterday: Day): Stretch => {
  const { otherwise, reason } = today.plan
  if (otherwise === 'temporarily-closed') return { from: at, state: otherwise, reason }
  const running = [today, yesterday].filter((day) => holds(day, at))
  const certain = running.find((day) => !day.plan.doubtful)
  if (certain) return { from: at, state: 'open', reason: certain.plan.reason }
  const doubtful = running[0]
  if (doubtful) return { from: at, state: 'holiday-unknown', reason: doubtful.plan.reason }
  return { from: at, state: otherwise, reason }
}

/** The stretches of today and the days after it, day by day; each local midnight begins a new one. */
function* stretches(
  hours: OpeningHours,
  closure: ClosureDays,
  calendar: Calendar,
  days: LocalDays,
): Generator<Stretch> {
  const dayOn = (local: LocalDay): Day => resolve(planDay(hours, closure, local, calendar), local)
  let yesterday = dayOn(days(-1))
  let from = days(0).instantAt(0)
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = dayOn(days(ahead))
    const to = days(ahead + 1).instantAt(0)
    const changes = [...yesterday.spans, ...day.spans].flatMap(({ start, end }) => [start, end])
    const moments = new Set([from, ...changes.filter((moment) => from < moment && moment < to)])
    for (const moment of [...moments].sort((one, other) => one - other)) yield stretchAt(moment, day, yesterday)
    yesterday = day
    from = to
  }
}

/** Day and night, or nothing at all, without a date that could differ: no need to look two weeks ahead. */
const neverChanges = (hours: OpeningHours, closure: ClosureDays): boolean =>
  hours.weekly.length === 0 &&
  hours.fortnightly.length === 0 &&
  hours.exceptions.length === 0 &&
  closure === null &&
  hours.publicHolidays !== 'closed' &&
  (hours.schoolHolidays?.rule ?? 'as-usual') === 'as-usual'

/**
 * Hours are wall-clock times of the place. Exceptions and closures cover whole local dates; an interval over midnight
 * belongs to the day on which it starts, also when the next day is closed by an exception or a holiday.
 */
export const openState = (
  hours: OpeningHours,
  closure: ClosureDays,
  place: HoursPlace,
  now: Temporal.Instant,
): OpenState => {
  const nowInMilliseconds = now.epochMilliseconds
  const today = now.toZonedDateTimeISO(place.timeZone).toPlainDate()
  let current: Stretch = { from: nowInMilliseconds, state: 'unknown', reason: undefined }
  let next: number | undefined
  let until: number | undefined
  let opensAt: number | undefined
  for (const stretch of stretches(hours, closure, place, localDays(place.timeZone, today))) {
    if (stretch.from <= nowInMilliseconds) {
      current = stretch
      continue
    }
    next ??= stretch.from
    if (neverChanges(hours, closure)) break
    if (stretch.state !== current.state) until ??= stretch.from
    if (stretch.state === 'open' && current.state !== 'open') opensAt ??= stretch.from
    if (until !== undefined && (current.state === 'open' || opensAt !== undefined)) break
  }
  const zoned = (moment: number) => Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(place.timeZone)
  const dayFromNow = nowInMilliseconds + dayInMilliseconds
  return {
    state: current.state,
    ...(until === undefined ? {} : { until: zoned(until) }),
    ...(opensAt === undefined ? {} : { opensAt: zoned(opensAt) }),
    ...(current.reason === undefined ? {} : { reason: current.reason }),
    validUntil: Temporal.Instant.fromEpochMilliseconds(Math.min(next ?? dayFromNow, dayFromNow)),
  }
}
