/** What towns have said of their work that may be found: plans, their reports, good practices. */
import { type RawBuilder, sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { Part } from './findable-store.ts'

interface OfTown {
  /** Upper case. */
  readonly country: string
  readonly slug: string
  readonly changed: Temporal.Instant
}

/** A plan stands at its first authority's; of one that is merged the successor shows what it has taken over itself. */
const plans = sql`published.plan join published.authority town on town.id = plan.authority and town.status = 'active'`
const reports = sql`published.report join published.authority town
  on town.id = report.authority and town.status = 'active'`
const practices = sql`published.practice where status = 'published'`

async function countOf(db: ReadDb, of: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${of}`.execute(db)
  return rows[0]?.count ?? 0
}
export const countFindablePlans = (db: ReadDb) => countOf(db, plans)
export const countFindableReports = (db: ReadDb) => countOf(db, reports)
export const countFindablePractices = (db: ReadDb) => countOf(db, practices)

async function partOf<Row>(
  db: ReadDb,
  columns: RawBuilder<unknown>,
  of: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  { from, most }: Part,
): Promise<(Row & { readonly changed: Temporal.Instant })[]> {
  const { rows } = await sql<Row & { readonly changed: Date }>`
    select ${columns} from ${of} order by ${order} offset ${from} limit ${most}`.execute(db)
  return rows.map((row) => ({ ...row, changed: Temporal.Instant.fromEpochMilliseconds(row.changed.getTime()) }))
}

export const findablePlans = (db: ReadDb, part: Part) =>
  partOf<OfTown & { readonly id: string }>(
    db,
    sql`plan.id, town.country, town.slug, plan.published_at as changed`,
    plans,
    sql`plan.id`,
    part,
  )

export const findableReports = (db: ReadDb, part: Part) =>
  partOf<OfTown & { readonly cycle: number }>(
    db,
    sql`report.cycle, town.country, town.slug, report.changed_at as changed`,
    reports,
    sql`report.id`,
    part,
  )

/** Those that do not take place any more are not looked for. */
const events = sql`published.event where status = 'planned'`
export const countFindableEvents = (db: ReadDb) => countOf(db, events)
export const findableEvents = (db: ReadDb, part: Part) =>
  partOf<{ readonly id: string; readonly year: number }>(
    db,
    sql`id, year, published_at as changed`,
    events,
    sql`id`,
    part,
  )

const resources = sql`published.resource where withdrawn_at is null`
export const countFindableResources = (db: ReadDb) => countOf(db, resources)
export const findableResources = (db: ReadDb, part: Part) =>
  partOf<{ readonly id: string }>(db, sql`id, changed_at as changed`, resources, sql`id`, part)

export const findablePractices = (db: ReadDb, part: Part) =>
  partOf<{ readonly id: string }>(db, sql`id, published_at as changed`, practices, sql`id`, part)
