/** The secretariat puts an entry right, and erases what has to go from it. */
import type { Db } from '../../../platform/db/tables.ts'
import {
  type CommittedField,
  enterCorrection,
  eraseTexts,
  lockSignatory,
  type Signatory,
} from '../../register/index.ts'
import { conflictWithSignatory } from '../afterwards/withdraw-for.ts'
import type { SigningDeps } from '../deps.ts'
import { dayAt } from '../deps.ts'
import { type Conflict, conflictOf } from '../policy.ts'
import type { PersonsAct } from './decide.ts'

export interface Correction {
  /** `YYYY-MM-DD`. */
  readonly signedOn: string
  readonly text: { readonly version: string; readonly language: string }
  /** Why. */
  readonly words: string
}

/** `changed`: somebody else has put it right meanwhile. */
export type PutRightOutcome = 'done' | 'gone' | 'unchanged' | 'changed' | { readonly conflict: Conflict }

/** Nobody changes the entry of a body or an association for which they work, or of what they have signed themselves. */
async function conflictWith(
  db: Db,
  act: PersonsAct,
  { id, authority, association }: Signatory,
): Promise<Conflict | undefined> {
  const decided = { authorities: authority ? [authority] : [], associations: association ? [association] : [] }
  const office = conflictOf(act.person, { ...decided, writers: [], vouchers: [] })
  return office ?? conflictWithSignatory(db, act, id)
}

/** What a correction changes, as the form remembers it. */
export const standsAs = ({ signedOn, textVersion, textLanguage }: Signed): string =>
  [signedOn, textVersion, textLanguage].join(' ')
type Signed = Pick<Signatory, 'signedOn' | 'textVersion' | 'textLanguage'>

/** @param seen what stood there when the form was made. */
export async function correctEntry(
  deps: Pick<SigningDeps, 'database' | 'config'>,
  act: PersonsAct,
  id: string,
  { signedOn, text, words }: Correction,
  seen: string,
): Promise<PutRightOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<PutRightOutcome> => {
    const before = await lockSignatory(tx, id)
    if (!before) return 'gone'
    const conflict = await conflictWith(tx, act, before)
    if (conflict) return { conflict }
    const now = standsAs(before)
    // The same click once more has done what it wanted.
    if (now === standsAs({ signedOn, textVersion: text.version, textLanguage: text.language }))
      return seen === now ? 'unchanged' : 'done'
    if (seen !== now) return 'changed'
    const signed = { signedOn, textVersion: text.version, textLanguage: text.language }
    const given = { on: dayAt(act.at).toString(), signed, texts: { words } }
    return (await enterCorrection(tx, deps, act, id, given)) ? 'done' : 'gone'
  })
}

/** Nothing of it can be read any more; that it once stood there can. @returns why this person erases nothing here. */
export async function eraseFromEntry(
  { database }: Pick<SigningDeps, 'database'>,
  act: PersonsAct,
  signatory: Signatory,
  field: CommittedField,
): Promise<Conflict | undefined> {
  return database.db.transaction().execute(async (tx) => {
    const conflict = await conflictWith(tx, act, signatory)
    if (!conflict) await eraseTexts(tx, act, signatory, field)
    return conflict
  })
}
