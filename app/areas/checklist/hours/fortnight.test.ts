import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comesRound, fortnightLines, nextDay } from './fortnight.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test('a day comes round every fourteenth day, before and after, and on no other', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -400, max: 400 }), (from, days) => {
      const date = Temporal.PlainDate.from(from).add({ days }).toString()
      expect(comesRound(from, date)).toBe(days % 14 === 0)
    }),
  )
})

test('the next one is within two weeks, today included', () => {
  fc.assert(
    fc.property(day, day, (from, now) => {
      const today = Temporal.PlainDate.from(now)
      const next = nextDay(from, today)
      const ahead = today.until(next).days
      expect([comesRound(from, next), ahead >= 0 && ahead < 14]).toEqual([true, true])
    }),
  )
})

test('a line for each day, the next one first, its periods in order', () => {
  const fortnightly = [
    { from: '2026-12-08', opens: '17:00', closes: '19:00' },
    { from: '2026-12-03', opens: '09:00', closes: '12:00' },
    // The same days as the first, said by another of them.
    { from: '2026-11-10', opens: '10:00', closes: '11:00' },
  ]
  const lines = fortnightLines({ fortnightly }, Temporal.PlainDate.from('2026-12-05'))
  expect(lines).toEqual([
    {
      next: '2026-12-08',
      day: 2,
      intervals: [
        { opens: '10:00', closes: '11:00' },
        { opens: '17:00', closes: '19:00' },
      ],
    },
    { next: '2026-12-17', day: 4, intervals: [{ opens: '09:00', closes: '12:00' }] },
  ])
})
