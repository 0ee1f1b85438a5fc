/** Which short numbers can exist in a country: data/short-numbers.json. Libraries for phone numbers know the long ones alone. */
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
  const one = z.strictObject({ iso: z.string().regex(/^[A-Z]{2}$/), pattern })
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

let kept: ReadonlyMap<string, RegExp> | undefined

/** Read once: the file was checked when the program started. */
function patterns(): ReadonlyMap<string, RegExp> {
  if (kept) return kept
  const { everywhere, countries } = loadShortNumbers()
  kept = new Map(countries.map(({ iso, pattern: own }) => [iso, new RegExp(`^(?:${everywhere}|${own})$`)]))
  return kept
}

/** @param country upper case. @param number as people write it. */
export const isShortNumberIn = (country: string, number: string): boolean =>
  /^[\d\s.-]+$/.test(number.trim()) && patterns().get(country)?.test(number.replace(/\D/g, '')) === true
