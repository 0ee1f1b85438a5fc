/** How towns stood at the beginning of each month. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { MonthStanding, Standing } from './month-rules.ts'

const firstDay = (month: Temporal.PlainYearMonth): string => month.toPlainDate({ day: 1 }).toString()

/** Towns with a public page and without a row of the month, in the order of their ids; merged and split ones are over. */
export async function townsWithoutMonth(
  db: Db,
  month: Temporal.PlainYearMonth,
  after: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select current.authority from published.current_snapshot current
      join published.authority town on town.id = current.authority and town.status = 'active'
    where current.authority > ${after}::uuid and not exists (
      select from office.completeness_month kept
      where kept.authority = current.authority and kept.month = ${firstDay(month)}::date)
    order by current.authority limit ${most}`.execute(db)
  return rows.map(({ authority }) => authority)
}

/** Once; a month that stands already stays as it is. @returns whether it was new. */
export async function insertMonth(
  db: Db,
  authority: string,
  month: Temporal.PlainYearMonth,
  standing: Standing,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('office.completeness_month')
    .values({
      authority,
      month: firstDay(month),
      core_answered: standing.coreAnswered,
      core: standing.core,
      services: standing.services,
      services_complete: standing.servicesComplete,
      services_fresh: standing.servicesFresh,
      languages: standing.languages,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The newest first. */
export async function listMonths(db: Db, authority: string, most: number): Promise<MonthStanding[]> {
  const rows = await db
    .selectFrom('office.completeness_month')
    .select(sql<string>`month::text`.as('day'))
    .select(['core_answered', 'core', 'services', 'services_complete', 'services_fresh', 'languages'])
    .where('authority', '=', authority)
    .orderBy('month', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    month: Temporal.PlainDate.from(row.day).toPlainYearMonth(),
    coreAnswered: row.core_answered,
    core: row.core,
    services: row.services,
    servicesComplete: row.services_complete,
    servicesFresh: row.services_fresh,
    languages: row.languages,
  }))
}
