/** The host, or the secretariat, leaves something to those who come after. */
import type { Act } from '../../platform/audit/audit.ts'
import type { MeetingsDeps } from './deps.ts'
import { announceMeeting, recordMeeting } from './keep-meeting.ts'
import { deleteLeft, insertLeft, type Left } from './left-store.ts'
import type { Meeting } from './meeting-rules.ts'

export async function leave(
  { database }: Pick<MeetingsDeps, 'database'>,
  act: Act,
  meeting: Meeting,
  left: Omit<Left, 'meeting'>,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await insertLeft(tx, { ...left, meeting: meeting.id }, act.at))) return
    await announceMeeting(tx, meeting)
    await recordMeeting(tx, act, meeting, left.authority)
  })
}

/** @param authority the host's; undefined: the secretariat, which takes out anything. */
export async function takeOutLeft(
  { database }: Pick<MeetingsDeps, 'database'>,
  act: Act,
  meeting: Meeting,
  { id, authority }: { readonly id: string; readonly authority: string | undefined },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if ((await deleteLeft(tx, meeting.id, id, authority)) === 0) return
    await announceMeeting(tx, meeting)
    await recordMeeting(tx, act, meeting, authority ?? null)
  })
}
