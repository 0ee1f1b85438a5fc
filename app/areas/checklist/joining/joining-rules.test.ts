import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../schema.ts'
import { at, facts, text } from '../test-town.ts'
import { groupServices, type JoinedService, joinFault, stayingIn, takenOver } from './joining-rules.ts'

const phone = (number: string): ServiceFacts['phones'][number] => ({
  ...{ number, label: {}, channels: ['voice'], languages: [], hours: {}, cost: null },
  ...{ showsOnBill: null, fictional: true },
})
const service = (id: string, authority: string, given: Partial<ServiceFacts> = {}): JoinedService => ({
  ...{ id, authority, revision: 1, facts: facts({ name: text(`Service ${id}`), ...given }) },
})
const successor = { id: 'new', country: 'NL' }
const ids = (groups: ReturnType<typeof groupServices>) =>
  groups.map(({ open, own }) =>
    [...open, ...own]
      .map(({ id }) => id)
      .toSorted()
      .join(),
  )

describe('services of towns that are one now', () => {
  test('stand together by name, number, mail or web, however they are written', () => {
    const groups = groupServices(successor, [
      service('1', 'a', { name: text('Kinder-Telefon'), phones: [phone('+31 20 555 0100')] }),
      service('2', 'b', { name: text('kinder telefon', 'nl') }),
      service('3', 'b', { phones: [phone('020-5550100')] }),
      service('4', 'a', { web: 'https://www.house.example/' }),
      service('5', 'new', { web: 'http://house.example' }),
      service('6', 'b'),
      service('7', 'new'),
    ])
    expect(ids(groups)).toEqual(['1,2,3', '4,5', '6'])
  })

  test('not by a short number, which is everybody’s', () => {
    const groups = groupServices(successor, [
      service('1', 'a', { phones: [phone('116 111')] }),
      service('2', 'b', { phones: [phone('116111')] }),
    ])
    expect(ids(groups)).toEqual(['1', '2'])
  })

  test('each open one is in exactly one group', () => {
    const some = fc.record({
      authority: fc.constantFrom('a', 'b', 'new'),
      name: fc.constantFrom('One', 'Two', 'Three'),
      number: fc.constantFrom('', '0205550100', '0205550101'),
    })
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (given) => {
        const services = given.map(({ authority, name, number }, index) =>
          service(`${index}`, authority, { name: text(name), phones: number ? [phone(number)] : [] }),
        )
        const open = groupServices(successor, services).flatMap((group) => group.open.map(({ id }) => id))
        expect(open.toSorted()).toEqual(
          services
            .filter((one) => one.authority !== 'new')
            .map(({ id }) => id)
            .toSorted(),
        )
      }),
    )
  })
})

describe('a decision', () => {
  const hidden = service('1', 'a', { place: { type: 'confidential' } })
  const shown = service('2', 'b', { place: at('Market 1') })
  const group = { open: [hidden, shown], own: [] }

  test('is about each of them', () => {
    expect(joinFault(group, { keep: ['1'], leave: [], different: false })).toBe('undecided')
    expect(joinFault(group, { keep: ['1', '2'], leave: ['2'], different: true })).toBe('undecided')
  })

  test('keeps no address beside or instead of a confidential place, unless they are two places', () => {
    expect(joinFault(group, { keep: ['2'], leave: ['1'], different: false })).toBe('confidential')
    expect(joinFault(group, { keep: ['1', '2'], leave: [], different: false })).toBe('confidential')
    expect(joinFault(group, { keep: ['2'], leave: ['1'], different: true })).toBeUndefined()
    expect(joinFault(group, { keep: ['1'], leave: ['2'], different: false })).toBeUndefined()
  })

  test('leaves an address that leads on where one stays', () => {
    expect(stayingIn(group, ['2'])).toBe('2')
    expect(stayingIn(group, [])).toBeUndefined()
    expect(stayingIn({ ...group, own: [service('9', 'new')] }, [])).toBe('9')
  })

  test('makes whoever served one of the towns serve the new one', () => {
    expect(takenOver(facts({ serves: ['a', 'x', 'b'] }), 'new', ['a', 'b']).serves).toEqual(['new', 'x'])
  })
})
