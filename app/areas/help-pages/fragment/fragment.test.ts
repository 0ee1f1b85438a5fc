import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPage, tagsOf, valuesOf } from '../../../../tests/public-site/html-page.ts'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { urls } from '../../../urls.ts'
import { forFragment } from './fragment-rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'nl', slug: 'example-town' }
const read = async (path: string) => readPage(await (await app.request(path)).text())
const countOf = ({ tags }: ReturnType<typeof readPage>, name: string) =>
  tags.filter(({ attributes }) => attributes.has(name)).length

describe('the fragment of a town', () => {
  test.each(['en', 'ar'])(
    'is a part of a page in %s, in which nothing runs and no name is the host’s',
    async (lang) => {
      const page = await read(urls.fragment(lang, town))
      const [first] = page.tags
      expect(first?.name).toBe('section')
      expect([first?.attributes.get('lang'), first?.attributes.get('dir')]).toEqual([
        lang === 'en' ? 'en-GB' : 'ar',
        lang === 'ar' ? 'rtl' : 'ltr',
      ])
      expect(Temporal.Instant.from(first?.attributes.get('data-safe-towns-fragment') ?? '')).toBeDefined()
      expect(first?.attributes.get('data-safe-towns-town')).toBe('nl/example-town')
      const documents = ['html', 'head', 'body', 'main', 'meta', 'link', 'script', 'style', 'iframe', 'h1']
      expect(documents.filter((name) => tagsOf(page, name).length > 0)).toEqual([])
      const named = ['id', 'class', 'aria-labelledby'].flatMap((key) =>
        page.tags.flatMap(({ attributes }) => (attributes.get(key) ?? 'safe-towns-').split(' ')),
      )
      expect(named.filter((name) => !name.startsWith('safe-towns-'))).toEqual([])
      const ids = page.tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      for (const href of valuesOf(page, 'a', 'href'))
        expect(href).toMatch(/^(?:https?:\/\/|tel:|sms:|mailto:|#safe-towns-)/)
      for (const place of valuesOf(page, 'a', 'href').filter((href) => href.startsWith('#')))
        expect(ids).toContain(place.slice(1))
    },
  )

  test('says all that the page says, but not what is open now', async () => {
    const [page, fragment] = [await read(urls.town('en', town)), await read(urls.fragment('en', town))]
    for (const name of ['data-service', 'data-kinds', 'data-answer', 'data-help-numbers', 'data-quick-exit']) {
      expect([name, countOf(fragment, name)]).toEqual([name, countOf(page, name)])
      expect(countOf(fragment, name)).toBeGreaterThan(0)
    }
    const now = /Open now|Closed now|Open day and night/
    expect(page.html).toMatch(now)
    expect(fragment.html).not.toMatch(now)
    expect(fragment.html).toContain('This copy was made on ')
    expect(valuesOf(fragment, 'a', 'href')).toContain(`${app.baseUrl}${urls.town('en', town)}`)
  })

  test.each([2, 3, 4])('begins at the level of heading that is asked for: %s', async (heading) => {
    const page = await read(urls.fragment('en', town, heading))
    const levels = page.tags.flatMap(({ name }) => /^h(\d)$/.exec(name)?.[1] ?? []).map(Number)
    expect([levels[0], Math.min(...levels), Math.max(...levels)]).toEqual([heading, heading, Math.min(heading + 3, 6)])
  })

  test('may be fetched by everybody, and is not sent again while it is the same', async () => {
    const path = urls.fragment('en', town, 2)
    const { headers } = await app.request(path)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect([headers.get('cache-control'), headers.get('set-cookie')]).toEqual(['no-store', null])
    const again = await app.request(path, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    const packed = await app.request(path, { headers: { 'accept-encoding': 'br' } })
    expect(packed.headers.get('content-encoding')).toBe('br')
  })

  test('of a town that is none is not found', async () => {
    for (const path of ['/en/nl/no-such-town', '/en/zz/example-town', '/zz/nl/example-town']) {
      expect((await app.request(`${path}/fragment.html`)).status).toBe(404)
      const feed = await app.request(`${path}/feed.json`)
      expect([feed.status, feed.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    }
  })
})

test('the feed tells a plug-in where everything is, in all languages, and whether something is new', async () => {
  const path = urls.townFeed('en', town)
  const answer = await app.request(path)
  expect(answer.headers.get('content-type')).toBe('application/feed+json; charset=utf-8')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const feed = await answer.json()
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: app.baseUrl + path,
    language: 'en-GB',
  })
  const { _safe_towns: more, items } = feed
  expect(more).toMatchObject({ town: 'nl/example-town', version: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const services = tagsOf(await read(urls.town('en', town)), 'article', 'data-service')
  expect(items.map(({ id }: { id: string }) => id).sort()).toEqual(
    services.map(({ attributes }) => attributes.get('data-service')).sort(),
  )
  const everywhere = more.languages.flatMap(({ page, fragment, feed: other }: Record<string, string>) => [
    page,
    fragment,
    other,
  ])
  for (const address of [more.page, more.frame, more.fragment, more.oembed, more.site, ...everywhere, items[0].url]) {
    expect([address, (await app.request(address.replace(app.baseUrl, ''))).status]).toEqual([address, 200])
  }
})

test('names and addresses change in tags alone', () => {
  const html =
    '<h2 id="a">A</h2><p class="x y" data-class="z">class=&quot;q&quot; href</p><h1>T</h1><h4><a href="/en">b</a></h4><a href="#a">up</a>'
  expect(forFragment(html, 3, 'https://help.example')).toBe(
    '<h3 id="safe-towns-a">A</h3><p class="safe-towns-x safe-towns-y" data-class="z">class=&quot;q&quot; href</p><h3>T</h3>' +
      '<h6><a href="https://help.example/en">b</a></h6><a href="#safe-towns-a">up</a>',
  )
})
