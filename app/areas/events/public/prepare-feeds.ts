/** After a start the feeds are put together little by little, so that nobody has to wait for all countries at once. */
import type { Gently } from '../../../platform/breath.ts'
import type { EventFeed } from '../../../urls/event-urls.ts'
import type { FeedDeps } from '../deps.ts'
import { readCountries } from '../list-store.ts'
import { newestYear } from './editions.ts'
import { keptEntries } from './feed-entries.ts'

const feeds: readonly EventFeed[] = ['ics', 'atom']
/**
 * Parts of the year that is shown, in every language, as a request would put them together.
 *
 * @param given.isOver asked between two parts: the server stops.
 * @returns how many parts.
 */
export async function prepareFeeds(
  deps: FeedDeps,
  { isOver, gently }: { readonly isOver: () => boolean; readonly gently: Gently },
): Promise<number> {
  const year = await newestYear(deps)
  const countries = await deps.database.read((db) => readCountries(db, year))
  const translators = deps.site.i18n.offered.flatMap(({ code }) => deps.site.i18n.translator(code) ?? [])
  let made = 0
  for (const feed of feeds) {
    for (const translator of translators) {
      for (const country of countries) {
        if (isOver()) return made
        await gently(() => keptEntries(deps, translator, { year, feed, countries: [country] }))
        made += 1
      }
    }
  }
  return made
}
