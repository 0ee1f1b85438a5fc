/** Meetings: all that is kept of one itself is public. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import type { Meeting, MeetingFacts } from './meeting-rules.ts'

const columns = sql`
  id, year, kind, starts::text, ends::text, place, country, time_zone "timeZone", host, host_then "hostThen", about, source, demonstration,
  revision`

/** The newest first. */
export async function readMeetings(db: Db | ReadDb): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`select ${columns} from published.meeting order by year desc`.execute(db)
  return rows
}

export async function meetingOfYear(db: Db | ReadDb, year: number): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`select ${columns} from published.meeting where year = ${year}`.execute(db)
  return rows[0]
}

export async function readMeeting(db: Db | ReadDb, id: string): Promise<Meeting | undefined> {
  const { rows } = await sql<Meeting>`select ${columns} from published.meeting where id = ${id}`.execute(db)
  return rows[0]
}

/** One who adds or changes a meeting at a time. */
export async function lockMeetings(tx: Tx): Promise<Meeting[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended('meetings', 0))`.execute(tx)
  return readMeetings(tx)
}

export async function writeMeeting(
  tx: Tx,
  { id, demonstration, ...facts }: MeetingFacts & Pick<Meeting, 'id' | 'demonstration'>,
  at: Temporal.Instant,
): Promise<void> {
  const { year, kind, starts, ends, place, country, timeZone, about, source } = facts
  const values = {
    ...{ year, kind, starts, ends, place, country, source },
    ...{ time_zone: timeZone, about: JSON.stringify(about), changed_at: new Date(at.epochMilliseconds) },
  }
  await tx
    .insertInto('published.meeting')
    .values({ id, demonstration, ...values })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ ...values, revision: sql`published.meeting.revision + 1` }),
    )
    .execute()
}

/** @param host null: the one that was chosen cannot receive the others after all. */
export async function writeHost(tx: Tx, meeting: string, host: string | null, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('published.meeting')
    .set({ host, changed_at: new Date(at.epochMilliseconds), revision: sql`revision + 1` })
    .where('id', '=', meeting)
    .execute()
}
