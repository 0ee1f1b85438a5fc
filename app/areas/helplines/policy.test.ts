import { expect, test } from 'vitest'
import type { Actor, RoleName, Subject } from '../../platform/session/actor.ts'
import { officeOf } from './office-rules.ts'
import { helplinesPermissions } from './policy.ts'

const actor = (role: RoleName, association?: string): Actor => ({
  id: 'x',
  email: 'x@x.example',
  name: 'X',
  language: 'en',
  roles: [{ role, scope: association ? { kind: 'association', id: association } : { kind: 'instance' } }],
})
const country = { kind: 'country', country: 'NL', associations: ['union'], coordinated: true } as const
const orphaned = { kind: 'country', country: 'BE', associations: [], coordinated: false } as const
const rights = (who: Actor, subject: Subject) =>
  Object.entries(helplinesPermissions).flatMap(([name, allows]) => (allows(who, subject) ? [name] : []))

test('a coordinator keeps the numbers of the country of their association and of no other', () => {
  expect(rights(actor('coordinator', 'union'), country)).toEqual([
    'helplines.read',
    'helplines.keep',
    'helplines.withdraw',
  ])
  expect(rights(actor('coordinator', 'union'), orphaned)).toEqual([])
})

test('the secretariat reads and withdraws everywhere, and keeps what nobody else does', () => {
  expect(rights(actor('secretariat'), country)).toEqual(['helplines.read-all', 'helplines.read', 'helplines.withdraw'])
  expect(rights(actor('secretariat'), orphaned)).toEqual([
    'helplines.read-all',
    'helplines.read',
    'helplines.keep',
    'helplines.withdraw',
  ])
})

test('nobody keeps the numbers of a town or of an association', () => {
  const association: Subject = { kind: 'association', id: 'union', country: 'NL', slug: 'union' }
  expect(rights(actor('coordinator', 'union'), association)).toEqual([])
  expect(rights(actor('secretariat'), { kind: 'self' })).toEqual(['helplines.read-all'])
})

test('whoever acts does so as an office', () => {
  expect(officeOf(actor('coordinator', 'union'), country)).toBe('union')
  expect(officeOf(actor('secretariat'), country)).toBe('secretariat')
})
