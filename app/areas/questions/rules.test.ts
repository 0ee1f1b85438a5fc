import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageFrom, pastedFrom, type QuestionFault, questionFrom } from './form-rules.ts'
import {
  pageAsked,
  type QuestionAct,
  questionActs,
  questionStates,
  seenBy,
  stateAfter,
  threadOf,
  waitsFor,
} from './question-rules.ts'

const state = fc.constantFrom(...questionStates)
const act = fc.constantFrom(...questionActs)
/** What says something to the other side, or ends it. */
const deciding: readonly QuestionAct[] = ['town-writes', 'answers', 'asks-back', 'closes']

describe('what becomes of a question', () => {
  test('hangs on the last thing that was said or decided, whatever came before and between', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const last = acts.findLast((one) => deciding.includes(one))
        const expected = {
          'town-writes': 'open',
          answers: 'answered',
          'asks-back': 'waiting',
          closes: 'closed',
        } as const
        const wanted = last === undefined ? 'open' : expected[last as keyof typeof expected]
        expect(acts.reduce(stateAfter, 'open')).toBe(wanted)
      }),
    )
  })

  test('a word of the town is never left lying: it waits for the association', () => {
    fc.assert(
      fc.property(state, (before) => {
        expect(waitsFor(stateAfter(before, 'town-writes'))).toBe('association')
      }),
    )
  })

  test('notes, and who takes care of it, change nothing for the town', () => {
    fc.assert(
      fc.property(state, fc.constantFrom('notes' as const, 'takes' as const, 'takes-out' as const), (before, quiet) => {
        expect(stateAfter(before, quiet)).toBe(before)
      }),
    )
  })
})

test('a town never sees a note, and misses nothing else', () => {
  const side = fc.constantFrom('town' as const, 'association' as const)
  const message = fc.record({ side, note: fc.boolean(), id: fc.nat() })
  fc.assert(
    fc.property(fc.array(message), (messages) => {
      expect(seenBy('town', messages)).toEqual(messages.filter(({ note }) => !note))
      expect(seenBy('association', messages)).toEqual(messages)
    }),
  )
})

describe('the page on which somebody began to ask', () => {
  const office = '/office/nl/example-town'
  test.each(['/office/nl/example-town', '/office/nl/example-town/services/1b2c'])('%s is kept', (path) => {
    expect(pageAsked(office, path)).toBe(path)
  })
  test.each([
    '/office/nl/example-town-two',
    '/office/nl/example-town/questions/new',
    '/office/nl/example-town/findings?page=2',
    '/office/nl/example-town/<script>',
    'https://evil.example/office/nl/example-town',
    '//evil.example',
    `/office/nl/example-town/${'x'.repeat(300)}`,
    '',
  ])('%s is not', (path) => {
    expect(pageAsked(office, path)).toBeNull()
  })
})

describe('mails of a question', () => {
  const uuid = fc.uuid()
  const thread = (question: string, person: string, ids: readonly string[], at: number) =>
    threadOf(
      'towns.example',
      question,
      person,
      { id: ids[at] ?? '' },
      ids.slice(0, at).map((id) => ({ id })),
    )

  test('each names an earlier one of the same person, or the question itself; no two have the same id', () => {
    fc.assert(
      fc.property(uuid, uuid, fc.uniqueArray(uuid, { minLength: 1, maxLength: 40 }), (question, person, ids) => {
        const all = ids.map((_, at) => thread(question, person, ids, at))
        expect(new Set(all.map(({ messageId }) => messageId)).size).toBe(ids.length)
        for (const [at, { references }] of all.entries()) {
          expect(references[0]).toBe(`<question.${question}@towns.example>`)
          if (at > 0) expect(references.at(-1)).toBe(all[at - 1]?.messageId)
          expect(references.length).toBeLessThanOrEqual(21)
        }
      }),
    )
  })
})

describe('what is typed', () => {
  const fields = (given: Record<string, string>) =>
    new Map(Object.entries(given).map(([name, value]) => [name, [value]]))
  const codes = (read: object | { faults: readonly QuestionFault[] }) =>
    'faults' in read ? read.faults.map(({ code }) => code) : []

  test('a question goes to the only association, or to the one that is chosen among several', () => {
    const asked = { subject: ' Opening\n hours ', text: 'How?' }
    expect(questionFrom(fields(asked), ['a'])).toEqual({ subject: 'Opening hours', text: 'How?', association: 'a' })
    expect(codes(questionFrom(fields(asked), ['a', 'b']))).toEqual(['associationMissing'])
    expect(codes(questionFrom(fields({ ...asked, association: 'c' }), ['a', 'b']))).toEqual(['associationMissing'])
    expect(questionFrom(fields({ ...asked, association: 'b' }), ['a', 'b'])).toMatchObject({ association: 'b' })
    expect(codes(questionFrom(fields(asked), []))).toEqual(['associationMissing'])
  })

  test('what is missing or too long is said field by field', () => {
    expect(codes(questionFrom(fields({ subject: ' ', text: '' }), ['a']))).toEqual(['subjectMissing', 'textMissing'])
    const long = { subject: 'x'.repeat(151), text: 'x'.repeat(8_001) }
    expect(codes(questionFrom(fields(long), ['a']))).toEqual(['subjectLong', 'textLong'])
    expect(codes(messageFrom(fields({ text: ' \n ' })))).toEqual(['textMissing'])
  })

  test('what came by mail has a day, which has been', () => {
    const parse = (text: string) => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : null)
    const pasted = (received: string) => pastedFrom(fields({ received, text: 'Yes' }), parse, '2026-03-03')
    expect(pasted('2026-03-03')).toEqual({ text: 'Yes', receivedOn: '2026-03-03' })
    expect(codes(pasted('2026-03-04'))).toEqual(['dateFuture'])
    expect(codes(pasted('soon'))).toEqual(['date'])
  })
})
