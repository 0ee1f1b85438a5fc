/** What holds of every plan, whatever an office writes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namesContact } from '../standards/index.ts'
import { isUnchanged, planDifference } from './difference-rules.ts'
import { measureFields, measureFrom } from './forms/measure-form.ts'
import { parseNumber, typedFields, typedNumber } from './forms/typed-fields.ts'
import { currentPlan, endedOn, inOrder, periodIsSound, planMusts, planShoulds } from './plan-rules.ts'
import { chartOf } from './public/chart-rules.ts'
import { byArticle, bySection, byYear } from './public/view-rules.ts'
import { type Measure, measure as measureSchema, measureStates, type PlanDocument, sections } from './schema.ts'

const day = fc
  .integer({ min: 0, max: 9_000 })
  .map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }).toString())
const line = fc.stringMatching(/^[\p{L}&<>"'0-9]{1,12}(?: [\p{L}0-9]{1,12}){0,3}$/u)
const figure = fc.integer({ min: -99_999, max: 9_999_999 }).map((value) => value / 100)
const point = fc.record({ on: day, value: figure })

const indicator = fc.record({
  id: fc.uuid(),
  common: fc.constant(null),
  name: line,
  unit: fc.oneof(fc.constant(''), line),
  baseline: fc.option(fc.record({ on: day, value: figure, source: fc.constant('Register') })),
  target: fc.option(point),
  values: fc
    .array(fc.record({ on: fc.constant('2024-05-01'), value: figure, note: fc.constant('') }), { maxLength: 3 })
    .map((values) => values.map((one, index) => ({ ...one, on: `2024-0${index + 1}-01` }))),
})
const minutes = { sha256: 'a'.repeat(64), type: 'pdf' as const, bytes: 1_000 }
const measure: fc.Arbitrary<Measure> = fc
  .record({
    id: fc.uuid(),
    section: fc.constantFrom(...sections),
    title: line,
    what: fc.oneof(fc.constant(''), line),
    responsible: fc.oneof(fc.constant(''), line),
    articles: fc
      .uniqueArray(fc.integer({ min: 1, max: 50 }), { maxLength: 3 })
      .map((all) => all.toSorted((a, b) => a - b)),
    partner: fc.oneof(fc.constant(''), line),
    budget: fc.constantFrom('', 'EUR 250000'),
    kinds: fc.uniqueArray(fc.constantFrom('child-helpline', 'safe-sport'), { maxLength: 2 }),
    starts: fc.option(day),
    ends: fc.option(day),
    state: fc.constantFrom(...measureStates),
    reason: line,
    indicators: fc.array(indicator, { maxLength: 2 }),
    evidence: fc.array(
      fc.oneof(
        fc.record({ title: line, url: fc.constant('https://www.example.org/a') }),
        fc.record({ title: line, url: fc.constant(''), file: fc.constant(minutes) }),
      ),
      { maxLength: 2 },
    ),
    shared: fc.boolean(),
  })
  .map((one) => {
    const [starts, ends] =
      one.starts !== null && one.ends !== null && one.starts > one.ends
        ? [one.ends, one.starts]
        : [one.starts, one.ends]
    return measureSchema.parse({ ...one, starts, ends })
  })
const measures = fc.uniqueArray(measure, { selector: ({ id }) => id, maxLength: 6 })

const plan = {
  title: 'Plan',
  language: 'en',
  starts: '2026-01-01',
  ends: '2029-12-31',
  steering: '',
  office: '',
  participation: '',
  heard: [],
}
const documentWith = (all: readonly Measure[]): PlanDocument => ({
  ...{ format: 'safe-towns-plan/1', plan, authorities: ['0190d3a0-0000-7000-8000-000000000001'], measures: [...all] },
})

describe('a form', () => {
  test('gives back every measure as it was written, in languages that write numbers differently', () => {
    fc.assert(
      fc.property(measure, fc.constantFrom('en-GB', 'de', 'fr', 'ar', 'de-CH', 'pl'), (one, tag) => {
        const { id: _, ...facts } = one
        const reading = {
          ...{
            tag,
            givesPlaceAway: () => false,
            namesContact: () => false,
            articles: new Set(Array.from({ length: 50 }, (_one, index) => index + 1)),
          },
          ...{
            kinds: new Set(['child-helpline', 'safe-sport']),
            languages: new Set(['fr', 'de']),
            language: 'en',
            common: new Map<string, string>(),
            catalogue: null,
            today: '2030-01-01',
          },
          ...{ files: new Map([[minutes.sha256, minutes]]), added: undefined },
        }
        expect(measureFrom(measureFields(facts, tag), reading)).toEqual(facts)
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['1,234.5', 'en-GB', 1234.5],
    ['1.234,5', 'de', 1234.5],
    ['1\u202f234,5', 'fr', 1234.5],
    ['١٬٢٣٤', 'ar', 1234],
    ['1.234', 'de', 1234],
    ['1.5', 'de', 1.5],
    ['-3', 'en-GB', -3],
    ['1,5', 'en-GB', undefined],
    ['about 5', 'en-GB', undefined],
    ['', 'en-GB', undefined],
  ])('reads %j in %s as %j', (text, tag, value) => {
    expect(parseNumber(text, tag)).toBe(value)
  })

  test.each([
    ['1 250 000 euros, 2027-2029', false],
    ['120.000,50 € a year', false],
    ['EUR 250000', false],
    ['Ask 020 7946 0123', true],
    ['0800-123456', true],
    ['+44 20 7946 0123', true],
  ])('tells a sum of money from a telephone number: %s', (budget, refused) => {
    const reading = { tag: 'en', givesPlaceAway: () => false, namesContact }
    const typed = typedFields(new Map([['budget', [budget]]]), reading)
    typed.amount('budget')
    expect(typed.faults).toEqual(refused ? [{ field: 'budget', code: 'contact' }] : [])
  })

  test('reads every number that it writes', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom('en-GB', 'de', 'fr', 'ar', 'fa', 'pl', 'de-CH'), (value, tag) => {
        expect(parseNumber(typedNumber(value, tag), tag)).toBe(value)
      }),
    )
  })
})

describe('a difference', () => {
  test('of a version to itself is none, and of two versions names each measure that differs, once', () => {
    fc.assert(
      fc.property(measures, measures, (before, after) => {
        expect(isUnchanged(planDifference(documentWith(before), documentWith(before)))).toBe(true)
        const named = planDifference(documentWith(before), documentWith(after)).measures.map(({ id }) => id)
        expect(new Set(named).size).toBe(named.length)
        for (const { id } of [...before, ...after]) {
          const same = before.some((one) => one.id === id) && after.some((one) => one.id === id)
          if (!same) expect(named).toContain(id)
        }
      }),
      { numRuns: 40 },
    )
  })
})

test('a difference tells no figure of so few that somebody could tell who they are', () => {
  const [first] = fc.sample(measure, { numRuns: 1, seed: 1 })
  const one = { id: plan.language, common: 'children-helped', name: 'Helped', unit: '', target: null, baseline: null }
  const withValue = (value: number) => {
    const indicators = [{ ...one, values: [{ on: '2026-01-01', value, note: '' }] }]
    return documentWith(first ? [{ ...first, indicators }] : [])
  }
  const told = (before: number, after: number) =>
    planDifference(withValue(before), withValue(after)).measures.flatMap(({ indicators }) =>
      indicators.map((each) => [each.before, each.after]),
    )
  expect([told(2, 40), told(5, 4), told(2, 3), told(0, 5)]).toEqual([
    [['few', 40]],
    [[5, 'few']],
    [['few', 'few']],
    [[0, 5]],
  ])
})

describe('readers', () => {
  test('find every measure in each view, and in an order that does not hang on how they came', () => {
    fc.assert(
      fc.property(measures, (all) => {
        for (const groups of [bySection(all), byArticle(all), byYear(all)]) {
          const shown = new Set(groups.flatMap((group) => group.measures.map(({ id }) => id)))
          expect(shown).toEqual(new Set(all.map(({ id }) => id)))
        }
        expect(inOrder(all.toReversed())).toEqual(inOrder(all))
      }),
      { numRuns: 40 },
    )
  })

  test('see figures within their picture, in the order of their days', () => {
    fc.assert(
      fc.property(indicator, (one) => {
        const chart = chartOf(one)
        const points = [...(chart?.points ?? []), ...(chart?.target ? [chart.target] : [])]
        for (const { x, y } of points) {
          expect(x >= 0 && x <= 640 && y >= 0 && y <= 220).toBe(true)
        }
        const days = (chart?.points ?? []).map(({ on }) => on)
        expect(days).toEqual(days.toSorted())
      }),
    )
  })

  test('are shown the plan under way, else the next, else the last', () => {
    const plans = [
      { id: 'old', starts: '2020-01-01', ends: '2023-12-31' },
      { id: 'next', starts: '2027-01-01', ends: '2029-12-31' },
      { id: 'now', starts: '2025-01-01', ends: '2026-12-31' },
    ]
    const on = (today: string, of = plans) => currentPlan(of, today)?.id
    expect([on('2026-06-01'), on('2024-06-01'), on('2031-01-01'), on('2026-01-01', [])]).toEqual([
      'now',
      'now',
      'next',
      undefined,
    ])
  })
})

test('what stops a plan is what makes no sense; what is only missing is said, and stops nothing', () => {
  const [first] = fc.sample(measure, { numRuns: 1, seed: 1 })
  if (!first) throw new Error('no sample')
  const late: Measure = { ...first, state: 'delayed', reason: '', starts: '2027-01-01', ends: '2026-01-01' }
  expect(planMusts(plan, []).map(({ code }) => code)).toEqual(['noMeasures'])
  expect(planMusts({ ...plan, ends: '2025-01-01' }, [late]).map(({ code }) => code)).toEqual([
    'period',
    'reason',
    'dates',
  ])
  expect(periodIsSound({ starts: '2026-01-01', ends: '2036-01-01' })).toBe(true)
  expect(periodIsSound({ starts: '2026-01-01', ends: '2036-01-02' })).toBe(false)
  const bare: Measure = { ...first, section: 'prevention', responsible: '', articles: [], starts: null, indicators: [] }
  expect(planShoulds(plan, [{ ...bare, state: 'done' }], '2026-07-01').map(({ code }) => code)).toEqual([
    ...(['steering', 'office', 'participation', 'empty', 'empty', 'empty'] as const),
    ...(['responsible', 'articles', 'noDates', 'noIndicator'] as const),
  ])
})

test('what its days and its state say differently is asked, and only that', () => {
  fc.assert(
    fc.property(measure, day, (one, today) => {
      const codes = planShoulds(plan, [one], today).flatMap((check) => (check.of === 'measure' ? [check.code] : []))
      const open = one.state === 'not-started' || one.state === 'under-way'
      const over = open && one.ends !== null && one.ends < today
      expect(codes.includes('over')).toBe(over)
      expect(endedOn(one, today)).toBe(over ? one.ends : undefined)
      const begun = !over && one.state === 'not-started' && one.starts !== null && one.starts < today
      expect(codes.includes('begun')).toBe(begun)
    }),
  )
})
