import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from './database.ts'

test('what is written to one clone, to its files too, stands in no other, open or opened later', async () => {
  const [one, open] = [await testDatabase('demonstration'), await testDatabase('demonstration')]
  const names = async ({ db }: typeof one) => db.selectFrom('accounts.person').select('name').distinct().execute()
  const before = await names(open)
  await one.db.updateTable('accounts.person').set({ name: 'Somebody Else' }).execute()
  await sql`checkpoint`.execute(one.db)
  const later = await testDatabase('demonstration')
  expect(await names(one)).toEqual([{ name: 'Somebody Else' }])
  for (const database of [open, later]) expect(await names(database)).toEqual(before)
  for (const database of [one, open, later]) await database.close()
})
