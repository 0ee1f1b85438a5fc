/** Restoring from an earlier version, through its pages. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { readDraft } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { addService, fieldValue, openTestTown, publishFrom, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const kind = 'child-helpline'
let database: Database
let deps: OfficeChecklistDeps
let id: string
let region: string
let anna: TestOffice
let bert: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, region, deps, anna, bert } = await openTestTown(database))
})

const draft = () => readDraft(database.db, id)
const firstService = async () => (await draft()).services[0]

it('shows what would be replaced, puts it into the draft, and can be taken back', async () => {
  const service = await addService(deps, id, { fee: 'free' })
  await publishFrom(anna)
  await anna.post(urls.officeServicePart(town, service, 'conditions'), { revision: '1', fee: 'paid' })
  const path = urls.officeRestore(town, 1)
  const asked = await (await anna.get(path)).text()
  expect(asked.replace(/<[^>]+>/g, '')).toMatch(/In the draft now:\s*You pay\s*Afterwards:\s*Free/)
  expect((await bert.post(path, { seen: 'something else' })).status).toBe(409)
  const done = await anna.post(path, { seen: fieldValue(asked, 'seen') })
  expect(done.headers.get('location')).toBe(`${urls.officePublish(town)}?saved=restored`)
  expect((await firstService())?.facts.fee).toBe('free')
  const versions = await (await anna.get(urls.officeVersions(town))).text()
  const [, replaced = ''] = /href="([^"]*\/versions\/replaced\/\d+)"/.exec(versions) ?? []
  const back = await (await bert.get(replaced)).text()
  expect(htmlFaults(back)).toEqual([])
  expect((await bert.post(replaced, { seen: fieldValue(back, 'seen') })).status).toBe(303)
  expect((await firstService())?.facts.fee).toBe('paid')
  expect((await anna.get(urls.officeReplaced(town, '1'))).status).toBe(404)
  expect((await anna.get(urls.officeRestore(town, 1, { kind }))).status).toBe(404)
})

it('lists what has to be mended', async () => {
  const service = await addService(deps, id, { serves: [region] })
  await publishFrom(anna)
  await anna.post(urls.officeServiceRemove(town, service), { revision: '1' })
  const merged = { status: 'merged', successor: id } as const
  await database.db.updateTable('published.authority').set(merged).where('id', '=', region).execute()
  const html = await (await anna.get(urls.officeRestore(town, 1, { service }))).text()
  expect(html).toContain('To mend before you publish')
  expect(html).toContain('was merged into another')
  expect(htmlFaults(html)).toEqual([])
})
