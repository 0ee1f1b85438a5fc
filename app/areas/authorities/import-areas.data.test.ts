/** Police, court and health areas: a town is in several, and no list takes back what another says. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { fixedClock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { loadCountries } from './countries.ts'
import { areasOf, readAuthorityByCode } from './directory-store.ts'
import { rowsOf } from './import/read-csv.ts'
import { type AreasInput, importAreas } from './import-areas.ts'
import { importInto, type TestImport } from './test-import.ts'

let database: Database
let importRows: TestImport
const clock = fixedClock('2026-11-23T12:00:00Z')
const [countries, languages] = [loadCountries(), loadLanguages()]

beforeAll(async () => {
  database = await testDatabase()
  importRows = importInto(database)
  await importRows(towns)
})
afterAll(() => database.close())

const towns = [
  { code: 'P', name: 'Provincie', kind: 'region', parent: '' },
  { code: 'POL', scheme: 'POLICE', name: 'Politie Oost', kind: 'district', parent: '' },
  { code: 'A', name: 'Adorp', kind: 'municipality', parent: 'P' },
  { code: 'B', name: 'Bedorp', kind: 'municipality', parent: 'P' },
]

const areas = (records: readonly Readonly<Record<string, string>>[], input: Partial<AreasInput> = {}) =>
  importAreas({ database, countries, languages, clock }, actOf('test', 'authorities.import-areas', clock.now()), {
    rows: rowsOf(records),
    country: 'NL',
    ...input,
  })

async function areaNames(code: string): Promise<string[]> {
  const town = await readAuthorityByCode(database.db, 'NL', code)
  return (await areasOf(database.db, town?.id ?? '')).slice(1).map(({ name }) => name)
}

test('a list by code or by name says who belongs; the same list again changes nothing', async () => {
  const list = [
    { area: 'POLICE:POL', area_kind: 'police', member: 'A' },
    { area: 'politie oost', area_kind: 'police', member: 'LAU:B' },
  ]
  expect(await areas(list, { dryRun: true })).toMatchObject({ added: 2, refused: 0 })
  expect(await areaNames('A')).toEqual(['Provincie'])
  expect(await areas(list)).toMatchObject({ added: 2, unchanged: 0, refused: 0 })
  expect(await areas(list)).toMatchObject({ added: 0, unchanged: 2, refused: 0 })
  expect(await areaNames('A')).toEqual(['Politie Oost', 'Provincie'])
  const stored = await readAuthorityByCode(database.db, 'NL', 'POL')
  const row = await database.db
    .selectFrom('published.authority')
    .select('area_kind')
    .where('id', '=', stored?.id ?? '')
  expect(await row.executeTakeFirst()).toEqual({ area_kind: 'police' })
})

test('what cannot be placed is refused by line and column, and the rest is imported', async () => {
  const report = await areas([
    { area: 'Nowhere', area_kind: '', member: 'A' },
    { area: 'POLICE:POL', area_kind: 'fire', member: 'A' },
    { area: 'POLICE:POL', area_kind: '', member: 'Z' },
    { area: '', area_kind: '', member: 'A' },
    { area: 'A', area_kind: '', member: 'B' },
    { area: 'P', area_kind: '', member: 'A' },
  ])
  expect(report).toMatchObject({ added: 1, refused: 5 })
  expect(report.refusals.map(({ line, column }) => [line, column])).toEqual([
    [2, 'area'],
    [3, 'area_kind'],
    [4, 'member'],
    [5, 'area'],
    [6, 'area'],
  ])
})

test('an unknown area is added where that is asked for, with the name that the list gives it', async () => {
  const list = [{ area: 'GGD7', area_name: 'Gezondheid Noord', area_kind: 'health', member: 'A' }]
  expect(await areas(list, { createAreas: 'joint' })).toMatchObject({ added: 1, areasCreated: 1, refused: 0 })
  expect(await areas(list, { createAreas: 'joint' })).toMatchObject({ added: 0, areasCreated: 0, unchanged: 1 })
  expect(await areaNames('A')).toEqual(['Gezondheid Noord', 'Politie Oost', 'Provincie'])
})

test('the list of towns keeps what a list of areas says, and the other way round', async () => {
  const moved = towns.map((town) => (town.code === 'A' ? { ...town, parent: '' } : town))
  expect(await importRows(moved)).toMatchObject({ changed: 1 })
  // P was said by the list of an area, too (above).
  expect(await areaNames('A')).toEqual(['Gezondheid Noord', 'Politie Oost', 'Provincie'])
  expect(await importRows(towns)).toMatchObject({ changed: 1 })
  expect(await areas([{ area: 'P', area_kind: '', member: 'B' }], { complete: true })).toMatchObject({ ended: 1 })
  expect(await areaNames('A')).toEqual(['Gezondheid Noord', 'Politie Oost', 'Provincie'])
})

test('a complete list ends what it no longer has, unless a row of it is refused', async () => {
  const list = [{ area: 'POLICE:POL', area_kind: '', member: 'B' }]
  const faulty = [...list, { area: 'POLICE:POL', area_kind: '', member: 'Z' }]
  expect(await areas(faulty, { complete: true })).toMatchObject({ ended: 0, refused: 1 })
  expect(await areas(list, { complete: true })).toMatchObject({ ended: 1, unchanged: 1 })
  expect(await areaNames('A')).toEqual(['Gezondheid Noord', 'Provincie'])
  expect(await areaNames('B')).toEqual(['Politie Oost', 'Provincie'])
})

test('a list without its columns is none', async () => {
  await expect(areas([{ area: 'P', town: 'A' }])).rejects.toThrow('no column member')
})
