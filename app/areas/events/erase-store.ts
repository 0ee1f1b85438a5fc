/** Forgets a person: their name in the events of any town, in the office and in everything that was published. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tables.ts'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { announceEvents } from './public-tag.ts'

type Clean = (text: string) => string

/** Every text in a value, wherever it stands. */
function cleaned(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, clean)]))
}

const tables = [
  { table: 'office.event', keys: ['id'], columns: ['facts', 'after', 'answer'] },
  { table: 'published.event_version', keys: ['event', 'version'], columns: ['document'] },
  { table: 'published.event', keys: ['id'], columns: ['place', 'titles', 'texts'] },
] as const

async function cleanTable(tx: Tx, { table, keys, columns }: (typeof tables)[number], naming: string[], clean: Clean) {
  const all = sql.join(
    columns.map((one) => sql`coalesce(${sql.ref(one)}::text, '')`),
    sql` || ' ' || `,
  )
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)}
    where exists (select from unnest(${naming}::text[]) as name where position(name in lower(${all})) > 0)`.execute(tx)
  for (const row of rows) {
    const set = columns.map((one) => {
      const value = cleaned(row[one], clean)
      return typeof value === 'object' && value !== null
        ? sql`${sql.ref(one)} = ${JSON.stringify(value)}::jsonb`
        : sql`${sql.ref(one)} = ${value}`
    })
    const same = keys.map((one) => sql`${sql.ref(one)} = ${row[one]}`)
    await sql`update ${sql.table(table)} set ${sql.join(set)} where ${sql.join(same, sql` and `)}`.execute(tx)
  }
  return rows
}

export const eraseFromEvents: Erase = async (tx, person) => {
  const naming = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  if (naming.length === 0) return
  const clean: Clean = (text) => withoutPerson(text, person)
  for (const table of tables) {
    const rows = await cleanTable(tx, table, naming, clean)
    if (table.table !== 'published.event' || rows.length === 0) continue
    const changed = rows.map(({ year, country, authority }) => ({
      ...{ year: Number(year), country: `${country}`, authority: `${authority}` },
    }))
    await announceEvents(tx, changed)
  }
}
