/** `data/short-numbers.json` is made, not written: it has to be what the package says of which it names the version. */
import { expect, test } from 'vitest'
import { loadCountries } from '../app/areas/authorities/index.ts'
import { loadShortNumbers } from '../app/areas/helplines/index.ts'
import { patternsOf } from '../scripts/short-number-patterns.ts'

test('the patterns of short numbers are those of the package that they were made from', () => {
  const { countries } = loadShortNumbers()
  expect(countries).toEqual(patternsOf())
  expect(countries).toHaveLength(loadCountries().list.length)
})
