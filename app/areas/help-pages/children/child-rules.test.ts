import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadChecklist, service } from '../../checklist/index.ts'
import { ageGroups, childKinds, isFor, servicesForChildren } from './child-rules.ts'

const checklist = loadChecklist()
let count = 0
const one = (given: object = {}) => {
  count += 1
  const id = `00000000-0000-4000-8000-${`${count}`.padStart(12, '0')}`
  return service.parse({ id, kinds: ['child-helpline'], name: { en: { text: 'A', origin: 'person' } }, ...given })
}

describe('kinds that a child is shown', () => {
  test('are help to call, and none is the one for people worried about their own thoughts', () => {
    expect(childKinds).not.toContain('worried-about-thoughts')
    for (const id of childKinds) expect(checklist.byId(id), id).toMatchObject({ duty: false })
  })

  test('are for children or teenagers by the checklist', () => {
    const young = /child|teen|pupil|athlete|everyone/
    for (const id of childKinds) expect(checklist.byId(id)?.forWhom.join(' '), id).toMatch(young)
  })
})

describe('services that a child is shown', () => {
  test('never one that helps people worried about their own thoughts, whatever else it does', () => {
    const kinds = checklist.kinds.map(({ id }) => id)
    const any = fc.record({
      kinds: fc.subarray(kinds, { minLength: 1 }),
      audiences: fc.subarray(['children', 'teens', 'parents', 'families', 'adults', 'professionals', 'everyone']),
      ages: fc.option(fc.record({ min: fc.option(fc.nat(120)), max: fc.option(fc.nat(120)) })),
    })
    fc.assert(
      fc.property(any, fc.constantFrom(...ageGroups, undefined), (given, age) => {
        const asked = one(given)
        if (!isFor(asked, age)) return
        expect(asked.kinds).not.toContain('worried-about-thoughts')
        expect(asked.kinds.some((kind) => childKinds.some((each) => each === kind))).toBe(true)
        if (given.audiences.length > 0) expect(given.audiences).not.toEqual(['adults'])
      }),
    )
  })

  test('of their age', () => {
    expect(isFor(one({ ages: { min: 12, max: 25 } }), '8-12')).toBe(true)
    expect(isFor(one({ ages: { min: 13, max: 25 } }), '8-12')).toBe(false)
    expect(isFor(one({ ages: { min: null, max: 12 } }), '13-17')).toBe(false)
    expect(isFor(one({ audiences: ['teens'] }), '8-12')).toBe(false)
    expect(isFor(one({ audiences: ['teens', 'parents'] }), '13-17')).toBe(true)
    expect(isFor(one({ audiences: ['adults', 'professionals'] }), '13-17')).toBe(false)
    expect(isFor(one({ audiences: ['teens'] }), undefined)).toBe(true)
  })

  test('what helps soonest stands first', () => {
    const owner = { id: one().id, kind: 'municipality', name: 'A', names: {} } as const
    const all = ['court-support', 'trauma-therapy', 'child-helpline', 'parent-programmes'].map((kind) => ({
      service: one({ kinds: [kind] }),
      owner,
      own: true,
    }))
    expect(servicesForChildren(all, '8-12').map((each) => each.service.kinds[0])).toEqual([
      'child-helpline',
      'trauma-therapy',
      'court-support',
    ])
  })
})
