/** What becomes of delegations when their town is no more. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/** Its successor sends whom a merged town has registered. */
export async function moveDelegations(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update office.delegate set authority = ${into} where authority = ${from}`.execute(tx)
}

/** A delegation is one: the first of several parts goes on with it. */
export async function shareDelegations(tx: Tx, from: string, parts: readonly string[]): Promise<void> {
  const [first] = parts
  if (first !== undefined) await moveDelegations(tx, from, first)
}
