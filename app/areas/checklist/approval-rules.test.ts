import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { approvalDue, approvalStates, canRequireSecond, type Decision, decide } from './approval-rules.ts'

const people = ['anna', 'bert', 'chris'] as const
const decisions: readonly Decision[] = ['approve', 'send-back', 'withdraw']
const given = fc.record({
  request: fc.record({ state: fc.constantFrom(...approvalStates), askedBy: fc.constantFrom(...people) }),
  decision: fc.constantFrom(...decisions),
  by: fc.record({ id: fc.constantFrom(...people), approver: fc.boolean() }),
  grounds: fc.record({
    lastEditor: fc.constantFrom(...people, null),
    seen: fc.constantFrom('one', 'two'),
    draft: fc.constantFrom('one', 'two'),
  }),
})

describe('a request to publish', () => {
  it('is approved by a second person alone, who saw exactly what is published', () => {
    fc.assert(
      fc.property(given, ({ request, decision, by, grounds }) => {
        const outcome = decide(request, decision, by, grounds)
        if (!('state' in outcome) || outcome.state !== 'approved') return
        expect(decision).toBe('approve')
        expect(by.approver).toBe(true)
        expect([request.askedBy, grounds.lastEditor]).not.toContain(by.id)
        expect(grounds.seen).toBe(grounds.draft)
      }),
    )
  })

  it('is closed for good once it is closed', () => {
    fc.assert(
      fc.property(given, ({ request, decision, by, grounds }) => {
        const outcome = decide(request, decision, by, grounds)
        if (request.state !== 'asked') expect(outcome).toEqual({ refused: 'closed' })
        else expect(outcome).not.toEqual({ state: 'asked' })
      }),
    )
  })

  it('is withdrawn by whoever asked, and by nobody else', () => {
    fc.assert(
      fc.property(given, ({ request, by, grounds }) => {
        const open = { ...request, state: 'asked' as const }
        const outcome = decide(open, 'withdraw', by, grounds)
        expect(outcome).toEqual(by.id === open.askedBy ? { state: 'withdrawn' } : { refused: 'not-asker' })
      }),
    )
  })

  it('never gets stuck: an approver who did not ask can send it back', () => {
    fc.assert(
      fc.property(given, ({ request, by, grounds }) => {
        const open = { ...request, state: 'asked' as const }
        fc.pre(by.approver && by.id !== open.askedBy)
        expect(decide(open, 'send-back', by, grounds)).toEqual({ state: 'sent-back' })
      }),
    )
  })
})

test.each([
  ['2026-03-02', '2026-03-04'],
  ['2026-03-05', '2026-03-09'],
  ['2026-03-06', '2026-03-10'],
  ['2026-03-07', '2026-03-10'],
])('asked on %s, it should be looked at by %s', (asked, due) => {
  expect(approvalDue(Temporal.PlainDate.from(asked)).toString()).toBe(due)
})

test('somebody who works alone cannot want a second person', () => {
  const anna = { id: 'anna', approver: true }
  const bert = { id: 'bert', approver: false }
  expect(canRequireSecond([anna])).toBe(false)
  expect(canRequireSecond([anna, bert])).toBe(true)
  expect(canRequireSecond([bert, { ...bert, id: 'chris' }])).toBe(false)
})
