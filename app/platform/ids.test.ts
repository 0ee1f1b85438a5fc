import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { newShortId, shortIdFrom } from './ids.ts'

const version8 = z.uuid({ version: 'v8' })
const sixBytes = fc.uint8Array({ minLength: 6, maxLength: 6 })

test('a short id is a valid UUID of version 8, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 6, maxLength: 32 }), (bytes) => {
      expect(version8.safeParse(shortIdFrom(bytes)).success).toBe(true)
    }),
  )
})

test('the same bytes make the same short id, and others another', () => {
  fc.assert(
    fc.property(sixBytes, sixBytes, (one, other) => {
      const same = Buffer.compare(one, other) === 0
      expect(shortIdFrom(one) === shortIdFrom(other)).toBe(same)
      expect(shortIdFrom(Uint8Array.from(one))).toBe(shortIdFrom(one))
    }),
  )
  expect(shortIdFrom(Uint8Array.of(0, 1, 2, 253, 254, 255))).toBe('5afe7035-0000-8000-8000-000102fdfeff')
})

test('new short ids are valid and distinct', () => {
  const ids = Array.from({ length: 1_000 }, newShortId)
  for (const id of ids) expect(version8.safeParse(id).success).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
