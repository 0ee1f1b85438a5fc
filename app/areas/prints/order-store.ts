/** Orders of printed copies. */
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Ordered } from './order-form.ts'

export interface Order extends Ordered {
  readonly id: string
  readonly authority: string
  readonly association: string
  readonly orderedAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | undefined
}

const instant = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime())
const date = (at: Temporal.Instant) => new Date(at.epochMilliseconds)

const orders = (db: Db) =>
  db
    .selectFrom('office.print_order')
    .select(['id', 'authority', 'association', 'what', 'language', 'copies', 'address', 'note'])
    .select(['ordered_at', 'done_at'])

type Row = Awaited<ReturnType<ReturnType<typeof orders>['execute']>>[number]
const orderOf = ({ ordered_at, done_at, ...row }: Row): Order => ({
  ...{ ...row, orderedAt: instant(ordered_at), doneAt: done_at ? instant(done_at) : undefined },
})

/** What is open first, the oldest of it first. */
export async function ordersTo(db: Db, association: string): Promise<Order[]> {
  const rows = await orders(db)
    .where('association', '=', association)
    .orderBy((of) => of('done_at', 'is not', null))
    .orderBy('ordered_at')
    .execute()
  return rows.map(orderOf)
}

/** The newest first. */
export async function ordersOf(db: Db, authority: string): Promise<Order[]> {
  const rows = await orders(db).where('authority', '=', authority).orderBy('ordered_at', 'desc').execute()
  return rows.map(orderOf)
}

/** @returns false where the form was sent a second time. */
export async function insertOrder(
  tx: Tx,
  { orderedAt, doneAt: _, ...given }: Order,
  by: string | null,
): Promise<boolean> {
  const added = await tx
    .insertInto('office.print_order')
    .values({ ...given, ordered_at: date(orderedAt), ordered_by: by, done_at: null, done_by: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

/** @returns the order; undefined where it is none of the association's, or was done before. */
export async function finishOrder(
  tx: Tx,
  { id, association }: Pick<Order, 'id' | 'association'>,
  by: { readonly person: string | null; readonly at: Temporal.Instant },
): Promise<{ readonly authority: string } | undefined> {
  return tx
    .updateTable('office.print_order')
    .set({ done_at: date(by.at), done_by: by.person })
    .where('id', '=', id)
    .where('association', '=', association)
    .where('done_at', 'is', null)
    .returning('authority')
    .executeTakeFirst()
}
