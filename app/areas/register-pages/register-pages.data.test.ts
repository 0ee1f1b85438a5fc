/** From the front door: who has signed, what is shown of each, and what is not shown any more. */
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createValidator } from '../../../tests/public-site/html-faults.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { urls } from '../../urls.ts'
import { enterApart, enterSignatures, eraseTexts, type NewSignature, signatoryByNumber } from '../register/index.ts'
import { csvOf } from './write-export.ts'

let app: TestApp
const faultsOf = createValidator()
beforeAll(async () => {
  app = await testApp()
  // Fictional towns lie nowhere: two of them get a place, for the maps.
  await sql`update published.authority set latitude = 52.1, longitude = 5.2 where slug = 'example-town'`.execute(
    app.services.database.db,
  )
  await sql`update published.authority set latitude = 51, longitude = 10 where country = 'DE'`.execute(
    app.services.database.db,
  )
})
afterAll(() => app.close())

async function read(path: string, status = 200): Promise<string> {
  const answer = await app.request(path)
  expect([path, answer.status]).toEqual([path, status])
  expect(answer.headers.get('set-cookie')).toBeNull()
  return answer.text()
}
const search = (fields: Record<string, string>, lang = 'en') =>
  app.request(urls.register(lang), { method: 'POST', body: new URLSearchParams(fields) })
const namesIn = (html: string) =>
  [...html.matchAll(/<(?:li|th scope="row")><a href="[^"]*"><bdi>([^<]*)<\/bdi>/g)].map(([, name]) => name)

const act = actOf('test', 'register.test', Temporal.Instant.from('2026-05-02T10:00:00Z'))
const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => app.services.database.db.transaction().execute(work)
const organisation = (name: string, more: Partial<NewSignature> = {}): NewSignature => ({
  signs: { kind: 'organisation', country: 'GR', authority: null, association: null, name },
  facts: {
    ...{ signedOn: '2026-04-30', decidedOn: '2026-04-02', textVersion: '1', textLanguage: 'en' },
    ...{ documentSha256: 'b'.repeat(64), ceremonyOn: null },
  },
  texts: { decision_body: '=Board', signing_office: 'Chair', signing_person: 'Ada Secret' },
  demonstration: true,
  ...more,
})

describe('the list', () => {
  test('shows everybody with kind, country, day and status, in every language', async () => {
    for (const lang of ['en', 'fr', 'de', 'ar']) {
      const html = await read(urls.register(lang))
      expect(await faultsOf(html)).toEqual([])
      expect(namesIn(html).length).toBeGreaterThanOrEqual(9)
    }
    const html = await read(urls.register('en'))
    expect(html).toContain('This is not an official register of the Council of Europe.')
    expect(html).toContain('<td>1</td>')
    expect(html).toMatch(/Withdrawn<\/span>/)
  })

  test('can be filtered and sorted by an address', async () => {
    const only = namesIn(await read(urls.register('en', { country: 'NL', kind: 'organisation' })))
    expect(only).toEqual(['Example Foundation for Children (fictional)'])
    expect(namesIn(await read(urls.register('en', { status: 'withdrawn' })))).toHaveLength(1)
    expect(namesIn(await read(urls.register('en', { joint: true })))).toHaveLength(2)
    const byName = namesIn(await read(urls.register('en')))
    for (const sort of ['number', 'date', 'country']) {
      const sorted = namesIn(await read(urls.register('en', { sort })))
      expect(sorted).not.toEqual(byName)
      expect(sorted.toSorted()).toEqual(byName.toSorted())
    }
  })

  test('is searched without accents, in any script, and by a form: what is typed stands in no address', async () => {
    await inside((tx) => enterSignatures(tx, deps(), act, [organisation('Δήμος Παράδειγμα Ärzte')]))
    for (const q of ['paradeigma', 'ΠΑΡΆΔΕΙΓΜΑ', 'arzte', 'aerzte', 'Paradeigna']) {
      const answer = await search({ q })
      expect([q, answer.status, answer.headers.get('cache-control')]).toEqual([q, 200, 'no-store'])
      expect(namesIn(await answer.text())).toContain('Δήμος Παράδειγμα Ärzte')
    }
    const typed = await (await search({ q: '<b>"x' })).text()
    expect(await faultsOf(typed)).toEqual([])
    expect(typed).not.toContain('<b>"x')
    expect(namesIn(await (await search({ q: '!?' })).text())).toEqual([])
  })

  test('finds a town by the name it has today', async () => {
    expect(namesIn(await (await search({ q: 'beispielstadt' })).text()).length).toBeGreaterThan(0)
    expect(namesIn(await (await search({ q: 'beispielstadt', country: 'fr' })).text())).toEqual([])
  })

  test('without a name, filters lead to an address', async () => {
    const answer = await search({ q: ' ', country: 'nl', sort: 'date' })
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      urls.register('en', { country: 'NL', sort: 'date' }),
    ])
  })
})

const deps = () => ({ config: app.services.config })

describe('an entry', () => {
  test('shows everything public, and every line can be recomputed from the page', async () => {
    const html = await read(urls.registerEntry('en', 1))
    expect(await faultsOf(html)).toEqual([])
    expect(html).toContain('Example Council (fictional)')
    expect(html).toContain('The signature was reaffirmed.')
    expect(html).toContain(`href="${urls.town('en', { country: 'nl', slug: 'example-town' })}"`)
    expect(html).toContain(`href="${urls.registerEntry('en', 2)}"`)
    const codes = [...html.matchAll(/<code>(.*?)<\/code>/g)].map(([, code = '']) => unescaped(code))
    const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
    const lines = codes.filter((code) => code.startsWith('{"act"'))
    expect(lines.length).toBe(2)
    for (const line of lines) expect(codes).toContain(sha256(line))
    const openings = codes.filter((code) => code.startsWith('{"salt"'))
    expect(openings.length).toBeGreaterThan(2)
    for (const opening of openings) expect(lines.some((line) => line.includes(sha256(opening)))).toBe(true)
  })

  test('tells of a merger with what took its place, and of a withdrawal in the town’s own words', async () => {
    const pages = await Promise.all([3, 6].map((number) => read(urls.registerEntry('en', number))))
    const all = (await Promise.all(Array.from({ length: 9 }, (_, at) => read(urls.registerEntry('en', at + 1))))).join()
    expect(pages).toHaveLength(2)
    expect(all).toContain('What has taken its place')
    expect(all).toContain('to show what a withdrawal looks like')
    expect(all).not.toMatch(/Ada Secret/)
  })

  test('has a badge to paste for as long as the signature stands, whatever kind of body has signed', async () => {
    const kinds = ['municipality', 'district', 'association', 'representative', 'organisation']
    const seen = await app.services.database.db
      .selectFrom('published.signatory')
      .select((eb) => ['kind', eb.fn.min('number').as('number')])
      .where('status', '=', 'signed')
      .groupBy('kind')
      .execute()
    expect(seen.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted())
    for (const { number } of seen) {
      const html = await read(urls.registerEntry('ar', number))
      const [code = ''] = /&lt;a href=.*?&lt;\/a&gt;/.exec(html.slice(html.indexOf('id="badge"'))) ?? []
      const [, href = '', src = ''] = /href=&quot;(.*?)&quot;.*src=&quot;(.*?)&quot;/.exec(code) ?? []
      const path = (address: string) => address.replaceAll('&amp;amp;', '&').replace(app.services.config.baseUrl, '')
      expect(await read(path(src))).toContain('xml:lang="ar"')
      await read(path(href))
    }
    const ended = await app.services.database.db
      .selectFrom('published.signatory')
      .select('number')
      .where('status', '<>', 'signed')
      .execute()
    for (const { number } of ended) expect(await read(urls.registerEntry('en', number))).not.toContain('id="badge"')
  })

  test('that does not exist says so, with the way to help', async () => {
    for (const path of [
      urls.registerEntry('en', 99_999),
      '/ar/register/999999999',
      '/en/register/0',
      '/en/register/x',
    ]) {
      const html = await read(path, 404)
      expect(html).toMatch(/data-help-numbers|<select/)
    }
  })

  test('erased texts and names show nowhere, and the page says that they were erased', async () => {
    const [one] = await inside((tx) =>
      enterApart(tx, deps(), act, [
        organisation('Zebra Person', {
          signs: { kind: 'representative', country: 'GR', authority: null, association: null, name: 'Zebra Person' },
        }),
      ]),
    )
    if (!one) throw new Error('nobody signed')
    const path = urls.registerEntry('en', one.number)
    expect(await read(path)).toContain('Zebra Person')
    expect(await read(path)).toContain('noindex')
    const found = await signatoryByNumber(app.services.database.db, one.number)
    if (!found) throw new Error('nobody is found')
    await inside((tx) => eraseTexts(tx, act, found, 'name'))
    await inside((tx) => eraseTexts(tx, act, found, 'decision_body'))
    const pages = [path, urls.register('en', { sort: 'number' }), urls.registerPress('en', 'GR')]
    const files = [urls.registerFile('csv'), urls.registerFile('json'), urls.registerFile('ndjson')]
    for (const each of [...pages, ...files]) expect(await read(each), each).not.toContain('Zebra')
    expect(await (await search({ q: 'zebra person' })).text()).not.toContain('<bdi>Zebra')
    expect((await read(path)).match(/Erased/g)?.length).toBeGreaterThan(1)
    expect(await (await search({ q: 'erased' })).text()).not.toContain(`href="${path}"`)
  })
})

describe('files', () => {
  test('hold what was entered, the same in every format', async () => {
    const entered = organisation('Ωmega "Society", Ltd', {})
    const [one] = await inside((tx) => enterSignatures(tx, deps(), act, [entered]))
    const ndjson = (await read(urls.registerFile('ndjson')))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const json = JSON.parse(await read(urls.registerFile('json')))
    expect(json.about).toContain('not an official register')
    expect(json.signatories).toEqual(ndjson)
    const row = ndjson.find(({ number }) => number === one?.number)
    expect(row).toMatchObject({
      ...{ status: 'signed', kind: 'organisation', country: 'GR', name: 'Ωmega "Society", Ltd' },
      ...{ signed_on: '2026-04-30', decided_on: '2026-04-02', decision_body: '=Board', signing_office: 'Chair' },
      ...{ document_sha256: 'b'.repeat(64), text_version: '1', text_language: 'en', demonstration: true },
      entry: `${app.baseUrl}${urls.registerEntry('en', one?.number ?? 0)}`,
    })
    const csv: Record<string, string>[] = parse(await read(urls.registerFile('csv')), { columns: true, bom: true })
    expect(csv).toHaveLength(ndjson.length)
    // A cell that begins like a formula is text to whoever opens the file.
    const asText = (value: unknown) => (Array.isArray(value) ? value.join(' ') : String(value ?? ''))
    for (const [index, each] of csv.entries()) {
      for (const [column, cell] of Object.entries(each)) {
        const value = ndjson[index][column]
        expect(typeof value === 'number' ? cell : cell.replace(/^'(?=[=+\-@\t\r])/, '')).toBe(asText(value))
      }
    }
    expect(await read(urls.registerFile('ndjson'))).not.toContain('Ada Secret')
  })

  test('a number west of Greenwich stays a number', () => {
    const spot = { name: '=Place', longitude: -8.5, latitude: 41.1 }
    expect(csvOf([Object.values(spot)])).toBe("'=Place,-8.5,41.1\r\n")
  })

  test('of one country hold that one; a country that nobody knows is refused, not taken for all', async () => {
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      const path = urls.registerFile(format)
      const one = await (await app.request(`${path}?country=nl`)).text()
      expect(one).toContain('Example Town')
      expect(one).not.toContain('Example Ville')
      const unknown = await app.request(`${path}?country=zz`)
      expect([unknown.status, unknown.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    }
  })

  test('of a country are a press kit, page and ZIP', async () => {
    const html = await read(urls.registerPress('de', 'DE'))
    expect(await faultsOf(html)).toEqual([])
    for (const file of ['facts.txt', 'signatories.csv', 'map.svg', 'map.png', 'kit.zip'] as const) {
      expect((await app.request(urls.registerPressFile('de', 'DE', file))).status, file).toBe(200)
    }
    const zip = await (await app.request(urls.registerPressFile('de', 'DE', 'kit.zip'))).arrayBuffer()
    const files = unzipSync(new Uint8Array(zip))
    expect(Object.keys(files).toSorted()).toEqual(['facts.txt', 'map.png', 'map.svg', 'signatories.csv'])
    const facts = strFromU8(files['facts.txt'] ?? new Uint8Array())
    expect(facts).toContain('kein amtliches Register')
    expect(facts).toContain('erfunden')
    expect(await read(urls.registerPress('en', 'IS'))).toContain('nobody stands by a signature')
    await read(urls.registerPressFile('en', 'IS', 'map.svg'), 404)
  })
})

describe('map, years, earlier signatures', () => {
  test('are valid pages in every language', async () => {
    for (const lang of ['en', 'ar']) {
      for (const path of [
        urls.registerMap(lang),
        urls.registerMap(lang, 'NL'),
        urls.registerYears(lang),
        urls.registerHistorical(lang),
      ]) {
        expect([path, await faultsOf(await read(path))]).toEqual([path, []])
      }
    }
    expect(await read(urls.registerMap('en'))).toContain('class="one"')
  })

  test('follow the directory: another number of people is counted at once', async () => {
    expect(await read(urls.registerMap('en'))).not.toContain('98,765')
    await sql`update published.authority set population = 98765 where slug = 'example-town'`.execute(
      app.services.database.db,
    )
    await expect.poll(() => read(urls.registerMap('en'))).toContain('98,765')
  })

  test('earlier signatures stand with their sources, and neither in the list nor in the files', async () => {
    const html = await read(urls.registerHistorical('en'))
    for (const name of ['Nicosia', 'Limassol', 'Land Berlin']) expect(html).toContain(name)
    expect(html).not.toContain('Eskişehir')
    expect(html).toContain('Do not present it as the list of signatories.')
    expect(await read(urls.register('en'))).not.toContain('Limassol')
    expect(await read(urls.registerFile('ndjson'))).not.toContain('Limassol')
  })

  test('the map stands in any website, without a form and without a script', async () => {
    const answer = await app.request(urls.registerMapFrame('ar'))
    const html = await answer.text()
    expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(answer.headers.has('x-frame-options')).toBe(false)
    expect(html).not.toMatch(/<form|<script/)
    expect(html).toContain('target="_top"')
    expect(await faultsOf(html)).toEqual([])
    // The page itself is still framed by nobody.
    const page = await app.request(urls.registerMap('ar'))
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })
})

describe('other public pages', () => {
  test('the first page says who takes part, with a map that is a picture; a country’s page says how many', async () => {
    const html = await read(urls.home('en'))
    expect(html).toContain(`src="${urls.registerMapPicture('en')}"`)
    expect(html).toContain('stand by the Pact today')
    const svg = await app.request(urls.registerMapPicture('en'))
    expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    expect(await read(urls.country('en', 'NL'))).toContain(urls.register('en', { country: 'NL' }))
    expect(await read(urls.country('en', 'IS'))).not.toContain('/register')
  })

  test('a link that somebody shares has a picture, which names no person and no organisation', async () => {
    for (const path of [urls.registerShare('en'), urls.registerEntryShare('ar', 1)]) {
      const answer = await app.request(path)
      expect([path, answer.status, answer.headers.get('content-type')]).toEqual([path, 200, 'image/png'])
    }
    await read(urls.registerEntryShare('en', 99_999), 404)
  })
})

const unescaped = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
