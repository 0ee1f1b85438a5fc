import type { Db } from '../../platform/db/tables.ts'
import type { Actor, RoleName, Scope } from '../../platform/session/actor.ts'

export interface Person {
  readonly id: string
  /** In lower case. */
  readonly email: string
  readonly name: string
  readonly language: string
}

const personColumns = ['id', 'email', 'name', 'language'] as const

export function findPerson(db: Db, email: string): Promise<Person | undefined> {
  return db
    .selectFrom('accounts.person')
    .select(personColumns)
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
}

export function readPerson(db: Db, id: string): Promise<Person | undefined> {
  return db.selectFrom('accounts.person').select(personColumns).where('id', '=', id).executeTakeFirst()
}

export async function findActor(db: Db, id: string): Promise<Actor | undefined> {
  const person = await db.selectFrom('accounts.person').select(personColumns).where('id', '=', id).executeTakeFirst()
  if (!person) return undefined
  const roles = await db
    .selectFrom('accounts.role')
    .select(['role', 'authority', 'association', 'meeting'])
    .where('person', '=', id)
    .execute()
  return { ...person, roles: roles.map((row) => ({ role: row.role, scope: scopeOf(row) })) }
}

type ScopeColumns = { authority: string | null; association: string | null; meeting: string | null }

function scopeOf({ authority, association, meeting }: ScopeColumns): Scope {
  if (authority) return { kind: 'authority', id: authority }
  if (association) return { kind: 'association', id: association }
  return meeting ? { kind: 'meeting', id: meeting } : { kind: 'instance' }
}

function columnsOf(scope: Scope): ScopeColumns {
  const nowhere = { authority: null, association: null, meeting: null }
  return scope.kind === 'instance' ? nowhere : { ...nowhere, [scope.kind]: scope.id }
}

/** Leaves a person with this address as they are. */
export async function insertPerson(db: Db, person: Person): Promise<void> {
  await db
    .insertInto('accounts.person')
    .values({ ...person, image: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute()
}

export async function updatePerson(db: Db, id: string, given: Pick<Person, 'name' | 'language'>): Promise<void> {
  await db.updateTable('accounts.person').set(given).where('id', '=', id).execute()
}

export interface GrantedRole {
  readonly person: string
  readonly role: RoleName
  readonly scope: Scope
  readonly grantedAt: Temporal.Instant
  readonly grantedBy: string
}

/** @returns false when the person had the role already. */
export async function insertRole(db: Db, { person, role, scope, grantedAt, grantedBy }: GrantedRole): Promise<boolean> {
  const inserted = await db
    .insertInto('accounts.role')
    .values({
      person,
      role,
      ...columnsOf(scope),
      granted_at: new Date(grantedAt.epochMilliseconds),
      granted_by: grantedBy,
    })
    .onConflict((conflict) => conflict.constraint('role_once').doNothing())
    .returning('person')
    .execute()
  return inserted.length > 0
}

/** What has expired goes: sessions nobody can use, links nobody can follow. */
export async function deleteExpired(db: Db, now: Temporal.Instant): Promise<{ sessions: number; links: number }> {
  const at = new Date(now.epochMilliseconds)
  const sessions = await db.deleteFrom('accounts.session').where('expires_at', '<', at).executeTakeFirst()
  const links = await db.deleteFrom('accounts.verification').where('expires_at', '<', at).executeTakeFirst()
  return { sessions: Number(sessions.numDeletedRows), links: Number(links.numDeletedRows) }
}
