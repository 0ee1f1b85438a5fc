import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testDatabase } from '../../../../../tests/database.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { readDraft } from '../../service.ts'
import { actAs, addTown, testDeps, text } from '../../test-town.ts'
import { importServices } from '../import-services.ts'
import type { ImportInput } from '../record.ts'
import { tablesOfFolder, tablesOfZip, tablesOfZipBytes, ZipFault, ZipTooLarge } from './open-tables.ts'

type Files = Readonly<Record<string, string>>

let database: Database
let town: string
let folder: string
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database)
  folder = mkdtempSync(join(tmpdir(), 'safe-towns-hsds-'))
  return () => rmSync(folder, { recursive: true, force: true })
})

const run = (input: ImportInput) =>
  importServices(testDeps(database), actAs('command', 'checklist.import'), {
    ...{ authority: town, format: 'hsds-csv', source: 'example', language: 'en', dryRun: false, input },
  } as const)

function inFolder(files: Files) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return tablesOfFolder(folder)
}

/** As HSDS 1 and 2 call files and columns. */
const older: Files = {
  'services.csv': 'id,organization_id,name,url,application_process\ns1,o1,Counselling,www.example.org,Ring first',
  'organizations.csv': 'id,name\no1,Example Foundation',
  'services_at_location.csv': 'id,service_id,location_id\nv1,s1,l1',
  'locations.csv': 'id,organization_id,name,latitude,longitude\nl1,o1,House,52.1,4.2',
  'physical_addresses.csv': 'id,location_id,address_1,city,postal_code\n,l1,Markt 1,Example Town,1234 ZZ',
  'postal_addresses.csv': 'id,location_id,address_1\n,l1,Box 1',
  'regular_schedules.csv':
    'id,service_id,location_id,weekday,opens_at,closes_at\n,s1,,Monday,9:00am,5:30pm\n,,l1,2,9:00,12:00 PM\n,s1,,Sunday,,',
  'holiday_schedules.csv':
    'id,service_id,closed,opens_at,closes_at,start_date,end_date\n,s1,true,,,2026-12-24,2026-12-26\n,s1,false,,,2026-12-31,2026-12-31',
  'languages.csv': 'id,service_id,language\n,s1,Dutch\n,s1,Martian',
  'accessibility_for_disabilities.csv': 'id,location_id,accessibility\n,l1,Ramp at the side',
  'eligibility.csv': 'id,service_id,eligibility\n,s1,Anyone',
  'services_taxonomy.csv': 'id,service_id,taxonomy_id\n,s1,P-1',
  'taxonomy.csv': 'id,name\nP-1,child-helpline\nP-1,child-helpline',
}

const drafted = async () => (await readDraft(database.db, town)).services
const counts = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0 }

const files: Files = {
  'organizations.csv': 'id,name,description\no1,Example Foundation,Helps',
  'services.csv':
    '\ufeffid,organization_id,name,description,status,minimum_age,maximum_age,assured_date,email\r\n' +
    's1,o1,Counselling,"We listen,\r\nalso at weekends",active,8,17.5,2026-01-15,help@example.org\r\n' +
    's2,o1,Second,,active,,,,\r\n' +
    's3,o1,Gone,,defunct,,,,\r\n',
  'service_at_locations.csv': 'id,service_id,location_id\nv1,s1,l1\nv2,s2,l1',
  'locations.csv': 'id,location_type,latitude,longitude\nl1,physical,52.1,4.2',
  'addresses.csv':
    'id,location_id,address_1,city,state_province,postal_code,country,address_type\n' +
    'a1,l1,Markt 1,Example Town,ZZ,1234 ZZ,NL,physical',
  'phones.csv':
    'id,service_id,location_id,service_at_location_id,number,type,description\n' +
    'p1,,l1,,+31201234567,voice,Reception\n' +
    'p2,s1,,,0800 1111,voice,Front desk\n' +
    'p3,s2,,,+31201234568,fax,\n' +
    'p4,,,v1,+31201234569,text,Only here',
  'languages.csv': 'id,service_id,phone_id,code\nx1,s1,,en-GB\nx2,,p2,nl\nx3,s1,,zxx',
  'schedules.csv':
    'id,service_id,freq,interval,byday,opens_at,closes_at\n' +
    'h1,s1,WEEKLY,1,"MO,TU",09:00,17:00\nh2,s1,MONTHLY,1,1SA,10:00,12:00',
  'cost_options.csv': 'id,service_id,option,amount\nc1,s1,For children,0',
  'taxonomy_terms.csv': 'id,code,name\nt1,child-helpline,Child helpline\nt2,confidential,Confidential',
  'attributes.csv': 'id,link_id,taxonomy_term_id,link_entity\nm1,s1,t1,service\nm2,s2,t1,service\nm3,s3,t1,service',
  'contacts.csv': 'id,service_id,name\nk1,s1,Somebody',
}

it('puts services together from files that name each other by ids', async () => {
  const report = await run(inFolder(files))
  expect(report).toMatchObject({ ...counts, added: 2, skipped: 1, faults: [] })
  expect(report.notes.map(({ row, column, code }) => [row, column, code])).toEqual([
    [1, 'contacts.csv', 'fileIgnored'],
    [3, 'schedules.csv', 'scheduleSkipped'],
    [2, 'services.csv: languages.csv', 'languageSkipped'],
    [4, 'phones.csv', 'phoneSkipped'],
    [5, 'services.csv: status', 'inactiveSkipped'],
  ])
  const [first, second] = (await drafted()).toSorted((one, other) =>
    `${one.sourceId}`.localeCompare(`${other.sourceId}`),
  )
  expect(first?.facts).toMatchObject({
    kinds: ['child-helpline'],
    name: text('Counselling'),
    whatHappens: text('We listen,\r\nalso at weekends'),
    provider: 'Example Foundation',
    ages: { min: 8, max: 17 },
    phones: [
      { number: '0800 1111', label: text('Front desk'), languages: ['nl'] },
      { number: '+31201234569', channels: ['text'] },
      { number: '+31201234567', label: text('Reception') },
    ],
    languages: ['en'],
    fee: 'free',
    place: { type: 'addresses', addresses: [{ street: 'Markt 1', town: 'Example Town', latitude: 52.1 }] },
    checked: { on: '2026-01-15', by: 'provider' },
  })
  expect(first?.facts.hours.weekly).toHaveLength(2)
  expect(second?.facts).toMatchObject({ provider: 'Example Foundation', phones: [{ number: '+31201234567' }] })
  expect(await run(inFolder(files))).toMatchObject({ ...counts, unchanged: 2, skipped: 1 })
})

it('is read from a zip file, too, in whatever order its files stand and within what it may unpack to', async () => {
  const named = Object.entries(files).map(([name, content]) => [`directory/${name}`, strToU8(content)] as const)
  const zip = zipSync(Object.fromEntries(named.toReversed()))
  writeFileSync(join(folder, 'directory.zip'), zip)
  expect(await run(tablesOfZip(join(folder, 'directory.zip')))).toMatchObject({ ...counts, added: 2, skipped: 1 })
  expect(await run(tablesOfZipBytes(zip, 10_000))).toMatchObject({ ...counts, unchanged: 2, skipped: 1 })
  await expect(run(tablesOfZipBytes(zip, 1_000))).rejects.toThrow(ZipTooLarge)
  writeFileSync(join(folder, 'damaged.zip'), zip.slice(0, 200))
  await expect(run(tablesOfZip(join(folder, 'damaged.zip')))).rejects.toThrow(ZipFault)
})

it('refuses a service with the file, the row and the column of whatever is wrong with any part of it', async () => {
  const broken: Files = {
    ...files,
    'services.csv':
      'id,name,minimum_age,email\n' + 's1,One,eight,\ns2,Two,,nobody\ns2,Twice,,\ns4,Four,,\n,No id,,\ns6,Six,,\n',
    'phones.csv': 'id,service_id,number\np1,s4,12\np2,s6,0800 1111,,more\np3,s9,0800 1111',
    'attributes.csv':
      'id,link_id,taxonomy_term_id,link_entity\n' +
      'm1,s1,t1,service\nm2,s2,t1,service\nm4,s4,t1,service\nm6,s6,t9,service',
  }
  const report = await run(inFolder(broken))
  expect(report).toMatchObject({ ...counts, refused: 6 })
  expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'services.csv: minimum_age', 'notANumber'],
    [3, 'services.csv: email', 'emailInvalid'],
    [4, 'services.csv: id', 'duplicateId'],
    [2, 'phones.csv: number', 'phoneInvalid'],
    [6, 'services.csv: id', 'valueMissing'],
    [3, 'phones.csv', 'tooManyCells'],
    [7, 'services.csv: attributes.csv', 'kindMissing'],
  ])
  expect(report.notes.map(({ row, column, code, value }) => [row, column, code, value])).toContainEqual([
    5,
    'attributes.csv: taxonomy_term_id',
    'referenceUnknown',
    't9',
  ])
  expect(report.notes).toContainEqual({ row: 4, column: 'phones.csv: service_id', code: 'strayRow', value: 's9' })
})

it('imports nothing where a file cannot be read to its end: nobody would know what is missing', async () => {
  const half = { ...files, 'phones.csv': 'id,service_id,number\np1,s1,"0800" 1111' }
  expect(await run(inFolder(half))).toMatchObject({
    ...counts,
    refused: 1,
    faults: [{ row: 2, column: 'phones.csv', code: 'csvBroken' }],
  })
  const without = { ...files, 'phones.csv': 'number\n1' }
  expect(await run(inFolder(without))).toMatchObject({
    faults: [{ row: 1, column: 'phones.csv: id', code: 'columnMissing' }],
  })
  rmSync(join(folder, 'services.csv'))
  expect((await run(tablesOfFolder(folder))).faults).toContainEqual({
    row: 1,
    column: 'services.csv',
    code: 'fileMissing',
  })
  expect(await drafted()).toEqual([])
})

it('drops the address of a confidential place, whichever file marks it, and repeats nothing of it', async () => {
  const marked: Files = {
    ...files,
    'locations.csv': 'id,location_type,latitude,longitude\nl1,physical,52.1,4.2',
    'attributes.csv': `${files['attributes.csv']}\nm4,l1,t2,location`,
  }
  const report = await run(inFolder(marked))
  expect(report).toMatchObject({ ...counts, added: 2, skipped: 1 })
  expect(report.notes.filter(({ code }) => code === 'addressDropped').map(({ row, column }) => [row, column])).toEqual([
    [2, 'locations.csv'],
    [2, 'locations.csv'],
  ])
  expect((await drafted()).map(({ facts }) => facts.place)).toEqual([
    { type: 'confidential' },
    { type: 'confidential' },
  ])
  const wrong = { ...marked, 'locations.csv': 'id,location_type,latitude\nl1,physical,Markt 1' }
  expect(JSON.stringify(await run(inFolder(wrong)))).not.toContain('Markt')
})

it('refuses ids that are longer than an index holds', async () => {
  const long = 'a'.repeat(5_000)
  const services = `id,organization_id,name\n${long},o,One\nb,${long},Two`
  const attributes = `id,link_id,taxonomy_term_id,link_entity\nm1,${long},t1,service\nm2,b,t1,service`
  const given = {
    'services.csv': services,
    'attributes.csv': attributes,
    'organizations.csv': `id,name\n${long},Example`,
    'taxonomy_terms.csv': 'id,code\nt1,child-helpline',
  }
  const report = await run(inFolder(given))
  expect(report).toMatchObject({ ...counts, added: 1, refused: 1 })
  expect(report.faults).toMatchObject([{ row: 2, column: 'services.csv: id', code: 'tooLong' }])
})

it('reads the tables of earlier versions, most of which are still published', async () => {
  const report = await run(inFolder(older))
  expect(report).toMatchObject({ ...counts, added: 1, faults: [] })
  expect(report.notes.map(({ column, code, value }) => [column, code, value])).toEqual([
    ['postal_addresses.csv', 'fileIgnored', undefined],
    ['services.csv: languages.csv', 'languageSkipped', 'Martian'],
  ])
  const [only] = await drafted()
  expect(only?.facts).toMatchObject({
    ...{ provider: 'Example Foundation', web: 'https://www.example.org', languages: ['nl'], kinds: ['child-helpline'] },
    howDecided: text('Anyone\n\nRing first'),
    accessNote: text('Ramp at the side'),
    place: { type: 'addresses', addresses: [{ street: 'Markt 1', town: 'Example Town', latitude: 52.1 }] },
    hours: {
      weekly: [
        { day: 1, opens: '09:00', closes: '17:30' },
        { day: 2, opens: '09:00', closes: '12:00' },
      ],
      exceptions: [{ from: '2026-12-24', to: '2026-12-26', opens: null }],
    },
  })
})
