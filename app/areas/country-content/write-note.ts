/** Writing, publishing and withdrawing legal notes; two pairs of eyes. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { CountryContentDeps } from './deps.ts'
import { type LegalNote, sameNote, type TopicId } from './note-rules.ts'
import {
  type DraftNote,
  draftNote,
  editorsSince,
  lockNote,
  noteSubject,
  publishedNotes,
  publishNote,
  removeNote,
  switchTwoPairs,
  wantsTwoPairs,
  writeNote,
} from './note-store.ts'

/** What a page depends on that shows legal notes of a country. @param iso upper case. */
export const legalNotesOf = (iso: string): string => `legal notes ${iso}`

export interface NotePlace {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly topic: TopicId
}

export type NoteOutcome =
  | { readonly outcome: 'saved' | 'published' | 'unchanged' | 'withdrawn' | 'gone' }
  /** Somebody else was first: `current` is what stands there now; undefined where it was withdrawn. */
  | { readonly outcome: 'conflict'; readonly current: DraftNote | undefined }
  | { readonly outcome: 'second-pair'; readonly current: DraftNote }

type Deps = Pick<CountryContentDeps, 'database'>

async function withNote(
  { database }: Deps,
  { country, topic }: NotePlace,
  work: (tx: Tx, note: DraftNote | undefined) => Promise<NoteOutcome>,
): Promise<NoteOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockNote(tx, country, topic)
    return work(tx, await draftNote(tx, country, topic))
  })
}

/** The trail of the instance holds it: a country has no office of its own. */
function record(tx: Tx, act: Act, { country, topic }: NotePlace, detail: Record<string, string | number> = {}) {
  return recordAudit(tx, act, { authority: null, subject: noteSubject(country, topic), detail: { country, ...detail } })
}

/** @param expected the revision that the form was made from; 0 for a new note. */
export function saveNote(
  deps: Deps,
  act: Act,
  place: NotePlace,
  given: { readonly note: Omit<LegalNote, 'topic'>; readonly expected: number },
): Promise<NoteOutcome> {
  return withNote(deps, place, async (tx, current) => {
    const note: LegalNote = { ...given.note, topic: place.topic }
    // The same click a second time, or nothing to change.
    if (sameNote(note, current, isDeepStrictEqual)) return { outcome: 'saved' }
    if ((current?.revision ?? 0) !== given.expected) return { outcome: 'conflict', current }
    const revision = given.expected + 1
    await writeNote(tx, place.country, { ...note, revision }, act.at)
    await record(tx, act, place, { revision })
    return { outcome: 'saved' }
  })
}

/** @param seen the revision that was looked at; undefined for commands. */
export function publishLegalNote(deps: Deps, act: Act, place: NotePlace, seen?: number): Promise<NoteOutcome> {
  return withNote(deps, place, async (tx, draft) => {
    if (!draft) return { outcome: 'gone' }
    const shown = (await publishedNotes(tx, place.country)).find(({ topic }) => topic === place.topic)
    if (sameNote(draft, shown, isDeepStrictEqual)) return { outcome: 'unchanged' }
    if (seen !== undefined && seen !== draft.revision) return { outcome: 'conflict', current: draft }
    const strict = act.person !== null && (await wantsTwoPairs(tx, place.country))
    if (strict && act.person && (await editorsSince(tx, place.country, place.topic)).has(act.person.id)) {
      return { outcome: 'second-pair', current: draft }
    }
    const version = (shown?.version ?? 0) + 1
    await publishNote(tx, place.country, { ...draft, version }, act.at)
    await record(tx, act, place, { version })
    await announceChange(tx, [legalNotesOf(place.country)])
    return { outcome: 'published' }
  })
}

/** Gone from every page at once. */
export function withdrawNote(deps: Deps, act: Act, place: NotePlace): Promise<NoteOutcome> {
  return withNote(deps, place, async (tx) => {
    // A second click has done what it wanted.
    if (!(await removeNote(tx, place.country, place.topic))) return { outcome: 'withdrawn' }
    await record(tx, act, place)
    await announceChange(tx, [legalNotesOf(place.country)])
    return { outcome: 'withdrawn' }
  })
}

export async function requireSecond({ database }: Deps, act: Act, country: string, on: boolean): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await switchTwoPairs(tx, country, on, act.at))) return
    await recordAudit(tx, act, { authority: null, subject: `legal notes ${country}`, detail: { country, on } })
  })
}
