/** Keeping an association's own words of a model document, and going back to the shipped ones. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { DocumentWords, OwnDocument } from './document-rules.ts'
import { type DocumentPlace, lockDocument, readDocuments, writeDocument } from './document-store.ts'

interface Deps {
  readonly database: Pick<Database, 'db'>
}

export type DocumentOutcome =
  | { readonly outcome: 'saved' | 'reverted' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: OwnDocument }

/** The trail of the instance holds it: an association has none of its own. */
function record(tx: Tx, act: Act, { association, kind, language }: DocumentPlace, revision: number) {
  const subject = `pact document ${kind} ${language}`
  return recordAudit(tx, act, { authority: null, subject, detail: { association, revision } })
}

async function withDocument(
  { database }: Deps,
  place: DocumentPlace,
  work: (tx: Tx, current: OwnDocument) => Promise<DocumentOutcome>,
): Promise<DocumentOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockDocument(tx, place)
    const found = (await readDocuments(tx, [place.association])).find(
      ({ kind, language }) => kind === place.kind && language === place.language,
    )
    return work(tx, found ?? { ...place, words: undefined, revision: 0 })
  })
}

/** @param given.expected the revision that the form was made from; 0 where the association had none yet. */
export function saveDocument(
  deps: Deps,
  act: Act,
  place: DocumentPlace,
  { words, expected }: { readonly words: DocumentWords; readonly expected: number },
): Promise<DocumentOutcome> {
  return withDocument(deps, place, async (tx, current) => {
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(current.words, words)) return { outcome: 'saved' }
    if (current.revision !== expected) return { outcome: 'conflict', current }
    const revision = expected + 1
    await writeDocument(tx, place, { words, revision, at: act.at })
    await record(tx, act, place, revision)
    return { outcome: 'saved' }
  })
}

/** The shipped words count again. @param seen the revision that was looked at. */
export function revertDocument(deps: Deps, act: Act, place: DocumentPlace, seen: number): Promise<DocumentOutcome> {
  return withDocument(deps, place, async (tx, current) => {
    // A second click has done what it wanted.
    if (!current.words) return { outcome: 'reverted' }
    if (current.revision !== seen) return { outcome: 'conflict', current }
    const revision = seen + 1
    await writeDocument(tx, place, { words: undefined, revision, at: act.at })
    await record(tx, act, place, revision)
    return { outcome: 'reverted' }
  })
}
