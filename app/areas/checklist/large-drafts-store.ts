/** Which towns have so many services that reading all of them takes a while. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'

/** Towns with as many drafted services or more, the largest first. */
export async function largeDrafts(
  db: Db,
  least: number,
): Promise<readonly { readonly authority: string; readonly services: number }[]> {
  const { rows } = await sql<{ authority: string; services: number }>`
    select authority, count(*)::integer as services from office.draft_service where removed_at is null
    group by authority having count(*) >= ${least} order by count(*) desc, authority limit 100`.execute(db)
  return rows
}
