/** Cycles of reports. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import type { Cycle, CycleFacts } from './cycle-rules.ts'

/** The newest first. */
export async function readCycles(db: Db | ReadDb): Promise<Cycle[]> {
  const { rows } = await sql<Cycle>`
    select number, opens::text, due::text, meeting_on::text "meetingOn", demonstration, revision
    from published.report_cycle order by number desc`.execute(db)
  return rows
}

/** One who adds or changes a cycle at a time. */
export async function lockCycles(tx: Tx): Promise<Cycle[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('report cycles', 0))`.execute(tx)
  return readCycles(tx)
}

export async function insertCycle(tx: Tx, { number, demonstration, ...facts }: Omit<Cycle, 'revision'>): Promise<void> {
  const { opens, due, meetingOn } = facts
  await tx
    .insertInto('published.report_cycle')
    .values({ number, opens, due, meeting_on: meetingOn, demonstration })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function updateCycle(tx: Tx, number: number, { opens, due, meetingOn }: CycleFacts): Promise<void> {
  await tx
    .updateTable('published.report_cycle')
    .set({ opens, due, meeting_on: meetingOn, revision: sql`revision + 1` })
    .where('number', '=', number)
    .execute()
}
