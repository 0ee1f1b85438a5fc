/** A town became part of another one, or several: nobody is written to there any more. */
import type { Tx } from '../../platform/db/tables.ts'
import { forgetContactsOf } from './contacts/contact-store.ts'
import { leaveOut } from './recipient-store.ts'

export async function endLettersTo(tx: Tx, authority: string): Promise<void> {
  await leaveOut(tx, authority)
  await forgetContactsOf(tx, authority)
}
