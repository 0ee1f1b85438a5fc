import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type JourneyPage, missingPages, pageAfter, pageBefore, pagesOf, type Traveller } from './journey-rules.ts'

const kinds = ['municipality', 'district', 'region', 'association', 'representative', 'organisation'] as const
const travellers = fc.record({ kind: fc.constantFrom(...kinds), follows: fc.boolean() })

test('whoever goes on from page to page meets every page once, and ends where the answers are checked', () => {
  fc.assert(
    fc.property(travellers, (traveller: Traveller) => {
      const met: JourneyPage[] = []
      for (let page = pagesOf(traveller)[0]; page; page = pageAfter(traveller, page)) {
        met.push(page)
        const next = pageAfter(traveller, page)
        if (next) expect(pageBefore(traveller, next)).toBe(page)
      }
      expect(met).toEqual(pagesOf(traveller))
      expect(met.at(-1)).toBe('check')
    }),
  )
})

test.each([
  [
    { kind: 'municipality', follows: false },
    ['decision', 'office', 'contact', 'text', 'ceremony', 'together', 'check'],
  ],
  // Ceremony and partners are those of the office that asked.
  [{ kind: 'region', follows: true }, ['decision', 'office', 'contact', 'text', 'check']],
  [{ kind: 'association', follows: false }, ['decision', 'office', 'contact', 'text', 'ceremony', 'check']],
  [{ kind: 'representative', follows: false }, ['who', 'body', 'contact', 'text', 'ceremony', 'check']],
  [{ kind: 'organisation', follows: false }, ['who', 'decision', 'office', 'contact', 'text', 'ceremony', 'check']],
] as const)('%o is asked %j', (traveller, pages) => {
  expect(pagesOf(traveller)).toEqual(pages)
})

test('a decision without its document is missing still', () => {
  const traveller = { kind: 'municipality', follows: true } as const
  const decision = { revision: 1, body: 'Council', on: '2026-01-02', reference: '' }
  const answered = { answers: { decision }, hasContact: true, hasDocument: false }
  expect(missingPages(traveller, answered)).toEqual(['decision', 'office', 'text'])
  expect(missingPages(traveller, { ...answered, hasDocument: true })).toEqual(['office', 'text'])
})
