import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewestTold, toldNeeds } from './need-rules.ts'

const today = Temporal.PlainDate.from('2026-11-29')
const need = (kind: string, month: string, searches: number) => ({
  kind,
  month: Temporal.PlainDate.from(month),
  searches,
})

test('small counts, the running month and what is older than a year are left out', () => {
  const needs = [
    need('trauma-therapy', '2026-10-01', 7),
    need('trauma-therapy', '2026-09-01', fewestTold - 1),
    need('trauma-therapy', '2025-11-01', 6),
    need('trauma-therapy', '2025-10-01', 50),
    need('trauma-therapy', '2026-11-01', 80),
    need('free-legal-help', '2026-10-01', 20),
    need('court-support', '2026-10-01', 1),
  ]
  expect(toldNeeds(needs, today)).toEqual([
    { kind: 'free-legal-help', searches: 20 },
    { kind: 'trauma-therapy', searches: 13 },
  ])
})

test('one search more never shows before its month is over, and never where it is one of a few', () => {
  const any = fc.record({
    kind: fc.constantFrom('a', 'b'),
    back: fc.integer({ min: 0, max: 14 }),
    searches: fc.integer({ min: 1, max: 9 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(any, { maxLength: 12, selector: ({ kind, back }) => `${kind} ${back}` }), (given) => {
      const rows = given.map(({ kind, back, searches }) => {
        const month = today.with({ day: 1 }).subtract({ months: back })
        return { kind, month, searches }
      })
      const more = rows.map((row, index) =>
        given[index]?.back === 0 || row.searches + 1 < fewestTold ? { ...row, searches: row.searches + 1 } : row,
      )
      expect(toldNeeds(more, today)).toEqual(toldNeeds(rows, today))
    }),
  )
})
