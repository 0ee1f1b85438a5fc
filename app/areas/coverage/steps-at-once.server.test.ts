/** Two acts at the same moment, each of which does not see the other yet. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { eventually } from '../../../tests/eventually.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { addTown } from '../checklist/test-town.ts'

let database: Database
const [union, ...persons] = [newId(), newId(), newId()]
beforeAll(async () => {
  database = await testDatabase()
  await sql`insert into published.association (id, country, slug, name, changed_at)
    values (${union}, 'NL', 'union', 'Union', now())`.execute(database.db)
  await sql`insert into accounts.person (id, name, email)
    select id, '', id || '@people.example' from unnest(${persons}::uuid[]) id`.execute(database.db)
})
afterAll(() => database.close())

const join = (tx: Tx, town: string) =>
  sql`insert into published.association_member values (${union}, ${town})`.execute(tx)
const invite = (tx: Tx, town: string) =>
  sql`insert into office.invited_authority values (${town}, now(), now())`.execute(tx)
const give = (tx: Tx, town: string, person = persons[0]) =>
  sql`insert into accounts.role (person, role, authority, granted_at, granted_by)
    values (${person}, 'officer', ${town}, now(), 'test')`.execute(tx)
const take = (tx: Tx, town: string, person = persons[0]) =>
  sql`delete from accounts.role where authority = ${town} and person = ${person}`.execute(tx)

/** Transactions of this database that wait for another. */
async function waiting(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database.db)
  return rows[0]?.count ?? 0
}

/** The second begins while the first is done but not yet final. */
async function atOnce(first: (tx: Tx) => Promise<unknown>, second: (tx: Tx) => Promise<unknown>): Promise<void> {
  let other: Promise<unknown> = Promise.resolve()
  await database.db.transaction().execute(async (tx) => {
    await first(tx)
    other = database.db.transaction().execute(second)
    await eventually(async () => expect(await waiting()).toBeGreaterThan(0))
  })
  await other
}

async function stepOf(town: string): Promise<unknown> {
  const { rows } = await sql<{ step: string }>`
    select step from office.member_step where authority = ${town}`.execute(database.db)
  return rows[0]?.step
}

test('somebody begins to work there while an invitation goes out', async () => {
  const town = await addTown(database)
  await database.db.transaction().execute((tx) => join(tx, town))
  await atOnce(
    (tx) => give(tx, town),
    (tx) => invite(tx, town),
  )
  expect(await stepOf(town)).toBe('staffed')
})

test('a town becomes a member while somebody begins to work there', async () => {
  const town = await addTown(database)
  await atOnce(
    (tx) => join(tx, town),
    (tx) => give(tx, town),
  )
  expect(await stepOf(town)).toBe('staffed')
})

test('the last two leave at the same moment', async () => {
  const town = await addTown(database)
  await database.db.transaction().execute(async (tx) => {
    await join(tx, town)
    for (const person of persons) await give(tx, town, person)
  })
  expect(await stepOf(town)).toBe('staffed')
  await atOnce(
    (tx) => take(tx, town, persons[0]),
    (tx) => take(tx, town, persons[1]),
  )
  expect(await stepOf(town)).toBe('silent')
})
