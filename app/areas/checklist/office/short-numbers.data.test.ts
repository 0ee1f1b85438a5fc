/** A short number that no list knows: refused, until somebody of the office says that they have dialled it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { urls } from '../../../urls.ts'
import { importServices } from '../import-services/import-services.ts'
import { readDraftService } from '../service.ts'
import { actAs, testDeps } from '../test-town.ts'
import { addService, openTestOffice, openTestTown, testOfficeDeps } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

it('is taken from whoever has dialled it, then for the whole town, and the trail says who', async () => {
  const { id, region, deps } = await openTestTown(database)
  const anna = openTestOffice(testOfficeDeps(database, id, region, { demonstration: false }), id, 'anna@example.org')
  const bring = async () => {
    const input = 'source_id,name,kinds,phones\r\na,Ear,child-helpline,1313\r\nb,Eye,child-helpline,9'
    const given = { authority: id, format: 'csv', source: 'list', language: 'en', dryRun: true, input } as const
    return (await importServices(testDeps(database), actAs('anna'), given)).faults.map(({ code }) => code)
  }
  const service = await addService(deps, id)
  const path = urls.officeServicePart(town, service, 'contact')
  const row = { revision: '1', 'phone-0-number': '13 13', 'phone-0-channels': 'voice', 'phone-0-label': 'Town hall' }

  expect(await bring()).toEqual(['phoneShort', 'phoneInvalid'])
  const refused = await anna.post(path, row)
  const html = await refused.text()
  expect([refused.status, html.includes('name="phone-0-dialled"')]).toEqual([422, true])
  expect(html).toContain('value="Town hall"')
  // Saying so of what can be no number helps nothing.
  expect((await anna.post(path, { ...row, 'phone-0-number': '9', 'phone-0-dialled': 'yes' })).status).toBe(422)

  expect((await anna.post(path, { ...row, 'phone-0-dialled': 'yes' })).status).toBe(303)
  expect((await readDraftService(database.db, id, service))?.facts.phones).toMatchObject([{ number: '13 13' }])
  expect(await bring()).toEqual(['phoneInvalid'])
  const kept = database.db.selectFrom('office.dialled_short_number').select('number').where('authority', '=', id)
  expect(await kept.execute()).toEqual([{ number: '1313' }])
  const told = database.db.selectFrom('audit.record').select('detail').where('subject', '=', 'short numbers')
  expect(await told.where('authority', '=', id).execute()).toEqual([{ detail: { dialled: ['1313'] } }])
})
