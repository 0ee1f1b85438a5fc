import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadReferenceData } from '../../reference-data.ts'
import { authorityKinds } from '../authorities/index.ts'
import { fourPs } from '../checklist/index.ts'
import { suggestMeasures, type TownNow } from './suggest-rules.ts'

const { checklist, measures: catalogue } = loadReferenceData()
const { measures } = catalogue
const { kinds } = checklist
const kindIds = kinds.map(({ id }) => id)
const statuses = checklist.statuses.map(({ id }) => id)
const suggest = (town: TownNow) => suggestMeasures(measures, kinds, town)

const some = <T>(all: readonly T[]) => fc.subarray([...all]).map((chosen) => new Set(chosen))
const towns: fc.Arbitrary<TownNow> = fc.record({
  authority: fc.constantFrom(...authorityKinds),
  answers: fc
    .array(fc.tuple(fc.constantFrom(...kindIds), fc.constantFrom(...statuses)), { maxLength: 80 })
    .map((each) => new Map(each)),
  fresh: some(kindIds),
  plan: fc.record({
    measures: some(measures.map(({ id }) => id)),
    sections: some([...fourPs, 'steering'] as const),
  }),
})

const order = ['not-available', undefined, 'planned', 'partly']
const orderOf = (suggestion: ReturnType<typeof suggest>[number]) =>
  suggestion.because[0] ? order.indexOf(suggestion.because[0].answer) : order.length

test('gaps come first, gravest first, then basics; nothing twice, nothing that is in the plan', () => {
  fc.assert(
    fc.property(towns, (town) => {
      const ids = suggest(town).map(({ measure }) => measure.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => town.plan.measures.has(id))).toEqual([])
      const ranks = suggest(town).map(orderOf)
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    }),
  )
})

test('each suggestion says which gaps of this town it closes', () => {
  fc.assert(
    fc.property(towns, (town) => {
      for (const { measure, because } of suggest(town)) {
        for (const { kind, answer } of because) {
          expect(measure.kinds).toContain(kind)
          expect(answer).toBe(town.answers.get(kind))
          expect(order).toContain(answer)
          if (answer === undefined) expect(town.fresh.has(kind)).toBe(false)
        }
        if (because.length === 0) {
          expect(measure.basic).toBe(true)
          expect(town.plan.sections.has(measure.section)).toBe(false)
        }
      }
    }),
  )
})

test('what others do is no gap, and a measure about that alone is never suggested', () => {
  fc.assert(
    fc.property(towns, ({ answers, ...rest }) => {
      const town = { ...rest, answers: new Map(kindIds.map((id) => [id, answers.get(id) ?? 'not-our-task'] as const)) }
      for (const { measure, because } of suggest(town)) {
        expect(because.some(({ answer }) => answer === 'not-our-task')).toBe(false)
        expect(measure.kinds.every((kind) => town.answers.get(kind) === 'not-our-task')).toBe(false)
      }
    }),
  )
})

test('every gap for which the plan holds nothing has a suggestion', () => {
  fc.assert(
    fc.property(towns, (town) => {
      const suggested = suggest(town).flatMap(({ because }) => because.map(({ kind }) => kind))
      const left = kinds.filter(({ id }) => {
        const open = measures.some((one) => one.kinds.includes(id) && !town.plan.measures.has(one.id))
        return open && town.answers.get(id) === 'not-available'
      })
      expect(left.filter(({ id }) => !suggested.includes(id))).toEqual([])
    }),
  )
})

const town = (change: Partial<TownNow>): TownNow => ({
  authority: 'municipality',
  answers: new Map(kindIds.map((id) => [id, 'available'] as const)),
  fresh: new Set(kindIds),
  plan: { measures: new Set(), sections: new Set() },
  ...change,
})
const withAnswers = (...some: readonly (readonly [string, (typeof statuses)[number]])[]) =>
  new Map([...town({}).answers, ...some])

test('a plan with nothing on a P gets the basics of it, also where nothing is missing', () => {
  const sections = suggest(town({})).map(({ measure }) => measure.section)
  expect([...new Set(sections)].sort()).toEqual([...fourPs].sort())
  expect(suggest(town({ plan: { measures: new Set(), sections: new Set(fourPs) } }))).toEqual([])
})

test('among equals the contacts that protect a child come first', () => {
  const answers = withAnswers(['public-awareness', 'not-available'], ['safe-place-to-stay', 'not-available'])
  expect(suggest(town({ answers })).map(({ measure }) => measure.id)).toMatchObject({
    0: 'emergency-families',
    1: 'european-day',
  })
})

test('a town alone is offered first what it can begin alone, a region what several share', () => {
  const answers = withAnswers(['childrens-house', 'not-available'])
  const first = (authority: TownNow['authority']) => suggest(town({ authority, answers }))[0]?.measure.id
  expect(first('municipality')).toBe('way-to-childrens-house')
  expect(first('region')).toBe('childrens-house')
})
