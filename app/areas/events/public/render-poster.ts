/** Posters of the day: for any town, and for one event in its own words. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { qrCodeOf, qrSvg } from '../../../platform/qr-code.ts'
import { longDate } from '../../../ui/dates.ts'
import type { PosterAsked } from '../../../urls/event-urls.ts'
import { absolute, urls } from '../../../urls.ts'
import { findBySlug, nameIn } from '../../authorities/index.ts'
import type { PresentedPaper } from '../../help-pages/index.ts'
import type { EventPagesDeps } from '../deps.ts'
import { dayOfYear } from '../event-rules.ts'
import { toldIn, whenText } from '../present-event.ts'
import { countryTag, editionsTag } from '../public-tag.ts'
import { themeOf } from '../theme-rules.ts'
import { openYear } from './editions.ts'
import { openPublic } from './open-event.ts'
import { kitLanguage } from './render-kit.ts'

interface Words {
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

interface Sheet {
  readonly size: 'a4' | 'a3'
  readonly title: Words
  readonly text: Words
  readonly town: string
  /** Lines of when and where. */
  readonly lines: readonly Words[]
  readonly theme: Words | undefined
  readonly address: string
  readonly notes: readonly string[]
}

async function documentOf(
  { t, tag, dir }: Translator,
  year: number,
  sheet: Sheet,
): Promise<PresentedPaper['document']> {
  const { size, title, text, town, lines, theme, address, notes } = sheet
  // Typst knows languages by their first part.
  const plain = (words: Words) => ({ ...words, lang: words.lang.split('-')[0] ?? words.lang })
  return {
    template: 'event-poster.typ',
    ...{ tag, dir, title: t('events.year.title', { year: `${year}` }) },
    data: {
      ...{ size, town, address, notes: [...notes], day: t('events.poster.day', { year: `${year}` }) },
      ...{ heading: plain(title), text: plain(text), lines: lines.map(plain), theme: theme ? [plain(theme)] : [] },
      ...{
        shownAddress: address.replace(/^https?:\/\//, ''),
        scan: t('events.poster.scan'),
        qrAlt: t('events.poster.qr'),
      },
      qr: qrSvg(await qrCodeOf(address)),
    },
  }
}

const inReader = ({ tag, dir }: Translator, text: string): Words => ({ text, lang: tag, dir })

/** @param asked.town whose name stands on it, and whose help page it leads to. @throws {RequestFault} where it is none. */
export async function renderGeneralPoster(
  deps: EventPagesDeps,
  translator: Translator,
  year: number,
  { size, town }: PosterAsked,
): Promise<PresentedPaper> {
  const { edition } = await openYear(deps, year)
  const { t, language } = translator
  const found = town && (await deps.database.read((db) => findBySlug(db, town.country.toUpperCase(), town.slug)))
  if (town && !found?.authority) throw notFound()
  const read = kitLanguage(language)
  const known = deps.languages.byCode(read)
  const inKit = (text: string): Words => ({ text, lang: known?.tag ?? read, dir: known?.dir ?? 'ltr' })
  const authority = found?.authority
  const theme = themeOf(edition, language)
  const themed = theme && deps.languages.byCode(theme.language)
  const document = await documentOf(translator, year, {
    ...{ size, title: inKit(deps.kit.poster[read].title), text: inKit(deps.kit.poster[read].text) },
    town: authority ? nameIn(authority, language) : '',
    lines: [inReader(translator, longDate(translator, dayOfYear(year)))],
    theme: theme && { text: theme.text, lang: themed?.tag ?? theme.language, dir: themed?.dir ?? 'ltr' },
    address: absolute(deps.site.baseUrl, authority ? urls.town(language, authority) : urls.home(language)),
    notes: authority?.demonstration ? [t('events.demonstration')] : [],
  })
  return { document, dependsOn: [editionsTag, ...(authority ? [authority.id] : [])] }
}

/** @param read code of the language of its words. @throws {RequestFault} where it is not told in it, or does not take place. */
export async function renderEventPoster(
  deps: EventPagesDeps,
  translator: Translator,
  {
    year,
    id,
    size,
    read,
  }: { readonly year: number; readonly id: string; readonly size: 'a4' | 'a3'; readonly read: string },
): Promise<PresentedPaper> {
  const { town, newest } = await openPublic(deps, year, id)
  const { edition } = await openYear(deps, year)
  const { event, status } = newest.document
  const told = toldIn(deps, event).find(({ language }) => language === read)
  if (!told || status === 'cancelled') throw notFound()
  const { t, language } = translator
  const own: Pick<Words, 'lang' | 'dir'> = { lang: told.lang, dir: told.dir }
  const theme = edition.themes[read]
  const where = event.access === 'public' ? event.place : ''
  const document = await documentOf(translator, year, {
    ...{
      size,
      title: { text: told.title || t(`events.kind.${event.kind}`), ...own },
      text: { text: told.what, ...own },
    },
    town: town.names[read] ?? town.name,
    lines: [
      inReader(translator, whenText(translator, event)),
      ...(where === '' ? [] : [{ text: where, ...own }]),
      ...(event.access === 'public' && event.where === 'online' ? [inReader(translator, t('events.online'))] : []),
      ...(event.access === 'invited' ? [inReader(translator, t('events.invited'))] : []),
    ],
    theme: theme === undefined ? undefined : { text: theme, ...own },
    address: absolute(deps.site.baseUrl, urls.event(language, year, id)),
    notes: town.demonstration ? [t('events.demonstration')] : [],
  })
  return { document, dependsOn: [editionsTag, countryTag(year, town.country), town.id] }
}
