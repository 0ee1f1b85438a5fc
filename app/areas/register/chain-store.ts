/** The history of the register: only ever added to. */
import { sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Link, Linked } from './chain-rules.ts'
import { type EntryAct, isOpen } from './entry-rules.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** Until the transaction ends, nobody else adds to the register. */
export async function lockRegister(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('register'))`.execute(tx)
}

/** Undefined: there is no entry yet. */
export async function lastLink(db: Db | ReadDb): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    select number, hash from published.register_entry order by number desc limit 1`.execute(db)
  return rows[0]
}

export interface StoredEntry extends Linked {
  readonly signatory: string
  readonly act: EntryAct
  readonly occurredOn: string
}

/** Some thousand parameters a statement are what databases take without complaint. */
const rowsAtOnce = 1_000

export async function insertEntries(tx: Db, entries: readonly StoredEntry[], at: Temporal.Instant): Promise<void> {
  for (let from = 0; from < entries.length; from += rowsAtOnce) {
    const rows = entries.slice(from, from + rowsAtOnce).map(({ occurredOn, ...entry }) => ({
      ...entry,
      occurred_on: occurredOn,
      entered_at: date(at),
    }))
    await tx.insertInto('published.register_entry').values(rows).execute()
  }
}

export interface Opening {
  readonly entry: number
  readonly field: string
  readonly salt: string
  readonly value: string
}

export async function insertOpenings(tx: Db, openings: readonly Opening[]): Promise<void> {
  for (let from = 0; from < openings.length; from += rowsAtOnce) {
    const some = openings.slice(from, from + rowsAtOnce)
    const shown = some.filter(({ field }) => isOpen(field))
    const kept = some.filter(({ field }) => !isOpen(field))
    if (shown.length > 0) await tx.insertInto('published.register_opening').values(shown).execute()
    if (kept.length > 0) await tx.insertInto('office.register_opening').values(kept).execute()
  }
}

/** @returns how many were there. */
export async function deleteOpenings(tx: Db, entries: readonly number[], field: string): Promise<number> {
  const table = isOpen(field) ? 'published.register_opening' : 'office.register_opening'
  const gone = await tx.deleteFrom(table).where('field', '=', field).where('entry', 'in', entries).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

export interface HeldText {
  readonly field: string
  readonly value: string
}

/** What can still be read of a signatory's texts and persons, the public ones and those that only the office knows. */
export async function heldTexts(db: Db, signatory: string): Promise<HeldText[]> {
  const { rows } = await sql<HeldText>`
    select field, value from published.register_opening join published.register_entry on number = entry
      where signatory = ${signatory}
    union all
    select field, value from office.register_opening join published.register_entry on number = entry
      where signatory = ${signatory}
    order by field, value`.execute(db)
  return rows
}

export interface Head extends Link {
  readonly timestamp: string
  readonly keyId: string
  /** Multibase, base58btc. */
  readonly signature: string
}

export async function writeHead(tx: Db, head: Head): Promise<void> {
  const { number, hash, timestamp, keyId, signature } = head
  const row = { number, hash, signed_at: timestamp, key: keyId, signature }
  await tx
    .insertInto('published.register_head')
    .values(row)
    .onConflict((conflict) => conflict.column('single').doUpdateSet(row))
    .execute()
}

export async function readHead(db: Db | ReadDb): Promise<Head | undefined> {
  const { rows } = await sql<Head>`
    select number, hash, signed_at as timestamp, key as "keyId", signature from published.register_head`.execute(db)
  return rows[0]
}

/** Public texts of the lines behind a number and up to another, in order. */
export async function openingsBetween(db: Db | ReadDb, after: number, upTo: number): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select entry, field, salt, value from published.register_opening
    where entry > ${after} and entry <= ${upTo} order by entry, field`.execute(db)
  return rows
}

/** Public texts of some lines, in order. */
export async function openingsOf(db: Db | ReadDb, entries: readonly number[]): Promise<Opening[]> {
  const { rows } = await sql<Opening>`
    select entry, field, salt, value from published.register_opening
    where entry = any(${[...entries]}::int[]) order by entry, field`.execute(db)
  return rows
}

/** Lines of the history behind a number, in order. */
export async function linesAfter(db: Db | ReadDb, number: number, most: number): Promise<Linked[]> {
  const { rows } = await sql<Linked>`
    select number, hash, line from published.register_entry where number > ${number} order by number limit ${most}`.execute(
    db,
  )
  return rows
}
