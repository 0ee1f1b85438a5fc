/** Who is known here and what they may do. Both are safe to repeat; both run in the transaction they are given. */
import { type Act, actorName, recordAudit } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { RoleName, Scope } from '../../platform/session/actor.ts'
import type { GivingOffice } from './people/rules.ts'
import { findPerson, insertPerson, insertRole, type Person } from './store.ts'

/** The person with this address; made if there is none, otherwise left as they are. */
export async function ensurePerson(db: Db, given: Omit<Person, 'id'>): Promise<Person> {
  const email = given.email.trim().toLowerCase()
  await insertPerson(db, { id: newId(), email, name: given.name, language: given.language })
  const person = await findPerson(db, email)
  if (!person) throw new Error('a person was not written')
  return person
}

/**
 * @param person id.
 * @param office which office vouches for them.
 * @returns false when they had the role already.
 * @throws when the role does not exist in a scope of that kind.
 */
export async function grantRole(
  db: Db,
  act: Act,
  person: string,
  role: RoleName,
  scope: Scope,
  office: GivingOffice = 'setup',
): Promise<boolean> {
  const grantedBy = actorName(act)
  const granted = await insertRole(db, { person, role, scope, grantedAt: act.at, grantedBy, office })
  const authority = scope.kind === 'authority' ? scope.id : null
  if (granted) await recordAudit(db, act, { authority, subject: person, detail: { role, scope: scope.kind } })
  return granted
}
