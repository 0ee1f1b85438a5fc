/** Searches that nobody answered, by month, as everybody may know them; and changes of counts, added up. */
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

/** Tables of changes: what tells their rows apart, and what is added up. */
const changes = [
  ['published.town_change', ['day', 'country', 'indicator'], 'towns'],
  ['published.measure_change', ['month', 'country', 'section', 'state', 'article'], 'measures'],
  ['published.indicator_change', ['day', 'indicator'], 'value'],
  ['published.checklist_change', ['day', 'kind', 'status'], 'towns'],
] as const

/** Of rows that say the same of the same month one is left, with their sum. @returns how many sums were made. */
export async function addUpChanges(tx: Tx): Promise<number> {
  let sums = 0
  for (const [table, columns, summed] of changes) {
    const [same, sum] = [sql.join(columns.map((column) => sql.ref(column))), sql.ref(summed)]
    const { rows } = await sql<{ sums: number }>`
      with several as (select ${same} from ${sql.table(table)} group by ${same} having count(*) > 1),
      taken as (
        delete from ${sql.table(table)} where (${same}) in (select ${same} from several) returning ${same}, ${sum}),
      added as (
        insert into ${sql.table(table)} (${same}, ${sum})
        select ${same}, sum(${sum}) from taken group by ${same} having sum(${sum}) <> 0
        returning 1)
      select count(*)::integer as sums from added`.execute(tx)
    sums += rows[0]?.sums ?? 0
  }
  return sums
}
