/** Forgets a person: their name in the programme of any meeting, as it is written and as it was released. */
import { sql } from 'kysely'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { DataPerson, Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { meetingTag } from '../meetings/index.ts'

const tables = [
  { table: 'office.programme_session', keys: ['id'], column: 'facts' },
  { table: 'published.programme_release', keys: ['meeting', 'version'], column: 'document' },
] as const

/** Every text in a value, wherever it stands. */
function cleaned(value: unknown, person: DataPerson): unknown {
  if (typeof value === 'string') return withoutPerson(value, person)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, person))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, person)]))
}

async function cleanTable(tx: Tx, person: DataPerson, naming: readonly string[], of: (typeof tables)[number]) {
  const { table, keys, column } = of
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where exists (select from unnest(${naming}::text[]) as name
      where position(name in lower(${sql.ref(column)}::text)) > 0)`.execute(tx)
  for (const row of rows) {
    const same = keys.map((key) => sql`${sql.ref(key)} = ${row[key]}`)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${JSON.stringify(cleaned(row[column], person))}::jsonb
      where ${sql.join(same, sql` and `)}`.execute(tx)
  }
}

export const eraseFromProgramme: Erase = async (tx, person) => {
  const naming = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  if (naming.length === 0) return
  for (const of of tables) await cleanTable(tx, person, naming, of)
  for (const table of ['office.programme_speaker', 'published.programme_speaker']) {
    await sql`delete from ${sql.table(table)} where exists (select from unnest(${naming}::text[]) as given
      where position(given in lower(${sql.table(table)}.name)) > 0)`.execute(tx)
  }
  const { rows } = await sql<{ year: number }>`select year from published.meeting`.execute(tx)
  await announceChange(
    tx,
    rows.map(({ year }) => meetingTag(year)),
  )
}
