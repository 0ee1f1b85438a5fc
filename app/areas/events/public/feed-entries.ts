/** Events as entries of calendars and of readers of feeds: those of a country are put together once and kept. */
import { createBreath } from '../../../platform/breath.ts'
import { calendarEntry } from '../../../platform/calendar/calendar-rules.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { EventFeed } from '../../../urls/event-urls.ts'
import { absolute, urls } from '../../../urls.ts'
import { countryName } from '../../authorities/index.ts'
import type { Asked } from '../asked-rules.ts'
import type { FeedDeps } from '../deps.ts'
import { atomEntry } from '../feeds/atom-rules.ts'
import { type ListedEvent, readAll, readByCountry, readCountries } from '../list-store.ts'
import { countryTag } from '../public-tag.ts'
import { titleIn, whereText } from './present-listed.ts'

/** Some events of a year, as they stand in one kind of feed in one language. */
export interface FeedEntries {
  /** UTF-8. */
  readonly text: Uint8Array
  /** IANA names. */
  readonly zones: readonly string[]
  /** When the newest was published, in milliseconds since 1970; undefined where there is none. */
  readonly newest: number | undefined
  /** Ids of the towns whose names are told. */
  readonly towns: readonly string[]
}

interface Wanted {
  readonly year: number
  readonly asked: Omit<Asked, 'page'>
  readonly feed: EventFeed
}

/**
 * One part, or one for each country: a change in one country makes only its own part anew, and whoever asks for other pages
 * meanwhile is answered between two parts.
 */
export async function readEntries(
  deps: FeedDeps,
  translator: Translator,
  { year, asked, feed }: Wanted,
): Promise<FeedEntries[]> {
  if (asked.kind !== undefined || asked.lang !== undefined) {
    const { language } = translator
    const events = await deps.database.read((db) => readAll(db, year, asked, { language }))
    return [writeEntries(deps, translator, { year, feed, events })]
  }
  const countries =
    asked.country === undefined ? await deps.database.read((db) => readCountries(db, year)) : [asked.country]
  return keptEntries(deps, translator, { year, feed, countries })
}

/** Of countries whose rows are one question to the database: a question for each took it twice as long. */
const together = 4
/** So many groups are read from the database while another one is written. */
const atOnce = 2

/**
 * A part of each country, in their order, kept until something of it changes. Never more than a few at a time: whoever asks for other
 * pages is answered in between.
 */
export async function keptEntries(
  deps: FeedDeps,
  translator: Translator,
  { year, feed, countries }: { readonly year: number; readonly feed: EventFeed; readonly countries: readonly string[] },
): Promise<FeedEntries[]> {
  const breath = createBreath()
  const partsOf = (group: readonly string[]) => {
    const eventsOf = readTogether(deps, year, translator.language)
    const part = (country: string) =>
      deps.feedEntries.get(`${translator.language} ${feed} ${year} ${country}`, async () => {
        const events = await eventsOf(country)
        await breath()
        const value = writeEntries(deps, translator, { year, feed, events })
        return { value, dependsOn: [countryTag(year, country), ...value.towns] }
      })
    return Promise.all(group.map(part))
  }
  const groups = Array.from({ length: Math.ceil(countries.length / together) }, (_, at) =>
    countries.slice(at * together, (at + 1) * together),
  )
  return (await inTurn(groups, partsOf)).flat()
}

async function inTurn<From, To>(all: readonly From[], make: (one: From) => Promise<To>): Promise<To[]> {
  const made: To[] = []
  const rest = all.entries()
  const work = async () => {
    for (const [at, one] of rest) made[at] = await make(one)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return made
}

/** Events of the countries that are asked for at the same moment, by one question. */
function readTogether({ database }: FeedDeps, year: number, language: string) {
  let waiting: string[] = []
  let read: Promise<Map<string, ListedEvent[]>> | undefined
  const readNow = () => {
    // Whoever comes later is read by the next question.
    const countries = waiting
    ;[waiting, read] = [[], undefined]
    return database.read((db) => readByCountry(db, year, countries, language))
  }
  return async (country: string): Promise<readonly ListedEvent[]> => {
    waiting.push(country)
    read ??= Promise.resolve().then(readNow)
    return (await read).get(country) ?? []
  }
}

const encoder = new TextEncoder()

function writeEntries(
  deps: FeedDeps,
  translator: Translator,
  { year, feed, events }: { readonly year: number; readonly feed: EventFeed; readonly events: readonly ListedEvent[] },
): FeedEntries {
  const entryOf = feed === 'ics' ? calendarEntries(deps, translator, year) : atomEntries(deps, translator, year)
  return {
    text: encoder.encode(events.map(entryOf).join('')),
    zones: [...new Set(events.map(({ zone }) => zone))],
    newest: newestOf(events.map(({ publishedAt }) => publishedAt)),
    towns: [...new Set(events.map(({ authority }) => authority))],
  }
}

/** @returns undefined of none. */
export const newestOf = (moments: readonly (number | undefined)[]): number | undefined =>
  moments.reduce((last, one) => (one !== undefined && (last === undefined || one > last) ? one : last), undefined)

/** Names of countries and kinds are asked for thousands of times. */
function words(translator: Translator) {
  const [countries, kinds] = [new Map<string, string>(), new Map<string, string>()]
  const kept = (names: Map<string, string>, key: string, make: () => string): string => {
    const known = names.get(key) ?? make()
    names.set(key, known)
    return known
  }
  const kindOf = ({ kind }: ListedEvent) => kept(kinds, kind, () => translator.t(`events.kind.${kind}`))
  const whose = ({ town, country }: ListedEvent) =>
    `${town} (${kept(countries, country, () => countryName(country, translator.tag))})`
  return { kindOf, whose }
}

/** What it says, whose it is and where it is, as far as anybody may know; the address of its page last. */
function textOf(
  event: ListedEvent,
  { whose, where, url }: { readonly whose: string; readonly where: string; readonly url: string },
): string {
  return [event.text, whose, where, url].filter((one) => one !== '').join('\n')
}

function calendarEntries({ site }: FeedDeps, translator: Translator, year: number) {
  const { kindOf, whose } = words(translator)
  const base = absolute(site.baseUrl, urls.event(translator.language, year, ''))
  const host = new URL(site.baseUrl).hostname
  return (event: ListedEvent): string => {
    const { id, version, status, publishedAt, starts, ends, zone, online, place } = event
    const url = base + id
    return calendarEntry(host, {
      ...{ id, sequence: version - 1, cancelled: status === 'cancelled', publishedAt, starts, ends, zone, url },
      ...{ title: titleIn(translator, event), kind: kindOf(event), place: online ? '' : (place ?? '') },
      text: textOf(event, { whose: whose(event), where: whereText(translator, event), url }),
    })
  }
}

function atomEntries({ site, languages }: FeedDeps, translator: Translator, year: number) {
  const { t } = translator
  const { kindOf, whose } = words(translator)
  const base = absolute(site.baseUrl, urls.event(translator.language, year, ''))
  return (event: ListedEvent): string => {
    const { id, publishedAt, kind, status } = event
    const title = titleIn(translator, event)
    return atomEntry({
      ...{ id, publishedAt, url: base + id, author: whose(event), kind: { term: kind, label: kindOf(event) } },
      title: status === 'cancelled' ? `${t('events.cancelled')} ${title}` : title,
      lang: languages.byCode(event.language)?.tag ?? event.language,
      text: [
        event.starts.replace('T', ' '),
        textOf(event, { whose: '', where: whereText(translator, event), url: '' }),
      ].join('\n'),
    })
  }
}
