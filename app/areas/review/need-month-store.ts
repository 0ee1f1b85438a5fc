/** Searches that nobody answered, by month, as everybody may know them; and the answers of towns, added up. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { MonthNeed } from './review-rules.ts'

/** Once: a month that is told stays as it is. @returns how many were new. */
export async function insertNeedMonths(tx: Tx, needs: readonly MonthNeed[]): Promise<number> {
  if (needs.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('published.need_month')
    .values(needs.map(({ month, kind, searches }) => ({ month: month.toString(), kind, searches })))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0n)
}

/** Of rows that say the same of the same month one is left, with their sum. @returns how many are left of them. */
export async function addUpChecklist(tx: Tx): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    with several as (
      select month, kind, status from published.checklist_change group by month, kind, status having count(*) > 1),
    taken as (
      delete from published.checklist_change change using several
      where change.month = several.month and change.kind = several.kind and change.status = several.status
      returning change.month, change.kind, change.status, change.towns),
    added as (
      insert into published.checklist_change (month, kind, status, towns)
      select month, kind, status, sum(towns)::integer from taken group by month, kind, status returning 1)
    select count(*)::integer as left from added`.execute(tx)
  return rows[0]?.left ?? 0
}
