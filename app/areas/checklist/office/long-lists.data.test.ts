import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { countUnpublished, publish, readCurrent, readDraft, saveIntroduction, saveService } from '../service.ts'
import { actAs, facts, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { openTestTown, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const act = actAs('anna')
const many = 130
let database: Database
let deps: OfficeChecklistDeps
let id: string
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
  ;({ id, deps, anna } = await openTestTown(database))
  await saveIntroduction(deps, act, id, text('Welkom', 'nl'), 0)
  await publish(deps, act, id)
  for (let number = 1; number <= many; number += 1) {
    await saveService(deps, act, id, newId(), facts({ name: text(`House ${String(number).padStart(3, '0')}.`) }), 0)
  }
})
afterAll(() => database.close())

const read = async (path: string) => {
  const html = await (await anna.get(path)).text()
  expect(htmlFaults(html)).toEqual([])
  return html
}
/** The numbers of the houses that a page names, but for those worth a second look. */
const houses = (page: string) => {
  const html = page.replace(/<div class="govuk-notification-banner[\s\S]*?<\/ul>/, '')
  return [...new Set([...html.matchAll(/House (\d{3})\./g)].map(([, one]) => Number(one)))]
}
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('what would be published comes in pages, each thing once; the button publishes all of it', async () => {
  const [first, second] = [await read(urls.officePublish(town)), await read(urls.officePublish(town, 2))]
  expect(await countUnpublished(deps, id)).toBe(many)
  expect(first).toContain(`${many} changes in all.`)
  expect(first).toContain('Page 2 of 2')
  expect(houses(first)).toEqual(upTo(1, 100))
  // Nobody can reach any of them: twenty times is often enough to say so.
  expect(first).toContain('Nobody can reach this service')
  expect(first).toContain(`There are ${many - 20} more like it.`)
  expect(houses(second)).toEqual(upTo(101, many))
  const [seen = ''] = [/name="seen" value="([^"]*)"/.exec(second)?.[1]]
  expect((await anna.post(urls.officePublish(town), { seen })).status).toBe(303)
  expect((await readCurrent(database.db, id))?.services).toHaveLength(many)
  expect(await countUnpublished(deps, id)).toBe(0)
})

test('a version and a comparison show every service on one of their pages', async () => {
  const version = await Promise.all([1, 2, 3].map((page) => read(urls.officeVersion(town, 2, page))))
  expect(version.map(houses)).toEqual([upTo(1, 50), upTo(51, 100), upTo(101, many)])
  const two = { earlier: 1, later: 2 }
  const compared = await Promise.all([1, 2, 3].map((page) => read(urls.officeCompare(town, two, page))))
  expect(compared.map(houses)).toEqual([upTo(1, 50), upTo(51, 100), upTo(101, many)])
  expect(compared.every((html) => html.includes(`${many} things differ.`))).toBe(true)
  // An earlier version names a part of what differs today, and says how much more there is.
  expect(await read(urls.officeVersion(town, 1))).toContain(`And ${many - 50} more`)
})

test('a restoring shows a part on each page; its button is about all of it', async () => {
  const path = urls.officeRestore(town, 1)
  const pages = await Promise.all([1, 3].map((page) => read(`${path}?page=${page}`)))
  expect(pages.map(houses)).toEqual([upTo(1, 50), upTo(101, many)])
  const [seen = ''] = [/name="seen" value="([^"]*)"/.exec(pages[1] ?? '')?.[1]]
  expect((await anna.post(path, { seen })).status).toBe(303)
  expect((await readDraft(database.db, id)).services).toEqual([])
})
