import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublic, type Status, type Step, statusAfter, statuses, steps, stepsFrom } from './status-rules.ts'

/** Walks as many steps as are allowed. */
function walk(wanted: readonly Step[]): { readonly path: readonly Status[]; readonly taken: readonly Step[] } {
  const path: Status[] = ['draft']
  const taken: Step[] = []
  for (const step of wanted) {
    const next = statusAfter(path.at(-1) ?? 'draft', step)
    if (next === undefined) continue
    path.push(next)
    taken.push(step)
  }
  return { path, taken }
}
const anyWalk = fc.array(fc.constantFrom(...steps), { maxLength: 60 }).map(walk)

describe('whatever is tried, in whatever order', () => {
  test('nobody stands in the register who has not been submitted and signed', () => {
    fc.assert(
      fc.property(anyWalk, ({ path, taken }) => {
        const first = path.findIndex(isPublic)
        if (first < 0) return
        expect(path[first]).toBe('signed')
        expect(taken.slice(0, first)).toContain('submit')
        expect(path[first - 1]).toBe('submitted')
      }),
    )
  })

  test('what stands in the register never becomes an application again', () => {
    fc.assert(
      fc.property(anyWalk, ({ path }) => {
        const first = path.findIndex(isPublic)
        expect(first < 0 || path.slice(first).every(isPublic)).toBe(true)
      }),
    )
  })

  test('merged and withdrawn are the end', () => {
    fc.assert(
      fc.property(anyWalk, ({ path }) => {
        const end = path.findIndex((status) => status === 'merged' || status === 'withdrawn')
        expect(end < 0 || end === path.length - 1).toBe(true)
      }),
    )
  })

  test('a signature goes away by a merger or by the words of the signatory alone', () => {
    fc.assert(
      fc.property(anyWalk, ({ path, taken }) => {
        for (const [index, status] of path.entries()) {
          if (status !== 'signed' || index === path.length - 1) continue
          if (path[index + 1] !== 'signed') expect(['merge', 'withdraw']).toContain(taken[index])
        }
      }),
    )
  })
})

test('every status can be reached, and what may happen next is what is allowed', () => {
  const reached = new Set<Status>(['draft'])
  for (const status of reached) for (const step of stepsFrom(status)) reached.add(statusAfter(status, step) ?? status)
  expect([...reached].toSorted()).toEqual([...statuses].toSorted())
  expect(stepsFrom('submitted')).toEqual(['take-back', 'move', 'return', 'sign'])
  expect(stepsFrom('withdrawn')).toEqual([])
})
