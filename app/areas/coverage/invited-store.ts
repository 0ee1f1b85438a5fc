/** Which members somebody has asked to take part. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/** A letter went there. */
export async function noteInvited(tx: Tx, authority: string, at: Temporal.Instant): Promise<void> {
  const moment = new Date(at.epochMilliseconds)
  await sql`
    insert into office.invited_authority as known (authority, first_at, last_at)
    values (${authority}::uuid, ${moment}, ${moment})
    on conflict (authority) do update set last_at = greatest(known.last_at, excluded.last_at)`.execute(tx)
}
