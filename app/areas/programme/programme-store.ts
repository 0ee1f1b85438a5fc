/** What host and secretariat write: rooms and sessions, and the names of those who speak. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { inOrder } from './release-rules.ts'
import { type Room, room, type Session, type SessionFacts, sessionFacts } from './schema.ts'

export interface Rooms {
  readonly rooms: readonly Room[]
  /** 0 where nobody has kept any. */
  readonly revision: number
}

export interface DraftSession extends Session {
  readonly meeting: string
  readonly revision: number
}

export interface By {
  readonly person: string | null
  readonly at: Temporal.Instant
}

const moment = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** One who changes the programme of a meeting at a time. */
export async function lockProgramme(tx: Tx, meeting: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`programme ${meeting}`}, 0))`.execute(tx)
}

export async function readRooms(db: Db, meeting: string): Promise<Rooms> {
  const { rows } = await sql<{ rooms: unknown; revision: number }>`
    select rooms, revision from office.programme where meeting = ${meeting}`.execute(db)
  return { rooms: z.array(room).parse(rows[0]?.rooms ?? []), revision: rows[0]?.revision ?? 0 }
}

export async function writeRooms(tx: Tx, meeting: string, rooms: readonly Room[], { at }: By): Promise<void> {
  await sql`
    insert into office.programme (meeting, rooms, changed_at)
    values (${meeting}, ${JSON.stringify(rooms)}, ${moment(at)})
    on conflict (meeting) do update set rooms = excluded.rooms, revision = office.programme.revision + 1,
      changed_at = excluded.changed_at`.execute(tx)
}

async function select(db: Db, where: ReturnType<typeof sql>): Promise<DraftSession[]> {
  const { rows } = await sql<
    Pick<DraftSession, 'id' | 'meeting' | 'cancelled' | 'revision' | 'speakers'> & { facts: unknown }
  >`
    select id, meeting, facts, cancelled, revision,
      array(select name from office.programme_speaker where session = id order by position) as speakers
    from office.programme_session where ${where}`.execute(db)
  return inOrder(rows.map(({ facts, ...row }) => ({ ...row, ...sessionFacts.parse(facts) })))
}

/** In the order in which they take place. */
export const sessionsOf = (db: Db, meeting: string): Promise<DraftSession[]> => select(db, sql`meeting = ${meeting}`)

export async function readSession(db: Db, id: string): Promise<DraftSession | undefined> {
  return (await select(db, sql`id = ${id}`))[0]
}

export interface WrittenSession {
  readonly id: string
  readonly facts: SessionFacts
  readonly speakers: readonly string[]
}

/** @returns false where it was there already. */
export async function insertSession(tx: Tx, meeting: string, { id, facts, speakers }: WrittenSession, by: By) {
  const { numAffectedRows = 0n } = await sql`
    insert into office.programme_session (id, meeting, facts, changed_at, changed_by)
    values (${id}, ${meeting}, ${JSON.stringify(facts)}, ${moment(by.at)}, ${by.person})
    on conflict do nothing`.execute(tx)
  if (numAffectedRows > 0n) await writeSpeakers(tx, id, speakers)
  return numAffectedRows > 0n
}

export async function updateSession(tx: Tx, { id, facts, speakers }: WrittenSession, by: By): Promise<void> {
  await sql`
    update office.programme_session set facts = ${JSON.stringify(facts)}, revision = revision + 1,
      changed_at = ${moment(by.at)}, changed_by = ${by.person} where id = ${id}`.execute(tx)
  await writeSpeakers(tx, id, speakers)
}

async function writeSpeakers(tx: Tx, session: string, names: readonly string[]): Promise<void> {
  await sql`delete from office.programme_speaker where session = ${session}`.execute(tx)
  await sql`
    insert into office.programme_speaker (session, position, name)
    select ${session}, position, name from unnest(${names}::text[]) with ordinality as given (name, position)`.execute(
    tx,
  )
}

export async function cancelSession(tx: Tx, id: string, cancelled: boolean, by: By): Promise<void> {
  await sql`
    update office.programme_session set cancelled = ${cancelled}, revision = revision + 1,
      changed_at = ${moment(by.at)}, changed_by = ${by.person} where id = ${id}`.execute(tx)
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await sql`delete from office.programme_session where id = ${id}`.execute(tx)
}
