import { expect, test } from 'vitest'
import { apart, byName, inSentence, toldApart, withCommas } from './lists.ts'

test('words in a row have the commas of the language', () => {
  expect(inSentence('en-GB', ['a', 'b', 'c'])).toBe('a, b, c')
  expect(inSentence('de', ['a', 'b', 'c'])).toBe('a, b und c')
  expect(withCommas('de', ['a', 'b', 'c'])).toBe('a, b, c')
  expect(withCommas('ar', ['a', 'b'])).toBe('a، b')
  expect(withCommas('arn', ['a', 'b'])).toBe('a, b')
  expect(withCommas('fa-Arab', [])).toBe('')
})

test('a number within a sentence stands in its own direction', () => {
  expect(apart('116 111')).toBe('\u2068116 111\u2069')
})

test('names stand in the order of the language, namesakes are told apart', () => {
  const named = ['Zêta', 'Île', 'Eau', 'Île'].map((name, index) => ({ name, index }))
  expect(named.toSorted(byName('fr')).map(({ name }) => name)).toEqual(['Eau', 'Île', 'Île', 'Zêta'])
  const hint = ({ index }: { index: number }) => (index === 1 ? 'region' : '')
  expect(toldApart(named, hint).map(({ name }) => name)).toEqual(['Zêta', 'Île (region)', 'Eau', 'Île'])
})
