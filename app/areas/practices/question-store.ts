/** What other offices ask the office of a practice: of towns, of associations, the secretariat. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Side } from './message-rules.ts'
import type { Office } from './translation-rules.ts'

/** Whose authority and association are those of whoever asks. */
export interface PracticeQuestion extends Office {
  readonly id: string
  readonly practice: string
  readonly waits: Side
  readonly changedAt: Temporal.Instant
}

export interface PracticeMessage {
  readonly id: string
  readonly side: Side
  readonly text: string
  readonly at: Temporal.Instant
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

const questions = (db: Db) =>
  db
    .selectFrom('office.practice_question')
    .select(['id', 'practice', 'authority', 'association', 'waits', 'changed_at'])

type Row = Awaited<ReturnType<ReturnType<typeof questions>['execute']>>[number]

const questionOf = ({ changed_at, ...row }: Row): PracticeQuestion => ({ ...row, changedAt: instant(changed_at) })

export async function readPracticeQuestion(db: Db, id: string): Promise<PracticeQuestion | undefined> {
  const row = await questions(db).where('id', '=', id).executeTakeFirst()
  return row && questionOf(row)
}

/** What an office has asked about practices of others, or others about its own; the newest first. */
export async function questionsOf(
  db: Db,
  given: { readonly practices: readonly string[]; readonly asker: Office },
): Promise<PracticeQuestion[]> {
  const rows = await questions(db)
    .where(({ eb, and, or }) =>
      or([
        and([
          eb('authority', 'is not distinct from', given.asker.authority),
          eb('association', 'is not distinct from', given.asker.association),
        ]),
        ...(given.practices.length > 0 ? [eb('practice', 'in', given.practices)] : []),
      ]),
    )
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(questionOf)
}

export async function askedBy(db: Db, practice: string, asker: Office): Promise<PracticeQuestion | undefined> {
  const row = await questions(db)
    .where('practice', '=', practice)
    .where('authority', 'is not distinct from', asker.authority)
    .where('association', 'is not distinct from', asker.association)
    .executeTakeFirst()
  return row && questionOf(row)
}

export async function readPracticeMessages(db: Db, question: string): Promise<PracticeMessage[]> {
  const rows = await db
    .selectFrom('office.practice_message')
    .select(['id', 'side', 'text', 'written_at'])
    .where('question', '=', question)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map(({ written_at, ...row }) => ({ ...row, at: instant(written_at) }))
}

/** There is one for each practice and office. @returns its id. */
export async function ensureQuestion(
  tx: Tx,
  { id, practice, asker }: { readonly id: string; readonly practice: string; readonly asker: Office },
  at: Temporal.Instant,
): Promise<string> {
  const { authority, association } = asker
  const key = `practice question ${practice} ${authority ?? association}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
  const known = await askedBy(tx, practice, asker)
  if (known) return known.id
  await tx
    .insertInto('office.practice_question')
    .values({ id, practice, authority, association, waits: 'town', asked_at: date(at), changed_at: date(at) })
    .execute()
  return id
}

/** @returns false where the same was sent before. */
export async function insertMessage(
  tx: Tx,
  question: string,
  message: { readonly id: string; readonly side: Side; readonly text: string },
  made: { readonly by: string | null; readonly at: Temporal.Instant },
): Promise<boolean> {
  const added = await tx
    .insertInto('office.practice_message')
    .values({ ...message, question, written_at: date(made.at), written_by: made.by })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  if (added.length === 0) return false
  const waits = message.side === 'town' ? 'asker' : 'town'
  await tx
    .updateTable('office.practice_question')
    .set({ waits, changed_at: date(made.at) })
    .where('id', '=', question)
    .execute()
  return true
}

/** What was written goes; that there was a message stays. @returns false where there is nothing in it. */
export async function emptyMessage(tx: Tx, question: string, id: string): Promise<boolean> {
  const emptied = await tx
    .updateTable('office.practice_message')
    .set({ text: '' })
    .where('question', '=', question)
    .where('id', '=', id)
    .where('text', '<>', '')
    .returning('id')
    .execute()
  return emptied.length > 0
}

/** Of which practices of these offices somebody waits for an answer. @returns how many by the office's id. */
export async function waitingAnswers(db: Db, authorities: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (authorities.length === 0) return new Map()
  const { rows } = await sql<{ authority: string; count: number }>`
    select coalesce(case when town.status = 'merged' then town.successor end, town.id) as authority, count(*)::int as count
    from office.practice_question question
    join office.practice practice on practice.id = question.practice
    join published.authority town on town.id = practice.authority
    where question.waits = 'town'
      and coalesce(case when town.status = 'merged' then town.successor end, town.id) = any(${[...authorities]}::uuid[])
    group by 1`.execute(db)
  return new Map(rows.map(({ authority, count }) => [authority, count]))
}

/** What was answered and waits for an association, or for the secretariat (null). @returns how many by its id. */
export async function answersWaiting(
  db: Db,
  associations: readonly string[],
  secretariat: boolean,
): Promise<ReadonlyMap<string | null, number>> {
  const { rows } = await sql<{ association: string | null; count: number }>`
    select association, count(*)::int as count from office.practice_question
    where waits = 'asker' and authority is null
      and (association = any(${[...associations]}::uuid[]) or (association is null and ${secretariat}))
    group by 1`.execute(db)
  return new Map(rows.map(({ association, count }) => [association, count]))
}
