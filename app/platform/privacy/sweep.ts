/** Deletes what rules say has been kept long enough. Tables and moments come from rules of the product alone. */
import { sql } from 'kysely'
import type { Db } from '../db/tables.ts'
import type { RetentionRule } from './retention.ts'

/** @returns how many rows went, by table; a table that has lost none is left out. */
export async function sweep(
  db: Db,
  rules: readonly RetentionRule[],
  now: Temporal.Instant,
): Promise<Readonly<Record<string, number>>> {
  const gone: Record<string, number> = {}
  for (const { table, ends } of rules) {
    for (const { since, days } of ends) {
      const before = new Date(now.subtract({ hours: 24 * days }).epochMilliseconds)
      const { numAffectedRows = 0n } =
        await sql`delete from ${sql.table(table)} where ${sql.raw(since)} < ${before}`.execute(db)
      if (numAffectedRows > 0n) gone[table] = (gone[table] ?? 0) + Number(numAffectedRows)
    }
  }
  return gone
}
