/** After a start: what pages of large towns look at is there before somebody asks, of small ones only once somebody does. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { compose } from '../../../compose.ts'
import { newId } from '../../../platform/ids.ts'
import { readKeptDraft } from '../service.ts'
import { addTown, facts, text } from '../test-town.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function townWith(services: number): Promise<string> {
  const { database } = app.services
  const id = await addTown(database)
  const rows = Array.from({ length: services }, (_, index) => ({
    id: newId(),
    facts: facts({ name: text(`One ${index}`) }),
  }))
  await sql`
    insert into office.draft_service (id, authority, facts, changed_at, changed_by)
    select id, ${id}::uuid, facts, now(), 'test'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, facts jsonb)`.execute(database.db)
  return id
}

/** Whether it is read from memory: an edit that counts no revision is not seen there. */
async function isInMemory(town: string): Promise<boolean> {
  const { database } = app.services
  await sql`update office.draft_service set facts = jsonb_set(facts, '{provider}', '"Changed by hand"')
    where authority = ${town}::uuid`.execute(database.db)
  return (await readKeptDraft(database, town)).services.every(({ facts: { provider } }) => provider === '')
}

test('the largest towns are read, a part at a time; a server that stops reads none', async () => {
  const [large, larger, small] = [await townWith(310), await townWith(320), await townWith(20)]
  const { prepare } = await compose(app.services)
  let parts = 0
  const gently = async <Result>(part: () => Promise<Result>) => {
    parts += 1
    return part()
  }
  await prepare(() => true, gently)
  expect(parts).toBe(0)
  expect(await isInMemory(large)).toBe(false)
  await prepare(() => false, gently)
  // Of each: the draft, what is not published, the page, what is there twice; beside them parts of feeds.
  expect(parts).toBeGreaterThanOrEqual(8)
  expect([await isInMemory(larger), await isInMemory(small)]).toEqual([true, false])
})
