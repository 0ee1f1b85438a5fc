/** What becomes of plans when their town is no more. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/**
 * What a merged town has promised, its successor has promised: the office goes on with it, and the public page shows it.
 * Versions stay as they were published.
 */
export async function movePlans(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update office.plan set authority = ${into} where authority = ${from}`.execute(tx)
  await sql`
    insert into office.plan_partner (plan, authority, asked_at, asked_by, agreed_at, agreed_by)
    select plan, ${into}, asked_at, asked_by, agreed_at, agreed_by from office.plan_partner
    where authority = ${from} on conflict do nothing`.execute(tx)
  await sql`delete from office.plan_partner where authority = ${from}`.execute(tx)
  await sql`delete from office.plan_partner partner using office.plan
    where plan.id = partner.plan and plan.authority = partner.authority`.execute(tx)
  await sql`update published.plan set authority = ${into} where authority = ${from}`.execute(tx)
  await sql`update published.shared_measure set authority = ${into} where authority = ${from}`.execute(tx)
  await carryInstead(tx, from, [into])
}

async function carryInstead(tx: Tx, from: string, into: readonly string[]): Promise<void> {
  await sql`
    insert into published.plan_authority (plan, authority)
    select plan, part.id from published.plan_authority, unnest(${[...into]}::uuid[]) as part (id)
    where authority = ${from} on conflict do nothing`.execute(tx)
  await sql`delete from published.plan_authority where authority = ${from}`.execute(tx)
}

/**
 * The plan of a town that became several is carried by all of them: the first goes on with it, the others carry it with
 * it and may leave.
 */
export async function sharePlans(tx: Tx, from: string, parts: readonly string[]): Promise<void> {
  const [first, ...others] = parts
  if (first === undefined) return
  await sql`
    insert into office.plan_partner (plan, authority, asked_at, agreed_at)
    select plan.id, part.id, now(), now() from office.plan, unnest(${[...others]}::uuid[]) as part (id)
    where authority = ${from} on conflict do nothing`.execute(tx)
  await carryInstead(tx, from, parts)
  await movePlans(tx, from, first)
}
