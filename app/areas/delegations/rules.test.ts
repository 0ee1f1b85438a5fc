/** What holds for every waiting list. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movesUp, registrationState, type Waiting } from './place-rules.ts'

/** Children name an adult who was registered before them; who has a place, has it with its adult. */
const people: fc.Arbitrary<readonly Waiting[]> = fc
  .array(fc.record({ child: fc.boolean(), pick: fc.nat(), hasPlace: fc.boolean() }), { maxLength: 12 })
  .map((all) => {
    const made: Waiting[] = []
    for (const [index, { child, pick, hasPlace }] of all.entries()) {
      const adults = made.filter(({ adult }) => adult === null)
      const adult = child ? adults[pick % Math.max(adults.length, 1)] : undefined
      made.push({ id: `${index}`, hasPlace: hasPlace && (adult?.hasPlace ?? true), adult: adult?.id ?? null })
    }
    return made
  })

test('nobody loses a place, nobody overtakes, no child is there without its adult, and no place stays empty', () => {
  fc.assert(
    fc.property(fc.nat({ max: 14 }), people, (quota, before) => {
      const up = movesUp(quota, before)
      const after = before.map((one) => ({ ...one, hasPlace: one.hasPlace || up.includes(one.id) }))
      const held = new Set(after.filter(({ hasPlace }) => hasPlace).map(({ id }) => id))
      const first = before.filter(({ hasPlace }) => hasPlace).length
      expect(held.size).toBeLessThanOrEqual(Math.max(first, quota))
      for (const { adult, hasPlace } of after) if (hasPlace && adult !== null) expect(held.has(adult)).toBe(true)
      const ready = after.filter(({ hasPlace, adult }) => !hasPlace && (adult === null || held.has(adult)))
      // Whoever could come waits only because all is full, and behind everybody who has just moved up.
      if (ready.length > 0) expect(held.size).toBeGreaterThanOrEqual(quota)
      const order = (id: string) => before.findIndex((one) => one.id === id)
      for (const one of ready)
        for (const id of up) if (one.adult === null) expect(order(id)).toBeLessThan(order(one.id))
      expect(movesUp(quota, after)).toEqual([])
    }),
  )
})

test.each([
  ['2026-03-01', 'not-yet'],
  ['2026-04-01', 'open'],
  ['2026-05-01', 'open'],
  ['2026-05-02', 'closed'],
  ['2026-06-02', 'closed'],
  ['2026-06-03', 'over'],
])('on %s registration is %s', (today, state) => {
  expect(registrationState({ opens: '2026-04-01', closes: '2026-05-01' }, { ends: '2026-06-02' }, today)).toBe(state)
})
