/** What this area reads of the directory of authorities. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** What its facts are checked by. */
export type CheckedTown = {
  readonly country: string
  readonly timeZone: string
  /** Short numbers that no list knows and that its office has dialled, as digits. */
  readonly dialled: ReadonlySet<string>
}

export type Town = CheckedTown & { readonly id: string }

/** @throws Error where there is no such authority: addresses are checked before a use case begins. */
export async function readTown(db: Db, authority: string): Promise<Town> {
  const row = await db
    .selectFrom('published.authority')
    .select(['id', 'country', 'time_zone'])
    .where('id', '=', authority)
    .executeTakeFirstOrThrow()
  const dialled = await dialledShortNumbers(db, authority)
  return { id: row.id, country: row.country, timeZone: row.time_zone, dialled }
}

/** Short numbers that no list knows and that the office of a town has dialled, as digits. */
export async function dialledShortNumbers(db: Db, authority: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('office.dialled_short_number')
    .select('number')
    .where('authority', '=', authority)
    .execute()
  return new Set(rows.map(({ number }) => number))
}

/** @returns those that were not known before. */
export async function insertDialled(
  tx: Db,
  authority: string,
  numbers: readonly string[],
  at: Temporal.Instant,
): Promise<string[]> {
  if (numbers.length === 0) return []
  const rows = await tx
    .insertInto('office.dialled_short_number')
    .values(numbers.map((number) => ({ authority, number, at: new Date(at.epochMilliseconds) })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('number')
    .execute()
  return rows.map(({ number }) => number)
}

/**
 * One at a time for what a town drafts and publishes, until the end of the transaction: two officers who
 * publish at once make one version, and no version is written from a draft whose place has just become confidential.
 * Towns that came out of one share the lock: a place that one of them hides is hidden for all, and with a lock each, two
 * that hide at once would wait for one another.
 */
export async function lockTown(tx: Db, authority: string): Promise<void> {
  await sql`
    with recursive family (id) as (
      select ${authority}::uuid
      union
      select case when split.part = family.id then split.authority else split.part end
      from family join published.split_part split on family.id in (split.part, split.authority)
    )
    select pg_advisory_xact_lock(hashtextextended('checklist:' || min(id::text), 0)) from family`.execute(tx)
}

/** Those of these ids that are not authorities. */
export async function unknownAuthorities(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const wanted = [...new Set(ids)]
  const rows = await db.selectFrom('published.authority').select('id').where('id', 'in', wanted).execute()
  const known = new Set(rows.map((row) => row.id))
  return new Set(wanted.filter((id) => !known.has(id)))
}

/** The authority and all that were merged into it: their earlier versions hold the services it looks after now. */
export async function withPredecessors(db: Db, authority: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select id from published.authority where id = ${authority}
      union
      select earlier.id from published.authority earlier join line on earlier.successor = line.id
    )
    select id from line`.execute(db)
  return rows.map((row) => row.id)
}
