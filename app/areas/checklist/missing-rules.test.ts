import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { missingFirst } from './completeness.ts'
import { loadCompleteness } from './completeness-data.ts'
import { loadChecklist } from './kinds.ts'
import {
  groupTotals,
  isToDo,
  type MissingItem,
  missingFacts,
  missingGroups,
  missingItems,
  withoutAsked,
} from './missing-rules.ts'
import { sinceThen, standingOf } from './month-rules.ts'
import type { Answer, ServiceFacts } from './schema.ts'
import { facts, text } from './test-town.ts'

const checklist = loadChecklist()
const completeness = loadCompleteness()
const reference = { checklist, completeness }
const today = Temporal.PlainDate.from('2026-03-10')
const looked = { today, clocks: checklist, servedByOthers: new Set<string>() }

const answer = (kind: string, status: Answer['status'] = 'not-available', answeredOn = '2026-03-01') => ({
  answer: { kind, status, plannedFor: null, note: text('Ask the district'), answeredOn },
})
const all = checklist.kinds.map(({ id }) => answer(id))
const whole: ServiceFacts = facts({
  kinds: ['child-helpline'],
  whatHappens: text('We listen'),
  phones: [],
  email: 'help@example.org',
  tellsOthers: 'no',
  parentNeeded: 'no',
  hours: { ...facts().hours, always: true },
  languages: ['en'],
  anonymous: true,
  fee: 'free',
  interpreters: 'yes',
  audiences: ['children'],
  provider: 'Listening Ear',
  howDecided: text('We ask'),
  howToComplain: text('Write to us'),
  checked: { on: '2026-03-01', by: 'office' },
})
const items = (answers = all, services: readonly ServiceFacts[] = [whole]) =>
  missingItems(reference, { answers, services: services.map((one, at) => ({ id: `s${at}`, facts: one })) }, looked)
const told = (item: MissingItem | undefined) =>
  item && [item.group, item.what, 'kind' in item ? item.kind.id : 'fact' in item ? item.fact : item.service]

describe('what is missing', () => {
  test('nothing, where all is answered, said and checked', () => expect(items()).toEqual([]))

  test('first a core item without an answer, then a service that nobody can reach, then a core item without one', () => {
    const answers = [...all.filter(({ answer: { kind } }) => kind !== 'trauma-therapy' && kind !== 'school-support')]
    const found = items([...answers, answer('school-support', 'available')], [{ ...whole, email: null }])
    expect(found.map(told)).toEqual([
      ['first', 'answer', 'trauma-therapy'],
      ['first', 'fact', 'contact'],
      ['first', 'service', 'school-support'],
    ])
  })

  test('hours come first where a service protects, later where it does not; what it should say comes last', () => {
    const bare = { ...whole, hours: facts().hours, interpreters: null }
    expect(items(all, [bare]).map(told)).toEqual([
      ['first', 'fact', 'hours'],
      ['first', 'fact', 'whenClosed'],
      ['should', 'fact', 'interpreters'],
    ])
    expect(items(all, [{ ...bare, kinds: ['trauma-therapy'] }]).map(told)).toEqual([
      ['must', 'fact', 'hours'],
      ['should', 'fact', 'whenClosed'],
      ['should', 'fact', 'interpreters'],
    ])
  })

  test('an answer and a service whose day has come are to be checked again', () => {
    const old = [...all.slice(1), answer('child-help-page', 'not-available', '2025-01-01')]
    expect(items(old, [{ ...whole, checked: null }]).map(told)).toEqual([
      ['check', 'checkAnswer', 'child-help-page'],
      ['check', 'checkService', 's0'],
    ])
  })

  test('a service of two kinds must say what either of them asks for', () => {
    const bare = facts({ kinds: ['public-awareness', 'child-helpline'] })
    expect(missingFacts(completeness, bare)).toContainEqual({ fact: 'tellsOthers', level: 'must' })
  })

  test('for any draft: in the order of the groups, nothing twice, minutes that add up', () => {
    const kinds = checklist.kinds.map(({ id }) => id)
    const one = fc
      .record({
        kinds: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
        email: fc.constantFrom(null, 'a@example.org'),
        tellsOthers: fc.constantFrom(null, 'no' as const),
        fee: fc.constantFrom(null, 'free' as const),
        checked: fc.constantFrom(null, { on: '2026-03-01', by: 'office' as const }),
      })
      .map((given) => facts(given))
    const answers = fc.subarray(kinds).map((some) => some.map((kind) => answer(kind, 'available')))
    fc.assert(
      fc.property(answers, fc.array(one, { maxLength: 6 }), (given, services) => {
        const found = items(given, services)
        const groups = found.map(({ group }) => missingGroups.indexOf(group))
        expect(groups).toEqual(groups.toSorted((a, b) => a - b))
        const names = found.map((item) => JSON.stringify({ ...item, kind: 'kind' in item ? item.kind.id : '' }))
        expect(new Set(names).size).toBe(names.length)
        const totals = groupTotals(found)
        expect(totals.reduce((sum, { count }) => sum + count, 0)).toBe(found.length)
        expect(totals.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
          found.reduce((sum, { minutes }) => sum + minutes, 0),
        )
      }),
    )
  })
})

test('what a provider has been asked takes no minutes, stands last of what is to be checked, and asks nothing of the office', () => {
  const old = { ...whole, checked: { on: '2025-01-01', by: 'office' as const } }
  const asked = new Map([['s0', { on: today.subtract({ days: 3 }), until: today.add({ days: 39 }) }]])
  const draft = { answers: all, services: [old, old].map((facts, at) => ({ id: `s${at}`, facts })) }
  const found = missingItems(reference, draft, { ...looked, asked })
  expect(found.map((item) => [told(item)?.[2], item.minutes > 0, isToDo(item)])).toEqual([
    ['s1', true, true],
    ['s0', false, false],
  ])
  expect(groupTotals(found).find(({ group }) => group === 'check')).toMatchObject({ count: 1 })
  const only = { ...draft, services: draft.services.slice(0, 1) }
  const due = (given: typeof only) =>
    missingFirst(checklist, given, today, checklist).filter(({ state }) => state === 'review-due').length
  expect([due(only), due(withoutAsked(only, { today, asked }))]).toEqual([1, 0])
})

describe('a town and its own past', () => {
  const service = (given: Partial<ServiceFacts>) => ({ ...whole, ...given, id: crypto.randomUUID() })
  const services = [service({}), service({ email: null, checked: null, whatHappens: text('Wij luisteren', 'nl') })]
  const now = standingOf(reference, { answers: all.slice(0, 3).map((one) => one.answer), services }, looked)
  const month = (name: string, given: object) => ({ ...now, month: Temporal.PlainYearMonth.from(name), ...given })
  const march = Temporal.PlainYearMonth.from('2026-03')

  test('is counted', () => {
    expect(now).toEqual({
      ...{ answers: 3, coreAnswered: 3, core: 20, services: 2, servicesComplete: 1, servicesFresh: 1, languages: 2 },
    })
  })

  test('is compared with the last month that was different, never with this one', () => {
    const months = [month('2026-03', { coreAnswered: 9 }), month('2026-02', {}), month('2026-01', { coreAnswered: 1 })]
    expect(sinceThen(now, months, march)).toMatchObject({ what: 'core', more: 2 })
    expect(`${sinceThen(now, months, march)?.month}`).toBe('2026-01')
    expect(sinceThen(now, [month('2026-02', { servicesComplete: 2 })], march)).toMatchObject({
      what: 'services',
      more: -1,
    })
    expect(sinceThen(now, [month('2026-02', {}), month('2025-12', {})], march)).toMatchObject({ more: 0 })
    expect(sinceThen(now, [month('2026-03', {})], march)).toBeUndefined()
  })
})
