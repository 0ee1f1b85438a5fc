/** Practices that the secretariat puts together, in an order. */
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../platform/db/tables.ts'

export interface Collection {
  readonly id: string
  /** Code of the language that title and sentence are written in. */
  readonly language: string
  readonly title: string
  readonly sentence: string
  readonly revision: number
  /** Ids, in order. */
  readonly practices: readonly string[]
}

const columns = ['id', 'language', 'title', 'sentence', 'revision'] as const

/** The oldest first. */
export async function readCollections(db: ReadDb): Promise<Collection[]> {
  const rows = await db
    .selectFrom('published.practice_collection')
    .select(columns)
    .orderBy('made_at')
    .orderBy('id')
    .execute()
  const all: Collection[] = []
  for (const row of rows) all.push({ ...row, practices: await practicesIn(db, row.id) })
  return all
}

async function practicesIn(db: ReadDb, collection: string): Promise<string[]> {
  const rows = await db
    .selectFrom('published.practice_collected')
    .select('practice')
    .where('collection', '=', collection)
    .orderBy('position')
    .execute()
  return rows.map(({ practice }) => practice)
}

export async function readCollection(db: ReadDb, id: string): Promise<Collection | undefined> {
  const row = await db
    .selectFrom('published.practice_collection')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, practices: await practicesIn(db, id) }
}

/** As it stands, one at a time until the end of the transaction. */
export async function lockCollection(tx: Tx, id: string): Promise<Collection | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`practice collection ${id}`}, 0))`.execute(tx)
  const row = await tx
    .selectFrom('published.practice_collection')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst()
  const collected = await tx
    .selectFrom('published.practice_collected')
    .select('practice')
    .where('collection', '=', id)
    .orderBy('position')
    .execute()
  return row && { ...row, practices: collected.map(({ practice }) => practice) }
}

/** In the place of what was there. */
export async function writeCollection(tx: Tx, collection: Collection, at: Temporal.Instant): Promise<void> {
  const { practices, ...row } = collection
  const { id, ...values } = row
  await tx
    .insertInto('published.practice_collection')
    .values({ ...row, made_at: new Date(at.epochMilliseconds) })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .execute()
  await tx.deleteFrom('published.practice_collected').where('collection', '=', id).execute()
  if (practices.length === 0) return
  await tx
    .insertInto('published.practice_collected')
    .values(practices.map((practice, position) => ({ collection: id, practice, position })))
    .execute()
}

export async function deleteCollection(tx: Tx, id: string): Promise<boolean> {
  const gone = await tx.deleteFrom('published.practice_collection').where('id', '=', id).returning('id').execute()
  return gone.length > 0
}
