import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../platform/ids.ts'
import { service } from '../../checklist/index.ts'
import { type Candidate, type Filters, filtersMissed, inOrder } from './search-rules.ts'

const all: Filters = { age: null, spoken: null, open: false, free: false, accessible: false, online: false }
const name = { en: { text: 'A', origin: 'person' } }
let count = 0
const one = (given: object = {}) => {
  count += 1
  const id = `00000000-0000-4000-8000-${`${count}`.padStart(12, '0')}`
  return service.parse({ id, kinds: ['trauma-therapy'], name, ...given })
}
const phone = { number: '030 1234567' }
const missed = (given: object, filters: Partial<Filters>, open = false) =>
  filtersMissed(one(given), { ...all, ...filters }, () => open)

describe('filters', () => {
  test('a language counts on the phone, not in the house', () => {
    expect(missed({ languages: ['ar'], phones: [phone] }, { spoken: 'ar' })).toEqual(['spoken'])
    expect(missed({ phones: [phone, { ...phone, languages: ['ar'] }] }, { spoken: 'ar' })).toEqual([])
  })

  test('an age fits into the stated ages, or else into whom it is for', () => {
    expect(missed({ ages: { min: 8, max: 12 } }, { age: 13 })).toEqual(['age'])
    expect(missed({ ages: { min: null, max: 12 } }, { age: 3 })).toEqual([])
    expect(missed({ audiences: ['adults'] }, { age: 9 })).toEqual(['age'])
    expect(missed({ audiences: ['teens'] }, { age: 15 })).toEqual([])
    expect(missed({}, { age: 40 })).toEqual([])
  })

  test('open now is what somebody knows to be open', () => {
    expect(missed({}, { open: true }, false)).toEqual(['open'])
    expect(missed({}, { open: true }, true)).toEqual([])
  })

  test('free, for people with a disability, without a voice', () => {
    expect(missed({ fee: 'paid' }, { free: true })).toEqual(['free'])
    expect(missed({ phones: [{ ...phone, cost: 'free' }] }, { free: true })).toEqual([])
    expect(missed({ accessFeatures: ['home-visits'] }, { accessible: true })).toEqual(['accessible'])
    expect(missed({ accessFeatures: ['sign-language'] }, { accessible: true })).toEqual([])
    expect(missed({ phones: [{ ...phone, channels: ['voice', 'text'] }] }, { online: true })).toEqual([])
    expect(missed({ phones: [phone] }, { online: true, free: true })).toEqual(['free', 'online'])
  })
})

const candidate = (given: Partial<Candidate> & { kinds?: readonly string[] }): Candidate => ({
  ...{ id: newId(), kinds: ['trauma-therapy'] },
  ownerKind: 'municipality',
  own: false,
  responsible: false,
  distance: null,
  named: false,
  ...given,
})

describe('order', () => {
  const kinds = ['trauma-therapy', 'child-helpline']

  test('what is called so, then what is responsible, then what is nearest', () => {
    const far = candidate({ distance: 9_000 })
    const near = candidate({ distance: 200 })
    const region = candidate({ responsible: true, ownerKind: 'region' })
    const town = candidate({ responsible: true, own: true })
    const called = candidate({ named: true, distance: 50_000 })
    expect(inOrder([far, near, region, town, called], kinds)).toEqual([called, town, region, near, far])
  })

  test('the first of each kind that may be meant stands before the second of any', () => {
    const [a, b] = [candidate({ distance: 1 }), candidate({ distance: 2 })]
    const line = candidate({ kinds: ['child-helpline'], distance: 30_000 })
    expect(inOrder([a, b, line], kinds)).toEqual([a, line, b])
  })

  test('a confidential place has no distance: it stands with the rest, in no place that would tell one', () => {
    const hidden = candidate({ distance: null })
    const places = [1_000, 59_000].map((distance) => candidate({ distance }))
    expect(inOrder([hidden, ...places], kinds).at(-1)).toBe(hidden)
  })

  test('nothing is lost and nothing comes twice, whatever the order it was found in', () => {
    const any = fc.record({
      responsible: fc.boolean(),
      own: fc.boolean(),
      named: fc.boolean(),
      distance: fc.option(fc.nat(60_000)),
      kinds: fc.constantFrom(['trauma-therapy'], ['child-helpline'], ['school-support']),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.nat(), (given, seed) => {
        const candidates = given.map(candidate)
        const shuffled = candidates.toSorted((a, b) => (a.id < b.id ? 1 : -1) * (seed % 2 ? 1 : -1))
        const ordered = inOrder(shuffled, kinds)
        expect(new Set(ordered)).toEqual(new Set(candidates))
        expect(ordered).toEqual(inOrder(candidates, kinds))
      }),
    )
  })
})
