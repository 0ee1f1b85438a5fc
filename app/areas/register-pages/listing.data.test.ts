/** What the list sorts by and is searched in follows the register and the directory by itself. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../tests/database.ts'
import { actOf } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { foldings } from '../authorities/index.ts'
import { enterApart, enterMerger, enterWithdrawal, type NewSignature } from '../register/index.ts'
import { askedOf } from './asked-rules.ts'
import { countOf } from './counts-rules.ts'
import { countCells, countYears, listSignatories, readSpots, searchSignatories } from './listing-store.ts'
import { exportParts } from './write-export.ts'

const deps = { config: { secret: 's'.repeat(32), production: true } }
const act = actOf('test', 'register.test', Temporal.Instant.from('2026-05-02T10:00:00Z'))
const everybody = askedOf(() => undefined, new Set())
const [köln, żagań, larger] = [newId(), newId(), newId()]
let database: Database

async function addAuthority(id: string, name: string): Promise<void> {
  await sql`
    insert into published.authority (id, kind, country, slug, name, official_languages, time_zone, latitude, longitude,
      population, facts_sha256, changed_at)
    values (${id}, 'municipality', 'DE', ${id}, ${name}, '{de}', 'UTC', 50, 8, 1000, '', now())`.execute(database.db)
  await nameIt(id, name)
}

async function nameIt(id: string, name: string, kind = 'name'): Promise<void> {
  for (const folded of foldings(name)) {
    await sql`
      insert into published.authority_name (authority, country, kind, name, folded)
      values (${id}, 'DE', ${kind}, ${name}, ${folded})`.execute(database.db)
  }
}

const signature = (authority: string, name: string, signedOn = '2026-05-01'): NewSignature => ({
  signs: { kind: 'municipality', country: 'DE', authority, association: null, name },
  facts: {
    ...{ signedOn, decidedOn: '2026-04-20', textVersion: '1', textLanguage: 'en' },
    ...{ documentSha256: null, ceremonyOn: null },
  },
  texts: { decision_body: 'Council' },
  demonstration: false,
})

const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => database.db.transaction().execute(work)
const names = async () => (await listSignatories(database.db, everybody, { from: 0, most: 10 })).map(({ name }) => name)
const found = async (query: string) =>
  (await searchSignatories(database.db, query, everybody, { from: 0, most: 10 })).map(({ number }) => number)

beforeAll(async () => {
  database = await testDatabase()
  await addAuthority(köln, 'Köln')
  await addAuthority(żagań, 'Żagań')
  await addAuthority(larger, 'Aachen')
  await inside((tx) => enterApart(tx, deps, act, [signature(żagań, 'Żagań'), signature(köln, 'Cöln', '2025-01-01')]))
})
afterAll(() => database.close())

test('names are in the order of the alphabet whatever their accents, and are found as they were when they signed', async () => {
  expect(await names()).toEqual(['Köln', 'Żagań'])
  expect(await found('koln')).toEqual([2])
  expect(await found('KOELN')).toEqual([2])
  expect(await found('coln')).toEqual([2])
  expect(await found('zagan')).toEqual([1])
})

test('a town that is renamed stands where its new name belongs, and is found by the old one', async () => {
  await sql`update published.authority set name = 'Ahausen', population = 5000, latitude = 51 where id = ${żagań}`.execute(
    database.db,
  )
  await sql`delete from published.authority_name where authority = ${żagań}`.execute(database.db)
  await nameIt(żagań, 'Ahausen')
  await nameIt(żagań, 'Żagań', 'former')
  expect(await names()).toEqual(['Ahausen', 'Köln'])
  expect(await found('zagan')).toEqual([1])
  expect(await found('ahausen')).toEqual([1])
  expect((await countCells(database.db)).reduce((sum, { people }) => sum + people, 0)).toBe(6_000)
  expect((await readSpots(database.db, { perDegree: 1 })).spots.map(({ latitude }) => latitude).toSorted()).toEqual([
    50.5, 51.5,
  ])
})

test('who has merged or withdrawn leaves map and counts, and stays in the list and in the files', async () => {
  const [first] = await sql<{ id: string }>`select id from published.signatory where number = 1`
    .execute(database.db)
    .then(({ rows }) => rows)
  const given = { on: '2026-07-01', decidedOn: '2026-06-30', texts: {} }
  await inside((tx) => enterWithdrawal(tx, deps, act, first?.id ?? '', given))
  await inside((tx) => enterMerger(tx, deps, act, { from: köln, into: [larger], on: '2027-01-01' }))
  const cells = await countCells(database.db)
  expect(countOf(cells, { ...everybody, status: 'signed' })).toBe(0)
  expect(countOf(cells, everybody)).toBe(2)
  expect((await readSpots(database.db, { perDegree: 1 })).spots).toEqual([])
  const { rows } = await sql`select * from published.signed_authority`.execute(database.db)
  expect(rows).toEqual([])
  expect(await countYears(database.db)).toEqual(
    expect.arrayContaining([
      { year: 2025, act: 'signed', entries: 1 },
      { year: 2026, act: 'withdrawn', entries: 1 },
      { year: 2027, act: 'merged', entries: 1 },
    ]),
  )
  const from = {
    database: { read: <T>(work: (db: Database['db']) => Promise<T>) => work(database.db) },
    baseUrl: '',
    official: false,
  }
  let text = ''
  for await (const part of exportParts(from, { format: 'ndjson', notice: '' })) text += part
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ status }) => status)).toEqual(['withdrawn', 'merged'])
  expect(lines[1].successors).toEqual([`/en/de/${larger}`])
})
