/** Forgets a person: their name in conclusions, amendments and notes, in the office and in what was published. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { canonicalJson, sha256Hex } from '../../platform/signing/canonical.ts'
import { announceConclusions } from './public-tag.ts'

type Clean = (text: string) => string

/** Every text in a value, wherever it stands. */
function cleaned(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, clean)]))
}

const tables = [
  { table: 'office.conclusion', key: 'id', columns: ['body', 'asks', 'translations'] },
  { table: 'office.conclusion_amendment', key: 'id', columns: ['body', 'reason', 'answer'] },
  { table: 'office.conclusion_note', key: 'id', columns: ['note'] },
  { table: 'office.conclusion_set', key: 'meeting', columns: ['document'] },
  { table: 'published.conclusion_set', key: 'meeting', columns: ['document'] },
  { table: 'published.conclusion', key: 'id', columns: ['translations'] },
  { table: 'office.meeting_question', key: 'id', columns: ['body', 'answer'] },
  { table: 'published.meeting_question', key: 'id', columns: ['body', 'answer'] },
] as const

/** A document stays what it was but for the person, and has a new hash. */
async function cleanTable(tx: Tx, { table, key, columns }: (typeof tables)[number], naming: string[], clean: Clean) {
  const all = sql.join(
    columns.map((one) => sql`coalesce(${sql.ref(one)}::text, '')`),
    sql` || ' ' || `,
  )
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)}
    where exists (select from unnest(${naming}::text[]) as name where position(name in lower(${all})) > 0)`.execute(tx)
  for (const row of rows) {
    const set = columns.flatMap((one) => {
      const value = cleaned(row[one], clean)
      if (typeof value !== 'object' || value === null) return [sql`${sql.ref(one)} = ${value}`]
      const changed = sql`${sql.ref(one)} = ${JSON.stringify(value)}::jsonb`
      return one === 'document' ? [changed, sql`sha256 = ${sha256Hex(canonicalJson(value))}`] : [changed]
    })
    await sql`update ${sql.table(table)} set ${sql.join(set)} where ${sql.ref(key)} = ${row[key]}`.execute(tx)
  }
  return rows.map((row) => `${row['meeting']}`)
}

export const eraseFromConclusions: Erase = async (tx, person) => {
  const naming = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  if (naming.length === 0) return
  const changed = new Set<string>()
  for (const table of tables) {
    const meetings = await cleanTable(tx, table, naming, (text) => withoutPerson(text, person))
    if (table.table.startsWith('published.')) for (const one of meetings) changed.add(one)
  }
  const { rows } = await sql<{ year: number }>`
    select year from published.meeting where id = any(${[...changed]}::uuid[])`.execute(tx)
  for (const { year } of rows) await announceConclusions(tx, year)
}
