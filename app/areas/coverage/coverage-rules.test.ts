import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Alike, countsByArea, countsOf, marks, shareOf, steps } from './coverage-rules.ts'

const areaIds = ['a', 'b', 'c', 'd', 'e']
const group = fc.record<Alike>({
  step: fc.constantFrom(...steps),
  marks: fc.subarray([...marks]),
  areas: fc.subarray(areaIds),
  authorities: fc.integer({ min: 1, max: 50 }),
  population: fc.integer({ min: 0, max: 1_000_000 }),
  children: fc.integer({ min: 0, max: 200_000 }),
})
/** Any graph, with circles: what is wrong in a list must not hang a page. */
const above = fc
  .dictionary(fc.constantFrom(...areaIds), fc.subarray(areaIds))
  .map((each) => new Map(Object.entries(each)))

describe('counts of members', () => {
  test('each member stands on one step: together the steps are all', () => {
    fc.assert(
      fc.property(fc.array(group), (groups) => {
        const counts = countsOf(groups)
        for (const what of ['authorities', 'population', 'children'] as const) {
          expect(steps.reduce((sum, step) => sum + counts[step][what], 0)).toBe(counts.members[what])
        }
      }),
    )
  })

  test('an area counts each of its members once, however many ways lead to it', () => {
    fc.assert(
      fc.property(fc.array(group), above, (groups, links) => {
        const all = countsOf(groups).members.authorities
        const reached = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
          from === to ||
          (links.get(from) ?? []).some((next) => !seen.has(next) && reached(next, to, new Set([...seen, from])))
        const counted = countsByArea(groups, links)
        for (const area of areaIds) {
          const inside = groups.filter(({ areas }) => areas.some((each) => reached(each, area)))
          expect(counted.get(area)?.members.authorities ?? 0).toBe(
            inside.reduce((sum, { authorities }) => sum + authorities, 0),
          )
          expect(counted.get(area)?.members.authorities ?? 0).toBeLessThanOrEqual(all)
        }
      }),
    )
  })

  test('a hundred per cent is said of all alone', () => {
    expect([shareOf(0, 0), shareOf(1, 3), shareOf(34_999, 35_000), shareOf(35_000, 35_000)]).toEqual([0, 33, 99, 100])
  })
})
