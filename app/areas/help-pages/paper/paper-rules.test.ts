import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EffectiveService } from '../effective-page.ts'
import {
  goodUntil,
  isOnPaper,
  mostServices,
  type PaperAsked,
  paperAsked,
  paperAudiences,
  paperKinds,
  paperSizes,
  servicesOnPaper,
} from './paper-rules.ts'
import { day, offered, reference, today } from './test-paper.ts'

const forFamilies: PaperAsked = { size: 'a4', audience: 'family' }
const printed = (services: readonly EffectiveService[], asked = forFamilies) =>
  servicesOnPaper(services, asked, day).map(({ effective }) => effective)

describe('what an address asks for', () => {
  test('is a poster for families where it says nothing', () => {
    expect(paperAsked()).toEqual(forFamilies)
    expect(paperAsked('card', 'child')).toEqual({ size: 'card', audience: 'child' })
  })

  test.each([
    ['a3', 'family'],
    ['a4', 'everyone'],
    ['', ''],
    ['A4', 'family'],
    ['constructor', '__proto__'],
  ])('%s for %s is none', (size, audience) => {
    expect(paperAsked(size, audience)).toBeUndefined()
  })
})

test('every kind on paper is help to call that the checklist has', () => {
  for (const audience of paperAudiences) {
    for (const kind of paperKinds[audience]) expect(reference.checklist.byId(kind), kind).toMatchObject({ duty: false })
    expect(paperKinds[audience]).not.toContain('worried-about-thoughts')
    expect(new Set(paperKinds[audience]).size).toBe(paperKinds[audience].length)
  }
})

describe('a service stands on paper', () => {
  test.each([
    ['without a telephone', { phones: [] }],
    ['that nobody has ever checked', { checked: null }],
    ['whose check is overdue', { checked: { on: '2026-08-01', by: 'office' } }],
    ['that is to be checked within a month', { checked: { on: '2026-09-10', by: 'provider' } }],
    ['that is closed', { closure: { from: '2026-12-24', to: '2027-01-02', text: {} } }],
    ['that is closed until further notice', { closure: { from: '2026-11-01', to: null, text: {} } }],
    ['with a notice', { alert: { text: {}, until: null } }],
    ['of a kind that this audience does not need', { kinds: ['online-safety-education'] }],
  ])('never %s', (_, given) => {
    expect(printed([offered(given)])).toEqual([])
  })

  test('when it was checked in time, and after a closure and a notice are over', () => {
    const closure = { from: '2026-11-01', to: '2026-11-22', text: {} }
    const alert = { text: {}, until: '2026-11-22' }
    const one = offered({ closure, alert })
    expect(printed([one])).toEqual([one])
  })

  test('one of each kind before a second of a kind, the town’s own first, none twice', () => {
    const kind = (...kinds: string[]) => offered({ kinds })
    const [first, second] = [kind('crisis-counselling'), kind('crisis-counselling')]
    const [line, both] = [kind('report-concern-line'), kind('trauma-therapy', 'childrens-house')]
    const region = { ...kind('crisis-counselling'), own: false }
    expect(printed([region, first, second, both, line])).toEqual([line, first, both, second, region])
  })

  test('on the child’s paper only where it is for children', () => {
    const child: PaperAsked = { size: 'a4', audience: 'child' }
    expect(
      printed([offered({ audiences: ['parents'] }), offered({ kinds: ['worried-about-thoughts'] })], child),
    ).toEqual([])
    expect(printed([offered({ audiences: ['teens'] })], child)).toHaveLength(1)
  })

  test('whatever there is: no more than fit, and paper is good for a month at least and half a year at most', () => {
    const kinds = reference.checklist.kinds.map(({ id }) => id)
    const someDay = fc.integer({ min: -400, max: 0 }).map((days) => today.add({ days }).toString())
    const services = fc.array(
      fc
        .record({ kinds: fc.subarray(kinds, { minLength: 1, maxLength: 4 }), on: someDay })
        .map(({ on, ...given }) => offered({ ...given, checked: { on, by: 'office' } })),
      { maxLength: 30 },
    )
    const askedFor = fc.record({
      size: fc.constantFrom(...paperSizes),
      audience: fc.constantFrom(...paperAudiences),
    })
    fc.assert(
      fc.property(services, askedFor, (all, asked) => {
        const found = servicesOnPaper(all, asked, day)
        expect(found.length).toBeLessThanOrEqual(mostServices[asked.size])
        expect(new Set(found).size).toBe(found.length)
        const until = goodUntil(today, found)
        expect(until.toString() >= '2026-12-23' && until.toString() <= '2027-05-23').toBe(true)
        for (const one of found) expect(until.toString() <= one.goodUntil.toString()).toBe(true)
      }),
    )
  })
})

test('a child’s paper has the numbers a child calls, a card those that can be dialled', () => {
  const line = (kind: string, number: string | null = '116 111') => ({ kind, number })
  const on = (size: PaperAsked['size'], audience: PaperAsked['audience'], one: ReturnType<typeof line>) =>
    isOnPaper(one, { size, audience })
  expect(on('a4', 'child', line('report-material'))).toBe(false)
  expect(on('a4', 'child', line('child-helpline', null))).toBe(true)
  expect(on('a4', 'family', line('report-material'))).toBe(true)
  expect(on('card', 'family', line('report-material'))).toBe(false)
  expect(on('card', 'family', line('child-chat', null))).toBe(false)
  for (const audience of paperAudiences) {
    for (const size of paperSizes)
      for (const kind of ['emergency', 'police']) expect(on(size, audience, line(kind))).toBe(true)
  }
})
