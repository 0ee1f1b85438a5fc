/** The authorities of whole countries: what they offer, every town of the country inherits. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory } from './directory-store.ts'
import { foldings } from './fold.ts'
import { type Authority, slugFor } from './rules.ts'

/** Those of a country that are active: one, and in a demonstration a fictional one. @param country upper case. */
export async function nationalAuthorities(db: Directory, country: string): Promise<Authority[]> {
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.authority a
    where a.country = ${country} and a.kind = 'country' and a.status = 'active' order by a.demonstration, a.id`.execute(
    db,
  )
  return rows.map(authorityOf)
}

export type NewNational = Pick<
  Authority,
  'id' | 'country' | 'name' | 'names' | 'officialLanguages' | 'timeZone' | 'demonstration'
>

/** Its slug is no town's: towns are often called as their country is. */
const slugWords = 'national services'

/**
 * The authority of a country that has none. Two who ask at once get the same one.
 *
 * @returns its slug, and whether it was made now.
 */
export async function ensureNational(
  tx: Tx,
  given: NewNational,
  at: Temporal.Instant,
): Promise<{ readonly slug: string; readonly made: boolean }> {
  const { country, demonstration } = given
  await sql`select pg_advisory_xact_lock(hashtextextended(${`national:${country}`}, 0))`.execute(tx)
  const known = (await nationalAuthorities(tx, country)).find((one) => one.demonstration === demonstration)
  if (known) return { slug: known.slug, made: false }
  const { rows } = await sql<{ slug: string }>`
    select slug from published.authority where country = ${country}
    union select slug from published.former_slug where country = ${country}`.execute(tx)
  const taken = new Set(rows.map((row) => row.slug))
  const slug = slugFor(slugWords, (one) => taken.has(one), country.toLowerCase())
  const { officialLanguages, timeZone, names, ...facts } = given
  await tx
    .insertInto('published.authority')
    .values({
      ...facts,
      kind: 'country',
      slug,
      names: JSON.stringify(names),
      official_languages: [...officialLanguages],
      time_zone: timeZone,
      latitude: null,
      longitude: null,
      population: null,
      population_year: null,
      domains: [],
      status: 'active',
      successor: null,
      source: 'opened by whoever keeps the services of the country',
      facts_sha256: '',
      changed_at: new Date(at.epochMilliseconds),
    })
    .execute()
  await writeNames(tx, given)
  return { slug, made: true }
}

async function writeNames(tx: Tx, { id, country, name, names }: NewNational): Promise<void> {
  const all = [[null, name] as const, ...Object.entries(names)]
  const rows = all.flatMap(([language, text]) =>
    foldings(text).map((folded) => ({ authority: id, country, kind: 'name', language, name: text, folded })),
  )
  await tx
    .insertInto('published.authority_name')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** How many towns a country has here. @param country upper case. */
export async function townsIn(db: Directory, country: string): Promise<number> {
  const { rows } = await sql<{ towns: number }>`
    select count(*)::int as towns from published.authority
    where country = ${country} and kind = 'municipality' and status = 'active'`.execute(db)
  return rows[0]?.towns ?? 0
}
