/** Forgets a person: what hangs on their row goes with it, what only names them goes here. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { DataPerson, Erase } from '../../platform/privacy/personal-data.ts'

/** To be run last: with the row of the person their roles, sessions and everything they sign in with are gone. */
export const eraseAccount: Erase = async (tx, { id, email }) => {
  await tx.deleteFrom('accounts.invitation').where('email', '=', email).execute()
  await tx.deleteFrom('accounts.join_request').where('email', '=', email).execute()
  await sql`delete from intake.join_request where lower(email) = ${email}`.execute(tx)
  await tx.deleteFrom('accounts.address_change').where('new_email', '=', email).execute()
  await forgetLinks(tx, email)
  // Who gave a colleague their role: as which office stays.
  await tx.updateTable('accounts.role').set({ granted_by: 'person' }).where('granted_by', '=', id).execute()
  await tx.deleteFrom('accounts.person').where('id', '=', id).execute()
}

/** Sign-in links that were sent to an address. */
export async function forgetLinks(tx: Db, email: string): Promise<void> {
  await sql`delete from accounts.verification where position(${JSON.stringify(email)} in lower(value)) > 0`.execute(tx)
}

/**
 * People without a role who have done nothing here since `before`: not signed in, nothing accepted, nothing asked.
 *
 * @param announced whether they were told, before then, that their account ends.
 * @param needed ids of people whose account is the way to something that is theirs.
 */
export async function findDormant(
  db: Db,
  before: Temporal.Instant,
  announced: Temporal.Instant | undefined,
  needed: readonly string[],
): Promise<(DataPerson & { readonly language: string })[]> {
  const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
  const told = announced
    ? sql<boolean>`person.end_announced_at <= ${date(announced)}`
    : sql<boolean>`person.end_announced_at is null`
  const { rows } = await sql<DataPerson & { readonly language: string }>`
    select person.id, person.email, person.name, person.language from accounts.person person
    where person.created_at < ${date(before)} and ${told} and person.id <> all (${[...needed]}::uuid[])
      and not exists (select from accounts.role where role.person = person.id)
      and not exists (select from accounts.session where session.person = person.id and session.updated_at >= ${date(before)})
      and not exists (select from audit.record where record.person = person.id and record.at >= ${date(before)})
    order by person.id`.execute(db)
  return rows
}

export async function announceEnd(tx: Db, person: string, at: Temporal.Instant): Promise<void> {
  const end_announced_at = new Date(at.epochMilliseconds)
  await tx.updateTable('accounts.person').set({ end_announced_at }).where('id', '=', person).execute()
}

/** Whoever came back, was given a role or has something that is theirs is as before. @param needed as for `findDormant`. */
export async function forgetAnnouncements(db: Db, since: Temporal.Instant, needed: readonly string[]): Promise<void> {
  const at = new Date(since.epochMilliseconds)
  await sql`
    update accounts.person person set end_announced_at = null where end_announced_at is not null and (
      exists (select from accounts.role where role.person = person.id) or person.id = any (${[...needed]}::uuid[])
      or exists (select from accounts.session where session.person = person.id and session.updated_at >= ${at})
      or exists (select from audit.record where record.person = person.id and record.at >= ${at}))`.execute(db)
}
