import { expect, test } from 'vitest'
import { knownUntil, schoolCalendar } from './school-holidays.ts'

const autumn = { from: '2026-10-17', to: '2026-10-25' }
const winter = { from: '2026-12-19', to: '2027-01-03' }
const spring = { from: '2027-02-20', to: '2027-02-28' }
const nextWinter = { from: '2027-12-25', to: '2028-01-09' }

test('a day within the dates is one, a day of a term between them is none', () => {
  const calendar = schoolCalendar([winter, autumn])
  expect(['2026-10-17', '2026-10-25', '2026-12-19', '2027-01-03'].map(calendar)).toEqual(Array(4).fill('yes'))
  expect(['2026-10-26', '2026-12-18'].map(calendar)).toEqual(['no', 'no'])
})

test('nothing is known before the first date, after the last, and where a whole school year is missing', () => {
  const calendar = schoolCalendar([autumn, winter, nextWinter])
  expect(['2026-10-16', '2027-01-04', '2027-05-01', '2028-01-10'].map(calendar)).toEqual(Array(4).fill('unknown'))
  expect(schoolCalendar([])('2026-12-24')).toBe('unknown')
})

test('it is known until the last of the dates that follow each other', () => {
  const until = (day: string, ...ranges: (typeof autumn)[]) =>
    knownUntil(ranges, Temporal.PlainDate.from(day))?.toString()
  expect(until('2026-11-28', autumn, winter, spring)).toBe('2027-02-28')
  expect(until('2026-12-24', nextWinter, winter)).toBe('2027-01-03')
  expect(until('2026-11-28', autumn, winter, nextWinter)).toBe('2027-01-03')
  expect(until('2026-11-28', autumn)).toBeUndefined()
  expect(until('2026-11-28')).toBeUndefined()
})
