/** Where members are, kept for a minute: a map need not be newer than that, and looking it up takes as long as all counts. */
import type { Spots } from './coverage-rules.ts'

export interface KeptSpots {
  /** @param key of the association and the area. @param now milliseconds. */
  read(key: string, now: number, look: () => Promise<Spots>): Promise<Spots>
}

const keptFor = 60_000
/** Maps of a country's areas: a coordinator opens some of them one after the other. */
const most = 200

export function createKeptSpots(): KeptSpots {
  const kept = new Map<string, { readonly until: number; readonly spots: Promise<Spots> }>()
  return {
    read: (key, now, look) => {
      const before = kept.get(key)
      if (before && before.until > now) return before.spots
      const spots = look()
      kept.delete(key)
      kept.set(key, { until: now + keptFor, spots })
      // What failed is asked for again.
      spots.catch(() => kept.delete(key))
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return spots
    },
  }
}
