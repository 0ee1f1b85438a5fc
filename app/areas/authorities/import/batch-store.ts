/** How what becomes of staged rows is written: one statement a batch. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import { foldings } from '../fold.ts'
import type { AuthorityFacts } from './merge-facts.ts'
import type { StagedRow } from './staged-store.ts'

/** `country/slug` of those that are or were somebody's. */
export async function takenSlugs(
  tx: Tx,
  wanted: readonly { readonly country: string; readonly slug: string }[],
): Promise<string[]> {
  const taken = await sql<{ country: string; slug: string }>`
    with wanted as materialized (
      select distinct * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as t (country text, slug text)
    )
    select country, slug from wanted join published.authority using (country, slug)
    union
    select country, slug from wanted join published.former_slug using (country, slug)`.execute(tx)
  return taken.rows.map(({ country, slug }) => `${country}/${slug}`)
}

export type Outcome = { readonly row: StagedRow; readonly facts: AuthorityFacts; readonly sha256: string }
export type Addition = Outcome & { readonly slug: string }

function record({ row, facts, sha256 }: Outcome) {
  return {
    id: row.authority,
    country: row.country,
    kind: facts.kind,
    name: facts.name,
    names: facts.names,
    official_languages: facts.officialLanguages,
    time_zone: facts.timeZone,
    latitude: facts.latitude,
    longitude: facts.longitude,
    population: facts.population,
    population_year: facts.populationYear,
    children: facts.children ?? null,
    children_year: facts.childrenYear ?? null,
    domains: facts.domains,
    source: facts.source,
    facts_sha256: sha256,
  }
}

const recordColumns = sql`id uuid, country text, kind text, name text, names jsonb, official_languages text[],
  time_zone text, latitude float8, longitude float8, population int, population_year int, children int, children_year int,
  domains text[], source text,
  facts_sha256 text`
const assigned = sql.raw(
  ['kind', 'name', 'names', 'official_languages', 'time_zone', 'latitude', 'longitude', 'population']
    .concat(['population_year', 'children', 'children_year', 'domains', 'source', 'facts_sha256'])
    .map((column) => `${column} = t.${column}`)
    .join(', '),
)

export async function insertAuthorities(
  tx: Tx,
  added: readonly Addition[],
  mark: { readonly at: Temporal.Instant; readonly demonstration: boolean },
): Promise<void> {
  const records = added.map((each) => ({ ...record(each), slug: each.slug }))
  await sql`
    insert into published.authority (id, country, kind, name, names, official_languages, time_zone, latitude, longitude,
      population, population_year, children, children_year, domains, source, facts_sha256, slug, demonstration, changed_at)
    select t.*, ${mark.demonstration}::boolean, ${new Date(mark.at.epochMilliseconds)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as t (${recordColumns}, slug text)`.execute(tx)
}

export async function updateAuthorities(tx: Tx, changed: readonly Outcome[], at: Temporal.Instant): Promise<void> {
  await sql`
    update published.authority a set ${assigned}, changed_at = ${new Date(at.epochMilliseconds)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(changed.map(record))}::jsonb) as t (${recordColumns})
    where a.id = t.id`.execute(tx)
}

export async function writeCodes(tx: Tx, rows: readonly StagedRow[]): Promise<void> {
  const codes = rows.map(({ authority, country, scheme, code, validFrom, validUntil, known }) => ({
    ...{ authority, country, scheme, code, valid_from: validFrom, valid_to: validUntil },
    was_from: known?.validFrom ?? null,
  }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as t (authority uuid, country text,
    scheme text, code text, valid_from date, valid_to date, was_from date)`
  // Not an update: the trigger that guards against overlaps would meet the row's own earlier form.
  await sql`
    delete from published.authority_code c using ${given}
    where c.country = t.country and c.scheme = t.scheme and c.code = t.code and c.valid_from = t.was_from`.execute(tx)
  await sql`
    insert into published.authority_code (authority, country, scheme, code, valid_from, valid_to)
    select authority, country, scheme, code, valid_from, valid_to from ${given}`.execute(tx)
}

type NameRow = { readonly kind: 'name' | 'alias' | 'former'; readonly language: string | null; readonly name: string }

function nameRows(facts: AuthorityFacts): NameRow[] {
  return [
    { kind: 'name', language: null, name: facts.name },
    ...Object.entries(facts.names).map(([language, name]) => ({ kind: 'name', language, name }) as const),
    ...facts.aliases.map((name) => ({ kind: 'alias', language: null, name }) as const),
    ...facts.formerNames.map((name) => ({ kind: 'former', language: null, name }) as const),
  ]
}

/** Replaces every name of the authorities, in every folded form. */
export async function writeNames(tx: Tx, outcomes: readonly Outcome[]): Promise<void> {
  const known = outcomes.filter(({ row }) => row.known !== null).map(({ row }) => row.authority)
  if (known.length > 0)
    await sql`delete from published.authority_name where authority = any(${known}::uuid[])`.execute(tx)
  const names = outcomes.flatMap(({ row, facts }) =>
    nameRows(facts).flatMap((each) =>
      foldings(each.name).map((folded) => ({ authority: row.authority, country: row.country, ...each, folded })),
    ),
  )
  await sql`
    insert into published.authority_name (authority, country, kind, language, name, folded)
    select * from jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
      as t (authority uuid, country text, kind text, language text, name text, folded text)
    on conflict do nothing`.execute(tx)
}

/** Their links are written once every authority of the file exists. */
export async function touchRows(tx: Tx, rows: readonly StagedRow[]): Promise<void> {
  await sql`insert into import_touched select unnest(${rows.map(({ line }) => line)}::int[])`.execute(tx)
}
