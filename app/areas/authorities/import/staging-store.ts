/**
 * The rows of an import on their way into the directory, in temporary tables of its transaction: so that a file of any
 * length needs no memory here, and rows may refer to rows that come later.
 */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/tables.ts'
import type { ImportRow } from './row.ts'

/** A row that will not be imported, with the reason that a check of the whole file found. */
export type Refused = { readonly line: number }

export async function createStaging(tx: Tx): Promise<void> {
  await sql`
    create temporary table import_row (
      line integer primary key,
      country text not null,
      scheme text not null,
      code text not null,
      valid_from date,
      valid_until date,
      facts jsonb not null,
      areas_given boolean not null,
      merger_given boolean not null,
      -- The authority it speaks of: the one that has the code, or a new one.
      authority uuid,
      fresh boolean not null default false
    ) on commit drop`.execute(tx)
  await sql`
    create temporary table import_link (
      line integer not null,
      relation text not null,
      scheme text not null,
      code text not null,
      target uuid
    ) on commit drop`.execute(tx)
  await sql`
    create temporary table import_code (
      line integer not null,
      scheme text not null,
      code text not null
    ) on commit drop`.execute(tx)
  // Rows whose links and further codes have to be written. A table of its own: a column would write the row anew.
  await sql`create temporary table import_touched (line integer primary key) on commit drop`.execute(tx)
}

/** Of a staged row that is called `r`. */
export const isTouched = sql`exists (select from import_touched where import_touched.line = r.line)`

export async function stageRows(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
  const staged = rows.map((row) => ({
    line: row.line,
    country: row.country,
    scheme: row.scheme,
    code: row.code,
    valid_from: row.validFrom,
    valid_until: row.validUntil,
    facts: row.facts,
    areas_given: row.areas !== undefined,
    merger_given: row.mergedInto !== undefined,
  }))
  await sql`
    insert into import_row (line, country, scheme, code, valid_from, valid_until, facts, areas_given, merger_given)
    select * from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as t (line int, country text, scheme text,
      code text, valid_from date, valid_until date, facts jsonb, areas_given boolean, merger_given boolean)`.execute(tx)
  await stageCodes(tx, rows)
  const links = rows.flatMap(({ line, areas, mergedInto }) => [
    ...(areas ?? []).map((ref) => ({ line, relation: 'area', ...ref })),
    ...(mergedInto ? [{ line, relation: 'merger', ...mergedInto }] : []),
  ])
  if (links.length === 0) return
  await sql`
    insert into import_link (line, relation, scheme, code)
    select * from jsonb_to_recordset(${JSON.stringify(links)}::jsonb)
      as t (line int, relation text, scheme text, code text)`.execute(tx)
}

async function stageCodes(tx: Tx, rows: readonly ImportRow[]): Promise<void> {
  const codes = rows.flatMap(({ line, codes = [] }) => codes.map((ref) => ({ line, ...ref })))
  if (codes.length === 0) return
  await sql`
    insert into import_code (line, scheme, code)
    select * from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as t (line int, scheme text, code text)`.execute(
    tx,
  )
}

/** Once all rows are there: indexes, made at one go, and plans that know how many rows there are. */
export async function indexStaging(tx: Tx): Promise<void> {
  await sql`create index on import_code (line)`.execute(tx)
  await sql`create index on import_row (code, country, scheme)`.execute(tx)
  await sql`create index on import_row (authority)`.execute(tx)
  await sql`create index on import_link (line)`.execute(tx)
  await sql`analyze import_row`.execute(tx)
  await sql`analyze import_link`.execute(tx)
  await sql`analyze import_code`.execute(tx)
}

/** Takes out rows whose code already stands on an earlier line for the same time. @returns both lines of each. */
export async function dropRepeated(tx: Tx): Promise<{ line: number; earlier: number }[]> {
  const { rows } = await sql<{ line: number; earlier: number }>`
    select later.line, min(earlier.line) as earlier from import_row later join import_row earlier
      on earlier.code = later.code and earlier.country = later.country and earlier.scheme = later.scheme
        and earlier.line < later.line
        and daterange(coalesce(earlier.valid_from, '-infinity'), coalesce(earlier.valid_until, 'infinity'))
          && daterange(coalesce(later.valid_from, '-infinity'), coalesce(later.valid_until, 'infinity'))
    group by later.line`.execute(tx)
  await dropRows(tx, rows)
  return rows
}

/** Takes rows out of the import. */
export async function dropRows(tx: Tx, refused: readonly Refused[]): Promise<void> {
  if (refused.length === 0) return
  const lines = refused.map(({ line }) => line)
  await sql`delete from import_link where line = any(${lines}::int[])`.execute(tx)
  await sql`delete from import_code where line = any(${lines}::int[])`.execute(tx)
  await sql`delete from import_row where line = any(${lines}::int[])`.execute(tx)
}

/** The embedded database never looks by itself how many rows its tables have, and would read all of a country for each line. */
export async function countAnew(tx: Tx): Promise<void> {
  await sql`
    analyze published.authority, published.authority_code, published.authority_name, published.authority_area`.execute(
    tx,
  )
}
