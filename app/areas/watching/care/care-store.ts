/** What a town was told that it should look at. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'
import type { Care, CareThing } from '../../../platform/session/care.ts'
import type { Told } from './care-rules.ts'

const moment = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

export async function readTold(db: Db, authority: string): Promise<Told> {
  const rows = await db
    .selectFrom('office.care_told')
    .select(['thing', 'told_at'])
    .where('authority', '=', authority)
    .execute()
  const last = Math.max(...rows.map(({ told_at }) => told_at.getTime()))
  return {
    things: new Set(rows.map(({ thing }) => thing)),
    lastAt: rows.length > 0 ? Temporal.Instant.fromEpochMilliseconds(last) : undefined,
  }
}

/** @returns false where another worker has told all of it meanwhile. */
export async function writeTold(
  tx: Db,
  authority: string,
  things: readonly CareThing[],
  at: Temporal.Instant,
): Promise<boolean> {
  const told_at = moment(at)
  const rows = await tx
    .insertInto('office.care_told')
    .values(things.map(({ key, urgent }) => ({ authority, thing: key, urgent, told_at })))
    .onConflict((conflict) => conflict.columns(['authority', 'thing']).doNothing())
    .returning('thing')
    .execute()
  return rows.length > 0
}

/** So long what is mended and may harm families is remembered: what comes and goes is not told each time. */
const urgentDays = 400
/** So long the rest, beyond the month between two mails. */
const otherDays = 32

/** What is mended may be told again when it comes back. */
export async function forgetMended(tx: Db, authority: string, care: readonly Care[], now: Temporal.Instant) {
  const keys = care.flatMap(({ things }) => things.map(({ key }) => key))
  const before = (days: number) => moment(now.subtract({ hours: 24 * days }))
  await tx
    .deleteFrom('office.care_told')
    .where('authority', '=', authority)
    .where(sql<boolean>`thing <> all(${keys}::text[])`)
    .where(({ eb, or, and }) =>
      or([
        eb('told_at', '<', before(urgentDays)),
        and([eb('urgent', '=', false), eb('told_at', '<', before(otherDays))]),
      ]),
    )
    .execute()
}
