/** Posters of the day: for any town, and for one event in its own words. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { qrCodeOf, qrSvg } from '../../../platform/qr-code.ts'
import { longDate } from '../../../ui/dates.ts'
import type { EventPosterAsked, PosterAsked } from '../../../urls/event-urls.ts'
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
import { beginPage } from './public-page.ts'
import { isMachine, kitLanguage } from './render-kit.ts'

interface Words {
  readonly text: string
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
}

interface Sheet {
  readonly asked: Omit<PosterAsked, 'town'>
  readonly title: Words
  readonly text: Words
  readonly town: string
  /** A drawing (SVG); undefined: none. */
  readonly arms: string | undefined
  /** Lines of when and where. */
  readonly lines: readonly Words[]
  readonly theme: Words | undefined
  readonly address: string
  /** Above the words. */
  readonly notes: readonly Note[]
}

interface Note {
  readonly text: string
  /** Where to read on, with its address; empty where there is nothing. */
  readonly more: string
  readonly href: string
}

/** That it is invented; that a machine has translated what stands on it, with the way to the original. */
function notesOf(
  deps: EventPagesDeps,
  translator: Translator,
  given: { readonly invented: boolean; readonly machine: boolean; posterIn(lang: string): string },
): Note[] {
  const { t, origin } = translator
  const machine = given.machine || (origin.origin === 'machine' && origin.reviewed === null)
  const { chrome } = beginPage(deps, translator, undefined, given.posterIn)
  const original = {
    text: t('page.machine'),
    more: t('page.machine.original', { language: chrome.originalName }),
    href: absolute(deps.site.baseUrl, chrome.originalHref),
  }
  return [
    ...(given.invented ? [{ text: t('events.demonstration'), more: '', href: '' }] : []),
    ...(machine ? [original] : []),
  ]
}

async function documentOf(
  { t, tag, dir }: Translator,
  year: number,
  sheet: Sheet,
): Promise<PresentedPaper['document']> {
  const { asked, title, text, town, lines, theme, address, notes } = sheet
  // Typst knows languages by their first part.
  const plain = (words: Words) => ({ ...words, lang: words.lang.split('-')[0] ?? words.lang })
  return {
    template: 'event-poster.typ',
    ...{ tag, dir, title: t('events.year.title', { year: `${year}` }) },
    data: {
      ...{ size: asked.size, shop: asked.shop ?? false, day: t('events.poster.day', { year: `${year}` }) },
      ...{ town, address, notes: notes.map((note) => ({ ...note })) },
      ...{ arms: sheet.arms ?? '', armsAlt: t('prints.arms.alt', { town }) },
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
  { town, ...asked }: PosterAsked,
): Promise<PresentedPaper> {
  const { edition } = await openYear(deps, year)
  const { language } = translator
  const found = town && (await deps.database.read((db) => findBySlug(db, town.country.toUpperCase(), town.slug)))
  if (town && !found?.authority) throw notFound()
  const read = kitLanguage(language)
  const known = deps.languages.byCode(read)
  const inKit = (text: string): Words => ({ text, lang: known?.tag ?? read, dir: known?.dir ?? 'ltr' })
  const authority = found?.authority
  const theme = themeOf(edition, language)
  const themed = theme && deps.languages.byCode(theme.language)
  const document = await documentOf(translator, year, {
    ...{ asked, title: inKit(deps.kit.poster[read].title), text: inKit(deps.kit.poster[read].text) },
    town: authority ? nameIn(authority, language) : '',
    arms: authority && (await deps.armsOf(authority.id)),
    lines: [inReader(translator, longDate(translator, dayOfYear(year)))],
    theme: theme && { text: theme.text, lang: themed?.tag ?? theme.language, dir: themed?.dir ?? 'ltr' },
    address: absolute(deps.site.baseUrl, authority ? urls.town(language, authority) : urls.home(language)),
    notes: notesOf(deps, translator, {
      invented: authority?.demonstration ?? false,
      machine: isMachine(deps.kit.status[read]),
      posterIn: (lang) => urls.eventsPoster(lang, year, { ...asked, ...(town ? { town } : {}) }),
    }),
  })
  return { document, dependsOn: [editionsTag, ...(authority ? [authority.id] : [])] }
}

/** @param read code of the language of its words. @throws {RequestFault} where it is not told in it, or does not take place. */
export async function renderEventPoster(
  deps: EventPagesDeps,
  translator: Translator,
  { year, id, read, ...asked }: EventPosterAsked & { readonly year: number; readonly id: string },
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
      asked,
      title: { text: told.title || t(`events.kind.${event.kind}`), ...own },
      text: { text: told.what, ...own },
    },
    town: town.names[read] ?? town.name,
    arms: await deps.armsOf(town.id),
    lines: [
      inReader(translator, whenText(translator, event)),
      ...(where === '' ? [] : [{ text: where, ...own }]),
      ...(event.access === 'public' && event.where === 'online' ? [inReader(translator, t('events.online'))] : []),
      ...(event.access === 'invited' ? [inReader(translator, t('events.invited'))] : []),
    ],
    theme: theme === undefined ? undefined : { text: theme, ...own },
    address: absolute(deps.site.baseUrl, urls.event(language, year, id)),
    notes: notesOf(deps, translator, {
      invented: town.demonstration,
      machine: false,
      posterIn: (lang) => urls.eventPoster(lang, year, id, { ...asked, read }),
    }),
  })
  return { document, dependsOn: [editionsTag, countryTag(year, town.country), town.id] }
}
