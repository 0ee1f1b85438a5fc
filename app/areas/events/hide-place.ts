/** An event becomes one for invited children: its place goes out of every version, list, feed and page. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { EventsDeps } from './deps.ts'
import { yearOf } from './event-rules.ts'
import { type Event, updateEvent, writeAsked } from './event-store.ts'
import { afterWithoutPlace, documentWithoutPlace, placeIn, repeats, tracesOf } from './place-rules.ts'
import { announceEvents } from './public-tag.ts'
import { type EventVersion, redactVersion, versionsOf, writeVersion } from './published-store.ts'

type Deps = Pick<EventsDeps, 'readTowns' | 'givesPlaceAway'>

async function tracesIn(
  deps: Pick<Deps, 'readTowns'>,
  tx: Tx,
  { authority, facts }: Pick<Event, 'authority' | 'facts'>,
  versions: readonly EventVersion[],
): Promise<string[]> {
  const [town] = await deps.readTowns(tx, [authority])
  const known = [facts, ...versions.map(({ document }) => document.event)].flatMap(placeIn)
  return tracesOf(known, town ? [town.name, ...Object.values(town.names)] : [])
}

/** What the event has ever said of its place. */
export const tracesOfEvent = async (deps: Pick<Deps, 'readTowns'>, tx: Tx, event: Event): Promise<string[]> =>
  tracesIn(deps, tx, event, await versionsOf(tx, event.id))

/**
 * Rewrites what was published, and publishes it anew without the place: calendars and readers of feeds take over only
 * what has a higher number.
 *
 * @returns how many versions were changed.
 */
export async function hidePlace(deps: Deps, tx: Tx, act: Act, event: Event): Promise<number> {
  const versions = await versionsOf(tx, event.id)
  const traces = await tracesIn(deps, tx, event, versions)
  const leaks = (text: string) => deps.givesPlaceAway(text) || repeats(text, traces)
  if (event.after) {
    await updateEvent(
      tx,
      event.id,
      { person: event.changedBy, at: act.at },
      { after: afterWithoutPlace(event.after, leaks) },
    )
  }
  // What a second person wrote about it may name the place, too.
  await writeAsked(tx, event.id, undefined, '')
  const [town] = await deps.readTowns(tx, [event.authority])
  const newest = versions.at(-1)
  if (!newest || !town) return 0
  for (const { version, document } of versions) {
    await redactVersion(tx, event.id, version, documentWithoutPlace(document, leaks))
  }
  const document = documentWithoutPlace(newest.document, leaks)
  const version = newest.version + 1
  await writeVersion(tx, { event: event.id, country: town.country, version, document, at: act.at })
  const changed = versions.map(({ document: { event: facts } }) => ({ year: yearOf(facts), country: town.country }))
  await announceEvents(
    tx,
    changed.map((one) => ({ ...one, authority: event.authority })),
  )
  return versions.length
}
