/** From an imported NUTS code to what a page says on a day that only a part of the country keeps. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadReferenceData } from '../../reference-data.ts'
import { readAuthorityByCode } from '../authorities/index.ts'
import { importInto } from '../authorities/test-import.ts'
import { createPublicHolidays } from '../checklist/index.ts'
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
  const { nuts } = await database.read((db) => readPublishedTown(db, town?.id ?? ''))
  const place = { country: countries.byIso('DE'), nuts }
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

test('a town of which no list says the region keeps those of the country', async () => {
  const reader = await readerIn('2')
  expect([reader.isPublicHoliday(epiphany, false), reader.isPublicHoliday('2026-12-25', false)]).toEqual([false, true])
})
