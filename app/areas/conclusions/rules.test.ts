import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AmendmentKind,
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

const fresh = (after: Line): Line => ({ ...after, id: 'fresh' })
/** What the line of an amendment reads afterwards. */
function expected(target: Line, kind: AmendmentKind, body: string): Line | undefined {
  if (kind === 'delete') return undefined
  if (kind === 'add') return { id: 'fresh', body, bodyRevision: 1 }
  return { ...target, body, bodyRevision: target.bodyRevision + Number(body !== target.body) }
}

describe('amendments', () => {
  test('change the line they are about and no other', () => {
    const kinds = fc.constantFrom(...amendmentKinds)
    fc.assert(
      fc.property(lines, fc.nat(), kinds, fc.string({ minLength: 1 }), (all, at, kind, body) => {
        const index = at % all.length
        const target = all[index] as Line
        const result = amended(all, { kind, conclusion: target.id, body }, fresh)
        const after = expected(target, kind, body)
        const there = [...(kind === 'add' ? [target] : []), ...(after ? [after] : [])]
        expect(result).toEqual([...all.slice(0, index), ...there, ...all.slice(index + 1)])
      }),
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
