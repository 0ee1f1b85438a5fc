/** Mailboxes of an association to which towns answer. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { ReplyAddress } from './reply-rules.ts'

const rowsOf = (db: Db) =>
  db.selectFrom('office.reply_address').select(['id', 'association', 'email', 'confirmed_at', 'asked_at'])

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

const addressOf = ({ id, email, confirmed_at: at, asked_at: asked }: Row): ReplyAddress => ({
  ...{ id, email, confirmed: at !== null },
  askedAt: Temporal.Instant.fromEpochMilliseconds(asked.getTime()),
})

export async function listReplyAddresses(db: Db, association: string): Promise<ReplyAddress[]> {
  return (await rowsOf(db).where('association', '=', association).orderBy('email').execute()).map(addressOf)
}

export async function readReplyAddress(db: Db, association: string, id: string): Promise<ReplyAddress | undefined> {
  const row = await rowsOf(db).where('association', '=', association).where('id', '=', id).executeTakeFirst()
  return row && addressOf(row)
}

/** Whoever asks for one at the same moment waits, and sees what the first has asked for. */
export async function lockReplies(tx: Tx, association: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`reply addresses ${association}`}, 0))`.execute(tx)
}

/** One that is confirmed stays so. @returns the address as it stands, and whether a mail with the token is due. */
export async function askReplyAddress(
  tx: Tx,
  given: {
    readonly id: string
    readonly association: string
    readonly email: string
    readonly tokenSha256: string
    readonly at: Temporal.Instant
    readonly person: string | null
  },
): Promise<void> {
  const { id, association, email, tokenSha256, person } = given
  const asked = { token_sha256: tokenSha256, asked_at: new Date(given.at.epochMilliseconds), asked_by_person: person }
  await tx
    .insertInto('office.reply_address')
    .values({ id, association, email, ...asked })
    .onConflict((conflict) => conflict.columns(['association', 'email']).doUpdateSet(asked))
    .execute()
}

/** Whoever began a campaign and has named no mailbox yet meant this one: it is the association's only one. */
export async function takeForDrafts(tx: Tx, association: string, id: string): Promise<void> {
  await sql`
    update office.campaign set reply_address = ${id}::uuid
    where association = ${association}::uuid and state = 'draft' and reply_address is null
      and not exists (select from office.reply_address other where other.association = ${association}::uuid
        and other.confirmed_at is not null and other.id <> ${id}::uuid)`.execute(tx)
}

export interface AskedReply extends ReplyAddress {
  readonly association: string
}

/** Undefined for a token that is none, or was replaced. */
export async function findReplyByToken(db: Db, tokenSha256: string): Promise<AskedReply | undefined> {
  const row = await rowsOf(db).where('token_sha256', '=', tokenSha256).executeTakeFirst()
  return row && { ...addressOf(row), association: row.association }
}

/** @returns false where it was confirmed before. */
export async function markConfirmed(tx: Tx, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('office.reply_address')
    .set({ confirmed_at: new Date(at.epochMilliseconds) })
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
