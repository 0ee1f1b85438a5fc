import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import type { NetClient } from '../../platform/net/net-client.ts'
import { openInternet } from '../../platform/net/net-target.ts'
import { serve, type TestServer, testClient } from '../../platform/net/test-net.ts'
import { urls } from '../../urls.ts'
import { approver, town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'
import type { WebsitesDeps, WebsiteTown } from './deps.ts'
import { seeWebsite } from './look-at-website.ts'

let app: TestApp
let website: TestServer
let cookie: string
let deps: WebsitesDeps
let place: WebsiteTown

const host = 'www.example-town.example'

beforeAll(async () => {
  app = await testApp()
  website = await serve((request, response) => {
    const frame = `<iframe src="${app.baseUrl}/embed/nl/example-town" title="x"></iframe>`
    const page = `<html lang="nl"><h1>x</h1>${frame}<a href="${app.baseUrl}/nl/nl/example-town">x</a>`
    if (request.url === '/moved') return response.writeHead(301, { location: '/help' }).end()
    if (request.url === '/gone') return response.writeHead(404).end('no')
    if (request.url === '/pdf') return response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF')
    if (request.url === '/long') return response.writeHead(200, { 'content-length': '9000000' }).end()
    if (request.url === '/latin') {
      return response.writeHead(200, { 'content-type': 'text/html; charset=no-such' }).end(Buffer.from(page, 'latin1'))
    }
    return response.writeHead(200, { 'content-type': 'text/html' }).end(page)
  })
  cookie = await app.signIn(approver)
  const { database, clock, i18n, reference } = app.services
  const authority = (await findBySlug(database.db, 'NL', town.slug))?.authority
  if (!authority) throw new Error('the demonstration is not loaded')
  place = { ...authority, hosts: ['example-town.example'] }
  const net: NetClient = testClient([website.port], {
    rules: { ...openInternet, allowed: [`${host}:${website.port}`] },
  })
  deps = { database, clock, i18n, net, baseUrl: app.baseUrl, trackers: reference.trackers, readTown: async () => place }
})
afterAll(async () => {
  await website.close()
  await app.close()
})

describe('a look at the website', () => {
  const codes = async (path: string) =>
    (await seeWebsite(deps, place, `http://${host}:${website.port}${path}`)).map(({ code }) => code)

  test('reads the page as it is sent, and follows where it leads', async () => {
    const seen = ['no-https', 'frame', 'domain-missing', 'link', 'around-nothing']
    expect(await codes('/help')).toEqual(seen)
    expect(await codes('/latin')).toEqual(seen)
    expect(await codes('/moved')).toEqual(['no-https', 'redirected', ...seen.slice(1)])
  })

  test.each([
    ['/gone', 'status'],
    ['/pdf', 'not-html'],
    ['/long', 'too-large'],
  ])('says of %s why there is nothing to read: %s', async (path, code) => {
    expect(await codes(path)).toEqual([code])
  })

  test.each([
    ['http://127.0.0.1/', 'internal'],
    ['http://[::1]:8080/', 'address'],
    ['https://intranet/', 'internal'],
    ['https://town.example/', 'reserved'],
  ])('never asks %s: %s', async (address, code) => {
    const { net } = app.services.watching
    expect((await seeWebsite({ ...deps, net }, place, address)).map((one) => one.code)).toEqual([code])
  })
})

describe('the page about the town’s own website', () => {
  const path = urls.officeWebsite(town)
  const read = async (address = path) => (await app.request(address, { headers: { cookie } })).text()
  const send = (fields: Record<string, string>) =>
    app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })

  test('gives the code in the language and at the level that are chosen', async () => {
    const html = await read(urls.officeWebsite(town, { lang: 'ar', heading: 4 }))
    expect(html).toContain('/embed/nl/example-town?lang=ar&amp;amp;heading=4')
    expect(html).toContain(
      '&lt;safe-towns-help town=&quot;nl/example-town&quot; lang=&quot;ar&quot; heading=&quot;4&quot;',
    )
    expect(html).toContain('example-town.example')
    const usual = await read(`${path}?lang=xx&heading=9`)
    expect(usual).toContain('heading=2')
    expect(usual).toContain('https://example-town.example')
  })

  test('keeps what was seen, shows it next time, and looks once where the form is sent twice', async () => {
    const fields = { revision: '0', address: 'www.example-town.example/help' }
    const sent = await send(fields)
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}?done=looked`])
    expect((await send(fields)).headers.get('location')).toBe(`${path}?done=before`)
    const html = await read()
    expect(html).toContain('The name is kept for examples')
    expect(html).toContain('value="https://www.example-town.example/help"')
    expect(html).toContain('name="revision" value="1"')
    const history = await read(urls.officeHistory(town))
    expect(history).toContain('Looked at the town’s website')
    expect((await send({ ...fields, revision: '1' })).headers.get('location')).toBe(`${path}?done=looked`)
  })

  test.each([
    '',
    'nothing',
    'ftp://town.example/',
    'https://me:word@town.example/',
    'javascript:alert(1)',
    `https://a.example/${'x'.repeat(2_000)}`,
  ])('"%s" is no address, and stays in the form', async (address) => {
    const answer = await send({ revision: '0', address })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('href="#address"')
    expect(html).toContain(`value="${address.replaceAll('"', '&quot;')}"`)
  })
})
