/** Publishing an event as a version, with a second pair of eyes where the office wants one; cancelling it at once. */
import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '../../platform/db/tables.ts'
import { decideApproval, officePeople } from '../checklist/index.ts'
import type { EventsDeps, PersonsAct, Town } from './deps.ts'
import { yearOf } from './event-rules.ts'
import { type Event, lockEvent, updateEvent, writeAsked } from './event-store.ts'
import { askedNotice, publishedNotice, sentBackNotice } from './notices.ts'
import { announceEvents } from './public-tag.ts'
import { type EventVersion, readNewest, writeVersion } from './published-store.ts'
import { type EventDocument, eventDocument } from './schema.ts'
import { byOf, recordEvent } from './write-event.ts'

export type PublishOutcome =
  | { readonly outcome: 'published'; readonly version: number }
  | { readonly outcome: 'gone' | 'unchanged' | 'changed' }
  /** A second person has to look at it, or this one may not be the second. */
  | { readonly outcome: 'asks' | 'own' | 'not-approver' }

/** What would be published now. */
export const documentOf = ({ authority, facts, after, cancelled }: Event): EventDocument =>
  eventDocument.parse({
    format: 'safe-towns-event/1',
    ...{ authority, status: cancelled ? 'cancelled' : 'planned', event: facts, after },
  })

/** Whether this person may publish now; undefined: yes. */
async function refusalOf(
  deps: EventsDeps,
  tx: Tx,
  act: PersonsAct,
  event: Event,
): Promise<'asks' | 'own' | 'not-approver' | 'changed' | undefined> {
  if (!(await deps.wantsTwoPairs(tx, event.authority))) return undefined
  const { asked } = event
  if (!asked?.by) return 'asks'
  const by = (await officePeople(tx, event.authority)).find(({ id }) => id === act.person.id)
  const decided = decideApproval(
    { state: 'asked', askedBy: asked.by },
    'approve',
    by ?? { id: act.person.id, approver: false },
    { lastEditor: event.changedBy, seen: `${asked.revision}`, draft: `${event.revision}` },
  )
  if ('state' in decided) return undefined
  if (decided.refused === 'not-approver') return 'not-approver'
  return decided.refused === 'draft-changed' ? 'changed' : 'own'
}

interface Given {
  readonly event: Event
  readonly town: Town
  readonly newest: EventVersion | undefined
  readonly document: EventDocument
}

/** @param event what its year was before: lists of both years change. */
async function writeNext(tx: Tx, at: Temporal.Instant, given: Given): Promise<number> {
  const { event, town, newest, document } = given
  const version = (newest?.version ?? 0) + 1
  await writeVersion(tx, { event: event.id, country: town.country, version, document, at })
  const facts = [document.event, ...(newest ? [newest.document.event] : [])]
  const changed = facts.map((one) => ({ year: yearOf(one), country: town.country, authority: event.authority }))
  await announceEvents(tx, changed)
  return version
}

/** @param seen the revision that the page showed: what was not seen is not published. */
export async function publishEvent(
  deps: EventsDeps,
  act: PersonsAct,
  id: string,
  seen: number,
): Promise<PublishOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<PublishOutcome> => {
    const event = await lockEvent(tx, id)
    const [town] = event ? await deps.readTowns(tx, [event.authority]) : []
    if (!event || !town) return { outcome: 'gone' }
    const [newest, document] = [await readNewest(tx, id), documentOf(event)]
    if (newest && isDeepStrictEqual(newest.document, document)) return { outcome: 'unchanged' }
    if (event.revision !== seen) return { outcome: 'changed' }
    const refusal = await refusalOf(deps, tx, act, event)
    if (refusal) return { outcome: refusal }
    const version = await writeNext(tx, act.at, { event, town, newest, document })
    await writeAsked(tx, id, undefined, '')
    await recordEvent(tx, act, event, { version })
    if (event.asked?.by && event.asked.by !== act.person.id) {
      await deps.notify(tx, {
        ...{ person: event.asked.by, kind: 'approval', key: `event published ${id} ${version}` },
        compose: (translator) => publishedNotice(translator, town, event),
      })
    }
    return { outcome: 'published', version }
  })
}

/**
 * It does not take place: whoever has it in a calendar has to know at once, so that nobody is asked first. Only this is
 * published, and nothing that somebody is still writing.
 */
export async function cancelEvent(
  deps: EventsDeps,
  act: PersonsAct,
  id: string,
): Promise<'cancelled' | 'gone' | 'unpublished'> {
  return deps.database.db.transaction().execute(async (tx) => {
    const event = await lockEvent(tx, id)
    const [town] = event ? await deps.readTowns(tx, [event.authority]) : []
    if (!event || !town) return 'gone'
    const newest = await readNewest(tx, id)
    if (!newest) return 'unpublished'
    if (event.cancelled && newest.document.status === 'cancelled') return 'cancelled'
    await updateEvent(tx, id, byOf(act), { cancelled: true })
    const document = { ...newest.document, status: 'cancelled' as const }
    const version = await writeNext(tx, act.at, { event, town, newest, document })
    await recordEvent(tx, act, event, { version })
    return 'cancelled'
  })
}

/** Asks the approvers of the office to look at it. */
export async function askForApproval(
  deps: EventsDeps,
  act: PersonsAct,
  id: string,
  seen: number,
): Promise<'asked' | 'gone' | 'changed'> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const event = await lockEvent(tx, id)
    const [town] = event ? await deps.readTowns(tx, [event.authority]) : []
    if (!event || !town) return 'gone'
    if (event.asked?.revision === seen) return 'asked'
    if (event.revision !== seen) return 'changed'
    await writeAsked(tx, id, { revision: event.revision, by: byOf(act) }, '')
    await recordEvent(tx, act, event)
    for (const person of await deps.officeOf(tx, event.authority, true)) {
      if (person === act.person.id) continue
      await deps.notify(tx, {
        ...{ person, kind: 'approval', key: `event asked ${id} ${event.revision} ${act.at.toString()}` },
        compose: (translator) => askedNotice(translator, town, event),
      })
    }
    return 'asked'
  })
}

/** A second person is not content, or the one who asked wants to go on writing. @param answer why. */
export async function endAsking(deps: EventsDeps, act: PersonsAct, id: string, answer: string): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const event = await lockEvent(tx, id)
    if (!event) return false
    if (!event.asked) return true
    await writeAsked(tx, id, undefined, answer)
    await recordEvent(tx, act, event)
    const [town] = await deps.readTowns(tx, [event.authority])
    const { by } = event.asked
    if (town && by !== null && by !== act.person.id) {
      await deps.notify(tx, {
        ...{ person: by, kind: 'approval', key: `event sent-back ${id} ${event.revision} ${act.at.toString()}` },
        compose: (translator) => sentBackNotice(translator, town, event, answer),
      })
    }
    return true
  })
}
