/** What is told of the counts: nothing is lost in a sum, nothing small is told, only days that were. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ArticleCell,
  beginningOf,
  byArticle,
  byKind,
  bySection,
  byState,
  dayOf,
  daysThere,
  fewest,
  firstsOfMonths,
  isAmong,
  mostAsked,
  nameOfDay,
  reviewSections,
  reviewStates,
  toldIndicators,
} from './review-rules.ts'

const cell = fc.record({
  section: fc.constantFrom(...reviewSections),
  state: fc.constantFrom(...reviewStates),
  measures: fc.integer({ min: 1, max: 100_000 }),
})
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

test('by P, by state and by article the sums are the same', () => {
  fc.assert(
    fc.property(fc.array(cell), fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (cells, articles) => {
      const states = byState(cells)
      expect(sum(bySection(cells).map(({ all }) => all))).toBe(states.all)
      expect(sum(reviewStates.map((state) => states[state]))).toBe(states.all)
      for (const state of reviewStates) expect(sum(bySection(cells).map((one) => one[state]))).toBe(states[state])
      // Each names one article.
      const named = cells.map(
        (one, index): ArticleCell => ({ ...one, article: articles[index % articles.length] ?? 1 }),
      )
      expect(sum(byArticle(named).map(({ all }) => all))).toBe(states.all)
    }),
  )
})

const indicators = [
  { id: 'children-helped', unit: 'children', sum: true },
  { id: 'people-trained', unit: 'people', sum: true },
  { id: 'awareness-events', unit: 'events', sum: true },
  { id: 'staff-trained-share', unit: 'percent', sum: false },
]

test('no sum of people is told of fewer than five of them, or of fewer than five towns; none at all of percentages', () => {
  const counted = fc.record({ sum: fc.integer({ min: 0, max: 12 }), towns: fc.integer({ min: 1, max: 12 }) })
  fc.assert(
    fc.property(fc.array(counted, { minLength: 4, maxLength: 4 }), (counts) => {
      const sums = counts.map((one, index) => ({ indicator: indicators[index]?.id ?? '', ...one }))
      const told = toldIndicators(sums, indicators)
      expect(told.map(({ indicator }) => indicator)).toEqual(indicators.slice(0, 3).map(({ id }) => id))
      for (const { unit, told: one } of told) {
        if (unit === 'events') expect(one).toBeDefined()
        else if (one) expect(Math.min(one.sum, one.towns)).toBeGreaterThanOrEqual(fewest)
      }
    }),
  )
})

test('what is searched for most stands first; a kind that nobody answers has noughts', () => {
  const needs = [
    { kind: 'b', searches: 7 },
    { kind: 'c', searches: 9 },
    { kind: 'a', searches: 7 },
  ]
  expect(mostAsked(needs).map(({ kind }) => kind)).toEqual(['c', 'a', 'b'])
  const cells = [{ kind: 'a', status: 'yes', towns: 3 }]
  expect(byKind(cells, ['a', 'b'], ['yes', 'no'])).toEqual([
    { kind: 'a', towns: { yes: 3, no: 0 } },
    { kind: 'b', towns: { yes: 0, no: 0 } },
  ])
})

const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2045-01-01'), noInvalidDate: true })
const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

test('there is a review of each day that began after the first plan and before now', () => {
  fc.assert(
    fc.property(moment, moment, moment, (one, other, any) => {
      const [first, now] = [instantOf(one), instantOf(other)]
      const day = instantOf(any).toZonedDateTimeISO('UTC').toPlainDate()
      const days = daysThere(first, now)
      const [begins, compare] = [beginningOf(day), Temporal.Instant.compare]
      const began = first.toZonedDateTimeISO('UTC').toPlainDate().equals(day) || compare(begins, first) <= 0
      expect(days !== undefined && isAmong(days, day)).toBe(!began && compare(begins, now) <= 0)
      const months = firstsOfMonths(days)
      for (const month of months) expect([month.day, days && isAmong(days, month)]).toEqual([1, true])
      expect(new Set(months.map(String)).size).toBe(months.length)
    }),
  )
  expect(daysThere(undefined, Temporal.Now.instant())).toBeUndefined()
})

test('a day has one name in addresses; what names no day is none', () => {
  fc.assert(
    fc.property(moment, (date) => {
      const day = instantOf(date).toZonedDateTimeISO('UTC').toPlainDate()
      expect(dayOf(nameOfDay(day))?.equals(day)).toBe(true)
      expect(dayOf(day.toString())?.equals(day)).toBe(true)
    }),
  )
  expect(nameOfDay(Temporal.PlainDate.from('2026-11-01'))).toBe('2026-11')
  for (const text of ['2026-13', '2026-1', '26-01', '2026-02-29', '2026-01-32', '2026-01-00', '15/11/2026', 'x', ''])
    expect([text, dayOf(text)]).toEqual([text, undefined])
})
