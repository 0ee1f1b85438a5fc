/** The events of a year for calendars and readers of feeds. */

import { calendarEnd, calendarHead } from '../../../platform/calendar/calendar-rules.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import type { EventFeed } from '../../../urls/event-urls.ts'
import { absolute, urls } from '../../../urls.ts'
import type { Asked } from '../asked-rules.ts'
import type { FeedDeps } from '../deps.ts'
import { dayOfYear } from '../event-rules.ts'
import { atomEnd, atomHead } from '../feeds/atom-rules.ts'
import { countryTag, editionsTag, yearTag } from '../public-tag.ts'
import { openYear } from './editions.ts'
import { type FeedEntries, newestOf, readEntries } from './feed-entries.ts'

const types = { ics: 'text/calendar; charset=utf-8', atom: 'application/atom+xml; charset=utf-8' } as const

/** Whoever keeps a copy asks each time whether it still holds: a place that is hidden now is gone from it, too. */
const headersOf = (feed: EventFeed, year: number) => ({
  'content-type': types[feed],
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'content-disposition': `inline; filename="european-day-${year}.${feed}"`,
})

export async function renderFeed(
  deps: FeedDeps,
  translator: Translator,
  year: number,
  asked: Asked,
  feed: EventFeed,
): Promise<RenderedPage<Uint8Array<ArrayBuffer>>> {
  await openYear(deps, year)
  const parts = await readEntries(deps, translator, { year, asked, feed })
  const [head, end] =
    feed === 'ics'
      ? [calendarHeadOf(translator, year, parts), calendarEnd]
      : [atomHeadOf(deps, translator, year, { asked, parts }), atomEnd]
  const html = joined([encoder.encode(head), ...parts.map(({ text }) => text), encoder.encode(end)])
  // One of a country is not made anew because something has changed in another.
  const tag = asked.country === undefined ? yearTag(year) : countryTag(year, asked.country)
  const dependsOn = [tag, editionsTag, ...parts.flatMap(({ towns }) => towns)]
  return { html, status: 200, headers: headersOf(feed, year), dependsOn, validUntil: undefined }
}

const encoder = new TextEncoder()

/** Copied once: a feed of a continent has many millions of bytes. */
function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = Buffer.allocUnsafeSlow(parts.reduce((sum, { byteLength }) => sum + byteLength, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.byteLength
  }
  return all
}

const calendarHeadOf = ({ t }: Translator, year: number, parts: readonly FeedEntries[]): string =>
  calendarHead({
    ...{ name: t('events.year.title', { year: `${year}` }), year, product: 'European Day' },
    zones: [...new Set(parts.flatMap(({ zones }) => zones))].toSorted(),
  })

function atomHeadOf(
  { site }: FeedDeps,
  translator: Translator,
  year: number,
  { asked, parts }: { readonly asked: Asked; readonly parts: readonly FeedEntries[] },
): string {
  const { language, tag, t } = translator
  return atomHead({
    ...{ title: t('events.year.title', { year: `${year}` }), lang: tag, instance: site.instanceName },
    self: absolute(site.baseUrl, urls.eventsFeed(language, year, 'atom', asked)),
    page: absolute(site.baseUrl, urls.events(language, year, asked)),
    // An empty feed changes with nothing.
    updated: new Date(newestOf(parts.map(({ newest }) => newest)) ?? `${dayOfYear(year - 1)}T00:00:00Z`),
  })
}
