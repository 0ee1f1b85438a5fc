import { expect, test } from 'vitest'
import { inSentence, withCommas } from './lists.ts'

test('words in a row have the commas of the language', () => {
  expect(inSentence('en-GB', ['a', 'b', 'c'])).toBe('a, b, c')
  expect(inSentence('de', ['a', 'b', 'c'])).toBe('a, b und c')
  expect(withCommas('de', ['a', 'b', 'c'])).toBe('a, b, c')
  expect(withCommas('ar', ['a', 'b'])).toBe('a، b')
  expect(withCommas('arn', ['a', 'b'])).toBe('a, b')
  expect(withCommas('fa-Arab', [])).toBe('')
})
