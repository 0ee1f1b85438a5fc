/** The zip file as whoever unpacks it on the town's server finds it. */
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createValidator } from '../../../../tests/public-site/html-faults.ts'
import { readPage, tagsOf, valuesOf } from '../../../../tests/public-site/html-page.ts'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { actOf } from '../../../platform/audit/audit.ts'
import { siteDepsOf } from '../../../site-deps.ts'
import { longDate } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import { findBySlug } from '../../authorities/index.ts'
import { readDraft, saveService } from '../../checklist/index.ts'
import { readTownsToCopy } from './copy-store.ts'
import { copyOfTown } from './render-copy.ts'
import { zipOf } from './site-zip.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }
const files = { en: 'index.html', fr: 'index.fr.html', de: 'index.de.html', ar: 'index.ar.html' }
const directions = { en: 'ltr', fr: 'ltr', de: 'ltr', ar: 'rtl' }
const faultsOf = createValidator()
const languages = ['en', 'fr', 'de', 'ar'] as const

async function bytesOf(of: { country: string; slug: string } = town): Promise<Uint8Array> {
  const answer = await app.request(urls.site('en', of))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  return new Uint8Array(await answer.arrayBuffer())
}

async function unpacked(of?: typeof town): Promise<ReadonlyMap<string, string>> {
  const found = Object.entries(unzipSync(await bytesOf(of)))
  return new Map(found.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

test('holds a page for each language and says what to do with them', async () => {
  const found = await unpacked()
  expect([...found.keys()]).toEqual([...Object.values(files), 'README.txt'])
  const until = /content="(\d{4}-\d\d-\d\d)"/.exec(
    /<meta name="safe-towns-expires"[^>]*>/.exec(found.get('index.html') ?? '')?.[0] ?? '',
  )
  const told = Temporal.PlainDate.from(until?.[1] ?? '').toLocaleString('en-GB', { dateStyle: 'long' })
  expect(found.get('README.txt')).toContain(`by ${told} at the latest`)
  expect(found.get('README.txt')).toContain(app.baseUrl + urls.site('en', town))
})

describe.each(languages)('the page in %s', (lang) => {
  const file = files[lang]
  const read = async () => readPage((await unpacked()).get(file) ?? '')

  test('is valid, in its language and direction', async () => {
    const page = await read()
    expect(await faultsOf(page.html)).toEqual([])
    const html = tagsOf(page, 'html')[0]?.attributes
    expect([html?.get('lang')?.slice(0, 2), html?.get('dir')]).toEqual([lang, directions[lang]])
  })

  test('runs and loads nothing: what it may do stands in it', async () => {
    const page = await read()
    const loading = ['src', 'srcset', 'action', 'data', 'poster', 'style']
    const tags = page.tags.filter(
      ({ name, attributes }) =>
        ['script', 'img', 'iframe', 'form', 'object', 'embed', 'base'].includes(name) ||
        loading.some((key) => attributes.has(key)) ||
        [...attributes.keys()].some((key) => key.startsWith('on')),
    )
    expect(tags).toEqual([])
    const links = tagsOf(page, 'link').map(({ attributes }) => [attributes.get('rel'), attributes.get('href')])
    expect(links).toEqual([['canonical', app.baseUrl + urls.town(lang, town)]])
    const hash = createHash('sha256')
      .update(page.styles[0] ?? '')
      .digest('base64')
    const policy = tagsOf(page, 'meta').find(({ attributes }) => attributes.has('http-equiv'))
    expect(policy?.attributes.get('content')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'`,
    )
    expect([page.styles.length, page.data]).toEqual([1, []])
  })

  test('leads to its languages beside it, to telephones, and to whole addresses', async () => {
    const page = await read()
    const others = tagsOf(page, 'a', 'href').filter(({ attributes }) => attributes.get('target') !== '_top')
    const own = others.map(({ attributes }) => attributes.get('href') ?? '')
    expect(own.filter((href) => !/^(?:#[a-z-]+|tel:[+0-9]+|mailto:.+|index\.(?:[a-z]{2}\.)?html)$/.test(href))).toEqual(
      [],
    )
    expect(own.filter((href) => href.startsWith('index.')).slice(0, 4)).toEqual(Object.values(files))
    const away = tagsOf(page, 'a', 'href').filter(({ attributes }) => attributes.get('target') === '_top')
    expect(away.filter(({ attributes }) => !/^https?:\/\/./.test(attributes.get('href') ?? ''))).toEqual([])
    expect(valuesOf(page, 'a', 'href')).toContain(app.baseUrl + urls.children(lang, town))
  })

  test('has help first, the way out, and every service of the page with its answers', async () => {
    const page = await read()
    const live = readPage(await (await app.request(urls.town(lang, town))).text())
    for (const key of ['data-service', 'data-answer', 'data-help-numbers', 'data-quick-exit']) {
      const values = (of: typeof page) => of.tags.flatMap(({ attributes }) => attributes.get(key) ?? [])
      expect(values(page)).toEqual(values(live))
    }
    const machine = (of: typeof page) => of.html.split('data-origin="machine"').length
    expect(machine(page)).toBe(machine(live))
  })

  test('says from when it is and until when it is good, and nothing of this moment', async () => {
    const page = await read()
    const meta = (name: string) =>
      tagsOf(page, 'meta')
        .find(({ attributes }) => attributes.get('name') === name)
        ?.attributes.get('content') ?? ''
    const made = Temporal.Instant.from(meta('safe-towns-export'))
    const until = Temporal.PlainDate.from(meta('safe-towns-expires'))
    const day = made.toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
    expect(day.until(until).days).toBeLessThanOrEqual(30)
    const translator = app.services.i18n.translator(lang)
    if (!translator) throw new Error(`nothing is offered in ${lang}`)
    const { t } = translator
    const said = `${t('copy.until', { date: longDate(translator, until) })} <a href="${app.baseUrl}${urls.town(lang, town)}"`
    expect(page.html.split(said)).toHaveLength(3)
    expect(page.html).not.toContain('class="tag yes"')
    for (const key of ['service.openAlways', 'service.openUnknown', 'exit.hint'] as const) {
      expect(page.html).not.toContain(t(key))
    }
  })
})

test('the same facts give the same bytes, all day and in whatever language they are asked for', async () => {
  const first = await bytesOf()
  const asked = await app.request(urls.site('ar', town))
  expect(Buffer.from(await asked.arrayBuffer()).equals(first)).toBe(true)
  // Another process, later on the same day, with nothing in memory.
  const later = app.services.clock.now().add({ minutes: 1 })
  const { authority } = (await findBySlug(app.services.database.db, town.country, town.slug)) ?? {}
  const country = app.services.reference.countries.byIso(town.country)
  if (!authority || !country) throw new Error('no town')
  const [found] = await app.services.database.read((db) => readTownsToCopy(db, [authority]))
  if (!found) throw new Error('nothing was read')
  const { reference, guides } = app.services
  const deps = {
    site: siteDepsOf(app.services),
    checklist: reference.checklist,
    guides,
    clock: { ...app.services.clock, now: () => later },
  }
  expect(Buffer.from(zipOf(copyOfTown(deps, country, found, languages))).equals(first)).toBe(true)
})

test('a place that becomes confidential is gone from the next copy at once', async () => {
  const { database, checklist, clock } = app.services
  const authority = (await findBySlug(database.db, town.country, town.slug))?.authority?.id ?? ''
  const { services } = await readDraft(database.db, authority)
  const draft = services.find(({ facts: { place } }) => place.type === 'addresses')
  const place = draft?.facts.place
  const street = place?.type === 'addresses' ? (place.addresses[0]?.street ?? '') : ''
  const told = async () => [...(await unpacked()).values()].filter((text) => text.includes(street)).length
  expect(await told()).toBe(languages.length)
  const others = services.filter((each) => each.id !== draft?.id && JSON.stringify(each.facts).includes(street))
  for (const one of draft ? [draft, ...others] : []) {
    const facts = { ...one.facts, place: { type: 'confidential' as const } }
    const act = actOf('command', 'checklist.save-service', clock.now())
    const saved = await saveService(checklist, act, authority, one.id, facts, one.revision)
    expect(saved).toMatchObject({ outcome: 'saved' })
  }
  await expect.poll(told, { timeout: 30_000 }).toBe(0)
})

test('a town that nobody looks after has a copy, with the numbers and what serves it from above', async () => {
  const quiet = { country: 'NL', slug: 'example-quiet-town' }
  const page = readPage((await unpacked(quiet)).get('index.html') ?? '')
  expect(await faultsOf(page.html)).toEqual([])
  expect(page.tags.some(({ attributes }) => attributes.has('data-help-numbers'))).toBe(true)
})

test.each(['/en/nl/no-such-town', '/en/zz/example-town', '/xx/nl/example-town', '/en/nl/%00'])(
  '%s has none: a page that says so, with the way to help',
  async (path) => {
    const answer = await app.request(`${path}/site.zip`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    const page = readPage(await answer.text())
    expect(page.tags.some(({ name, attributes }) => name === 'form' || attributes.has('data-help-numbers'))).toBe(true)
  },
)

test('the address of a merged town leads to that of its successor', async () => {
  const { db } = app.services.database
  const merged = await db
    .selectFrom('published.authority')
    .select(['country', 'slug'])
    .where('status', '=', 'merged')
    .limit(1)
    .executeTakeFirstOrThrow()
  const answer = await app.request(urls.site('fr', merged))
  expect(answer.status).toBe(301)
  expect(answer.headers.get('location')).toMatch(/^\/fr\/[a-z]{2}\/[a-z0-9-]+\/site\.zip$/)
})
