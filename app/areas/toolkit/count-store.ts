/** How often something was wanted or taken: from the intake into counts by resource, language and month. */
import { sql } from 'kysely'
import type { Db, IntakeDb, Tx } from '../../platform/db/tables.ts'

export type Counted = 'wanted' | 'taken'

/** As the intake role, which may insert and nothing else. */
export async function takeCount(
  intake: IntakeDb,
  given: { readonly resource: string; readonly language: string; readonly what: Counted },
  at: Temporal.Instant,
): Promise<void> {
  const month = at.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 }).toString()
  await intake
    .insertInto('intake.resource_count')
    .values({ ...given, month })
    .execute()
}

/** Counts what lies in the intake and takes it out. @returns how many there were. */
export async function settleCounts(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with taken as (delete from intake.resource_count returning resource, language, what, month),
    counted as (
      insert into office.resource_count as kept (resource, language, what, month, times)
      select taken.resource, taken.language, taken.what, taken.month::timestamp at time zone 'UTC', count(*)::integer
      from taken join published.resource on resource.id = taken.resource
      group by taken.resource, taken.language, taken.what, taken.month
      on conflict (resource, language, what, month) do update set times = kept.times + excluded.times
    )
    select count(*)::integer as count from taken`.execute(tx)
  return rows[0]?.count ?? 0
}

export interface CountedResource {
  readonly resource: string
  readonly language: string
  readonly what: Counted
  readonly times: number
}

/** Since a month began. */
export async function readCounts(db: Db, since: Temporal.PlainDate): Promise<CountedResource[]> {
  const { rows } = await sql<CountedResource>`
    select resource, language, what, sum(times)::integer as times from office.resource_count
    where month >= ${since.toString()}::timestamp at time zone 'UTC'
    group by resource, language, what order by times desc, resource, language`.execute(db)
  return rows
}
