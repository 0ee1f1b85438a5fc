import type { Clock } from '../../platform/clock.ts'

/** The time of the machine, and as far ahead of it as a test likes. */
export function movableClock(): Clock & { forward(seconds: number): void } {
  let ahead = 0
  const milliseconds = () => Date.now() + ahead
  return {
    milliseconds,
    now: () => Temporal.Instant.fromEpochMilliseconds(milliseconds()),
    forward: (seconds) => {
      ahead += seconds * 1_000
    },
  }
}
