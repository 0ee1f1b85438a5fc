import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { urls } from '../../urls.ts'
import { type Country, countryName, publishedTowns } from '../authorities/index.ts'
import { helpNumbersFor } from '../helplines/index.ts'
import { chromeFor, readerFor } from './chrome.ts'
import { anyTown, type HelpPagesDeps, numbersOf } from './deps.ts'
import { searchTowns } from './find-towns.ts'
import { legalLink } from './legal-link.ts'
import { type CountryPageProps, countryPage } from './pages/country-page.tsx'
import { presentLine } from './present-numbers.ts'
import { townName } from './present-town.ts'
import { type Reader, today } from './reader.ts'
import { guideLinks } from './render-town.ts'

const townsPerPage = 200

/** The page of a country; with `query`, as the answer to a search; with `after`, the next part of its towns. */
export async function renderCountry(
  deps: HelpPagesDeps,
  translator: Translator,
  country: Country,
  request: { readonly query?: string; readonly after?: string },
): Promise<RenderedPage> {
  const { language, tag } = translator
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country })
  const paging = { limit: townsPerPage, ...(request.after === undefined ? {} : { after: request.after }) }
  const page = await deps.database.read((db) => publishedTowns(db, country.iso, paging))
  const legal = await legalLink(deps, translator, country)
  const html = countryPage({
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.country(lang, country.iso)),
    name: countryName(country.iso, tag),
    find: {
      translator,
      action: urls.findTown(language, country.iso),
      ...(request.query === undefined ? {} : await searchTowns(deps, translator, request.query, country)),
    },
    search: { action: urls.search(language), country: country.iso.toLowerCase() },
    ...linesOf(deps, reader, country),
    helplinesHref: urls.helplines(language, country.iso),
    legalHref: legal.href,
    signed: await deps.whoSigned.inCountry(translator, country.iso),
    towns: page.towns.map((town) => ({ href: urls.town(language, town), name: townName(town, language) })),
    nextHref: page.next ? `${urls.country(language, country.iso)}?after=${encodeURIComponent(page.next)}` : undefined,
    guides: guideLinks(deps, translator, country),
  })
  const dependsOn = [anyTown, numbersOf(country.iso), legal.dependsOn, deps.whoSigned.dependsOn]
  return { html, status: 200, dependsOn, validUntil: nextMidnight(reader) }
}

export function nextMidnight(reader: Reader): Temporal.Instant {
  return reader.now.toZonedDateTimeISO(reader.timeZone).add({ days: 1 }).startOfDay().toInstant()
}

/** Every line that may be shown, with where each comes from. */
function linesOf(
  deps: HelpPagesDeps,
  reader: Reader,
  country: Country,
): Pick<CountryPageProps, 'allNumbers' | 'namesOnly' | 'sources'> {
  const lines = deps.site.helplines.byIso(country.iso)
  if (!lines) return { allNumbers: [], namesOnly: [], sources: [] }
  const help = helpNumbersFor(lines, today(reader).toString())
  const all = [...help.emergency, ...help.child, ...help.missing, ...help.material, ...help.other]
  const sources = [...new Set(all.flatMap((line) => line.sources))].sort()
  return {
    allNumbers: all.flatMap((line) => presentLine(reader, line) ?? []),
    namesOnly: all.flatMap((line) => (line.number === null && line.url === null && line.name ? [line.name] : [])),
    sources: sources.map((href) => ({ href, text: new URL(href).host })),
  }
}
