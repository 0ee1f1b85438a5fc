/** How many publish what, in memory: counted anew where something may have changed, as often as that stays cheap. */
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { createCountedSeldom } from '../../platform/page-cache/counted-seldom.ts'
import { countPublishers } from './publishers-store.ts'

export interface Publishers {
  readonly byKind: ReadonlyMap<string, number>
  /** When they may be counted again; undefined: just counted, so that they hold until a town publishes. */
  readonly until: Temporal.Instant | undefined
}

export interface KeptPublishers {
  read(): Promise<Publishers>
}

export function createKeptPublishers(
  { database, clock }: { readonly database: Pick<Database, 'read'>; readonly clock: Clock },
  count = countPublishers,
): KeptPublishers {
  const counted = createCountedSeldom(clock, () => database.read(count))
  return {
    read: async () => {
      const { value, until } = await counted.read()
      return { byKind: value, until }
    },
  }
}
