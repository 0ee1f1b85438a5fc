/** Fictional meetings of the demonstration. */
import type { Act } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { CallFacts } from './call/call-rules.ts'
import { writeCall } from './call/call-store.ts'
import { datesFault } from './cycle-rules.ts'
import { announceMeeting, recordMeeting } from './keep-meeting.ts'
import type { MeetingFacts } from './meeting-rules.ts'
import { lockMeetings, writeHost, writeMeeting } from './meeting-store.ts'

interface FictionalMeeting {
  readonly id: string
  readonly facts: MeetingFacts
  /** Id of the signatory that received the others; null: one is still looked for. */
  readonly host: string | null
  /** Published; null: there is none. */
  readonly call: CallFacts | null
}

/** Once: nothing where signatories meet already. */
export async function demonstrateMeetings(
  { db }: Pick<Database, 'db'>,
  act: Act,
  meetings: readonly FictionalMeeting[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if ((await lockMeetings(tx)).some(({ kind }) => kind === 'signatories')) return
    for (const { id, facts, host, call } of meetings) {
      const others = meetings.flatMap((one) => (one.id === id ? [] : [one.facts]))
      const fault = datesFault(facts, others)
      if (fault) throw new Error(`the demonstration of the meeting of ${facts.year} is refused: ${fault}`)
      await writeMeeting(tx, { ...facts, id, demonstration: true }, act.at)
      if (host !== null) await writeHost(tx, id, host, act.at)
      if (call) await writeCall(tx, id, call, { at: act.at, published: true })
      const meeting = { id, year: facts.year }
      await announceMeeting(tx, meeting)
      await recordMeeting(tx, act, meeting)
    }
  })
}
