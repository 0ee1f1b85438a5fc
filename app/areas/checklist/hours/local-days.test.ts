import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDays } from './local-days.ts'

// Half an hour's change, a change at midnight, two hours' (Troll), none, and the usual ones.
const zones = [
  'Europe/Amsterdam',
  'Europe/London',
  'Atlantic/Azores',
  'Australia/Lord_Howe',
  'America/Asuncion',
  'Africa/Cairo',
  'Antarctica/Troll',
  'Asia/Tehran',
  'UTC',
]
const dates = fc.integer({ min: 0, max: 15_000 }).map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }))

/** As Temporal says. */
function instant(date: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const day = date.add({ days: Math.floor(minutes / 1440) })
  const plainTime = new Temporal.PlainTime(Math.floor((minutes % 1440) / 60), minutes % 60)
  return day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds
}

test('a time of the day is the instant that Temporal says, in every zone and on every date', () => {
  const anyTime = fc.record({
    timeZone: fc.constantFrom(...zones),
    today: dates,
    ahead: fc.integer({ min: -1, max: 15 }),
    minutes: fc.integer({ min: 0, max: 2880 }),
  })
  fc.assert(
    fc.property(anyTime, ({ timeZone, today, ahead, minutes }) => {
      const date = today.add({ days: ahead })
      const day = localDays(timeZone, today)(ahead)
      expect([day.date, day.weekday]).toEqual([date.toString(), date.dayOfWeek])
      expect(day.instantAt(minutes)).toBe(instant(date, minutes, timeZone))
    }),
    { numRuns: 1_000 },
  )
})

test.each([
  ['Europe/Amsterdam', '2026-03-29'],
  ['Europe/Amsterdam', '2026-10-25'],
  ['Africa/Cairo', '2026-04-24'],
  ['Australia/Lord_Howe', '2026-10-04'],
])('every minute of the day on which the clock of %s changes (%s)', (timeZone, day) => {
  const today = Temporal.PlainDate.from(day)
  const { instantAt } = localDays(timeZone, today)(0)
  const wrong = Array.from({ length: 2_881 }, (_, minutes) => minutes).filter(
    (minutes) => instantAt(minutes) !== instant(today, minutes, timeZone),
  )
  expect(wrong).toEqual([])
})
