/** Who holds which role in a place. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import type { RoleName, Scope } from '../../../platform/session/actor.ts'
import { columnsOf } from '../store.ts'
import type { GivingOffice, Staff } from './rules.ts'

/** A role in a place, and who holds it. */
export interface Holding {
  readonly id: string
  readonly person: string
  readonly name: string
  /** In lower case. */
  readonly email: string
  readonly role: RoleName
  readonly since: Temporal.Instant
  readonly office: GivingOffice
}

function inScope(scope: Scope) {
  const { authority, association, meeting } = columnsOf(scope)
  return sql<boolean>`role.authority is not distinct from ${authority}::uuid
    and role.association is not distinct from ${association}::uuid
    and role.meeting is not distinct from ${meeting}::uuid`
}

const idOf = (scope: Scope): string => (scope.kind === 'instance' ? 'instance' : scope.id)

/** Whoever changes the people of a place waits here for whoever does so already; ends with the transaction. */
export async function lockPlace(tx: Db, scope: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`people of ${scope.kind} ${idOf(scope)}`}, 0))`.execute(tx)
}

/** By name, then by role. */
export async function listHoldings(db: Db, scope: Scope): Promise<Holding[]> {
  const rows = await db
    .selectFrom('accounts.role as role')
    .innerJoin('accounts.person as person', 'person.id', 'role.person')
    .select(['role.id', 'role.person', 'person.name', 'person.email', 'role.role', 'role.granted_at', 'role.office'])
    .where(inScope(scope))
    .orderBy('person.name')
    .orderBy('person.id')
    .orderBy('role.role')
    .execute()
  return rows.map(({ granted_at, office, ...row }) => ({
    ...row,
    office: officeNamed(office),
    since: Temporal.Instant.fromEpochMilliseconds(granted_at.getTime()),
  }))
}

function officeNamed(office: string): GivingOffice {
  return office === 'authority' || office === 'association' || office === 'secretariat' ? office : 'setup'
}

export async function deleteRole(db: Db, id: string): Promise<void> {
  await db.deleteFrom('accounts.role').where('id', '=', id).execute()
}

/** Zero throughout for a place that is no authority. */
export async function readStaff(db: Db, scope: Scope, associations: readonly string[]): Promise<Staff> {
  if (scope.kind !== 'authority') return { approvers: 0, people: 0, coordinators: 0 }
  const { rows } = await sql<{ approvers: number; people: number; coordinators: number }>`
    select
      count(distinct person) filter (where authority = ${scope.id} and role = 'approver')::int as approvers,
      count(distinct person) filter (where authority = ${scope.id} and role in ('officer', 'approver'))::int as people,
      count(distinct person) filter (
        where association = any(${[...associations]}::uuid[]) and role = 'coordinator'
      )::int as coordinators
    from accounts.role`.execute(db)
  return rows[0] ?? { approvers: 0, people: 0, coordinators: 0 }
}

/** People who hold a role in one of these places: association ids, or one scope. */
export async function holdersOf(db: Db, role: RoleName, scope: Scope | readonly string[]): Promise<string[]> {
  if (isList(scope) && scope.length === 0) return []
  const found = db.selectFrom('accounts.role as role').select('role.person').distinct().where('role.role', '=', role)
  const here = isList(scope) ? found.where('role.association', 'in', scope) : found.where(inScope(scope))
  return (await here.execute()).map(({ person }) => person)
}

function isList(scope: Scope | readonly string[]): scope is readonly string[] {
  return Array.isArray(scope)
}
