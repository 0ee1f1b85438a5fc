/** Restoring from an earlier version, through its pages. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { readDraft, saveService } from '../service.ts'
import { actAs, addTown, facts } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { openTestOffice, type TestOffice, testOfficeDeps } from './test-office.ts'

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
  id = await addTown(database)
  region = await addTown(database, { kind: 'region' })
  deps = testOfficeDeps(database, id, region)
  anna = openTestOffice(deps, id, 'anna@example.org')
  bert = openTestOffice(deps, id, 'bert@example.org')
})

/** The value of an input in a page. */
const fieldValue = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''
const draft = () => readDraft(database.db, id)
/** As by the button of the page that shows what would change. */
const publish = async (who = anna): Promise<Response> => {
  const html = await (await who.get(urls.officePublish(town))).text()
  return who.post(urls.officePublish(town), { seen: fieldValue(html, 'seen') })
}
const addService = async (given: Parameters<typeof facts>[0] = {}): Promise<string> => {
  const service = newId()
  await saveService(deps, actAs('anna'), id, service, facts(given), 0)
  return service
}
const firstService = async () => (await draft()).services[0]

it('shows what would be replaced, puts it into the draft, and can be taken back', async () => {
  const service = await addService({ fee: 'free' })
  await publish()
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
  const service = await addService({ serves: [region] })
  await publish()
  await anna.post(urls.officeServiceRemove(town, service), { revision: '1' })
  const merged = { status: 'merged', successor: id } as const
  await database.db.updateTable('published.authority').set(merged).where('id', '=', region).execute()
  const html = await (await anna.get(urls.officeRestore(town, 1, { service }))).text()
  expect(html).toContain('To mend before you publish')
  expect(html).toContain('was merged into another')
  expect(htmlFaults(html)).toEqual([])
})
