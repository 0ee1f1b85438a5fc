import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { areasOf, findByOfficialCode, findBySlug, readAuthorityByCode } from './directory-store.ts'
import { findByName, findExactly } from './name-store.ts'
import { importInto, type TestImport } from './test-import.ts'

let database: Database
let importRows: TestImport
beforeAll(async () => {
  database = await testDatabase()
  importRows = importInto(database)
})
afterAll(() => database.close())

const slugOf = async (code: string) => (await readAuthorityByCode(database.db, 'NL', code))?.slug
const count = async (table: string) =>
  (await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(database.db)).rows[0]
    ?.rows

describe('a list of authorities', () => {
  const list = [
    {
      code: 'A1',
      name: 'Alphadorp',
      aliases: 'Klein Alpha; Alphazand',
      areas: 'P1',
      population: '1200',
      name_fr: 'Alphaville',
    },
    { code: 'A2', name: 'Alphadorp', areas: 'P1;NUTS:NL9', population: '', name_fr: '' },
    { code: 'P1', name: 'Provincie Alpha', kind: 'region', areas: '', population: '', name_fr: '' },
    { code: 'NL9', scheme: 'NUTS', name: 'Deel Alpha', kind: 'region', areas: '', population: '', name_fr: '' },
  ]

  it('is added, and the same list again changes nothing', async () => {
    expect(await importRows(list, { dryRun: true })).toMatchObject({ added: 4, changed: 0, refused: 0 })
    expect(await readAuthorityByCode(database.db, 'NL', 'A1')).toBeUndefined()
    expect(await importRows(list)).toMatchObject({ added: 4, changed: 0, unchanged: 0, refused: 0, refusals: [] })
    const names = await count('published.authority_name')
    expect(await importRows(list)).toMatchObject({ added: 0, changed: 0, unchanged: 4, refused: 0 })
    expect(await count('published.authority_name')).toBe(names)
    const town = await readAuthorityByCode(database.db, 'nl', 'A1')
    expect(town).toMatchObject({
      ...{ slug: 'alphadorp', kind: 'municipality', country: 'NL', names: { fr: 'Alphaville' }, population: 1200 },
      ...{
        officialLanguages: ['nl'],
        timeZone: 'Europe/Amsterdam',
        point: null,
        status: 'active',
        demonstration: false,
      },
    })
    expect(await slugOf('A2')).toBe('alphadorp-a2')
  })

  it('may name areas that stand further down', async () => {
    const town = await readAuthorityByCode(database.db, 'NL', 'A2')
    const areas = await areasOf(database.db, town?.id ?? '')
    expect(areas.map((area) => area.name)).toEqual(['Alphadorp', 'Deel Alpha', 'Provincie Alpha'])
  })

  it('leaves alone what it has no column for, and empties what it has an empty cell for', async () => {
    expect(await importRows([{ code: 'A1', name: 'Alphadorp' }])).toMatchObject({ unchanged: 1 })
    expect(await importRows([{ code: 'A1', name: 'Alphadorp', population: '' }])).toMatchObject({ changed: 1 })
    expect(await readAuthorityByCode(database.db, 'NL', 'A1')).toMatchObject({
      population: null,
      names: { fr: 'Alphaville' },
    })
    expect(await findExactly(database.db, 'NL', 'alphazand')).toHaveLength(1)
    await importRows([{ code: 'A1', name: 'Alphadorp', aliases: 'Klein Alpha' }])
    expect(await findExactly(database.db, 'NL', 'alphazand')).toEqual([])
  })

  it('writes one audit record without what cells hold', async () => {
    const { rows } = await sql<{ detail: unknown }>`
      select detail from audit.record where action = 'authorities.import' order by id limit 1`.execute(database.db)
    expect(rows).toEqual([{ detail: { country: 'NL', added: 4, changed: 0, unchanged: 0, skipped: 0, refused: 0 } }])
  })

  it('renames: the address stays and the old name still finds it', async () => {
    await importRows([{ code: 'B1', name: 'Betastad' }])
    expect(await importRows([{ code: 'B1', name: 'Nieuw Beta' }])).toMatchObject({ changed: 1 })
    expect(await importRows([{ code: 'B1', name: 'Nieuw Beta' }])).toMatchObject({ unchanged: 1 })
    expect(await slugOf('B1')).toBe('betastad')
    const [found] = await findByName(database.db, 'betastad', { limit: 5 })
    expect(found).toMatchObject({ authority: { name: 'Nieuw Beta' }, matched: 'Betastad' })
    await importRows([{ code: 'B2', name: 'Betastad' }])
    expect(await slugOf('B2')).toBe('betastad-b2')
  })

  it('merges: the address leads to the last successor, and an empty cell takes it back', async () => {
    const merged = [
      { code: 'C1', name: 'Gammadam', merged_into: 'C2' },
      { code: 'C2', name: 'Gammaveen', merged_into: 'C3' },
      { code: 'C3', name: 'Groot Gamma', merged_into: '' },
    ]
    expect(await importRows(merged)).toMatchObject({ added: 3, refused: 0 })
    expect(await importRows(merged)).toMatchObject({ unchanged: 3 })
    expect(await findBySlug(database.db, 'nl', 'gammadam')).toEqual({ movedTo: { country: 'NL', slug: 'groot-gamma' } })
    const [found] = await findByName(database.db, 'gammadam', { limit: 1 })
    expect(found).toMatchObject({ authority: { status: 'merged' }, successor: { name: 'Groot Gamma' } })
    expect(await importRows([{ code: 'C2', name: 'Gammaveen', merged_into: '' }])).toMatchObject({ changed: 1 })
    expect(await findBySlug(database.db, 'NL', 'gammadam')).toEqual({ movedTo: { country: 'NL', slug: 'gammaveen' } })
    expect(await findBySlug(database.db, 'NL', 'gammaveen')).toMatchObject({ authority: { status: 'active' } })
  })

  it('gives a code that changed hands to the authority that has it on the day', async () => {
    const list = [
      { code: 'D1', name: 'Deltahaven', valid_from: '', valid_to: '2020-12-31' },
      { code: 'D1', name: 'Deltaburg', valid_from: '2021-01-01', valid_to: '' },
    ]
    expect(await importRows(list)).toMatchObject({ added: 2, refused: 0 })
    expect(await importRows(list)).toMatchObject({ unchanged: 2, refused: 0 })
    const on = async (day: string) =>
      (await findByOfficialCode(database.db, { country: 'NL', code: 'D1', on: Temporal.PlainDate.from(day) })).map(
        ({ name }) => name,
      )
    expect([await on('2020-12-31'), await on('2021-01-01')]).toEqual([['Deltahaven'], ['Deltaburg']])
    expect(await importRows([{ code: 'D1', name: 'Deltaburg aan Zee' }])).toMatchObject({ changed: 1 })
    expect(await on('2026-11-23')).toEqual(['Deltaburg aan Zee'])
  })

  it('closes a code without touching the rest', async () => {
    await importRows([{ code: 'D2', name: 'Deltawijk', valid_from: '2010-01-01' }])
    const closed = { code: 'D2', name: 'Deltawijk', valid_from: '2010-01-01', valid_to: '2025-12-31' }
    expect(await importRows([closed])).toMatchObject({ changed: 1 })
    expect(await importRows([closed])).toMatchObject({ unchanged: 1 })
    expect(await readAuthorityByCode(database.db, 'NL', 'D2')).toBeUndefined()
  })

  it('never gives an address of the product to a town', async () => {
    await importRows([{ code: 'E1', name: 'Help' }])
    expect(await slugOf('E1')).toBe('help-e1')
  })

  it('adds areas by their code where that is asked for, to be named by a later list', async () => {
    const rows = [{ code: 'F1', name: 'Etadam', region: 'NL8' }]
    const map = { areas: { column: 'region', prefix: 'NUTS:' } }
    expect(await importRows(rows, { map })).toMatchObject({ added: 0, refused: 1 })
    expect(await importRows(rows, { map, createAreas: 'region' })).toMatchObject({
      added: 2,
      areasCreated: 1,
      refused: 0,
    })
    expect(await importRows(rows, { map, createAreas: 'region' })).toMatchObject({ unchanged: 1, areasCreated: 0 })
    await importRows([{ scheme: 'NUTS', code: 'NL8', name: 'Deel Eta' }])
    const [found] = await findByName(database.db, 'etadam', { limit: 1 })
    expect(found?.region).toBe('Deel Eta')
    expect(await readAuthorityByCode(database.db, 'NL', 'NL8')).toMatchObject({ kind: 'region' })
  })
})

describe('what is refused', () => {
  it('is named by line and column, never by what a cell holds, and the rest goes on', async () => {
    const secret = 'Zxqy'
    const report = await importRows([
      { code: '', name: 'No code' },
      { code: 'R1', name: '' },
      { code: 'R2', name: 'Good one' },
      { code: 'R3', name: 'Bad kind', kind: secret },
      { code: 'R4', name: 'Bad numbers', population: secret },
      { code: 'R2', name: 'Again' },
      { code: 'R5', name: 'Lost', areas: `NUTS:${secret}` },
      { code: 'R6', name: 'Follows the lost', merged_into: 'R5' },
      { code: 'R7', name: 'Itself', merged_into: 'R7' },
      { code: 'R8', name: 'Round', merged_into: 'R9' },
      { code: 'R9', name: 'And round', merged_into: 'R8' },
      { code: 'R10', name: 'Bad days', valid_from: '2020-02-30' },
      { code: 'R11', name: 'Spe\uFFFDial' },
      { code: 'R12', name: 'Language', languages: 'nl;xx' },
      { code: 'R13', name: 'Half a point', latitude: '52.1' },
      { code: 'R14', name: 'A comma for a point', latitude: '52,1', longitude: '4.3' },
    ])
    expect(report).toMatchObject({ added: 1, refused: 15 })
    expect(report.refusals.map(({ line, column }) => `${line} ${column}`)).toEqual([
      ...['2 code', '3 name', '5 kind', '6 population', '7 code', '8 areas', '9 merged_into'],
      ...[
        '10 merged_into',
        '11 merged_into',
        '12 merged_into',
        '13 valid_from',
        '14 name',
        '15 languages',
        '16 longitude',
        '17 latitude',
      ],
    ])
    expect(JSON.stringify(report.refusals)).not.toContain(secret)
    expect(report.refusals.every(({ reason }) => /^[A-Z].*\.$/.test(reason))).toBe(true)
  })

  it('is a circle through mergers known before', async () => {
    await importRows([
      { code: 'S1', name: 'Sigma', merged_into: 'S2' },
      { code: 'S2', name: 'Sigmaveld', merged_into: '' },
    ])
    const report = await importRows([{ code: 'S2', name: 'Sigmaveld', merged_into: 'S1' }])
    expect(report).toMatchObject({ changed: 0, refused: 1, refusals: [{ line: 2, column: 'merged_into' }] })
  })

  it('is a row that would make a real authority fictional or the other way round', async () => {
    await importRows([{ code: 'T1', name: 'Fictional Town' }], { demonstration: true })
    expect(await readAuthorityByCode(database.db, 'NL', 'T1')).toMatchObject({ demonstration: true })
    expect(await importRows([{ code: 'T1', name: 'Real Town' }])).toMatchObject({ refused: 1, changed: 0 })
    expect(await importRows([{ code: 'T2', name: 'Real Town', areas: 'T1' }])).toMatchObject({ refused: 1, added: 0 })
  })

  it('skips rows of other countries, and refuses those of none', async () => {
    const rows = [
      { code: 'U1', name: 'Upsilon', country: 'NL' },
      { code: 'U1', name: 'Upsilon', country: 'BE' },
    ]
    expect(await importRows(rows)).toMatchObject({ added: 1, skipped: 1, refused: 0 })
    const all = [...rows, { code: 'U1', name: 'Nowhere', country: 'QQ' }]
    expect(await importRows(all, { country: undefined })).toMatchObject({ added: 1, unchanged: 1, refused: 1 })
  })

  it('is the whole list where nothing can be made of it', async () => {
    await expect(importRows([{ code: 'V1' }])).rejects.toThrow('The file has no column name')
    await expect(importRows([{ code: 'V1', name: 'V', name_xx: 'V' }])).rejects.toThrow('name_xx')
    await expect(importRows([{ code: 'V1', name: 'V' }], { map: { kind: 'type' } })).rejects.toThrow(
      'does not have: type',
    )
    await expect(importRows([{ code: 'V1', name: 'V' }], { map: { knid: 'name' } })).rejects.toThrow(
      'do not have: knid',
    )
    await expect(importRows([{ code: 'V1', name: 'V' }], { country: undefined })).rejects.toThrow('Which country?')
    await expect(importRows([{ code: 'V1', name: 'V' }], { country: 'US' })).rejects.toThrow('46 member states')
  })

  it('names the columns that nothing was read from', async () => {
    const report = await importRows([{ code: 'W1', name: 'Omega', alias: 'Omegadijk' }])
    expect(report.ignoredColumns).toEqual(['alias'])
  })
})
