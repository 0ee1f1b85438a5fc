/** Delegations to a fictional meeting, as its towns would have registered them. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Meeting } from '../meetings/index.ts'
import { delegatesOf, givePlaces, insertDelegate, readRegistration, writeRegistration } from './delegate-store.ts'
import type { Adult, Registration, Sender } from './schema.ts'

/** Once: what is there already stays as it is. Everybody has a place. */
export async function demonstrateDelegations(
  tx: Tx,
  act: Act,
  meeting: Meeting,
  given: {
    readonly registration: Omit<Registration, 'revision'>
    readonly people: readonly { readonly id: string; readonly sender: Sender; readonly person: Adult }[]
  },
): Promise<void> {
  const { revision } = await readRegistration(tx, meeting.id)
  if (revision > 0 || (await delegatesOf(tx, meeting.id)).length > 0) return
  const by = { person: null, at: act.at }
  await writeRegistration(tx, meeting.id, given.registration, by)
  for (const one of given.people) await insertDelegate(tx, { ...one, meeting: meeting.id }, by)
  await givePlaces(
    tx,
    given.people.map(({ id }) => id),
    act.at,
  )
}
