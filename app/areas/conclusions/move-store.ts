/** What becomes of what a town has taken on when the town is no more. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { announceConclusions } from './public-tag.ts'

/** Its successor goes on with it; amendments are told of under its name. What was adopted stays as it was. */
export async function moveConclusions(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update office.conclusion_amendment set authority = ${into} where authority = ${from}`.execute(tx)
  for (const table of ['office.meeting_question', 'published.meeting_question'])
    await sql`update ${sql.table(table)} set authority = ${into} where authority = ${from}`.execute(tx)
  await sql`update office.conclusion set authority = ${into} where authority = ${from}`.execute(tx)
  const { rows } = await sql<{ year: number }>`
    update published.conclusion c set authority = ${into} from published.meeting m
    where c.authority = ${from} and m.id = c.meeting returning m.year`.execute(tx)
  for (const year of new Set(rows.map((one) => one.year))) await announceConclusions(tx, year)
}

/** One of several parts alone can go on with it: the first does. */
export async function shareConclusions(tx: Tx, from: string, parts: readonly string[]): Promise<void> {
  const [first] = parts
  if (first !== undefined) await moveConclusions(tx, from, first)
}
