/** Staged rows with what is known of their authorities: two statements a batch, the second where anything is known. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import type { KnownFacts } from './merge-facts.ts'
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

type Staged = Omit<StagedRow, 'validFrom' | 'validUntil' | 'known' | 'codesMissing'> & {
  readonly validFrom: string | null
  readonly validUntil: string | null
  readonly fresh: boolean
}
type Known = Pick<StagedRow, 'line' | 'codesMissing'> & { readonly known: KnownFacts & KnownRow }

const batchSize = 1_000

/** The next rows by line. */
export async function readBatch(tx: Tx, afterLine: number, today: Temporal.PlainDate): Promise<StagedRow[]> {
  const staged = await readStaged(tx, afterLine)
  const lines = staged.filter(({ fresh }) => !fresh).map(({ line }) => line)
  const known = new Map((await readKnown(tx, lines, today)).map((each) => [each.line, each]))
  return staged.map(({ fresh: _, ...row }) => {
    const { known: facts = null, codesMissing = false } = known.get(row.line) ?? {}
    return {
      ...{ ...row, known: facts, codesMissing },
      validFrom: row.validFrom ?? facts?.validFrom ?? '-infinity',
      validUntil: row.validUntil ?? facts?.validUntil ?? 'infinity',
    }
  })
}

async function readStaged(tx: Tx, afterLine: number): Promise<Staged[]> {
  const { rows } = await sql<Staged>`
    select r.line, r.country, r.scheme, r.code, r.authority, r.facts, r.merger_given as "mergerGiven", r.fresh,
      case when r.areas_given then coalesce(links.areas, '[]') end as areas, links.successor,
      r.valid_from::text as "validFrom", r.valid_until::text as "validUntil"
    from import_row r left join lateral (
      select jsonb_agg(target) filter (where relation = 'area') as areas,
        max(target::text) filter (where relation = 'merger') as successor
      from import_link l where l.line = r.line
    ) links on true
    where r.line > ${afterLine} order by r.line limit ${batchSize}`.execute(tx)
  return rows
}

/** By one walk of an index for each row, whatever the planner knows of tables that this very transaction has filled. */
async function readKnown(tx: Tx, lines: readonly number[], today: Temporal.PlainDate): Promise<Known[]> {
  if (lines.length === 0) return []
  const on = sql`${today.toString()}::date`
  const { rows } = await sql<Known>`
    select r.line, exists (
        select from import_code k where k.line = r.line and not exists (
          select from published.authority_code has
          where has.authority = r.authority and has.country = r.country and has.scheme = k.scheme and has.code = k.code
            and ${on} < has.valid_to)
      ) as "codesMissing",
      jsonb_build_object(
        'kind', a.kind, 'name', a.name, 'names', a.names, 'officialLanguages', a.official_languages,
        'timeZone', a.time_zone, 'latitude', a.latitude, 'longitude', a.longitude, 'population', a.population,
        'populationYear', a.population_year, 'children', a.children, 'childrenYear', a.children_year,
        'domains', a.domains, 'source', a.source, 'successor', a.successor, 'areas', areas.ids,
        'aliases', names.aliases, 'formerNames', names.former, 'sha256', a.facts_sha256,
        'validFrom', code.valid_from::text, 'validUntil', code.valid_to::text) as known
    from import_row r
    join lateral (select * from published.authority where id = r.authority offset 0) a on true
    left join lateral (
      select c.valid_from, c.valid_to from published.authority_code c
      where c.authority = r.authority and c.country = r.country and c.scheme = r.scheme and c.code = r.code
        and daterange(c.valid_from, c.valid_to)
          && daterange(coalesce(r.valid_from, '-infinity'), coalesce(r.valid_until, 'infinity'))
      order by ${on} <@ daterange(c.valid_from, c.valid_to) desc, c.valid_from desc limit 1
    ) code on true
    cross join lateral (
      select coalesce(jsonb_agg(area), '[]') as ids from published.authority_area
      where authority = r.authority and by_list
    ) areas
    cross join lateral (
      select coalesce(jsonb_agg(name) filter (where kind = 'alias'), '[]') as aliases,
        coalesce(jsonb_agg(name) filter (where kind = 'former'), '[]') as former
      from published.authority_name where authority = r.authority and kind in ('alias', 'former')
    ) names
    where r.line = any(${[...lines]}::int[])`.execute(tx)
  return rows
}
