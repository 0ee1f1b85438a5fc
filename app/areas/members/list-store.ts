/** Lists of members that wait until somebody has seen what they would change: one for each association. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { ListAct, MemberList } from './member-rules.ts'
import { entriesSchema } from './schema.ts'

/** One at a time for who changes the members of an association. */
export async function lockMembers(tx: Tx, association: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`members:${association}`}, 0))`.execute(tx)
}

/** In place of the one that waits. @returns false where it has this id: the same form was sent twice. */
export async function replaceList(
  tx: Tx,
  association: string,
  { id, act, entries, area }: MemberList,
  brought: { readonly by: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  await tx.deleteFrom('office.member_list').where('association', '=', association).where('id', '<>', id).execute()
  const added = await tx
    .insertInto('office.member_list')
    .values({
      ...{ id, association, act, area },
      entries: entries && JSON.stringify(entries),
      brought_by: brought.by,
      brought_at: new Date(brought.at.epochMilliseconds),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function waitingList(db: Db, association: string): Promise<MemberList | undefined> {
  const row = await db
    .selectFrom('office.member_list')
    .select(['id', 'act', 'entries', 'area'])
    .where('association', '=', association)
    .executeTakeFirst()
  return (
    row && {
      ...{ id: row.id, act: row.act as ListAct, area: row.area },
      entries: row.entries === null ? null : entriesSchema.parse(row.entries),
    }
  )
}

/** The id of the list that waits, without reading it. */
export async function listWaits(db: Db, association: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('office.member_list')
    .select('id')
    .where('association', '=', association)
    .executeTakeFirst()
  return row?.id
}

export async function deleteList(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('office.member_list').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
