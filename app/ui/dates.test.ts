import { expect, test } from 'vitest'
import { longDate, longMoment } from './dates.ts'

test('in French the first of a month is counted, the other days are not', () => {
  expect(longDate({ tag: 'fr' }, '2027-01-01')).toBe('1er janvier 2027')
  expect(longDate({ tag: 'fr' }, '2027-01-11')).toBe('11 janvier 2027')
  expect(longDate({ tag: 'de' }, '2027-01-01')).toBe('1. Januar 2027')
  expect(longDate({ tag: 'en-GB' }, '2027-01-01')).toBe('1 January 2027')
  const noon = Temporal.Instant.from('2027-01-01T12:00:00Z')
  expect(longMoment({ tag: 'fr' }, noon, 'Europe/Paris')).toMatch(/^1er janvier 2027/)
})
