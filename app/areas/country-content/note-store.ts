/** Legal notes of a country: as they are written, and as families read them. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../platform/db/tables.ts'
import { localText } from '../checklist/index.ts'
import { type LegalNote, type TopicId, topicIds } from './note-rules.ts'

export interface DraftNote extends LegalNote {
  readonly revision: number
}

export interface PublishedNote extends LegalNote {
  readonly version: number
}

interface Row {
  topic: string
  language: string
  words: unknown
  law: string
  article: string
  url: string
  checked_on: string
}

const columns = sql`topic, language, words, law, article, url, checked_on::text`
const isTopic = (topic: string): topic is TopicId => topicIds.some((one) => one === topic)

/** In the order of the topics; one that is asked no more is left out. */
function notesOf<Given extends Row, Note extends LegalNote>(
  rows: readonly Given[],
  more: (row: Given) => Omit<Note, keyof LegalNote>,
): (LegalNote & Omit<Note, keyof LegalNote>)[] {
  return rows
    .flatMap((row) => {
      const { topic, language, words, law, article, url, checked_on: checkedOn } = row
      if (!isTopic(topic)) return []
      return [{ topic, language, words: localText.parse(words), law, article, url, checkedOn, ...more(row) }]
    })
    .toSorted((a, b) => topicIds.indexOf(a.topic) - topicIds.indexOf(b.topic))
}

/** One at a time for a note, until the end of the transaction. */
export async function lockNote(tx: Tx, country: string, topic: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`legal:${country}:${topic}`}, 0))`.execute(tx)
}

/** @param country ISO 3166-1, upper case. */
export async function draftNotes(db: Db, country: string): Promise<DraftNote[]> {
  const { rows } = await sql<Row & { revision: number }>`
    select ${columns}, revision from office.legal_note where country = ${country}`.execute(db)
  return notesOf<Row & { revision: number }, DraftNote>(rows, ({ revision }) => ({ revision }))
}

export async function draftNote(db: Db, country: string, topic: TopicId): Promise<DraftNote | undefined> {
  return (await draftNotes(db, country)).find((note) => note.topic === topic)
}

/** What families read. @param country ISO 3166-1, upper case. */
export async function publishedNotes(db: Db | ReadDb, country: string): Promise<PublishedNote[]> {
  const { rows } = await sql<Row & { version: number }>`
    select ${columns}, version from published.legal_note where country = ${country}`.execute(db)
  return notesOf<Row & { version: number }, PublishedNote>(rows, ({ version }) => ({ version }))
}

/** Topics about which the country has something to say. */
export async function readLegalTopics(db: Db | ReadDb, country: string): Promise<TopicId[]> {
  return (await publishedNotes(db, country)).map(({ topic }) => topic)
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

export async function writeNote(tx: Tx, country: string, note: DraftNote, at: Temporal.Instant): Promise<void> {
  const { topic, checkedOn, words, ...facts } = note
  const said = { ...facts, words: JSON.stringify(words), checked_on: checkedOn, changed_at: date(at) }
  await tx
    .insertInto('office.legal_note')
    .values({ country, topic, ...said })
    .onConflict((conflict) => conflict.columns(['country', 'topic']).doUpdateSet(said))
    .execute()
}

export async function publishNote(tx: Tx, country: string, note: PublishedNote, at: Temporal.Instant): Promise<void> {
  const { topic, language, law, article, url, version, checkedOn, words } = note
  const said = { language, law, article, url, version, words: JSON.stringify(words), checked_on: checkedOn }
  const row = { ...said, published_at: date(at) }
  await tx
    .insertInto('published.legal_note')
    .values({ country, topic, ...row })
    .onConflict((conflict) => conflict.columns(['country', 'topic']).doUpdateSet(row))
    .execute()
}

/** @returns whether there was one. */
export async function removeNote(tx: Tx, country: string, topic: string): Promise<boolean> {
  const shown = await tx
    .deleteFrom('published.legal_note')
    .where('country', '=', country)
    .where('topic', '=', topic)
    .executeTakeFirst()
  const draft = await tx
    .deleteFrom('office.legal_note')
    .where('country', '=', country)
    .where('topic', '=', topic)
    .executeTakeFirst()
  return shown.numDeletedRows + draft.numDeletedRows > 0n
}

export async function wantsTwoPairs(db: Db, country: string): Promise<boolean> {
  const row = await db
    .selectFrom('office.country_two_pairs')
    .select('country')
    .where('country', '=', country)
    .executeTakeFirst()
  return row !== undefined
}

/** @returns false where it was so already. */
export async function switchTwoPairs(tx: Tx, country: string, on: boolean, at: Temporal.Instant): Promise<boolean> {
  if (!on) {
    const gone = await tx.deleteFrom('office.country_two_pairs').where('country', '=', country).executeTakeFirst()
    return gone.numDeletedRows > 0n
  }
  const added = await tx
    .insertInto('office.country_two_pairs')
    .values({ country, since: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('country')
    .execute()
  return added.length > 0
}

/** What a record of the trail is about. */
export const noteSubject = (country: string, topic: string) => `legal note ${country} ${topic}`

/** Ids of those who saved a note since it was published last: none of them is a second pair of eyes. */
export async function editorsSince(db: Db, country: string, topic: string): Promise<ReadonlySet<string>> {
  const subject = noteSubject(country, topic)
  const { rows } = await sql<{ person: string }>`
    select distinct person from audit.record
    where subject = ${subject} and action = 'legal.save' and person is not null
      and id > coalesce((select max(id) from audit.record
        where subject = ${subject} and action = 'legal.publish'), 0)`.execute(db)
  return new Set(rows.map(({ person }) => person))
}
