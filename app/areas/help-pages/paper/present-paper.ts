/** A poster, a leaflet or cards, from facts to what the template shows. No service's address is on any of them. */
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import { apart, inSentence } from '../../../ui/lists.ts'
import { type Authority, type Country, countryName } from '../../authorities/index.ts'
import { type CountryHelplines, type HelpLine, helpNumbersFor, topNumbers } from '../../helplines/index.ts'
import { originalLanguage } from '../chrome.ts'
import { shownText } from '../local-text.ts'
import { presentHours } from '../present-hours.ts'
import { labelOf, presentLine } from '../present-numbers.ts'
import { dialOf } from '../present-service.ts'
import { inheritedTexts, isLookedAfter, presentParts, townName } from '../present-town.ts'
import { longDate, type Reader, today } from '../reader.ts'
import type { PublishedTown } from '../town-store.ts'
import { goodUntil, isOnPaper, type PaperAsked, type PaperAudience, type ServiceOnPaper } from './paper-rules.ts'

export interface PaperFacts extends PaperAsked {
  readonly country: Country
  readonly authority: Authority
  readonly town: PublishedTown
  readonly services: readonly ServiceOnPaper[]
  /** Undefined: none is known of the country. */
  readonly helplines: CountryHelplines | undefined
  /** Of the page that it leads to, absolute and without a parameter. */
  readonly address: string
  /** Of the same paper in the language that the others are translated from, absolute. */
  readonly original: string
  /** The address of the page as a drawing (SVG). */
  readonly qr: string
  /** As a drawing (SVG); undefined: none. */
  readonly arms: string | undefined
}

const titles = {
  family: 'page.title',
  child: 'children.who.title',
  midwife: 'paper.title.midwife',
  school: 'paper.title.school',
  police: 'paper.title.police',
} as const satisfies Record<PaperAudience, string>

const points = {
  family: ['paper.point.fault', 'paper.point.page', 'paper.point.reach'],
  child: ['paper.point.talk', 'paper.point.who', 'paper.point.ask'],
  midwife: ['paper.point.page', 'paper.point.reach', 'paper.point.noName'],
  school: ['paper.point.page', 'paper.point.children', 'paper.point.noName'],
  police: ['paper.point.page', 'paper.point.reach', 'paper.point.noName'],
} as const satisfies Record<PaperAudience, readonly string[]>

/** Hours that take more lines than this are left to the page. */
const mostHours = 3
const mostPhones = 2

export function presentPaper(reader: Reader, facts: PaperFacts): PdfDocument {
  const { t, tag, dir } = reader.translator
  const { size, audience, authority, services, address, qr } = facts
  const town = townName(authority, reader.translator.language)
  return {
    template: 'paper.typ',
    ...{ tag, dir },
    // Neutral, as the title of the page: a viewer shows it, a phone keeps it.
    title: t(audience === 'child' ? 'children.metaTitle' : 'page.metaTitle', { town }),
    data: {
      ...{ size, address, qr, shop: facts.shop ?? false },
      arms: facts.arms ?? '',
      armsAlt: t('prints.arms.alt', { town }),
      heading: t(size === 'card' ? 'paper.card.title' : titles[audience], { town }),
      lead: t(`paper.lead.${audience}`),
      points: points[audience].map((point) => t(point, { town })),
      ...numbersOf(reader, facts),
      servicesTitle: t('paper.services', { town }),
      services: services.map((one) => serviceOf(reader, one)),
      // How many services there is room for, the template finds out.
      restOnThePage: t('paper.restOnThePage'),
      allOnThePage: t('paper.allOnThePage'),
      scan: t(audience === 'child' ? 'paper.scan.child' : 'paper.scan'),
      qrAlt: t('paper.qrAlt', { address }),
      shownAddress: address.replace(/^https?:\/\//, ''),
      watched: watchedOf(reader, audience),
      notes: notesOf(reader, facts).map((note) => ({ ...note })),
      printed: printedOf(reader, facts, town),
      until: t('paper.until', { date: longDate(reader, goodUntil(today(reader), services)) }),
    },
  }
}

/** Whoever carries it for others has no need of it. */
function watchedOf({ translator: { t } }: Reader, audience: PaperAudience): string {
  if (audience === 'child') return t('paper.watched.child')
  return audience === 'family' ? t('paper.watched') : ''
}

function numbersOf(reader: Reader, facts: PaperFacts) {
  const { t, tag } = reader.translator
  const country = countryName(facts.country.iso, tag)
  const help = facts.helplines && helpNumbersFor(facts.helplines, today(reader).toString())
  const lines = help ? topNumbers(help).filter((line) => isOnPaper(line, facts)) : []
  return {
    numbersTitle: t('help.title', { country }),
    numbers: lines.flatMap((line) => numberOf(reader, line, facts) ?? []),
    noChildLine: help?.child.length === 0 ? t('help.none.child', { country }) : '',
  }
}

function numberOf(reader: Reader, line: HelpLine, { size, audience }: PaperAsked) {
  const shown = presentLine(reader, line)
  if (!shown) return undefined
  const onCard = size === 'card'
  const isForChildren = !shown.emergency && ['child-helpline', 'child-chat', 'online-safety'].includes(line.kind)
  return {
    // Whoever looks into a child's pocket need not read more than this.
    kind: onCard && audience === 'child' && isForChildren ? reader.translator.t('paper.card.talk') : shown.kind,
    number: shown.number ?? (line.url ?? '').replace(/^https?:\/\/(?:www\.)?|\/$/g, ''),
    dial: shown.dial ?? '',
    name: line.name && (!onCard || audience !== 'child') ? line.name : '',
    details: onCard ? [labelOf(reader, line)].filter(Boolean) : shown.details.map(String),
  }
}

function serviceOf(reader: Reader, { effective: { service, owner } }: ServiceOnPaper) {
  const { t } = reader.translator
  const name = shownText(service.name, reader.order)
  const { tag, dir } = reader.languageOf(name?.language ?? reader.translator.language)
  return {
    name: { text: name?.text ?? service.provider, lang: tag.split('-')[0] ?? tag, dir },
    phones: service.phones.slice(0, mostPhones).map((phone) => ({
      number: phone.number,
      dial: phone.fictional ? '' : dialOf(phone.number),
      label: [shownText(phone.label, reader.order)?.text, phone.fictional ? t('paper.fictional') : '']
        .filter(Boolean)
        .join(' · '),
    })),
    hours: hoursOf(reader, service, owner.kind === 'country'),
  }
}

/** The week alone: of single days that differ the page tells. */
function hoursOf(reader: Reader, service: ServiceOnPaper['effective']['service'], everywhere: boolean): string[] {
  const { week, rules } = presentHours(reader, service, { everywhere, stale: false })
  if (week.length === 0) return []
  if (week.length > mostHours) return [reader.translator.t('paper.hoursOnPage')]
  return [...week.map(({ days, times }) => `${days} ${apart(times)}`.trim()), rules.join(' · ')].filter(Boolean)
}

interface Note {
  readonly text: string
  /** Where to read on, with its address; empty where there is nothing. */
  readonly more: string
  readonly href: string
}

function notesOf(reader: Reader, facts: PaperFacts): Note[] {
  const { t } = reader.translator
  const { authority } = facts
  const plain = (text: string): Note => ({ text, more: '', href: '' })
  const onCard = facts.size === 'card'
  const demonstration = t(onCard ? 'paper.card.demonstration' : 'page.demonstration')
  return [
    ...(authority.demonstration ? [plain(demonstration)] : []),
    ...machineNotes(reader, facts).map((note) => ({ ...plain(''), ...note })),
    ...townNotes(reader, facts).map(plain),
  ]
}

function machineNotes(reader: Reader, facts: PaperFacts): Partial<Note>[] {
  const { t, origin } = reader.translator
  const byMachine = origin.origin === 'machine' && origin.reviewed === null
  if (!byMachine) return hasMachineText(reader, facts) ? [{ text: t('service.machine') }] : []
  if (facts.size === 'card') return [{ text: t('service.machine') }]
  const more = t('page.machine.original', { language: reader.languageName(originalLanguage) })
  return [{ text: t('page.machine'), more, href: facts.original }]
}

/** What has become of the town, and whether somebody looks after it. */
function townNotes(reader: Reader, { size, authority, town }: PaperFacts): string[] {
  const { t, tag, language } = reader.translator
  const parts = town.parts?.ended ? presentParts(reader, authority, town.parts) : undefined
  const names = parts?.towns.map((each) => townName(each, language)) ?? []
  const onCard = size === 'card'
  return [
    ...(parts ? [`${parts.text} ${inSentence(tag, names)}`] : []),
    ...(onCard || isLookedAfter(town) ? [] : [t('paper.notLookedAfter')]),
    ...(onCard || !town.inherited ? [] : inheritedTexts(reader, town.inherited)),
  ]
}

const hasMachineText = (reader: Reader, { services }: PaperFacts): boolean =>
  services
    .flatMap(({ effective: { service } }) => [service.name, ...service.phones.map(({ label }) => label)])
    .some((text) => shownText(text, reader.order)?.machine)

function printedOf(reader: Reader, { town: { published } }: PaperFacts, town: string): string {
  const { t } = reader.translator
  const date = longDate(reader, today(reader))
  if (!published) return t('paper.printed', { date })
  const on = longDate(reader, published.at.toZonedDateTimeISO(reader.timeZone).toPlainDate())
  return t('paper.printedFrom', { date, town, published: on, version: `${published.version}` })
}
