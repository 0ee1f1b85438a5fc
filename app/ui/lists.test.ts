import { expect, test } from 'vitest'
import { apart, inSentence, withCommas } from './lists.ts'

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
