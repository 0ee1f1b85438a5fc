/** Plans that wait for somebody. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

interface Waiting {
  readonly id: string
  /** Whose office has to answer. */
  readonly authority: string
}

/** Those that this person, an approver of these towns, can be the second one for. */
export async function waitingPlans(db: Db, authorities: readonly string[], person: string): Promise<Waiting[]> {
  if (authorities.length === 0) return []
  const { rows } = await sql<Waiting>`
    select id, authority from office.plan
    where authority = any(${[...authorities]}::uuid[]) and asked_at is not null
      and asked_by is distinct from ${person}::uuid and changed_by is distinct from ${person}::uuid
    order by asked_at, id`.execute(db)
  return rows
}

/** Plans that these towns are asked to carry and have not answered about. */
export async function invitationsTo(db: Db, authorities: readonly string[]): Promise<Waiting[]> {
  if (authorities.length === 0) return []
  const { rows } = await sql<Waiting>`
    select plan as id, authority from office.plan_partner
    where authority = any(${[...authorities]}::uuid[]) and agreed_at is null
    order by asked_at, plan`.execute(db)
  return rows
}
