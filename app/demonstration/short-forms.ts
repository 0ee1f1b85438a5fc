/**
 * The short forms in which `data/demonstration` is written, so that a person can read and correct it: a text is
 * `{"nl": "…", "en": "…"}`, and a day may hang on the day of loading (`today-12d`, `today+3m`, `next-year-01-15`).
 * Fixed days would make the whole network look neglected after a few months.
 */
import { z } from 'zod'

/** Who wrote the texts of a page in each of its languages. */
export const pageLanguages = z.record(
  z.string(),
  z.discriminatedUnion('origin', [
    z.strictObject({ origin: z.literal('person') }),
    z.strictObject({ origin: z.literal('machine'), from: z.string() }),
  ]),
)
export type PageLanguages = z.infer<typeof pageLanguages>

const relativeDay = /^today([+-])(\d{1,4})([dm])$/
const dayOfYear = /^(this|next)-year-(\d\d-\d\d)$/

/** An ISO date for one of the short forms; any other text is given back as it is. */
export function resolveDay(text: string, today: Temporal.PlainDate): string {
  const [, sign, amount, unit] = relativeDay.exec(text) ?? []
  if (sign && amount && unit) {
    const span = unit === 'm' ? { months: Number(amount) } : { days: Number(amount) }
    return (sign === '+' ? today.add(span) : today.subtract(span)).toString()
  }
  const [, year, day] = dayOfYear.exec(text) ?? []
  return year && day ? `${today.year + (year === 'next' ? 1 : 0)}-${day}` : text
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isText(value: Record<string, unknown>, languages: PageLanguages): boolean {
  const entries = Object.entries(value)
  return entries.length > 0 && entries.every(([key, text]) => Object.hasOwn(languages, key) && typeof text === 'string')
}

/** The same value with every short form written out, as the schemas of the checklist read it. */
export function writtenOut(value: unknown, languages: PageLanguages, today: Temporal.PlainDate): unknown {
  if (typeof value === 'string') return resolveDay(value, today)
  if (Array.isArray(value)) return value.map((each: unknown) => writtenOut(each, languages, today))
  if (!isObject(value)) return value
  const text = isText(value, languages)
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      text ? { text: each, ...languages[key] } : writtenOut(each, languages, today),
    ]),
  )
}
