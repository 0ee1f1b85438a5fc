/** From the front door: what a child reads in a town. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }
async function read(lang: string, age?: string, of: { country: string; slug: string } = town): Promise<string> {
  const answer = await app.request(urls.children(lang, of, age))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return answer.text()
}

test('three big buttons stand first: danger, talking, writing', async () => {
  const html = await read('en', '8-12')
  const main = html.slice(html.indexOf('<main'))
  const buttons = main.slice(
    main.indexOf('data-child-buttons'),
    main.indexOf('</ul>', main.indexOf('data-child-buttons')),
  )
  expect(buttons.match(/<a /g)).toHaveLength(3)
  expect(buttons).toContain('href="tel:112"')
  expect(buttons).toContain('href="tel:08000432"')
  expect(buttons).toContain('href="#quiet"')
})

test('each age has words of its own; neither is shown what is not for children', async () => {
  const [small, big] = [await read('en', '8-12'), await read('en', '13-17')]
  for (const html of [small, big, await read('en')]) {
    expect(html).toContain('It is not your fault')
    expect(html).not.toContain('worried-about-thoughts')
    expect(html).not.toContain('parent-programmes"')
    expect(html).toContain('Ask this first')
  }
  expect(small).not.toContain('blackmail')
  expect(big).toContain('blackmail')
})

test('the title says nothing of what the page is about, in no language', async () => {
  for (const lang of ['en', 'fr', 'de', 'ar']) {
    const title = /<title>([^<]*)<\/title>/.exec(await read(lang))?.[1] ?? ''
    expect(title).not.toBe('')
    expect(title).not.toMatch(/abus|viol|gewalt|missbrauch|sex|عنف|اعتداء|جنس/i)
  }
})

test('what depends on law or on who answers is said by the service itself, or is a question', async () => {
  const html = await read('en', '13-17')
  const cards = html.slice(html.indexOf('id="who"'))
  for (const card of cards.split('<article').slice(1)) expect(card).toContain('Will you tell anyone?')
  // The words for every town promise nothing.
  const words = html.slice(html.indexOf('data-read-aloud'), html.indexOf('id="who"'))
  expect(words).not.toMatch(/anonym|secret service|free of charge|confidential/i)
})

test('markup is right in every language, for each age, and where nobody looks after the town', async () => {
  for (const lang of ['en', 'fr', 'de', 'ar']) {
    for (const age of [undefined, '8-12', '13-17']) expect(await htmlFaults(await read(lang, age))).toEqual([])
  }
  const quiet = await read('en', '8-12', { country: 'NL', slug: 'example-quiet-town' })
  expect(await htmlFaults(quiet)).toEqual([])
  expect(quiet).toContain('noindex')
})

test('a town that is merged leads to its successor, with the age', async () => {
  const answer = await app.request(urls.children('en', { country: 'NL', slug: 'example-former-town' }, '8-12'))
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toContain('/children?age=8-12')
})
