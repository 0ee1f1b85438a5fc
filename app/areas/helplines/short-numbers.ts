/** Which short numbers can exist in a country, and which are in use: data/short-numbers.json. Libraries for phone numbers know the long ones alone. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'

const pattern = z.string().refine((text) => isPattern(text), 'is no regular expression')

function isPattern(text: string): boolean {
  try {
    return new RegExp(text).source === text
  } catch {
    return false
  }
}

function shape(countries: ReadonlySet<string> | undefined) {
  const one = z.strictObject({ iso: z.string().regex(/^[A-Z]{2}$/), pattern, inUse: pattern })
  return z
    .strictObject({
      about,
      /** Reserved in the whole of Europe. */
      everywhere: pattern,
      countries: z.array(one).min(1),
    })
    .superRefine((file, ctx) => {
      file.countries.forEach(({ iso }, index) => {
        if (countries && !countries.has(iso)) {
          ctx.addIssue({
            code: 'custom',
            path: ['countries', index, 'iso'],
            message: `${iso} is not in data/countries.json`,
          })
        }
      })
    })
}

export type ShortNumbers = Frozen<z.infer<ReturnType<typeof shape>>>

/** @throws {DataFault} when the file is faulty. @param known codes of countries to check against. */
export function loadShortNumbers(
  known: { readonly countries?: ReadonlySet<string> } = {},
  root?: string,
): ShortNumbers {
  return readDataFile('short-numbers.json', shape(known.countries), root)
}

interface Patterns {
  readonly possible: RegExp
  readonly inUse: RegExp
}

let kept: ReadonlyMap<string, Patterns> | undefined

/** Read once: the file was checked when the program started. */
function patterns(): ReadonlyMap<string, Patterns> {
  if (kept) return kept
  const { everywhere, countries } = loadShortNumbers()
  const whole = (own: string) => new RegExp(`^(?:${everywhere}|${own})$`)
  kept = new Map(
    countries.map(({ iso, pattern: possible, inUse }) => [iso, { possible: whole(possible), inUse: whole(inUse) }]),
  )
  return kept
}

const digitsOf = (number: string): string | undefined =>
  /^[\d\s.-]+$/.test(number.trim()) ? number.replace(/\D/g, '') : undefined

/** Whether it is known that such a number is in use. @param country upper case. @param number as people write it. */
export const isShortNumberIn = (country: string, number: string): boolean =>
  patterns()
    .get(country)
    ?.inUse.test(digitsOf(number) ?? '') === true

/**
 * The digits of what can be a short number in a country, whether or not any list knows it. Undefined for everything else.
 *
 * @param country in any case. @param number as people write it.
 */
export function possibleShortNumber(country: string, number: string): string | undefined {
  const digits = digitsOf(number)
  return patterns()
    .get(country.toUpperCase())
    ?.possible.test(digits ?? '')
    ? digits
    : undefined
}
