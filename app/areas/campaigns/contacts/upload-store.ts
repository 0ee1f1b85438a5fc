/** Lists of contacts that somebody looks at before they are taken over. */
import type { Db, Tx } from '../../../platform/db/tables.ts'
import { type ContactList, contactListSchema } from '../schema.ts'

export async function insertUpload(
  tx: Tx,
  upload: { readonly id: string; readonly association: string; readonly by: string; readonly at: Temporal.Instant },
  list: ContactList,
): Promise<boolean> {
  const { id, association, by, at } = upload
  const added = await tx
    .insertInto('office.contact_upload')
    .values({
      ...{ id, association, uploaded_by: by },
      uploaded_at: new Date(at.epochMilliseconds),
      content: JSON.stringify(list),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute()
  return added.length === 1
}

export async function readUpload(db: Db, association: string, id: string): Promise<ContactList | undefined> {
  const row = await db
    .selectFrom('office.contact_upload')
    .select('content')
    .where('association', '=', association)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && contactListSchema.parse(row.content)
}

/** @returns false where there is none any more. */
export async function deleteUpload(tx: Tx, association: string, id: string): Promise<boolean> {
  const gone = await tx
    .deleteFrom('office.contact_upload')
    .where('association', '=', association)
    .where('id', '=', id)
    .returning('id')
    .execute()
  return gone.length === 1
}
