/** The 46 member states of the Council of Europe: `data/countries.json`. */
import { z } from 'zod'
import { about, type Frozen, readDataFile } from '../../platform/data-file.ts'

const timeZone = z.string().refine(knownTimeZone, 'Intl does not know this time zone')

const country = z.strictObject({
  /** ISO 3166-1, upper case; addresses use it in lower case. */
  iso: z.string().regex(/^[A-Z]{2}$/),
  /** ISO 3166-1 numeric, three digits: names the outline on a map. */
  numericCode: z.string().regex(/^\d{3}$/),
  name: z.strictObject({ en: z.string().min(1), fr: z.string().min(1) }),
  /** Codes of `data/languages.json`, at the level of the state. */
  officialLanguages: z.array(z.string()).min(1),
  /** Of the capital. */
  timeZone,
  otherTimeZones: z.array(timeZone).default([]),
  euMember: z.boolean(),
  eurostatCode: z.string().regex(/^[A-Z]{2}$/),
  note: z.string().optional(),
})
export type Country = Frozen<z.infer<typeof country>>

/** The Congress speaks for 46 states; one more or less is a fault of the file. */
const memberStates = 46

function countriesFile(languageCodes: ReadonlySet<string> | undefined) {
  const file = z.strictObject({ about, countries: z.array(country).length(memberStates) })
  return file.superRefine(({ countries }, ctx) => {
    const refuse = (path: (string | number)[], message: string) =>
      ctx.addIssue({ code: 'custom', path: ['countries', ...path], message })
    const codes = countries.map((one) => one.iso)
    countries.forEach((one, index) => {
      if (codes.indexOf(one.iso) !== index) refuse([index, 'iso'], `${one.iso} is listed twice`)
      one.officialLanguages.forEach((code, at) => {
        if (languageCodes && !languageCodes.has(code)) {
          refuse([index, 'officialLanguages', at], `${code} is not in data/languages.json`)
        }
      })
    })
  })
}

export type Countries = {
  readonly list: readonly Country[]
  readonly codes: ReadonlySet<string>
  /** By ISO code in either case. */
  readonly byIso: (iso: string) => Country | undefined
}

/**
 * @param known the language codes to check official languages against; left out, that check is not made.
 * @throws DataFault if the file is faulty.
 */
export function loadCountries(known: { languages?: ReadonlySet<string> } = {}, root?: string): Countries {
  const { countries } = readDataFile('countries.json', countriesFile(known.languages), root)
  const index = new Map(countries.map((one) => [one.iso, one]))
  return Object.freeze({
    list: countries,
    codes: new Set(index.keys()),
    byIso: (iso: string) => index.get(iso.toUpperCase()),
  })
}

const namesByTag = new Map<string, Intl.DisplayNames>()

/** The country's name in a language, in English where Intl has none, else the code itself. */
export function countryName(iso: string, tag: string): string {
  const code = iso.toUpperCase()
  return namesIn(tag)?.of(code) ?? namesIn('en')?.of(code) ?? code
}

/** Undefined for a language without data: Intl would answer in the language of the machine instead. */
function namesIn(tag: string): Intl.DisplayNames | undefined {
  const known = namesByTag.get(tag)
  if (known) return known
  if (Intl.DisplayNames.supportedLocalesOf(tag).length === 0) return undefined
  const names = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' })
  namesByTag.set(tag, names)
  return names
}

function knownTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
