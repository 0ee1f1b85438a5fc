import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RoleName, roleNames } from '../../../platform/session/actor.ts'
import {
  decidingOffice,
  givingOffice,
  isAtDomain,
  mayEnd,
  mayHandOver,
  mayTakeAway,
  type Office,
  type PlaceKind,
  rolesOnOffer,
  rolesOnRequest,
  rolesToGive,
  type Staff,
} from './rules.ts'

const offices: readonly Office[] = ['authority', 'association', 'secretariat']
const places: readonly PlaceKind[] = ['authority', 'association', 'instance']
const anyOffices = fc.subarray([...offices])
const anyPlace = fc.constantFrom(...places)
const anyRole = fc.constantFrom(...roleNames)
const anyStaff: fc.Arbitrary<Staff> = fc
  .record({ approvers: fc.nat(3), officers: fc.nat(3), coordinators: fc.nat(3) })
  .map(({ approvers, officers, coordinators }) => ({ approvers, people: approvers + officers, coordinators }))

test('whatever is taken away, in whatever order, one approver and one of the secretariat remain', () => {
  const attempts = fc.array(fc.tuple(fc.nat(5), fc.constantFrom<RoleName>('approver', 'officer', 'secretariat')))
  fc.assert(
    fc.property(anyPlace, fc.integer({ min: 1, max: 5 }), attempts, (place, count, tries) => {
      const held = new Map<RoleName, number>([
        ['approver', count],
        ['officer', count],
        ['secretariat', count],
      ])
      for (const [, role] of tries) {
        const holders = held.get(role) ?? 0
        if (holders > 0 && mayEnd(place, role, holders)) held.set(role, holders - 1)
      }
      if (place === 'authority') expect(held.get('approver')).toBeGreaterThanOrEqual(1)
      if (place === 'instance') expect(held.get('secretariat')).toBeGreaterThanOrEqual(1)
    }),
  )
  expect(mayEnd('authority', 'officer', 1)).toBe(true)
  expect(mayEnd('authority', 'approver', 2)).toBe(true)
})

test('an authority that has an approver gets its people from nobody else', () => {
  fc.assert(
    fc.property(anyStaff, (staff) => {
      fc.pre(staff.approvers > 0)
      expect(rolesToGive('authority', 'association', staff)).toEqual([])
      expect(rolesToGive('authority', 'secretariat', staff)).toEqual([])
      expect(decidingOffice(staff)).toBe('authority')
    }),
  )
})

test('an association hands a town over where one person is left, and nowhere else; the secretariat never does', () => {
  fc.assert(
    fc.property(anyStaff, (staff) => {
      expect(mayHandOver('authority', ['association'], staff)).toBe(staff.people === 1)
      expect(mayHandOver('authority', ['secretariat'], staff)).toBe(false)
      expect(mayHandOver('authority', ['authority'], staff)).toBe(true)
    }),
  )
})

test('an authority without an approver can always get one', () => {
  fc.assert(
    fc.property(anyStaff, (staff) => {
      fc.pre(staff.approvers === 0)
      expect(rolesToGive('authority', 'secretariat', staff)).toContain('approver')
      expect(rolesOnRequest(decidingOffice(staff))).toContain('approver')
    }),
  )
})

test('where officers work, others vouch for no further officer', () => {
  const staff = { approvers: 0, people: 2, coordinators: 1 }
  expect(rolesToGive('authority', 'association', staff)).toEqual(['approver'])
  expect(rolesToGive('authority', 'association', { ...staff, people: 0 })).toEqual(['officer', 'approver'])
})

test('who gives is one of the offices held, and what is offered is what somebody gives', () => {
  fc.assert(
    fc.property(anyPlace, anyOffices, anyStaff, anyRole, (place, held, staff, role) => {
      const office = givingOffice(place, held, staff, role)
      expect(office !== undefined).toBe(rolesOnOffer(place, held, staff).includes(role))
      if (office) expect(held).toContain(office)
    }),
  )
})

test('nobody without an office gives or takes anything, and nobody becomes host or secretariat of a town', () => {
  fc.assert(
    fc.property(anyPlace, anyStaff, anyOffices, (place, staff, held) => {
      expect(rolesOnOffer(place, [], staff)).toEqual([])
      expect(mayTakeAway(place, [])).toBe(false)
      expect(rolesOnOffer(place, held, staff)).not.toContain('host')
      if (place !== 'instance') expect(rolesOnOffer(place, held, staff)).not.toContain('secretariat')
    }),
  )
})

test('the people of a town are taken away by the town alone', () => {
  expect(mayTakeAway('authority', ['association', 'secretariat'])).toBe(false)
  expect(mayTakeAway('authority', ['authority'])).toBe(true)
  expect(mayTakeAway('association', ['association'])).toBe(true)
  expect(mayTakeAway('instance', ['association'])).toBe(false)
})

test.each([
  ['a@town.example', true],
  ['a@youth.town.example', true],
  ['a@TOWN.example', true],
  ['a@nottown.example', false],
  ['a@town.example.evil.example', false],
  ['town.example@evil.example', false],
])('%s at town.example: %s', (email, expected) => {
  expect(isAtDomain(email, ['town.example'])).toBe(expected)
})
