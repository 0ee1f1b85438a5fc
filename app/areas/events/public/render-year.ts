/** The events of a year: counters, map, list, what the press gets. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { longDate } from '../../../ui/dates.ts'
import { absolute, urls } from '../../../urls.ts'
import { countryName } from '../../authorities/index.ts'
import { frameCode, numbersOf } from '../../help-pages/index.ts'
import { type Asked, pagesOf } from '../asked-rules.ts'
import type { EventPagesDeps } from '../deps.ts'
import { dayOfYear } from '../event-rules.ts'
import { type CountryCount, countCountries, countListed, readChoices, readListed } from '../list-store.ts'
import { countryTag, editionsTag, yearTag } from '../public-tag.ts'
import { themeOf } from '../theme-rules.ts'
import { counterViews, countsOf, pressSentences } from './counts.ts'
import { openYear } from './editions.ts'
import { readEventMap } from './map-facts.ts'
import { type YearPageProps, yearPage } from './pages/year-page.tsx'
import { byDay } from './present-listed.ts'
import { beginPage, pictureOf } from './public-page.ts'

export async function renderYear(
  deps: EventPagesDeps,
  translator: Translator,
  year: number,
  asked: Asked,
): Promise<RenderedPage> {
  const { edition, years } = await openYear(deps, year)
  const { language } = translator
  const country = asked.country === undefined ? undefined : deps.site.countries.byIso(asked.country)
  const read = await deps.database.read(async (db) => ({
    cells: await countCountries(db, year),
    count: await countListed(db, year, asked),
    choices: await readChoices(db, year),
  }))
  const pages = pagesOf(read.count)
  // Behind the last page is the last one.
  const page = Math.min(asked.page, pages)
  const events = await deps.database.read((db) => readListed(db, year, { ...asked, page }, language))
  const { chrome } = beginPage(deps, translator, country, (lang) => urls.events(lang, year, asked))
  const theme = themeOf(edition, language)
  const html = yearPage({
    ...{ chrome, year, picture: pictureOf(deps, translator, year) },
    demonstration: read.cells.length > 0 ? read.cells.every((one) => one.demonstration) : edition.demonstration,
    date: longDate(translator, dayOfYear(year)),
    theme: theme && {
      text: theme.text,
      lang: deps.languages.byCode(theme.language)?.tag ?? theme.language,
      source: edition.source,
    },
    counters: counterViews(translator, countsOf(read.cells, asked.country), asked.country),
    map: await readEventMap(deps, year, asked.country),
    countries: countryRows(translator, year, read.cells),
    form: formOf(deps, translator, { year, asked, ...read }),
    days: byDay(deps, translator, year, events),
    paging: { page, pages, href: (to: number) => urls.events(language, year, { ...asked, page: to }) },
    feeds: { ics: urls.eventsFeed(language, year, 'ics', asked), atom: urls.eventsFeed(language, year, 'atom', asked) },
    years: years.filter((one) => one !== year).map((one) => ({ year: one, href: urls.events(language, one) })),
    code: codeOf(deps, translator, year, country?.iso),
    press: country && pressOf(translator, { year, country: country.iso, cells: read.cells, theme: theme?.text }),
  })
  return {
    html,
    status: 200,
    dependsOn: [...dependsOn(year, asked), ...events.map(({ authority }) => authority)],
    validUntil: undefined,
  }
}

/** Whoever wants the list of a country, or of all, on its own website: associations above all. */
function codeOf({ site }: EventPagesDeps, translator: Translator, year: number, country: string | undefined): string {
  const { language, t, tag } = translator
  return frameCode({
    src: absolute(site.baseUrl, urls.eventsFrame({ lang: language, ...(country ? { country } : {}) })),
    pageHref: absolute(site.baseUrl, urls.events(language, year, { country })),
    title: country
      ? t('events.frame.title', { name: countryName(country, tag) })
      : t('events.year.title', { year: `${year}` }),
    ...{ width: '100%', height: 500 },
  })
}

/** Counters of all countries stand on each page. */
const dependsOn = (year: number, { country }: Asked): string[] => [
  ...[yearTag(year), editionsTag],
  ...(country === undefined ? [] : [countryTag(year, country), numbersOf(country)]),
]

function pressOf(translator: Translator, given: Parameters<typeof pressSentences>[1]): YearPageProps['press'] {
  const name = countryName(given.country, translator.tag)
  return { title: translator.t('events.press.title', { country: name }), sentences: pressSentences(translator, given) }
}

function countryRows(translator: Translator, year: number, cells: readonly CountryCount[]): YearPageProps['countries'] {
  const { language, tag } = translator
  const { compare } = new Intl.Collator(tag)
  return cells
    .map(({ country }) => ({
      name: countryName(country, tag),
      href: urls.events(language, year, { country }),
      counters: counterViews(translator, countsOf(cells, country), country).map(({ value }) => value),
    }))
    .toSorted((one, other) => compare(one.name, other.name))
}

function formOf(
  { languages }: EventPagesDeps,
  translator: Translator,
  given: {
    readonly year: number
    readonly asked: Asked
    readonly cells: readonly CountryCount[]
    readonly choices: Awaited<ReturnType<typeof readChoices>>
  },
): YearPageProps['form'] {
  const { t, tag, language } = translator
  const { compare } = new Intl.Collator(tag)
  const names = new Intl.DisplayNames([tag], { type: 'language', fallback: 'code' })
  const sorted = (all: { value: string; text: string }[]) => all.toSorted((a, b) => compare(a.text, b.text))
  const { asked, cells, choices, year } = given
  const withAsked = (all: readonly string[], one: string | undefined) => [...new Set([...all, ...(one ? [one] : [])])]
  const countries = withAsked(
    cells.map(({ country }) => country),
    asked.country,
  )
  const spoken = withAsked(choices.languages, asked.lang)
  return {
    action: urls.events(language, year),
    chosen: { country: asked.country?.toLowerCase() ?? '', kind: asked.kind ?? '', lang: asked.lang ?? '' },
    options: {
      country: sorted(countries.map((one) => ({ value: one.toLowerCase(), text: countryName(one, tag) }))),
      kind: sorted(choices.kinds.map((one) => ({ value: one, text: t(`events.kind.${one}`) }))),
      lang: sorted(spoken.map((one) => ({ value: one, text: names.of(languages.byCode(one)?.tag ?? one) ?? one }))),
    },
  }
}
