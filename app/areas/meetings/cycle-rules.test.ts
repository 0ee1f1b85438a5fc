import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { datesFault, dueAfter, nextMeeting, stateOfTask, tasks, tasksFor } from './cycle-rules.ts'

/** One that holds for whatever is given. */
const prop =
  <A extends [unknown, ...unknown[]]>(given: { [K in keyof A]: fc.Arbitrary<A[K]> }) =>
  (name: string, check: (...each: A) => void) =>
    test(name, () => fc.assert(fc.property(...given, check)))

const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2015-01-01').add({ days }).toString())
const meetingOn = (starts: string) => ({
  ...{ year: Number(starts.slice(0, 4)), kind: 'signatories' as const, starts, ends: starts },
})

describe('the cycle of meetings', () => {
  prop([day, day])('two meetings never lie more than 24 months apart, whichever was there first', (one, other) => {
    const [first = '', second = ''] = [one, other].toSorted()
    const apart = Temporal.PlainDate.compare(second, Temporal.PlainDate.from(first).add({ months: 24 })) > 0
    const expected = apart ? 'late' : undefined
    expect(datesFault(meetingOn(second), [meetingOn(first)])).toBe(expected)
    if (first !== second) expect(datesFault(meetingOn(first), [meetingOn(second)])).toBe(expected)
  })

  prop([fc.array(day, { minLength: 1 })])('the next one is due 24 months after the last', (days) => {
    const due = dueAfter(days.map(meetingOn)) ?? ''
    expect(datesFault(meetingOn(due), days.map(meetingOn))).toBeUndefined()
    const tooLate = Temporal.PlainDate.from(due).add({ days: 1 }).toString()
    expect(datesFault(meetingOn(tooLate), days.map(meetingOn))).toBe('late')
  })

  prop([day])('each thing to do has its day, in order', (first) => {
    const all = tasksFor(first)
    expect(all.map(({ task }) => task).toSorted()).toEqual(tasks.toSorted())
    expect(all.map(({ due }) => due)).toEqual(all.map(({ due }) => due).toSorted())
  })

  prop([day, day])(
    'reports are in on the day by which towns are asked for them, where there is one',
    (first, asked) => {
      const all = tasksFor(first, asked)
      expect(all.find(({ task }) => task === 'reports')?.due).toBe(asked)
      expect(all.map(({ due }) => due)).toEqual(all.map(({ due }) => due).toSorted())
      expect(tasksFor(first).filter(({ task }) => task !== 'reports')).toEqual(
        all.filter(({ task }) => task !== 'reports'),
      )
    },
  )

  test('meetings of associations do not count, and a held one is not the next', () => {
    const held = meetingOn('2026-05-01')
    const associations = { ...meetingOn('2030-01-01'), kind: 'associations' as const }
    expect(dueAfter([held, associations])).toBe('2028-05-01')
    expect(nextMeeting([held, associations], '2026-05-02')).toBeUndefined()
    expect(nextMeeting([held, associations], '2026-05-01')).toBe(held)
  })

  prop([day, fc.subarray([...tasks]), day])(
    'a task that is not done is late from the day after its own',
    (first, known, today) => {
      const done = new Set(known)
      for (const one of tasksFor(first)) {
        const state = stateOfTask(one, { done, today })
        if (one.task === 'reports') expect(state).toBeUndefined()
        else expect(state).toBe(done.has(one.task) ? 'done' : today > one.due ? 'late' : 'open')
      }
    },
  )
})
