/** A directory of varied services through each format: in, out, in again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { ServiceFacts } from '../schema.ts'
import { readDraft, saveService } from '../service.ts'
import { actAs, addTown, testDeps } from '../test-town.ts'
import type { OutgoingService } from './csv-write.ts'
import { tablesOfZipBytes } from './hsds-csv/open-tables.ts'
import { hsdsZip } from './hsds-csv/write-tables.ts'
import { hsdsOf } from './hsds-write.ts'
import { importServices, type ServiceFormat, serviceFormats } from './import-services.ts'
import type { ImportInput } from './record.ts'
import { servicesCsv, servicesXlsx } from './write-csv.ts'

let database: Database
let directory: readonly OutgoingService[]
beforeAll(async () => {
  database = await testDatabase('demonstration')
  directory = await readDirectory()
})
afterAll(() => database.close())

/** The services of the demonstration, each with one number that no format takes for fiction, known by another's ids. */
async function readDirectory(): Promise<OutgoingService[]> {
  const town = await database.db
    .selectFrom('published.authority')
    .select('id')
    .where('country', '=', 'NL')
    .where('slug', '=', 'example-town')
    .executeTakeFirstOrThrow()
  const { services } = await readDraft(database.db, town.id)
  return services.map(({ facts }, index) => ({
    id: `entry-${index}`,
    revision: 0,
    facts: {
      ...facts,
      alert: index === 0 ? alert : facts.alert,
      phones: facts.phones.map((each) => ({ ...each, ...numberFor(index) })),
    },
  }))
}

/** Of days alone HSDS has no place. */
const alert: ServiceFacts['alert'] = {
  text: { nl: { text: 'Alleen per telefoon', origin: 'person' } },
  ...{ from: '2031-01-02', until: '2031-02-01' },
}

const numberFor = (index: number): Pick<ServiceFacts['phones'][number], 'number' | 'fictional'> => ({
  number: `+31 20 123 4${100 + index}`,
  fictional: false,
})

const official = ['nl', 'en', 'ar']
const sheet = { name: 'Diensten', rightToLeft: false }
const writers: Readonly<Record<ServiceFormat, (services: readonly OutgoingService[]) => ImportInput>> = {
  csv: (services) => servicesCsv({ services, official }, ';'),
  xlsx: (services) => ({ workbook: servicesXlsx({ services, official }, sheet), most: 10_000_000 }),
  'hsds-json': (services) => JSON.stringify(services.map((each) => hsdsOf(each, 'nl', 'NL'))),
  'hsds-csv': (services) => tablesOfZipBytes(hsdsZip(services.map((each) => hsdsOf(each, 'nl', 'NL'))), 10_000_000),
}

const bring = (authority: string, format: ServiceFormat, input: ImportInput) =>
  importServices(testDeps(database), actAs('command', 'checklist.import'), {
    ...{ authority, format, input, source: 'directory', language: 'nl', dryRun: false },
  })

const drafted = async (authority: string) => (await readDraft(database.db, authority)).services
const counts = { added: 0, changed: 0, unchanged: 0, kept: 0, skipped: 0, refused: 0 }

test.each(serviceFormats)(
  'as %s: in, in again, out and in again in every format; nothing has changed',
  async (format) => {
    const town = await addTown(database)
    const all = directory.length
    expect(all).toBeGreaterThanOrEqual(40)
    expect(await bring(town, format, writers[format](directory))).toMatchObject({ ...counts, added: all, faults: [] })
    const before = await drafted(town)
    expect(before.map(({ facts }) => facts.alert)).toContainEqual(alert)
    expect(await bring(town, format, writers[format](directory))).toMatchObject({ ...counts, unchanged: all })
    for (const out of serviceFormats) {
      expect(await bring(town, out, writers[out](before))).toMatchObject({ ...counts, unchanged: all, faults: [] })
    }
    expect(await drafted(town)).toEqual(before)
  },
)

test.each(serviceFormats)('as %s: what an officer has changed since it went out is left alone', async (format) => {
  const town = await addTown(database)
  await bring(town, 'csv', writers.csv(directory))
  const [mine, theirs] = await drafted(town)
  if (!mine || !theirs) throw new Error('a directory was brought')
  const edited = [mine, theirs].map((each) => ({ ...each, facts: { ...each.facts, web: 'https://new.example/' } }))
  const file = writers[format](edited)
  await saveService(testDeps(database), actAs('officer'), town, mine.id, { ...mine.facts, provider: 'Another' }, 1)
  const report = await bring(town, format, file)
  expect(report).toMatchObject({ ...counts, kept: 1, changed: 1, notes: [{ code: 'editedSince' }] })
  const after = await drafted(town)
  expect(after.find(({ id }) => id === mine.id)?.facts).toEqual({ ...mine.facts, provider: 'Another' })
  expect(after.find(({ id }) => id === theirs.id)?.facts).toEqual({ ...theirs.facts, web: 'https://new.example/' })
})
