/** A town's page as files that stand alone: the same facts in the same markup, in several languages. */
import type { PublicStyles } from '../../../platform/http/assets.ts'
import { policyOfFile } from '../../../platform/http/security-headers.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longMoment } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Country } from '../../authorities/index.ts'
import { helpNumbersFor, topNumbers } from '../../helplines/index.ts'
import { type Chrome, chromeFor } from '../chrome.ts'
import type { HelpPagesDeps } from '../deps.ts'
import { townPage } from '../pages/town-page.tsx'
import { presentTown, townName } from '../present-town.ts'
import { longDate, type Reader, today } from '../reader.ts'
import { guideLinks, readerOfTown } from '../render-town.ts'
import { createCopiedPage } from './copied-page.ts'
import { anyPlace, copiedAt, fileOf, firstLanguage, goodUntil } from './copy-rules.ts'
import type { TownToCopy } from './copy-store.ts'
import { readmeIn } from './readme.ts'

export type CopyDeps = Pick<HelpPagesDeps, 'site' | 'checklist' | 'guides' | 'clock'>

export interface CopyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface TownCopy {
  /** A page for each language, the one that opens by itself first. */
  readonly pages: readonly CopyFile[]
  readonly readme: CopyFile
  readonly made: Temporal.Instant
}

interface Copying {
  readonly country: Country
  readonly town: TownToCopy
  /** By the language that opens by itself. */
  readonly first: string
  readonly made: Temporal.Instant
  readonly until: Temporal.PlainDate
}

/**
 * Pure but for the clock: the same facts give the same files all day.
 *
 * @param languages codes of offered languages, at least one.
 */
export function copyOfTown(deps: CopyDeps, country: Country, town: TownToCopy, languages: readonly string[]): TownCopy {
  const { authority, facts, changes } = town
  const official = [...authority.officialLanguages, ...country.officialLanguages]
  const first = firstLanguage(official, languages)
  const ordered = [first, ...languages.filter((code) => code !== first)]
  const translators = ordered.map((code) => translatorOf(deps, code))
  const readers = translators.map((each) => lastingReader(deps, each, country, town))
  const [reader] = readers
  if (!reader) throw new RangeError('a copy is in at least one language')
  const day = today(reader)
  const made = copiedAt(day, authority.timeZone, changes)
  const until = goodUntil(day, endsOf(deps, country, facts, day))
  const copying = { country, town, first, made, until }
  const pages = readers.map((each) => ({
    name: fileOf(each.translator.language, first),
    bytes: pageOf(deps, each, copying, languages),
  }))
  return { pages, readme: readmeOf(deps, copying, translators, official), made }
}

function translatorOf({ site }: CopyDeps, code: string): Translator {
  const translator = site.i18n.translator(code)
  if (!translator) throw new RangeError(`nothing is offered in ${code}`)
  return translator
}

function lastingReader(deps: CopyDeps, translator: Translator, country: Country, { authority, facts }: TownToCopy) {
  return { ...readerOfTown(deps, translator, country, authority, facts), lasting: true }
}

/** The last days of what the page says without a date. */
function endsOf({ site }: CopyDeps, { iso }: Country, { services }: TownToCopy['facts'], day: Temporal.PlainDate) {
  const lines = site.helplines.byIso(iso)
  const numbers = lines ? topNumbers(helpNumbersFor(lines, day.toString())) : []
  return [
    ...numbers.flatMap(({ confirmedUntil }) => confirmedUntil ?? []),
    ...services.flatMap(({ service: { alert, closure } }) => [alert?.until ?? [], closure?.to ?? []].flat()),
    // An alert that has not begun is missing from its first day on.
    ...services.flatMap(({ service: { alert } }) =>
      alert?.from && alert.from > day.toString()
        ? [Temporal.PlainDate.from(alert.from).subtract({ days: 1 }).toString()]
        : [],
    ),
  ]
}

function pageOf(deps: CopyDeps, reader: Reader, copying: Copying, languages: readonly string[]): Uint8Array {
  const { country, town } = copying
  const { authority, facts } = town
  const { translator } = reader
  const { language } = translator
  const live = absolute(deps.site.baseUrl, urls.town(language, authority))
  const page = createCopiedPage(deps.site.baseUrl)
  const html = townPage({
    chrome: chromeOf(deps, reader, copying, languages),
    reader,
    town: presentTown(reader, deps.checklist, authority, facts),
    place: anyPlace,
    cards: page.cards,
    childrenHref: urls.children(language, authority),
    guides: guideLinks(deps, translator, country),
    jsonLd: undefined,
    preview: false,
    kindHref: (kind) => urls.townKind(language, authority, kind),
    age: { texts: ageTexts(reader, copying), live: { href: live, text: translator.t('copy.live') } },
  })
  return page.bytesOf(html, urls.town(language, authority).slice(language.length + 1))
}

function chromeOf(
  deps: CopyDeps,
  reader: Reader,
  { country, town, first, made, until }: Copying,
  languages: readonly string[],
): Chrome {
  const chrome = chromeFor(deps.site, reader, country, (code) => fileOf(code, first))
  const tags = new Set(languages.flatMap((code) => deps.site.i18n.languages.byCode(code)?.tag ?? []))
  return {
    ...chrome,
    languages: chrome.languages.filter(({ lang }) => tags.has(lang)),
    alternates: [],
    canonical: absolute(deps.site.baseUrl, urls.town(reader.translator.language, town.authority)),
    originalHref: languages.includes('en') ? fileOf('en', first) : urls.town('en', town.authority),
    copy: { policy: policyFor(deps.site.styles), made: made.toString(), expires: until.toString() },
  }
}

const policies = new WeakMap<PublicStyles, string>()

function policyFor(styles: PublicStyles): string {
  const policy = policies.get(styles) ?? policyOfFile(styles.page)
  policies.set(styles, policy)
  return policy
}

function ageTexts(reader: Reader, { town: { authority, facts }, made, until }: Copying): string[] {
  const { translator } = reader
  const { t, language } = translator
  const moment = longMoment(translator, made, authority.timeZone)
  const published = facts.published?.at.toZonedDateTimeISO(authority.timeZone).toPlainDate()
  const asOf = published
    ? t('copy.asOf.published', {
        moment,
        town: apart(townName(authority, language)),
        date: longDate(reader, published),
      })
    : t('copy.asOf', { moment })
  return [asOf, t('copy.until', { date: longDate(reader, until) })]
}

/** In the town's own languages; in that of the page that opens by itself where it is in none of them. */
function readmeOf(
  { site }: CopyDeps,
  { town: { authority }, first, until }: Copying,
  translators: readonly Translator[],
  official: readonly string[],
): CopyFile {
  const files = translators.map(({ language }) => ({
    name: fileOf(language, first),
    language: site.i18n.languages.byCode(language)?.autonym ?? language,
  }))
  const told = translators.filter(({ language }) => language === first || official.includes(language))
  const text = told.map((translator) =>
    readmeIn(translator, {
      town: apart(townName(authority, translator.language)),
      until,
      live: absolute(site.baseUrl, urls.town(translator.language, authority)),
      next: absolute(site.baseUrl, urls.site(translator.language, authority)),
      files,
    }),
  )
  return { name: 'README.txt', bytes: Buffer.from(text.join(`\n${'-'.repeat(72)}\n\n`)) }
}
