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

/** `3 March 2026`. */
export function longDate({ tag }: Reader, date: Temporal.PlainDate | string): string {
  const day = typeof date === 'string' ? Temporal.PlainDate.from(date) : date
  const noon = new Date(`${day.toString()}T12:00:00Z`)
  return dateFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' }).format(noon)
}

/** `3 March 2026 at 14:05`, in the time of a place. */
export function longMoment({ tag }: Reader, instant: Temporal.Instant, timeZone: string): string {
  const format = dateFormat(tag, { dateStyle: 'long', timeStyle: 'short' }, timeZone)
  return format.format(new Date(instant.epochMilliseconds))
}
