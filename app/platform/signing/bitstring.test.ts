import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bitsInList, encodedBits } from './bitstring.ts'

/** As the W3C describes reading one: `u`, base64url, gzip; the first bit is the highest of the first byte. */
function read(list: string): Buffer {
  expect(list).toMatch(/^u[\w-]+$/)
  return gunzipSync(Buffer.from(list.slice(1), 'base64url'))
}

test('a list has 16 kilobytes of bits, and those alone are set that were asked for', () => {
  const number = fc.nat({ max: bitsInList - 1 })
  fc.assert(
    fc.property(fc.uniqueArray(number, { maxLength: 20 }), (set) => {
      const bytes = read(encodedBits(set))
      expect(bytes.length).toBe(16_384)
      const isSet = (at: number) => ((bytes[Math.floor(at / 8)] ?? 0) & (128 >> (at % 8))) !== 0
      expect(set.every(isSet)).toBe(true)
      const count = bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
      expect(count).toBe(set.length)
    }),
    { numRuns: 30 },
  )
})

test('the first bit is the highest of the first byte', () => {
  expect(read(encodedBits([0]))[0]).toBe(128)
  expect(read(encodedBits([bitsInList - 1])).at(-1)).toBe(1)
  expect(() => encodedBits([bitsInList])).toThrow(RangeError)
})
