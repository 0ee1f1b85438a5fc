import { expect, test } from 'vitest'
import type { Actor, RoleName, Scope, Subject } from '../../../platform/session/actor.ts'
import { officesOf, peoplePermissions } from './policy.ts'

const townScope: Scope = { kind: 'authority', id: 'town' }
const town: Subject = { kind: 'authority', id: 'town', country: 'NL', slug: 't', associations: ['association'] }
const association: Subject = { kind: 'association', id: 'association', country: 'NL', slug: 'a' }
const instance: Subject = { kind: 'self' }

function who(role: RoleName, scope: Scope): Actor {
  return { id: 'p', email: 'p@x.example', name: 'P', language: 'en', roles: [{ role, scope }] }
}

const people = {
  approver: who('approver', townScope),
  officer: who('officer', townScope),
  moderator: who('moderator', townScope),
  coordinator: who('coordinator', { kind: 'association', id: 'association' }),
  otherCoordinator: who('coordinator', { kind: 'association', id: 'other' }),
  otherApprover: who('approver', { kind: 'authority', id: 'other' }),
  secretariat: who('secretariat', { kind: 'instance' }),
  reviewer: who('reviewer', { kind: 'instance' }),
}

/** Who of them has a permission. */
function holders(permission: keyof typeof peoplePermissions, subject: Subject): string[] {
  return Object.entries(people)
    .filter(([, actor]) => peoplePermissions[permission](actor, subject))
    .map(([name]) => name)
}

test('who sees, manages and leaves the people of a town', () => {
  expect(holders('people.read', town)).toEqual(['approver', 'officer', 'moderator', 'coordinator', 'secretariat'])
  expect(holders('people.manage', town)).toEqual(['approver', 'coordinator', 'secretariat'])
  expect(holders('people.leave', town)).toEqual(['approver', 'officer', 'moderator'])
})

test('who sees, manages and leaves the people of an association', () => {
  expect(holders('people.read', association)).toEqual(['coordinator', 'secretariat'])
  expect(holders('people.manage', association)).toEqual(['coordinator', 'secretariat'])
  expect(holders('people.leave', association)).toEqual(['coordinator'])
})

test('who sees, manages and leaves the people of the instance', () => {
  expect(holders('people.read', instance)).toEqual(['secretariat', 'reviewer'])
  expect(holders('people.manage', instance)).toEqual(['secretariat'])
  expect(holders('people.leave', instance)).toEqual(['secretariat', 'reviewer'])
})

test('the offices of an actor are those of the place that the address names', () => {
  expect(officesOf(people.approver, town)).toEqual(['authority'])
  expect(officesOf(people.otherApprover, town)).toEqual([])
  expect(officesOf(people.coordinator, town)).toEqual(['association'])
  expect(officesOf(people.secretariat, association)).toEqual(['secretariat'])
})
