/** Writing, publishing and withdrawing standard texts. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { hasGap, type StandardWords, standardWords, wantsTwoPairs } from '../checklist/index.ts'
import type { StandardsDeps, TextOwner } from './deps.ts'
import { leavesGaps, saysNothing } from './text-rules.ts'
import {
  type DraftText,
  editorsSince,
  insertText,
  insertVersion,
  type ListedText,
  listTexts,
  lockText,
  markWithdrawn,
  updateText,
  wasWithdrawn,
} from './text-store.ts'

/** The trail of an area holds its texts; those of an association stand in that of the instance. */
function record(tx: Tx, act: Act, owner: TextOwner, id: string, detail: Record<string, string | number>) {
  const authority = owner.type === 'authority' ? owner.id : null
  return recordAudit(tx, act, { authority, subject: `standard text ${id}`, detail })
}

/**
 * @param given.words to begin with; nothing unless said.
 * @param given.id made with the form.
 * @returns the id of the owner's text of that kind: the new one, or that there was.
 */
export async function startText(
  { database }: StandardsDeps,
  act: Act,
  owner: TextOwner,
  given: Pick<DraftText, 'id' | 'kind' | 'language'> & { readonly words?: StandardWords | undefined },
): Promise<string> {
  return database.db.transaction().execute(async (tx) => {
    const draft = { ...given, owner, words: given.words ?? standardWords.parse({}), revision: 1 }
    if (await insertText(tx, draft, act.at)) {
      await record(tx, act, owner, given.id, { kind: given.kind })
      return given.id
    }
    const known = (await listTexts(tx, owner)).find(({ kind }) => kind === given.kind)
    // The id belongs to another text: nobody meets that but by making one up.
    if (!known) throw new Error('a standard text could not be begun')
    return known.id
  })
}

export type TextOutcome =
  | { readonly outcome: 'saved' | 'published' | 'unchanged' | 'withdrawn' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: ListedText }
  | { readonly outcome: 'nothing' | 'gaps' | 'second-pair'; readonly current: ListedText }
  | { readonly outcome: 'gone' }

async function withText(
  { database }: StandardsDeps,
  owner: TextOwner,
  id: string,
  work: (tx: Tx, text: ListedText) => Promise<TextOutcome>,
): Promise<TextOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockText(tx, id)
    const [text] = await listTexts(tx, owner, id)
    return text ? work(tx, text) : { outcome: 'gone' }
  })
}

/** @param expected the revision that the form was made from. */
export function saveText(
  deps: StandardsDeps,
  act: Act,
  owner: TextOwner,
  id: string,
  { words, expected }: { readonly words: StandardWords; readonly expected: number },
): Promise<TextOutcome> {
  return withText(deps, owner, id, async (tx, text) => {
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(text.words, words)) return { outcome: 'saved' }
    if (text.revision !== expected) return { outcome: 'conflict', current: text }
    const revision = expected + 1
    await updateText(tx, { id, words, revision }, act.at)
    await record(tx, act, owner, id, { kind: text.kind, revision })
    return { outcome: 'saved' }
  })
}

/**
 * From then on every page that uses the text says so: its pages are thrown away everywhere, no version of a town is
 * written. Where an area wants two pairs of eyes, whoever wrote it does not publish it.
 *
 * @param seen the revision that was looked at; undefined for commands.
 */
export function publishText(
  deps: StandardsDeps,
  act: Act,
  owner: TextOwner,
  id: string,
  seen?: number,
): Promise<TextOutcome> {
  return withText(deps, owner, id, async (tx, text) => {
    if (isDeepStrictEqual(text.published?.words, text.words)) return { outcome: 'unchanged' }
    if (seen !== undefined && seen !== text.revision) return { outcome: 'conflict', current: text }
    if (saysNothing(text.words, text.language)) return { outcome: 'nothing', current: text }
    if (leavesGaps(text.words, hasGap)) return { outcome: 'gaps', current: text }
    const strict = owner.type === 'authority' && act.person !== null && (await wantsTwoPairs(tx, owner.id))
    if (strict && act.person && (await editorsSince(tx, id)).has(act.person.id)) {
      return { outcome: 'second-pair', current: text }
    }
    const version = (text.published?.version ?? 0) + 1
    await insertVersion(tx, text, version, act.at)
    await record(tx, act, owner, id, { kind: text.kind, version })
    await announceChange(tx, [id])
    return { outcome: 'published' }
  })
}

/** Towns keep the words as their own: their pages say what they said before. */
export async function withdrawText(deps: StandardsDeps, act: Act, owner: TextOwner, id: string): Promise<TextOutcome> {
  const done = await withText(deps, owner, id, async (tx, text) => {
    await markWithdrawn(tx, id, act.at)
    await record(tx, act, owner, id, { kind: text.kind })
    await announceChange(tx, [id])
    return { outcome: 'withdrawn' }
  })
  if (done.outcome !== 'gone') return done
  // A second click has done what it wanted.
  return (await wasWithdrawn(deps.database.db, owner, id)) ? { outcome: 'withdrawn' } : done
}
