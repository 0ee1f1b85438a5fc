/** A clock of tests that count days: whole days later it is the same hour, and never another date by summer time or a late hour. */
import type { Clock } from '../app/platform/clock.ts'

export interface NoonClock extends Clock {
  /** Some days after the first noon, 24 hours each: in another season an hour before or after noon. */
  on(day: number): Temporal.Instant
}

/**
 * It begins at the next noon of a place, after everything that the demonstration says has happened, and goes on from there.
 *
 * @param day how many days later it is now.
 */
export function noonClock(timeZone: string, day: () => number): NoonClock {
  const began = Temporal.Now.instant()
  const noon = began.toZonedDateTimeISO(timeZone).add({ days: 1 }).withPlainTime('12:00').toInstant()
  const on = (later: number) => noon.add({ hours: 24 * later }).add(began.until(Temporal.Now.instant()))
  const now = () => on(day())
  return { on, now, milliseconds: () => now().epochMilliseconds }
}
