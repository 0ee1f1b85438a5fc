/** Model documents in the words of associations. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/tables.ts'
import type { OwnDocument } from './document-rules.ts'

export type DocumentPlace = Pick<OwnDocument, 'association' | 'kind' | 'language'>

/** One at a time for a document, until the end of the transaction. */
export async function lockDocument(tx: Tx, { association, kind, language }: DocumentPlace): Promise<void> {
  const name = `pact document:${association}:${kind}:${language}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx)
}

/** In the order of the associations given. */
export async function readDocuments(db: Db, associations: readonly string[]): Promise<OwnDocument[]> {
  if (associations.length === 0) return []
  const rows = await db
    .selectFrom('office.pact_model')
    .select(['association', 'kind', 'language', 'title', 'body', 'revision'])
    .where('association', 'in', associations)
    .execute()
  return rows
    .map(({ title, body, ...row }) => ({
      ...row,
      words: title === null || body === null ? undefined : { title, body },
    }))
    .toSorted((one, other) => associations.indexOf(one.association) - associations.indexOf(other.association))
}

export async function writeDocument(
  tx: Tx,
  place: DocumentPlace,
  { words, revision, at }: Pick<OwnDocument, 'words' | 'revision'> & { readonly at: Temporal.Instant },
): Promise<void> {
  const { association, kind, language } = place
  const facts = {
    title: words?.title ?? null,
    body: words?.body ?? null,
    revision,
    changed_at: new Date(at.epochMilliseconds),
  }
  await tx
    .insertInto('office.pact_model')
    .values({ association, kind, language, ...facts })
    .onConflict((conflict) => conflict.columns(['association', 'kind', 'language']).doUpdateSet(facts))
    .execute()
}
