/** Calls for a host, what is asked about them, what became of them. */
import { sql } from 'kysely'
import type { Db, ReadDb, Tx } from '../../../platform/db/tables.ts'
import type { CallFacts, HostCall } from './call-rules.ts'
import type { PaperFile } from './file-rules.ts'

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
export const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

type Row = Omit<HostCall, 'opens' | 'deadline'> & { readonly opens: Date; readonly deadline: Date }

export async function readCall(db: Db | ReadDb, meeting: string): Promise<HostCall | undefined> {
  const { rows } = await sql<Row>`
    select meeting, opens, deadline, zone, scores_by::text "scoresBy", requirements, criteria, documents, files,
      revision, published_at is not null published
    from published.host_call where meeting = ${meeting}`.execute(db)
  const [row] = rows
  return row && { ...row, opens: instant(row.opens), deadline: instant(row.deadline) }
}

/** Whoever changes the call, a bid or a score waits for the others: what counts is the deadline that holds then. */
export async function lockCall(tx: Tx, meeting: string): Promise<HostCall | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`host call ${meeting}`}, 0))`.execute(tx)
  return readCall(tx, meeting)
}

export async function writeCall(
  tx: Tx,
  meeting: string,
  { opens, deadline, zone, scoresBy, requirements, criteria, documents }: CallFacts,
  { at, published }: { readonly at: Temporal.Instant; readonly published: boolean },
): Promise<void> {
  const values = {
    ...{ opens: date(opens), deadline: date(deadline), zone, scores_by: scoresBy, changed_at: date(at) },
    ...{ requirements: JSON.stringify(requirements), criteria: JSON.stringify(criteria) },
    ...{ documents: JSON.stringify(documents), published_at: published ? date(at) : null },
  }
  await tx
    .insertInto('published.host_call')
    .values({ meeting, ...values })
    .onConflict((conflict) =>
      conflict.column('meeting').doUpdateSet({
        ...values,
        published_at: sql`coalesce(published.host_call.published_at, excluded.published_at)`,
        revision: sql`published.host_call.revision + 1`,
      }),
    )
    .execute()
}

export async function writeCallFiles(
  tx: Tx,
  meeting: string,
  files: readonly PaperFile[],
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('published.host_call')
    .set({ files: JSON.stringify(files), changed_at: date(at), revision: sql`revision + 1` })
    .where('meeting', '=', meeting)
    .execute()
}

export interface Question {
  readonly id: string
  readonly meeting: string
  readonly authority: string
  readonly text: string
}

/** @returns false where the same was sent before. */
export async function insertQuestion(
  tx: Tx,
  question: Question,
  { by, at }: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('office.host_question')
    .values({ ...question, asked_at: date(at), asked_by: by })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

const questions = (db: Db) =>
  db.selectFrom('office.host_question').select(['id', 'meeting', 'authority', 'text']).orderBy('asked_at').orderBy('id')

export const openQuestions = (db: Db, meeting: string): Promise<Question[]> =>
  questions(db).where('meeting', '=', meeting).where('answered_at', 'is', null).execute()

/** Of all meetings. @returns how many wait, by the id of the meeting. */
export async function countOpenQuestions(db: Db): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ meeting: string; count: number }>`
    select meeting, count(*)::int as count from office.host_question where answered_at is null group by 1`.execute(db)
  return new Map(rows.map(({ meeting, count }) => [meeting, count]))
}

export const readQuestion = (db: Db, id: string): Promise<Question | undefined> =>
  questions(db).where('id', '=', id).executeTakeFirst()

/** The newest answer stands. @returns false where the same was given before. */
export async function writeAnswer(
  tx: Tx,
  given: { readonly question: string; readonly meeting: string; readonly text: string; readonly answer: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const { answer, text } = given
  const same = tx.selectFrom('published.host_answer').select('question').where('question', '=', given.question)
  if (await same.where('answer', '=', answer).where('text', '=', text).executeTakeFirst()) return false
  await tx
    .insertInto('published.host_answer')
    .values({ ...given, answered_at: date(at) })
    .onConflict((conflict) => conflict.column('question').doUpdateSet({ answer, text }))
    .execute()
  const answered = tx.updateTable('office.host_question').set({ answered_at: date(at) })
  await answered.where('id', '=', given.question).where('answered_at', 'is', null).execute()
  return true
}

export interface Answer {
  readonly question: string
  readonly text: string
  readonly answer: string
}

export async function readAnswers(db: Db | ReadDb, meeting: string): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select question, text, answer from published.host_answer where meeting = ${meeting}
    order by answered_at, question`.execute(db)
  return rows
}

export interface Step {
  readonly kind: 'chosen' | 'withdrawn' | 'reopened'
  readonly authority: string | null
  readonly reasons: string
  /** Why a host was chosen that no reviewer has scored; else empty. */
  readonly unscored: string
  readonly at: Date
}

/** What everybody reads about a choice. */
export type ChoiceWords = Pick<Step, 'reasons' | 'unscored'>

export async function readSteps(db: Db | ReadDb, meeting: string): Promise<Step[]> {
  const { rows } = await sql<Step>`
    select kind, authority, reasons, unscored, at from published.host_step where meeting = ${meeting} order by at, id`.execute(
    db,
  )
  return rows
}

/** Of the last choice. */
export async function wordsOfChoice(db: Db, meeting: string): Promise<ChoiceWords | undefined> {
  return (await readSteps(db, meeting)).findLast(({ kind }) => kind === 'chosen')
}

/** Of the last choice: the same in other words. */
export async function writeReasons(tx: Tx, meeting: string, { reasons, unscored }: ChoiceWords): Promise<void> {
  await sql`
    update published.host_step set reasons = ${reasons}, unscored = ${unscored} where id = (
      select id from published.host_step where meeting = ${meeting} and kind = 'chosen'
      order by at desc, id desc limit 1)`.execute(tx)
}

export async function insertStep(
  tx: Tx,
  { at, ...step }: Omit<Step, 'at'> & { readonly id: string; readonly meeting: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('published.host_step')
    .values({ ...step, at: date(at) })
    .execute()
}
