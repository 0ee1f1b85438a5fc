import type { Db } from '../../platform/db/tables.ts'
import type { Actor, RoleName, Scope } from '../../platform/session/actor.ts'
import type { GivingOffice } from './people/rules.ts'

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

const idsOf = (rows: readonly { readonly person: string }[]) => rows.map(({ person }) => person)
/** Each once. */
const holders = (db: Db) => db.selectFrom('accounts.role').select('person').distinct().orderBy('person')

/** Ids of the people who hold one of these roles for an authority. */
export async function peopleOf(db: Db, authority: string, roles: readonly RoleName[]): Promise<string[]> {
  return idsOf(await holders(db).where('authority', '=', authority).where('role', 'in', roles).execute())
}

/** Ids of authorities for which somebody holds one of these roles, in order, beginning after one. */
export async function authoritiesWith(
  db: Db,
  roles: readonly RoleName[],
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('accounts.role')
    .select('authority')
    .distinct()
    .where('role', 'in', roles)
    .where('authority', '>', after)
    .orderBy('authority')
    .limit(most)
    .execute()
  return rows.flatMap(({ authority }) => authority ?? [])
}

/** Ids of the people who hold a role in one of these associations. */
export async function peopleOfAssociations(db: Db, associations: readonly string[], role: RoleName): Promise<string[]> {
  if (associations.length === 0) return []
  return idsOf(await holders(db).where('association', 'in', associations).where('role', '=', role).execute())
}

/** Ids of the people who hold a role for the whole instance. */
export async function peopleOfInstance(db: Db, role: RoleName): Promise<string[]> {
  const ofInstance = holders(db).where('authority', 'is', null).where('association', 'is', null)
  return idsOf(await ofInstance.where('meeting', 'is', null).where('role', '=', role).execute())
}

export async function findActor(db: Db, id: string): Promise<Actor | undefined> {
  const person = await readPerson(db, id)
  if (!person) return undefined
  const roles = await db
    .selectFrom('accounts.role')
    .select(['role', 'authority', 'association', 'meeting'])
    .where('person', '=', id)
    .execute()
  return { ...person, roles: roles.map((row) => ({ role: row.role, scope: scopeOf(row) })) }
}

export type ScopeColumns = { authority: string | null; association: string | null; meeting: string | null }

function scopeOf({ authority, association, meeting }: ScopeColumns): Scope {
  if (authority) return { kind: 'authority', id: authority }
  if (association) return { kind: 'association', id: association }
  return meeting ? { kind: 'meeting', id: meeting } : { kind: 'instance' }
}

export function columnsOf(scope: Scope): ScopeColumns {
  const nowhere = { authority: null, association: null, meeting: null }
  return scope.kind === 'instance' ? nowhere : { ...nowhere, [scope.kind]: scope.id }
}

/** What to call those who still exist, by id: their name, or their address where they gave none. */
export async function personNames(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const rows = await db
    .selectFrom('accounts.person')
    .select(['id', 'name', 'email'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name, email }) => [id, name || email]))
}

/** Leaves a person with this address as they are. @returns false where there is one. */
export async function insertPerson(db: Db, person: Person): Promise<boolean> {
  const inserted = await db
    .insertInto('accounts.person')
    .values({ ...person, image: null })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

/** @returns false where it was so already. */
export async function updatePerson(db: Db, id: string, given: Pick<Person, 'name' | 'language'>): Promise<boolean> {
  const changed = await db
    .updateTable('accounts.person')
    .set(given)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('name', '<>', given.name), eb('language', '<>', given.language)]))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export interface GrantedRole {
  readonly person: string
  readonly role: RoleName
  readonly scope: Scope
  readonly grantedAt: Temporal.Instant
  readonly grantedBy: string
  /** Which office gives it. */
  readonly office: GivingOffice
}

/** @returns false when the person had the role already. */
export async function insertRole(db: Db, granted: GrantedRole): Promise<boolean> {
  const { person, role, scope, grantedAt, grantedBy, office } = granted
  const inserted = await db
    .insertInto('accounts.role')
    .values({
      person,
      role,
      ...columnsOf(scope),
      granted_at: new Date(grantedAt.epochMilliseconds),
      granted_by: grantedBy,
      office,
    })
    .onConflict((conflict) => conflict.constraint('role_once').doNothing())
    .returning('person')
    .execute()
  return inserted.length > 0
}
