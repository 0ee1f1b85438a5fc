/** Lists of areas that wait until somebody has seen what they would change: one for each association. */
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { AreaList, ListAct } from './area-rules.ts'
import { linesSchema } from './schema.ts'

/** One at a time for who changes the areas of a country. */
export async function lockAreas(tx: Tx, country: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catchments:${country}`}, 0))`.execute(tx)
}

/** In place of the one that waits. @returns false where it has this id: the same form was sent twice. */
export async function replaceList(
  tx: Tx,
  association: string,
  { id, act, lines }: AreaList,
  brought: { readonly by: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  await tx.deleteFrom('office.area_list').where('association', '=', association).where('id', '<>', id).execute()
  const added = await tx
    .insertInto('office.area_list')
    .values({
      ...{ id, association, act, rows: JSON.stringify(lines) },
      ...{ brought_by: brought.by, brought_at: new Date(brought.at.epochMilliseconds) },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

export async function waitingList(db: Db, association: string): Promise<AreaList | undefined> {
  const row = await db
    .selectFrom('office.area_list')
    .select(['id', 'act', 'rows'])
    .where('association', '=', association)
    .executeTakeFirst()
  return row && { id: row.id, act: row.act as ListAct, lines: linesSchema.parse(row.rows) }
}

/** Whether a list waits, without reading it. */
export async function listWaits(db: Db, association: string): Promise<boolean> {
  const row = await db
    .selectFrom('office.area_list')
    .select('id')
    .where('association', '=', association)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteList(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('office.area_list').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}
