/** Directories that an association follows: fetched, placed, kept apart, never with the place of somebody who hides. */
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { actOfPerson } from '../../../platform/audit/audit.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { newId } from '../../../platform/ids.ts'
import { silentLog } from '../../../platform/log.ts'
import type { Notice } from '../../../platform/mail/notice.ts'
import { serve, type TestServer, testClient } from '../../../platform/net/test-net.ts'
import { readFeed } from '../feeds/feed-store.ts'
import { addFeed, endFeed, followFeed, type KeepFeedDeps, lookAtFeed } from '../feeds/keep-feed.ts'
import { pullFeeds } from '../feeds/pull-feeds.ts'
import { serviceFacts } from '../schema.ts'
import { saveService } from '../service.ts'
import { actAs, at, facts, testDeps, text } from '../test-town.ts'
import { moveSuggestedServices, suggestedServices } from './directory-store.ts'
import { addUnion, inTown, kind, placed, service } from './test-directory.ts'

let database: Database
let host: TestServer
let answer: { status?: number; body: unknown; etag?: string }
let now: Temporal.Instant
let told: Notice[] = []
const clock: Clock = { now: () => now, milliseconds: () => now.epochMilliseconds }
const association = newId()
const rita = { id: newId(), email: 'rita@example.org', name: 'Rita', language: 'en', roles: [] }
let union: Awaited<ReturnType<typeof addUnion>>

beforeAll(async () => {
  database = await testDatabase()
  host = await serve((request, response) => {
    if (answer.etag !== undefined && request.headers['if-none-match'] === answer.etag) {
      return void response.writeHead(304).end()
    }
    response.writeHead(answer.status ?? 200, answer.etag === undefined ? {} : { etag: answer.etag })
    response.end(answer.body instanceof Uint8Array ? answer.body : JSON.stringify(answer.body))
  })
  union = await addUnion(database, association)
})
afterAll(async () => {
  await host.close()
  await database.close()
})
beforeEach(async () => {
  now = Temporal.Instant.from('2026-03-10T10:00:00Z')
  told = []
  await database.db.deleteFrom('office.service_feed').execute()
  await database.db.deleteFrom('office.draft_service').execute()
})

const owner = { type: 'association', id: association } as const
const keepDeps = (): KeepFeedDeps => ({
  database,
  clock,
  readAssociation: async () => ({
    ...{ country: 'NL', timeZone: 'Europe/Amsterdam', slug: 'union', name: 'Union', names: {}, demonstration: true },
  }),
  pullSoon: async () => undefined,
  readyToPull: async () => undefined,
})
const pull = () =>
  pullFeeds({
    ...{ ...testDeps(database), ...keepDeps(), log: silentLog, networkOn: true, net: testClient([host.port]) },
    kindWords: {},
    notify: async (_, notice) => void told.push(notice),
    coordinatorsOf: async () => [rita.id],
  })
const act = () => actOfPerson(rita, 'checklist.test', now)

async function follow(): Promise<string> {
  const id = newId()
  const url = `http://guide.eu:${host.port}/feed`
  const when = { every: 'day', hour: 3 } as const
  const settings = { source: 'Guide', url, language: 'nl', defaultKind: '', ...when, conflict: 'feed' as const }
  expect(await addFeed(keepDeps(), act(), { id, owner, settings })).toBe('saved')
  return id
}
const tonight = () => {
  now = now.add({ hours: 24 })
  return pull()
}
const last = async (id: string) => (await readFeed(database.db, owner, id))?.results[0]
const namesIn = async (town: string) =>
  (await suggestedServices(database.db, town)).map(({ facts: { name } }) => name['nl']?.text)

const list = (...services: object[]) => ({ body: services })

describe('a directory that an association follows', () => {
  test('suggests each service to the authority that it belongs to, and to no other', async () => {
    answer = list(
      ...placed('in town'),
      service('of area', { service_areas: [{ name: 'Everywhere', uri: 'https://codes.example/id/NL99' }] }),
      service('by point', {
        service_at_locations: [{ location: { location_type: 'physical', latitude: 52.41, longitude: 5 } }],
      }),
      service('elsewhere', { service_at_locations: inTown('Outside') }),
      service('country', { service_areas: [{ name: 'Netherlands' }], service_at_locations: inTown('Alpha') }),
      service('nowhere'),
      service('kindless', { attributes: [], service_at_locations: inTown('Alpha') }),
      service('ended', { status: 'inactive', service_at_locations: inTown('Alpha') }),
      service('wrong', { url: 'no address', service_at_locations: inTown('Alpha') }),
    )
    const id = await follow()
    expect(await pull()).toBe(0)
    expect(await tonight()).toBe(1)
    expect(await namesIn(union.alpha)).toEqual(['Service in town'])
    expect(await namesIn(union.beta)).toEqual(['Service by point'])
    expect(await namesIn(union.region)).toEqual(['Service of area'])
    // No member: nothing of the association reaches it.
    expect(await namesIn(union.outside)).toEqual([])
    expect(await last(id)).toMatchObject({
      outcome: 'followed',
      counts: { added: 4, skipped: 1, refused: 1 },
      placed: { kept: 4, fitting: 3, members: 3, nowhere: 2, kindless: 1 },
    })
    // Whoever joins later finds what there is.
    await database.db
      .insertInto('published.association_member')
      .values({ association, authority: union.outside })
      .execute()
    expect(await namesIn(union.outside)).toEqual(['Service elsewhere'])
    await database.db.deleteFrom('published.association_member').where('authority', '=', union.outside).execute()
  })

  test('is replaced as a whole; what says the same is the same, and an unchanged one is not fetched again', async () => {
    answer = { ...list(...placed('1', '2', '3', '4')), etag: '"a"' }
    const id = await follow()
    await tonight()
    const before = await suggestedServices(database.db, union.alpha)
    const [, second, third, fourth] = placed('1', '2', '3', '4')
    answer = {
      ...list({ ...placed('1')[0], description: 'News' }, { ...second }, { ...third }, { ...fourth }),
      etag: '"b"',
    }
    await tonight()
    expect(await last(id)).toMatchObject({
      outcome: 'followed',
      counts: { added: 0, changed: 1, unchanged: 3 },
      gone: 0,
    })
    const after = await suggestedServices(database.db, union.alpha)
    expect(after.map(({ sha256 }, index) => sha256 === before[index]?.sha256)).toEqual([false, true, true, true])
    const { rows } = await countRows(id)
    expect(rows).toBe(4)
    await tonight()
    expect(await last(id)).toMatchObject({ outcome: 'unchanged' })
    expect((await suggestedServices(database.db, union.alpha))[0]?.fetchedAt).toEqual(now)
  })

  test('that loses more than a third is asked about, and followed by whoever has seen how much it is', async () => {
    answer = list(...placed('1', '2', '3', '4', '5', '6'))
    const id = await follow()
    await tonight()
    answer = list(...placed('1', '2'))
    await tonight()
    expect(await last(id)).toMatchObject({ outcome: 'sudden', gone: 4 })
    expect(await namesIn(union.alpha)).toHaveLength(6)
    expect((await countRows(id)).rows).toBe(6)
    // Meanwhile still more is gone than somebody has agreed to.
    answer = list(...placed('1'))
    await followFeed(keepDeps(), act(), { id, owner }, 4)
    expect(await pull()).toBe(1)
    expect(await last(id)).toMatchObject({ outcome: 'sudden', gone: 5 })
    await followFeed(keepDeps(), act(), { id, owner }, 5)
    expect(await pull()).toBe(1)
    expect(await last(id)).toMatchObject({ outcome: 'taken', gone: 5 })
    expect(await namesIn(union.alpha)).toEqual(['Service 1'])
    expect(await pull()).toBe(0)
  })

  test('can be looked at, and nothing changes for anybody', async () => {
    answer = list(...placed('1', '2'))
    const id = await follow()
    await lookAtFeed(keepDeps(), act(), { id, owner })
    expect(await pull()).toBe(1)
    expect(await last(id)).toMatchObject({
      outcome: 'looked',
      counts: { added: 2 },
      placed: { fitting: 2, members: 1 },
    })
    expect(await namesIn(union.alpha)).toEqual([])
    expect((await countRows(id)).rows).toBe(0)
    await followFeed(keepDeps(), act(), { id, owner }, 0)
    await pull()
    expect(await namesIn(union.alpha)).toHaveLength(2)
  })

  test('that breaks off or fails changes nothing', async () => {
    answer = list(...placed('1', '2', '3'))
    const id = await follow()
    await tonight()
    answer = { body: strToU8(`${JSON.stringify(placed('1'))}`.slice(0, -20)) }
    await tonight()
    expect(await last(id)).toMatchObject({ outcome: 'failed', reason: 'broken' })
    answer = { status: 500, body: '' }
    await tonight()
    expect(told).toEqual([])
    await tonight()
    expect((await readFeed(database.db, owner, id))?.failures).toBe(3)
    // Three in a row: the coordinators are told, once.
    await tonight()
    expect(told.map(({ person, kind: sort }) => [person, sort])).toEqual([[rita.id, 'directories']])
    const english = createI18n(loadLanguages()).translator('en')
    expect(english && told[0]?.compose(english).subject).toContain('Guide')
    expect(await namesIn(union.alpha)).toHaveLength(3)
    expect((await countRows(id)).rows).toBe(3)
  })

  test('may be a zip file with the tables of HSDS, areas and places among them', async () => {
    const tables = {
      'services.csv': 'id,name,status\na,Of the area,active\nb,In town,active',
      'service_areas.csv': 'id,service_id,name,uri\n1,a,,https://codes.example/NL99',
      'service_at_locations.csv': 'id,service_id,location_id\n1,b,l',
      'locations.csv': 'id,name,location_type,latitude,longitude\nl,Alpha,physical,,',
      'attributes.csv': 'id,link_id,link_entity,taxonomy_term_id\n1,a,service,t\n2,b,service,t',
      'taxonomy_terms.csv': 'id,code,name\nt,child-helpline,Helpline',
    }
    answer = { body: zipSync(Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, strToU8(rows)]))) }
    await follow()
    await tonight()
    expect(await namesIn(union.region)).toEqual(['Of the area'])
    expect(await namesIn(union.alpha)).toEqual(['In town'])
  })

  test('leaves nothing behind when it is no longer followed', async () => {
    answer = list(...placed('1'))
    const id = await follow()
    await tonight()
    await endFeed(keepDeps(), act(), { id, owner })
    expect(await namesIn(union.alpha)).toEqual([])
    expect((await countRows(id)).rows).toBe(0)
  })

  test('goes on for the successor of a merged town', async () => {
    answer = list(...placed('1'))
    await follow()
    await tonight()
    await database.db.transaction().execute((tx) => moveSuggestedServices(tx, union.alpha, union.beta))
    expect([await namesIn(union.alpha), await namesIn(union.beta)]).toEqual([[], ['Service 1']])
  })
})

const countRows = (feed: string) =>
  database.db
    .selectFrom('office.directory_service')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('feed', '=', feed)
    .executeTakeFirstOrThrow()
    .then(({ count }) => ({ rows: Number(count) }))

describe('a confidential place', () => {
  const phones = [{ number: '020 123 45 67', type: 'voice' }]
  const refuge = (more: object = {}) => service('refuge', { phones, service_at_locations: inTown('Alpha'), ...more })
  const stored = async () =>
    JSON.stringify(await database.db.selectFrom('office.directory_service').selectAll().execute())
  const hide = async (authority: string) => {
    const hidden = serviceFacts.parse({
      ...facts({ name: text('Toevlucht', 'nl'), place: { type: 'confidential' } }),
      phones: [{ number: '+31 20 123 45 67' }],
    })
    const saved = await saveService(testDeps(database), actAs('anna'), authority, newId(), hidden, 0)
    expect(saved.outcome).toBe('saved')
  }

  test('by the word of the directory has no address, and belongs to no town by where it is', async () => {
    const confidential = [...kind, { label: 'confidential', value: 'yes' }]
    answer = list(
      refuge({ attributes: confidential }),
      service('of area', {
        ...{ attributes: confidential, service_at_locations: inTown('Alpha') },
        service_areas: [{ name: 'Provincie' }],
      }),
    )
    await follow()
    await tonight()
    expect(await namesIn(union.alpha)).toEqual([])
    const [one] = await suggestedServices(database.db, union.region)
    expect(one?.facts.place).toEqual({ type: 'confidential' })
    expect(await stored()).not.toContain('Laan')
  })

  test('of the town, or of an area that it belongs to, keeps its address out of what is fetched', async () => {
    for (const authority of [union.alpha, union.region]) {
      await database.db.deleteFrom('office.service_feed').execute()
      await database.db.deleteFrom('office.draft_service').execute()
      await hide(authority)
      answer = list(refuge(), ...placed('open'))
      await follow()
      await tonight()
      const [one] = (await suggestedServices(database.db, union.alpha)).filter(
        ({
          facts: {
            phones: [phone],
          },
        }) => phone,
      )
      expect(one?.facts.place).toEqual({ type: 'confidential' })
    }
  })

  test('takes the address out of what was fetched before', async () => {
    answer = list(refuge())
    await follow()
    await tonight()
    expect(await stored()).toContain('Laan')
    await hide(union.alpha)
    expect(await stored()).not.toContain('Laan')
  })

  test('takes it out by what the service was known by before, too', async () => {
    const id = newId()
    const known = facts({ name: text('Service refuge', 'nl'), place: at('Verborgen Laan 7', 'Alpha') })
    await saveService(testDeps(database), actAs('anna'), union.alpha, id, known, 0)
    answer = list(refuge())
    await follow()
    await tonight()
    expect(await stored()).toContain('Laan')
    const renamed = { ...known, name: text('Toevlucht', 'nl'), place: { type: 'confidential' as const } }
    expect((await saveService(testDeps(database), actAs('anna'), union.alpha, id, renamed, 1)).outcome).toBe('saved')
    expect(await stored()).not.toContain('Laan')
  })
})
