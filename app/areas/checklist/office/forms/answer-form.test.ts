import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, answerStatuses } from '../../schema.ts'
import { answerFieldsFrom, answerFrom, notedStatuses, statusesWithNote } from './answer-form.ts'
import { introductionFieldsFrom, introductionFrom } from './introduction-form.ts'

const context = { kind: 'child-helpline', duty: false, known: new Set(['nl', 'en', 'ar']) }
const wording = fc.stringMatching(/^[a-z][a-z \n]{0,30}[a-z]$/).map((text) => ({ text, origin: 'person' as const }))
const note = fc.dictionary(fc.constantFrom('nl', 'en', 'ar'), wording).map((text) => ({ ...text }))
const answers: fc.Arbitrary<Answer> = fc
  .tuple(
    fc.constantFrom(...answerStatuses),
    note,
    fc.date({ min: new Date('2026-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
  )
  .map(([status, text, day]) => ({
    kind: 'child-helpline',
    status,
    plannedFor: status === 'planned' ? day.toISOString().slice(0, 10) : null,
    note: statusesWithNote.some((one) => one === status) ? text : {},
    answeredOn: '2026-03-10',
  }))

describe('the answer form', () => {
  it('shown and saved unchanged says the same', () => {
    fc.assert(
      fc.property(answers, (answer) => {
        const { answeredOn: _, ...said } = answer
        expect(answerFrom(answerFieldsFrom(answer), answer, context)).toEqual({ ok: true, value: said })
      }),
    )
  })

  it('of a duty keeps what the town does, and the text that it began with until the note is empty', () => {
    const duty = { ...context, duty: true }
    const standard = { id: '5afe7035-0000-8000-8000-000000000001', version: 2 }
    fc.assert(
      fc.property(answers, note, (given, text) => {
        const noted = notedStatuses(true).some((one) => one === given.status)
        const before: Answer = { ...given, note: noted ? text : {}, standard }
        const { answeredOn: _, standard: began, ...said } = before
        const same = answerFrom(answerFieldsFrom(before), before, duty)
        const kept = Object.keys(said.note).length > 0 ? { standard: began } : {}
        expect(same).toEqual({ ok: true, value: { ...said, ...kept } })
        const alone = answerFrom(answerFieldsFrom(before), before, { ...duty, began: 'none' })
        expect(alone).toEqual({ ok: true, value: said })
      }),
    )
  })

  it('asks for a status, and for a day that exists', () => {
    expect(answerFrom(new Map(), undefined, context)).toEqual({
      ok: false,
      faults: [{ field: 'status', code: 'statusMissing' }],
    })
    const planned = (parts: Record<string, string>) =>
      answerFrom(
        new Map([['status', ['planned']], ...Object.entries(parts).map(([name, value]) => [name, [value]] as const)]),
        undefined,
        context,
      )
    expect(planned({})).toMatchObject({ faults: [{ field: 'planned', anchor: 'planned-day', code: 'plannedMissing' }] })
    const never = { 'planned-day': '30', 'planned-month': '2', 'planned-year': '2027' }
    expect(planned(never)).toMatchObject({ faults: [{ field: 'planned', code: 'dateInvalid' }] })
    expect(planned({ ...never, 'planned-day': '٢٨' })).toMatchObject({ value: { plannedFor: '2027-02-28' } })
  })
})

describe('the introduction form', () => {
  it('shown and saved unchanged says the same', () => {
    fc.assert(
      fc.property(note, (text) => {
        expect(introductionFrom(introductionFieldsFrom(text), text, ['nl', 'en', 'ar'])).toEqual(text)
      }),
    )
  })
})
