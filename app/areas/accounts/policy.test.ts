import { expect, test } from 'vitest'
import { systemClock } from '../../platform/clock.ts'
import type { FormFields } from '../../platform/http/form.ts'
import type { Actor } from '../../platform/session/actor.ts'
import { createGuards } from './guards.tsx'
import { accountsPermissions, hasRole } from './policy.ts'

function actorWith(...roles: Actor['roles']): Actor {
  return { id: '1', email: 'a@x.example', name: 'A', language: 'en', roles }
}

test('a role counts for its authority alone', () => {
  const actor = actorWith({ role: 'officer', authority: 'a' })
  expect(hasRole(actor, ['officer', 'approver'], 'a')).toBe(true)
  expect(hasRole(actor, ['officer'], 'b')).toBe(false)
  expect(hasRole(actor, ['approver'], 'a')).toBe(false)
  expect(hasRole(actor, ['officer'], null)).toBe(false)
})

test('a role of the whole instance counts everywhere', () => {
  const actor = actorWith({ role: 'secretariat', authority: null })
  expect(hasRole(actor, ['secretariat'], 'a')).toBe(true)
  expect(hasRole(actor, ['secretariat'], null)).toBe(true)
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
    findAuthority: async () => undefined,
    fieldsToKeep: (fields: FormFields) => fields,
  }
  expect(Object.keys(createGuards(deps, accountsPermissions))).toEqual([
    'public',
    'anyone',
    ...Object.keys(accountsPermissions),
  ])
  expect(() => createGuards(deps, { public: () => true })).toThrow('twice')
})
