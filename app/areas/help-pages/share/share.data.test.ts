/** From the front door: the pictures beside links that somebody shares. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { urls } from '../../../urls.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'nl', slug: 'example-town' }
const read = async (path: string) => app.request(path)

test.each(['en', 'ar'])('pages in %s name a picture of this site, and it is there', async (lang) => {
  for (const page of [urls.town(lang, town), urls.home(lang), urls.country(lang, 'nl'), urls.about(lang, 'about')]) {
    const html = await (await read(page)).text()
    const address = /<meta property="?og:image"? content="?([^"> ]+)/.exec(html)?.[1] ?? ''
    expect(address).toMatch(new RegExp(`^${app.baseUrl}/${lang}/.*share\\.png$`.replace('/.*', '/(?:.*/)?')))
    const picture = await read(address.slice(app.baseUrl.length))
    expect(picture.status).toBe(200)
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(picture.headers.has('set-cookie')).toBe(false)
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  }
})

test('no picture tells of the view for children, of a search or of a single service', async () => {
  const html = await (await read(urls.town('en', town))).text()
  const id = /data-service="?([\w-]+)/.exec(html)?.[1] ?? ''
  for (const page of [urls.children('en', town), urls.search('en'), urls.service('en', town, id)]) {
    expect(await (await read(page)).text()).not.toContain('og:image')
  }
})

test('what stands for no town has no picture, and help all the same', async () => {
  for (const path of ['/en/nl/no-such-town/share.png', '/xx/share.png', '/en/zz/example-town/share.png']) {
    const answer = await read(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toMatch(/data-help-numbers|<select/)
  }
})
