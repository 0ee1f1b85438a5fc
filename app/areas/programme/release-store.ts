/** What was released of a programme, as everybody reads it. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { type ProgrammeDocument, programmeDocument, type Release, type Session } from './schema.ts'

interface Row {
  readonly version: number
  readonly document: unknown
  readonly at: Date
  readonly speakers: Readonly<Record<string, string[]>> | null
}

/** The newest first, with the names that still stand there. */
export async function releasesOf(db: Db | ReadDb, meeting: string): Promise<Release[]> {
  const { rows } = await sql<Row>`
    select version, document, released_at as at, (
      select jsonb_object_agg(session, names) from (
        select session, jsonb_agg(name order by position) as names from published.programme_speaker speaker
        where speaker.meeting = release.meeting and speaker.version = release.version group by session) as named
      ) as speakers
    from published.programme_release release where meeting = ${meeting} order by version desc`.execute(db)
  return rows.map(({ version, document, at, speakers }) => {
    const { rooms, sessions } = programmeDocument.parse(document)
    return {
      ...{ version, rooms, releasedAt: Temporal.Instant.fromEpochMilliseconds(at.getTime()) },
      sessions: sessions.map((one) => ({ ...one, speakers: speakers?.[one.id] ?? [] })),
    }
  })
}

export const isReleased = async (db: Db, meeting: string): Promise<boolean> =>
  (await releasesOf(db, meeting)).length > 0

export async function insertRelease(
  tx: Tx,
  meeting: string,
  given: {
    readonly version: number
    readonly document: ProgrammeDocument
    readonly speakers: readonly Pick<Session, 'id' | 'speakers'>[]
    readonly at: Temporal.Instant
  },
): Promise<void> {
  const { version, document, speakers, at } = given
  await sql`
    insert into published.programme_release (meeting, version, document, released_at)
    values (${meeting}, ${version}, ${JSON.stringify(document)}, ${new Date(at.epochMilliseconds)})`.execute(tx)
  const names = speakers.flatMap(({ id, speakers: all }) => all.map((name, position) => ({ id, name, position })))
  await sql`
    insert into published.programme_speaker (meeting, version, session, position, name)
    select ${meeting}, ${version}, * from unnest(${names.map(({ id }) => id)}::uuid[],
      ${names.map(({ position }) => position)}::integer[], ${names.map(({ name }) => name)}::text[])`.execute(tx)
}
