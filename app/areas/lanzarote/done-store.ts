/** What towns do, as counts. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'

/** How many towns, districts and regions publish a service of each kind; a kind that none has is left out. */
export async function countPublishers(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; publishers: number }>`
    select each.kind, count(*)::integer as publishers
    from (select distinct authority, unnest(kinds) as kind from published.service) each
    join published.authority a on a.id = each.authority
    where a.status = 'active' and a.kind <> 'country'
    group by each.kind`.execute(db)
  return new Map(rows.map(({ kind, publishers }) => [kind, publishers]))
}

/** In how many published plans there is a measure for each article; one that was dropped is none. */
export async function countPlans(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ article: string; plans: number }>`
    select article::text, count(distinct plan)::integer as plans
    from published.measure_state, unnest(articles) as article
    where until is null and state <> 'dropped' group by 1`.execute(db)
  return new Map(rows.map(({ article, plans }) => [article, plans]))
}
