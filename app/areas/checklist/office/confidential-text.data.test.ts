/** What says where a confidential place is gets refused where it was typed, in whatever form that is. */
import { afterAll, beforeAll, beforeEach, expect, it, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { readDraftService, saveService } from '../service.ts'
import { actAs, addTown, facts, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { openTestOffice, type TestOffice, testOfficeDeps } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const street = 'Geheimstraat 5'
let database: Database
let deps: OfficeChecklistDeps
let id: string
let service: string
let anna: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  id = await addTown(database)
  deps = testOfficeDeps(database, id, await addTown(database, { kind: 'region' }))
  anna = openTestOffice(deps, id, 'anna@example.org')
  service = newId()
  const shelter = facts({ place: { type: 'confidential' }, name: text('Veilige Haven', 'nl') })
  await saveService(deps, actAs('anna'), id, service, shelter, 0)
})

const about = { language: 'nl', name: 'Veilige Haven', kinds: 'safe-place-to-stay' }
const day = { 'exception-1-from': '2026-12-24', 'exception-1-closed': 'yes' }
const forms: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['about', 'whatHappens', about],
  ['about', 'provider', about],
  ['contact', 'phone-1-label', { 'phone-1-number': '+44 808 157 0105', 'phone-1-channels': 'voice' }],
  ['contact', 'phone-1-hours', { 'phone-1-number': '+44 808 157 0105', 'phone-1-channels': 'voice' }],
  ['hours', 'whenClosed', { when: 'always' }],
  ['hours', 'hoursNote', { when: 'always' }],
  ['hours', 'exception-1-note', { when: 'weekly', ...day }],
  ['conditions', 'feeNote', {}],
  ['conditions', 'howToComplain', {}],
  ['area', 'areaNote', { scope: 'own' }],
  ['notice', 'alertText', { 'alertUntil-day': '1', 'alertUntil-month': '9', 'alertUntil-year': '2031' }],
  [
    'notice',
    'closureText',
    {
      closed: 'yes',
      ...{ 'closureFrom-day': '1', 'closureFrom-month': '4', 'closureFrom-year': '2026' },
      ...{ 'closureLookAgain-day': '1', 'closureLookAgain-month': '5', 'closureLookAgain-year': '2026' },
    },
  ],
]

test.each(forms)('in the form "%s" the field %s', async (part, field, typed) => {
  const path = urls.officeServicePart(town, service, part)
  const refused = await anna.post(path, { revision: '1', ...typed, [field]: street })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain(`href="#${field}"`)
  expect(html).toContain(`id="${field}-error"`)
  expect((await readDraftService(database.db, id, service))?.revision).toBe(1)
})

it('in a translation', async () => {
  const path = urls.officeServicePart(town, service, 'languages')
  const refused = await anna.post(path, { revision: '1', into: 'en', 'text-name': `Shelter, ${street}` })
  const html = await refused.text()
  expect(refused.status).toBe(422)
  expect(html).toContain('href="#text-name"')
  expect(html).toContain('id="text-name-error"')
})

it('in a translation that stands on another page, with a link to it', async () => {
  const addressed = newId()
  const name = { ...text('Haven', 'nl'), en: { text: `Shelter ${street}`, origin: 'person', from: 'nl' } } as const
  await saveService(deps, actAs('anna'), id, addressed, facts({ name }), 0)
  const path = urls.officeServicePart(town, addressed, 'place')
  const refused = await anna.post(path, { revision: '1', place: 'confidential' })
  expect(refused.status).toBe(422)
  const there = urls.officeServicePart(town, addressed, 'languages')
  expect(await refused.text()).toContain(`href="${there}?into=en#text-name"`)
  expect(await (await anna.get(`${there}?into=en`)).text()).toContain('name="text-name"')
})
