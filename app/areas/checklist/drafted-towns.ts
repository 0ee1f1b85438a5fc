import type { Db } from '../../platform/db/tables.ts'

/** Ids of all authorities that have anything in draft, in no particular order. */
export async function authoritiesWithDrafts(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('office.draft_service')
    .select('authority')
    .union(db.selectFrom('office.draft_answer').select('authority'))
    .union(db.selectFrom('office.draft_page').select('authority'))
    .execute()
  return rows.map(({ authority }) => authority)
}
