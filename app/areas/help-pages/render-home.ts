import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import { countPublished, countryName } from '../authorities/index.ts'
import { chromeFor, readerFor } from './chrome.ts'
import { anyTown, type HelpPagesDeps } from './deps.ts'
import { searchTowns } from './find-towns.ts'
import { homePage } from './pages/home-page.tsx'
import { guideLinks } from './render-town.ts'

/** The first page of a language; with `query`, as the answer to a search. */
export async function renderHome(
  deps: HelpPagesDeps,
  translator: Translator,
  search: { readonly query?: string },
): Promise<RenderedPage> {
  const { language, tag } = translator
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  const counts = await deps.database.read((db) => countPublished(db))
  const signed = await deps.whoSigned.everywhere(translator)
  const { compare } = new Intl.Collator(tag)
  const html = homePage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.home(lang)),
    find: {
      translator,
      action: urls.findTown(language),
      ...(search.query === undefined ? {} : await searchTowns(deps, translator, search.query, undefined)),
    },
    searchHref: urls.search(language),
    pactHref: urls.pact(language),
    eventsHref: urls.eventsNow(language),
    meetingsHref: urls.meetings(language),
    toolkitHref: urls.toolkit(language),
    mapHref: urls.networkMap(language),
    guides: guideLinks(deps, translator, undefined),
    signed,
    partners: {
      towns: counts.reduce((sum, { towns }) => sum + towns, 0),
      countries: counts
        .map(({ country }) => ({ href: urls.country(language, country), name: countryName(country, tag) }))
        .sort((a, b) => compare(a.name, b.name)),
      demonstration: counts.length > 0 && counts.every(({ demonstration }) => demonstration),
    },
  })
  return { html, status: 200, dependsOn: [anyTown, deps.whoSigned.dependsOn], validUntil: undefined }
}
