/** The counts of an association at the beginning of each month, with the day on which they were made. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db/tables.ts'
import { type Counts, type MonthCounts, measured } from './coverage-rules.ts'

const count = z.object({ authorities: z.number(), population: z.number(), children: z.number() })
// What was not counted yet when the month was kept is none.
const none = { authorities: 0, population: 0, children: 0 }
const counts = z.object(
  Object.fromEntries(measured.map((key) => [key, count.default(none)])) as Record<
    keyof Counts,
    z.ZodDefault<typeof count>
  >,
)

const firstMoment = (month: Temporal.PlainYearMonth): string =>
  month.toPlainDate({ day: 1 }).toZonedDateTime('UTC').toInstant().toString()

/** Associations that have no counts of the month. */
export async function associationsWithoutMonth(
  db: Db,
  month: Temporal.PlainYearMonth,
): Promise<{ readonly id: string; readonly country: string }[]> {
  return db
    .selectFrom('published.association as association')
    .select(['id', 'country'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('office.coverage_month as kept')
            .select('kept.month')
            .whereRef('kept.association', '=', 'association.id')
            .where('kept.month', '=', new Date(firstMoment(month))),
        ),
      ),
    )
    .orderBy('id')
    .execute()
}

/** Once; what stands already stays as it is. @param rows of all members under null, of those of an area under its id. */
export async function insertMonthCounts(
  db: Db,
  association: string,
  countedOn: Temporal.PlainDate,
  rows: ReadonlyMap<string | null, Counts>,
): Promise<void> {
  const given = [...rows].map(([area, each]) => ({ area, counts: each }))
  await sql`
    insert into office.coverage_month (association, area, month, counted_on, counts)
    select ${association}::uuid, area, ${firstMoment(countedOn.toPlainYearMonth())}::timestamptz,
      ${countedOn.toString()}::date, counts
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as row (area uuid, counts jsonb)
    on conflict do nothing`.execute(db)
}

/** Of one area, or of all members, the newest first. */
export async function listMonthCounts(
  db: Db,
  association: string,
  area: string | undefined,
  most: number,
): Promise<MonthCounts[]> {
  const rows = await db
    .selectFrom('office.coverage_month')
    .select(['month', sql<string>`counted_on::text`.as('counted_on'), 'counts'])
    .where('association', '=', association)
    .where('area', area === undefined ? 'is' : '=', area ?? null)
    .orderBy('month', 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => ({
    month: Temporal.Instant.fromEpochMilliseconds(row.month.getTime())
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .toPlainYearMonth(),
    countedOn: Temporal.PlainDate.from(row.counted_on),
    counts: counts.parse(row.counts),
  }))
}

/** Of a month, of each area by its id. */
export async function readMonth(
  db: Db,
  association: string,
  month: Temporal.PlainYearMonth,
): Promise<ReadonlyMap<string, Counts>> {
  const rows = await db
    .selectFrom('office.coverage_month')
    .select(['area', 'counts'])
    .where('association', '=', association)
    .where('month', '=', new Date(firstMoment(month)))
    .execute()
  return new Map(rows.flatMap((row) => (row.area === null ? [] : [[row.area, counts.parse(row.counts)] as const])))
}
