/** Model letters: what associations draft, and what their towns read. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { localText } from '../checklist/index.ts'
import type { LetterWords, ModelLetter } from './letter-rules.ts'

const letterWords = z.strictObject({ title: localText, body: localText })
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** One at a time for a letter, until the end of the transaction. */
export async function lockLetter(tx: Tx, id: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`model letter:${id}`}, 0))`.execute(tx)
}

/** Those of these associations, the oldest first. */
export async function listLetters(db: Db, associations: readonly string[], id?: string): Promise<ModelLetter[]> {
  if (associations.length === 0) return []
  const rows = await db
    .selectFrom('office.model_letter')
    .select(['id', 'association', 'language', 'words', 'published', 'version', 'revision'])
    .where('association', 'in', associations)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('id')
    .execute()
  return rows.map(({ words, published, ...row }) => ({
    ...row,
    words: letterWords.parse(words),
    published: published === null ? undefined : letterWords.parse(published),
  }))
}

/** @returns false where the id is taken. */
export async function insertLetter(
  tx: Tx,
  { id, association, language, words }: Pick<ModelLetter, 'id' | 'association' | 'language' | 'words'>,
  at: Temporal.Instant,
): Promise<boolean> {
  const added = await tx
    .insertInto('office.model_letter')
    .values({ id, association, language, words: JSON.stringify(words), revision: 1, changed_at: date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export async function updateLetter(
  tx: Tx,
  { id, words, revision }: Pick<ModelLetter, 'id' | 'words' | 'revision'>,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('office.model_letter')
    .set({ words: JSON.stringify(words), revision, changed_at: date(at) })
    .where('id', '=', id)
    .execute()
}

export async function publishWords(tx: Tx, id: string, words: LetterWords, version: number): Promise<void> {
  await tx
    .updateTable('office.model_letter')
    .set({ published: JSON.stringify(words), version })
    .where('id', '=', id)
    .execute()
}

/** @returns whether there was one. */
export async function removeLetter(tx: Tx, association: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.model_letter')
    .where('id', '=', id)
    .where('association', '=', association)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}
