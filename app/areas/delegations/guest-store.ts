/** Organisations that were invited to a meeting. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { By } from './delegate-store.ts'
import type { Guest } from './schema.ts'

const columns = ['id', 'meeting', 'kind', 'name', 'contact'] as const

/** By name. */
export const guestsOf = (db: Db, meeting: string): Promise<Guest[]> =>
  db
    .selectFrom('office.meeting_guest')
    .select(columns)
    .where('meeting', '=', meeting)
    .orderBy('name')
    .orderBy('id')
    .execute()

export const readGuest = (db: Db, id: string): Promise<Guest | undefined> =>
  db.selectFrom('office.meeting_guest').select(columns).where('id', '=', id).executeTakeFirst()

/** For which somebody registers people. */
export const guestsOfContact = (db: Db, person: string): Promise<Guest[]> =>
  db.selectFrom('office.meeting_guest').select(columns).where('contact', '=', person).orderBy('id').execute()

/** @returns false where it is there already. */
export async function insertGuest(tx: Tx, guest: Guest, { person, at }: By): Promise<boolean> {
  const added = await tx
    .insertInto('office.meeting_guest')
    .values({ ...guest, invited_at: new Date(at.epochMilliseconds), invited_by: person })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** With all its people. @returns false where it is gone. */
export async function deleteGuest(tx: Tx, meeting: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from office.meeting_guest where id = ${id} and meeting = ${meeting}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}
