/** Writing an event: beginning it, its words, what was done. Two officers at once: the second is told what the first did. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { EventsDeps } from './deps.ts'
import { nextYear, repeatedDay, yearOf } from './event-rules.ts'
import { type By, deleteEvent, type Event, insertEvent, lockEvent, readEvent, updateEvent } from './event-store.ts'
import { hidePlace, tracesOfEvent } from './hide-place.ts'
import { repeats } from './place-rules.ts'
import { readNewest } from './published-store.ts'
import type { EventAfter, EventFacts } from './schema.ts'

type Deps = Pick<EventsDeps, 'database' | 'readTowns' | 'givesPlaceAway'>

export const byOf = ({ person, at }: Act): By => ({ person: person?.id ?? null, at })

export const recordEvent = (
  tx: Tx,
  act: Act,
  { id, authority }: Pick<Event, 'id' | 'authority'>,
  detail: Record<string, string | number> = {},
): Promise<string> => recordAudit(tx, act, { authority, subject: `event ${id}`, detail })

export async function beginEvent(
  { database }: Pick<Deps, 'database'>,
  act: Act,
  given: { readonly id: string; readonly authority: string; readonly facts: EventFacts },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (await insertEvent(tx, given, byOf(act))) await recordEvent(tx, act, given)
  })
}

export type SaveOutcome =
  | { readonly outcome: 'saved' | 'gone' }
  /** Its words say where children meet: what it said of its place before. */
  | { readonly outcome: 'place' }
  /** Somebody else was first: `current` is what stands there now. */
  | { readonly outcome: 'conflict'; readonly current: Event }

interface GivenFacts {
  readonly id: string
  readonly facts: EventFacts
  /** The revision that the form was made from. */
  readonly seen: number
}

/**
 * An event that is for invited children from now on loses its place in everything that was ever said of it, at once:
 * nobody has to publish again.
 */
export async function saveEvent(deps: Deps, act: Act, { id, facts, seen }: GivenFacts): Promise<SaveOutcome> {
  return deps.database.db.transaction().execute(async (tx): Promise<SaveOutcome> => {
    const current = await lockEvent(tx, id)
    if (!current) return { outcome: 'gone' }
    // The same click a second time, or nothing to change.
    if (isDeepStrictEqual(current.facts, facts)) return { outcome: 'saved' }
    if (current.revision !== seen) return { outcome: 'conflict', current }
    const hides = facts.access === 'invited' && current.facts.access === 'public'
    if (hides && leaksIn(facts, await tracesOfEvent(deps, tx, current))) return { outcome: 'place' }
    const redacted = hides ? await hidePlace(deps, tx, act, current) : undefined
    await updateEvent(tx, id, byOf(act), { facts })
    await recordEvent(tx, act, current, redacted === undefined ? {} : { redacted })
    return { outcome: 'saved' }
  })
}

function leaksIn({ words, material, audience, office }: EventFacts, traces: readonly string[]): boolean {
  const texts = [material, audience, office, ...Object.values(words).flatMap(({ title, what }) => [title, what])]
  return texts.some((text) => repeats(text, traces))
}

/** @param given.seen the revision that the form was made from. */
export async function saveAfter(
  { database }: Pick<Deps, 'database'>,
  act: Act,
  given: { readonly id: string; readonly after: EventAfter; readonly seen: number },
): Promise<SaveOutcome> {
  const { id, after, seen } = given
  return database.db.transaction().execute(async (tx): Promise<SaveOutcome> => {
    const current = await lockEvent(tx, id)
    if (!current) return { outcome: 'gone' }
    if (isDeepStrictEqual(current.after, after)) return { outcome: 'saved' }
    if (current.revision !== seen) return { outcome: 'conflict', current }
    await updateEvent(tx, id, byOf(act), { after })
    await recordEvent(tx, act, current)
    return { outcome: 'saved' }
  })
}

/** Only what the public has never seen can be thrown away. */
export async function discardEvent(
  { database }: Pick<Deps, 'database'>,
  act: Act,
  id: string,
): Promise<'discarded' | 'published'> {
  return database.db.transaction().execute(async (tx) => {
    const current = await lockEvent(tx, id)
    if (!current) return 'discarded'
    if (await readNewest(tx, id)) return 'published'
    await deleteEvent(tx, id)
    await recordEvent(tx, act, current)
    return 'discarded'
  })
}

/**
 * The same event again, this year or, where it was this year's, in the next: a draft that nobody has to write anew.
 *
 * @param given.id made with the form: the form sent twice begins one.
 * @returns the id of the draft; undefined where there is nothing to repeat.
 */
export async function repeatEvent(
  { database }: Pick<Deps, 'database'>,
  act: Act,
  given: { readonly from: string; readonly id: string },
): Promise<string | undefined> {
  const before = await readEvent(database.db, given.from)
  if (!before) return undefined
  const year = Math.max(nextYear(act.at), yearOf(before.facts) + 1)
  const facts = { ...before.facts, day: repeatedDay(before.facts.day, year) }
  const id = given.id === before.id ? newId() : given.id
  await beginEvent({ database }, act, { id, authority: before.authority, facts })
  return id
}
