/** Reads the directory of authorities. The handle comes first: the reader's, the writer's, or a transaction. */
import { sql } from 'kysely'
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Authority } from './rules.ts'

export type Directory = Db | ReadDb

/** The columns of `published.authority a` in the shape of `Authority`; `point` is left in two columns. */
export const authorityColumns = sql`a.id, a.kind, a.country, a.slug, a.name, a.names,
  a.official_languages as "officialLanguages", a.time_zone as "timeZone", a.latitude, a.longitude, a.population,
  a.population_year as "populationYear", a.status, a.successor, a.demonstration`

export type AuthorityRow = Omit<Authority, 'point'> & { latitude: number | null; longitude: number | null }

/** Copies the known columns: a row may carry more, and none of that shall travel on by accident. */
export function authorityOf(row: AuthorityRow): Authority {
  const { id, kind, country, slug, name, names, officialLanguages, timeZone } = row
  const { latitude, longitude, population, populationYear, status, successor, demonstration } = row
  const point = latitude === null || longitude === null ? null : { latitude, longitude }
  const facts = { population, populationYear, status, successor, demonstration }
  return { id, kind, country, slug, name, names, officialLanguages, timeZone, point, ...facts }
}

export async function readAuthority(db: Directory, id: string): Promise<Authority | undefined> {
  return (await readAuthorities(db, [id]))[0]
}

/** In no particular order; ids that do not exist are left out. */
export async function readAuthorities(db: Directory, ids: readonly string[]): Promise<Authority[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.authority a where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows.map(authorityOf)
}

/** The domains that the authority itself uses for web and mail, as its official list says; none for an unknown one. */
export async function domainsOf(db: Directory, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ domains: string[] }>`
    select domains from published.authority where id = ${id}::uuid`.execute(db)
  return rows[0]?.domains ?? []
}

/**
 * The narrowest NUTS code of an authority and the areas it belongs to; undefined where the imported lists have none.
 *
 * @param areas the authority and its areas, as of `areasOf`.
 */
export async function nutsCodeOf(db: Directory, areas: readonly string[]): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select code from published.authority_code
    where authority = any(${[...areas]}::uuid[]) and scheme = 'NUTS' and valid_to = 'infinity'
    order by length(code) desc, code limit 1`.execute(db)
  return rows[0]?.code
}

/** An official code; without a country or a scheme it is looked for in all of them. */
export type OfficialCode = {
  readonly code: string
  /** In either case. */
  readonly country?: string | undefined
  /** As imported: LAU, NUTS, … */
  readonly scheme?: string | undefined
  readonly on: Temporal.PlainDate
}

/** The authorities an official code stands for on a day, each once. */
export async function findByOfficialCode(db: Directory, wanted: OfficialCode): Promise<Authority[]> {
  const day = sql`${wanted.on.toString()}::date`
  const country = wanted.country ? sql`and c.country = ${wanted.country.toUpperCase()}` : sql``
  const scheme = wanted.scheme ? sql`and c.scheme = ${wanted.scheme.toUpperCase()}` : sql``
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.authority a where a.id in (
      select c.authority from published.authority_code c
      where c.code = ${wanted.code} and c.valid_from <= ${day} and ${day} < c.valid_to ${country} ${scheme}
    ) order by a.country, a.id`.execute(db)
  return rows.map(authorityOf)
}

/** The authority whose official code, of any scheme, this is today. @param country in either case. */
export async function readAuthorityByCode(
  db: Directory,
  country: string,
  code: string,
): Promise<Authority | undefined> {
  return (await findByOfficialCode(db, { country, code, on: Temporal.Now.plainDateISO('UTC') }))[0]
}

export type FoundBySlug =
  | { readonly authority: Authority; readonly movedTo?: undefined }
  | { readonly authority?: undefined; readonly movedTo: { readonly country: string; readonly slug: string } }

/**
 * What an address stands for: the authority itself, or where it has moved: from a former slug, or from a merged
 * authority to the last successor of the chain. @param country in either case.
 */
export async function findBySlug(db: Directory, country: string, slug: string): Promise<FoundBySlug | undefined> {
  const iso = country.toUpperCase()
  const found = (await withSlug(db, iso, slug)) ?? (await withFormerSlug(db, iso, slug))
  if (!found) return undefined
  const last = (await finalSuccessors(db, [found])).get(found.id) ?? found
  if (last.slug === slug && last.country === iso) return { authority: last }
  return { movedTo: { country: last.country, slug: last.slug } }
}

async function withSlug(db: Directory, iso: string, slug: string): Promise<Authority | undefined> {
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.authority a where a.country = ${iso} and a.slug = ${slug}`.execute(db)
  return rows.map(authorityOf)[0]
}

async function withFormerSlug(db: Directory, iso: string, slug: string): Promise<Authority | undefined> {
  const { rows } = await sql<AuthorityRow>`
    select ${authorityColumns} from published.former_slug f join published.authority a on a.id = f.authority
    where f.country = ${iso} and f.slug = ${slug}`.execute(db)
  return rows.map(authorityOf)[0]
}

/**
 * By id of each merged authority, the one at the end of its chain of mergers. One whose chain has no end is left out,
 * and so are those that are not merged.
 */
export async function finalSuccessors(db: Directory, from: readonly Authority[]): Promise<Map<string, Authority>> {
  const merged = from.filter((one) => one.successor !== null).map((one) => one.id)
  if (merged.length === 0) return new Map()
  // `union` drops pairs already seen, so that a cycle ends.
  const { rows } = await sql<AuthorityRow & { start: string }>`
    with recursive chain (start, id) as (
      select id, successor from published.authority where id = any(${merged}::uuid[])
      union
      select chain.start, s.successor from chain join published.authority s on s.id = chain.id
      where s.successor is not null
    )
    select chain.start, ${authorityColumns} from chain join published.authority a on a.id = chain.id
    where a.successor is null`.execute(db)
  return new Map(rows.map((row) => [row.start, authorityOf(row)]))
}

/**
 * Rows `up (id)`, for `with recursive`: the authority itself and every area it belongs to, directly or through others. An
 * area that was merged counts together with its successors, one that was split with its parts: of which of them the town is
 * a part only its own list says. Every authority belongs to the authority of kind country of its country, where there is
 * one; a fictional country has fictional towns only.
 */
export const upFrom = (id: string) => sql`up (id) as (
  select ${id}::uuid
  union
  select link.area from up join lateral (
    select area from published.authority_area where authority = up.id
    union all
    select successor from published.authority
    where authority.id = up.id and up.id <> ${id}::uuid and successor is not null
    union all
    select part from published.split_part split
    join published.authority whole on whole.id = split.authority and whole.status = 'split'
    where split.authority = up.id and up.id <> ${id}::uuid
    union all
    select state.id from published.authority self join published.authority state
      on state.country = self.country and state.kind = 'country' and state.status = 'active'
        and state.demonstration = self.demonstration
    where self.id = up.id and up.id = ${id}::uuid
  ) link on true
)`

/** The authority itself, first, and every area it belongs to, as `upFrom` has them: what it inherits services from. */
export async function areasOf(db: Directory, id: string): Promise<Authority[]> {
  const { rows } = await sql<AuthorityRow>`
    with recursive ${upFrom(id)}
    select ${authorityColumns} from up join published.authority a on a.id = up.id
    order by a.id <> ${id}::uuid,
      array_position(array['municipality', 'joint', 'district', 'region', 'country'], a.kind),
      a.name, a.id`.execute(db)
  return rows.map(authorityOf)
}

/** By code, the authorities that have one of these codes without an end. @param codes their countries in upper case. */
export async function idsByCode(
  db: Directory,
  scheme: string,
  codes: readonly { readonly country: string; readonly code: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ code: string; authority: string }>`
    select known.code, known.authority from published.authority_code known
    join jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as given (country text, code text)
      on known.country = given.country and known.code = given.code
    where known.scheme = ${scheme} and known.valid_to = 'infinity'`.execute(db)
  return new Map(rows.map(({ code, authority }) => [code, authority]))
}
