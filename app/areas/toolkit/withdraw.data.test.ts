/** What the secretariat takes out is out everywhere at once, and comes back as it was. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { onePagePdf } from '../../platform/pdf/test-sent-pdf.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { importToolkit } from './import-toolkit.ts'
import { readPackageTitles, readTitles, resourcesToPrint } from './library-store.ts'
import { linksShown } from './link-store.ts'
import type { ReadResource } from './resource-table.ts'
import { withdrawable } from './withdraw-rules.ts'

let app: TestApp
let secretariat = ''
let [file, given]: [string, ReadResource | undefined] = ['', undefined]
const act = actOf('command', 'toolkit.import', Temporal.Instant.from('2026-11-30T10:00:00Z'))
const id = 'pier-guide'
const words = { revision: 1, summary: 'Words.', link: null, sources: [], origin: 'person' as const, checked: null }

beforeAll(async () => {
  app = await testApp()
  secretariat = await app.signIn(demonstrationPerson('secretariat'), 'totp')
  const looking = { types: ['pdf'] as const, mostBytes: 1_000_000, title: 'Pier' }
  const taken = await app.services.fileIntake.take(onePagePdf('Pier'), looking)
  if (!('file' in taken)) throw new Error(taken.fault)
  const kept = { sha256: taken.file.sha256, type: taken.file.type, bytes: taken.file.bytes }
  given = {
    id,
    facts: {
      ...{ kind: 'guide', audiences: ['clubs'], ages: ['adults'], sections: ['prevention'], articles: [5] },
      ...{ licence: 'CC-BY-4.0', language: 'en', safeguarding: false, revision: 1 },
    },
    texts: [
      { ...words, language: 'en', title: 'Pier guide', body: 'See [it](https://x.example/pier).', file: null },
      { ...words, language: 'fr', title: 'Guide de la jetée', body: 'Trompette.', file: kept },
    ],
  }
  const packages = [{ id: 'pier', title: { en: 'Pier' }, about: { en: 'A pier' }, resources: [id, 'first-steps'] }]
  await importToolkit(app.services, act, { resources: [given], packages })
  file = urls.resourceFile('en', id, 'fr', kept)
})
afterAll(() => app.close())

const read = async (path: string) => (await app.request(path)).text()
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', headers: { cookie: secretariat }, body: new URLSearchParams(fields) })
const office = async (path: string) => (await app.request(path, { headers: { cookie: secretariat } })).text()
const found = async (q: string) =>
  (await (await app.request(urls.toolkit('en'), { method: 'POST', body: new URLSearchParams({ q }) })).text()).includes(
    `toolkit/${id}`,
  )

/** Everything that shows it, by name. */
async function shown(language: string): Promise<string[]> {
  const { database } = app.services
  const packed = unzipSync(
    new Uint8Array(await (await app.request(urls.toolkitPackage(language, 'pier'))).arrayBuffer()),
  )
  const places: Record<string, boolean> = {
    page: (await app.request(urls.resource('en', id, language))).status === 200,
    paper: (await app.request(urls.resourcePaper('en', id, language))).status === 200,
    search: await found(language === 'fr' ? 'Trompette' : 'Pier'),
    matrix: (await read(urls.toolkitLanguages('en'))).includes(`${id}?read=${language}`),
    list: (await read(urls.toolkit(language))).includes(language === 'fr' ? 'Guide de la jetée' : 'Pier guide'),
    package: Object.keys(packed).some((name) => name.includes(`${id}-${language}`)),
    kit: (await database.read((db) => readPackageTitles(db, 'pier', language))).some(
      (one) => one.id === id && one.language === language,
    ),
    events: (await database.read((db) => readTitles(db, language))).some(
      (one) => one.id === id && one.language === language,
    ),
    prints: (await database.read((db) => resourcesToPrint(db, language))).some(
      (one) => one.id === id && one.language === language,
    ),
  }
  return Object.keys(places).filter((name) => places[name])
}
const everywhere = ['page', 'paper', 'search', 'matrix', 'list', 'package', 'kit', 'events', 'prints']

test('a translation and its file are out at once, the original stays; an import does not bring it back', async () => {
  expect(await shown('fr')).toEqual(everywhere)
  expect((await app.request(file)).status).toBe(200)
  const form = urls.resourceWithdraw(id)
  expect(await office(urls.officeToolkit(undefined))).toContain(form)
  expect(htmlFaults(await office(form))).toEqual([])
  const refused = await post(form, { what: 'fr' })
  expect([refused.status, htmlFaults(await refused.text())]).toEqual([422, []])
  expect((await post(form, { what: 'en', reason: 'wrong' })).status).toBe(404)
  expect((await post(form, { what: 'fr', reason: 'harm' })).headers.get('location')).toMatch(/done=withdrawn$/)
  await eventually(async () => expect(await shown('fr')).toEqual([]))
  expect(await shown('en')).toEqual(everywhere)
  for (const path of [file, urls.resource('en', id, 'fr'), urls.resourcePaper('en', id, 'fr')]) {
    const answer = await app.request(path)
    const html = await answer.text()
    expect([path, answer.status, htmlFaults(html)]).toEqual([path, 404, []])
    expect(html).toContain('It could harm a child.')
    expect(html).toContain(`href="${urls.resource('en', id)}"`)
  }
  const again = await importToolkit(app.services, act, { resources: given ? [given] : [], packages: undefined })
  expect(again).toMatchObject({ unchanged: 2, withdrawn: [{ resource: id, language: 'fr' }] })
  expect(await shown('fr')).toEqual([])
})

test('it comes back as it was, with its file', async () => {
  expect(htmlFaults(await office(urls.resourceWithdraw(id)))).toEqual([])
  expect((await post(urls.resourceBringBack(id), { what: 'fr' })).status).toBe(303)
  await eventually(async () => expect(await shown('fr')).toEqual(everywhere))
  expect((await app.request(file)).status).toBe(200)
})

test('a whole resource is out in every language, of sitemaps and of the links that are asked, and the trail says why', async () => {
  const { database } = app.services
  const isInSitemap = async () => (await read('/sitemaps/toolkit-1.xml')).includes(`/toolkit/${id}`)
  expect(await isInSitemap()).toBe(true)
  await post(urls.resourceWithdraw(id), { what: 'all', reason: 'outdated' })
  await eventually(async () => expect([...(await shown('fr')), ...(await shown('en'))]).toEqual([]))
  const answer = await app.request(urls.resource('ar', id))
  expect([answer.status, htmlFaults(await answer.text())]).toEqual([404, []])
  expect((await app.request(file)).status).toBe(404)
  expect(await isInSitemap()).toBe(false)
  expect((await linksShown(database.db)).has(id)).toBe(false)
  const list = await office(urls.officeToolkit(undefined))
  expect([htmlFaults(list), list.includes('Pier guide')]).toEqual([[], true])
  const records = await database.db
    .selectFrom('audit.record')
    .select(['action', 'detail'])
    .where('subject', '=', `resource ${id}`)
    .orderBy('id')
    .execute()
  expect(records.map((one) => [one.action, one.detail])).toEqual([
    ['toolkit.withdraw', { language: 'fr', reason: 'harm' }],
    ['toolkit.bring-back', { language: 'fr' }],
    ['toolkit.withdraw', { language: '', reason: 'outdated' }],
  ])
  await importToolkit(app.services, act, { resources: given ? [given] : [], packages: undefined })
  expect(await shown('en')).toEqual([])
  await post(urls.resourceBringBack(id), { what: 'all' })
  await eventually(async () => expect(await shown('en')).toEqual(everywhere))
})

test('an original cannot be taken out alone, nor a language that is not there', () => {
  const resource = { language: 'en', languages: ['en', 'fr'] }
  expect(['all', 'fr', 'en', 'de'].map((asked) => withdrawable(asked, resource))).toEqual([
    '',
    'fr',
    undefined,
    undefined,
  ])
})
