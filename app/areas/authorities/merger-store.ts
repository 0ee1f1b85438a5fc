/** What a new official list changes about authorities that are known: mergers, and codes that become others. */
import { sql } from 'kysely'
import { createBreath } from '../../platform/breath.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { type AuthorityRow, authorityColumns, authorityOf, type Directory } from './directory-store.ts'
import type { Authority, AuthorityKind } from './rules.ts'

export type CodedAuthority = {
  readonly authority: Authority
  readonly scheme: string
  readonly code: string
}

/** Active authorities of a country with their codes on a day; of several codes in one scheme the newest. */
export async function authoritiesOn(
  db: Db,
  wanted: { readonly country: string; readonly demonstration: boolean; readonly on: string },
): Promise<CodedAuthority[]> {
  const { rows } = await sql<AuthorityRow & { scheme: string; code: string }>`
    select distinct on (a.id, c.scheme) ${authorityColumns}, c.scheme, c.code
    from published.authority a join published.authority_code c on c.authority = a.id
    where a.country = ${wanted.country} and a.status = 'active' and a.demonstration = ${wanted.demonstration}
      and c.valid_from <= ${wanted.on}::date and ${wanted.on}::date < c.valid_to
    order by a.id, c.scheme, c.valid_from desc, c.code`.execute(db)
  return rows.map((row) => ({ authority: authorityOf(row), scheme: row.scheme, code: row.code }))
}

/** What a list says of an authority, as far as it is compared. */
export interface CodedPlace {
  readonly id: string
  readonly kind: AuthorityKind
  readonly name: string
  readonly population: number | null
  readonly point: { readonly latitude: number; readonly longitude: number } | null
  readonly scheme: string
  readonly code: string
}

/** In one statement: on the embedded database nobody else is served meanwhile. */
const inOneGo = 500

/**
 * As `authoritiesOn`, a few at a time, for work that lets others through. Each statement answers with one text: taking
 * thousands of rows apart takes longer than finding them.
 */
export async function codedPlaces(
  db: Db,
  wanted: { readonly country: string; readonly demonstration: boolean; readonly on: string },
): Promise<CodedPlace[]> {
  const breath = createBreath()
  const all: CodedPlace[] = []
  const { rows } = await sql<{ ids: string | null }>`
    select string_agg(id::text, ',' order by id) as ids from published.authority
    where country = ${wanted.country} and status = 'active' and demonstration = ${wanted.demonstration}`.execute(db)
  const ids = rows[0]?.ids?.split(',') ?? []
  for (let from = 0; from < ids.length; from += inOneGo) {
    await breath()
    all.push(...(await placesOf(db, ids.slice(from, from + inOneGo), wanted.on)))
  }
  return all
}

async function placesOf(db: Db, ids: readonly string[], on: string): Promise<CodedPlace[]> {
  const { rows } = await sql<{ places: CodedPlace[] | null }>`
    select json_agg(json_build_object('id', id, 'kind', kind, 'name', name, 'population', population, 'point', point,
      'scheme', scheme, 'code', code)) as places
    from (
      select distinct on (a.id, c.scheme) a.id, a.kind, a.name, a.population, c.scheme, c.code,
        case when a.latitude is not null and a.longitude is not null
          then json_build_object('latitude', a.latitude, 'longitude', a.longitude) end as point
      from published.authority a join published.authority_code c on c.authority = a.id
      where a.id = any(${`{${ids.join(',')}}`}::uuid[]) and c.valid_from <= ${on}::date and ${on}::date < c.valid_to
      order by a.id, c.scheme, c.valid_from desc, c.code
    ) one`.execute(db)
  return rows[0]?.places ?? []
}

/** So many say enough about which scheme is used most. */
const mostCounted = 1_000

/** The schemes of codes that authorities of a country have, the most used first. @param country upper case. */
export async function codeSchemes(db: Db, country: string): Promise<string[]> {
  // From one scheme to the next along the index, instead of through all codes of the country.
  const { rows } = await sql<{ scheme: string }>`
    with recursive found (scheme) as (
      select min(scheme) from published.authority_code where country = ${country}
      union all
      select (select min(c.scheme) from published.authority_code c
        where c.country = ${country} and c.scheme > found.scheme) from found where found.scheme is not null
    ), counted as (
      select found.scheme, (select count(*) from (
        select from published.authority_code c join published.authority a on a.id = c.authority
        where c.country = ${country} and c.scheme = found.scheme and a.status = 'active' limit ${mostCounted}) few
      ) as uses from found where found.scheme is not null
    )
    select scheme from counted where uses > 0 order by uses desc, scheme`.execute(db)
  return rows.map(({ scheme }) => scheme)
}

/** Whether all that is known of a country is fictional. @param country upper case. */
export async function onlyFictional(db: Db, country: string): Promise<boolean> {
  const { rows } = await sql<{ only: boolean | null }>`
    select bool_and(demonstration) as only from published.authority where country = ${country}`.execute(db)
  return rows[0]?.only ?? false
}

/** One code ends the day before, the other begins: the authority stays the same. */
export async function giveCode(
  tx: Tx,
  authority: string,
  given: { readonly scheme: string; readonly code: string; readonly on: string },
): Promise<void> {
  await endCodes(tx, authority, given.on, given.scheme)
  const country = sql`(select country from published.authority where id = ${authority}::uuid)`
  await sql`
    insert into published.authority_code (authority, country, scheme, code, valid_from)
    values (${authority}::uuid, ${country}, ${given.scheme}, ${given.code}, ${given.on}::date)`.execute(tx)
}

export async function endCodes(tx: Tx, authority: string, on: string, scheme: string | null): Promise<void> {
  await sql`
    update published.authority_code set valid_to = ${on}::date
    where authority = ${authority}::uuid and valid_to > ${on}::date and valid_from < ${on}::date
      and scheme = coalesce(${scheme}::text, scheme)`.execute(tx)
}

/** The record stays and points to its successor; its codes end the day before. What it belonged to stays as it was. */
export async function mergeInto(
  tx: Tx,
  from: string,
  into: string,
  given: { readonly on: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`
    update published.authority
    set status = 'merged', successor = ${into}::uuid, facts_sha256 = 'merged',
      changed_at = ${new Date(given.at.epochMilliseconds)}::timestamptz
    where id = ${from}::uuid`.execute(tx)
  await endCodes(tx, from, given.on, null)
}

/** Who took another in has the inhabitants and children of both, where they were counted in the same year. */
export async function addCounts(tx: Tx, from: string, into: string): Promise<void> {
  const sum = (count: 'population' | 'children') => {
    const [counted, year] = [sql.ref(count), sql.ref(`${count}_year`)]
    return sql`case when kept.${year} is not distinct from gone.${year}
      then kept.${counted} + coalesce(gone.${counted}, 0) else kept.${counted} end`
  }
  await sql`
    update published.authority kept set population = ${sum('population')}, children = ${sum('children')}
    from published.authority gone where kept.id = ${into}::uuid and gone.id = ${from}::uuid`.execute(tx)
}

/** What the merged one had published, and what it showed of others, is shown by its successor until that publishes. */
export async function inherit(tx: Tx, from: string, into: string, since: string): Promise<void> {
  // A part of a town that was split may come back to another part of it, which shows the same already.
  await sql`
    delete from published.inheritance gone using published.inheritance kept
    where gone.authority = ${from}::uuid and kept.authority = ${into}::uuid
      and kept.predecessor = gone.predecessor`.execute(tx)
  await sql`
    delete from published.inheritance where authority = ${from}::uuid and predecessor = ${into}::uuid`.execute(tx)
  await sql`update published.inheritance set authority = ${into}::uuid where authority = ${from}::uuid`.execute(tx)
  await sql`
    insert into published.inheritance (predecessor, authority, since)
    select authority, ${into}::uuid, ${since}::date from published.current_snapshot where authority = ${from}::uuid
    on conflict (predecessor, authority) do update set since = excluded.since`.execute(tx)
}

export type Predecessor = { readonly authority: Authority; readonly since: Temporal.PlainDate }

/** Those that were merged into an authority and whose published facts it shows for now, by name. */
export async function inheritedFrom(db: Directory, authority: string): Promise<Predecessor[]> {
  const { rows } = await sql<AuthorityRow & { since: string }>`
    select ${authorityColumns}, i.since::text as since
    from published.inheritance i join published.authority a on a.id = i.predecessor
    where i.authority = ${authority}::uuid and not i.shared order by a.name, a.id`.execute(db)
  return rows.map((row) => ({ authority: authorityOf(row), since: Temporal.PlainDate.from(row.since) }))
}

/** The authority, or at the end of its mergers the one that has taken its place. */
export async function readCurrentAuthority(db: Directory, id: string): Promise<Authority | undefined> {
  const { rows } = await sql<AuthorityRow>`
    with recursive chain (id, successor) as (
      select id, successor from published.authority where id = ${id}::uuid
      union
      select next.id, next.successor from chain join published.authority next on next.id = chain.successor
    )
    select ${authorityColumns} from chain join published.authority a on a.id = chain.id
    where a.successor is null`.execute(db)
  return rows.map(authorityOf)[0]
}
