/** After a start the feeds are put together little by little, so that nobody has to wait for all countries at once. */
import { setTimeout as wait } from 'node:timers/promises'
import type { EventFeed } from '../../../urls/event-urls.ts'
import type { EventPagesDeps } from '../deps.ts'
import { readCountries } from '../list-store.ts'
import { newestYear } from './editions.ts'
import { keptEntries } from './feed-entries.ts'

const feeds: readonly EventFeed[] = ['ics', 'atom']
/** Of the time that a part has taken: who asks for a page meanwhile has nearly all of the processor. */
const pause = 9

/**
 * Parts of the year that is shown, in every language, as a request would put them together.
 *
 * @param isOver asked between two parts: the server stops.
 * @returns how many parts.
 */
export async function prepareFeeds(
  deps: EventPagesDeps,
  isOver: () => boolean,
  rest: (milliseconds: number) => Promise<unknown> = (milliseconds) => wait(milliseconds, undefined, { ref: false }),
): Promise<number> {
  const year = await newestYear(deps)
  const countries = await deps.database.read((db) => readCountries(db, year))
  const translators = deps.site.i18n.offered.flatMap(({ code }) => deps.site.i18n.translator(code) ?? [])
  let made = 0
  for (const feed of feeds) {
    for (const translator of translators) {
      for (const country of countries) {
        if (isOver()) return made
        const begun = performance.now()
        await keptEntries(deps, translator, year, country, feed)
        made += 1
        await rest(pause * (performance.now() - begun))
      }
    }
  }
  return made
}
