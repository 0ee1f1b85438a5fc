/** A run of the nightly check of links: its share of what is left, many hosts at a time, each of them politely. */
import type { WatchingDeps } from '../deps.ts'
import { afterNight, type LinkState, looksLikeOurs, type Sight } from './link-rules.ts'
import { countWaiting, nextLinks, writeLinks } from './link-store.ts'
import { lookAtLink } from './look-at-link.ts'
import { nightOf, runMinutes, shareOf } from './night-rules.ts'

const hostsAtATime = 8

const hostOf = (url: string): string => URL.parse(url)?.host ?? ''

interface Seen {
  readonly state: LinkState
  readonly host: string
  readonly sight: Sight
}

/** Asks host after host until there is none left, or no time. What was not reached waits for the next run. */
async function askAll(deps: WatchingDeps, states: readonly LinkState[]): Promise<Seen[]> {
  const hosts = [...Map.groupBy(states, ({ url }) => hostOf(url))]
  const until = deps.clock.milliseconds() + runMinutes * 60_000
  const seen: Seen[] = []
  const lane = async (): Promise<void> => {
    for (let next = hosts.shift(); next; next = hosts.shift()) {
      const [host, all] = next
      for (const state of all) {
        if (deps.clock.milliseconds() >= until) return
        seen.push({ state, host, sight: await lookAtLink(deps.net, state.url) })
      }
    }
  }
  await Promise.all(Array.from({ length: hostsAtATime }, lane))
  return seen
}

/** @returns how many links were asked, and whether nothing was counted because our own network seemed to be away. */
export async function checkLinks(deps: WatchingDeps): Promise<{ asked: number; counted: boolean }> {
  const { db } = deps.database
  const now = deps.clock.now()
  const night = nightOf(now)
  const waiting = await countWaiting(db, night)
  if (waiting === 0) return { asked: 0, counted: true }
  const seen = await askAll(deps, await nextLinks(db, night, shareOf(waiting, now)))
  if (looksLikeOurs(seen)) return { asked: seen.length, counted: false }
  await writeLinks(
    db,
    seen.map(({ state, sight }) => afterNight(state, sight)),
    night,
  )
  return { asked: seen.length, counted: true }
}
