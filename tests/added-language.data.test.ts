/**
 * A language is data: with its catalogue beside the others it is spoken in what goes out to people, too. Mails to
 * providers, certificates, press kits and reports need no code for it (docs/decisions/0079).
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askAbout, mailsTo, publishedService } from '../app/areas/confirmations/test-provider.ts'
import { demonstrationPerson } from '../app/demonstration/index.ts'
import { type Catalogues, loadCatalogue, shippedCatalogues } from '../app/platform/i18n/messages.ts'
import { urls } from '../app/urls.ts'
import { readPdf } from './pdf.ts'
import { type TestApp, testApp } from './test-app.ts'

const town = { country: 'NL', slug: 'example-town' }

/** Dutch, which the product doesn't speak yet: each English text between marks. */
const withDutch: Catalogues = {
  languages: () => [...shippedCatalogues.languages(), 'nl'],
  load: (language) => (language === 'nl' ? marked() : loadCatalogue(language)),
}

function marked() {
  const { messages, origin } = loadCatalogue('en')
  const entries = Object.entries(messages).map(([key, text]) => [key, key.startsWith('@') ? text : `«${text}»`])
  return { language: 'nl', origin, messages: Object.fromEntries(entries) }
}

let app: TestApp
beforeAll(async () => {
  app = await testApp({ catalogues: withDutch })
})
afterAll(() => app.close())

const marks = (text: string) => text.split('«').length - 1

async function pdfAt(path: string) {
  const answer = await app.request(path)
  expect(answer.status).toBe(200)
  return readPdf(new Uint8Array(await answer.arrayBuffer()))
}

test('a provider is asked in it', async () => {
  await askAbout(app.services, await publishedService(app.services), 'house@provider.example', 'nl')
  const [mail] = await mailsTo(app.services, 'house@provider.example')
  expect(mail?.subject).toMatch(/^«.*»$/)
  expect(marks(mail?.text ?? '')).toBeGreaterThan(5)
})

test('the office is offered it first for its badge, and its certificate comes in it', async () => {
  const cookie = await app.signIn(demonstrationPerson('officer'))
  const office = await (await app.request(urls.officeCertificate(town), { headers: { cookie } })).text()
  const path = /\/nl\/register\/[0-9]+\/certificate\.pdf/.exec(office)?.[0] ?? ''
  const { language, text } = await pdfAt(path)
  expect(language).toBe('nl')
  expect(marks(text)).toBeGreaterThan(5)
})

test('the press kit of a country comes in it where it is a language of that country', async () => {
  expect(await (await app.request(urls.registerPress('en', 'NL'))).text()).toContain(urls.registerPress('nl', 'NL'))
  expect(marks(await (await app.request(urls.registerPress('nl', 'NL'))).text())).toBeGreaterThan(5)
})

test('the report for the board of an association comes in it first, and its page misses no language of the country', async () => {
  const cookie = await app.signIn(demonstrationPerson('coordinator'), 'totp')
  const association = { country: 'NL', slug: 'example-association' }
  const page = await (await app.request(urls.coverage(association), { headers: { cookie } })).text()
  const reports = [...page.matchAll(/coverage\/report\/([a-z]+)\/(?:pages|slides)\.pdf/g)].map(([, code]) => code)
  expect(reports.slice(0, 2)).toEqual(['nl', 'nl'])
  expect(page).not.toContain('does not speak')
  const answer = await app.request(urls.coverageReport(association, 'nl', 'pages'), { headers: { cookie } })
  const { language, text } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  expect(language).toBe('nl')
  expect(marks(text)).toBeGreaterThan(5)
})

test('a report comes in it', async () => {
  const { language, text } = await pdfAt(urls.planReportFile('nl', town, 1, 'pdf'))
  expect(language).toBe('nl')
  expect(marks(text)).toBeGreaterThan(5)
})
