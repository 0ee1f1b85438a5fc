import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import type { Database } from '../../platform/db/database.ts'
import { areasOf, findBySlug, nutsCodeOf, readAuthorities, readAuthorityByCode } from './directory-store.ts'
import { findByName, findExactly } from './name-store.ts'
import { countPublished, publishedTowns } from './published-store.ts'
import { importInto } from './test-import.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  const importRows = importInto(database)
  await importRows(
    [
      { country: 'DE', code: '1', name: 'Köln', population: '1000', aliases: 'Porz' },
      { country: 'DE', code: '2', name: 'Kölnerdorf', population: '9000' },
      { country: 'DE', code: '3', name: 'Neu Kölnitz', population: '20' },
      { country: 'DE', code: '4', name: 'Neustadt', population: '10', areas: 'R1' },
      { country: 'DE', code: '5', name: 'Neustadt', population: '50', areas: 'R2' },
      { country: 'DE', code: 'R1', name: 'Nordkreis', kind: 'district', areas: 'L' },
      { country: 'DE', code: 'R2', name: 'Südkreis', kind: 'district', areas: 'L' },
      { country: 'DE', code: 'L', name: 'Land', kind: 'region', areas: 'R1' },
      { country: 'DE', code: 'DE', name: 'Deutschland', kind: 'country' },
      { country: 'DE', scheme: 'NUTS', code: 'DE2', name: 'Süden', kind: 'region' },
      { country: 'DE', scheme: 'NUTS', code: 'DE21', name: 'Süden, Mitte', kind: 'region', areas: 'DE2' },
      { country: 'DE', code: '6', name: 'Bergdorf', areas: 'NUTS:DE21' },
      { country: 'GR', code: '1', name: 'Αθήνα', former_names: 'Αθήναι' },
      { country: 'BG', code: '1', name: 'София' },
      { country: 'BE', code: '1', name: 'Bruxelles / Brussel' },
      { country: 'AT', code: '1', name: 'Köln', population: '1' },
    ],
    { country: undefined },
  )
})
afterAll(() => database.close())

const idOf = async (country: string, code: string) => (await readAuthorityByCode(database.db, country, code))?.id ?? ''
const find = async (query: string, country?: string) =>
  (await database.read((db) => findByName(db, query, { country, limit: 10 }))).map(
    ({ authority }) => `${authority.country} ${authority.name}`,
  )

describe('finding by name', () => {
  it.each(['koln', 'Köln', 'KOELN', 'köln', ' Koeln '])(
    '%s: exact first, by population, then prefixes, then words',
    async (query) => {
      expect((await find(query)).slice(0, 3)).toEqual(['DE Köln', 'AT Köln', 'DE Kölnerdorf'])
    },
  )

  it('finds words inside names', async () => {
    expect(await find('kolnitz')).toEqual(['DE Neu Kölnitz'])
  })

  it.each([
    ['athina', 'GR Αθήνα'],
    ['ΑΘΗΝΑ', 'GR Αθήνα'],
    ['Αθηναι', 'GR Αθήνα'],
    ['sofiya', 'BG София'],
    ['СОФИЯ', 'BG София'],
    ['brussel', 'BE Bruxelles / Brussel'],
    ['porz', 'DE Köln'],
    ['bruxeles', 'BE Bruxelles / Brussel'],
    ['kolnerdrof', 'DE Kölnerdorf'],
  ])('%s finds %s', async (query, expected) => {
    expect((await find(query))[0]).toBe(expected)
  })

  it('keeps to a country where one is given', async () => {
    expect(await find('koln', 'at')).toEqual(['AT Köln'])
  })

  it('tells namesakes apart by the area they belong to, and says which other name matched', async () => {
    const found = await findByName(database.db, 'neustadt', { limit: 10 })
    expect(found.map(({ region, matched }) => [region, matched])).toEqual([
      ['Südkreis', undefined],
      ['Nordkreis', undefined],
    ])
    expect((await findByName(database.db, 'porz', { limit: 1 }))[0]?.matched).toBe('Porz')
  })

  it('answers nothing to nothing, and takes signs of the pattern language for what they are', async () => {
    for (const query of ['', ' ', '%', '_', "'; --", '%%%%']) expect(await find(query)).toEqual([])
    expect(await find('k'.repeat(5000))).toEqual([])
  })

  it('finds exactly by code or name', async () => {
    const names = async (text: string) => (await findExactly(database.db, 'de', text)).map(({ name }) => name)
    expect([await names('R1'), await names('koeln'), await names('kol')]).toEqual([['Nordkreis'], ['Köln'], []])
  })
})

describe('areas', () => {
  it('are reached through each other, once, even round in a circle, with the country last', async () => {
    const id = await idOf('DE', '4')
    const found = await database.read((db) => areasOf(db, id))
    expect(found.map(({ name }) => name)).toEqual(['Neustadt', 'Nordkreis', 'Land', 'Deutschland'])
  })
})

describe('the NUTS code of a place', () => {
  const codeOf = async (code: string) => {
    const id = await idOf('DE', code)
    return database.read(async (db) =>
      nutsCodeOf(
        db,
        (await areasOf(db, id)).map((area) => area.id),
      ),
    )
  }

  it('is the narrowest of its areas', async () => {
    expect(await codeOf('6')).toBe('DE21')
  })

  it('is not known where no list has one', async () => {
    expect(await codeOf('4')).toBeUndefined()
  })
})

describe('addresses', () => {
  it('lead from a former slug to the present one, and nowhere for a stranger', async () => {
    const id = await idOf('GR', '1')
    await database.db
      .insertInto('published.former_slug')
      .values({ country: 'GR', slug: 'athine', authority: id })
      .execute()
    expect(await findBySlug(database.db, 'gr', 'athine')).toEqual({ movedTo: { country: 'GR', slug: 'athina' } })
    expect(await findBySlug(database.db, 'gr', 'athina')).toMatchObject({ authority: { id } })
    expect(await findBySlug(database.db, 'gr', 'nowhere')).toBeUndefined()
  })

  it('end even where mergers lead round in a circle', async () => {
    const [a, b] = [await idOf('DE', '2'), await idOf('DE', '3')]
    await sql`update published.authority set status = 'merged', successor = ${b} where id = ${a}`.execute(database.db)
    await sql`update published.authority set status = 'merged', successor = ${a} where id = ${b}`.execute(database.db)
    expect(await findBySlug(database.db, 'DE', 'kolnerdorf')).toMatchObject({ authority: { id: a } })
    await sql`update published.authority set status = 'active', successor = null where id in (${a}, ${b})`.execute(
      database.db,
    )
  })
})

describe('published towns', () => {
  it('are counted and read page by page; regions are read too, the country is neither', async () => {
    const ids = [await idOf('DE', '1'), await idOf('DE', '4'), await idOf('DE', 'L'), await idOf('DE', 'DE')]
    for (const authority of ids) {
      await database.db
        .insertInto('published.snapshot')
        .values({ authority, version: 1, document: '{}', sha256: '', published_at: new Date(0) })
        .execute()
      await database.db
        .insertInto('published.current_snapshot')
        .values({ authority, country: 'DE', version: 1 })
        .execute()
    }
    expect(await database.read(countPublished)).toEqual([{ country: 'DE', towns: 2, demonstration: false }])
    const first = await database.read((db) => publishedTowns(db, 'de', { limit: 2 }))
    const second = await database.read((db) => publishedTowns(db, 'de', { limit: 2, after: first.next }))
    expect([...first.towns, ...second.towns].map(({ slug }) => slug)).toEqual(['koln', 'land', 'neustadt'])
    expect(second.next).toBeUndefined()
    expect(await readAuthorities(database.db, [])).toEqual([])
  })
})
