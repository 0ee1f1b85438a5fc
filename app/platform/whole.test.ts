import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { wholeAs } from './whole.ts'

const schema = z.strictObject({
  name: z.string().trim(),
  count: z.int().nullable().default(null),
  words: z.record(z.string(), z.strictObject({ text: z.string(), origin: z.enum(['person', 'machine']) })).default({}),
  place: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('confidential') }),
      z.strictObject({ type: z.literal('addresses'), addresses: z.array(z.strictObject({ street: z.string() })) }),
    ])
    .default({ type: 'confidential' }),
  since: z.string().optional(),
})

/** As written now, as an older release may have written it, and as nobody should have. */
const written = fc.record(
  {
    name: fc.oneof(fc.constantFrom('a', 'b c'), fc.constant(1)),
    count: fc.oneof(fc.integer(), fc.constant(null), fc.constant('1')),
    words: fc.dictionary(
      fc.constantFrom('en', 'ar'),
      fc.record(
        { text: fc.constantFrom('', 'x'), origin: fc.constantFrom('person', 'machine', 'else') },
        { requiredKeys: ['text'] },
      ),
    ),
    place: fc.oneof(
      fc.record({ type: fc.constant('confidential') }),
      fc.record({ type: fc.constant('confidential'), addresses: fc.constant([]) }),
      fc.record({
        type: fc.constant('addresses'),
        addresses: fc.array(fc.record({ street: fc.constantFrom('s', 2) })),
      }),
    ),
    since: fc.constant('2026-01-01'),
    more: fc.constant(true),
  },
  { requiredKeys: [] },
)

test('what is said to be whole is what its schema makes of it, and everything that a schema has made is whole', () => {
  const isWhole = wholeAs(schema)
  fc.assert(
    fc.property(written, (value) => {
      const { success, data } = schema.safeParse(value)
      if (isWhole(value)) expect(data).toEqual(value)
      if (success) expect(isWhole(JSON.parse(JSON.stringify(data)))).toBe(true)
    }),
  )
})

test('no place stands beside a confidential one, and a field that an older release did not write is missed', () => {
  const isWhole = wholeAs(schema)
  const facts = schema.parse({ name: 'Shelter', place: { type: 'confidential' } })
  expect(isWhole(facts)).toBe(true)
  expect(isWhole({ ...facts, place: { type: 'confidential', addresses: [] } })).toBe(false)
  const { count: _, ...older } = facts
  expect(isWhole(older)).toBe(false)
})

test('where a schema changes what it reads, it is asked itself', () => {
  expect(wholeAs(z.strictObject({ day: z.string().transform(Number) }))({ day: '1' })).toBe(false)
})
