import { expect, test } from 'vitest'
import { inOrder, placedFault, type Stand, timeFrom } from './stand-rules.ts'

test.each([
  ['9.30', '09:30'],
  ['14:05', '14:05'],
  [' ', null],
  ['24:00', undefined],
  ['soon', undefined],
])('%s is read as a time', (text, time) => {
  expect(timeFrom(text)).toBe(time)
})

const meeting = { starts: '2028-05-12', ends: '2028-05-13' }
const placed = { stand: 'Table 4', day: '2028-05-12', starts: '10:00', ends: '11:00' }
test.each([
  [placed, undefined],
  [
    { ...placed, day: '2028-05-14' },
    { field: 'day', code: 'outside' },
  ],
  [
    { ...placed, ends: '10:00' },
    { field: 'ends', code: 'order' },
  ],
  [{ ...placed, day: null, ends: null }, undefined],
])('%j', (given, fault) => {
  expect(placedFault(given, meeting)).toEqual(fault)
})

test('who has a place comes before who has none yet', () => {
  const one = (practice: string, more: Partial<Stand>): Stand => ({
    ...{ practice, authority: 'a', stand: '', day: null, starts: null, ends: null, revision: 1 },
    ...more,
  })
  const all = [
    one('a', {}),
    one('b', { day: '2028-05-13' }),
    one('c', { ...placed }),
    one('d', { ...placed, stand: 'A' }),
  ]
  expect(all.toSorted(inOrder).map(({ practice }) => practice)).toEqual(['d', 'c', 'b', 'a'])
})
