/** What becomes of events when their town is no more. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { announceEvents } from './public-tag.ts'

/** Its successor goes on with what a merged town has announced; versions stay as they were published. */
export async function moveEvents(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update office.event set authority = ${into} where authority = ${from}`.execute(tx)
  const { rows } = await sql<{ year: number; country: string }>`
    update published.event set authority = ${into},
      country = (select country from published.authority where id = ${into})
    where authority = ${from} returning year, country`.execute(tx)
  await announceEvents(
    tx,
    rows.map((one) => ({ ...one, authority: into })),
  )
}

/** An event can be held by one of several parts alone: the first goes on with it. */
export async function shareEvents(tx: Tx, from: string, parts: readonly string[]): Promise<void> {
  const [first] = parts
  if (first !== undefined) await moveEvents(tx, from, first)
}
