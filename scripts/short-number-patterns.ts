/** What google-libphonenumber knows of short numbers: for each country of ours the pattern that all of them follow. */
import { createRequire } from 'node:module'
import { loadCountries } from '../app/areas/authorities/countries.ts'

/** Of a country: its general description stands second, the pattern of that third, as the package compiles them. */
interface Metadata {
  readonly countryToMetadata: Readonly<Record<string, readonly [null, readonly [null, null, string]]>>
}

const { shortnumbermetadata } = createRequire(import.meta.url)('google-libphonenumber') as {
  readonly shortnumbermetadata: Metadata
}

export function patternsOf(): { readonly iso: string; readonly pattern: string }[] {
  return loadCountries()
    .list.flatMap(({ iso }) => {
      const pattern = shortnumbermetadata.countryToMetadata[iso]?.[1][2]
      return pattern === undefined ? [] : [{ iso, pattern }]
    })
    .toSorted((a, b) => (a.iso < b.iso ? -1 : 1))
}
