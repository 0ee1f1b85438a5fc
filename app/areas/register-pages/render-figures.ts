/** Figures of the register: where its signatories are, what happened year by year; and signatures of earlier years. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../platform/page-cache/page-cache.ts'
import { longDate, monthAndYear } from '../../ui/dates.ts'
import { absolute, urls } from '../../urls.ts'
import { type Country, countryName } from '../authorities/index.ts'
import { registerTag } from '../register/index.ts'
import type { Kind } from './asked-rules.ts'
import { type CountedCell, countsByCountry, standingOf, yearsOf } from './counts-rules.ts'
import type { RegisterPagesDeps } from './deps.ts'
import type { HistoricalSignatory } from './historical.ts'
import { readMap } from './map-facts.ts'
import { readCells, readYearCounts } from './memory.ts'
import { type HistoricalView, historicalPage } from './pages/historical-page.tsx'
import { type CountryRow, mapPage } from './pages/map-page.tsx'
import { yearsPage } from './pages/years-page.tsx'
import { allInvented, beginPage, byName, mapCode, mapTitle, standingSentence } from './site-words.ts'

const lasting = { status: 200, dependsOn: [registerTag], validUntil: undefined } as const
const standing = { country: undefined, kind: undefined, status: 'signed', joint: false } as const

/** @param country left out: all of Europe. */
export async function renderMap(
  deps: RegisterPagesDeps,
  translator: Translator,
  country?: Country,
): Promise<RenderedPage> {
  const { language } = translator
  const [cells, map] = await Promise.all([readCells(deps), readMap(deps, country?.iso)])
  const title = mapTitle(translator, country?.iso)
  const html = mapPage({
    ...beginPage(deps, translator, (lang) => urls.registerMap(lang, country?.iso)),
    ...{ title, mapTitle: title },
    demonstration: allInvented(cells),
    picture: absolute(deps.site.baseUrl, urls.registerShare(language)),
    counts: standingSentence(translator, cells, country?.iso),
    map,
    rows: rowsOf(translator, cells, country?.iso),
    wholeHref: country && urls.registerMap(language),
    code: mapCode(deps, translator, country?.iso),
  })
  return { ...lasting, html }
}

function rowsOf(translator: Translator, cells: readonly CountedCell[], only: string | undefined): CountryRow[] {
  const { language } = translator
  const countries = countsByCountry(cells, { ...standing, country: only })
  return byName(translator, countries).map(({ country, name }) => ({
    ...standingOf(cells, country),
    name,
    listHref: urls.register(language, { country }),
    mapHref: urls.registerMap(language, country),
  }))
}

export async function renderYears(deps: RegisterPagesDeps, translator: Translator): Promise<RenderedPage> {
  const [cells, counts] = await Promise.all([readCells(deps), readYearCounts(deps)])
  const now = deps.clock.now().toZonedDateTimeISO('UTC')
  const html = yearsPage({
    ...beginPage(deps, translator, (lang) => urls.registerYears(lang)),
    demonstration: allInvented(cells),
    picture: absolute(deps.site.baseUrl, urls.registerShare(translator.language)),
    years: yearsOf(counts, now.year),
  })
  const validUntil = now.with({ month: 1, day: 1 }).startOfDay().add({ years: 1 }).toInstant()
  return { ...lasting, html, validUntil }
}

export async function renderHistorical(deps: RegisterPagesDeps, translator: Translator): Promise<RenderedPage> {
  const { about, signatories } = deps.historical
  const html = historicalPage({
    ...beginPage(deps, translator, (lang) => urls.registerHistorical(lang)),
    picture: undefined,
    signatories: signatories.map((one) => historicalView(translator, one)),
    date: longDate(translator, about.date),
  })
  return { html, status: 200, dependsOn: [], validUntil: undefined }
}

/** The words of our file for kinds, as the register has them. */
const kindOf: Readonly<Record<HistoricalSignatory['kind'], Kind>> = {
  city: 'municipality',
  region: 'region',
  association: 'association',
  'elected-representative': 'representative',
  organisation: 'organisation',
}

function historicalView(translator: Translator, one: HistoricalSignatory): HistoricalView {
  const { t, tag } = translator
  const when = { day: longDate, month: monthAndYear, year: (_: Translator, date: string) => date }[one.datePrecision]
  return {
    name: one.name,
    facts: [
      t(`register.kind.${kindOf[one.kind]}`),
      countryName(one.country, tag),
      t('register.list.signedOn', { date: when(translator, one.date) }),
    ],
    notes: [one.ceremony, one.dateNote].filter((note) => note !== undefined),
    source: one.source,
    host: new URL(one.source).host,
  }
}
