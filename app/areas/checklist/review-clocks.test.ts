import { expect, test } from 'vitest'
import { loadChecklist } from './kinds.ts'
import { clockStamp, clocksOf, reviewClocks, shorterClocks } from './review-clocks.ts'
import { missingFirst, serviceReviewDue } from './rules.ts'
import { facts } from './test-town.ts'

const checklist = loadChecklist()

test('every clock of the checklist can be shortened, and none made longer', () => {
  expect(
    [...new Set(checklist.kinds.map(({ reviewEveryMonths }) => reviewEveryMonths))].toSorted((a, b) => a - b),
  ).toEqual([...reviewClocks])
  for (const clock of reviewClocks)
    expect(shorterClocks[clock].every((months) => months > 0 && months < clock)).toBe(true)
  const longer = clocksOf(checklist, { 3: 12 })
  expect(longer.byId('child-helpline')).toEqual({ reviewEveryMonths: 3 })
})

test('a service is due by the shortest clock that the town has chosen for one of its kinds', () => {
  const checked = { on: '2026-03-10', by: 'office' } as const
  const service = facts({ kinds: ['child-helpline'], checked })
  expect(serviceReviewDue(service, checklist)).toBe('2026-06-10')
  expect(serviceReviewDue(service, clocksOf(checklist, { 3: 1 }))).toBe('2026-04-10')
  expect(serviceReviewDue(service, clocksOf(checklist, { 12: 1 }))).toBe('2026-06-10')
})

test('a list of what is due follows the clocks of the town', () => {
  const answer = {
    kind: 'child-helpline',
    status: 'available',
    note: {},
    plannedFor: null,
    answeredOn: '2026-03-10',
  } as const
  const service = facts({ checked: { on: '2026-03-10', by: 'office' } })
  const draft = { answers: [{ answer }], services: [{ facts: service }] }
  const on = Temporal.PlainDate.from('2026-04-20')
  const state = (clocks: Parameters<typeof missingFirst>[3]) =>
    missingFirst(checklist, draft, on, clocks).find(({ kind }) => kind.id === 'child-helpline')?.state
  expect(state(checklist)).toBe('complete')
  expect(state(clocksOf(checklist, { 3: 1 }))).toBe('review-due')
})

test('stamps tell choices apart', () => {
  const choices = [{}, { 3: 1 }, { 3: 2 }, { 6: 1 }, { 12: 1 }, { 3: 1, 12: 1 }, { 12: 2 }]
  expect(new Set(choices.map(clockStamp)).size).toBe(choices.length)
})
