/** Reports as offices write them, and towns that do not want to be reminded. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type Answers, answers, type ReadSheet, type ReportForm, readSheet, reportForms } from './schema.ts'

export interface Report {
  readonly id: string
  readonly authority: string
  readonly plan: string
  readonly cycle: number
  readonly form: ReportForm
  /** Code. */
  readonly language: string
  readonly answers: Answers
  /** Ids of measures that somebody has looked at. */
  readonly looked: readonly string[]
  readonly revision: number
  readonly openedAt: Temporal.Instant
  readonly submittedAt: Temporal.Instant | undefined
  /** Id of whoever wrote last; null where a command did. */
  readonly changedBy: string | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const reports = (db: Db) =>
  db
    .selectFrom('office.report')
    .select([
      ...(['id', 'authority', 'plan', 'cycle', 'form', 'language', 'answers', 'looked'] as const),
      ...(['revision', 'opened_at', 'submitted_at', 'changed_by'] as const),
    ])

type Row = Awaited<ReturnType<ReturnType<typeof reports>['execute']>>[number]

const reportOf = ({ opened_at, submitted_at, changed_by, ...row }: Row): Report => ({
  ...row,
  form: z.enum(reportForms).parse(row.form),
  answers: answers.parse(row.answers),
  openedAt: instant(opened_at),
  submittedAt: submitted_at ? instant(submitted_at) : undefined,
  changedBy: changed_by,
})

export async function readReport(db: Db, id: string): Promise<Report | undefined> {
  const row = await reports(db).where('id', '=', id).executeTakeFirst()
  return row && reportOf(row)
}

/** One at a time for a report, until the end of the transaction. */
export async function lockReport(tx: Tx, id: string): Promise<Report | undefined> {
  const row = await reports(tx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && reportOf(row)
}

/** Of an office, the newest cycle first. */
export async function reportsOf(db: Db, authority: string): Promise<Report[]> {
  const rows = await reports(db).where('authority', '=', authority).orderBy('cycle', 'desc').execute()
  return rows.map(reportOf)
}

export interface FreshReport extends Pick<Report, 'id' | 'authority' | 'plan' | 'cycle' | 'form' | 'language'> {
  readonly by: string | null
  readonly at: Temporal.Instant
}

/** @returns false where the town has one for the cycle already. */
export async function insertReport(tx: Tx, { by, at, ...given }: FreshReport): Promise<boolean> {
  const added = await tx
    .insertInto('office.report')
    .values({ ...given, opened_at: date(at), changed_at: date(at), changed_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function updateReport(
  tx: Tx,
  id: string,
  set: { readonly answers?: Answers; readonly looked?: readonly string[]; readonly form?: ReportForm },
  { by, at }: Pick<FreshReport, 'by' | 'at'>,
): Promise<void> {
  await tx
    .updateTable('office.report')
    .set({
      ...(set.answers ? { answers: JSON.stringify(set.answers) } : {}),
      ...(set.looked ? { looked: [...set.looked] } : {}),
      ...(set.form ? { form: set.form } : {}),
      revision: sql`revision + 1`,
      changed_at: date(at),
      changed_by: by,
    })
    .where('id', '=', id)
    .execute()
}

/** What was read from a file and nobody has decided about; undefined where there is nothing. */
export async function readSheetOf(db: Db, id: string): Promise<ReadSheet | undefined> {
  const row = await db.selectFrom('office.report').select('sheet').where('id', '=', id).executeTakeFirst()
  return row?.sheet ? readSheet.parse(row.sheet) : undefined
}

export async function writeSheet(tx: Tx, id: string, sheet: ReadSheet | null): Promise<void> {
  await tx
    .updateTable('office.report')
    .set({ sheet: sheet && JSON.stringify(sheet) })
    .where('id', '=', id)
    .execute()
}

/** The first time counts: from then on it is corrected. */
export async function markSubmitted(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('office.report')
    .set({ submitted_at: sql`coalesce(submitted_at, ${date(at)})`, sheet: null })
    .where('id', '=', id)
    .execute()
}

/** Half of the reports took at most so many minutes from opening to handing in; undefined where there is none. */
export async function medianMinutes(db: Db, cycle: number): Promise<number | undefined> {
  const { rows } = await sql<{ minutes: number | null }>`
    select percentile_cont(0.5) within group (order by extract(epoch from submitted_at - opened_at) / 60)::float8 minutes
    from office.report where cycle = ${cycle} and submitted_at is not null`.execute(db)
  return rows[0]?.minutes ?? undefined
}

export async function isSilent(db: Db, authority: string): Promise<boolean> {
  const found = db.selectFrom('office.report_silence').select('authority').where('authority', '=', authority)
  return (await found.executeTakeFirst()) !== undefined
}

/** @returns whether it was the other way before. */
export async function writeSilent(tx: Tx, authority: string, silent: boolean, at: Temporal.Instant): Promise<boolean> {
  if (!silent) {
    const gone = await tx.deleteFrom('office.report_silence').where('authority', '=', authority).executeTakeFirst()
    return gone.numDeletedRows > 0n
  }
  const added = await tx
    .insertInto('office.report_silence')
    .values({ authority, since: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('authority')
    .execute()
  return added.length > 0
}

/**
 * Towns with a published plan and without a report for a cycle that have not said that they do not want to be reminded, by
 * id. @param after the last id of the page before.
 */
export async function townsToRemind(db: Db, cycle: number, after: string | undefined, most: number): Promise<string[]> {
  const { rows } = await sql<{ authority: string }>`
    select distinct carried.authority from published.plan_authority carried
    where carried.authority > ${after ?? '00000000-0000-0000-0000-000000000000'}
      and not exists (select from published.report given
        where given.authority = carried.authority and given.cycle = ${cycle})
      and not exists (select from office.report_silence silent where silent.authority = carried.authority)
    order by 1 limit ${most}`.execute(db)
  return rows.map(({ authority }) => authority)
}

/** Of these, the towns that carry a published plan, have not given their report and want to be reminded. */
export async function townsToReport(db: Db, cycle: number, among: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select town.id from unnest(${[...among]}::uuid[]) as town (id)
    where exists (select from published.plan_authority carried where carried.authority = town.id)
      and not exists (select from published.report given where given.authority = town.id and given.cycle = ${cycle})
      and not exists (select from office.report_silence silent where silent.authority = town.id)`.execute(db)
  return rows.map(({ id }) => id)
}
