/** Texts of the Pact that wait for a second person. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Draft, TextWords } from './text-rules.ts'

const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

/** One at a time for all texts, until the end of the transaction: whether one may be begun hangs on the others. */
export async function lockTexts(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('pact texts'))`.execute(tx)
}

/** By version, the newest first, and language. @param id of the only one. */
export async function listDrafts(db: Db, id?: string): Promise<Draft[]> {
  const { rows } = await sql<Omit<Draft, 'writtenAt'> & { writtenAt: Date }>`
    select id, version, language, title, body, demonstration, revision, written_by as "writtenBy", written_at as "writtenAt"
    from office.pact_draft
    where ${id ?? null}::uuid is null or id = ${id ?? null}::uuid
    order by string_to_array(version, '.')::integer[] desc, language`.execute(db)
  return rows.map((row) => ({
    ...row,
    writtenAt: Temporal.Instant.fromEpochMilliseconds(row.writtenAt.getTime()),
  }))
}

export async function insertDraft(tx: Tx, draft: Draft): Promise<void> {
  const { writtenBy: written_by, writtenAt, ...row } = draft
  await tx
    .insertInto('office.pact_draft')
    .values({ ...row, written_by, written_at: date(writtenAt) })
    .execute()
}

export async function updateDraft(
  tx: Tx,
  id: string,
  { title, body }: TextWords,
  given: { readonly revision: number; readonly by: string | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('office.pact_draft')
    .set({ title, body, revision: given.revision, written_by: given.by, written_at: date(given.at) })
    .where('id', '=', id)
    .execute()
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('office.pact_draft').where('id', '=', id).execute()
}
