/** Applications to sign the Pact. */
import { sql } from 'kysely'
import type { SignatoryKind } from '../../platform/db/tables/register.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type Answers, answersSchema } from './schema.ts'

export type ApplicationStatus = 'draft' | 'submitted' | 'returned' | 'signed'

export interface Application {
  readonly id: string
  readonly kind: SignatoryKind
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly authority: string | null
  readonly association: string | null
  /** Id of the application whose office asked the others; its own where it asked. */
  readonly caseId: string
  readonly status: ApplicationStatus
  readonly answers: Answers
  readonly begunAt: Temporal.Instant
  readonly begunBy: string | null
  readonly changedAt: Temporal.Instant
  readonly readyAt: Temporal.Instant | null
  readonly submittedAt: Temporal.Instant | null
  /** `YYYY-MM-DD`: by when the secretariat decides. */
  readonly due: string | null
  readonly signedAt: Temporal.Instant | null
  readonly signatory: string | null
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const moment = (at: Date | null) => at && instant(at)
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

const applications = (db: Db) =>
  db
    .selectFrom('office.pact_application as application')
    .select([
      ...(['id', 'kind', 'country', 'authority', 'association', 'case_id', 'status', 'answers', 'begun_at'] as const),
      ...(['begun_by', 'changed_at', 'ready_at', 'submitted_at', 'signed_at', 'signatory'] as const),
    ])
    .select(sql<string | null>`due::text`.as('due'))

type Row = Awaited<ReturnType<ReturnType<typeof applications>['execute']>>[number]

function applicationOf(row: Row): Application {
  const { id, kind, country, authority, association, status, due, signatory } = row
  return {
    ...{ id, kind, country, authority, association, status, due, signatory },
    caseId: row.case_id,
    answers: answersSchema.parse(row.answers),
    begunAt: instant(row.begun_at),
    begunBy: row.begun_by,
    changedAt: instant(row.changed_at),
    readyAt: moment(row.ready_at),
    submittedAt: moment(row.submitted_at),
    signedAt: moment(row.signed_at),
  }
}

export async function readApplication(db: Db, id: string): Promise<Application | undefined> {
  const row = await applications(db).where('id', '=', id).executeTakeFirst()
  return row && applicationOf(row)
}

/** Everybody who signs together; whose office asked comes first. */
export async function readCase(db: Db, caseId: string): Promise<Application[]> {
  const rows = await applications(db).where('case_id', '=', caseId).orderBy('begun_at').orderBy('id').execute()
  const all = rows.map(applicationOf)
  return [...all.filter(({ id }) => id === caseId), ...all.filter(({ id }) => id !== caseId)]
}

/** Whose applications. `person`: of those that are no office's. */
export type Owner = { readonly authority: string } | { readonly association: string } | { readonly person: string }

/** The newest first. */
export async function applicationsOf(db: Db, owner: Owner): Promise<Application[]> {
  let query = applications(db)
  if ('authority' in owner) query = query.where('authority', '=', owner.authority)
  else if ('association' in owner) query = query.where('association', '=', owner.association)
  else query = query.where('begun_by', '=', owner.person).where('kind', 'in', ['representative', 'organisation'])
  return (await query.orderBy('begun_at', 'desc').execute()).map(applicationOf)
}

/** Of several offices, those that wait for something the office does. */
export async function unfinishedOf(db: Db, column: 'authority' | 'association', ids: readonly string[]) {
  if (ids.length === 0) return []
  const open = applications(db).where(column, 'in', ids).where('status', 'in', ['draft', 'returned'])
  return (await open.execute()).map(applicationOf)
}

/** Whoever locks one of a case holds all of it, until the end of the transaction. */
export async function lockCase(tx: Tx, caseId: string): Promise<Application[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pact case ${caseId}`}, 0))`.execute(tx)
  return readCase(tx, caseId)
}

/** One at a time for an office: it has one open application at most. */
export async function lockOwner(tx: Tx, owner: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pact office ${owner}`}, 0))`.execute(tx)
}

export type NewApplication = Pick<Application, 'id' | 'kind' | 'country' | 'authority' | 'association' | 'caseId'>

export async function insertApplication(
  tx: Tx,
  { id, caseId, ...application }: NewApplication,
  begun: { readonly by: string | null; readonly at: Temporal.Instant; readonly answers?: Answers },
): Promise<boolean> {
  const added = await tx
    .insertInto('office.pact_application')
    .values({
      ...{ ...application, id, case_id: caseId, status: 'draft', answers: JSON.stringify(begun.answers ?? {}) },
      ...{ begun_at: date(begun.at), begun_by: begun.by, changed_at: date(begun.at) },
      ...{ ready_at: null, submitted_at: null, due: null, signed_at: null, signatory: null, ended_at: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export interface ApplicationChange {
  readonly status?: ApplicationStatus
  readonly answers?: Answers
  readonly caseId?: string
  readonly authority?: string
  readonly kind?: SignatoryKind
  readonly readyAt?: Temporal.Instant | null
  readonly submittedAt?: Temporal.Instant | null
  readonly due?: string | null
  readonly signedAt?: Temporal.Instant
  readonly signatory?: string
}

const given = <T, U>(value: T | undefined, of: (value: T) => U) => (value === undefined ? undefined : of(value))
const dateOrNone = (at: Temporal.Instant | null) => at && date(at)

export async function updateApplication(
  tx: Tx,
  id: string,
  change: ApplicationChange,
  at: Temporal.Instant,
): Promise<void> {
  const { status, answers, caseId, authority, kind, readyAt, submittedAt, due, signedAt, signatory } = change
  const set = {
    ...{ status, authority, kind, due, signatory, case_id: caseId, changed_at: date(at) },
    answers: given(answers, (one) => JSON.stringify(one)),
    ready_at: given(readyAt, dateOrNone),
    submitted_at: given(submittedAt, dateOrNone),
    signed_at: given(signedAt, date),
  }
  const changed = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  await tx.updateTable('office.pact_application').set(changed).where('id', '=', id).execute()
}

export async function deleteApplication(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('office.pact_application').where('id', '=', id).returning('id').execute()
  return gone.length === 1
}

/** The signature was withdrawn: what hangs on it goes in time. */
export async function endApplicationOf(tx: Tx, signatory: string, at: Temporal.Instant): Promise<void> {
  const rows = tx.updateTable('office.pact_application').set({ ended_at: date(at) })
  await rows.where('signatory', '=', signatory).execute()
}

export async function applicationOfSignatory(db: Db, signatory: string): Promise<Application | undefined> {
  const row = await applications(db).where('signatory', '=', signatory).executeTakeFirst()
  return row && applicationOf(row)
}

/** Of what was handed in and of what was returned, one of each case, what is due first first. */
export async function openCases(db: Db): Promise<Application[]> {
  const rows = await applications(db)
    .where('status', 'in', ['submitted', 'returned'])
    .whereRef('id', '=', 'case_id')
    .orderBy('due')
    .orderBy('submitted_at')
    .execute()
  return rows.map(applicationOf)
}

export async function noteWriter(tx: Tx, application: string, person: string, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('office.pact_writer')
    .values({ application, person, first_at: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function writersOf(db: Db, applications: readonly string[]): Promise<string[]> {
  if (applications.length === 0) return []
  const rows = db.selectFrom('office.pact_writer').select('person').distinct().where('application', 'in', applications)
  return (await rows.execute()).map(({ person }) => person)
}
