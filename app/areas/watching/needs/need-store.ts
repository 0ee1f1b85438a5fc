/** Searches that found nobody: from the intake into counts by town, kind and month. */
import { sql } from 'kysely'
import type { Db, IntakeDb, Tx } from '../../../platform/db/tables.ts'
import type { MonthlyNeed } from './need-rules.ts'

export interface UnmetNeed {
  readonly authority: string
  readonly kind: string
  /** First day of the month. */
  readonly month: Temporal.PlainDate
}

/** As the intake role, which may insert and nothing else. */
export async function takeNeed(intake: IntakeDb, { authority, kind, month }: UnmetNeed): Promise<void> {
  await intake.insertInto('intake.unmet_need').values({ authority, kind, month: month.toString() }).execute()
}

/** Counts what lies in the intake and takes it out. @returns how many searches. */
export async function countNeeds(tx: Tx): Promise<number> {
  const { rows } = await sql<{ searches: number }>`
    with taken as (delete from intake.unmet_need returning authority, kind, month),
    counted as (
      insert into office.unmet_need as need (authority, kind, month, searches)
      select taken.authority, taken.kind, taken.month::timestamp at time zone 'UTC', count(*)::integer from taken
      join published.authority authority on authority.id = taken.authority
      group by taken.authority, taken.kind, taken.month
      on conflict (authority, kind, month) do update set searches = need.searches + excluded.searches
    )
    select count(*)::integer as searches from taken`.execute(tx)
  return rows[0]?.searches ?? 0
}

/** The same of all members of an association together; their towns are not told apart. */
export async function readMembersNeeds(
  db: Db,
  association: string,
  { from, before }: { readonly from: Temporal.PlainDate; readonly before: Temporal.PlainDate },
): Promise<MonthlyNeed[]> {
  const { rows } = await sql<{ kind: string; month: string; searches: number }>`
    select kind, (month at time zone 'UTC')::date::text as month, sum(searches)::integer as searches
    from office.unmet_need need join published.association_member member on member.authority = need.authority
    where member.association = ${association}::uuid
      and month >= ${from.toString()}::timestamp at time zone 'UTC'
      and month < ${before.toString()}::timestamp at time zone 'UTC'
    group by 1, 2 order by 2, 1`.execute(db)
  return rows.map(({ kind, month, searches }) => ({ kind, month: Temporal.PlainDate.from(month), searches }))
}

export async function readNeeds(
  db: Db,
  authority: string,
  { from, before }: { readonly from: Temporal.PlainDate; readonly before: Temporal.PlainDate },
): Promise<MonthlyNeed[]> {
  const { rows } = await sql<{ kind: string; month: string; searches: number }>`
    select kind, month::text, searches from (
      select kind, (month at time zone 'UTC')::date as month, searches from office.unmet_need
      where authority = ${authority}::uuid
    ) need where month >= ${from.toString()}::date and month < ${before.toString()}::date order by month, kind`.execute(
    db,
  )
  return rows.map(({ kind, month, searches }) => ({ kind, month: Temporal.PlainDate.from(month), searches }))
}

export interface NetworkNeed extends MonthlyNeed {
  /** In which it was searched for. */
  readonly towns: number
}

/** Of all towns together. */
export async function readNetworkNeeds(
  db: Db,
  { from, before }: { readonly from: Temporal.PlainDate; readonly before: Temporal.PlainDate },
): Promise<NetworkNeed[]> {
  const { rows } = await sql<{ kind: string; month: string; searches: number; towns: number }>`
    select kind, (month at time zone 'UTC')::date::text as month, sum(searches)::integer as searches,
      count(*)::integer as towns
    from office.unmet_need
    where month >= ${from.toString()}::timestamp at time zone 'UTC'
      and month < ${before.toString()}::timestamp at time zone 'UTC'
    group by 1, 2 order by 2, 1`.execute(db)
  return rows.map(({ month, ...row }) => ({ ...row, month: Temporal.PlainDate.from(month) }))
}
