/** What google-libphonenumber knows of the short numbers of each country of ours: which can exist, and which are in use. */
import { createRequire } from 'node:module'
import { loadCountries } from '../app/areas/authorities/countries.ts'

/** The package compiles each description to an array whose third element is the pattern. */
type Description = readonly [null, null, string?] | null | undefined

/** Where a description stands in a country's metadata: the numbers of its fields in the package's protocol buffer. */
const at = { general: 1, free: 4, emergency: 27, inUse: 29, oneCarrier: 31, messages: 33 }

interface Metadata {
  readonly countryToMetadata: Readonly<Record<string, readonly unknown[] | undefined>>
}

const { shortnumbermetadata } = createRequire(import.meta.url)('google-libphonenumber') as {
  readonly shortnumbermetadata: Metadata
}

export interface ShortPatterns {
  readonly iso: string
  /** All that can exist. */
  readonly pattern: string
  /** Those that are known to be in use, by voice and with every carrier; emergency and toll-free ones whatever else they are. */
  readonly inUse: string
}

export function patternsOf(): ShortPatterns[] {
  return loadCountries()
    .list.flatMap(({ iso }) => {
      const country = shortnumbermetadata.countryToMetadata[iso]
      const of = (field: number) => (country?.[field] as Description)?.[2]
      const pattern = of(at.general)
      return pattern === undefined ? [] : [{ iso, pattern, inUse: inUseOf(of) }]
    })
    .toSorted((a, b) => (a.iso < b.iso ? -1 : 1))
}

function inUseOf(of: (field: number) => string | undefined): string {
  const present = (fields: readonly number[]) => fields.map(of).filter((one) => one !== undefined)
  const others = present([at.messages, at.oneCarrier])
  const without = others.length > 0 ? `(?!(?:${others.join('|')})$)` : ''
  return [...present([at.emergency, at.free]), ...present([at.inUse]).map((all) => `${without}(?:${all})`)].join('|')
}
