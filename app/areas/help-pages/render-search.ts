/** The page of the search, and the same answer as data. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import type { Authority } from '../authorities/index.ts'
import type { Checklist } from '../checklist/index.ts'
import { takeNeed } from '../watching/index.ts'
import { chromeFor, readerFor } from './chrome.ts'
import type { HelpPagesDeps } from './deps.ts'
import { needs } from './needs.ts'
import { type ResultView, type SearchPageProps, searchPage, type TownChoice } from './pages/search-page.tsx'
import { nameOf, presentService } from './present-service.ts'
import { kindTitle, reviewMonths, townName } from './present-town.ts'
import { type Reader, today } from './reader.ts'
import { type SearchAnswer, search } from './search/search.ts'
import type { SearchQuery } from './search/search-schema.ts'
import type { ReadService } from './search/search-store.ts'

/** Something was asked: the bare form is not a search. */
const isSearch = ({ q, near, kind, town }: SearchQuery) => q !== '' || near !== '' || kind !== '' || town !== null

export async function renderSearch(deps: HelpPagesDeps, translator: Translator, query: SearchQuery): Promise<string> {
  const answer = isSearch(query) ? await searchAndCount(deps, translator, query) : undefined
  const iso = answer?.place?.town.country ?? query.country
  const country = iso === null ? undefined : deps.site.countries.byIso(iso)
  const reader = answer?.reader ?? readerFor(deps.site, translator, deps.clock.now(), { country })
  const town = answer?.place?.town
  const asked = { ...(query.kind === '' ? {} : { kind: query.kind }), ...(query.town ? { town: query.town } : {}) }
  return searchPage({
    chrome: chromeFor(deps.site, reader, country, (lang) => urls.search(lang, asked)),
    reader,
    query: shownQuery(query, town),
    chosen: answer?.kinds.includes(query.kind) ? kindTitle(reader, query.kind) : undefined,
    languages: spokenLanguages(deps, reader),
    answer: answer && answerView(deps, reader, answer),
    needs: needs.map(({ id, kinds: [kind] }) => ({ id, kind })),
  })
}

/** That nobody answers a kind in a town is counted, by town, kind and month: nothing else of the search is kept. */
async function searchAndCount(deps: HelpPagesDeps, translator: Translator, query: SearchQuery): Promise<SearchAnswer> {
  const answer = await search(deps, translator, query)
  const { place, unmet, reader } = answer
  if (place && unmet !== undefined) {
    const month = today(reader).with({ day: 1 })
    await deps.database.take((intake) => takeNeed(intake, { authority: place.town.id, kind: unmet, month }))
  }
  return answer
}

/** A position is not shown again: the town that it was found in is. */
function shownQuery(query: SearchQuery, town: Authority | undefined): SearchQuery {
  const country = town?.country ?? query.country
  if (!/^-?\d+(?:\.\d+)?\s*,/.test(query.near)) return { ...query, country }
  return { ...query, near: '', town: town ? { country: town.country, slug: town.slug } : null, country }
}

function spokenLanguages(deps: HelpPagesDeps, reader: Reader): SearchPageProps['languages'] {
  const { compare } = new Intl.Collator(reader.translator.tag)
  return deps.site.i18n.languages.list
    .map(({ code }) => ({ code, name: reader.languageName(code) }))
    .sort((a, b) => compare(a.name, b.name))
}

function answerView(
  { checklist }: HelpPagesDeps,
  reader: Reader,
  answer: SearchAnswer,
): NonNullable<SearchPageProps['answer']> {
  const { language } = reader.translator
  const { place, results } = answer
  const town = place?.town
  const view = (result: ReadService) => resultView(checklist, reader, result, town)
  return {
    urgent: answer.meaning.urgent,
    meaning: answer.kinds.slice(0, 3).map((kind) => kindTitle(reader, kind)),
    said: answer.answers,
    place: place && {
      name: townName(place.town, language),
      href: urls.town(language, place.town),
      guessed: place.guessed,
    },
    others: place ? place.others.map((other) => townChoice(other, language)) : [],
    placeUnknown: answer.placeUnknown,
    demonstration: place?.town.demonstration || results.some(({ demonstration }) => demonstration),
    responsible: results.filter(({ found }) => found.responsible).map(view),
    elsewhere: results.filter(({ found }) => !found.responsible).map(view),
    more: answer.more,
    tooNarrow: answer.tooNarrow,
  }
}

function townChoice(town: Authority, language: string): TownChoice {
  return { value: `${town.country.toLowerCase()}/${town.slug}`, name: townName(town, language) }
}

/** A service stands on the page of a town that it serves. */
function resultView(
  checklist: Checklist,
  reader: Reader,
  { found, effective, country, ownerSlug }: ReadService,
  town: Authority | undefined,
): ResultView {
  const home = found.responsible && town ? town : { country, slug: ownerSlug }
  const { id, kinds } = effective.service
  return {
    service: presentService(reader, effective, reviewMonths(checklist, kinds)),
    href: urls.service(reader.translator.language, home, id),
    distance: distanceText(reader, found.distance),
  }
}

/** The place is a town or a position to about a kilometre: metres would be a lie. */
function distanceText({ translator: { t } }: Reader, metres: number | null): string | undefined {
  if (metres === null) return undefined
  const km = Math.round(metres / 1000)
  return km < 1 ? t('search.distance.near') : t('search.distance', { km: String(km) })
}

export interface SearchData {
  readonly urgent: boolean
  readonly results: readonly {
    readonly service: string
    readonly kinds: readonly string[]
    /** Whose page it stands on: `nl/example-town`. */
    readonly authority: string
    readonly name: string
    /** Null where it is not known, and for a confidential place. */
    readonly distance_m: number | null
  }[]
}

export async function searchData(deps: HelpPagesDeps, translator: Translator, query: SearchQuery): Promise<SearchData> {
  if (!isSearch(query)) return { urgent: false, results: [] }
  const { meaning, results, reader } = await searchAndCount(deps, translator, query)
  return {
    urgent: meaning.urgent,
    results: results.map(({ found, effective: { service }, country, ownerSlug }) => ({
      service: service.id,
      kinds: service.kinds,
      authority: `${country.toLowerCase()}/${ownerSlug}`,
      name: nameOf(reader, service).text,
      distance_m: found.distance === null ? null : Math.round(found.distance),
    })),
  }
}
