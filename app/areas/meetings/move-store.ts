/** What becomes of meetings when a town is no more. */
import { sql } from 'kysely'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { meetingsTag, meetingTag } from './public-tag.ts'

/**
 * Its successor goes on with what a merged town has taken on; where both have a bid, the successor's own stands. A meeting
 * that is over keeps the name of the town that received it.
 */
export async function moveMeetings(tx: Tx, from: string, into: string, at: Temporal.Instant): Promise<void> {
  const today = at.toZonedDateTimeISO('UTC').toPlainDate().toString()
  await sql`
    update office.host_bid b set authority = ${into} where authority = ${from}
      and not exists (select from office.host_bid o where o.meeting = b.meeting and o.authority = ${into})`.execute(tx)
  await sql`update office.host_question set authority = ${into} where authority = ${from}`.execute(tx)
  await sql`
    update office.host_choice set host = case when host = ${from} then ${into}::uuid else host end,
      runner_up = case when runner_up = ${from} then ${into}::uuid else runner_up end
    where ${from}::uuid in (host, runner_up)`.execute(tx)
  await sql`update published.meeting_left set authority = ${into} where authority = ${from}`.execute(tx)
  const { rows } = await sql<{ year: number }>`
    update published.meeting set host = ${into},
      host_then = case when ends < ${today}::date then coalesce(host_then, ${from}::uuid) else host_then end
    where host = ${from} returning year`.execute(tx)
  if (rows.length > 0) await announceChange(tx, [meetingsTag, ...rows.map(({ year }) => meetingTag(year))])
}

/** A meeting can be held by one of several parts alone: the first goes on with it. */
export async function shareMeetings(
  tx: Tx,
  from: string,
  parts: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  const [first] = parts
  if (first !== undefined) await moveMeetings(tx, from, first, at)
}
