/** From the front door: the list as a table, the code of the map, pictures of links, people by country, the kit of a country with two languages. */
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createValidator } from '../../../tests/public-site/html-faults.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { urls } from '../../urls.ts'
import { enterSignatures } from '../register/index.ts'
import { sorts } from './asked-rules.ts'

let app: TestApp
const faultsOf = createValidator()
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function read(path: string): Promise<string> {
  const answer = await app.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

const unescaped = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&')

test('the list is a table with a caption, whose headings put it in another order and say in which it is', async () => {
  for (const sort of sorts) {
    const html = await read(urls.register('en', { country: 'NL', sort }))
    expect(await faultsOf(html)).toEqual([])
    const [, table = ''] = /<table class="words">([\s\S]*?)<\/table>/.exec(html) ?? []
    expect(table).toContain('<caption>Signatories of the Pact</caption>')
    const headings = [...table.matchAll(/<th scope="col"([^>]*)>([\s\S]*?)<\/th>/g)]
    const sorted = headings.filter(([, attributes = '']) => attributes.includes('aria-sort'))
    const direction = sort === 'name' || sort === 'country' ? 'ascending' : 'descending'
    expect(sorted.map(([, attributes = '']) => attributes.trim())).toEqual([`aria-sort="${direction}"`])
    expect(sorted[0]?.[2]).not.toContain('<a ')
    for (const other of sorts.filter((one) => one !== sort)) {
      const href = urls.register('en', { country: 'NL', sort: other }).replaceAll('&', '&amp;')
      expect(table).toContain(`<a href="${href}">`)
    }
    const rows = table.match(/<th scope="row">/g)?.length ?? 0
    expect([rows > 0, table.match(/<td>/g)?.length]).toEqual([true, rows * 3])
  }
})

test('what was found by a name stands as it fits: no heading changes the order, no name stands in an address', async () => {
  const body = new URLSearchParams({ q: 'Example' })
  const html = await (await app.request(urls.register('en'), { method: 'POST', body })).text()
  expect(await faultsOf(html)).toEqual([])
  const [, head = ''] = /<thead>([\s\S]*?)<\/thead>/.exec(html) ?? []
  expect(head).toContain('Signed')
  expect(head).not.toMatch(/<a |aria-sort/)
})

test('the map’s page and that for the press give the code by which other websites show it', async () => {
  await sql`update published.authority set latitude = 52.1, longitude = 5.2 where slug = 'example-town'`.execute(
    app.services.database.db,
  )
  for (const [path, lang, country] of [
    [urls.registerMap('en'), 'en', undefined],
    [urls.registerMap('ar', 'NL'), 'ar', 'NL'],
    [urls.registerPress('de', 'NL'), 'de', 'NL'],
  ] as const) {
    await expect.poll(() => read(path)).toContain('id="embed"')
    const html = await read(path)
    expect(await faultsOf(html)).toEqual([])
    const code = unescaped(/<p class="code"[^>]*>([\s\S]*?)<\/p>/.exec(html)?.[1] ?? '')
    const src = unescaped(/<iframe src="([^"]*)"/.exec(code)?.[1] ?? '')
    expect(src).toBe(`${app.baseUrl}${urls.registerMapFrame(lang, country)}`)
    // What is pasted works: the frame is the map of the same place.
    const frame = await app.request(src.slice(app.baseUrl.length))
    const shown = await frame.text()
    const title = /<h1>([^<]*)/.exec(html)?.[1]
    if (path !== urls.registerPress('de', 'NL')) expect(shown).toContain(`<h1>${title}</h1>`)
    expect([frame.status, shown.includes('<path class="one"')]).toEqual([200, true])
  }
})

test('a link to a page of the register has its picture', async () => {
  const list = urls.registerShare('en')
  for (const [path, picture] of [
    [urls.register('en'), list],
    [urls.registerMap('en'), list],
    [urls.registerYears('en'), list],
    [urls.registerPress('en', 'NL'), list],
    [urls.registerEntry('en', 1), urls.registerEntryShare('en', 1)],
  ] as const) {
    // Quotes that nothing needs are left out where a page is kept.
    const found = /<meta property="?og:image"? content="?([^"> ]+)/.exec(await read(path))?.[1]
    expect([path, found]).toEqual([path, `${app.baseUrl}${picture}`])
    expect((await app.request(picture)).headers.get('content-type')).toBe('image/png')
  }
})

test('people are counted in the row of their country', async () => {
  await sql`update published.authority set population = case slug when 'example-town' then 43210 else null end
    where id in (select authority from published.signatory)`.execute(app.services.database.db)
  const rowOf = async (country: string) =>
    (await read(urls.registerMap('en')))
      .split('<tr>')
      .find((row) => row.includes(`href="${urls.register('en', { country })}"`))
  await expect.poll(() => rowOf('NL')).toContain('43,210')
  expect(await rowOf('DE')).not.toContain('43,210')
  expect(await rowOf('DE')).toContain('not known')
})

test('a country with two languages has its kit in both, each named on the page of the other', async () => {
  const { config, database } = app.services
  const act = actOf('test', 'register.test', Temporal.Instant.from('2026-05-02T10:00:00Z'))
  const signs = { kind: 'organisation', country: 'CH', authority: null, association: null, name: 'Stiftung' } as const
  const facts = { signedOn: '2026-04-30', decidedOn: '2026-04-02', textVersion: '1', textLanguage: 'en' }
  const signature = { signs, facts: { ...facts, documentSha256: null, ceremonyOn: null }, texts: {} }
  await database.db
    .transaction()
    .execute((tx) => enterSignatures(tx, { config }, act, [{ ...signature, demonstration: true }]))
  for (const [lang, other, words] of [
    ['de', 'fr', 'kein amtliches Register'],
    ['fr', 'de', 'pas un registre officiel'],
  ] as const) {
    const html = await read(urls.registerPress(lang, 'CH'))
    expect(await faultsOf(html)).toEqual([])
    expect(html).toContain(`<a href="${urls.registerPress(other, 'CH')}" lang="${other}" hreflang="${other}">`)
    const zip = await (await app.request(urls.registerPressFile(lang, 'CH', 'kit.zip'))).arrayBuffer()
    const text = strFromU8(unzipSync(new Uint8Array(zip))['facts.txt'] ?? new Uint8Array())
    expect(text).toContain(words)
    expect(text).toContain(`${app.baseUrl}${urls.registerPress(lang, 'CH')}`)
  }
})
