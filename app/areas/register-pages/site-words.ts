/** What all pages of the register begin with. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { absolute, urls } from '../../urls.ts'
import { countryName } from '../authorities/index.ts'
import { type Chrome, chromeFor, frameCode, type Reader, readerFor } from '../help-pages/index.ts'
import { allOf, type CountedCell, countsByCountry, standingOf } from './counts-rules.ts'
import type { RegisterPagesDeps } from './deps.ts'

export interface PageBeginning {
  readonly reader: Reader
  readonly chrome: Chrome
  readonly authorised: string | undefined
}

/** The register belongs to no country: its pages show no number of one, but the choice of a country. */
export function beginPage(
  { site, clock, authorised }: RegisterPagesDeps,
  translator: Translator,
  pathIn: (lang: string) => string,
): PageBeginning {
  const reader = readerFor(site, translator, clock.now(), { country: undefined })
  return { reader, chrome: chromeFor(site, reader, undefined, pathIn), authorised }
}

/** Everything is invented; false where there is nothing. */
export const allInvented = (cells: readonly CountedCell[]): boolean =>
  cells.length > 0 && cells.every(({ demonstration }) => demonstration)

const nobodyAsked = { country: undefined, kind: undefined, status: 'signed', joint: false } as const

/** How many stand by a signature, as a sentence; undefined where nobody does. @param country upper case. */
export function standingSentence(
  { t, tag }: Pick<Translator, 't' | 'tag'>,
  cells: readonly CountedCell[],
  country?: string,
): string | undefined {
  const standing = standingOf(cells, country)
  if (allOf(standing) === 0) return undefined
  const { towns, areas, others } = standing
  if (country !== undefined) {
    return t('register.counts.country', { towns, areas, others, country: countryName(country, tag) })
  }
  return t('register.counts', { towns, areas, others, countries: countsByCountry(cells, nobodyAsked).length })
}

/** Countries by name, in the order of the reader's alphabet. */
export function byName<T extends { readonly country: string }>(
  { tag }: Pick<Translator, 'tag'>,
  rows: readonly T[],
): (T & { readonly name: string })[] {
  const { compare } = new Intl.Collator(tag)
  return rows
    .map((row) => ({ ...row, name: countryName(row.country, tag) }))
    .sort((one, other) => compare(one.name, other.name))
}

/** @param country upper case. */
export const mapTitle = ({ t, tag }: Pick<Translator, 't' | 'tag'>, country?: string): string =>
  country === undefined
    ? t('register.map.title')
    : t('register.map.titleCountry', { country: countryName(country, tag) })

/** By which any website shows the map. @param country upper case. */
export function mapCode({ site }: Pick<RegisterPagesDeps, 'site'>, translator: Translator, country?: string): string {
  const { language } = translator
  return frameCode({
    src: absolute(site.baseUrl, urls.registerMapFrame(language, country)),
    pageHref: absolute(site.baseUrl, urls.registerMap(language, country)),
    title: mapTitle(translator, country),
    ...{ width: '100%', height: 720 },
  })
}
