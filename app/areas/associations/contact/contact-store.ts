/** The contacts of offices that towns ask. */
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { type AskingContact, askingContact } from './contact-schema.ts'

export interface KeptContact {
  readonly facts: AskingContact
  readonly revision: number
}

/** By holder: an association's id, or `secretariat`. Who has none is left out. */
export async function readContacts(db: Db, holders: readonly string[]): Promise<ReadonlyMap<string, KeptContact>> {
  if (holders.length === 0) return new Map()
  const rows = await db
    .selectFrom('office.asking_contact')
    .select(['holder', 'facts', 'revision'])
    .where('holder', 'in', holders)
    .execute()
  return new Map(
    rows.map(({ holder, facts, revision }) => [holder, { facts: askingContact.parse(facts), revision }] as const),
  )
}

/** Whom the towns of an association ask; undefined where it has not said. */
export async function askingContactOf(db: Db, association: string): Promise<AskingContact | undefined> {
  return (await readContacts(db, [association])).get(association)?.facts
}

/** @returns false where the contact has another revision by now. @param expected 0: there is none yet. */
export async function writeContact(
  tx: Tx,
  holder: string,
  facts: AskingContact,
  expected: number,
  at: Temporal.Instant,
): Promise<boolean> {
  const values = { facts: JSON.stringify(facts), changed_at: new Date(at.epochMilliseconds) }
  const written =
    expected === 0
      ? await tx
          .insertInto('office.asking_contact')
          .values({ holder, revision: 1, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('holder')
          .execute()
      : await tx
          .updateTable('office.asking_contact')
          .set({ revision: expected + 1, ...values })
          .where('holder', '=', holder)
          .where('revision', '=', expected)
          .returning('holder')
          .execute()
  return written.length === 1
}

/** @returns false where the contact has another revision by now. */
export async function deleteContact(tx: Tx, holder: string, expected: number): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.asking_contact')
    .where('holder', '=', holder)
    .where('revision', '=', expected)
    .returning('holder')
    .execute()
  return gone.length === 1
}
