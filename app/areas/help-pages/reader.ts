/** For whom and when a page is written: everything a presenter needs besides the facts. */
import type { Translator } from '../../platform/i18n/messages.ts'
import * as dates from '../../ui/dates.ts'

export interface Reader {
  readonly translator: Translator
  /** Languages of texts, best first (local-text.ts). */
  readonly order: readonly string[]
  /** Name of a language in the reader's language. */
  languageName(code: string): string
  /** BCP 47 tag and direction of a language, for `lang` and `dir`. */
  languageOf(code: string): { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly now: Temporal.Instant
  /** What is written is read for days: nothing is told of this very moment. */
  readonly lasting?: boolean
  /** Of the town: its opening hours are told in it. */
  readonly timeZone: string
  /** @param everywhere in the whole country: of the country's own services. */
  isPublicHoliday(date: string, everywhere: boolean): boolean
  /** Of the place, as the town or an area of it has entered them. */
  schoolHoliday(date: string, everywhere: boolean): 'yes' | 'no' | 'unknown'
}

const days = new WeakMap<Reader, Temporal.PlainDate>()

/** The reader's day in the town; each service of a page asks for it. */
export function today(reader: Reader): Temporal.PlainDate {
  const known = days.get(reader)
  if (known) return known
  const fresh = reader.now.toZonedDateTimeISO(reader.timeZone).toPlainDate()
  days.set(reader, fresh)
  return fresh
}

const midnights = new WeakMap<Reader, Temporal.Instant>()

/** The end of the reader's day in the town. */
export function midnight(reader: Reader): Temporal.Instant {
  const known = midnights.get(reader)
  if (known) return known
  const fresh = today(reader).add({ days: 1 }).toZonedDateTime(reader.timeZone).toInstant()
  midnights.set(reader, fresh)
  return fresh
}

/** `3 March 2026`, in the reader's language. */
export function longDate({ translator }: Reader, date: Temporal.PlainDate | string): string {
  return dates.longDate(translator, date)
}

/** `March 2026`. */
export function monthOf({ translator }: Reader, date: Temporal.PlainDate | string): string {
  return dates.monthAndYear(translator, date)
}
