/** Questions put to a meeting. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../../platform/db/tables.ts'
import type { Party, Written } from '../conclusion-store.ts'

export interface Question extends Party {
  readonly id: string
  readonly meeting: string
  readonly body: string
  readonly language: string
  readonly position: number | null
  readonly answered: boolean
  readonly answer: string
  readonly answerLanguage: string
  readonly published: boolean
  readonly revision: number
}

const columns = sql`
  id, meeting, authority, association, body, language, position, answered, answer, answer_language "answerLanguage", published, revision`

/** Those that were picked first, in their order, then as they came. */
export async function readQuestions(db: Db, meeting: string): Promise<Question[]> {
  const { rows } = await sql<Question>`
    select ${columns} from office.meeting_question where meeting = ${meeting}
    order by position nulls last, asked_at, id`.execute(db)
  return rows
}

export async function readQuestion(db: Db, id: string): Promise<Question | undefined> {
  const { rows } = await sql<Question>`
    select ${columns} from office.meeting_question where id = ${id} for update`.execute(db)
  return rows[0]
}

export type AskedQuestion = Pick<Question, 'id' | 'meeting' | 'authority' | 'association' | 'body' | 'language'>

/** Sent twice it is one. @returns whether it is new. */
export async function insertQuestion(tx: Tx, one: AskedQuestion, { at, person }: Written): Promise<boolean> {
  const { id, meeting, authority, association, body, language } = one
  const { numAffectedRows } = await sql`
    insert into office.meeting_question (id, meeting, authority, association, body, language, asked_at, asked_by, changed_at)
    values (${id}, ${meeting}, ${authority}, ${association}, ${body}, ${language}, ${at}, ${person}, ${at})
    on conflict do nothing`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

export type Chaired = Pick<Question, 'id' | 'position' | 'answered' | 'answer' | 'answerLanguage' | 'published'>

export async function writeChaired(tx: Tx, one: Chaired, { at, person }: Written): Promise<void> {
  const { id, position, answered, answer, answerLanguage, published } = one
  await sql`
    update office.meeting_question set position = ${position}, answered = ${answered}, answer = ${answer},
      answer_language = ${answerLanguage}, published = ${published}, revision = revision + 1, changed_at = ${at},
      changed_by = ${person}
    where id = ${id}`.execute(tx)
  await sql`delete from published.meeting_question where id = ${id}`.execute(tx)
  await sql`
    insert into published.meeting_question (id, meeting, authority, association, position, body, language, answer,
      answer_language, published_at)
    select id, meeting, authority, association, position, body, language, answer, answer_language, ${at}
    from office.meeting_question where id = ${id} and published`.execute(tx)
}

export type PublicQuestion = Pick<
  Question,
  'id' | 'authority' | 'association' | 'body' | 'language' | 'answer' | 'answerLanguage'
>

export async function publicQuestions(db: ReadDb, meeting: string): Promise<PublicQuestion[]> {
  const { rows } = await sql<PublicQuestion>`
    select id, authority, association, body, language, answer, answer_language "answerLanguage" from published.meeting_question
    where meeting = ${meeting} order by position nulls last, published_at, id`.execute(db)
  return rows
}
