import type { Translator } from '../../../platform/i18n/messages.ts'

/** `3 March 2026`, in a language, at a place. */
export function longDay({ tag }: Pick<Translator, 'tag'>, instant: Temporal.Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat(tag, { dateStyle: 'long', calendar: 'gregory', timeZone })
  return format.format(new Date(instant.epochMilliseconds))
}
