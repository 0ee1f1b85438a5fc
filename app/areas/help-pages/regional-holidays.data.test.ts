/** From an imported NUTS code, or dates that an area has entered, to what a page says on a day that only a part of the country keeps. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadReferenceData } from '../../reference-data.ts'
import { readAuthorityByCode } from '../authorities/index.ts'
import { importInto } from '../authorities/test-import.ts'
import { createPublicHolidays } from '../checklist/index.ts'
import { writeSchoolHolidays } from '../checklist/test-town.ts'
import { readerFor } from './chrome.ts'
import { readPublishedTown } from './town-store.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await importInto(database)(
    [
      { country: 'DE', scheme: 'NUTS', code: 'DE2', name: 'Süden', kind: 'region' },
      { country: 'DE', code: '1', name: 'Bergdorf', areas: 'NUTS:DE2' },
      { country: 'DE', code: '2', name: 'Nirgendwo' },
    ],
    { country: undefined },
  )
})
afterAll(() => database.close())

const { languages, countries, holidayRegions } = loadReferenceData()
const i18n = createI18n(languages)
const { isPublicHoliday } = createPublicHolidays(holidayRegions)
const epiphany = '2027-01-06'

async function readerIn(code: string) {
  const town = await readAuthorityByCode(database.db, 'DE', code)
  const { nuts, schoolHolidays } = await database.read((db) =>
    readPublishedTown(db, { id: town?.id ?? '', status: 'active' }),
  )
  const place = { country: countries.byIso('DE'), nuts, schoolHolidays }
  return readerFor(
    { i18n, isPublicHoliday },
    i18n.negotiate('en'),
    Temporal.Instant.from(`${epiphany}T12:00:00Z`),
    place,
  )
}

test('a town keeps the holidays of its region, the services of the whole country do not', async () => {
  const reader = await readerIn('1')
  expect([reader.isPublicHoliday(epiphany, false), reader.isPublicHoliday(epiphany, true)]).toEqual([true, false])
})

test('the school holidays of a region are those of its towns, until a town enters its own', async () => {
  const [region, town] = [
    await readAuthorityByCode(database.db, 'DE', 'DE2'),
    await readAuthorityByCode(database.db, 'DE', '1'),
  ]
  const keep = (authority: string, from: string, to: string) =>
    database.db.transaction().execute((tx) =>
      writeSchoolHolidays(tx, authority, [
        { from, to },
        { from: '2027-02-01', to: '2027-02-06' },
      ]),
    )
  const held = async (code: string) => {
    const { id = '' } = (await readAuthorityByCode(database.db, 'DE', code)) ?? {}
    return (await database.read((db) => readPublishedTown(db, { id, status: 'active' }))).schoolHolidays[0]
  }
  await keep(region?.id ?? '', '2026-12-24', '2027-01-08')
  expect([await held('1'), await held('2')]).toEqual([{ from: '2026-12-24', to: '2027-01-08' }, undefined])
  const reader = await readerIn('1')
  expect([reader.schoolHoliday(epiphany, false), reader.schoolHoliday(epiphany, true)]).toEqual(['yes', 'unknown'])
  await keep(town?.id ?? '', '2026-12-20', '2027-01-03')
  expect(await held('1')).toEqual({ from: '2026-12-20', to: '2027-01-03' })
  expect((await readerIn('1')).schoolHoliday(epiphany, false)).toBe('no')
})

test('a town of which no list says the region keeps those of the country', async () => {
  const reader = await readerIn('2')
  expect([reader.isPublicHoliday(epiphany, false), reader.isPublicHoliday('2026-12-25', false)]).toEqual([false, true])
})
