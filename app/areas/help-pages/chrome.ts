/** What every public page has around its content: languages, numbers or country chooser, way out, footer. */

import type { PublicStyles } from '../../platform/http/assets.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { HelpNumber } from '../../ui/components/help-numbers/help-numbers.tsx'
import type { PublicLayoutProps } from '../../ui/layout/public-layout.tsx'
import { aboutPages, absolute, urls } from '../../urls.ts'
import { type Countries, type Country, countryName } from '../authorities/index.ts'
import { type DateRange, schoolCalendar } from '../checklist/index.ts'
import { helpNumbersFor, type LiveHelplines, type QuickExit, topNumbers } from '../helplines/index.ts'
import { readingOrder } from './local-text.ts'
import { presentLine } from './present-numbers.ts'
import { type Reader, today } from './reader.ts'

/** What all public pages need from the outside. */
export interface SiteDeps {
  readonly i18n: I18n
  readonly countries: Countries
  readonly helplines: Pick<LiveHelplines, 'byIso' | 'changesOf'>
  readonly quickExit: QuickExit
  readonly isPublicHoliday: (country: string, date: string, nuts?: string) => boolean
  readonly baseUrl: string
  readonly instanceName: string
  /** The compiled style sheets that pages carry. */
  readonly styles: PublicStyles
}

export interface Chrome {
  /** The page stands within another one. */
  readonly framed?: boolean
  /** The page is a file that stands alone, anywhere. */
  readonly copy?: PublicLayoutProps['copy']
  readonly translator: Translator
  readonly styles: PublicStyles
  readonly instanceName: string
  readonly languages: readonly { lang: string; dir: 'ltr' | 'rtl'; name: string; href: string; current: boolean }[]
  readonly alternates: readonly { lang: string; href: string }[]
  readonly canonical: string
  /** Absolute address of the picture of this instance, for links that somebody shares. */
  readonly picture: string
  readonly homeHref: string
  readonly quickExitHref: string
  readonly safetyHref: string
  readonly footerLinks: readonly { href: string; text: string }[]
  /** The country's numbers, or undefined for a page that belongs to no country. */
  readonly help:
    | { readonly title: string; readonly numbers: readonly HelpNumber[]; readonly noChildLine: string | undefined }
    | undefined
  readonly chooser: { readonly action: string; readonly countries: readonly { value: string; text: string }[] }
  /** The same page in the original language, linked from the label of machine-made pages. */
  readonly originalHref: string
  readonly originalName: string
}

/** The language the catalogues are written in; all others are translated from it. */
export const originalLanguage = 'en'

/** The reader of a page of this country, or of none. */
export function readerFor(
  site: Pick<SiteDeps, 'i18n' | 'isPublicHoliday'>,
  translator: Translator,
  now: Temporal.Instant,
  place: {
    readonly country: Country | undefined
    readonly timeZone?: string
    readonly official?: readonly string[]
    readonly nuts?: string | undefined
    /** When its school holidays are. */
    readonly schoolHolidays?: readonly DateRange[] | undefined
  },
): Reader {
  const { languages } = site.i18n
  const names = languageNames(translator.tag)
  const fallback = languages.byCode(translator.language)?.fallback ?? []
  const schoolHoliday = schoolCalendar(place.schoolHolidays ?? [])
  const official = place.official ?? place.country?.officialLanguages ?? []
  return {
    translator,
    order: readingOrder(translator.language, fallback, official),
    languageName: (code) => {
      const known = names.get(code)
      if (known !== undefined) return known
      const fresh = languageName(translator.tag, code, languages.byCode(code)?.tag)
      names.set(code, fresh)
      return fresh
    },
    languageOf: (code) => languages.byCode(code) ?? { tag: code, dir: 'ltr' },
    now,
    timeZone: place.timeZone ?? place.country?.timeZone ?? 'Europe/Brussels',
    isPublicHoliday: (date, everywhere) =>
      place.country ? site.isPublicHoliday(place.country.iso, date, everywhere ? undefined : place.nuts) : false,
    // They differ by region: of a service of the whole country nobody knows whose count.
    schoolHoliday: (date, everywhere) => (everywhere ? 'unknown' : schoolHoliday(date)),
  }
}

const namesByTag = new Map<string, Map<string, string>>()

/** Names in a language, by code: asking Intl for one costs as much as the rest of a service's card. */
function languageNames(tag: string): Map<string, string> {
  const known = namesByTag.get(tag) ?? new Map<string, string>()
  namesByTag.set(tag, known)
  return known
}

/** By code: the tag would turn English into British English. A code that Intl does not know has its tag. */
function languageName(readerTag: string, code: string, tag = code): string {
  const names = new Intl.DisplayNames([readerTag], { type: 'language' })
  const byCode = names.of(code)
  return (byCode === code ? names.of(tag) : byCode) ?? code
}

/** @param pathIn the address of this very page in a language. */
export function chromeFor(
  site: SiteDeps,
  reader: Reader,
  country: Country | undefined,
  pathIn: (lang: string) => string,
): Chrome {
  const { translator } = reader
  const { language, t } = translator
  const iso = country?.iso
  return {
    translator,
    styles: site.styles,
    instanceName: site.instanceName,
    languages: site.i18n.offered.map(({ code, tag, dir, autonym }) => ({
      lang: tag,
      dir,
      name: autonym,
      href: pathIn(code),
      current: code === language,
    })),
    alternates: site.i18n.offered.map(({ code, tag }) => ({ lang: tag, href: absolute(site.baseUrl, pathIn(code)) })),
    canonical: absolute(site.baseUrl, pathIn(language)),
    picture: absolute(site.baseUrl, urls.share(language)),
    homeHref: iso ? urls.country(language, iso) : urls.home(language),
    quickExitHref: site.quickExit.siteFor(iso).url,
    safetyHref: urls.about(language, 'safety', iso),
    footerLinks: aboutPages.map((page) => ({ href: urls.about(language, page, iso), text: t(`site.${page}`) })),
    help: country ? helpOf(site, reader, country) : undefined,
    chooser: { action: urls.chooseCountry(language), countries: countryChoices(site, translator) },
    originalHref: pathIn(originalLanguage),
    originalName: reader.languageName(originalLanguage),
  }
}

function helpOf(site: SiteDeps, reader: Reader, country: Country): Chrome['help'] {
  const { t, tag } = reader.translator
  const lines = site.helplines.byIso(country.iso)
  if (!lines) return undefined
  const help = helpNumbersFor(lines, today(reader).toString())
  const name = countryName(country.iso, tag)
  return {
    title: t('help.title', { country: name }),
    numbers: topNumbers(help).flatMap((line) => presentLine(reader, line) ?? []),
    noChildLine: help.child.length === 0 ? t('help.none.child', { country: name }) : undefined,
  }
}

const sortedChoices = new Map<string, readonly { value: string; text: string }[]>()

/** The 46 countries by name, in the order of the reader's alphabet. */
function countryChoices(site: SiteDeps, translator: Translator): readonly { value: string; text: string }[] {
  const known = sortedChoices.get(translator.tag)
  if (known) return known
  const { compare } = new Intl.Collator(translator.tag)
  const choices = site.countries.list
    .map(({ iso }) => ({ value: iso.toLowerCase(), text: countryName(iso, translator.tag) }))
    .sort((a, b) => compare(a.text, b.text))
  sortedChoices.set(translator.tag, choices)
  return choices
}
