/**
 * A copy of a town's page that stands alone as files: what they are called, where their links lead, from when they are
 * and until when they are good.
 */
import { withLinks } from '../link-rules.ts'

/** The page that opens when nobody asks for a language. */
const indexFile = 'index.html'

/** @param first the language that opens by itself. */
export const fileOf = (language: string, first: string): string =>
  language === first ? indexFile : `index.${language}.html`

/**
 * The language that opens by itself: the first of the town's, then of the country's, that the copy is in; English where
 * it is in none of them.
 *
 * @param languages of the copy, at least one.
 */
export function firstLanguage(official: readonly string[], languages: readonly string[]): string {
  const found = [...official, 'en'].find((code) => languages.includes(code)) ?? languages[0]
  if (found === undefined) throw new RangeError('a copy is in at least one language')
  return found
}

/** Stands in the address of the town while its page is made: services that several towns show are written once. */
export const anyPlace = { country: 'xx', slug: '-' } as const

/** Stays in the copy: a place on the page, a phone, a mail, the same page in another language. */
const staysInside = /^(?:#|tel:|sms:|mailto:|index\.)/
const ofAnyPlace = `/${anyPlace.country}/${anyPlace.slug}/`

/** Stands in a page for the path of the town until it is put together. No text of a page has a raw `<`. */
export const townMark = '<town>'

/**
 * Markup with links that work wherever it is put: pages of the town that are not in the copy are where they always are,
 * and open in place of whatever the copy stands in. In links to pages of the town itself `townMark` is its path.
 *
 * @param base origin of this instance.
 */
export function forCopy(html: string, base: string): string {
  return withLinks(html, (link, href) => {
    if (staysInside.test(href)) return link
    const whole = href.startsWith('/') ? base + href.replace(ofAnyPlace, `${townMark}/`) : href
    return `${link.replace(`href="${href}"`, () => `href="${whole}"`)} target="_top"`
  })
}

/**
 * From when a copy is: the beginning of the day, or what was published since. The same facts give the same copy all day.
 *
 * @param changes when the town, and those whose services it shows, have published last.
 */
export function copiedAt(
  today: Temporal.PlainDate,
  timeZone: string,
  changes: readonly Temporal.Instant[],
): Temporal.Instant {
  const begin = today.toZonedDateTime(timeZone).toInstant()
  return changes.reduce((last, each) => (Temporal.Instant.compare(each, last) > 0 ? each : last), begin)
}

/** Whoever keeps a copy for longer shows numbers that nobody has looked at since. */
const goodForDays = 30

/** @param ends ISO dates, the last on which something is true that the page says without a date. */
export function goodUntil(today: Temporal.PlainDate, ends: readonly string[]): Temporal.PlainDate {
  const first = ends.filter((end) => end >= today.toString()).toSorted()[0]
  const usual = today.add({ days: goodForDays })
  return first !== undefined && first < usual.toString() ? Temporal.PlainDate.from(first) : usual
}
