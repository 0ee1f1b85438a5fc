import { expect, test } from 'vitest'
import { orderFrom } from './order-form.ts'

const offered = { what: new Set(['poster']), languages: new Set(['en']) }
const read = (copies: string) => {
  const order = orderFrom({ what: 'poster', language: 'en', copies, address: 'Town hall', note: '' }, offered)
  return 'faults' in order ? order.faults.map(({ field }) => field) : order.copies
}

test.each([
  ['1200', 1200],
  ['1 200', 1200],
  ['1.200', 1200],
  ['1,200', 1200],
  ['1’200', 1200],
  ['١٢٠٠', 1200],
  ['١٬٢٠٠', 1200],
  ['\u200f۱۲۰۰', 1200],
  ['100 000', 100_000],
])('%s copies are %d', (typed, copies) => expect(read(typed)).toBe(copies))

test.each(['', '0', '1.5', '1,50', '-3', '100001', '1.2.3', '12 00', '1e3', 'ten'])('"%s" copies are none', (typed) =>
  expect(read(typed)).toEqual(['copies']),
)
