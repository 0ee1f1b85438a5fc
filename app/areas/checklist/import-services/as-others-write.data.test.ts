/** What lists and directories of others really hold: names for codes, addresses cut short, members of earlier versions. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { readDraft } from '../service.ts'
import { actAs, addTown, testDeps, text } from '../test-town.ts'
import { importServices, type ServiceFormat } from './import-services.ts'

let database: Database
let town: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database)
})

const run = (input: string, format: ServiceFormat = 'csv') =>
  importServices(testDeps(database), actAs('command', 'checklist.import-services'), {
    ...{ authority: town, format, source: 'example', language: 'en', dryRun: false, input },
  })
const drafted = async () => (await readDraft(database.db, town)).services[0]?.facts

test('a table with languages by name, an address of the web without its beginning, spaces before quotes', async () => {
  const file = [
    'source_id,name,kinds,languages,web',
    'a, "One, two",3,"English, néerlandais",www.example.org',
    'b,Other,3,"English, and more",',
  ]
  expect(await run(file.join('\r\n'))).toMatchObject({
    ...{ added: 1, refused: 1 },
    faults: [{ row: 3, column: 'languages', code: 'languageUnknown' }],
  })
  expect(await drafted()).toMatchObject({
    ...{ name: text('One, two'), languages: ['en', 'nl'], web: 'https://www.example.org' },
  })
})

test('services as earlier versions of HSDS and Open Referral UK nest them', async () => {
  const older = {
    ...{ id: 's1', name: 'Counselling', url: 'www.example.org', organization: { name: 'Example Foundation' } },
    contacts: [{ name: 'Front desk', phones: [{ number: '+31201234567', extension: '' }] }],
    eligibilitys: [{ eligibility: 'Anyone', minimum_age: '8', maximum_age: '' }],
    languages: [{ language: 'English' }],
    regular_schedules: [
      { weekday: 'Monday', opens_at: '9:00am', closes_at: '5:00pm' },
      { weekday: 'Sunday', opens_at: '', closes_at: '' },
    ],
    holiday_schedules: [{ closed: true, start_date: '2026-12-24', end_date: '2026-12-26' }],
    service_taxonomys: [{ taxonomy: { id: 'child-helpline', name: 'Child helpline' } }],
    service_at_locations: [
      {
        regular_schedules: [{ freq: 'WEEKLY', byday: 'TU', opens_at: '10:00', closes_at: '12:00' }],
        location: {
          ...{ latitude: '52.1', longitude: '4.2' },
          physical_addresses: [{ address_1: 'Markt 1', city: 'Example Town', postal_code: '1234 ZZ' }],
          accessibility_for_disabilities: [{ accessibility: 'Ramp at the side' }],
        },
      },
    ],
  }
  const page = JSON.stringify({ totalPages: 1, content: [older] })
  expect(await run(page, 'hsds-json')).toMatchObject({ added: 1, faults: [], notes: [] })
  expect(await run(page, 'hsds-json')).toMatchObject({ unchanged: 1 })
  expect(await drafted()).toMatchObject({
    ...{ kinds: ['child-helpline'], ages: { min: 8, max: null }, languages: ['en'], howDecided: text('Anyone') },
    ...{ provider: 'Example Foundation', web: 'https://www.example.org', accessNote: text('Ramp at the side') },
    phones: [{ number: '+31201234567' }],
    place: { type: 'addresses', addresses: [{ street: 'Markt 1', town: 'Example Town', latitude: 52.1 }] },
    hours: {
      weekly: [
        { day: 1, opens: '09:00', closes: '17:00' },
        { day: 2, opens: '10:00', closes: '12:00' },
      ],
      exceptions: [{ from: '2026-12-24', to: '2026-12-26', opens: null }],
    },
  })
})
