/** What people have beside their mailbox: an authenticator app, recovery codes, passkeys. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Factors } from './policy.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

export async function findFactors(db: Db, person: string): Promise<Factors> {
  const codes = db.selectFrom('accounts.authenticator').where('person', '=', person).where('secret', 'is not', null)
  const passkeys = db.selectFrom('accounts.passkey').where('person', '=', person)
  const [app, passkey] = await Promise.all([
    codes.select('person').executeTakeFirst(),
    passkeys.select('id').executeTakeFirst(),
  ])
  return { codes: app !== undefined, passkeys: passkey !== undefined }
}

/** Whoever takes a factor off the same person waits: two removed at the same time would leave none. */
export async function lockFactors(tx: Db, person: string): Promise<Factors> {
  await tx.selectFrom('accounts.person').select('id').where('id', '=', person).forUpdate().execute()
  return findFactors(tx, person)
}

/** Secrets are encrypted. */
export interface Authenticator {
  readonly secret: string | null
  readonly pendingSecret: string | null
  readonly confirmedAt: Temporal.Instant | undefined
  /** Wrong codes of all sessions since `wrongSince`. */
  readonly wrongCodes: number
  readonly wrongSince: Temporal.Instant | undefined
}

export async function findAuthenticator(db: Db, person: string): Promise<Authenticator | undefined> {
  const row = await db.selectFrom('accounts.authenticator').selectAll().where('person', '=', person).executeTakeFirst()
  return row && authenticatorOf(row)
}

/** Others who look at or change it wait for the end of the transaction. */
export async function lockAuthenticator(tx: Db, person: string): Promise<Authenticator | undefined> {
  const rows = tx.selectFrom('accounts.authenticator').selectAll().where('person', '=', person)
  const row = await rows.forUpdate().executeTakeFirst()
  return row && authenticatorOf(row)
}

function authenticatorOf(row: {
  secret: string | null
  pending_secret: string | null
  confirmed_at: Date | null
  wrong_codes: number
  wrong_since: Date | null
}): Authenticator {
  return {
    secret: row.secret,
    pendingSecret: row.pending_secret,
    confirmedAt: row.confirmed_at?.toTemporalInstant(),
    wrongCodes: row.wrong_codes,
    wrongSince: row.wrong_since?.toTemporalInstant(),
  }
}

/** The app in use, if there is one, stays until the new one has shown a code. */
export async function savePendingSecret(db: Db, person: string, secret: string): Promise<void> {
  await db
    .insertInto('accounts.authenticator')
    .values({ person, pending_secret: secret })
    .onConflict((conflict) => conflict.column('person').doUpdateSet({ pending_secret: secret }))
    .execute()
}

export async function confirmPendingSecret(tx: Db, person: string, step: number, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.authenticator')
    .set((eb) => ({ secret: eb.ref('pending_secret'), pending_secret: null, confirmed_at: date(at), last_step: step }))
    .where('person', '=', person)
    .execute()
}

/** @returns false where the code of this half minute, or a later one, was taken before. */
export async function takeStep(tx: Db, person: string, step: number): Promise<boolean> {
  const taken = await tx
    .updateTable('accounts.authenticator')
    .set({ last_step: step })
    .where('person', '=', person)
    .where((eb) => eb.or([eb('last_step', 'is', null), eb('last_step', '<', step)]))
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

export async function saveWrongCodes(tx: Db, person: string, count: number, since: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('accounts.authenticator')
    .set({ wrong_codes: count, wrong_since: date(since) })
    .where('person', '=', person)
    .execute()
}

/** With its recovery codes. @returns false where there was none. */
export async function deleteAuthenticator(tx: Db, person: string): Promise<boolean> {
  await tx.deleteFrom('accounts.recovery_code').where('person', '=', person).execute()
  const gone = await tx.deleteFrom('accounts.authenticator').where('person', '=', person).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** Those made before are gone. */
export async function replaceRecoveryCodes(tx: Db, person: string, macs: readonly string[]): Promise<void> {
  await tx.deleteFrom('accounts.recovery_code').where('person', '=', person).execute()
  await tx
    .insertInto('accounts.recovery_code')
    .values(macs.map((mac) => ({ person, mac })))
    .execute()
}

/** @returns false where there is no such code, or somebody was faster. */
export async function takeRecoveryCode(tx: Db, person: string, mac: string): Promise<boolean> {
  const row = tx.deleteFrom('accounts.recovery_code').where('person', '=', person).where('mac', '=', mac)
  return (await row.executeTakeFirst()).numDeletedRows > 0n
}

export async function countRecoveryCodes(db: Db, person: string): Promise<number> {
  const rows = db.selectFrom('accounts.recovery_code').where('person', '=', person)
  const { count } = await rows.select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow()
  return count
}

export interface Passkey {
  readonly id: string
  readonly name: string
  readonly addedAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | undefined
}

/** The oldest first. */
export async function findPasskeys(db: Db, person: string): Promise<Passkey[]> {
  const rows = await db
    .selectFrom('accounts.passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('person', '=', person)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    addedAt: row.created_at.toTemporalInstant(),
    lastUsedAt: row.last_used_at?.toTemporalInstant(),
  }))
}

/** @returns false where the person has no such passkey. */
export async function renamePasskey(tx: Db, person: string, id: string, name: string): Promise<boolean> {
  const row = tx.updateTable('accounts.passkey').set({ name }).where('person', '=', person).where('id', '=', id)
  return (await row.executeTakeFirst()).numUpdatedRows > 0n
}

/** @returns false where the person has no such passkey. */
export async function deletePasskey(tx: Db, person: string, id: string): Promise<boolean> {
  const row = tx.deleteFrom('accounts.passkey').where('person', '=', person).where('id', '=', id)
  return (await row.executeTakeFirst()).numDeletedRows > 0n
}

export async function deletePasskeys(tx: Db, person: string): Promise<void> {
  await tx.deleteFrom('accounts.passkey').where('person', '=', person).execute()
}

export async function passkeyUsed(tx: Db, credential: string, at: Temporal.Instant): Promise<void> {
  const row = tx.updateTable('accounts.passkey').set({ last_used_at: date(at) })
  await row.where('credential_id', '=', credential).execute()
}
