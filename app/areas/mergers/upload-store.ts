/** Official lists that were brought: what is asked and decided about them, and what was decided last in a country. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import {
  type ListChoice,
  type ListHead,
  type ListRefused,
  listChoice,
  listDecided,
  listHead,
  listRefused,
} from './schema.ts'

export type ListFormat = 'csv' | 'xlsx' | 'json'

/** A file that was sent: the name as the browser gave it. */
export interface SentList {
  readonly name: string
  readonly format: ListFormat
  readonly head: ListHead
  /** Of its pieces. */
  readonly file: string
}

export interface DecidedList {
  readonly choice: ListChoice
  readonly validFrom: Temporal.PlainDate
}

export interface ListUpload {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly uploadedAt: Temporal.Instant
  readonly list: SentList
  readonly movements: SentList | null
  /** Null: nobody has decided about its columns. */
  readonly decided: DecidedList | null
  /** How often somebody has. */
  readonly turn: number
  readonly decidedBy: string | null
  /** Null: it waits for its turn. */
  readonly begunAt: Temporal.Instant | null
  readonly rowsRead: number
  /** Null: it is not compared yet. */
  readonly refused: ListRefused | null
}

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)
const instant = (at: Date | null) => at && Temporal.Instant.fromEpochMilliseconds(at.getTime())

/** In place of the one that waits for the country. @returns false where it has this id: the same form was sent twice. */
export async function replaceUpload(
  tx: Tx,
  upload: Pick<ListUpload, 'id' | 'country' | 'uploadedAt' | 'list' | 'movements'> & { readonly by: string },
): Promise<boolean> {
  const { id, country, uploadedAt, by, list, movements } = upload
  await tx.deleteFrom('office.list_upload').where('country', '=', country).where('id', '<>', id).execute()
  const added = await tx
    .insertInto('office.list_upload')
    .values({
      ...{ id, country, uploaded_by: by, uploaded_at: date(uploadedAt) },
      ...{ list_name: list.name, list_format: list.format, list_file: list.file },
      list_head: JSON.stringify(list.head),
      movements_name: movements?.name ?? null,
      movements_format: movements?.format ?? null,
      movements_file: movements?.file ?? null,
      movements_head: movements && JSON.stringify(movements.head),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The list that waits for a country. */
export const waitingUpload = (db: Db, country: string): Promise<ListUpload | undefined> => readUpload(db, { country })

export async function readUpload(
  db: Db,
  by: { readonly country: string } | { readonly id: string },
): Promise<ListUpload | undefined> {
  const all = db.selectFrom('office.list_upload').selectAll()
  const row = await ('id' in by
    ? all.where('id', '=', by.id)
    : all.where('country', '=', by.country)
  ).executeTakeFirst()
  if (!row) return undefined
  const { movements_name: name, movements_format: format, movements_file: file } = row
  const decided = row.decided === null ? null : listDecided.parse(row.decided)
  return {
    ...{ id: row.id, country: row.country, turn: row.turn, decidedBy: row.decided_by, rowsRead: row.rows_read },
    uploadedAt: Temporal.Instant.fromEpochMilliseconds(row.uploaded_at.getTime()),
    list: { name: row.list_name, format: row.list_format, file: row.list_file, head: listHead.parse(row.list_head) },
    movements:
      name === null || format === null || file === null
        ? null
        : { name, format, file, head: listHead.parse(row.movements_head) },
    decided: decided && { ...decided, validFrom: Temporal.PlainDate.from(decided.validFrom) },
    begunAt: instant(row.begun_at),
    refused: row.refused === null ? null : listRefused.parse(row.refused),
  }
}

/** It is to be compared, again where it was. @returns its new turn; undefined where it is gone. */
export async function writeDecided(
  tx: Tx,
  id: string,
  { choice, validFrom }: DecidedList,
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<number | undefined> {
  const row = await tx
    .updateTable('office.list_upload')
    .set((build) => ({
      decided: JSON.stringify({ choice, validFrom: validFrom.toString() }),
      ...{ decided_at: date(by.at), decided_by: by.person },
      turn: build('turn', '+', 1),
      ...{ begun_at: null, rows_read: 0, refused: null },
    }))
    .where('id', '=', id)
    .returning('turn')
    .executeTakeFirst()
  return row?.turn
}

/** One comparison of a list; another one begins where somebody has decided anew. */
export interface Turn {
  readonly id: string
  readonly turn: number
}

export async function noteProgress(
  db: Db,
  { id, turn }: Turn,
  { at, rows }: { readonly at: Temporal.Instant; readonly rows: number },
): Promise<void> {
  await sql`
    update office.list_upload set begun_at = coalesce(begun_at, ${date(at)}::timestamptz), rows_read = ${rows}
    where id = ${id}::uuid and turn = ${turn}`.execute(db)
}

export async function writeRefused(db: Db, { id, turn }: Turn, refused: ListRefused): Promise<void> {
  await db
    .updateTable('office.list_upload')
    .set({ refused: JSON.stringify(refused) })
    .where('id', '=', id)
    .where('turn', '=', turn)
    .execute()
}

/** @returns whether it was there. */
export async function deleteUpload(db: Db, { id, turn }: Turn): Promise<boolean> {
  const deleted = await db
    .deleteFrom('office.list_upload')
    .where('id', '=', id)
    .where('turn', '=', turn)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

export async function rememberChoice(db: Db, country: string, choice: ListChoice, at: Temporal.Instant): Promise<void> {
  const remembered = { choice: JSON.stringify(choice), changed_at: date(at) }
  await db
    .insertInto('office.list_columns')
    .values({ country, ...remembered })
    .onConflict((conflict) => conflict.column('country').doUpdateSet(remembered))
    .execute()
}

export async function rememberedChoice(db: Db, country: string): Promise<ListChoice | undefined> {
  const row = await db
    .selectFrom('office.list_columns')
    .select('choice')
    .where('country', '=', country)
    .executeTakeFirst()
  return row && listChoice.parse(row.choice)
}
