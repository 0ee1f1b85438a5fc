/** For whom and when a page is written: everything a presenter needs besides the facts. */
import type { Translator } from '../../platform/i18n/messages.ts'

export interface Reader {
  readonly translator: Translator
  /** Languages of texts, best first (local-text.ts). */
  readonly order: readonly string[]
  /** Name of a language in the reader's language. */
  languageName(code: string): string
  /** BCP 47 tag and direction of a language, for `lang` and `dir`. */
  languageOf(code: string): { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly now: Temporal.Instant
  /** Of the town: its opening hours are told in it. */
  readonly timeZone: string
  isPublicHoliday(date: string): boolean
}

/** The reader's day in the town. */
export function today(reader: Reader): Temporal.PlainDate {
  return reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate()
}

/** `3 March 2026`, in the reader's language. */
export function longDate(reader: Reader, date: Temporal.PlainDate | string): string {
  const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
  return dateFormat(reader.translator.tag, options).format(new Date(`${plainDate(date)}T12:00:00Z`))
}

/** `March 2026`. */
export function monthOf(reader: Reader, date: Temporal.PlainDate | string): string {
  const options: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' }
  return dateFormat(reader.translator.tag, options).format(new Date(`${plainDate(date)}T12:00:00Z`))
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats cost a millisecond to make and are needed by the hundred. Dates are given in UTC. */
export function dateFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const fresh = new Intl.DateTimeFormat(tag, { ...options, calendar: 'gregory', timeZone: 'UTC' })
  formats.set(key, fresh)
  return fresh
}

function plainDate(date: Temporal.PlainDate | string): Temporal.PlainDate {
  return typeof date === 'string' ? Temporal.PlainDate.from(date) : date
}
