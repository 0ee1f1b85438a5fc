import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askedOf, entriesOfPage, pagesOf, partsByCountry } from './asked-rules.ts'
import { allOf, type CountedCell, countOf, countsByCountry, standingOf, yearsOf } from './counts-rules.ts'

const countries = new Set(['NL', 'DE'])
const asked = (query: Record<string, string>) => askedOf((name) => query[name], countries)

describe('what is asked of the list', () => {
  test('is read from the address, and what makes no sense is left out', () => {
    expect(asked({ country: 'nl', kind: 'region', status: 'merged', joint: '1', sort: 'date', page: '3' })).toEqual({
      ...{ country: 'NL', kind: 'region', status: 'merged', joint: true, sort: 'date', page: 3 },
    })
    expect(asked({ country: 'xx', kind: 'x', status: 'draft', joint: 'x', sort: 'best', page: '-1' })).toEqual({
      ...{ country: undefined, kind: undefined, status: undefined, joint: false, sort: 'name', page: 1 },
    })
  })

  test('sorted by country, the parts of all pages are the whole list, each entry once', () => {
    const lists = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 })
    fc.assert(
      fc.property(lists, (sizes) => {
        const counts = sizes.map((entries, index) => ({ country: `C${index}`, entries }))
        const all = sizes.reduce((sum, size) => sum + size, 0)
        const seen: string[] = []
        for (let page = 0; page < pagesOf(all); page += 1) {
          const parts = partsByCountry(counts, { from: page * entriesOfPage, most: entriesOfPage })
          expect(parts.reduce((sum, { most }) => sum + most, 0)).toBe(
            Math.max(0, Math.min(entriesOfPage, all - page * entriesOfPage)),
          )
          for (const { country, from, most } of parts) {
            for (let at = from; at < from + most; at += 1) seen.push(`${country} ${at}`)
          }
        }
        expect(new Set(seen).size).toBe(all)
        expect(seen.length).toBe(all)
      }),
    )
  })
})

const cell = (more: Partial<CountedCell>): CountedCell => ({
  ...{ country: 'NL', kind: 'municipality', status: 'signed', together: false, demonstration: false },
  ...{ entries: 1, known: 1, people: 1_000 },
  ...more,
})

describe('counts', () => {
  const cells = [
    cell({ entries: 3, known: 2, people: 5_000 }),
    cell({ kind: 'region', people: 90_000 }),
    cell({ kind: 'association', known: 0, people: 0 }),
    cell({ country: 'DE', status: 'withdrawn' }),
    cell({ country: 'DE', together: true }),
  ]

  test('people are those of towns alone: who lives in a region that signed is not counted twice', () => {
    expect(standingOf(cells, 'NL')).toEqual({ towns: 3, areas: 1, others: 1, people: 5_000, known: 2 })
  })

  test('who withdrew no longer takes part, and stays in the list', () => {
    expect(allOf(standingOf(cells, 'DE'))).toBe(1)
    expect(countOf(cells, asked({ country: 'de' }))).toBe(2)
    expect(countOf(cells, asked({ joint: '1' }))).toBe(1)
    expect(countsByCountry(cells, asked({ status: 'withdrawn' }))).toEqual([{ country: 'DE', entries: 1 }])
  })

  test('every year is there, from the first to this one, with how many stood by a signature at its end', () => {
    const counts = [
      { year: 2024, act: 'signed', entries: 5 },
      { year: 2026, act: 'withdrawn', entries: 1 },
      { year: 2026, act: 'merged', entries: 2 },
      { year: 2026, act: 'reaffirmed', entries: 2 },
    ] as const
    expect(yearsOf(counts, 2027).map(({ year, standing }) => [year, standing])).toEqual([
      [2024, 5],
      [2025, 5],
      [2026, 2],
      [2027, 2],
    ])
    expect(yearsOf([], 2027)).toEqual([])
  })
})
