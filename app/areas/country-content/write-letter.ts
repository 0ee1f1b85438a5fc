/** Writing, publishing and withdrawing model letters. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { CountryContentDeps } from './deps.ts'
import type { LetterWords, ModelLetter } from './letter-rules.ts'
import { insertLetter, listLetters, lockLetter, publishWords, removeLetter, updateLetter } from './letter-store.ts'

type Deps = Pick<CountryContentDeps, 'database'>

export interface LetterPlace {
  /** Id. */
  readonly association: string
  readonly id: string
}

export type LetterOutcome =
  | { readonly outcome: 'saved' | 'published' | 'unchanged' | 'withdrawn' | 'gone' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: ModelLetter }

/** The trail of the instance holds it: an association has none of its own. */
function record(tx: Tx, act: Act, { association, id }: LetterPlace, detail: Record<string, string | number> = {}) {
  return recordAudit(tx, act, { authority: null, subject: `model letter ${id}`, detail: { association, ...detail } })
}

/** @param given.id made with the form: sent twice it begins one letter. */
export async function startLetter(
  { database }: Deps,
  act: Act,
  given: LetterPlace & { readonly language: string; readonly words: LetterWords },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (await insertLetter(tx, given, act.at)) await record(tx, act, given)
  })
}

async function withLetter(
  { database }: Deps,
  { association, id }: LetterPlace,
  work: (tx: Tx, letter: ModelLetter) => Promise<LetterOutcome>,
): Promise<LetterOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockLetter(tx, id)
    const [letter] = await listLetters(tx, [association], id)
    return letter ? work(tx, letter) : { outcome: 'gone' }
  })
}

/** @param expected the revision that the form was made from. */
export function saveLetter(
  deps: Deps,
  act: Act,
  place: LetterPlace,
  { words, expected }: { readonly words: LetterWords; readonly expected: number },
): Promise<LetterOutcome> {
  return withLetter(deps, place, async (tx, letter) => {
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(letter.words, words)) return { outcome: 'saved' }
    if (letter.revision !== expected) return { outcome: 'conflict', current: letter }
    const revision = expected + 1
    await updateLetter(tx, { id: place.id, words, revision }, act.at)
    await record(tx, act, place, { revision })
    return { outcome: 'saved' }
  })
}

/** Towns read it from then on; nothing is copied to them. @param seen the revision that was looked at. */
export function publishLetter(deps: Deps, act: Act, place: LetterPlace, seen?: number): Promise<LetterOutcome> {
  return withLetter(deps, place, async (tx, letter) => {
    if (isDeepStrictEqual(letter.published, letter.words)) return { outcome: 'unchanged' }
    if (seen !== undefined && letter.revision !== seen) return { outcome: 'conflict', current: letter }
    const version = letter.version + 1
    await publishWords(tx, place.id, letter.words, version)
    await record(tx, act, place, { version })
    return { outcome: 'published' }
  })
}

/** A second click has done what it wanted. */
export async function withdrawLetter({ database }: Deps, act: Act, place: LetterPlace): Promise<LetterOutcome> {
  return database.db.transaction().execute(async (tx): Promise<LetterOutcome> => {
    await lockLetter(tx, place.id)
    if (await removeLetter(tx, place.association, place.id)) await record(tx, act, place)
    return { outcome: 'withdrawn' }
  })
}
