/** The time, as a dependency: tests and previews of another day pass their own. */
export interface Clock {
  now(): Temporal.Instant
  /** The same moment as milliseconds since the epoch, where every request asks. */
  milliseconds(): number
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  milliseconds: () => Date.now(),
}

/** A clock that stands still. */
export function fixedClock(instant: string): Clock {
  const at = Temporal.Instant.from(instant)
  return { now: () => at, milliseconds: () => at.epochMilliseconds }
}
