/** Writing the programme, and releasing it. Two at once: the second is told what the first did. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { type Meeting, meetingTag } from '../meetings/index.ts'
import type { ProgrammeDeps } from './deps.ts'
import {
  type By,
  cancelSession,
  deleteSession,
  insertSession,
  lockProgramme,
  readRooms,
  readSession,
  sessionsOf,
  updateSession,
  type WrittenSession,
  writeRooms,
} from './programme-store.ts'
import { nextDocument } from './release-rules.ts'
import { insertRelease, releasesOf } from './release-store.ts'
import type { ProgrammeDocument, Release, Room, Session } from './schema.ts'

type Of = Pick<Meeting, 'id' | 'host' | 'year'>
export type Saved = 'saved' | 'gone' | 'conflict'

const byOf = ({ person, at }: Act): By => ({ person: person?.id ?? null, at })

const record = (tx: Tx, act: Act, meeting: Of, subject: string, detail: Record<string, number> = {}) =>
  recordAudit(tx, act, { authority: meeting.host, subject, detail })

const within = <Done>({ database }: ProgrammeDeps, meeting: Of, use: (tx: Tx) => Promise<Done>): Promise<Done> =>
  database.db.transaction().execute(async (tx) => {
    await lockProgramme(tx, meeting.id)
    return use(tx)
  })

/** @param given.seen the revision that the form was made from. */
export function keepRooms(
  deps: ProgrammeDeps,
  act: Act,
  meeting: Of,
  given: { readonly rooms: readonly Room[]; readonly seen: number },
): Promise<Saved> {
  return within(deps, meeting, async (tx) => {
    const { rooms, revision } = await readRooms(tx, meeting.id)
    if (isDeepStrictEqual(namesOf(rooms), namesOf(given.rooms))) return 'saved'
    if (revision !== given.seen) return 'conflict'
    await writeRooms(tx, meeting.id, given.rooms, byOf(act))
    await record(tx, act, meeting, `meeting ${meeting.year}`, { rooms: given.rooms.length })
    return 'saved'
  })
}

const namesOf = (rooms: readonly Room[]) => rooms.map(({ name }) => name)

export async function beginSession(deps: ProgrammeDeps, act: Act, meeting: Of, given: WrittenSession): Promise<void> {
  await within(deps, meeting, async (tx) => {
    if (await insertSession(tx, meeting.id, given, byOf(act))) await record(tx, act, meeting, `session ${given.id}`)
  })
}

export function saveSession(
  deps: ProgrammeDeps,
  act: Act,
  meeting: Of,
  given: WrittenSession & { readonly seen: number },
): Promise<Saved> {
  return within(deps, meeting, async (tx) => {
    const current = await readSession(tx, given.id)
    if (current?.meeting !== meeting.id) return 'gone'
    const { id, meeting: _, cancelled: _cancelled, revision, speakers, ...facts } = current
    if (isDeepStrictEqual([facts, speakers], [given.facts, given.speakers])) return 'saved'
    if (revision !== given.seen) return 'conflict'
    await updateSession(tx, given, byOf(act))
    await record(tx, act, meeting, `session ${id}`)
    return 'saved'
  })
}

/** One that nobody was told of is thrown away; one that was released stays, as one that does not take place. */
export function takeOut(deps: ProgrammeDeps, act: Act, meeting: Of, id: string): Promise<'cancelled' | 'discarded'> {
  return within(deps, meeting, async (tx) => {
    const current = await readSession(tx, id)
    if (current?.meeting !== meeting.id) return 'discarded'
    const known = (await releasesOf(tx, meeting.id))[0]?.sessions.some((one) => one.id === id) ?? false
    if (known && current.cancelled) return 'cancelled'
    await (known ? cancelSession(tx, id, true, byOf(act)) : deleteSession(tx, id))
    await record(tx, act, meeting, `session ${id}`)
    return known ? 'cancelled' : 'discarded'
  })
}

/** It takes place after all. */
export async function bringBack(deps: ProgrammeDeps, act: Act, meeting: Of, id: string): Promise<void> {
  await within(deps, meeting, async (tx) => {
    const current = await readSession(tx, id)
    if (current?.meeting !== meeting.id || !current.cancelled) return
    await cancelSession(tx, id, false, byOf(act))
    await record(tx, act, meeting, `session ${id}`)
  })
}

/** @returns the number of the release; that of the newest where nothing is different. */
export async function releaseProgramme(deps: ProgrammeDeps, act: Act, meeting: Of): Promise<number> {
  return within(deps, meeting, (tx) => releaseIn(tx, act, meeting))
}

export async function releaseIn(tx: Tx, act: Act, meeting: Of): Promise<number> {
  const [before] = await releasesOf(tx, meeting.id)
  const { rooms } = await readRooms(tx, meeting.id)
  const sessions = await sessionsOf(tx, meeting.id)
  const document = nextDocument({ rooms, sessions }, before)
  if (before && isUnchanged(before, document, sessions)) return before.version
  const version = (before?.version ?? 0) + 1
  await insertRelease(tx, meeting.id, { version, document, speakers: sessions, at: act.at })
  await record(tx, act, meeting, `meeting ${meeting.year}`, { version, sessions: document.sessions.length })
  await announceChange(tx, [meetingTag(meeting.year)])
  return version
}

function isUnchanged(
  before: Release,
  { rooms, sessions }: ProgrammeDocument,
  drafts: readonly Pick<Session, 'id' | 'speakers'>[],
): boolean {
  const speakersOf = (id: string) => drafts.find((one) => one.id === id)?.speakers ?? []
  const now = sessions.map((one) => ({ ...one, speakers: speakersOf(one.id) }))
  return isDeepStrictEqual([before.rooms, before.sessions], [rooms, now])
}
