/** The time, as a dependency: tests and previews of another day pass their own. */
export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still. */
export function fixedClock(instant: string): Clock {
  const at = Temporal.Instant.from(instant)
  return { now: () => at }
}
