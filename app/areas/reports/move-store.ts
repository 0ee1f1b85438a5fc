/** What becomes of reports when their town is no more. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/** What a merged town has reported stands with its successor, but for cycles in which that has reported itself. */
export async function moveProgress(tx: Tx, from: string, into: string): Promise<void> {
  await sql`
    update office.report set authority = ${into} where authority = ${from} and not exists (
      select from office.report own where own.authority = ${into} and own.cycle = report.cycle)`.execute(tx)
  await sql`
    update published.report set authority = ${into} where authority = ${from} and not exists (
      select from published.report own where own.authority = ${into} and own.cycle = report.cycle)`.execute(tx)
  await sql`delete from office.report_silence where authority = ${from}`.execute(tx)
}

/** Of a town that became several: the first of them, which goes on with its plan, has its reports, too. */
export async function shareProgress(tx: Tx, from: string, parts: readonly string[]): Promise<void> {
  const [first] = parts
  if (first !== undefined) await moveProgress(tx, from, first)
}
