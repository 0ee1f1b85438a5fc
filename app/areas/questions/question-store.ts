/** Questions of towns and what was said in them. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { QuestionState, Said } from './question-rules.ts'

export interface Question {
  readonly id: string
  readonly authority: string
  readonly association: string
  readonly subject: string
  /** Path of the page of the office on which somebody began to ask. */
  readonly page: string | null
  readonly state: QuestionState
  readonly revision: number
  readonly askedAt: Temporal.Instant
  readonly changedAt: Temporal.Instant
  /** Id of the coordinator who takes care of it. */
  readonly takenBy: string | null
}

export interface Message extends Said {
  readonly id: string
  readonly at: Temporal.Instant
  /** Null: a command. */
  readonly person: string | null
  readonly way: 'office' | 'mail' | 'pasted'
  /** ISO date; of what was pasted. */
  readonly receivedOn: string | null
  /** The coordinator who put it in; of what was pasted. */
  readonly enteredBy: string | null
  /** Empty where it was taken out. */
  readonly text: string
  readonly quoted: string
  readonly files: number
  readonly takenOut: boolean
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())

export const questionColumns = [
  'id',
  'authority',
  'association',
  'subject',
  'page',
  'state',
  'revision',
  'asked_at',
  'changed_at',
  'taken_by',
] as const

interface QuestionRow
  extends Pick<Question, 'id' | 'authority' | 'association' | 'subject' | 'page' | 'state' | 'revision'> {
  readonly asked_at: Date
  readonly changed_at: Date
  readonly taken_by: string | null
}

export function questionOf({ asked_at, changed_at, taken_by, ...row }: QuestionRow): Question {
  return { ...row, askedAt: instant(asked_at), changedAt: instant(changed_at), takenBy: taken_by }
}

export async function readQuestion(db: Db, id: string): Promise<Question | undefined> {
  const row = await db.selectFrom('office.question').select(questionColumns).where('id', '=', id).executeTakeFirst()
  return row && questionOf(row)
}

/** One at a time for a question, until the end of the transaction. */
export async function lockQuestion(tx: Tx, id: string): Promise<Question | undefined> {
  const row = await tx
    .selectFrom('office.question')
    .select(questionColumns)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && questionOf(row)
}

/** Oldest first, notes among them. */
export async function readMessages(db: Db, question: string): Promise<Message[]> {
  const rows = await db
    .selectFrom('office.question_message')
    .select(['id', 'at', 'side', 'note', 'person', 'way', 'entered_by', 'text', 'quoted', 'files', 'taken_out_at'])
    .select(sql<string | null>`received_on::text`.as('received_on'))
    .where('question', '=', question)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(({ at, received_on, entered_by, taken_out_at, ...row }) => ({
    ...row,
    at: instant(at),
    receivedOn: received_on,
    enteredBy: entered_by,
    takenOut: taken_out_at !== null,
  }))
}

/** @returns false where there is one with this id. */
export async function insertQuestion(
  tx: Tx,
  asked: Pick<Question, 'id' | 'authority' | 'association' | 'subject' | 'page'>,
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('office.question')
    .values({
      ...asked,
      asked_at: date(by.at),
      asked_by: by.person,
      changed_at: date(by.at),
      taken_by: null,
      closed_at: null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export interface NewMessage extends Pick<Message, 'id' | 'at' | 'person' | 'text'>, Said {
  readonly way?: Message['way']
  readonly receivedOn?: string
  readonly enteredBy?: string | null
  readonly quoted?: string
  readonly files?: number
}

/** @returns false where there is one with this id. */
export async function insertMessage(tx: Tx, question: string, message: NewMessage): Promise<boolean> {
  const { at, receivedOn = null, enteredBy = null, ...rest } = message
  const added = await tx
    .insertInto('office.question_message')
    .values({
      ...rest,
      question,
      at: date(at),
      received_on: receivedOn,
      entered_by: enteredBy,
      taken_out_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

/** Whether the same form, or the same mail, has been here before. */
export async function isKnown(db: Db, question: string, message: string): Promise<boolean> {
  const row = await db
    .selectFrom('office.question_message')
    .select('id')
    .where('id', '=', message)
    .where('question', '=', question)
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The next revision of a question.
 *
 * @param said when something was said or decided that moves it in lists; undefined for notes and the like.
 */
export async function updateQuestion(
  tx: Tx,
  { id, revision, state }: Question,
  next: { readonly state?: QuestionState; readonly takenBy?: string | null },
  said?: Temporal.Instant,
): Promise<void> {
  const { state: becomes = state, takenBy } = next
  const closes = becomes === 'closed' && state !== 'closed' && said ? { closed_at: date(said) } : {}
  await tx
    .updateTable('office.question')
    .set({
      state: becomes,
      revision: revision + 1,
      ...(takenBy === undefined ? {} : { taken_by: takenBy }),
      ...(said ? { changed_at: date(said) } : {}),
      ...(becomes === 'closed' ? closes : { closed_at: null }),
    })
    .where('id', '=', id)
    .execute()
}

/** Nothing of what it said stays. @returns false where it was gone already. */
export async function emptyMessage(
  tx: Tx,
  question: string,
  { id, withNotes, at }: { readonly id: string; readonly withNotes: boolean; readonly at: Temporal.Instant },
): Promise<boolean> {
  let query = tx
    .updateTable('office.question_message')
    .set({ text: '', quoted: '', taken_out_at: date(at) })
    .where('question', '=', question)
    .where('id', '=', id)
    .where('taken_out_at', 'is', null)
  if (!withNotes) query = query.where('note', '=', false)
  const emptied = await query.returning('id').execute()
  return emptied.length === 1
}
