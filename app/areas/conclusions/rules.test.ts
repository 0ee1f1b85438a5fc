import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amended,
  amendmentKinds,
  areShown,
  freshness,
  type Line,
  mayAmend,
  mayDecide,
  mayWrite,
  stageAfter,
  stageFault,
  stages,
  translated,
} from './conclusion-rules.ts'

const stage = fc.constantFrom(...stages)
const line = fc.record({ id: fc.uuid(), body: fc.string({ minLength: 1 }), bodyRevision: fc.integer({ min: 1 }) })
const lines = fc.uniqueArray(line, { selector: ({ id }) => id, minLength: 1, maxLength: 9 })

describe('stages', () => {
  test('only the next one can follow, and nothing empty or undecided is adopted', () => {
    fc.assert(
      fc.property(stage, stage, fc.nat(9), fc.nat(9), (from, to, count, waiting) => {
        const fault = stageFault(from, to, { lines: count, waiting })
        if (fault !== undefined) return
        expect([to, count > 0, to === 'adopted' && waiting > 0]).toEqual([stageAfter(from), true, false])
      }),
    )
  })

  test('writing, amending and deciding never go side by side, and nobody sees a proposal of others while one can be made', () => {
    fc.assert(
      fc.property(stage, (one) => {
        expect([mayWrite(one), mayAmend(one), mayDecide(one)].filter(Boolean).length).toBeLessThanOrEqual(1)
        expect(areShown(one) && (mayAmend(one) || mayWrite(one))).toBe(false)
      }),
    )
  })
})

describe('amendments', () => {
  const fresh = (after: Line): Line => ({ ...after, id: 'fresh' })
  test('change the line they are about and no other', () => {
    fc.assert(
      fc.property(
        lines,
        fc.nat(),
        fc.constantFrom(...amendmentKinds),
        fc.string({ minLength: 1 }),
        (all, at, kind, text) => {
          const target = all[at % all.length]
          if (!target) return
          const body = kind === 'delete' ? '' : text
          const result = amended(all, { kind, conclusion: target.id, body }, fresh)
          const rest = (some: readonly Line[]) => some.filter(({ id }) => id !== target.id && id !== 'fresh')
          expect(rest(result)).toEqual(rest(all))
          expect(result.length - all.length).toBe(kind === 'add' ? 1 : kind === 'delete' ? -1 : 0)
          if (kind === 'add')
            expect(result[all.indexOf(target) + 1]).toMatchObject({ id: 'fresh', body, bodyRevision: 1 })
          if (kind === 'replace') {
            const step = body === target.body ? 0 : 1
            expect(result[all.indexOf(target)]).toEqual({ ...target, body, bodyRevision: target.bodyRevision + step })
          }
        },
      ),
    )
  })
})

describe('translations', () => {
  test('what is typed anew is current, what is left alone grows old with the text, until somebody says it still holds', () => {
    const first = translated({}, { fr: 'Un', de: '' }, { bodyRevision: 1, stillHold: [] })
    expect(first).toEqual({ fr: { text: 'Un', revision: 1 } })
    const later = translated(first, { fr: 'Un', de: 'Eins' }, { bodyRevision: 2, stillHold: [] })
    const of = (translations: typeof first, language: string) =>
      freshness({ bodyRevision: 2, translations }, 'en', language)
    expect(['en', 'fr', 'de', 'ar'].map((one) => of(later, one))).toEqual(['original', 'older', 'current', 'missing'])
    const held = translated(later, { fr: 'Un', de: 'Eins' }, { bodyRevision: 2, stillHold: ['fr'] })
    expect(of(held, 'fr')).toBe('current')
  })
})
