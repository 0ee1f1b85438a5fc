/** A provider without e-mail is to be asked: a letter for the office to print, and word of it to its officers. */
import type { Tx } from '../../platform/db/tables.ts'
import { type ConfirmationsDeps, dayAt, type Town } from './deps.ts'
import { insertLetter } from './letter-store.ts'
import { lettersNotice } from './letters.ts'
import type { Request } from './request-store.ts'

export interface LetterDue {
  readonly request: Pick<Request, 'id'>
  readonly town: Town
  /** Nobody has answered the first one. */
  readonly again: boolean
  readonly at: Temporal.Instant
}

/** Officers are told once a day, however many letters are due. */
export async function askByLetter(
  deps: Pick<ConfirmationsDeps, 'officersOf' | 'notify'>,
  tx: Tx,
  { request, town, again, at }: LetterDue,
): Promise<void> {
  await insertLetter(tx, request.id, again, at)
  for (const person of await deps.officersOf(tx, town.id)) {
    await deps.notify(tx, {
      person,
      kind: 'confirmations',
      key: `letters ${town.id} ${dayAt(town, at)}`,
      compose: (translator) => lettersNotice(translator, town),
    })
  }
}
