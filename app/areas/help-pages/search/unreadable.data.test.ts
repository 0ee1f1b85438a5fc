/** Rows as another release, or nobody, should have written them. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { urls } from '../../../urls.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function found(): Promise<string[]> {
  const body = new URLSearchParams({ town: 'nl/example-town' })
  const answer = await app.request(urls.searchData('en'), { method: 'POST', body })
  expect(answer.status).toBe(200)
  const { results }: { results: { service: string }[] } = await answer.json()
  return results.map(({ service }) => service)
}

const change = (id: string, facts: ReturnType<typeof sql>) =>
  sql`update published.service set facts = ${facts} where id = ${id}::uuid`.execute(app.services.database.db)

test('facts of an older form are read as those of today; what nobody can read takes nothing else away', async () => {
  const all = await found()
  expect(all.length).toBeGreaterThan(1)
  const [first = ''] = all
  await change(first, sql`facts - 'tellsOthers' - 'closure'`)
  expect(await found()).toEqual(all)
  await change(first, sql`facts - 'name'`)
  expect(await found()).toEqual(all.slice(1))
})
