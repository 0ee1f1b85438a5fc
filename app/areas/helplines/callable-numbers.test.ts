import { expect, test } from 'vitest'
import { phoneIsValidIn } from './callable-numbers.ts'
import { possibleShortNumber } from './short-numbers.ts'

test.each([
  ['DE', '030 12345678', true],
  ['DE', '+49 30 12345678', true],
  // Without its plus: found and put right elsewhere.
  ['DE', '4930 12345678', true],
  ['DE', '(030) 12345678', true],
  // From overseas; in Berlin, in Luxembourg and nowhere it would ring with somebody else.
  ['DE', '305-253-4841', false],
  ['DE', '352-392-3261', false],
  ['NL', '20 123 4567', false],
  ['NL', '800-273-8255 x1', false],
  ['ES', '912 345 678', true],
  ['DK', '33 12 34 56', true],
  ['LT', '8 37 123456', true],
  // Short ones that no telephone library calls a number.
  ['NL', '0800 0113', true],
  ['FR', '39 19', true],
  ['DE', '116 016', true],
  ['GB', '101', true],
  ['ES', '016', true],
  ['IT', '1522', true],
  ['SE', '114 14', true],
  // Right by their form alone: nobody answers 311 in Germany, and 113 of the Netherlands is in no list.
  ['DE', '311', false],
  ['DE', '211', false],
  ['NL', '311', false],
  ['NL', '113', false],
  ['CH', '311', false],
  ['NL', '213', false],
  ['DE', '12', false],
  ['FR', 'call 3919', false],
])('in %s %s can be called: %s', (country, number, valid) => {
  expect(phoneIsValidIn(country)(number)).toBe(valid)
})

test.each([
  ['NL', '113', '113'],
  ['de', '3 11', '311'],
  ['NL', '213', undefined],
  ['DE', '030 12345678', undefined],
  ['FR', 'call 3919', undefined],
  ['XX', '113', undefined],
])('in %s %s can be a short number: %s', (country, number, digits) => {
  expect(possibleShortNumber(country, number)).toBe(digits)
})
