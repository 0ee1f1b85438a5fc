/** What readers say is wrong: from the intake to the decision, and what the public page says of it. */
import { sql } from 'kysely'
import type { Db, IntakeDb, ReadDb } from '../../platform/db/tables.ts'
import { type LocalText, serviceFacts } from '../checklist/index.ts'
import { isReason, mostForms, type ReportOutcome, type ReportReason } from './report-rules.ts'

export interface SentReport {
  /** Of the form. */
  readonly id: string
  readonly service: string
  readonly reason: ReportReason
  readonly sentAt: Temporal.Instant
}

/** One reason given for one service, by however many. */
export interface ReaderReport {
  readonly id: string
  readonly authority: string
  readonly service: string
  readonly reason: ReportReason
  readonly count: number
  readonly firstAt: Temporal.Instant
  readonly due: Temporal.PlainDate
  readonly decided: boolean
}

/** What reports need to know of a published service. */
export interface ReportedService {
  readonly authority: string
  readonly kinds: readonly string[]
  readonly name: LocalText
}

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

/** As the intake role, which may insert and nothing else. The same form sent twice at once is one row. */
export async function takeReport(intake: IntakeDb, { sentAt, ...report }: SentReport): Promise<void> {
  await intake
    .insertInto('intake.error_report')
    .values({ ...report, sent_at: date(sentAt) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes up to `limit` reports out of the intake; those another process is taking are left to it. */
export async function takeOutReports(tx: Db, limit: number): Promise<SentReport[]> {
  const { rows } = await sql<{ id: string; service: string; reason: ReportReason; sent_at: Date }>`
    delete from intake.error_report where id in (
      select id from intake.error_report order by sent_at limit ${limit} for update skip locked
    ) returning id, service, reason, sent_at`.execute(tx)
  return rows.map(({ sent_at, ...row }) => ({ ...row, sentAt: instant(sent_at) }))
}

/** @returns undefined where no such service is published. */
export async function readReportedService(db: Db, id: string): Promise<ReportedService | undefined> {
  return (await readReportedServices(db, [id])).get(id)
}

/** Published ones, by id. */
export async function readReportedServices(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReportedService>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('published.service')
    .select(['id', 'authority', 'kinds', sql<unknown>`facts -> 'name'`.as('name')])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, authority, kinds, name }) => [id, { authority, kinds, name: serviceFacts.shape.name.parse(name) }]),
  )
}

/** Whether this form has been counted already. */
export async function isCounted(db: Db, form: string): Promise<boolean> {
  const row = await db
    .selectFrom('office.reader_report')
    .select('id')
    .where(sql<boolean>`forms @> ${[form]}::uuid[]`)
    .executeTakeFirst()
  return row !== undefined
}

interface NewReport extends SentReport {
  readonly report: string
  readonly authority: string
  readonly due: Temporal.PlainDate
}

/** @returns false where the same waits already. */
export async function insertReport(tx: Db, { id, report, sentAt, due, ...given }: NewReport): Promise<boolean> {
  const at = date(sentAt)
  const inserted = await tx
    .insertInto('office.reader_report')
    .values({ id: report, ...given, forms: [id], first_at: at, last_at: at, due: due.toString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** One more who says the same; beyond the number that is counted nothing is written. */
export async function countReport(
  tx: Db,
  authority: string,
  { id, service, reason, sentAt }: SentReport,
): Promise<void> {
  await tx
    .updateTable('office.reader_report')
    .set({ forms: sql`array_append(forms, ${id}::uuid)`, last_at: date(sentAt) })
    .where('authority', '=', authority)
    .where('service', '=', service)
    .where('reason', '=', reason)
    .where('decided_at', 'is', null)
    .where(sql<boolean>`cardinality(forms) < ${mostForms}`)
    .execute()
}

function reports(db: Db) {
  return db
    .selectFrom('office.reader_report')
    .select(['id', 'authority', 'service', 'reason', 'first_at', 'decided_at'])
    .select([sql<number>`cardinality(forms)`.as('count'), sql<string>`due::text`.as('due')])
}

type Row = Awaited<ReturnType<ReturnType<typeof reports>['executeTakeFirstOrThrow']>>

function reportOf({ id, authority, service, reason, count, first_at, due, decided_at }: Row): ReaderReport {
  if (!isReason(reason)) throw new Error(`a report has the reason ${reason}`)
  return {
    id,
    authority,
    service,
    reason,
    count,
    firstAt: instant(first_at),
    due: Temporal.PlainDate.from(due),
    decided: decided_at !== null,
  }
}

/** Those that wait for the town. */
export async function waitingReports(db: Db, authorities: readonly string[]): Promise<ReaderReport[]> {
  if (authorities.length === 0) return []
  const rows = await reports(db)
    .where('authority', 'in', authorities)
    .where('decided_at', 'is', null)
    .orderBy('due')
    .orderBy('first_at')
    .execute()
  return rows.map(reportOf)
}

/** Of the town; undefined where it has no such report. */
export async function findReport(db: Db, authority: string, id: string): Promise<ReaderReport | undefined> {
  const row = await reports(db).where('authority', '=', authority).where('id', '=', id).executeTakeFirst()
  return row && reportOf(row)
}

/** Towns with reports that were due before the day. @param told false: those of which the association has not heard. */
export async function overdueTowns(
  db: Db,
  today: Temporal.PlainDate,
  told: boolean,
): Promise<{ readonly authority: string; readonly count: number; readonly due: Temporal.PlainDate }[]> {
  const rows = await db
    .selectFrom('office.reader_report')
    .select(['authority', sql<number>`count(*)::int`.as('count'), sql<string>`min(due)::text`.as('due')])
    .where('decided_at', 'is', null)
    .where(sql<boolean>`due < ${today.toString()}::date`)
    .where('overdue_told_at', told ? 'is not' : 'is', null)
    .groupBy('authority')
    .execute()
  return rows.map(({ authority, count, due }) => ({ authority, count, due: Temporal.PlainDate.from(due) }))
}

export async function markOverdueTold(
  tx: Db,
  authority: string,
  today: Temporal.PlainDate,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.reader_report')
    .set({ overdue_told_at: date(at) })
    .where('authority', '=', authority)
    .where('decided_at', 'is', null)
    .where(sql<boolean>`due < ${today.toString()}::date`)
    .where('overdue_told_at', 'is', null)
    .execute()
}

/** @returns false where somebody has decided before. */
export async function markDecided(tx: Db, id: string, outcome: ReportOutcome, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .updateTable('office.reader_report')
    .set({ decided_at: date(at), outcome })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAnswer(
  tx: Db,
  { id, authority, service, reason }: ReaderReport,
  outcome: ReportOutcome,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('published.reader_answer')
    .values({ id, authority, service, reason, outcome, at: date(at) })
    .execute()
}

/** Authorities on whose pages the service stands. */
export async function readersOf(db: Db, service: string): Promise<string[]> {
  const rows = await db
    .selectFrom('published.service_area')
    .select('authority')
    .where('service', '=', service)
    .execute()
  return rows.map(({ authority }) => authority)
}

export interface ReaderAnswer {
  readonly reason: ReportReason
  readonly outcome: ReportOutcome
  readonly at: Temporal.Instant
}

/** What the public page of a service says, newest first. */
export async function readAnswers(db: ReadDb, service: string, since: Temporal.Instant): Promise<ReaderAnswer[]> {
  const rows = await db
    .selectFrom('published.reader_answer')
    .select(['reason', 'outcome', 'at'])
    .where('service', '=', service)
    .where('at', '>', date(since))
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ reason, outcome, at }) => ({
    reason: reason as ReportReason,
    outcome: outcome as ReportOutcome,
    at: instant(at),
  }))
}

/** What waits in a merged town waits in its successor. */
export async function moveReports(tx: Db, from: string, into: string): Promise<void> {
  // Two parts of a town that was split may have been told the same before they were one again.
  await sql`
    delete from office.reader_report gone using office.reader_report kept
    where gone.authority = ${from}::uuid and gone.decided_at is null and kept.authority = ${into}::uuid
      and kept.decided_at is null and kept.service = gone.service and kept.reason = gone.reason`.execute(tx)
  await tx
    .updateTable('office.reader_report')
    .set({ authority: into })
    .where('authority', '=', from)
    .where('decided_at', 'is', null)
    .execute()
}

/** What waits in a town that became several waits in each of them. */
export async function shareReports(tx: Db, from: string, parts: readonly string[]): Promise<void> {
  await sql`
    insert into office.reader_report (id, authority, service, reason, forms, first_at, last_at, due, overdue_told_at)
    select gen_random_uuid(), part.id, service, reason, forms, first_at, last_at, due, overdue_told_at
    from office.reader_report, unnest(${[...parts]}::uuid[]) as part (id)
    where authority = ${from}::uuid and decided_at is null
    on conflict do nothing`.execute(tx)
  await tx.deleteFrom('office.reader_report').where('authority', '=', from).where('decided_at', 'is', null).execute()
}

/** A part has an entry of its own of the service now: what readers said is about that one. */
export async function followCopy(
  tx: Db,
  service: string,
  copy: { readonly id: string; readonly authority: string },
): Promise<void> {
  await tx
    .updateTable('office.reader_report')
    .set({ service: copy.id })
    .where('authority', '=', copy.authority)
    .where('service', '=', service)
    .where('decided_at', 'is', null)
    .execute()
}
