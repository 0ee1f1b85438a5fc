/** Which files there are: what is in them stands elsewhere. */
import { sql } from 'kysely'
import type { Db, Tx } from '../db/tables.ts'
import type { KeptFile } from './file-types.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** Noted before it is kept: nothing lies anywhere that no row knows of. Somebody who takes it away is waited for. */
export async function noteFile(db: Db, { sha256, type, bytes }: KeptFile, at: Temporal.Instant): Promise<void> {
  await db
    .insertInto('office.kept_file')
    .values({ sha256, type, bytes, kept_at: date(at) })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ kept_at: date(at) }))
    .execute()
}

/** Those that were last sent before a moment. */
export async function filesBefore(db: Db, before: Temporal.Instant): Promise<string[]> {
  const rows = await db.selectFrom('office.kept_file').select('sha256').where('kept_at', '<', date(before)).execute()
  return rows.map(({ sha256 }) => sha256)
}

/** Locked until the transaction ends; undefined where somebody has just sent it again. */
export async function lockFile(tx: Tx, sha256: string, before: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('office.kept_file')
    .select(sql`1`.as('one'))
    .where('sha256', '=', sha256)
    .where('kept_at', '<', date(before))
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function forgetFile(tx: Tx, sha256: string): Promise<void> {
  await tx.deleteFrom('office.kept_file').where('sha256', '=', sha256).execute()
}
