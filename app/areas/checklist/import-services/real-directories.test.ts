/**
 * Directories as others really publish them, in, out and in again. They are not part of the product: two folders beside
 * each other, in `../shared/directories` or where `DIRECTORIES` says.
 *
 * - `open211-miami/*.csv`: the services of 211 in Miami as tables of HSDS 1.1, 4,089 of them; unpacked from
 *   `lib/datapackage/` of github.com/openreferral/open211-miami-data-api
 * - `san-francisco-211/sf_only.csv`: those of 211 in San Francisco in a spreadsheet of 166 columns, 2,824 of them, 34 in
 *   places that are not told; `211/` of github.com/sfbrigade/sf-openreferral-data
 */
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { readDraft } from '../service.ts'
import { actAs, addTown, testDeps } from '../test-town.ts'
import type { OutgoingService } from './csv-write.ts'
import { tablesOfFolder, tablesOfZipBytes } from './hsds-csv/open-tables.ts'
import { hsdsZip } from './hsds-csv/write-tables.ts'
import { hsdsOf } from './hsds-write.ts'
import { importServices, type ServiceFormat, type ServiceImport, serviceFormats } from './import-services.ts'
import { nestedDirectory } from './nested-directory.ts'
import type { ImportInput } from './record.ts'
import { servicesCsv, servicesXlsx } from './write-csv.ts'
import { workbookOf } from './xlsx/write-xlsx.ts'

const folder = process.env['DIRECTORIES'] ?? join(import.meta.dirname, '../../../../../shared/directories')
const miami = join(folder, 'open211-miami')
const sanFrancisco = join(folder, 'san-francisco-211/sf_only.csv')
const atHand = existsSync(miami) && existsSync(sanFrancisco)
/** Said where the tests are listed. */
const notice = atHand ? '' : ` (skipped: there are none in ${folder})`

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

const counts = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0 }
const most = 100_000_000
const sheet = { name: 'Services', rightToLeft: false }
const official = ['en']
const writers: Readonly<Record<ServiceFormat, (services: readonly OutgoingService[]) => ImportInput>> = {
  csv: (services) => servicesCsv({ services, official }, ','),
  xlsx: (services) => ({ workbook: servicesXlsx({ services, official }, sheet), most }),
  'hsds-json': (services) => JSON.stringify(services.map((each) => hsdsOf(each, 'en', 'US'))),
  'hsds-csv': (services) => tablesOfZipBytes(hsdsZip(services.map((each) => hsdsOf(each, 'en', 'US'))), most),
}

const town = () => addTown(database, { country: 'US', timeZone: 'America/New_York' })
const bring = (authority: string, format: ServiceFormat, input: ImportInput, more: Partial<ServiceImport> = {}) =>
  importServices(testDeps(database), actAs('command', 'checklist.import'), {
    keeps: Number.POSITIVE_INFINITY,
    ...{ authority, format, input, source: 'directory', language: 'en', dryRun: false, ...more },
    map: { defaultKind: 3 },
  })
const drafted = async (authority: string) => (await readDraft(database.db, authority)).services

/** How often each thing was said, by what it is about. */
const tally = (found: readonly { readonly code: string; readonly column: string }[]) => {
  const groups = Map.groupBy(found, ({ code, column }) => `${code} ${column}`)
  return Object.fromEntries([...groups].map(([said, all]) => [said, all.length]))
}

/** Into a town of its own, out of it, and in again. */
async function roundTrip(format: ServiceFormat, services: readonly OutgoingService[]): Promise<void> {
  const [there, all] = [await town(), services.length]
  expect(await bring(there, format, writers[format](services))).toMatchObject({ ...counts, added: all, faults: [] })
  const before = await drafted(there)
  const inFirst = new Map(services.map(({ id, facts }) => [id, facts]))
  const differing = before.filter(({ sourceId, facts }) => !isDeepStrictEqual(facts, inFirst.get(sourceId ?? '')))
  expect(differing.map(({ facts, sourceId }) => [facts, inFirst.get(sourceId ?? '')])).toEqual([])
  const again = await bring(there, format, writers[format](before))
  expect(again).toMatchObject({ ...counts, unchanged: all, faults: [] })
  expect(await drafted(there)).toEqual(before)
}

describe.skipIf(!atHand)(`the tables of 211 in Miami${notice}`, () => {
  let here: string
  let found: Readonly<Record<string, number>>
  beforeAll(async () => {
    here = await town()
    const report = await bring(here, 'hsds-csv', tablesOfFolder(miami))
    expect(report).toMatchObject({ ...counts, added: 4_077, refused: 12 })
    // "305-891-8850 xOPT2", "211", "http:/www.…", and one term with two names.
    found = tally(report.faults)
  })

  test('are refused by row and column where they are wrong', () => {
    expect(found).toEqual({
      ...{
        'phoneInvalid phones.csv: number': 9,
        'linkInvalid services.csv: url': 2,
        'duplicateId taxonomy.csv: id': 1,
      },
    })
  })

  test('are all there, with address, hours and languages; the same again changes nothing', async () => {
    expect(await bring(here, 'hsds-csv', tablesOfFolder(miami))).toMatchObject({ unchanged: 4_077 })
    const scouts = (await drafted(here)).find(({ sourceId }) => sourceId === '136')
    expect(scouts?.facts).toMatchObject({
      provider: 'GIRL SCOUTS COUNCIL OF TROPICAL FLORIDA, INC.',
      web: 'https://www.girlscoutsfl.org',
      phones: [{ number: '305-253-4841' }],
      languages: ['en', 'es'],
      place: { type: 'addresses', addresses: [{ street: '11347 SW 160th Street', town: 'Miami', postcode: '33157' }] },
      hours: { weekly: [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '17:00' })) },
    })
  })

  test('say the same as a list of nested services', async () => {
    const there = await town()
    const nested = nestedDirectory(miami)
    const report = await bring(there, 'hsds-json', JSON.stringify(nested))
    expect(report.added).toBe(4_078)
    const known = new Map((await drafted(here)).map(({ sourceId, facts }) => [sourceId, facts]))
    const differing = (await drafted(there)).filter(({ sourceId, facts }) => {
      const other = known.get(sourceId)
      return other !== undefined && JSON.stringify(other) !== JSON.stringify(facts)
    })
    expect(differing).toEqual([])
  })

  test.each(serviceFormats)('as %s: out, in, out and in again; nothing has changed', async (format) => {
    await roundTrip(format, await drafted(here))
  })

  test.each(['NL', 'DE'])(
    'are no directory for a town in %s: no number from overseas passes for one of its own',
    async (country) => {
      const there = await addTown(database, { country })
      const report = await bring(there, 'hsds-csv', tablesOfFolder(miami), { dryRun: true })
      // Left are those that say no number at all.
      expect(report).toMatchObject({ ...counts, added: 22, refused: 4_067 })
      expect(new Set(report.faults.map(({ code }) => code))).toEqual(
        new Set(['phoneInvalid', 'phoneShort', 'linkInvalid', 'duplicateId']),
      )
    },
  )
})

const columns = {
  id: 'ResourceAgencyNum',
  columns: {
    ...{ PublicName: 'name', ParentAgency: 'provider', AgencyDescription: 'what_happens', Eligibility: 'how_decided' },
    ...{ PhysicalAddress1: 'street', PhysicalAddress2: 'address_extra', PhysicalPostalCode: 'postcode' },
    ...{ PhysicalCity: 'town', Latitude: 'latitude', Longitude: 'longitude', PhysicalAddressIsPrivate: 'confidential' },
    ...{ Phone1Number: 'phones', EmailAddressMain: 'email', WebsiteAddress: 'web', HoursOfOperation: 'hours_note' },
  },
}

describe.skipIf(!atHand)(`the spreadsheet of 211 in San Francisco${notice}`, () => {
  let here: string
  beforeAll(async () => {
    here = await town()
    const report = await bring(here, 'csv', createReadStream(sanFrancisco), { columns })
    expect(report).toMatchObject({ ...counts, added: 2_772, refused: 52 })
    expect(tally(report.faults)).toEqual({
      ...{ 'emailInvalid EmailAddressMain': 2, 'linkInvalid WebsiteAddress': 3, 'phoneInvalid Phone1Number': 2 },
      ...{ 'nameMissing PublicName': 3, 'valueMissing PhysicalAddress1': 39 },
      // A place that is not told is called by its street.
      ...{ 'streetInConfidential PublicName': 2, 'streetInConfidential ParentAgency': 3 },
    })
  })

  test('tells no place that is not told, and says so', async () => {
    const places = (await drafted(here)).map(({ facts }) => facts.place.type)
    expect(places.filter((type) => type === 'confidential')).toHaveLength(31)
    expect(await bring(here, 'csv', createReadStream(sanFrancisco), { columns })).toMatchObject({ unchanged: 2_772 })
  })

  test('is the same as a workbook', async () => {
    const rows: string[][] = parse(readFileSync(sanFrancisco), { bom: true })
    const workbook = workbookOf(rows, sheet)
    expect(await bring(here, 'xlsx', { workbook, most }, { columns })).toMatchObject({
      ...counts,
      unchanged: 2_772,
      refused: 52,
    })
  })

  test.each(serviceFormats)('as %s: out, in, out and in again; nothing has changed', async (format) => {
    await roundTrip(format, await drafted(here))
  })
})
