/** Sessions, and the identities at a provider that open them. better-auth makes and reads sessions; the rest is here. */
import type { Db } from '../../platform/db/tables.ts'
import type { SecondFactor } from '../../platform/session/actor.ts'

export type SignInMethod = 'link' | 'passkey' | 'oidc'

export interface OpenSession {
  readonly id: string
  readonly method: SignInMethod
  readonly secondFactor: SecondFactor | null
  readonly since: Temporal.Instant
  /** To within twenty minutes: not every request is written down. */
  readonly lastUsed: Temporal.Instant
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** Those that have not expired, the last used first. */
export async function findSessions(db: Db, person: string, now: Temporal.Instant): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('accounts.session')
    .select(['id', 'method', 'second_factor', 'created_at', 'updated_at'])
    .where('person', '=', person)
    .where('expires_at', '>', date(now))
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    method: row.method,
    secondFactor: row.second_factor,
    since: row.created_at.toTemporalInstant(),
    lastUsed: row.updated_at.toTemporalInstant(),
  }))
}

/** @returns false where the person has no such session. */
export async function deleteSession(db: Db, person: string, id: string): Promise<boolean> {
  const row = db.deleteFrom('accounts.session').where('person', '=', person).where('id', '=', id)
  return (await row.executeTakeFirst()).numDeletedRows > 0n
}

/** @param kept id of the session that stays, if one does. @returns how many have ended. */
export async function deleteSessions(tx: Db, person: string, kept?: string): Promise<number> {
  const rows = tx.deleteFrom('accounts.session').where('person', '=', person)
  const gone = await (kept === undefined ? rows : rows.where('id', '<>', kept)).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** How a session that was just made came about. */
export async function markOpened(
  db: Db,
  id: string,
  opened: { method: SignInMethod; secondFactor: SecondFactor | null; at: Temporal.Instant },
): Promise<void> {
  const { method, secondFactor, at } = opened
  const row = db.updateTable('accounts.session').where('id', '=', id)
  await row.set({ method, second_factor: secondFactor, authenticated_at: date(at) }).execute()
}

/**
 * The person of the session has just shown who they are. A second factor already given keeps its name.
 *
 * @returns false where the session has ended.
 */
export async function markProven(tx: Db, id: string, factor: SecondFactor, at: Temporal.Instant): Promise<boolean> {
  const proven = await tx
    .updateTable('accounts.session')
    .set((eb) => ({
      second_factor: eb.fn.coalesce('second_factor', eb.val(factor)),
      authenticated_at: date(at),
      wrong_codes: 0,
    }))
    .where('id', '=', id)
    .executeTakeFirst()
  return proven.numUpdatedRows > 0n
}

/** Whether a second factor was shown in this session at that time or after it. */
export async function wasProvenSince(tx: Db, id: string, since: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('accounts.session')
    .select('id')
    .where('id', '=', id)
    .where('second_factor', 'is not', null)
    .where('authenticated_at', '>=', date(since))
    .executeTakeFirst()
  return row !== undefined
}

/** @returns how many codes of this session were wrong by now; undefined where it has ended. */
export async function countWrongCode(tx: Db, id: string): Promise<number | undefined> {
  const row = tx.updateTable('accounts.session').set((eb) => ({ wrong_codes: eb('wrong_codes', '+', 1) }))
  return (await row.where('id', '=', id).returning('wrong_codes').executeTakeFirst())?.wrong_codes
}

export interface Identity {
  readonly issuer: string
  readonly subject: string
}

/** @returns the person's id. */
export async function findByIdentity(db: Db, { issuer, subject }: Identity): Promise<string | undefined> {
  const row = db.selectFrom('accounts.account').select('person')
  const found = await row.where('provider_id', '=', issuer).where('account_id', '=', subject).executeTakeFirst()
  return found?.person
}

/** Whether the person is already known to the issuer under a name. */
export async function hasIdentity(db: Db, person: string, issuer: string): Promise<boolean> {
  const row = db.selectFrom('accounts.account').select('id')
  const found = await row.where('person', '=', person).where('provider_id', '=', issuer).executeTakeFirst()
  return found !== undefined
}

/** No token of the provider is kept. */
export async function insertIdentity(tx: Db, id: string, person: string, identity: Identity): Promise<void> {
  await tx
    .insertInto('accounts.account')
    .values({ id, person, provider_id: identity.issuer, account_id: identity.subject })
    .execute()
}

export async function deleteIdentities(tx: Db, person: string): Promise<void> {
  await tx.deleteFrom('accounts.account').where('person', '=', person).execute()
}
