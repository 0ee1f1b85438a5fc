import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { formOf } from '../../../../tests/page-form.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { readDraft, readDraftService } from '../service.ts'
import { at, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { addService, openTestTown, publishFrom, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
let database: Database
let id: string
let deps: OfficeChecklistDeps
let region: string
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, region, deps, anna } = await openTestTown(database))
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

describe('a service that begins with a text', () => {
  const path = urls.officeNewService(town, 'trauma-therapy')
  const typed = { language: 'de', name: 'Ohr', kinds: 'trauma-therapy', place: 'none', begin: 'template' }

  test('has the words for its kind where nothing was typed, and is not published before its gaps are filled in', async () => {
    expect(htmlFaults(await (await anna.get(path)).text())).toEqual([])
    const fields = { ...(await form(path)), ...typed, whatHappens: 'Wir hören zu.' }
    expect((await anna.post(path, fields)).status).toBe(303)
    expect((await anna.post(path, fields)).status).toBe(303)
    const [draft] = (await readDraft(database.db, id)).services
    expect(draft?.facts.whatHappens).toEqual(text('Wir hören zu.', 'de'))
    expect(draft?.facts.howDecided['de']).toMatchObject({ origin: 'machine', text: expect.stringContaining('[[') })
    const refused = await publishFrom(anna)
    expect(refused.status).toBe(422)
    const conditions = urls.officeServicePart(town, draft?.id ?? '', 'conditions')
    expect(await refused.text()).toContain(`${conditions}#howDecided`)
    expect(await (await anna.get(urls.officeService(town, draft?.id ?? ''))).text()).toContain('between [[ and ]]')
    const filled = { howDecided: 'Wir sehen es gemeinsam.', howToComplain: '' }
    await anna.post(conditions, { ...(await form(conditions)), ...filled })
    expect((await publishFrom(anna)).status).toBe(303)
  })

  test('in a language without such texts nothing is begun, and what was typed stays', async () => {
    const refused = await anna.post(path, { ...(await form(path)), ...typed, language: 'pl', whatHappens: 'Kom' })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('href="#begin"')
    expect(formOf(html)).toMatchObject({ name: 'Ohr', whatHappens: 'Kom', begin: 'template' })
    expect((await readDraft(database.db, id)).services).toEqual([])
  })

  test('the standard text of its region comes first, and is named', async () => {
    const standard = newId()
    await sql`insert into published.standard_text (id, owner_type, owner, kind, version, words, published_at)
      values (${standard}, 'authority', ${region}, 'trauma-therapy', 1, '{}', now())`.execute(database.db)
    const html = await (await anna.get(path)).text()
    expect(html.indexOf(`value="${standard}"`)).toBeGreaterThan(0)
    expect(html.indexOf(`value="${standard}"`)).toBeLessThan(html.indexOf('value="template"'))
    expect((await anna.post(path, { ...(await form(path)), ...typed, begin: standard })).status).toBe(303)
    const [draft] = (await readDraft(database.db, id)).services
    expect(draft?.facts).toMatchObject({ standard, whatHappens: {}, howDecided: {} })
    const strange = { ...(await form(path)), ...typed, begin: newId() }
    expect((await anna.post(path, strange)).status).toBe(422)
  })
})
