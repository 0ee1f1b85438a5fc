import { sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'

/** When an authority published its page for the first time; undefined: not yet. */
export async function firstPublished(db: Db | ReadDb, authority: string): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(published_at) as at from published.snapshot where authority = ${authority}`.execute(db)
  const at = rows[0]?.at
  return at ? Temporal.Instant.fromEpochMilliseconds(at.getTime()) : undefined
}

/** How many towns of a country have a page that families read. @param country upper case. */
export async function countPages(db: Db, country: string): Promise<number> {
  const { count } = await db
    .selectFrom('published.current_snapshot as page')
    .innerJoin('published.authority as town', 'town.id', 'page.authority')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('page.country', '=', country)
    .where('town.kind', '=', 'municipality')
    .where('town.status', '=', 'active')
    .executeTakeFirstOrThrow()
  return Number(count)
}
