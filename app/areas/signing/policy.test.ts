import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RoleName, roleNames, type Scope } from '../../platform/session/actor.ts'
import { agreementOf, signedOnOf } from './decision-rules.ts'
import { conflictOf, type Decided } from './policy.ts'

const nobody: Decided = { authorities: [], associations: [], writers: [], vouchers: [] }
const who = (role: RoleName, scope: Scope) => ({
  id: 'me',
  roles: [
    { role: 'secretariat' as const, scope: { kind: 'instance' as const } },
    { role, scope },
  ],
})

describe('nobody decides on their own', () => {
  test('with whatever role in an authority that signs, alone or with others', () => {
    const decided = { ...nobody, authorities: ['other', 'town'] }
    for (const role of roleNames) {
      expect(conflictOf(who(role, { kind: 'authority', id: 'town' }), decided), role).toBe('authority')
      expect(conflictOf(who(role, { kind: 'authority', id: 'elsewhere' }), decided), role).toBeUndefined()
    }
  })

  test('nor on the association they coordinate, what they wrote or whom they vouched for', () => {
    const me = who('coordinator', { kind: 'association', id: 'union' })
    expect(conflictOf(me, { ...nobody, associations: ['union'] })).toBe('association')
    // A town of that association is decided on, unless it was confirmed by this very person.
    expect(conflictOf(me, { ...nobody, authorities: ['town'] })).toBeUndefined()
    expect(conflictOf(me, { ...nobody, writers: ['you', 'me'] })).toBe('wrote')
    expect(conflictOf(me, { ...nobody, vouchers: ['me'] })).toBe('vouched')
  })
})

test('one person agrees once, however often: it takes another one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 8 }), (people) => {
      const agreed: string[] = []
      for (const person of people) {
        const agreement = agreementOf(agreed, person)
        if (agreement === 'again') continue
        agreed.push(person)
        if (agreement === 'second') break
      }
      expect(agreed.length).toBe(Math.min(2, new Set(people).size))
    }),
  )
})

test.each([
  [{ ceremony: null, decided: '2026-02-01', handedIn: '2026-03-01' }, '2026-03-01'],
  [{ ceremony: '2026-02-10', decided: '2026-02-01', handedIn: '2026-03-01' }, '2026-02-10'],
  // One to come is announced, and was not yet.
  [{ ceremony: '2026-09-01', decided: '2026-02-01', handedIn: '2026-03-01' }, '2026-03-01'],
  [{ ceremony: '2026-01-10', decided: '2026-02-01', handedIn: '2026-03-01' }, '2026-02-01'],
] as const)('of %o the day of signing is %s', (days, signed) => {
  expect(signedOnOf({ ...days, today: '2026-03-20' })).toBe(signed)
})
