/** A count over everything, in memory: made anew where something may have changed, as often as that stays cheap. */
import type { Clock } from '../clock.ts'

export interface Counted<T> {
  /** Shared by all who ask: nobody changes it. */
  readonly value: T
  /** When it may be counted again; undefined: just counted, so that it holds until something is published. */
  readonly until: Temporal.Instant | undefined
}

export interface CountedSeldom<T> {
  read(): Promise<Counted<T>>
  clear(): void
}

/** Counting takes at most this part of the time, however large the network: some milliseconds, or some seconds. */
const partOfTime = 0.05

export function createCountedSeldom<T>(clock: Clock, count: () => Promise<T>): CountedSeldom<T> {
  let counting: Promise<Counted<T>> | undefined
  let kept: (Counted<T> & { readonly until: Temporal.Instant }) | undefined

  async function countNow(): Promise<Counted<T>> {
    const begun = clock.milliseconds()
    const value = await count()
    const ended = clock.milliseconds()
    const until = Temporal.Instant.fromEpochMilliseconds(Math.ceil(ended + (ended - begun) / partOfTime))
    kept = { value, until }
    return kept
  }

  return {
    async read() {
      if (kept && clock.milliseconds() < kept.until.epochMilliseconds) return kept
      // What others have begun to count may be older than the change for which this one asks.
      if (counting) return counting
      counting = countNow().finally(() => {
        counting = undefined
      })
      return { value: (await counting).value, until: undefined }
    },
    clear() {
      kept = undefined
    },
  }
}
