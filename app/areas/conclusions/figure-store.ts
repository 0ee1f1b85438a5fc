/** Counts of what is public, by which the first conclusions are followed. */
import { sql } from 'kysely'
import type { ReadDb } from '../../platform/db/tables.ts'
import type { Figure } from './figure-rules.ts'

const inForce = sql`published.signatory where status = 'signed'`

/** @param year of the European Day. */
const counts = (year: number): Readonly<Record<Figure, ReturnType<typeof sql>>> => ({
  signatories: sql`select count(*) from ${inForce}`,
  countries: sql`select count(distinct country) from ${inForce}`,
  plans: sql`select count(*) from published.plan`,
  reports: sql`select count(*) from published.report`,
  'help-pages': sql`select count(*) from published.current_snapshot`,
  practices: sql`select count(*) from published.practice where status = 'published'`,
  associations: sql`select count(*) from ${inForce} and kind = 'association'`,
  resources: sql`select count(*) from published.resource where withdrawn_at is null`,
  'resource-languages': sql`
    select count(distinct one) from published.resource, unnest(languages) as one where withdrawn_at is null`,
  events: sql`select count(*) from published.event where year = ${year} and status = 'planned'`,
  'plans-with-article': sql`
    select count(distinct plan) from published.measure_state
    where until is null and state <> 'dropped' and cardinality(articles) > 0`,
})

export async function countFigures(db: ReadDb, year: number): Promise<ReadonlyMap<Figure, number>> {
  const all = Object.entries(counts(year)) as [Figure, ReturnType<typeof sql>][]
  const columns = all.map(([figure, count]) => sql`(${count})::integer as ${sql.ref(figure)}`)
  const { rows } = await sql<Record<Figure, number>>`select ${sql.join(columns)}`.execute(db)
  return new Map(all.map(([figure]) => [figure, rows[0]?.[figure] ?? 0]))
}
