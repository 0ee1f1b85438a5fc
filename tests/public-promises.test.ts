/**
 * What the public side promises, kept from the front door: the pages are found as a reader finds them, by their links,
 * and each answer is held against the promises (mission.md: leave no trace, help first, no third party).
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadLanguages } from '../app/platform/i18n/languages.ts'
import { cataloguedLanguages } from '../app/platform/i18n/messages.ts'
import { urls } from '../app/urls.ts'
import { crawl, type Visit } from './public-site/crawl.ts'
import { createValidator } from './public-site/html-faults.ts'
import { readPage, tagsOf, valuesOf } from './public-site/html-page.ts'
import { answerFaults, keepingFaults, pageFaults } from './public-site/promises.ts'
import { type TestApp, testApp } from './test-app.ts'

const languages = loadLanguages()
const offered = cataloguedLanguages()
const english = languages.byCode('en') ?? { tag: '', dir: '' }
const { year } = Temporal.Now.plainDateISO('UTC')
const exampleTown = { country: 'nl', slug: 'example-town' }

let app: TestApp
let base: string
let visits: readonly Visit[]
let pages: readonly Visit[]

beforeAll(async () => {
  app = await testApp()
  const home = readPage(await (await app.request(urls.home('en'))).text())
  const canonical = tagsOf(home, 'link').find(({ attributes }) => attributes.get('rel') === 'canonical')
  base = new URL(canonical?.attributes.get('href') ?? '').origin
  // Countries are chosen by a form, so that nobody's country stands in a link: the way in to them is given here.
  const countries = offered.flatMap((lang) => ['nl', 'de', 'fr', 'gb'].map((country) => urls.country(lang, country)))
  // The Convention and the library are reached by the page of the Pact, of whose kind four others are looked at.
  const starts = [
    urls.home('en'),
    urls.town('en', exampleTown),
    urls.lanzarote('en'),
    urls.practices('en'),
    urls.eventsNow('en'),
    ...offered.flatMap((lang) => [urls.toolkit(lang), urls.conclusions(lang, 2015)]),
    ...countries,
  ]
  visits = await crawl((path) => app.request(path), starts, base, { ofOneKind: 4, inAll: 500 })
  pages = visits.filter(({ path, status, html }) => status === 200 && html !== '' && languageAt(path) !== undefined)
})

afterAll(() => app?.close())

/** The language whose pages stand under this address. */
function languageAt(path: string) {
  return languages.byCode(path.split(/[/?]/)[1] ?? '')
}

/** `path: fault` for whatever `find` finds in the visits. */
function faultsIn(each: readonly Visit[], find: (visit: Visit) => readonly string[]): string[] {
  return each.flatMap((visit) => find(visit).map((fault) => `${visit.path}: ${fault}`))
}

describe('every public address that a link leads to', () => {
  test('is found in every language, towns and services among them', () => {
    const paths = pages.map(({ path }) => path)
    for (const lang of offered) {
      expect(paths).toContain(urls.home(lang))
      expect(paths).toContain(urls.country(lang, 'nl'))
      expect(paths).toContain(urls.helplines(lang, 'nl'))
      expect(paths).toContain(urls.town(lang, exampleTown))
      expect(paths).toContain(urls.about(lang, 'safety'))
      expect(paths).toContain(urls.lanzarote(lang))
      expect(paths).toContain(urls.practices(lang))
      expect(paths).toContain(urls.eventsKit(lang, year))
      expect(paths).toContain(urls.toolkit(lang))
      expect(paths).toContain(urls.conclusions(lang, 2015))
      expect(
        paths.filter((path) => path.startsWith(`/${lang}/`) && path.includes('/services/')).length,
      ).toBeGreaterThan(0)
      expect(paths.filter((path) => path.startsWith(`/${lang}/`) && path.includes('/guides/')).length).toBeGreaterThan(
        0,
      )
    }
  })

  test('answers', () => {
    const dead = visits.filter(({ status }) => ![200, 301, 302, 303].includes(status))
    expect(dead.map(({ path, status, from }) => `${path}, linked from ${from}: ${status}`)).toEqual([])
  })

  test('sets no cookie and has the safety headers', () => {
    expect(faultsIn(visits, ({ headers }) => answerFaults(headers))).toEqual([])
  })

  test('is kept by no browser', () => {
    expect(faultsIn(pages, ({ headers }) => keepingFaults(headers))).toEqual([])
  })
})

describe('every public page', () => {
  test('has help first and the way out, loads nothing of others, sends nothing in addresses', () => {
    const found = faultsIn(pages, ({ path, html, headers }) => {
      const language = languageAt(path)
      return language ? pageFaults(readPage(html), headers, { base, language }) : []
    })
    expect(found).toEqual([])
  })

  test('is valid HTML', async () => {
    const faultsOf = createValidator()
    const found: string[] = []
    for (const { path, html } of pages) found.push(...(await faultsOf(html)).map((fault) => `${path}: ${fault}`))
    expect(found).toEqual([])
  })

  test('leads to the same page in every language, and says so to search engines', () => {
    const found = faultsIn(pages, ({ html }) => {
      const alternates = tagsOf(readPage(html), 'link', 'hreflang').map(({ attributes }) => attributes.get('hreflang'))
      return offered.flatMap((code) => (alternates.includes(languages.byCode(code)?.tag) ? [] : [`not in ${code}`]))
    })
    expect(found).toEqual([])
  })

  test('has no more than two kilobytes of script', async () => {
    const sets = new Set(pages.map(({ html }) => valuesOf(readPage(html), 'script', 'src').join()))
    expect(sets.size).toBeGreaterThan(1)
    for (const set of sets) {
      let bytes = 0
      for (const script of set.split(',')) {
        const answer = await app.request(script)
        expect(answer.status).toBe(200)
        expect(answerFaults(answer.headers)).toEqual([])
        bytes += (await answer.arrayBuffer()).byteLength
      }
      expect(bytes, set).toBeLessThanOrEqual(2048)
    }
  })
})

test.each(offered)('the frame of a town keeps them too, but for who may show it, in %s', async (lang) => {
  const language = languages.byCode(lang) ?? { tag: '', dir: '' }
  const answer = await app.request(urls.embed(exampleTown, { lang }))
  const page = readPage(await answer.text())
  expect([answer.status, answerFaults(answer.headers, true), keepingFaults(answer.headers)]).toEqual([200, [], []])
  expect(pageFaults(page, answer.headers, { base, language, framed: true })).toEqual([])
})

describe('an address that leads nowhere', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const nowhere = ['/nothing', '/nothing/at/all', '/xx', '/xx/nl', '/embed/nl/no-such-town', '/favicon.ico']

  async function notFound(path: string, acceptLanguage: string) {
    const answer = await app.request(path, { headers: { 'accept-language': acceptLanguage } })
    expect(answer.status).toBe(404)
    expect([...answerFaults(answer.headers), ...keepingFaults(answer.headers)]).toEqual([])
    return { page: readPage(await answer.text()), headers: answer.headers }
  }

  test.each(nowhere)('%s is told in the language that the reader asks for, with the way to help', async (path) => {
    for (const code of offered) {
      const language = languages.byCode(code)
      const { page, headers } = await notFound(path, `zz, ${code};q=0.9, en;q=0.1`)
      expect(language && pageFaults(page, headers, { base, language })).toEqual([])
    }
  })

  test.each([
    '/en/nl/no-such-town',
    `/en/nl/no-such-town/services/${id}`,
    `${urls.town('en', exampleTown)}/nothing`,
    urls.service('en', exampleTown, id),
  ])('%s shows the numbers of its country', async (path) => {
    const { page } = await notFound(path, 'en')
    expect(page.tags.some(({ attributes }) => attributes.has('data-help-numbers'))).toBe(true)
    expect(valuesOf(page, 'a', 'href').filter((href) => href.startsWith('tel:')).length).toBeGreaterThan(0)
  })

  test('a country that we do not know shows no number, but the choice of a country', async () => {
    const { page, headers } = await notFound('/en/zz', 'en')
    expect(pageFaults(page, headers, { base, language: english })).toEqual([])
    expect(valuesOf(page, 'a', 'href').filter((href) => href.startsWith('tel:'))).toEqual([])
  })
})

describe('what a reader sends', () => {
  const send = (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) })

  test.each(['Example Town', 'no such town anywhere', '', '<script>alert(1)</script>'])(
    'looking for "%s" leaves no cookie and nothing in an address',
    async (town) => {
      for (const lang of offered) {
        const answer = await send(urls.findTown(lang), { town })
        expect([200, 303, 422]).toContain(answer.status)
        expect([...answerFaults(answer.headers), ...keepingFaults(answer.headers)]).toEqual([])
        expect(answer.headers.get('location') ?? '').not.toContain('?')
        const language = languages.byCode(lang)
        if (answer.status === 303 || !language) continue
        expect(pageFaults(readPage(await answer.text()), answer.headers, { base, language })).toEqual([])
      }
    },
  )

  test('choosing a country leads to its page', async () => {
    const answer = await send(urls.chooseCountry('en'), { country: 'nl' })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(urls.country('en', 'nl'))
    expect(answerFaults(answer.headers)).toEqual([])
  })

  test('choosing none shows the choice again', async () => {
    const answer = await send(urls.chooseCountry('en'), { country: '' })
    expect(answer.status).toBe(422)
    const page = readPage(await answer.text())
    expect(pageFaults(page, answer.headers, { base, language: english })).toEqual([])
  })
})
