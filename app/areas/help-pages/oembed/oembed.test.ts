import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { urls } from '../../../urls.ts'
import { oembedXml, pageNamed } from './oembed-rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const ask = (page: string, more = '') => app.request(`${urls.oembed(page)}${more}`)

describe('how to show a page of a town', () => {
  test('is told in the language of its address, as a frame of that language with a link below', async () => {
    const answer = await ask(`${app.baseUrl}/ar/nl/example-town`)
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*'])
    const told = await answer.json()
    expect(told).toMatchObject({ type: 'rich', version: '1.0', provider_url: app.baseUrl, width: 800, height: 800 })
    expect(told.title).toMatch(/\p{Script=Arabic}/u)
    expect(told.html).toContain(`<iframe src="${app.baseUrl}/embed/nl/example-town?lang=ar" title="`)
    expect(told.html).toContain(`<p><a href="${app.baseUrl}/ar/nl/example-town">${told.title}</a></p>`)
  })

  test('is told of a frame, too, which is kept as it was asked for', async () => {
    const { html } = await (await ask(`${app.baseUrl}/embed/nl/example-town?lang=en&heading=4`)).json()
    expect(html).toContain('/embed/nl/example-town?lang=en&amp;heading=4"')
    const own = await (await ask(`${app.baseUrl}/embed/nl/example-town`)).json()
    expect(own.html).toMatch(/\/embed\/nl\/example-town\?heading=2"[\s\S]*href="[^"]*\/[a-z]{2}\/nl\/example-town"/)
  })

  test('keeps to the room there is', async () => {
    const small = await (await ask(`${app.baseUrl}/en/nl/example-town`, '&maxwidth=320&maxheight=4000')).json()
    expect([small.width, small.height]).toEqual([320, 800])
    expect(small.html).toContain('width="320" height="800"')
  })

  test('is told as XML that can be read', async () => {
    const answer = await ask(`${app.baseUrl}/en/nl/example-town`, '&format=xml')
    expect(answer.headers.get('content-type')).toBe('text/xml; charset=utf-8')
    const found: Record<string, string> = {}
    let name = ''
    const parser = new SaxesParser()
    parser.on('opentag', (tag) => {
      name = tag.name
    })
    parser.on('text', (text) => {
      if (text.trim()) found[name] = text
    })
    parser.write(await answer.text()).close()
    const json = await (await ask(`${app.baseUrl}/en/nl/example-town`)).json()
    expect(found).toEqual(Object.fromEntries(Object.entries(json).map(([key, value]) => [key, String(value)])))
  })

  test.each([
    ['elsewhere', 'https://elsewhere.example/en/nl/example-town', '', 404],
    ['nothing', '', '', 404],
    ['no address', 'nl/example-town', '', 404],
    ['a page of a service', 'BASE/en/nl/example-town/services/x', '', 404],
    ['no such town', 'BASE/en/nl/no-such-town', '', 404],
    ['no such country', 'BASE/en/zz/example-town', '', 404],
    ['no such language', 'BASE/zz/nl/example-town', '', 404],
    ['a page of the country', 'BASE/en/nl/helplines', '', 404],
    ['a login in it', 'http://user@HOST/en/nl/example-town', '', 404],
    ['another format', 'BASE/en/nl/example-town', '&format=yaml', 501],
    ['no room', 'BASE/en/nl/example-town', '&maxwidth=0', 422],
    ['room that is no number', 'BASE/en/nl/example-town', '&maxheight=all', 422],
  ])('%s is refused with a sentence for whoever programs', async (_, page, more, status) => {
    const address = page.replace('BASE', app.baseUrl).replace('HOST', new URL(app.baseUrl).host)
    const answer = await ask(address, more)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ type: 'about:blank', status, detail: expect.any(String) })
  })
})

test.each(['/en/nl/example-town', '/embed/nl/example-town?lang=ar&heading=3'])(
  '%s says in its head where it is told how to show it',
  async (page) => {
    for (const kept of ['new', 'kept']) {
      const { headers } = await app.request(page)
      const [, told = ''] =
        /^<([^>]+)>; rel="alternate"; type="application\/json\+oembed"$/.exec(headers.get('link') ?? '') ?? []
      const answer = await app.request(told.replace(app.baseUrl, ''))
      expect([kept, answer.status, (await answer.json()).type]).toEqual([kept, 200, 'rich'])
    }
  },
)

test('whatever is asked for, nothing throws, and nothing but addresses of here is taken', () => {
  const base = 'https://help.example'
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((path) => `${base}/${path}`),
      ),
      (address) => {
        const named = pageNamed(address, base)
        expect(named === undefined || /^[a-z]{2}$/.test(named.country)).toBe(true)
      },
    ),
  )
})

test('XML holds whatever a name holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const told = { type: 'rich', version: '1.0', provider_name: '', provider_url: '', cache_age: 1 } as const
      expect(() => {
        new SaxesParser().write(oembedXml({ ...told, title, html: title, width: 1, height: 1 })).close()
      }).not.toThrow()
    }),
  )
})
