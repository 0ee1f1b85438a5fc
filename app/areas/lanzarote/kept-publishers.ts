/** How many publish what, in memory: counted anew where something may have changed, as often as that stays cheap. */
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { countPublishers } from './publishers-store.ts'

export interface Publishers {
  readonly byKind: ReadonlyMap<string, number>
  /** When they may be counted again; undefined: just counted, so that they hold until a town publishes. */
  readonly until: Temporal.Instant | undefined
}

export interface KeptPublishers {
  read(): Promise<Publishers>
}

/** Counting takes at most this part of the time, however large the network: some milliseconds, or some seconds. */
const partOfTime = 0.05

export function createKeptPublishers(
  deps: { readonly database: Pick<Database, 'read'>; readonly clock: Clock },
  count = countPublishers,
): KeptPublishers {
  let counting: Promise<Publishers> | undefined
  let kept: (Publishers & { readonly until: Temporal.Instant }) | undefined

  async function countNow(): Promise<Publishers & { readonly until: Temporal.Instant }> {
    const begun = deps.clock.milliseconds()
    const byKind = await deps.database.read(count)
    const ended = deps.clock.milliseconds()
    const until = Temporal.Instant.fromEpochMilliseconds(Math.ceil(ended + (ended - begun) / partOfTime))
    kept = { byKind, until }
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
      return { byKind: (await counting).byKind, until: undefined }
    },
  }
}
