/** The events of a year for calendars and readers of feeds. */

import { calendarText } from '../../../platform/calendar/calendar-rules.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import type { EventFeed } from '../../../urls/event-urls.ts'
import { absolute, urls } from '../../../urls.ts'
import { countryName } from '../../authorities/index.ts'
import type { Asked } from '../asked-rules.ts'
import type { EventPagesDeps } from '../deps.ts'
import { dayOfYear } from '../event-rules.ts'
import { atomText } from '../feeds/atom-rules.ts'
import { type ListedEvent, readAll } from '../list-store.ts'
import { countryTag, editionsTag, yearTag } from '../public-tag.ts'
import { openYear } from './editions.ts'
import { titleIn, whereText } from './present-listed.ts'

const types = { ics: 'text/calendar; charset=utf-8', atom: 'application/atom+xml; charset=utf-8' } as const

/** Whoever keeps a copy asks each time whether it still holds: a place that is hidden now is gone from it, too. */
const headersOf = (feed: EventFeed, year: number) => ({
  'content-type': types[feed],
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'content-disposition': `inline; filename="european-day-${year}.${feed}"`,
})

export async function renderFeed(
  deps: EventPagesDeps,
  translator: Translator,
  year: number,
  asked: Asked,
  feed: EventFeed,
): Promise<RenderedPage> {
  await openYear(deps, year)
  const { language } = translator
  const events = await deps.database.read((db) => readAll(db, year, asked, { language }))
  const html =
    feed === 'ics' ? calendarOf(deps, translator, year, events) : atomOf(deps, translator, year, asked, events)
  // One of a country is not made anew because something has changed in another.
  const tag = asked.country === undefined ? yearTag(year) : countryTag(year, asked.country)
  return { html, status: 200, headers: headersOf(feed, year), dependsOn: [tag, editionsTag], validUntil: undefined }
}

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

function calendarOf(
  { site }: EventPagesDeps,
  translator: Translator,
  year: number,
  events: readonly ListedEvent[],
): string {
  const { language, t } = translator
  const { kindOf, whose } = words(translator)
  const base = absolute(site.baseUrl, urls.event(language, year, ''))
  return calendarText({
    name: t('events.year.title', { year: `${year}` }),
    ...{ year, product: 'European Day', host: new URL(site.baseUrl).hostname },
    zones: [...new Set(events.map(({ zone }) => zone))].toSorted(),
    events: events.values().map((event) => {
      const { id, version, status, publishedAt, starts, ends, zone, online, place } = event
      const url = base + id
      return {
        ...{ id, sequence: version - 1, cancelled: status === 'cancelled', publishedAt, starts, ends, zone, url },
        ...{ title: titleIn(translator, event), kind: kindOf(event), place: online ? '' : (place ?? '') },
        text: textOf(event, { whose: whose(event), where: whereText(translator, event), url }),
      }
    }),
  })
}

function atomOf(
  { site, languages }: EventPagesDeps,
  translator: Translator,
  year: number,
  asked: Asked,
  events: readonly ListedEvent[],
): string {
  const { language, tag, t } = translator
  const { kindOf, whose } = words(translator)
  const base = absolute(site.baseUrl, urls.event(language, year, ''))
  return atomText({
    ...{ title: t('events.year.title', { year: `${year}` }), lang: tag, instance: site.instanceName },
    self: absolute(site.baseUrl, urls.eventsFeed(language, year, 'atom', asked)),
    page: absolute(site.baseUrl, urls.events(language, year, asked)),
    updated: newestOf(events, new Date(`${dayOfYear(year - 1)}T00:00:00Z`)),
    entries: events.values().map((event) => {
      const { id, publishedAt, kind, status } = event
      const url = base + id
      const title = titleIn(translator, event)
      return {
        ...{ id, publishedAt, url, author: whose(event), kind: { term: kind, label: kindOf(event) } },
        title: status === 'cancelled' ? `${t('events.cancelled')} ${title}` : title,
        lang: languages.byCode(event.language)?.tag ?? event.language,
        text: [
          event.starts.replace('T', ' '),
          textOf(event, { whose: '', where: whereText(translator, event), url: '' }),
        ].join('\n'),
      }
    }),
  })
}

/** An empty feed changes with nothing. */
const newestOf = (events: readonly ListedEvent[], began: Date): Date =>
  events.reduce((last, { publishedAt }) => (publishedAt > last ? publishedAt : last), began)
