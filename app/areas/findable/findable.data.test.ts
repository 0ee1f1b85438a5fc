import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { splitTown } from '../mergers/test-splits.ts'
import { addresses } from './addresses.ts'
import { findableRoutes } from './index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function read(path: string): Promise<string> {
  const answer = await app.request(path)
  expect([path, answer.status]).toEqual([path, 200])
  expect(answer.headers.get('set-cookie')).toBeNull()
  return answer.text()
}
const pathsIn = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, href = '']) => href.slice(app.baseUrl.length))

test('an instance with fictional towns wants not to be found, and names its list all the same', async () => {
  expect(await read(addresses.robots())).toBe(
    `User-agent: *\nDisallow: /\n\nSitemap: ${app.baseUrl}${addresses.sitemapIndex()}\n`,
  )
})

test('every file that the list names is there, and every page in them is one that may be found', async () => {
  const files = pathsIn(await read(addresses.sitemapIndex()))
  expect(files).toContain(addresses.siteSitemap())
  expect(files).toContain(addresses.sitemap('NL', 1))
  const pages = (await Promise.all(files.map(async (file) => pathsIn(await read(file))))).flat()
  expect(new Set(pages).size).toBe(pages.length)
  for (const path of [
    '/en',
    '/ar/nl',
    '/fr/nl/example-town',
    '/de/nl/example-town/children',
    '/ar/practices',
    '/en/nl/example-town/plan/1',
  ])
    expect(pages).toContain(path)
  expect(pages.filter((path) => path.startsWith('/ar/practices/')).length).toBeGreaterThan(1)
  expect(pages.filter((path) => path.startsWith('/fr/nl/example-town/plans/'))).toHaveLength(1)
  const silent: string[] = []
  for (const path of pages.filter((each) => each.startsWith('/en'))) {
    const html = await read(path)
    if (!/<meta name="description" content="[^"]{5,}"/.test(html)) silent.push(path)
    expect([path, html.includes('noindex')]).toEqual([path, false])
    expect([path, html.includes(`<link rel="canonical" href="${app.baseUrl}${path}"`)]).toEqual([path, true])
  }
  expect(silent, 'pages without a description').toEqual([])
})

test('a town that became several is found by its parts', async () => {
  await splitTown(app.services)
  const pages = pathsIn(await read(addresses.sitemap('LI', 1)))
  expect(pages).toContain('/en/li/nordau')
  expect(pages).toContain('/en/li/suedau')
  expect(pages).not.toContain('/en/li/grossau')
})

test('a file that is none, and one after the last, are not found', async () => {
  for (const path of [
    addresses.sitemap('NL', 2),
    addresses.sitemap('IS', 1),
    addresses.seriesSitemap('plans', 2),
    '/sitemaps/nl-0.xml',
    '/sitemaps/x.xml',
  ]) {
    expect([path, (await app.request(path)).status]).toEqual([path, 404])
  }
})

test('a real instance may be found, but for its office; whom to tell of a hole is said once somebody has said it', async () => {
  expect((await app.request(addresses.securityText())).status).toBe(404)
  const { database, i18n, clock } = app.services
  const securityContact = 'mailto:security@help.example.org'
  const deps = { database, i18n, clock, baseUrl: 'https://help.example.org', production: true, securityContact }
  const real = new Hono<AppEnv>()
  for (const { path, handle } of findableRoutes(deps)) real.get(path, handle)
  const robots = await (await real.request(addresses.robots())).text()
  expect(robots).toContain('Disallow: /office\nDisallow: /sign-in\n\nSitemap: https://help.example.org/sitemap.xml')
  const text = await (await real.request(addresses.securityText())).text()
  expect(text).toMatch(/^Contact: mailto:security@help.example.org\nExpires: \d{4}-\d\d-\d\dT00:00:00Z\nCanonical: /)
})
