/** Events of the demonstration network as their towns would have written them: nobody is told of what is invented. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { readAuthority } from '../authorities/index.ts'
import { insertEvent, readEvent, updateEvent } from './event-store.ts'
import { documentOf } from './publish-event.ts'
import { writeVersion } from './published-store.ts'
import { type EventAfter, eventFacts } from './schema.ts'

export interface DemonstratedEvent {
  readonly id: string
  readonly authority: string
  /** As the file has them, with the day; checked here. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly state: 'draft' | 'published' | 'cancelled'
  readonly after: EventAfter | null
}

/** Once: what is there already stays as it is. */
export async function demonstrateEvent(tx: Tx, act: Act, given: DemonstratedEvent): Promise<void> {
  const { id, authority, state, after } = given
  const town = await readAuthority(tx, authority)
  const by = { person: null, at: act.at }
  const facts = eventFacts.parse({ ...given.facts, zone: town?.timeZone ?? 'UTC' })
  if (!town || !(await insertEvent(tx, { id, authority, facts }, by)) || state === 'draft') return
  const publish = async (version: number) => {
    const event = await readEvent(tx, id)
    if (!event) return
    const document = documentOf(event)
    await writeVersion(tx, { event: id, country: town.country, version, document, at: act.at, demonstration: true })
  }
  await publish(1)
  if (after) await updateEvent(tx, id, by, { after })
  if (state === 'cancelled') await updateEvent(tx, id, by, { cancelled: true })
  if (after || state === 'cancelled') await publish(2)
}
