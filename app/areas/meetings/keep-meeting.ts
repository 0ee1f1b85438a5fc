/** The secretariat adds a meeting, or changes it. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { datesFault, type MeetingFaultCode } from './cycle-rules.ts'
import type { MeetingsDeps, ReportDay } from './deps.ts'
import type { Meeting, MeetingFacts } from './meeting-rules.ts'
import { lockMeetings, writeMeeting } from './meeting-store.ts'
import { meetingsTag, meetingTag } from './public-tag.ts'

export type KeepOutcome =
  | { readonly outcome: 'kept'; readonly reports: ReportDay }
  | { readonly outcome: 'conflict' }
  | { readonly outcome: 'fault'; readonly code: MeetingFaultCode }

interface GivenMeeting {
  readonly id: string
  readonly facts: MeetingFacts
  /** The revision that the form was made from; 0: a new one. */
  readonly seen: number
}

const factsOf = ({ year, kind, starts, ends, place, country, timeZone, about, source }: Meeting): MeetingFacts => ({
  ...{ year, kind, starts, ends, place, country, timeZone, about, source },
})

export const announceMeeting = (tx: Tx, { year }: Pick<Meeting, 'year'>) =>
  announceChange(tx, [meetingsTag, meetingTag(year)])

/** They belong to no town: the trail of the instance says who changed them. */
export const recordMeeting = (
  tx: Tx,
  act: Act,
  { id, year }: Pick<Meeting, 'id' | 'year'>,
  authority: string | null = null,
) => recordAudit(tx, act, { authority, subject: `meeting ${id}`, detail: { year } })

export async function keepMeeting(
  { database, enterMeetingDay }: Pick<MeetingsDeps, 'database' | 'enterMeetingDay'>,
  act: Act,
  { id, facts, seen }: GivenMeeting,
): Promise<KeepOutcome> {
  return database.db.transaction().execute(async (tx): Promise<KeepOutcome> => {
    const all = await lockMeetings(tx)
    const current = all.find((one) => one.year === facts.year)
    if (current && isDeepStrictEqual(factsOf(current), facts)) return { outcome: 'kept', reports: 'none' }
    if (current && seen === 0) return { outcome: 'fault', code: 'same' }
    if (current && current.revision !== seen) return { outcome: 'conflict' }
    const others = all.filter((one) => one.year !== facts.year)
    const code = datesFault(facts, others)
    if (code) return { outcome: 'fault', code }
    const kept = { id: current?.id ?? id, year: facts.year }
    const demonstration = current?.demonstration ?? act.actor === 'demonstration'
    await writeMeeting(tx, { ...facts, id: kept.id, demonstration }, act.at)
    const before = current?.starts ?? null
    const moved = facts.kind === 'signatories' && facts.starts !== null && facts.starts !== before
    const reports = moved ? await enterMeetingDay(tx, act, { day: facts.starts, before }) : 'none'
    await announceMeeting(tx, kept)
    await recordMeeting(tx, act, kept)
    return { outcome: 'kept', reports }
  })
}
