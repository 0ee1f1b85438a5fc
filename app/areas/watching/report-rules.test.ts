import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byService, dueAfter, reasonsFor, reportReasons, workingDaysFor } from './report-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const never = () => false

describe('until when a report is looked at', () => {
  test('weekends and public holidays do not count', () => {
    // 18 December 2026 is a Friday.
    expect(dueAfter(day('2026-12-18'), 3, never).toString()).toBe('2026-12-23')
    expect(dueAfter(day('2026-12-23'), 3, (date) => date === '2026-12-25').toString()).toBe('2026-12-29')
  })

  test('it is always a working day, with so many working days after the day it came', () => {
    const days = fc.integer({ min: 0, max: 4_000 }).map((days) => day('2026-01-01').add({ days }))
    fc.assert(
      fc.property(days, fc.constantFrom(3, 10), fc.array(fc.integer({ min: 1, max: 28 })), (from, count, holidays) => {
        const isHoliday = (date: string) => holidays.includes(day(date).day)
        fc.pre(holidays.length < 5)
        const due = dueAfter(from, count, isHoliday)
        const between = Array.from({ length: from.until(due, { largestUnit: 'days' }).days }, (_, at) =>
          from.add({ days: at + 1 }),
        )
        const works = between.filter((each) => each.dayOfWeek < 6 && !isHoliday(each.toString()))
        expect(works).toHaveLength(count)
        expect(works.at(-1)?.equals(due)).toBe(true)
      }),
    )
  })

  test('sooner where any of its kinds protects', () => {
    expect([workingDaysFor([12, 3]), workingDaysFor([6, undefined]), workingDaysFor([])]).toEqual([3, 10, 10])
  })
})

test('what a service does not have cannot be wrong; a confidential place cannot have moved', () => {
  const full = { phones: ['x'], web: 'https://x.example', chat: null, place: { type: 'addresses' } }
  expect(reasonsFor(full)).toEqual(reportReasons)
  expect(reasonsFor({ ...full, place: { type: 'confidential' } })).not.toContain('moved')
  expect(reasonsFor({ phones: [], web: null, chat: null, place: { type: 'none' } })).toEqual([
    'closed',
    'not-for',
    'other',
  ])
})

test('services stand in the order of what is due first, and so do their reports', () => {
  const one = (service: string, due: string) => ({ service, due: day(due) })
  const groups = byService([one('a', '2026-03-09'), one('b', '2026-03-02'), one('a', '2026-03-01')])
  expect(groups.map(({ service, reports }) => [service, reports.map(({ due }) => due.day)])).toEqual([
    ['a', [1, 9]],
    ['b', [2]],
  ])
})
