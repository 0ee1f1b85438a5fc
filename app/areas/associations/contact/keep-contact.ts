/** Keeps the contact of an office that towns ask. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AskingContact } from './contact-schema.ts'
import { deleteContact, type KeptContact, readContacts, writeContact } from './contact-store.ts'

export type KeepContactDeps = { readonly database: Pick<Database, 'db'>; readonly clock: Clock }

export type ContactOutcome =
  | { readonly outcome: 'saved' }
  /** Somebody else was first: what stands now; undefined where it was taken out. */
  | { readonly outcome: 'conflict'; readonly current: KeptContact | undefined }

/**
 * @param holder an association's id, or `secretariat`.
 * @param facts undefined: nobody is to be asked there any more.
 * @param expected the revision that the form was made from; 0 where there was none.
 */
export async function keepContact(
  { database }: KeepContactDeps,
  act: Act,
  holder: string,
  facts: AskingContact | undefined,
  expected: number,
): Promise<ContactOutcome> {
  return database.db.transaction().execute(async (tx) => {
    const current = (await readContacts(tx, [holder])).get(holder)
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(current?.facts, facts)) return { outcome: 'saved' }
    if ((current?.revision ?? 0) !== expected) return { outcome: 'conflict', current }
    const kept = facts
      ? await writeContact(tx, holder, facts, expected, act.at)
      : await deleteContact(tx, holder, expected)
    if (!kept) {
      const after = (await readContacts(tx, [holder])).get(holder)
      return isDeepStrictEqual(after?.facts, facts) ? { outcome: 'saved' } : { outcome: 'conflict', current: after }
    }
    await recordAudit(tx, act, { authority: null, subject: `contact ${holder}`, detail: { kept: facts !== undefined } })
    return { outcome: 'saved' }
  })
}
