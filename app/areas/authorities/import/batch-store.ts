/** Staged rows with what is known of their authorities, and how the outcome is written: one statement a batch. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import { foldings } from '../fold.ts'
import type { AuthorityFacts, KnownFacts } from './merge-facts.ts'
import type { RowFacts } from './row.ts'

export type StagedRow = {
  readonly line: number
  readonly country: string
  readonly scheme: string
  readonly code: string
  readonly authority: string
  readonly facts: RowFacts
  /** Ids; null where the file has no such column. */
  readonly areas: readonly string[] | null
  readonly mergerGiven: boolean
  readonly successor: string | null
  /** What the row leaves open is as known; `-infinity` and `infinity` where no day is known. */
  readonly validFrom: string
  readonly validUntil: string
  /** Null for an authority that is new. */
  readonly known: (KnownFacts & KnownRow) | null
  /** One of its further codes is not known yet. */
  readonly codesMissing: boolean
}
export type KnownRow = { readonly sha256: string; readonly validFrom: string; readonly validUntil: string }

const batchSize = 1_000

/** The next rows by line. */
export async function readBatch(tx: Tx, afterLine: number, today: Temporal.PlainDate): Promise<StagedRow[]> {
  const { rows } = await sql<StagedRow>`
    with batch as materialized (select * from import_row where line > ${afterLine} order by line limit ${batchSize})
    select r.line, r.country, r.scheme, r.code, r.authority, r.facts, r.merger_given as "mergerGiven",
      case when r.areas_given then coalesce(
        (select jsonb_agg(distinct target) from import_link l where l.line = r.line and relation = 'area'),
        '[]') end as areas,
      (select target from import_link l where l.line = r.line and relation = 'merger') as successor,
      coalesce(r.valid_from, c.valid_from, '-infinity')::text as "validFrom",
      coalesce(r.valid_until, c.valid_to, 'infinity')::text as "validUntil",
      not r.fresh and exists (
        select from import_code k where k.line = r.line and not exists (
          select from published.authority_code has
          where has.authority = r.authority and has.country = r.country and has.scheme = k.scheme and has.code = k.code
            and ${today.toString()}::date < has.valid_to)
      ) as "codesMissing",
      case when not r.fresh then jsonb_build_object(
        'kind', a.kind, 'name', a.name, 'names', a.names, 'officialLanguages', a.official_languages,
        'timeZone', a.time_zone, 'latitude', a.latitude, 'longitude', a.longitude, 'population', a.population,
        'populationYear', a.population_year, 'children', a.children, 'childrenYear', a.children_year, 'domains', a.domains, 'source', a.source, 'successor', a.successor,
        'areas', coalesce((select jsonb_agg(area) from published.authority_area
          where authority = a.id and by_list), '[]'),
        'aliases', coalesce((select jsonb_agg(distinct name) from published.authority_name
          where authority = a.id and kind = 'alias'), '[]'),
        'formerNames', coalesce((select jsonb_agg(distinct name) from published.authority_name
          where authority = a.id and kind = 'former'), '[]'),
        'sha256', a.facts_sha256, 'validFrom', c.valid_from::text, 'validUntil', c.valid_to::text) end as known
    from batch r
    left join published.authority a on a.id = r.authority and not r.fresh
    left join lateral (
      select valid_from, valid_to from published.authority_code c
      where c.authority = a.id and c.country = r.country and c.scheme = r.scheme and c.code = r.code
        and daterange(valid_from, valid_to)
          && daterange(coalesce(r.valid_from, '-infinity'), coalesce(r.valid_until, 'infinity'))
      order by ${today.toString()}::date <@ daterange(valid_from, valid_to) desc, valid_from desc limit 1
    ) c on true
    order by r.line`.execute(tx)
  return rows
}

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
  await sql`update import_row set touched = true where line = any(${rows.map(({ line }) => line)}::int[])`.execute(tx)
}
