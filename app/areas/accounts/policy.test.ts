import { expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import type { FormFields } from '../../platform/http/form.ts'
import type { Actor, RoleName, Scope, Subject } from '../../platform/session/actor.ts'
import { coordinates, serves, worksFor } from '../../platform/session/held-roles.ts'
import { createGuards } from './guards.tsx'
import { accountsPermissions, isFresh, linkShowsAgain, mayRemove, needsSecondFactor, stepBefore } from './policy.ts'

function actorWith(role: RoleName, scope: Scope): Actor {
  return { id: '1', email: 'a@x.example', name: 'A', language: 'en', roles: [{ role, scope }] }
}

const town = (id: string, ...associations: string[]): Subject => ({
  kind: 'authority',
  id,
  country: 'NL',
  slug: id,
  associations,
})
const association: Subject = { kind: 'association', id: 'union', country: 'NL', slug: 'union' }
const officer = actorWith('officer', { kind: 'authority', id: 'a' })
const coordinator = actorWith('coordinator', { kind: 'association', id: 'union' })
const secretariat = actorWith('secretariat', { kind: 'instance' })

test('a role counts for its authority alone', () => {
  expect(worksFor(officer, town('a'), ['officer', 'approver'])).toBe(true)
  expect(worksFor(officer, town('b'), ['officer'])).toBe(false)
  expect(worksFor(officer, town('a'), ['approver'])).toBe(false)
  expect(worksFor(officer, { kind: 'self' }, ['officer'])).toBe(false)
  expect(worksFor(secretariat, town('a'), ['secretariat'])).toBe(false)
})

test('a coordinator is responsible for the association, its members and its country', () => {
  expect(coordinates(coordinator, association)).toBe(true)
  expect(coordinates(coordinator, town('a', 'other', 'union'))).toBe(true)
  expect(coordinates(coordinator, town('a', 'other'))).toBe(false)
  expect(coordinates(coordinator, { kind: 'country', country: 'NL', associations: ['union'], coordinated: true })).toBe(
    true,
  )
  expect(coordinates(coordinator, { kind: 'country', country: 'BE', associations: [], coordinated: false })).toBe(false)
  expect(coordinates(coordinator, { kind: 'self' })).toBe(false)
  expect(coordinates(officer, town('a', 'union'))).toBe(false)
})

test('a role of the whole instance is one', () => {
  expect(serves(secretariat, ['secretariat'])).toBe(true)
  expect(serves(coordinator, ['coordinator'])).toBe(false)
})

test.each([
  ['secretariat', { kind: 'instance' }, true],
  ['coordinator', { kind: 'association', id: 'u' }, true],
  ['moderator', { kind: 'authority', id: 'a' }, true],
  ['safeguarding-lead', { kind: 'authority', id: 'a' }, true],
  ['officer', { kind: 'authority', id: 'a' }, false],
  ['approver', { kind: 'authority', id: 'a' }, false],
  ['reviewer', { kind: 'instance' }, false],
] as const)('%s needs a second factor: %s %s', (role, scope, needed) => {
  expect(needsSecondFactor(actorWith(role, scope))).toBe(needed)
})

const nothing = { codes: false, passkeys: false }
const app = { codes: true, passkeys: false }
const passkey = { codes: false, passkeys: true }
const both = { codes: true, passkeys: true }

test('a link alone opens nothing to those who need a second factor or have an app for codes', () => {
  const byLink = { secondFactor: null }
  expect([nothing, app, passkey, both].map((has) => stepBefore(secretariat, byLink, has))).toEqual([
    'set-up',
    'give-code',
    'use-passkey',
    'give-code',
  ])
  expect([nothing, app, passkey, both].map((has) => stepBefore(officer, byLink, has))).toEqual([
    undefined,
    'give-code',
    undefined,
    'give-code',
  ])
  for (const has of [nothing, app, passkey, both]) {
    expect(stepBefore(secretariat, { secondFactor: 'passkey' }, has)).toBeUndefined()
  }
})

test('who needs a second factor keeps one', () => {
  expect(mayRemove(secretariat, nothing)).toBe(false)
  expect(mayRemove(secretariat, passkey)).toBe(true)
  expect(mayRemove(officer, nothing)).toBe(true)
})

test('a new link shows who one is only where nothing must follow it', () => {
  expect([nothing, app, passkey, both].map((has) => linkShowsAgain(officer, has))).toEqual([true, false, true, false])
  expect([nothing, app, passkey].map((has) => linkShowsAgain(secretariat, has))).toEqual([true, false, false])
})

test('what was shown stays fresh for a quarter of an hour', () => {
  const authenticatedAt = Temporal.Instant.from('2026-03-03T10:00:00Z')
  expect(isFresh({ authenticatedAt }, Temporal.Instant.from('2026-03-03T10:15:00Z'))).toBe(true)
  expect(isFresh({ authenticatedAt }, Temporal.Instant.from('2026-03-03T10:15:01Z'))).toBe(false)
})

test('there is a guard for every permission name, and none can be redefined', () => {
  const deps = {
    accounts: { session: async () => undefined },
    config: { instanceName: 'x', trustProxy: false },
    i18n: {
      translator: () => undefined,
      negotiate: () => {
        throw new Error('not asked')
      },
    },
    clock: systemClock,
    findSubject: async () => undefined,
    findMoved: async () => undefined,
    fieldsToKeep: (fields: FormFields) => fields,
  }
  expect(Object.keys(createGuards(deps, accountsPermissions))).toEqual([
    'public',
    'anyone',
    ...Object.keys(accountsPermissions),
  ])
  expect(() => createGuards(deps, { public: () => true })).toThrow('twice')
})
