/** Reports that were given: versions that stay as they are. Written in the transaction that hands one in. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { canonicalJson, sha256Hex } from '../../platform/signing/canonical.ts'
import { type ReportDocument, reportDocument } from './schema.ts'

export interface GivenReport {
  readonly id: string
  readonly authority: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly cycle: number
  /** The newest. */
  readonly version: number
  readonly givenAt: Temporal.Instant
}

export interface ReportVersion {
  readonly version: number
  readonly publishedAt: Temporal.Instant
  readonly document: ReportDocument
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

const given = sql`select id, authority, country, cycle, version, given_at from published.report`

type GivenRow = Omit<GivenReport, 'givenAt'> & { readonly given_at: Date }
const givenOf = ({ given_at, ...row }: GivenRow): GivenReport => ({ ...row, givenAt: instant(given_at) })

/** Of an authority, the newest cycle first. */
export async function givenBy(db: Db | ReadDb, authority: string): Promise<GivenReport[]> {
  const { rows } = await sql<GivenRow>`${given} where authority = ${authority} order by cycle desc`.execute(db)
  return rows.map(givenOf)
}

/** Of a cycle, the newest first. */
export async function givenIn(db: Db | ReadDb, cycle: number): Promise<GivenReport[]> {
  const { rows } = await sql<GivenRow>`
    ${given} where cycle = ${cycle} order by given_at desc, id`.execute(db)
  return rows.map(givenOf)
}

export async function readGiven(db: Db | ReadDb, id: string): Promise<GivenReport | undefined> {
  const { rows } = await sql<GivenRow>`${given} where id = ${id}`.execute(db)
  return rows.map(givenOf)[0]
}

/**
 * Whether an authority has given its report for a cycle. What the public sees is "report given" or "none yet for this
 * cycle", and nothing else.
 */
export async function reportGiven(db: Db | ReadDb, authority: string, cycle: number): Promise<GivenReport | undefined> {
  const { rows } = await sql<GivenRow>`
    ${given} where authority = ${authority} and cycle = ${cycle}`.execute(db)
  return rows.map(givenOf)[0]
}

/** When an authority gave its first report; undefined where it has given none. */
export async function firstGiven(db: Db | ReadDb, authority: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ first: Date | null }>`
    select min(given_at) as first from published.report where authority = ${authority}`.execute(db)
  return rows[0]?.first ? instant(rows[0].first) : undefined
}

/** The last one before a cycle. */
export async function reportBefore(
  db: Db | ReadDb,
  authority: string,
  cycle: number,
): Promise<GivenReport | undefined> {
  const { rows } = await sql<GivenRow>`
    ${given} where authority = ${authority} and cycle < ${cycle} order by cycle desc limit 1`.execute(db)
  return rows.map(givenOf)[0]
}

type VersionRow = { readonly version: number; readonly document: unknown; readonly published_at: Date }

/** @param version undefined: the newest. */
export async function readReportVersion(
  db: Db | ReadDb,
  report: string,
  version?: number,
): Promise<ReportVersion | undefined> {
  const { rows } = await sql<VersionRow>`
    select version, document, published_at from published.report_version
    where report = ${report} and (${version ?? null}::int is null or version = ${version ?? null})
    order by version desc limit 1`.execute(db)
  const [row] = rows
  return (
    row && {
      version: row.version,
      document: reportDocument.parse(row.document),
      publishedAt: instant(row.published_at),
    }
  )
}

/** Newest first. */
export async function versionsOfReport(db: ReadDb, report: string): Promise<Omit<ReportVersion, 'document'>[]> {
  const { rows } = await sql<Omit<VersionRow, 'document'>>`
    select version, published_at from published.report_version where report = ${report} order by version desc`.execute(
    db,
  )
  return rows.map(({ version, published_at }) => ({ version, publishedAt: instant(published_at) }))
}

interface Publication {
  readonly report: string
  readonly country: string
  readonly version: number
  readonly document: ReportDocument
  readonly at: Temporal.Instant
}

export async function writeReportVersion(
  tx: Tx,
  { report, country, version, document, at }: Publication,
): Promise<void> {
  const { authority, cycle } = document
  await tx
    .insertInto('published.report')
    .values({ id: report, authority, country, cycle, version, given_at: date(at), changed_at: date(at) })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version, changed_at: date(at) }))
    .execute()
  await tx
    .insertInto('published.report_version')
    .values({
      ...{ report, version, document: JSON.stringify(document), published_at: date(at) },
      sha256: sha256Hex(canonicalJson(document)),
    })
    .execute()
}

/** A version without words that had to go: all else stays, and it has a new hash. */
export async function rewriteReportVersion(tx: Db, report: string, version: number, without: unknown): Promise<void> {
  const document = reportDocument.parse(without)
  await tx
    .updateTable('published.report_version')
    .set({ document: JSON.stringify(document), sha256: sha256Hex(canonicalJson(document)) })
    .where('report', '=', report)
    .where('version', '=', version)
    .execute()
}
