/** Whose pages may be found: authorities that show something of their own or of those whose place they have taken. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'

export interface FindableCountry {
  /** Upper case. */
  readonly country: string
  readonly towns: number
  readonly changed: Temporal.Instant
}

export interface FindableTown {
  readonly country: string
  readonly slug: string
  readonly changed: Temporal.Instant
}

/** `authority, changed`: what an authority took over changed when it did. */
const shown = sql`
  select shown.authority, max(shown.changed) as changed from (
    select current.authority, snapshot.published_at as changed from published.current_snapshot current
    join published.snapshot snapshot on snapshot.authority = current.authority and snapshot.version = current.version
    union all select authority, since::timestamptz from published.inheritance
  ) shown group by shown.authority`

const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

export async function findableCountries(db: ReadDb): Promise<FindableCountry[]> {
  const { rows } = await sql<{ country: string; towns: number; changed: Date }>`
    select a.country, count(*)::integer as towns, max(s.changed) as changed
    from (${shown}) s join published.authority a on a.id = s.authority
    where a.status = 'active'
    group by a.country order by a.country`.execute(db)
  return rows.map((row) => ({ ...row, changed: instant(row.changed) }))
}

/**
 * How many entries of the register may be found: those of elected representatives may not, whose name shall not be found
 * by it everywhere.
 */
const entries = sql`published.signatory where kind <> 'representative' and name <> ''`

export async function countFindableEntries(db: ReadDb): Promise<number> {
  const { rows } = await sql<{ entries: number }>`select count(*)::integer as entries from ${entries}`.execute(db)
  return rows[0]?.entries ?? 0
}

export interface Part {
  /** Beginning with 0. */
  readonly from: number
  readonly most: number
}

/** By number. */
export async function findableEntries(
  db: ReadDb,
  part: Part,
): Promise<{ readonly number: number; readonly changed: Temporal.Instant }[]> {
  const { rows } = await sql<{ number: number; changed: Date }>`
    select number, changed_at as changed from ${entries}
    order by number offset ${part.from} limit ${part.most}`.execute(db)
  return rows.map((row) => ({ ...row, changed: instant(row.changed) }))
}

/** By slug. @param country upper case. */
export async function findableTowns(db: ReadDb, country: string, part: Part): Promise<FindableTown[]> {
  const { rows } = await sql<{ country: string; slug: string; changed: Date }>`
    select a.country, a.slug, s.changed
    from (${shown}) s join published.authority a on a.id = s.authority
    where a.country = ${country} and a.status = 'active'
    order by a.slug offset ${part.from} limit ${part.most}`.execute(db)
  return rows.map((row) => ({ ...row, changed: instant(row.changed) }))
}
