/** Official lists that wait until somebody has decided about their columns, and what was decided last in a country. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type ListChoice, listChoice } from './schema.ts'

export type ListFormat = 'csv' | 'xlsx' | 'json'

/** A file that was sent: the name as the browser gave it. */
export interface SentList {
  readonly name: string
  readonly format: ListFormat
}

export interface ListUpload {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly uploadedAt: Temporal.Instant
  readonly list: SentList
  readonly movements: SentList | null
}

export type Content = SentList & { readonly content: Uint8Array }

/** In place of the one that waits for the country. @returns false where it has this id: the same form was sent twice. */
export async function replaceUpload(
  tx: Tx,
  upload: Pick<ListUpload, 'id' | 'country' | 'uploadedAt'> & { readonly by: string },
  list: Content,
  movements: Content | null,
): Promise<boolean> {
  const { id, country, uploadedAt, by } = upload
  await tx.deleteFrom('office.list_upload').where('country', '=', country).where('id', '<>', id).execute()
  const added = await tx
    .insertInto('office.list_upload')
    .values({
      ...{ id, country, uploaded_by: by, uploaded_at: new Date(uploadedAt.epochMilliseconds) },
      ...{ list_name: list.name, list_format: list.format, list: list.content },
      movements_name: movements?.name ?? null,
      movements_format: movements?.format ?? null,
      movements: movements?.content ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** The list that waits for a country. */
export async function waitingUpload(db: Db, country: string): Promise<ListUpload | undefined> {
  const row = await db
    .selectFrom('office.list_upload')
    .select(['id', 'country', 'uploaded_at', 'list_name', 'list_format', 'movements_name', 'movements_format'])
    .where('country', '=', country)
    .executeTakeFirst()
  if (!row) return undefined
  const { movements_name: name, movements_format: format } = row
  return {
    ...{ id: row.id, country: row.country },
    uploadedAt: Temporal.Instant.fromEpochMilliseconds(row.uploaded_at.getTime()),
    list: { name: row.list_name, format: row.list_format },
    movements: name === null || format === null ? null : { name, format },
  }
}

/** Its files; undefined where it is gone. */
export async function readUploadContent(
  db: Db,
  id: string,
): Promise<{ readonly list: Uint8Array; readonly movements: Uint8Array | null } | undefined> {
  return db.selectFrom('office.list_upload').select(['list', 'movements']).where('id', '=', id).executeTakeFirst()
}

export async function deleteUpload(db: Db, id: string): Promise<void> {
  await db.deleteFrom('office.list_upload').where('id', '=', id).execute()
}

export async function rememberChoice(db: Db, country: string, choice: ListChoice, at: Temporal.Instant): Promise<void> {
  const remembered = { choice: JSON.stringify(choice), changed_at: new Date(at.epochMilliseconds) }
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
