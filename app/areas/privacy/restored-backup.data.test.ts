/** The statements that docs/privacy/retention.md gives operators for after a restore do what it says. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnsWith } from '../../../tests/everywhere.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { urls } from '../../urls.ts'
import { liveThrough, zelda } from './test-whole-life.ts'

let app: TestApp
let life: Awaited<ReturnType<typeof liveThrough>>
beforeAll(async () => {
  app = await testApp()
  life = await liveThrough(app)
})
afterAll(() => app.close())

const db = () => app.services.database.db
const [toFind = '', toDelete = ''] = [
  ...readFileSync('docs/privacy/retention.md', 'utf8').matchAll(/```sql\n([\s\S]*?)```/g),
].map(([, block = '']) => block)
const statementsOf = (block: string) =>
  block
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

test('who was deleted since the backup is found, and is deleted again with everything that hangs on them', async () => {
  expect([statementsOf(toFind).length, statementsOf(toDelete).length]).toEqual([2, 46])
  // The database that is about to be replaced: there she has deleted her account.
  await life.her.post(urls.deleteAccount(), { confirm: 'yes' })
  const ids = new Set<string>()
  for (const statement of statementsOf(toFind)) {
    const asked = statement.replace('<time of the backup>', '2020-01-01')
    const { rows } = await sql<Record<string, string>>`${sql.raw(asked)}`.execute(db())
    for (const id of rows.flatMap((row) => Object.values(row))) ids.add(id)
  }
  expect([...ids]).toEqual([life.id])
})

test('the same person in a restored backup is gone after the statements', async () => {
  const restored = await testApp()
  const again = await liveThrough(restored)
  const { db: database } = restored.services.database
  for (const statement of statementsOf(toDelete)) {
    await sql`${sql.raw(statement.replaceAll(':ids', `array['${again.id}'::uuid]`))}`.execute(database)
  }
  expect(await columnsWith(database, zelda.email)).toEqual([])
  expect(await columnsWith(database, zelda.name)).toEqual([])
  await restored.close()
})
