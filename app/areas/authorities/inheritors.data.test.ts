/** Seen from above and from below the same towns inherit from an area. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { areasOf, countInheritors, ensureNational, findBySlug, inheritsFrom, listInheritors } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())
const db = () => app.services.database.db

test('every area of the network has the towns that name it among their areas', async () => {
  const rows = await db().selectFrom('published.authority').select(['id', 'kind', 'status']).execute()
  const below = new Map<string, string[]>()
  for (const { id } of rows.filter(({ kind, status }) => kind === 'municipality' && status === 'active')) {
    for (const area of (await areasOf(db(), id)).slice(1)) below.set(area.id, [...(below.get(area.id) ?? []), id])
  }
  const areas = rows.filter(({ kind, status }) => kind !== 'municipality' && status === 'active')
  expect(areas.length).toBeGreaterThan(3)
  for (const { id } of areas) {
    const { towns, total } = await listInheritors(db(), [id], { from: 0, most: 1_000 })
    expect(towns.map((one) => one.id).toSorted()).toEqual((below.get(id) ?? []).toSorted())
    expect([total, (await countInheritors(db(), [id])).count]).toEqual([towns.length, towns.length])
    for (const town of towns) expect(await inheritsFrom(db(), town.id, [id])).toBe(true)
  }
})

test('regions are counted, and the list can be of one of them', async () => {
  const state = await db().selectFrom('published.authority').select('id').where('kind', '=', 'country').execute()
  const areas = state.map(({ id }) => id)
  const { regions, count } = await countInheritors(db(), areas)
  const [region] = regions
  if (!region) throw new Error('the network has a region')
  expect(region.towns).toBeLessThanOrEqual(count)
  const { towns, total } = await listInheritors(db(), areas, { within: region.id, from: 0, most: 1 })
  expect([towns.length, total]).toEqual([1, region.towns])
})

test('a town that lies in a region in several ways counts once; so does one named by its state and by its region', async () => {
  const [country, region, other, ...rest] = Array.from({ length: 8 }, (_, n) => ({
    id: newId(),
    kind: ['country', 'region', 'region', 'district', 'district', 'municipality', 'municipality', 'municipality'][n],
    slug: `graph-${n}`,
  }))
  const [one, two, both, direct, lost] = rest
  if (!(country && region && other && one && two && both && direct && lost)) throw new Error('eight places')
  const places = JSON.stringify([country, region, other, ...rest])
  await sql`
    insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
    select id, kind, 'XG', slug, slug, 'UTC', '', now()
    from jsonb_to_recordset(${places}::jsonb) place (id uuid, kind text, slug text)`.execute(db())
  const lies = [
    ...[one, two].map((district) => [district, region]),
    ...[one, two, region, other].map((area) => [both, area]),
    [direct, region],
  ].map(([authority, area]) => ({ authority: authority?.id, area: area?.id }))
  await sql`
    insert into published.authority_area (authority, area)
    select authority, area from jsonb_to_recordset(${JSON.stringify(lies)}::jsonb) link (authority uuid, area uuid)`.execute(
    db(),
  )
  const seen = await countInheritors(db(), [country.id, region.id, other.id])
  expect([seen.count, seen.regions.map(({ id, towns }) => [id, towns])]).toEqual([
    3,
    [
      [region.id, 2],
      [other.id, 1],
    ],
  ])
  const listed = async (areas: readonly string[], within?: string) => {
    const { towns, total } = await listInheritors(db(), areas, { within, from: 0, most: 10 })
    expect(total).toBe(towns.length)
    return towns.map(({ slug }) => slug)
  }
  expect(await listed([country.id, region.id])).toEqual([both, direct, lost].map(({ slug }) => slug))
  expect(await listed([country.id], other.id)).toEqual([both.slug])
  expect(await listed([one.id, two.id])).toEqual([both.slug])
})

test('a country gets one authority, however often it is asked for, and its towns belong to it', async () => {
  const given = { country: 'SE', name: 'Sverige', names: {}, officialLanguages: ['sv'], timeZone: 'Europe/Stockholm' }
  const at = Temporal.Instant.from('2026-11-29T10:00:00Z')
  const open = (id: string) =>
    db()
      .transaction()
      .execute((tx) => ensureNational(tx, { ...given, id, demonstration: true }, at))
  const { slug, made } = await open('00000000-0000-4000-8000-000000000001')
  expect(made).toBe(true)
  expect(await open('00000000-0000-4000-8000-000000000002')).toEqual({ slug, made: false })
  const town = (await findBySlug(db(), 'SE', 'example-stad'))?.authority
  const areas = await areasOf(db(), town?.id ?? '')
  expect(areas.map((one) => one.slug)).toContain(slug)
})
