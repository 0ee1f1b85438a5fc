import { createReadStream } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { publish, readDraft, readDraftService, readVersion, removeService, saveService } from '../service.ts'
import { actAs, addTown, testDeps, text } from '../test-town.ts'
import { ImportMapFault } from './import-map.ts'
import { importServices, type ServiceImport } from './import-services.ts'

let database: Database
let deps: ReturnType<typeof testDeps>
let town: string
const act = actAs('command', 'checklist.import-services')

beforeAll(async () => {
  database = await testDatabase()
  deps = testDeps(database)
})
afterAll(() => database.close())
beforeEach(async () => {
  town = await addTown(database)
})

const run = (input: ServiceImport['input'], given: Partial<ServiceImport> = {}) =>
  importServices(deps, act, {
    authority: town,
    format: 'csv',
    source: 'example',
    language: 'en',
    dryRun: false,
    input,
    ...given,
  })

const drafted = async () => (await readDraft(database.db, town)).services
const csv = (...lines: string[]) => lines.join('\r\n')
const counts = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0 }

describe('a CSV of services', () => {
  const file = csv(
    'source_id,name,what_happens_nl,kinds,phones,hours,street,postcode,town,latitude,longitude,languages,fee,' +
      'age_min,age_max',
    'a,Listening Ear,"We luisteren,\r\nook in het weekend",3;child-helpline,' +
      '+31 20 123 4567|Day|nl;116 111||en|free,Mo-Fr 09:00-17:00,' +
      'Kerkstraat 1,1234 AB,Example Town,52.1,4.2,nl;ar,free,8,17',
    'b,Second,,child-helpline,,,,,,,,,,,',
  )

  it('becomes drafts, with everything in its place', async () => {
    expect(await run(file)).toMatchObject({ ...counts, added: 2, faults: [], notes: [] })
    const first = (await drafted()).find(({ sourceId }) => sourceId === 'a')
    expect(first).toMatchObject({ source: 'example', revision: 1, changedBy: { person: null, as: 'command' } })
    expect(first?.facts).toMatchObject({
      kinds: ['child-helpline'],
      name: text('Listening Ear'),
      whatHappens: text('We luisteren,\r\nook in het weekend', 'nl'),
      phones: [
        { number: '+31 20 123 4567', label: text('Day'), languages: ['nl'], cost: null },
        { number: '116 111', label: {}, languages: ['en'], cost: 'free' },
      ],
      place: { type: 'addresses', addresses: [{ street: 'Kerkstraat 1', town: 'Example Town', latitude: 52.1 }] },
      languages: ['nl', 'ar'],
      fee: 'free',
      ages: { min: 8, max: 17 },
      checked: null,
    })
    expect(first?.facts.hours.weekly).toHaveLength(5)
  })

  it('changes nothing when imported again, and only what is new when it has changed', async () => {
    await run(file)
    expect(await run(file)).toMatchObject({ ...counts, unchanged: 2 })
    expect(await run(file.replace('Second', 'Another'))).toMatchObject({ ...counts, unchanged: 1, changed: 1 })
    expect((await drafted()).map(({ revision }) => revision).sort()).toEqual([1, 2])
    expect(await run(file, { source: 'elsewhere' })).toMatchObject({ ...counts, added: 2 })
  })

  it('never overwrites what an officer has changed or removed', async () => {
    await run(file)
    const [one, other] = await drafted()
    if (!one || !other) throw new Error('two services were imported')
    await saveService(deps, actAs('officer'), town, one.id, { ...one.facts, fee: 'paid' }, 1)
    await removeService(deps, actAs('officer'), town, other.id, 1)
    expect(await run(file)).toMatchObject({ ...counts, unchanged: 2 })
    const report = await run(file.replace('Second', 'Another').replace('Listening', 'Hearing'))
    expect(report).toMatchObject({ ...counts, kept: 2 })
    expect(report.notes.map(({ code }) => code).sort()).toEqual(['editedSince', 'removedSince'])
    expect((await drafted()).map(({ facts }) => facts.fee)).toEqual(['paid'])
  })

  it('refuses rows by line and column, and imports the rest', async () => {
    const report = await run(
      csv(
        'source_id,name,kinds,phones,hours,fee,age_min,age_max,email,web,checked_on,street,town,shoe_size',
        'a,"Two',
        'lines",99,12,morning,cheap,18,12,nobody,ftp://x,31.3.2026,Kerkstraat 1,,44',
        '',
        'b,Fine,3,,,,,,,,,,,',
        'b,Twice,3,,,,,,,,,,,',
        ',No id,3,,,,,,,,,,,',
        'd,,,,,,,,,,,,,',
        'e,Much,3,,,,,,,,,,,,too,many',
        'f,Long phone,3,0800 1111 2222 3333 4444,,,18,12,,,,,,',
      ),
    )
    expect(report).toMatchObject({ ...counts, added: 1, refused: 6 })
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'town', 'valueMissing'],
      [2, 'checked_on', 'notADate'],
      [2, 'fee', 'notAChoice'],
      [2, 'kinds', 'kindUnknown'],
      [2, 'hours', 'hoursUnreadable'],
      [2, 'email', 'emailInvalid'],
      [2, 'web', 'linkInvalid'],
      [6, 'source_id', 'duplicateId'],
      [7, 'source_id', 'valueMissing'],
      [8, 'kinds', 'kindMissing'],
      [9, 'shoe_size', 'tooManyCells'],
      [10, 'age_max', 'agesOrder'],
      [10, 'phones', 'phoneInvalid'],
    ])
    expect(report.notes).toEqual([{ row: 1, column: 'shoe_size', code: 'columnIgnored' }])
  })

  it('reads semicolons between cells, a byte order mark, and a stream', async () => {
    const file = '\ufeffsource_id;name;kinds\r\na;Eén;"3;4"\r\n'
    async function* stream() {
      yield Buffer.from(file).subarray(0, 30)
      yield Buffer.from(file).subarray(30)
    }
    expect(await run(stream(), { language: 'nl' })).toMatchObject({ ...counts, added: 1 })
    const [only] = await drafted()
    expect(only?.facts.name).toEqual(text('Eén', 'nl'))
    expect(only?.facts.kinds).toHaveLength(2)
  })

  it('keeps nothing of a dry run, and nothing without ids', async () => {
    expect(await run(file, { dryRun: true })).toMatchObject({ ...counts, added: 2 })
    expect(await drafted()).toEqual([])
    const report = await run(csv('name,kinds', 'One,3'))
    expect(report.faults).toEqual([{ row: 1, column: 'source_id', code: 'columnMissing' }])
    expect(await run('source_id,name\na,"broken" x\n')).toMatchObject({ faults: [{ code: 'csvBroken' }] })
    expect(await run(Buffer.from('source_id,name,kinds\na,\xe9,3\n', 'latin1').toString('utf8'))).toMatchObject({
      faults: [{ row: 2, column: 'name', code: 'notUtf8' }],
    })
  })

  it('takes many rows in batches', async () => {
    const rows = Array.from({ length: 1203 }, (_, index) => `s${index},Service ${index},3`)
    expect(await run(csv('source_id,name,kinds', ...rows))).toMatchObject({ ...counts, added: 1203 })
    expect(await drafted()).toHaveLength(1203)
  })
})

describe('the map', () => {
  it("turns the file's own words into kinds", async () => {
    const map = { kinds: { 'Kinder-Telefon': 3, X1: 'municipal-contact' }, defaultKind: 'child-helpline' }
    const file = csv('source_id,name,kinds', 'a,One,kinder-telefon', 'b,Two,')
    const known = { ...map, kinds: { 'Kinder-Telefon': 3 } }
    expect(await run(file, { map: known })).toMatchObject({ ...counts, added: 2 })
    expect((await drafted()).map(({ facts }) => facts.kinds)).toEqual([['child-helpline'], ['child-helpline']])
    await expect(run(file, { map: { kinds: { a: 'no-such-kind' } } })).rejects.toThrow(ImportMapFault)
  })
})

describe('a confidential place in a file', () => {
  const header = 'source_id,name,kinds,confidential,street,town,what_happens'

  it('loses its address, and the report says so', async () => {
    const report = await run(csv(header, 'a,Shelter,3,yes,Kerkstraat 1,Example Town,Come in'))
    expect(report).toMatchObject({ ...counts, added: 1 })
    expect(report.notes).toEqual([
      { row: 2, sourceId: 'a', column: 'street', code: 'addressDropped' },
      { row: 2, sourceId: 'a', column: 'town', code: 'addressDropped' },
    ])
    expect((await drafted())[0]?.facts.place).toEqual({ type: 'confidential' })
  })

  it('is refused where a text says where it is, without repeating it', async () => {
    const report = await run(csv(header, 'a,Shelter,3,yes,,,Come to Kerkstraat 1'))
    expect(report).toMatchObject({ ...counts, refused: 1 })
    expect(report.faults).toEqual([{ row: 2, sourceId: 'a', column: 'what_happens', code: 'streetInConfidential' }])
    expect(JSON.stringify(await run(csv(header, 'b,Shelter,Kerkstraat 1,yes,,,')))).not.toContain('Kerkstraat')
  })

  it('disappears from what is published, and is never made public by a file', async () => {
    const open = csv(header, 'a,Shelter,3,no,Zonnehof 1,Example Town,')
    await run(open)
    await publish(deps, act, town)
    const refused = await run(csv(header, 'a,Shelter,3,yes,,,Near the zonnehof'))
    expect(refused).toMatchObject({ ...counts, refused: 1, faults: [{ code: 'streetInConfidential' }] })
    expect(await run(csv(header, 'a,Shelter,3,yes,,,'))).toMatchObject({ ...counts, changed: 1 })
    expect((await readVersion(database.db, town, 1))?.services[0]?.place).toEqual({ type: 'confidential' })
    const report = await run(open)
    expect(report).toMatchObject({ ...counts, kept: 1, notes: [{ code: 'staysConfidential' }] })
  })

  it('is not guessed from the hash of an earlier import', async () => {
    await run(csv(header, 'a,Shelter,3,no,Zonnehof 1,Example Town,'))
    const [draft] = await drafted()
    if (!draft) throw new Error('a service was imported')
    await saveService(deps, act, town, draft.id, { ...draft.facts, place: { type: 'confidential' } }, 1)
    const row = await database.db
      .selectFrom('office.draft_service')
      .select('source_sha256')
      .where('id', '=', draft.id)
      .executeTakeFirst()
    expect(row).toEqual({ source_sha256: null })
    expect(await run(csv(header, 'a,Shelter,3,no,Zonnehof 1,Example Town,'))).toMatchObject({ ...counts, kept: 1 })
  })
})

const hsds = {
  id: 'ac148810-d857-441c-9679-408f346de14b',
  name: 'Counselling',
  description: 'We listen to children.',
  url: 'https://example.org/',
  email: 'help@example.org',
  status: 'active',
  minimum_age: 8,
  maximum_age: 17.5,
  assured_date: '2026-01-15',
  organization: { id: 'x', name: 'Example Foundation' },
  attributes: [{ taxonomy_term: { code: 'child-helpline', name: 'Child helpline' } }, { label: 'x', value: 'y' }],
  languages: [{ code: 'en-GB' }, { code: 'zxx' }],
  cost_options: [{ amount: 0, option: 'For children' }],
  phones: [
    { number: '+31201234567', type: 'voice', description: 'Front desk', languages: [{ code: 'nl' }] },
    { number: '+31201234568', type: 'fax' },
  ],
  schedules: [
    { freq: 'WEEKLY', byday: 'MO,TU', opens_at: '09:00:00+01:00', closes_at: '17:00' },
    { freq: 'WEEKLY', interval: 2, dtstart: '2026-12-02', byday: 'TH', opens_at: '17:00', closes_at: '19:00' },
    { freq: 'MONTHLY', byday: '1SA', opens_at: '10:00', closes_at: '12:00', description: 'Every first Saturday' },
    { valid_from: '2026-12-24', valid_to: '2026-12-26', description: 'Christmas' },
  ],
  service_at_locations: [
    {
      location: {
        location_type: 'physical',
        latitude: 52.1,
        longitude: 4.2,
        addresses: [{ address_1: 'Markt 1', city: 'Example Town', postal_code: '1234 ZZ', address_type: 'physical' }],
        accessibility: [{ description: 'Ramp at the side' }],
      },
    },
  ],
}

describe('HSDS JSON', () => {
  it('becomes drafts, and what has no place here is reported', async () => {
    const report = await run(JSON.stringify({ contents: [hsds] }), { format: 'hsds-json' })
    expect(report).toMatchObject({ ...counts, added: 1, faults: [] })
    expect(report.notes.map(({ column, code }) => [column, code])).toEqual([
      ['phones.1', 'phoneSkipped'],
      ['schedules.2', 'scheduleSkipped'],
      ['languages', 'languageSkipped'],
    ])
    const [only] = await drafted()
    expect(only).toMatchObject({ sourceId: hsds.id })
    expect(only?.facts).toMatchObject({
      kinds: ['child-helpline'],
      name: text('Counselling'),
      whatHappens: text('We listen to children.'),
      provider: 'Example Foundation',
      ages: { min: 8, max: 17 },
      phones: [{ number: '+31201234567', label: text('Front desk'), channels: ['voice'], languages: ['nl'] }],
      languages: ['en'],
      fee: 'free',
      feeNote: text('For children'),
      accessNote: text('Ramp at the side'),
      place: { type: 'addresses', addresses: [{ street: 'Markt 1', town: 'Example Town', latitude: 52.1 }] },
      checked: { on: '2026-01-15', by: 'provider' },
      hours: {
        weekly: [
          { day: 1, opens: '09:00', closes: '17:00' },
          { day: 2, opens: '09:00', closes: '17:00' },
        ],
        fortnightly: [{ from: '2026-12-03', opens: '17:00', closes: '19:00' }],
        exceptions: [{ from: '2026-12-24', to: '2026-12-26', opens: null, closes: null, note: text('Christmas') }],
        note: text('Every first Saturday'),
      },
    })
    expect(await run(JSON.stringify([hsds]), { format: 'hsds-json' })).toMatchObject({ ...counts, unchanged: 1 })
  })

  it('is read line by line, too, and refused by its number', async () => {
    const lines = [JSON.stringify(hsds), '{"id":', JSON.stringify({ ...hsds, id: 'b', attributes: [] }), '{"name":"x"}']
    const report = await run(lines.join('\n'), { format: 'hsds-json' })
    expect(report).toMatchObject({ ...counts, added: 1, refused: 3 })
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, '', 'jsonBroken'],
      [3, 'attributes', 'kindMissing'],
      [4, 'id', 'invalidValue'],
    ])
  })

  it('is refused service by service where a text or an id is none that can be kept', async () => {
    const list = ['\ud800', '\0', 'a'.repeat(5_000), 'fine'].flatMap((word, index) => [
      { ...hsds, id: `name${index}`, name: word },
      { ...hsds, id: word },
    ])
    const report = await run(list.map((each) => JSON.stringify(each)).join('\n'), { format: 'hsds-json' })
    expect(report).toMatchObject({ ...counts, added: 2, refused: 6 })
    expect(report.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [1, '', 'notUtf8'],
      [2, 'id', 'notUtf8'],
      [3, '', 'notUtf8'],
      [4, 'id', 'notUtf8'],
      [5, 'name', 'tooLong'],
      [6, 'id', 'tooLong'],
    ])
    const rows = csv('source_id,name,kinds', 'a,B\0,3', `${'a'.repeat(5_000)},B,3`)
    expect((await run(rows)).faults.map(({ row, code }) => [row, code])).toEqual([
      [2, 'notUtf8'],
      [3, 'tooLong'],
    ])
  })

  it('skips what is not offered any more', async () => {
    const report = await run(JSON.stringify([{ ...hsds, status: 'defunct' }]), { format: 'hsds-json' })
    expect(report).toMatchObject({ ...counts, skipped: 1, notes: [{ column: 'status', code: 'inactiveSkipped' }] })
  })

  it('drops the address of a confidential place, by attribute or by map', async () => {
    const marked = { ...hsds, attributes: [...hsds.attributes, { label: 'confidential', value: 'yes' }] }
    const byAttribute = await run(JSON.stringify([marked]), { format: 'hsds-json', source: 'one' })
    const map = { confidential: [hsds.id] }
    const byMap = await run(JSON.stringify([hsds]), { format: 'hsds-json', source: 'other', map })
    for (const report of [byAttribute, byMap]) {
      expect(report.notes.map(({ code }) => code)).toContain('addressDropped')
    }
    const services = await drafted()
    expect(services.map(({ facts }) => facts.place)).toEqual([{ type: 'confidential' }, { type: 'confidential' }])
    const [first] = services
    expect(first && (await readDraftService(database.db, town, first.id))?.facts.place.type).toBe('confidential')
  })
})

it('imports the example of the guide', async () => {
  const file = new URL('../../../../docs/guides/services-example.csv', import.meta.url)
  const report = await run(createReadStream(file), { language: 'nl' })
  expect(report).toMatchObject({ ...counts, added: 3, faults: [] })
  expect(report.notes).toEqual([])
})
