import { expect, test } from 'vitest'
import { decisionDue, urgencyOf, workingDaysAfter } from './deadline-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each([
  ['2026-03-02', 10, '2026-03-16'],
  ['2026-03-06', 1, '2026-03-09'],
  ['2026-03-07', 5, '2026-03-13'],
])('%s and %d working days is %s', (from, count, due) => {
  expect(workingDaysAfter(day(from), count).toString()).toBe(due)
})

test('what was promised with a return holds for the next decision', () => {
  expect(decisionDue(day('2026-03-02'), undefined).toString()).toBe('2026-03-16')
  expect(decisionDue(day('2026-03-02'), 3).toString()).toBe('2026-03-05')
})

test('a reminder comes in the last three days, and again when it is late', () => {
  const due = day('2026-03-16')
  expect(urgencyOf(day('2026-03-12'), due)).toBeUndefined()
  expect(urgencyOf(day('2026-03-13'), due)).toBe('soon')
  expect(urgencyOf(day('2026-03-16'), due)).toBe('soon')
  expect(urgencyOf(day('2026-03-17'), due)).toBe('late')
})
