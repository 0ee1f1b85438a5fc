import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ServiceFacts, serviceFacts, standardWords } from './schema.ts'
import { filledIn, filledSlots, slotIsEmpty, standardSlots, withOwn, withoutOwn } from './standard-rules.ts'

const text = fc.option(
  fc.string({ minLength: 1 }).map((words) => ({ nl: { text: `x${words}`.trim(), origin: 'person' as const } })),
  { nil: {} },
)
const said = fc.record({
  whatHappens: text,
  howDecided: text,
  howToComplain: text,
  feeNote: text,
  accessNote: text,
  audiences: fc.subarray(['children', 'teens', 'parents'] as const),
})
const words = said.map((one) => standardWords.parse(one))
const facts = said.map((one): ServiceFacts => serviceFacts.parse({ kinds: ['child-helpline'], name: {}, ...one }))

test('own words always win, and nothing is empty that either says', () => {
  fc.assert(
    fc.property(facts, words, (own, standard) => {
      const read = filledIn(own, standard)
      for (const slot of standardSlots) {
        expect(read[slot]).toEqual(slotIsEmpty(own, slot) ? standard[slot] : own[slot])
      }
    }),
  )
})

test('words of one’s own and back: a copy reads the same, and leaving it to the text again reads as the text', () => {
  fc.assert(
    fc.property(facts, words, fc.subarray([...standardSlots]), (own, standard, slots) => {
      const copied = withOwn(own, standard, slots)
      expect(filledIn(copied, standard)).toEqual(filledIn(own, standard))
      expect(filledSlots(copied, standard).filter((slot) => slots.includes(slot))).toEqual([])
      const back = filledIn(withoutOwn(copied, slots), standard)
      for (const slot of slots) expect(back[slot]).toEqual(standard[slot])
    }),
  )
})

test('what people ask about trust is never filled in', () => {
  expect(standardWords.safeParse({ tellsNote: {} }).success).toBe(false)
  expect(standardWords.safeParse({ parentNote: {} }).success).toBe(false)
  expect(standardWords.safeParse({ phones: [] }).success).toBe(false)
})
