/** Which members somebody has asked to take part. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/** A letter went there. */
export async function noteInvited(tx: Tx, authority: string, at: Temporal.Instant): Promise<void> {
  await notingInvited(sql`select ${authority}::uuid as authority`, at).execute(tx)
}

/** The same as a statement, of rows with a column `authority`. */
export function notingInvited(rows: RawBuilder<unknown>, at: Temporal.Instant): RawBuilder<unknown> {
  const moment = new Date(at.epochMilliseconds)
  return sql`
    insert into office.invited_authority as known (authority, first_at, last_at)
    select authority, ${moment}::timestamptz, ${moment}::timestamptz from (${rows}) invited
    on conflict (authority) do update set last_at = greatest(known.last_at, excluded.last_at)`
}
