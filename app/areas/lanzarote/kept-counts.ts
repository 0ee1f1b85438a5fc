/** How many do what, in memory: counted anew where something may have changed, as often as that stays cheap. */
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { ReadDb } from '../../platform/db/tables.ts'

export interface Counted {
  /** By kind of service, or by number of an article. */
  readonly counts: ReadonlyMap<string, number>
  /** When they may be counted again; undefined: just counted, so that they hold until a town publishes. */
  readonly until: Temporal.Instant | undefined
}

export interface KeptCounts {
  read(): Promise<Counted>
}

/** Counting takes at most this part of the time, however large the network: some milliseconds, or some seconds. */
const partOfTime = 0.05

export function createKeptCounts(
  deps: { readonly database: Pick<Database, 'read'>; readonly clock: Clock },
  count: (db: ReadDb) => Promise<ReadonlyMap<string, number>>,
): KeptCounts {
  let counting: Promise<Counted> | undefined
  let kept: (Counted & { readonly until: Temporal.Instant }) | undefined

  async function countNow(): Promise<Counted & { readonly until: Temporal.Instant }> {
    const begun = deps.clock.milliseconds()
    const counts = await deps.database.read(count)
    const ended = deps.clock.milliseconds()
    const until = Temporal.Instant.fromEpochMilliseconds(Math.ceil(ended + (ended - begun) / partOfTime))
    kept = { counts, until }
    return kept
  }

  return {
    async read() {
      if (kept && deps.clock.milliseconds() < kept.until.epochMilliseconds) return kept
      // What others have begun to count may be older than the change for which this one asks.
      if (counting) return counting
      counting = countNow().finally(() => {
        counting = undefined
      })
      return { counts: (await counting).counts, until: undefined }
    },
  }
}
