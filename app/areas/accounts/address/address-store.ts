/** A new address that waits for both mailboxes to agree. */
import { sql } from 'kysely'
import type { Db } from '../../../platform/db/tables.ts'

export interface AddressChange {
  readonly person: string
  /** In lower case. */
  readonly newEmail: string
  readonly oldConfirmed: boolean
  readonly newConfirmed: boolean
  /** Id of the session that asked. */
  readonly session: string
  readonly expiresAt: Temporal.Instant
}

/** Hashes of the secrets in the mails. */
export interface Secrets {
  readonly old: string
  readonly new: string
  readonly cancel: string
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** Whoever asks for the same person at the same time waits. */
export async function lockAsker(tx: Db, person: string): Promise<void> {
  await tx.selectFrom('accounts.person').select('id').where('id', '=', person).forUpdate().execute()
}

/** In place of the one before, whose links no longer work. */
export async function putChange(
  tx: Db,
  given: Pick<AddressChange, 'person' | 'newEmail' | 'session' | 'expiresAt'> & { readonly askedAt: Temporal.Instant },
  secrets: Secrets,
): Promise<void> {
  await deleteChange(tx, given.person)
  await tx
    .insertInto('accounts.address_change')
    .values({
      person: given.person,
      new_email: given.newEmail,
      old_token_sha256: secrets.old,
      new_token_sha256: secrets.new,
      cancel_token_sha256: secrets.cancel,
      session: given.session,
      asked_at: date(given.askedAt),
      expires_at: date(given.expiresAt),
    })
    .execute()
}

type Row = {
  person: string
  new_email: string
  old_confirmed_at: Date | null
  new_confirmed_at: Date | null
  session: string
  expires_at: Date
}

const columns = ['person', 'new_email', 'old_confirmed_at', 'new_confirmed_at', 'session', 'expires_at'] as const

function changeOf(row: Row): AddressChange {
  return {
    person: row.person,
    newEmail: row.new_email,
    oldConfirmed: row.old_confirmed_at !== null,
    newConfirmed: row.new_confirmed_at !== null,
    session: row.session,
    expiresAt: row.expires_at.toTemporalInstant(),
  }
}

/** While its time lasts. */
export async function findChange(db: Db, person: string, now: Temporal.Instant): Promise<AddressChange | undefined> {
  const row = await db
    .selectFrom('accounts.address_change')
    .select(columns)
    .where('person', '=', person)
    .where('expires_at', '>', date(now))
    .executeTakeFirst()
  return row && changeOf(row)
}

export type Mailbox = 'old' | 'new'
const columnOf = { old: 'old_token_sha256', new: 'new_token_sha256', cancel: 'cancel_token_sha256' } as const

/** By what one of the mails holds; others who follow a link wait for the end of the transaction. */
export async function lockChange(
  tx: Db,
  secret: Mailbox | 'cancel',
  sha256: string,
  now: Temporal.Instant,
): Promise<AddressChange | undefined> {
  const row = await tx
    .selectFrom('accounts.address_change')
    .select(columns)
    .where(columnOf[secret], '=', sha256)
    .where('expires_at', '>', date(now))
    .forUpdate()
    .executeTakeFirst()
  return row && changeOf(row)
}

export async function markAgreed(tx: Db, person: string, mailbox: Mailbox, at: Temporal.Instant): Promise<void> {
  const column = mailbox === 'old' ? 'old_confirmed_at' : 'new_confirmed_at'
  await tx
    .updateTable('accounts.address_change')
    .set({ [column]: date(at) })
    .where('person', '=', person)
    .execute()
}

/** @returns false where there was none. */
export async function deleteChange(tx: Db, person: string): Promise<boolean> {
  const gone = await tx.deleteFrom('accounts.address_change').where('person', '=', person).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** @returns false where somebody else has the address by now. */
export async function giveAddress(tx: Db, person: string, email: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update accounts.person set email = ${email}, email_verified = true, updated_at = now()
    where id = ${person}::uuid and not exists (select from accounts.person where email = ${email})`.execute(tx)
  return numAffectedRows > 0n
}
