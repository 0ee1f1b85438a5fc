/** Practices at the market of a meeting. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import type { Placed, Stand } from './stand-rules.ts'

/** One who changes the market of a meeting at a time. */
export async function lockMarket(tx: Tx, meeting: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`market ${meeting}`}, 0))`.execute(tx)
}

export async function standsOf(db: Db | ReadDb, meeting: string): Promise<Stand[]> {
  const { rows } = await sql<Stand>`
    select practice, authority, stand, day::text, starts, ends, revision
    from published.market_stand where meeting = ${meeting} order by practice`.execute(db)
  return rows
}

/** Of the towns of the demonstration, two in an order that stays. */
export async function demonstratedPractices(
  tx: Tx,
): Promise<{ readonly practice: string; readonly authority: string }[]> {
  const { rows } = await sql<{ practice: string; authority: string }>`
    select p.id as practice, p.authority from published.practice p join published.authority a on a.id = p.authority
    where p.status = 'published' and a.demonstration order by p.id limit 2`.execute(tx)
  return rows
}

export async function insertStands(
  tx: Tx,
  { meeting, authority }: { readonly meeting: string; readonly authority: string },
  practices: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (practices.length === 0) return
  await tx
    .insertInto('published.market_stand')
    .values(practices.map((practice) => ({ meeting, practice, authority, offered_at: new Date(at.epochMilliseconds) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteStands(tx: Tx, meeting: string, practices: readonly string[]): Promise<void> {
  await sql`
    delete from published.market_stand where meeting = ${meeting} and practice = any(${[...practices]}::uuid[])`.execute(
    tx,
  )
}

export async function placeStand(tx: Tx, meeting: string, practice: string, placed: Placed): Promise<void> {
  const { stand, day, starts, ends } = placed
  await sql`
    update published.market_stand set stand = ${stand}, day = ${day}::date, starts = ${starts}, ends = ${ends},
      revision = revision + 1
    where meeting = ${meeting} and practice = ${practice}`.execute(tx)
}
