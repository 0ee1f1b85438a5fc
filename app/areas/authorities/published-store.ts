/** Which authorities have published a page. */
import { sql } from 'kysely'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory } from './directory-store.ts'
import type { Authority } from './rules.ts'

/** Ids of those that show something: a page of their own, or what towns had published whose place they have taken. */
const showing = sql`
  select authority from published.current_snapshot union select authority from published.inheritance`

/**
 * Towns, districts and regions of a country that have published, in the order of the database by name: the embedded database has no
 * order of any language, so a page that shows them sorts them with Intl.Collator.
 *
 * @param country in either case.
 * @param page `after`: what `next` was on the page before.
 * @returns `next` is undefined on the last page.
 */
export async function publishedTowns(
  db: Directory,
  country: string,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly towns: Authority[]; readonly next: string | undefined }> {
  const iso = country.toUpperCase()
  const after = page.after
    ? sql`and (a.name, a.slug) > (
        select name, slug from published.authority where country = ${iso} and slug = ${page.after})`
    : sql``
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from (${showing}) c join published.authority a on a.id = c.authority
    where a.country = ${iso} and a.kind <> 'country' and a.status = 'active' ${after}
    order by a.name, a.slug limit ${page.limit + 1}`.execute(db)
  const towns = rows.slice(0, page.limit).map(authorityOf)
  return { towns, next: rows.length > page.limit ? towns.at(-1)?.slug : undefined }
}

export type PublishedCount = {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly towns: number
  /** True where all of them are fictional. */
  readonly demonstration: boolean
}

/**
 * Where they lie, gathered in a grid.
 *
 * @param perDegree lines of the grid.
 * @returns beside them how many lie nobody knows where.
 */
export async function publishedSpots(
  db: Directory,
  perDegree: number,
): Promise<{
  readonly spots: readonly { readonly latitude: number; readonly longitude: number; readonly entries: number }[]
  readonly nowhere: number
}> {
  const { rows } = await sql<{ latitude: number | null; longitude: number | null; entries: number }>`
    select floor(a.latitude * ${perDegree}) as latitude, floor(a.longitude * ${perDegree}) as longitude,
      count(*)::integer as entries
    from (${showing}) c join published.authority a on a.id = c.authority
    where a.kind = 'municipality' and a.status = 'active' group by 1, 2`.execute(db)
  const middle = (line: number) => (line + 0.5) / perDegree
  const spots = rows.flatMap(({ latitude, longitude, entries }) =>
    latitude === null || longitude === null
      ? []
      : [{ latitude: middle(latitude), longitude: middle(longitude), entries }],
  )
  const nowhere = rows.reduce((sum, { latitude, entries }) => (latitude === null ? sum + entries : sum), 0)
  return { spots, nowhere }
}

/** How many towns have published, by country; a country with none is left out. */
export async function countPublished(db: Directory): Promise<PublishedCount[]> {
  const { rows } = await sql<PublishedCount>`
    select a.country, count(*)::int as towns, bool_and(a.demonstration) as demonstration
    from (${showing}) c join published.authority a on a.id = c.authority
    where a.kind = 'municipality' and a.status = 'active' group by a.country order by a.country`.execute(db)
  return rows
}
