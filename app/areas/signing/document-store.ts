/** Decisions of councils as they were handed in. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'

export interface DocumentFacts {
  readonly id: string
  readonly name: string
  readonly sha256: string
  readonly pages: number
  readonly bytes: number
  readonly scanned: boolean
}

export interface SentDocument extends Omit<DocumentFacts, 'bytes' | 'id'> {
  readonly content: Uint8Array
}

/** What a document belongs to. */
export type Belongs = { readonly application: string } | { readonly reaffirmation: string }

const columnOf = (to: Belongs) =>
  'application' in to ? (['application', to.application] as const) : (['reaffirmation', to.reaffirmation] as const)

export async function readDocumentFacts(db: Db, to: Belongs): Promise<DocumentFacts | undefined> {
  const [column, id] = columnOf(to)
  return db
    .selectFrom('office.pact_document')
    .select(['id', 'name', 'sha256', 'pages', 'scanned'])
    .select(sql<number>`octet_length(content)`.as('bytes'))
    .where(column, '=', id)
    .executeTakeFirst()
}

export async function readDocumentContent(db: Db, to: Belongs): Promise<Uint8Array | undefined> {
  const [column, id] = columnOf(to)
  const row = await db.selectFrom('office.pact_document').select('content').where(column, '=', id).executeTakeFirst()
  return row?.content
}

/** In place of the one before. */
export async function writeDocument(
  tx: Tx,
  to: Belongs,
  document: SentDocument & { readonly id: string },
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  const [column, id] = columnOf(to)
  await tx.deleteFrom('office.pact_document').where(column, '=', id).execute()
  await tx
    .insertInto('office.pact_document')
    .values({
      ...document,
      ...{ application: null, reaffirmation: null, [column]: id },
      uploaded_at: new Date(by.at.epochMilliseconds),
      uploaded_by: by.person,
    })
    .execute()
}
