/** What becomes of stands when their town is no more. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'

/** Its successor shows what a merged town has offered. */
export async function moveMarket(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update published.market_stand set authority = ${into} where authority = ${from}`.execute(tx)
}

/** One of several parts alone can: the first does. */
export async function shareMarket(tx: Tx, from: string, parts: readonly string[]): Promise<void> {
  const [first] = parts
  if (first !== undefined) await moveMarket(tx, from, first)
}
