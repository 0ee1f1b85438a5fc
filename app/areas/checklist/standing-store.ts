/** How published pages stand now, and whose standing is to be counted again (migration 0039). */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Standing } from './month-rules.ts'

/** What of it is kept. */
export interface KeptStanding
  extends Pick<Standing, 'answers' | 'coreAnswered' | 'core' | 'services' | 'servicesFresh'> {
  /** The first day on which the review of a service is due, ISO. */
  readonly nextDue: string | undefined
}

/**
 * Takes authorities whose standing is to be counted out of those that wait. Others that count at the same time get
 * others; if the transaction fails they wait again.
 *
 * @param within only these; undefined: whoever waits.
 */
export async function takeStandingsDue(tx: Tx, most: number, within?: readonly string[]): Promise<string[]> {
  const only = within ? sql`where authority = any(${[...within]}::uuid[])` : sql``
  const { rows } = await sql<{ authority: string }>`
    delete from office.standing_due where authority in (
      select authority from office.standing_due ${only} order by authority limit ${most} for update skip locked)
    returning authority`.execute(tx)
  // Whoever writes of several authorities does it in this order: two of them never wait for each other.
  return rows.map(({ authority }) => authority).sort()
}

/** Whatever a day makes due waits to be counted. @param today the day that begins first anywhere in Europe. */
export async function noteDueToday(db: Db, today: Temporal.PlainDate): Promise<void> {
  await sql`
    insert into office.standing_due select authority from office.standing where next_due <= ${today.toString()}::date
    on conflict do nothing`.execute(db)
}

/** @param standing undefined: nothing is published any more. */
export async function writeStanding(tx: Tx, authority: string, standing: KeptStanding | undefined): Promise<void> {
  if (!standing) {
    await tx.deleteFrom('office.standing').where('authority', '=', authority).execute()
    return
  }
  const counts = {
    answers: standing.answers,
    core_answered: standing.coreAnswered,
    core: standing.core,
    services: standing.services,
    services_fresh: standing.servicesFresh,
    next_due: standing.nextDue ?? null,
    first_answered_at: sql<Date | null>`(
      select published_at from published.snapshot where authority = ${authority}::uuid
        and jsonb_array_length(document -> 'answers') + jsonb_array_length(document -> 'services') > 0
      order by version limit 1)`,
  }
  await tx
    .insertInto('office.standing')
    .values({
      authority,
      first_published_at: sql<Date>`(select min(published_at) from published.snapshot where authority = ${authority}::uuid)`,
      ...counts,
    })
    .onConflict((conflict) => conflict.column('authority').doUpdateSet(counts))
    .execute()
}
