import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openingHours } from '../schema.ts'
import { upcomingExceptions, weekLines } from './week-lines.ts'

const weekly = (days: number[], opens: string, closes: string) => days.map((day) => ({ day, opens, closes }))

it('groups consecutive days with equal hours and keeps closed days as lines without intervals', () => {
  const hours = openingHours.parse({
    weekly: [
      ...weekly([6], '10:00', '12:00'),
      ...weekly([1, 2, 3, 4, 5], '13:00', '17:00'),
      ...weekly([1, 2, 4, 5], '09:00', '12:00'),
    ],
  })
  const whole = [
    { opens: '09:00', closes: '12:00' },
    { opens: '13:00', closes: '17:00' },
  ]
  expect(weekLines(hours)).toEqual([
    { days: [1, 2], intervals: whole },
    { days: [3], intervals: [{ opens: '13:00', closes: '17:00' }] },
    { days: [4, 5], intervals: whole },
    { days: [6], intervals: [{ opens: '10:00', closes: '12:00' }] },
    { days: [7], intervals: [] },
  ])
})

it('says nothing where nothing is stated, and all week for day and night', () => {
  expect(weekLines({ always: false, weekly: [] })).toEqual([])
  expect(weekLines({ always: true, weekly: [] })).toEqual([
    { days: [1, 2, 3, 4, 5, 6, 7], intervals: [{ opens: '00:00', closes: '24:00' }] },
  ])
})

it('merges what overlaps or touches, over midnight too, but never into more than a day', () => {
  const merge = (...intervals: [string, string][]) =>
    weekLines({ always: false, weekly: intervals.map(([opens, closes]) => ({ day: 1, opens, closes })) })[0]?.intervals
  expect(merge(['18:00', '24:00'], ['22:00', '02:00'])).toEqual([{ opens: '18:00', closes: '02:00' }])
  expect(merge(['09:00', '12:00'], ['12:00', '24:00'])).toEqual([{ opens: '09:00', closes: '24:00' }])
  expect(merge(['00:00', '24:00'], ['22:00', '06:00'])).toHaveLength(2)
})

it('shows every day exactly once', () => {
  const opening = fc.record({
    day: fc.integer({ min: 1, max: 7 }),
    opens: fc.constantFrom('08:00', '09:00'),
    closes: fc.constantFrom('12:00', '17:00'),
  })
  fc.assert(
    fc.property(fc.array(opening, { minLength: 1 }), (openings) => {
      const lines = weekLines({ always: false, weekly: openings })
      expect(lines.flatMap(({ days }) => days)).toEqual([1, 2, 3, 4, 5, 6, 7])
      for (const { days, intervals } of lines) {
        for (const day of days) expect(intervals.length > 0).toBe(openings.some((each) => each.day === day))
      }
    }),
  )
})

it('lists the exceptions of the coming days, earliest first, one entry per range of days', () => {
  const note = { en: { text: 'Christmas', origin: 'person' as const } }
  const exception = (from: string, to: string, opens: string | null = null, closes: string | null = null) => ({
    from,
    to,
    opens,
    closes,
  })
  const hours = openingHours.parse({
    exceptions: [
      { ...exception('2026-12-24', '2026-12-26'), note },
      exception('2026-12-01', '2026-12-01', '14:00', '16:00'),
      exception('2026-12-01', '2026-12-01', '09:00', '12:00'),
      exception('2026-10-01', '2026-11-18'),
      exception('2026-10-01', '2026-11-17'),
      exception('2027-01-17', '2027-01-20'),
      exception('2027-01-18', '2027-01-20'),
      exception('2026-12-09', '2026-12-08'),
    ],
  })
  expect(upcomingExceptions(hours, Temporal.PlainDate.from('2026-11-18'))).toEqual([
    { from: '2026-10-01', to: '2026-11-18', intervals: [], notes: [] },
    {
      from: '2026-12-01',
      to: '2026-12-01',
      intervals: [
        { opens: '09:00', closes: '12:00' },
        { opens: '14:00', closes: '16:00' },
      ],
      notes: [],
    },
    { from: '2026-12-24', to: '2026-12-26', intervals: [], notes: [note] },
    { from: '2027-01-17', to: '2027-01-20', intervals: [], notes: [] },
  ])
})
