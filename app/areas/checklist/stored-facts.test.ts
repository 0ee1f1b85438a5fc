import { describe, expect, test, vi } from 'vitest'
import { type ServiceFacts, serviceFacts, snapshotDocument } from './schema.ts'
import { storedDocument, storedFacts, storedService } from './stored-facts.ts'

const said = (text: string) => ({ en: { text, origin: 'person' as const } })
const facts = serviceFacts.parse({
  ...{ kinds: ['child-helpline'], name: said('Listening Ear'), phones: [{ number: '0800 0432' }], serves: [] },
  place: { type: 'addresses', addresses: [{ street: 'Market 1', town: 'Town' }] },
  hours: {
    weekly: [{ day: 1, opens: '09:00', closes: '17:00' }],
    exceptions: [{ from: '2026-12-24', to: '2026-12-26', opens: null, closes: null }],
    schoolHolidays: { rule: 'other', weekly: [{ day: 2, opens: '09:00', closes: '12:00' }] },
  },
  alert: { text: said('Closed at noon'), until: null },
})
const stored = (value: unknown) => JSON.parse(JSON.stringify(value))

/** Every way to leave out a member anywhere in it. */
function* lacking(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) for (const less of lacking(one)) yield value.with(index, less)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      const { [key]: _, ...rest } = value as Record<string, unknown>
      yield rest
      for (const less of lacking(one)) yield { ...value, [key]: less }
    }
  }
}

const result = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return 'refused'
  }
}

describe('facts as they are stored', () => {
  test('come back as they are, without being looked at member for member again', () => {
    const parse = vi.spyOn(serviceFacts, 'parse')
    const value = stored(facts)
    expect(storedFacts(value)).toBe(value)
    expect(parse).not.toHaveBeenCalled()
    parse.mockRestore()
    expect(storedFacts(value)).toEqual(serviceFacts.parse(value))
  })

  test('that lack a member are what the schema makes of them, whichever it is', () => {
    let [filled, refused] = [0, 0]
    for (const value of lacking(stored(facts))) {
      const read = result(() => storedFacts(value))
      // What a text lacks in one language nobody can add; nothing that is stored is written without it.
      const parsed = result(() => serviceFacts.parse(value))
      if (parsed === 'refused' && read !== 'refused') expect(inText(value)).toBe(true)
      else expect(read).toEqual(parsed)
      if (parsed === 'refused') refused += 1
      else filled += 1
    }
    expect(filled).toBeGreaterThan(50)
    expect(refused).toBeGreaterThan(10)
  })

  test('that have a member too many are refused: a confidential place has no address', () => {
    const confidential: ServiceFacts = { ...facts, place: { type: 'confidential' } }
    expect(storedFacts(confidential)).toBe(confidential)
    const { place } = facts
    for (const wrong of [
      { ...facts, place: { ...place, type: 'confidential' } },
      { ...facts, place: { ...place, latitude: 1 } },
      { ...facts, place: { type: 'somewhere' } },
      { ...facts, more: 1 },
      { ...facts, hours: { ...facts.hours, schoolHolidays: { rule: 'closed', weekly: [] } } },
      { ...facts, phones: [{ ...facts.phones[0], more: 1 }] },
      [],
      null,
      'facts',
    ]) {
      expect(() => storedFacts(wrong), JSON.stringify(wrong)).toThrow('')
    }
  })
})

const inText = (value: unknown): boolean => /"en":\{("text":"[^"]*"|"origin":"person")?\}/.test(JSON.stringify(value))

test('services of a version have an id, and what stands around them is looked at in full', () => {
  const id = '019360a4-0000-7000-8000-000000000001'
  const document = { authority: id, version: 1, publishedAt: '2026-03-03T10:00:00Z', introduction: {}, answers: [] }
  const whole = { ...document, services: [{ ...facts, id }] }
  expect(storedDocument(stored(whole))).toEqual(snapshotDocument.parse(whole))
  expect(() => storedService(facts)).toThrow('')
  expect(() => storedDocument({ ...whole, services: [facts] })).toThrow('')
  expect(() => storedDocument({ ...whole, version: 0 })).toThrow('')
  expect(() => storedDocument({ ...whole, more: 1 })).toThrow('')
  expect(() => storedDocument(document)).toThrow('')
})
