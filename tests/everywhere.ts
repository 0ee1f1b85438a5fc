/** Looks for words in every row of every table of every schema, and in every file of the data folder. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Db } from '../app/platform/db/tables.ts'

/** `schema.table`, those of the queue included; parts of a partitioned table stand for themselves in the whole. */
export async function allTables(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    order by 1`.execute(db)
  return rows.map(({ name }) => name)
}

/** `schema.table.column` of everything that holds one of the words, whatever their case. */
export async function columnsWith(db: Db, ...words: string[]): Promise<string[]> {
  const found = new Set<string>()
  const low = words.map((each) => each.toLowerCase())
  const holds = (text: string) => low.some((each) => text.includes(each))
  for (const table of await allTables(db)) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select row.facts as row from ${sql.table(table)} t
        cross join lateral (select to_jsonb(t) as facts offset 0) row
        cross join lateral (select lower(t::text || row.facts::text) as text offset 0) whole
      where exists (select from unnest(${low}::text[]) word where position(word in whole.text) > 0)`.execute(db)
    for (const { row } of rows) {
      for (const [column, value] of Object.entries(row)) {
        if (holds(JSON.stringify(value).toLowerCase())) found.add(`${table}.${column}`)
      }
    }
  }
  return [...found].sort()
}

/** Files below a folder that hold the words. The embedded database of tests is in memory: all files are ours. */
export function filesWith(folder: string, words: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => readFileSync(file, 'utf8').toLowerCase().includes(words.toLowerCase()))
}
