import fc from 'fast-check'
import { expect, test } from 'vitest'
import { serviceFacts } from '../schema.ts'
import { facts, text } from '../test-town.ts'
import { factGroups, groupIds } from '../together-rules.ts'
import { type Choices, differingGroups, mergedFacts } from './merge-rules.ts'

test('every fact but the day of the check belongs to one group', () => {
  const grouped = groupIds.flatMap((group) => [...factGroups[group]])
  expect(grouped.toSorted()).toEqual(
    Object.keys(serviceFacts.shape)
      .filter((key) => key !== 'checked')
      .toSorted(),
  )
  expect(new Set(grouped).size).toBe(grouped.length)
})

const service = fc.record({
  provider: fc.constantFrom('', 'The house', 'Another house'),
  fee: fc.constantFrom(null, 'free' as const, 'paid' as const),
  feeNote: fc.constantFrom({}, text('ten euros')),
  email: fc.constantFrom(null, 'a@example.org', 'b@example.org'),
  checked: fc.constantFrom(
    null,
    { on: '2026-01-01', by: 'office' as const },
    { on: '2026-02-01', by: 'provider' as const },
  ),
})
const side = fc.constantFrom('one' as const, 'other' as const)
const choices: fc.Arbitrary<Choices> = fc.record({ provider: side, fee: side, email: side }, { requiredKeys: [] })

test('each group is as one of the two says it, and as it was chosen', () => {
  fc.assert(
    fc.property(service, service, side, choices, (left, right, stays, chosen) => {
      const two = { one: facts(left), other: facts(right) }
      const merged = mergedFacts(two, stays, chosen)
      for (const group of groupIds) {
        const source = two[chosen[group] ?? stays]
        for (const key of factGroups[group]) expect(merged[key]).toEqual(source[key])
      }
    }),
  )
})

test('what comes from the other was not looked at later than the other', () => {
  const one = facts({ fee: 'free', checked: { on: '2026-02-01', by: 'office' } })
  const other = facts({ fee: 'paid', checked: { on: '2026-01-01', by: 'provider' } })
  expect(differingGroups({ one, other })).toEqual(['fee'])
  expect(mergedFacts({ one, other }, 'one', { fee: 'other' }).checked).toEqual(other.checked)
  expect(mergedFacts({ one, other }, 'one', { fee: 'one' })).toEqual(one)
  expect(mergedFacts({ one, other: { ...other, checked: null } }, 'one', { fee: 'other' }).checked).toBeNull()
})
