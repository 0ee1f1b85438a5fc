/** Forgets a person: their name in everything that is written about meetings. Times of bids stay: they are sealed. */
import { sql } from 'kysely'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import type { Erase } from '../../platform/privacy/personal-data.ts'
import { withoutPerson } from '../../platform/privacy/without-person.ts'
import { meetingsTag, meetingTag } from './public-tag.ts'

type Clean = (text: string) => string

/** Every text in a value, wherever it stands. */
function cleaned(value: unknown, clean: Clean): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((one) => cleaned(one, clean))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleaned(one, clean)]))
}

/** `meeting`: the column that names it, where the table is public. */
const tables = [
  { table: 'published.meeting', keys: ['id'], columns: ['place', 'about'], meeting: 'id' },
  {
    table: 'published.host_call',
    keys: ['meeting'],
    columns: ['requirements', 'criteria', 'documents', 'files'],
    meeting: 'meeting',
  },
  { table: 'office.host_question', keys: ['id'], columns: ['text'], meeting: undefined },
  { table: 'published.host_answer', keys: ['question'], columns: ['text', 'answer'], meeting: 'meeting' },
  { table: 'office.host_bid', keys: ['id'], columns: ['facts', 'files'], meeting: undefined },
  { table: 'office.host_score', keys: ['bid', 'person'], columns: ['scores'], meeting: undefined },
  { table: 'published.host_step', keys: ['id'], columns: ['reasons', 'unscored'], meeting: 'meeting' },
  { table: 'published.meeting_left', keys: ['id'], columns: ['title', 'text'], meeting: 'meeting' },
] as const

type Row = Readonly<Record<string, unknown>>

async function cleanTable(tx: Tx, { table, keys, columns }: (typeof tables)[number], names: string[], clean: Clean) {
  const all = sql.join(
    columns.map((one) => sql`coalesce(${sql.ref(one)}::text, '')`),
    sql` || ' ' || `,
  )
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)}
    where exists (select from unnest(${names}::text[]) as name where position(name in lower(${all})) > 0)`.execute(tx)
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

export const eraseFromMeetings: Erase = async (tx, person) => {
  const names = [person.email, person.name.trim()].map((one) => one.toLowerCase()).filter((one) => one !== '')
  if (names.length === 0) return
  const changed = new Set<string>()
  for (const table of tables) {
    const rows = await cleanTable(tx, table, names, (text) => withoutPerson(text, person))
    const { meeting } = table
    if (meeting !== undefined) for (const row of rows) changed.add(`${row[meeting]}`)
  }
  if (changed.size === 0) return
  const { rows } = await sql<{ year: number }>`
    select year from published.meeting where id = any(${[...changed]}::uuid[])`.execute(tx)
  await announceChange(tx, [meetingsTag, ...rows.map(({ year }) => meetingTag(year))])
}
