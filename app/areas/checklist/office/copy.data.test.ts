import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { formOf } from '../../../../tests/page-form.ts'
import type { Database } from '../../../platform/db/database.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { readDraft, readDraftService } from '../service.ts'
import { at, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { addService, openTestTown, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
let database: Database
let id: string
let deps: OfficeChecklistDeps
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, deps, anna } = await openTestTown(database))
})

const form = async (path: string) => formOf(await (await anna.get(path)).text()) as Record<string, string>

test('a copy says what the other says, under its own name; nobody has checked it', async () => {
  const name = { ...text('Oor', 'nl'), en: { text: 'Ear', origin: 'machine', from: 'nl' } as const }
  const given = { name, place: at('Market 1'), email: 'a@example.org', provider: 'The house' }
  const source = await addService(deps, id, given)
  const path = urls.officeServiceCopy(town, source)
  expect(htmlFaults(await (await anna.get(path)).text())).toEqual([])
  const fields = { ...(await form(path)), name: 'Oor Noord' }
  expect(fields).toMatchObject({ name: 'Oor Noord' })
  expect((await anna.post(path, fields)).status).toBe(303)
  expect((await anna.post(path, fields)).status).toBe(303)
  expect((await readDraft(database.db, id)).services).toHaveLength(2)
  const [original, copy] = [
    await readDraftService(database.db, id, source),
    await readDraftService(database.db, id, `${fields['id' as keyof typeof fields]}`),
  ]
  expect(original?.facts.checked).not.toBeNull()
  expect(copy?.facts).toEqual({ ...original?.facts, name: text('Oor Noord', 'nl'), checked: null })
})

test('without a name, or with the same name, nothing is copied and what was typed stays', async () => {
  const source = await addService(deps, id, { name: text('Oor', 'nl') })
  const path = urls.officeServiceCopy(town, source)
  for (const name of ['', ' oor ', 'x'.repeat(4001)]) {
    const refused = await anna.post(path, { ...(await form(path)), name })
    expect(refused.status).toBe(422)
    expect(formOf(await refused.text())).toMatchObject({ name })
  }
  expect((await readDraft(database.db, id)).services).toHaveLength(1)
})

test('the copy of a service in a confidential place has no address either', async () => {
  const source = await addService(deps, id, { place: { type: 'confidential' } })
  const path = urls.officeServiceCopy(town, source)
  const fields = { ...(await form(path)), name: 'Another shelter' }
  await anna.post(path, fields)
  const copy = await readDraftService(database.db, id, `${fields['id' as keyof typeof fields]}`)
  expect(copy?.facts.place).toEqual({ type: 'confidential' })
  const street = await anna.post(path, { ...(await form(path)), name: 'Shelter, Kerkstraat 12' })
  expect(street.status).toBe(422)
})

test('a service that is gone cannot be copied', async () => {
  expect((await anna.get(urls.officeServiceCopy(town, id))).status).toBe(404)
  expect((await anna.post(urls.officeServiceCopy(town, id), { name: 'Oor' })).status).toBe(404)
})
