import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { eventually } from '../../../tests/eventually.ts'
import type { Database } from '../../platform/db/database.ts'
import { addTown } from './test-town.ts'
import { lockTown } from './town-store.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** Held or waited for, in this database. */
async function locks(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_locks join pg_database on pg_database.oid = pg_locks.database
    where locktype = 'advisory' and datname = current_database()`.execute(database.db)
  return rows[0]?.count ?? 0
}

/** As one that hides a place does it: its own town first, then, once somebody else has begun, the other. */
const lockBoth = (first: string, second: string) =>
  database.db.transaction().execute(async (tx) => {
    await lockTown(tx, first)
    await eventually(async () => expect(await locks()).toBeGreaterThanOrEqual(2))
    await lockTown(tx, second)
  })

test('two parts of one town that each want the other, too, do it one after the other', async () => {
  const [town, one, other] = [await addTown(database), await addTown(database), await addTown(database)]
  const split = [one, other].map((part, place) => ({ authority: town, part, since: '2026-01-01', place }))
  await database.db.insertInto('published.split_part').values(split).execute()
  const locked = Promise.all([
    lockBoth(one, other),
    database.db.transaction().execute(async (tx) => {
      await lockTown(tx, other)
      await lockTown(tx, one)
    }),
  ])
  await expect(locked).resolves.toHaveLength(2)
})

test('towns that have nothing to do with one another do not wait', async () => {
  const [one, other] = [await addTown(database), await addTown(database)]
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, one)
    await database.db.transaction().execute((beside) => lockTown(beside, other))
  })
})
