import { sql } from 'kysely'
import type { Db, ReadDb } from '../db/tables.ts'

export interface SigningKey {
  /** The public key as a Multikey. */
  readonly id: string
  readonly createdAt: Temporal.Instant
  /** Null: in use. */
  readonly retiredAt: Temporal.Instant | null
  /** Since when it is known that somebody else may have it: what it has signed is not to be believed any more. */
  readonly revokedAt: Temporal.Instant | null
}

/** Until the transaction ends, nobody else makes or retires a key. */
export async function lockSigningKeys(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('signing keys'))`.execute(tx)
}

/** All that there have ever been, the oldest first. */
export async function signingKeys(db: Db | ReadDb): Promise<SigningKey[]> {
  const { rows } = await sql<{ id: string; created_at: Date; retired_at: Date | null; revoked_at: Date | null }>`
    select id, created_at, retired_at, revoked_at from published.signing_key order by created_at, id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    createdAt: instantOf(row.created_at),
    retiredAt: row.retired_at && instantOf(row.retired_at),
    revokedAt: row.revoked_at && instantOf(row.revoked_at),
  }))
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

/** The key in use, with its sealed secret half. */
export async function keyInUse(db: Db): Promise<{ readonly id: string; readonly sealed: string } | undefined> {
  return db
    .selectFrom('published.signing_key as key')
    .innerJoin('office.signing_secret as secret', 'secret.key', 'key.id')
    .select(['key.id', 'secret.sealed'])
    .where('key.retired_at', 'is', null)
    .executeTakeFirst()
}

export async function retireKeyInUse(tx: Db, at: Temporal.Instant): Promise<string | undefined> {
  const retired = await tx
    .updateTable('published.signing_key')
    .set({ retired_at: new Date(at.epochMilliseconds) })
    .where('retired_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  // Nobody signs with it any more: its secret half is of no use but to a thief.
  if (retired) await tx.deleteFrom('office.signing_secret').where('key', '=', retired.id).execute()
  return retired?.id
}

/** @returns false where there is no such key, or it is in use, or revoked already. */
export async function revokeRetiredKey(tx: Db, id: string, at: Temporal.Instant): Promise<boolean> {
  const revoked = await tx
    .updateTable('published.signing_key')
    .set({ revoked_at: new Date(at.epochMilliseconds) })
    .where('id', '=', id)
    .where('retired_at', 'is not', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return Number(revoked.numUpdatedRows) === 1
}

export async function addKey(tx: Db, id: string, sealed: string, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('published.signing_key')
    .values({ id, created_at: new Date(at.epochMilliseconds), retired_at: null })
    .execute()
  await tx.insertInto('office.signing_secret').values({ key: id, sealed }).execute()
}
