import { expect, test } from 'vitest'
import { thinned } from './thin.ts'

test('points that a reader could not tell apart are left out, the first and the last stay', () => {
  const path = 'M0,0L1,0L10,0L10,10L0,1Z'
  expect(thinned(path, { least: 3, smallest: 0 })).toBe('M0 0l10 0 0 10-10-9z')
})

test('parts too small to see are left out, lines that are open stay open', () => {
  expect(thinned('M0,0L1,1ZM5,5L9,9', { least: 1, smallest: 3 })).toBe('M5 5l4 4')
})

test('nothing gives nothing', () => {
  expect(thinned('', { least: 1, smallest: 1 })).toBe('')
})
