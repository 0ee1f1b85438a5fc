import { sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'

/** When an authority published its page for the first time; undefined: not yet. */
export async function firstPublished(db: Db | ReadDb, authority: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(published_at) as at from published.snapshot where authority = ${authority}`.execute(db)
  const at = rows[0]?.at
  return at ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : undefined
}
