/** A list that waits is read and checked once; what it says stays in memory, as long as that is still so. */
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../../tests/database.ts'
import { formOf } from '../../../../../tests/page-form.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { forgetNamed, forgetting } from '../../../../platform/db/town-memory.ts'
import { newId } from '../../../../platform/ids.ts'
import { urls } from '../../../../urls.ts'
import { sayDialled } from '../../service.ts'
import { actAs } from '../../test-town.ts'
import { fieldValue, openTestTown } from '../test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
let database: Database
let given: Awaited<ReturnType<typeof openTestTown>>
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  given = await openTestTown(database)
})

const rows = (name: string, phone = '0800 1111') => `source_id;name_nl;kinds;phones\r\n1;${name};3;${phone}`
const preview = async (id: string) => (await given.anna.get(urls.officeUpload(town, id))).text()

async function bring(content: string): Promise<string> {
  const { anna } = given
  const id = newId()
  await anna.post(urls.officeImport(town), { id, rows: content })
  const columns = urls.officeUploadColumns(town, id)
  const proposed = formOf(await (await anna.get(columns)).text()) as Record<string, string>
  expect((await anna.post(columns, { ...proposed, source: '', listName: `list ${id}` })).status).toBe(303)
  return id
}

/** Nobody does that: it shows what is read from the database. */
const rewrite = (id: string, content: string) =>
  database.db
    .updateTable('office.service_upload')
    .set({ content: strToU8(content) })
    .where('id', '=', id)
    .execute()

test('three lists are remembered, and not a person or a place that was taken out of the town', async () => {
  const names = ['Lamp', 'Anker', 'Brug', 'Haven']
  const lists = []
  for (const name of names) lists.push([await bring(rows(name)), name] as const)
  for (const [id] of lists) await rewrite(id, rows('Nieuw'))
  // The oldest had to make room.
  const [oldest, ...remembered] = lists
  for (const [id, name] of remembered) expect(await preview(id)).toContain(name)
  expect(await preview(oldest?.[0] ?? '')).toContain('Nieuw')
  forgetNamed(database, [forgetting(given.id)])
  for (const [id, name] of remembered) {
    const shown = await preview(id)
    expect([shown.includes('Nieuw'), shown.includes(name)]).toEqual([true, false])
  }
})

test('it is taken over as it is, never as it is remembered', async () => {
  const id = await bring(rows('Lamp'))
  const seen = fieldValue(await preview(id), 'seen')
  await rewrite(id, rows('Nieuw'))
  const answer = await given.anna.post(urls.officeUpload(town, id), { seen })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('Nieuw')
})

test('a number that the office has dialled meanwhile counts at once', async () => {
  const id = await bring(rows('Lamp', '1313'))
  const before = await preview(id)
  await sayDialled(given.deps, actAs('anna'), given.id, ['1313'])
  const takenOver = 'Take 1 service over'
  expect([before.includes(takenOver), (await preview(id)).includes(takenOver)]).toEqual([false, true])
})
