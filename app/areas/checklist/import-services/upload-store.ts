/** Lists of services that wait to be taken over. */
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../../platform/db/tables.ts'
import type { ServiceFormat } from './import-services.ts'
import type { Remembered } from './remembered-rules.ts'
import { winners } from './winner-rules.ts'

const columnChoice = z.object({ id: z.string(), columns: z.record(z.string(), z.string()) })
const choiceSchema = z.object({
  /** Which of the town's lists it is: together with the file's own ids it says which service is which. */
  source: z.string(),
  language: z.string(),
  /** Of services whose kind the file does not say; empty: such rows are refused. */
  defaultKind: z.string(),
  /** Null for formats whose fields have fixed names. */
  columns: columnChoice.nullable(),
  winner: z.enum(winners).default('own'),
})
/** What an officer has decided about a list. */
export type UploadChoice = z.infer<typeof choiceSchema>

export type Upload = {
  readonly id: string
  readonly authority: string
  readonly name: string
  readonly format: ServiceFormat
  readonly uploadedAt: Temporal.Instant
  readonly choice: UploadChoice | undefined
  /** Id of the feed that it was fetched from; null: somebody has brought it. */
  readonly feed: string | null
  /** What stands in the first row of a table; null where nobody has noted it. */
  readonly headings: readonly string[] | null
}

const columns = ['id', 'authority', 'name', 'format', 'uploaded_at', 'choice', 'feed', 'headings'] as const
type Row = {
  id: string
  authority: string
  name: string
  format: ServiceFormat
  uploaded_at: Date
  choice: unknown
  feed: string | null
  headings: unknown
}

const uploadOf = (row: Row): Upload => ({
  ...{ id: row.id, authority: row.authority, name: row.name, format: row.format, feed: row.feed },
  uploadedAt: Temporal.Instant.fromEpochMilliseconds(row.uploaded_at.getTime()),
  choice: row.choice === null ? undefined : choiceSchema.parse(row.choice),
  headings: row.headings === null ? null : z.array(z.string()).parse(row.headings),
})

/** @returns false where something has this id already: the same form was sent twice. */
export async function insertUpload(
  tx: Db,
  upload: Pick<Upload, 'id' | 'authority' | 'name' | 'format' | 'uploadedAt' | 'headings'> & { readonly by: string },
  content: Uint8Array,
): Promise<boolean> {
  const { id, authority, name, format, by, uploadedAt, headings } = upload
  const added = await tx
    .insertInto('office.service_upload')
    .values({
      id,
      authority,
      name,
      format,
      content,
      headings: headings && JSON.stringify(headings),
      uploaded_by: by,
      uploaded_at: new Date(uploadedAt.epochMilliseconds),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** What a feed said waits until somebody has looked, in place of what it said before. */
export async function replaceFetched(
  tx: Db,
  upload: Omit<Upload, 'choice' | 'feed' | 'headings'> & {
    readonly feed: string
    readonly choice: UploadChoice
    readonly by: string
  },
  content: Uint8Array,
): Promise<void> {
  const { id, authority, name, format, feed, choice, by, uploadedAt } = upload
  await dropFetched(tx, feed)
  const row = { id, authority, name, format, content, feed, uploaded_by: by, choice: JSON.stringify(choice) }
  const uploaded_at = new Date(uploadedAt.epochMilliseconds)
  await tx
    .insertInto('office.service_upload')
    .values({ ...row, uploaded_at })
    .execute()
}

export async function dropFetched(tx: Db, feed: string): Promise<void> {
  await tx.deleteFrom('office.service_upload').where('feed', '=', feed).execute()
}

/** What a feed said that waits. */
export async function fetchedUpload(db: Db, feed: string): Promise<string | undefined> {
  const row = await db.selectFrom('office.service_upload').select('id').where('feed', '=', feed).executeTakeFirst()
  return row?.id
}

/** Oldest go first where a town has more of them than this. */
export async function keepNewestUploads(tx: Db, authority: string, most: number): Promise<void> {
  const newest = tx
    .selectFrom('office.service_upload')
    .select('id')
    .where('authority', '=', authority)
    .where('feed', 'is', null)
    .orderBy('uploaded_at', 'desc')
    .limit(most)
  await tx
    .deleteFrom('office.service_upload')
    .where('authority', '=', authority)
    .where('feed', 'is', null)
    .where('id', 'not in', newest)
    .execute()
}

export async function readUpload(db: Db, authority: string, id: string): Promise<Upload | undefined> {
  const row = await db
    .selectFrom('office.service_upload')
    .select(columns)
    .where('authority', '=', authority)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && uploadOf(row)
}

/** Newest first. */
export async function listUploads(db: Db, authority: string): Promise<Upload[]> {
  const rows = await db
    .selectFrom('office.service_upload')
    .select(columns)
    .where('authority', '=', authority)
    .orderBy('uploaded_at', 'desc')
    .execute()
  return rows.map(uploadOf)
}

export async function readContent(db: Db, id: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('office.service_upload').select('content').where('id', '=', id).executeTakeFirst()
  return row?.content
}

/** Lists of a town whose columns are remembered. */
const mostRemembered = 50

/**
 * Decides about a list, and remembers what its columns stand for; the town is locked.
 *
 * @param headings all that it has.
 * @returns false where the list is gone.
 */
export async function writeChoice(
  tx: Db,
  { authority, id }: Pick<Upload, 'authority' | 'id'>,
  { choice, headings }: { readonly choice: UploadChoice; readonly headings: readonly string[] },
  at: Temporal.Instant,
): Promise<boolean> {
  const changed = await tx
    .updateTable('office.service_upload')
    .set({ choice: JSON.stringify(choice) })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return false
  if (choice.columns === null) return true
  await ofList(tx, authority, choice.source).execute()
  const row = { authority, choice: JSON.stringify(choice), headings: JSON.stringify(headings) }
  await tx
    .insertInto('office.import_columns')
    .values({ ...row, changed_at: new Date(at.epochMilliseconds) })
    .execute()
  await keepNewestColumns(tx, authority)
  return true
}

const ofList = (tx: Db, authority: string, source: string) =>
  tx
    .deleteFrom('office.import_columns')
    .where('authority', '=', authority)
    .where(sql<boolean>`choice ->> 'source' = ${source}`)

async function keepNewestColumns(tx: Db, authority: string): Promise<void> {
  const newest = tx
    .selectFrom('office.import_columns')
    .select('id')
    .where('authority', '=', authority)
    .orderBy('changed_at', 'desc')
    .limit(mostRemembered)
  await tx
    .deleteFrom('office.import_columns')
    .where('authority', '=', authority)
    .where('id', 'not in', newest)
    .execute()
}

export type TableChoice = UploadChoice & { readonly columns: NonNullable<UploadChoice['columns']> }

const tableChoice = choiceSchema.extend({ columns: columnChoice })

/** Newest first. */
export async function rememberedChoices(db: Db, authority: string): Promise<Remembered<TableChoice>[]> {
  const rows = await db
    .selectFrom('office.import_columns')
    .select(['choice', 'headings'])
    .where('authority', '=', authority)
    .orderBy('changed_at', 'desc')
    .execute()
  return rows.map(({ choice, headings }) => ({
    choice: tableChoice.parse(choice),
    headings: headings === null ? null : z.array(z.string()).parse(headings),
  }))
}

/** @returns false where it is gone already. */
export async function deleteUpload(tx: Db, authority: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.service_upload')
    .where('authority', '=', authority)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

/** A place has become confidential: a list that waits may say where it is. */
export async function dropUploads(tx: Db, authorities: readonly string[]): Promise<void> {
  await tx.deleteFrom('office.service_upload').where('authority', 'in', authorities).execute()
}

/** The lists whose services a town has, by name. */
export async function sourcesOf(db: Db, authority: string): Promise<string[]> {
  const rows = await db
    .selectFrom('office.draft_service')
    .select('source')
    .distinct()
    .where('authority', '=', authority)
    .where('source', 'is not', null)
    .orderBy('source')
    .execute()
  return rows.flatMap(({ source }) => source ?? [])
}
