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

export interface ArticleMeasure {
  readonly id: string
  readonly plan: string
  readonly title: string
  /** Code of the language of the title. */
  readonly language: string
  readonly town: {
    readonly id: string
    readonly country: string
    readonly slug: string
    readonly name: string
    readonly names: Readonly<Record<string, string>>
  }
}

/** The newest measures for an article that towns let others begin with, one of a town: ten of one town would hide nine. */
export async function measuresOfArticle(db: ReadDb, article: number, most: number): Promise<ArticleMeasure[]> {
  const { rows } = await sql<ArticleMeasure>`
    select measure as id, plan, title, language,
      json_build_object('id', a.id, 'country', a.country, 'slug', a.slug, 'name', a.name, 'names', a.names) as town
    from (
      select distinct on (authority) measure, plan, title, language, authority, shared_at
      from published.shared_measure where ${article}::smallint = any(articles)
      order by authority, shared_at desc, measure
    ) newest
    join published.authority a on a.id = newest.authority
    where a.status = 'active'
    order by shared_at desc, measure limit ${most}`.execute(db)
  return rows
}
