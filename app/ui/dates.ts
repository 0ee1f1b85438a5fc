/** Days and moments in words, in the reader's language and always in the Gregorian calendar. */

type Reader = { readonly tag: string }

const formats = new Map<string, Intl.DateTimeFormat>()

/** @param tag BCP 47. @param timeZone IANA name. */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions, timeZone = 'UTC'): Intl.DateTimeFormat {
  const key = `${tag} ${timeZone} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(tag, { ...options, calendar: 'gregory', timeZone })
  formats.set(key, fresh)
  return fresh
}

const words = new Map<string, string>()
/** Some weeks in every language. */
const mostWords = 5_000

/** Kept: a page names the same few days, months and weekdays again and again, and formatting one is slow. */
function inWords(tag: string, noon: string, name: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${tag} ${name} ${noon}`
  const known = words.get(key)
  if (known !== undefined) return known
  if (words.size >= mostWords) words.clear()
  const fresh = dateFormat(tag, options).format(new Date(`${noon}T12:00:00Z`))
  words.set(key, fresh)
  return fresh
}

/** Of the days of a month French counts the first: `1er janvier`, which the formats of the language leave out. */
const counted = (tag: string, text: string) => (/^fr\b/.test(tag) ? text.replace(/^1(?= )/, '1er') : text)

/** `3 March 2026`. */
export function longDate({ tag }: Reader, date: Temporal.PlainDate | string): string {
  return counted(tag, inWords(tag, date.toString(), 'day', { day: 'numeric', month: 'long', year: 'numeric' }))
}

/** `March 2026`. */
export function monthAndYear({ tag }: Reader, date: Temporal.PlainDate | string): string {
  return inWords(tag, `${date.toString().slice(0, 7)}-15`, 'month', { month: 'long', year: 'numeric' })
}

/** @param day ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayName({ tag }: Reader, day: number, style: 'short' | 'long'): string {
  // 2024-01-01 was a Monday.
  return inWords(tag, `2024-01-0${day}`, style, { weekday: style })
}

/** `3 March 2026 at 14:05`, in the time of a place. */
export function longMoment({ tag }: Reader, instant: Temporal.Instant, timeZone: string): string {
  const format = dateFormat(tag, { dateStyle: 'long', timeStyle: 'short' }, timeZone)
  return counted(tag, format.format(new Date(instant.epochMilliseconds)))
}

/** `27.3.2026`: as one may type it, in every language. Empty for no day. */
export function typedDay(day: string | null | undefined): string {
  if (!day) return ''
  const { day: date, month, year } = Temporal.PlainDate.from(day)
  return `${date}.${month}.${year}`
}
