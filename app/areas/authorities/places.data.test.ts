import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { readCsv } from './import/read-csv.ts'
import { openList } from './import/read-list.ts'
import { findByName } from './name-store.ts'
import { importInto } from './test-import.ts'

/** The list of Eurostat stands beside the repository where it is developed; it is not part of it. */
const places = join(import.meta.dirname, '../../../../shared/data/places/lau-2020.csv.gz')

it('the real municipalities of a country are imported, found and unchanged the second time', async (ctx) => {
  if (!existsSync(places)) return ctx.skip('the list of local administrative units is not on this machine')
  const database = await testDatabase()
  try {
    const list = () => ({
      rows: readCsv(places),
      country: 'IS',
      map: { code: 'lau_id', areas: { column: 'nuts_3', prefix: 'NUTS:' } },
    })
    const importRows = importInto(database)
    expect(await importRows([], { ...list(), createAreas: 'region' })).toMatchObject({
      added: 74,
      areasCreated: 2,
      refused: 0,
    })
    expect(await importRows([], list())).toMatchObject({ added: 0, changed: 0, unchanged: 72, refused: 0 })
    // As it is, without a map: the list is known, and says where it is from.
    const { format, rows } = await openList(places)
    expect(format?.name).toBe('lau')
    expect(await importRows([], { rows, country: 'IS' })).toMatchObject({ added: 0, changed: 74, refused: 0 })
    const [found] = await findByName(database.db, 'reykjavikurborg', { country: 'IS', limit: 1 })
    expect(found?.authority).toMatchObject({ slug: 'reykjavikurborg', timeZone: 'Atlantic/Reykjavik' })
  } finally {
    await database.close()
  }
})
