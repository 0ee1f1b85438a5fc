/** The programme of a fictional meeting, as its host would have written it. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Meeting } from '../meetings/index.ts'
import { insertSession, readRooms, sessionsOf, type WrittenSession, writeRooms } from './programme-store.ts'
import type { Room } from './schema.ts'
import { releaseIn } from './write-programme.ts'

/** Once: what is there already stays as it is. */
export async function demonstrateProgramme(
  tx: Tx,
  act: Act,
  meeting: Meeting,
  given: { readonly rooms: readonly Room[]; readonly sessions: readonly WrittenSession[] },
): Promise<void> {
  const { revision } = await readRooms(tx, meeting.id)
  if (revision > 0 || (await sessionsOf(tx, meeting.id)).length > 0) return
  const by = { person: null, at: act.at }
  await writeRooms(tx, meeting.id, given.rooms, by)
  for (const session of given.sessions) await insertSession(tx, meeting.id, session, by)
  await releaseIn(tx, act, meeting)
}
