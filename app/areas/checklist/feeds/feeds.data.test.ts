import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { silentLog } from '../../../platform/log.ts'
import { serve, type TestServer, testClient } from '../../../platform/net/test-net.ts'
import { urls } from '../../../urls.ts'
import { beginLook } from '../import-services/looked-lists.ts'
import { readUpload } from '../import-services/upload-store.ts'
import { kindWordsOf } from '../office/import/choice-form.ts'
import { fieldValue, openTestTown } from '../office/test-office.ts'
import { readDraft, removeService, saveService } from '../service.ts'
import { actAs, at, facts, text } from '../test-town.ts'
import { readTown } from '../town-store.ts'
import { listFeeds } from './feed-store.ts'
import { pullFeeds } from './pull-feeds.ts'

const town = { country: 'NL', slug: 'example-town' }
const feeds = urls.officeFeeds(town)
const kind = { taxonomy_term: { code: 'child-helpline' } }
const service = (id: string, more: object = {}) => ({
  ...{ id, name: `Service ${id}`, status: 'active', phones: [], attributes: [kind], description: `About ${id}` },
  ...more,
})

/** What the feed's host answers, by path. */
let answers: Record<string, { status?: number; body: unknown; etag?: string }>
let host: TestServer
let database: Database
let given: Awaited<ReturnType<typeof openTestTown>>
let now: Temporal.Instant

beforeAll(async () => {
  database = await testDatabase()
  host = await serve((request, response) => {
    const found = answers[request.url ?? '']
    if (!found) return void response.writeHead(404).end()
    if (found.etag !== undefined && request.headers['if-none-match'] === found.etag) {
      return void response.writeHead(304).end()
    }
    response.writeHead(found.status ?? 200, found.etag === undefined ? {} : { etag: found.etag })
    response.end(found.body instanceof Uint8Array ? found.body : JSON.stringify(found.body))
  })
})
afterAll(async () => {
  await host.close()
  await database.close()
})
beforeEach(async () => {
  given = await openTestTown(database)
  answers = {}
  host.asked.length = 0
  now = Temporal.Instant.from('2026-03-10T10:00:00Z')
  await database.db.deleteFrom('office.service_feed').execute()
})

const clock: Clock = { now: () => now, milliseconds: () => now.epochMilliseconds }
const pull = (networkOn = true) => {
  const deps = {
    ...given.deps,
    coordinatorsOf: async () => [],
    clock,
    log: silentLog,
    networkOn,
    net: testClient([host.port]),
  }
  return pullFeeds({ ...deps, kindWords: kindWordsOf(given.deps) })
}
const tonight = () => {
  now = now.add({ hours: 24 })
  return pull()
}
const feed = async () => {
  const [found] = await listFeeds(database.db, { type: 'authority', id: given.id })
  if (!found) throw new Error('the town follows a feed')
  return found
}
const last = async () => (await feed()).results[0]
const drafted = async () => (await readDraft(database.db, given.id)).services
const names = async () => (await drafted()).map(({ facts: { name } }) => name['nl']?.text).toSorted()
const list = (...ids: string[]) => ids.map((id) => service(id))
const waiting = () =>
  database.db.selectFrom('office.service_upload').select(['id', 'feed']).where('authority', '=', given.id).execute()

async function follow(path: string, conflict = 'own', more: Record<string, string> = {}): Promise<string> {
  const id = newId()
  const url = `http://region.eu:${host.port}${path}`
  const fields = { id, source: 'Region', url, every: 'day', hour: '3', conflict, language: 'nl', defaultKind: '' }
  const added = await given.anna.post(urls.feedNew(feeds), { ...fields, ...more })
  expect(added.headers.get('location')).toBe(`${urls.feed(feeds, id)}?saved=feed`)
  return id
}
const page = async (id: string) => (await given.anna.get(urls.feed(feeds, id))).text()

describe('a feed that a town follows', () => {
  test('is fetched at its hour into the draft, changes what it changed, and nothing else', async () => {
    answers['/feed.json'] = { body: list('1', '2', '3', '4') }
    await follow('/feed.json')
    expect(await pull()).toBe(0)
    expect(await tonight()).toBe(1)
    expect(await names()).toEqual(['Service 1', 'Service 2', 'Service 3', 'Service 4'])
    expect(await last()).toMatchObject({ outcome: 'followed', counts: { added: 4 }, gone: 0 })
    answers['/feed.json'] = { body: [service('1', { description: 'News' }), ...list('2', '3', '4')] }
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'followed', counts: { added: 0, changed: 1, unchanged: 3 } })
    expect((await drafted()).find(({ sourceId }) => sourceId === '1')?.facts.whatHappens['nl']?.text).toBe('News')
    expect(await pull()).toBe(0)
  })

  test('is asked whether anything is new since it was followed', async () => {
    answers['/feed.json'] = { body: list('1'), etag: '"a"' }
    await follow('/feed.json')
    await tonight()
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'unchanged' })
    expect(await names()).toEqual(['Service 1'])
  })

  test('is read page by page and service by service where an interface answers', async () => {
    const summary = (id: string) => ({ id, name: 'Short' })
    answers['/v3/services'] = { body: { total_pages: 2, contents: [summary('1')] } }
    answers['/v3/services?page=2'] = { body: { total_pages: 2, contents: [summary('2')] } }
    for (const id of ['1', '2']) answers[`/v3/services/${id}`] = { body: service(id) }
    await follow('/v3/services')
    await tonight()
    expect(await names()).toEqual(['Service 1', 'Service 2'])
    delete answers['/v3/services/2']
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'failed', reason: 'gone' })
  })

  test('may be a zip file with the tables of HSDS', async () => {
    const rows = 'id,name,status\ns1,Counselling,active'
    const body = zipSync({ 'services.csv': strToU8(rows) })
    answers['/tables.zip'] = { body }
    await follow('/tables.zip', 'own', { defaultKind: 'child-helpline' })
    await tonight()
    expect(await names()).toEqual(['Counselling'])
  })

  test('keeps or overwrites what an officer changed, as decided; what was taken out stays out', async () => {
    for (const [conflict, expected] of [
      ['own', 'Ours'],
      ['feed', 'Theirs'],
    ] as const) {
      given = await openTestTown(database)
      answers['/feed.json'] = { body: list('1', '2', '3', '4', '5', '6') }
      await follow('/feed.json', conflict)
      await tonight()
      const drafts = new Map((await drafted()).map((draft) => [draft.sourceId, draft]))
      const [edited, removed] = [drafts.get('1'), drafts.get('2')]
      if (!edited || !removed) throw new Error('services were fetched')
      const ours = { ...edited.facts, whatHappens: text('Ours', 'nl') }
      await saveService(given.deps, actAs('anna'), given.id, edited.id, ours, edited.revision)
      await removeService(given.deps, actAs('anna'), given.id, removed.id, removed.revision)
      const news = ['1', '2'].map((id) => service(id, { description: 'Theirs' }))
      answers['/feed.json'] = { body: [...news, ...list('3', '4', '5', '6')] }
      await tonight()
      expect(await last()).toMatchObject({ outcome: 'followed' })
      expect((await drafted()).find(({ id }) => id === edited.id)?.facts.whatHappens['nl']?.text).toBe(expected)
      expect((await drafted()).map(({ id }) => id)).not.toContain(removed.id)
    }
  })

  test('waits until somebody has looked where the town wants to be asked', async () => {
    answers['/feed.json'] = { body: list('1', '2') }
    const id = await follow('/feed.json', 'ask')
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'asks', counts: { added: 2 } })
    expect(await names()).toEqual([])
    const [upload] = await waiting()
    if (!upload) throw new Error('it waits')
    expect(await page(id)).toContain(urls.officeUpload(town, upload.id))
    // Whoever looks first does not wait until it has been read once more.
    const { choice } = (await readUpload(database.db, given.id, upload.id)) ?? {}
    if (!choice) throw new Error('it is known how it is read')
    const looked = { id: upload.id, authority: given.id, choice }
    expect(beginLook(database, looked, await readTown(database.db, given.id), now).found).toHaveLength(2)
    const preview = await (await given.anna.get(urls.officeUpload(town, upload.id))).text()
    await given.anna.post(urls.officeUpload(town, upload.id), { seen: fieldValue(preview, 'seen') })
    expect(await names()).toEqual(['Service 1', 'Service 2'])
    expect(await last()).toMatchObject({ outcome: 'taken', counts: { added: 2 } })
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'followed', counts: { added: 0 } })
    expect(await waiting()).toEqual([])
  })

  test('is not followed where more than a third would change or is gone', async () => {
    answers['/feed.json'] = { body: list('1', '2', '3', '4') }
    const id = await follow('/feed.json', 'feed')
    await tonight()
    answers['/feed.json'] = { body: [service('1', { description: 'x' }), service('9')] }
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'sudden', counts: { added: 1, changed: 1 }, gone: 3 })
    expect(await names()).toEqual(['Service 1', 'Service 2', 'Service 3', 'Service 4'])
    const [upload] = await waiting()
    const path = urls.officeUpload(town, upload?.id ?? '')
    await given.anna.post(path, { seen: fieldValue(await (await given.anna.get(path)).text(), 'seen') })
    expect(await names()).toEqual(['Service 1', 'Service 2', 'Service 3', 'Service 4', 'Service 9'])
    // What is gone is listed, stays, and is not asked about again.
    const shown = await page(id)
    for (const name of ['Service 2', 'Service 3', 'Service 4']) expect(shown).toContain(name)
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'followed', gone: 3 })
    const kept = (await drafted()).find(({ sourceId }) => sourceId === '2')
    await given.anna.post(urls.feedKeep(feeds, id), { service: kept?.id ?? '' })
    expect(await page(id)).not.toContain('Service 2')
    expect((await drafted()).find((one) => one.id === kept?.id)).toMatchObject({ source: null })
  })

  test('never says where a place is that is confidential here', async () => {
    const address = { address_1: 'Market 1', city: 'Example Town', address_type: 'physical' }
    const shown = { service_at_locations: [{ location: { location_type: 'physical', addresses: [address] } }] }
    const all = (more: object) => ({ body: [service('1', more), ...list('2', '3', '4')] })
    answers['/feed.json'] = all({})
    await follow('/feed.json', 'feed')
    await tonight()
    const one = (await drafted()).find(({ sourceId }) => sourceId === '1')
    if (!one) throw new Error('it was fetched')
    const secret = { ...one.facts, place: { type: 'confidential' as const } }
    await saveService(given.deps, actAs('anna'), given.id, one.id, secret, one.revision)
    answers['/feed.json'] = all({ ...shown, description: 'News' })
    await tonight()
    expect(JSON.stringify(await drafted())).not.toContain('Market')
    expect(await last()).toMatchObject({ outcome: 'followed', counts: { kept: 1 } })
  })

  test('is fetched by one of two processes, and once more where one of them died', async () => {
    answers['/feed.json'] = { body: list('1') }
    await follow('/feed.json')
    now = now.add({ hours: 24 })
    const done = await Promise.all([pull(), pull()])
    expect(done.toSorted()).toEqual([0, 1])
    expect(host.asked).toHaveLength(1)
    now = now.add({ hours: 24 })
    const dead = { claim: newId(), claimed_until: new Date(now.add({ minutes: 5 }).epochMilliseconds) }
    await database.db.updateTable('office.service_feed').set(dead).execute()
    expect(await pull()).toBe(0)
    now = now.add({ minutes: 6 })
    expect(await pull()).toBe(1)
  })

  test('tells the office after three failures in a row, and forgets them when it answers', async () => {
    await follow('/feed.json')
    for (let night = 0; night < 3; night += 1) await tonight()
    expect((await feed()).failures).toBe(3)
    expect(await last()).toMatchObject({ outcome: 'failed', reason: 'gone' })
    answers['/feed.json'] = { body: 'no list' }
    await tonight()
    expect(await last()).toMatchObject({ outcome: 'failed', reason: 'no-feed' })
    answers['/feed.json'] = { body: list('1') }
    await tonight()
    expect((await feed()).failures).toBe(0)
  })

  test('is not asked where the operator wants nothing to go out', async () => {
    answers['/feed.json'] = { body: list('1') }
    await follow('/feed.json')
    now = now.add({ hours: 24 })
    expect(await pull(false)).toBe(0)
    expect(host.asked).toEqual([])
  })
})

describe('an officer', () => {
  test('sees what would happen at any time, and nothing happens', async () => {
    answers['/feed.json'] = { body: list('1', '2'), etag: '"a"' }
    const id = await follow('/feed.json')
    await given.anna.post(urls.feedLook(feeds, id), {})
    expect(await page(id)).toContain('being fetched')
    const before = (await feed()).nextAt
    expect(await pull()).toBe(1)
    expect(await names()).toEqual([])
    expect((await feed()).nextAt).toEqual(before)
    const [upload] = await waiting()
    const preview = await (await given.anna.get(urls.officeUpload(town, upload?.id ?? ''))).text()
    expect(preview).toContain('Take 2 services over into the draft')
    expect(await pull()).toBe(0)
  })

  test('changes a feed while it is fetched: what was fetched is not kept', async () => {
    answers['/feed.json'] = { body: list('1') }
    const id = await follow('/feed.json')
    const edit = await (await given.anna.get(urls.feedEdit(feeds, id))).text()
    const fields = { url: 'http://other.eu/x', every: 'week', hour: '4', conflict: 'ask', language: 'nl' }
    const revision = fieldValue(edit, 'revision')
    now = Temporal.Instant.from('2026-03-11T02:30:00Z')
    const net = testClient([host.port])
    const changing = {
      ask: async (request: Parameters<typeof net.ask>[0]) => {
        await given.anna.post(urls.feedEdit(feeds, id), { ...fields, revision })
        return net.ask(request)
      },
    }
    const deps = {
      ...given.deps,
      coordinatorsOf: async () => [],
      clock,
      log: silentLog,
      networkOn: true,
      net: changing,
    }
    await pullFeeds({ ...deps, kindWords: {} })
    expect(await names()).toEqual([])
    expect(await feed()).toMatchObject({ url: 'http://other.eu/x', results: [], revision: 2 })
    const late = await given.bert.post(urls.feedEdit(feeds, id), { ...fields, hour: '5', revision })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('http://other.eu/x')
  })

  test('is told what is wrong with a feed, and ends one', async () => {
    const id = await follow('/feed.json')
    const again = {
      id: newId(),
      source: 'Region',
      url: 'https://me:pw@region.eu',
      every: 'day',
      hour: '3',
      conflict: 'own',
    }
    const refused = await given.anna.post(urls.feedNew(feeds), again)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('without a login or a key')
    const named = await given.anna.post(urls.feedNew(feeds), { ...again, url: 'https://region.eu/x' })
    expect(named.status).toBe(422)
    await given.anna.post(urls.feedEnd(feeds, id), {})
    expect(await listFeeds(database.db, { type: 'authority', id: given.id })).toEqual([])
  })

  test('whose other place becomes confidential: what waits is thrown away', async () => {
    answers['/feed.json'] = { body: list('1') }
    await follow('/feed.json', 'ask')
    await tonight()
    const secret = newId()
    await saveService(given.deps, actAs('anna'), given.id, secret, facts({ place: at('Market 1') }), 0)
    await saveService(given.deps, actAs('anna'), given.id, secret, facts({ place: { type: 'confidential' } }), 1)
    expect(await waiting()).toEqual([])
  })
})
