/** A service that uses a standard text: what it leaves empty comes from there. Pure. */
import type { ServiceFacts, StandardWords } from './schema.ts'

/** What a standard text can fill in, in the order of the page. */
export const standardSlots = [
  'audiences',
  'whatHappens',
  'accessNote',
  'feeNote',
  'howDecided',
  'howToComplain',
] as const satisfies readonly (keyof StandardWords & keyof ServiceFacts)[]
export type StandardSlot = (typeof standardSlots)[number]

/** Whether nothing is said there. */
export function slotIsEmpty(said: StandardWords | ServiceFacts, slot: StandardSlot): boolean {
  return Object.keys(said[slot]).length === 0
}

/** Slots that the service takes from the text. */
export function filledSlots(facts: ServiceFacts, words: StandardWords): StandardSlot[] {
  return standardSlots.filter((slot) => slotIsEmpty(facts, slot) && !slotIsEmpty(words, slot))
}

/** The service as families read it. */
export function filledIn<Facts extends ServiceFacts>(facts: Facts, words: StandardWords | undefined): Facts {
  if (!words) return facts
  const taken = filledSlots(facts, words)
  return taken.length === 0 ? facts : { ...facts, ...Object.fromEntries(taken.map((slot) => [slot, words[slot]])) }
}

/** The service with these slots as its own: what it took from the text is copied, and can be changed from then on. */
export function withOwn(facts: ServiceFacts, words: StandardWords, slots: readonly StandardSlot[]): ServiceFacts {
  const copied = filledSlots(facts, words).filter((slot) => slots.includes(slot))
  return { ...facts, ...Object.fromEntries(copied.map((slot) => [slot, words[slot]])) }
}

/** The service with these slots left to the text. */
export function withoutOwn(facts: ServiceFacts, slots: readonly StandardSlot[]): ServiceFacts {
  return { ...facts, ...Object.fromEntries(slots.map((slot) => [slot, slot === 'audiences' ? [] : {}])) }
}
