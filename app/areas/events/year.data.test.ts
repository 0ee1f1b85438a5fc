/** From the front door: what everybody reads of a year as a whole: counters, map, table, the text for the press, ideas of the kit. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { loadKit, townSizes } from './kit/kit-data.ts'

let app: PeopleApp
const [sasha, dee] = ['sasha@year.example', 'dee@year.example'] as const
/** Over, so that towns can tell who came; the demonstration has nothing in it. */
const year = 2021
const abroad = { country: 'DE', slug: '' }
const { read, post } = visitorsOf(() => app)

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  const stadt = await app.db
    .selectFrom('published.authority_code as code')
    .innerJoin('published.authority as authority', 'authority.id', 'code.authority')
    .select(['authority.id', 'authority.slug'])
    .where('code.code', '=', 'DE-EXAMPLE-STADT')
    .executeTakeFirstOrThrow()
  abroad.slug = stadt.slug
  await app.give(dee, 'approver', { kind: 'authority', id: stadt.id })
  const edition = { year: `${year}`, 'theme-en': 'Being heard', source: 'https://www.example.org/theme' }
  expect((await post(sasha, urls.eventEditions(), edition)).status).toBe(303)
  const nl = { who: approver, of: town }
  const walk = await published(nl, { title: 'A walk', where: 'place', place: 'Park' })
  await published(nl, { title: 'A talk', where: 'place', place: 'Library' })
  await published(nl, { title: 'For invited children', kind: 'children', where: 'invited' })
  const de = { who: dee, of: abroad }
  await published(de, { title: 'A film', where: 'online', link: 'https://www.example.org/film' })
  const off = await published(de, { title: 'Called off', where: 'place', place: 'Hall' })
  expect((await post(dee, urls.townEventAct(abroad, off, 'cancel'), {})).status).toBe(303)
  const after = urls.townEventPage(town, walk, 'after')
  const told = {
    revision: value(await read(approver, after), 'revision'),
    done: 'We walked.',
    people: '1234',
    said: '',
  }
  expect((await post(approver, after, told)).status).toBe(303)
  await publish(nl, walk)
})
afterAll(() => app.close())

interface By {
  readonly who: string
  readonly of: typeof abroad | typeof town
}

async function publish({ who, of }: By, id: string): Promise<void> {
  const path = urls.townEventPage(of, id, 'publish')
  expect((await post(who, path, { revision: value(await read(who, path), 'revision') })).status).toBe(303)
}

async function published(by: By, fields: Readonly<Record<string, string>>): Promise<string> {
  const id = value(await read(by.who, urls.townEventNew(by.of)), 'id')
  const words = { kind: 'talk', day: `18.11.${year}`, starts: '10', language: 'en', what: 'We talk.' }
  expect((await post(by.who, urls.townEvents(by.of), { id, ...words, ...fields })).status).toBe(303)
  await publish(by, id)
  return id
}

const publicly = (path: string) => publicPage(app, path)

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => plain(found))
/** Counters of a page: what they count, and how many. */
const countersIn = (html: string) =>
  all(html, /<dt>(.*?)<\/dt>/gs).map((label, at) => `${label}: ${all(html, /<dd>(.*?)<\/dd>/gs)[at]}`)
const rowsIn = (html: string) => all(/<tbody>(.*?)<\/tbody>/s.exec(html)?.[1] ?? '', /<tr>(.*?)<\/tr>/gs)
const pressIn = (html: string) => all(/<blockquote>(.*?)<\/blockquote>/s.exec(html)?.[1] ?? '', /<p>(.*?)<\/p>/gs)

test('counters and the table say how many countries, towns, events and people; what was cancelled is not counted', async () => {
  await eventually(async () =>
    expect(countersIn(await publicly(urls.events('en', year)))).toEqual([
      ...['Countries: 2', 'Towns and regions: 2', 'Events: 4', 'People who came: 1,234'],
    ]),
  )
  expect(rowsIn(await publicly(urls.events('en', year)))).toEqual([
    ...['Germany 1 1 not said yet', 'Netherlands 1 3 1,234'],
  ])
  expect(countersIn(await publicly(urls.events('en', year, { country: 'DE' })))).toEqual([
    ...['Towns and regions: 1', 'Events: 1', 'People who came: not said yet'],
  ])
})

test('the map has a point for each town with events that everybody may come to, and none for those of invited children', async () => {
  const pointsIn = (html: string) => {
    const [drawing = ''] = /<svg viewBox[^>]*role="img".*?<\/svg>/s.exec(html) ?? []
    const paths = [...drawing.matchAll(/<path class="(one|some|many)" d="([^"]*)"/g)]
    return paths.map(([, size, path = '']) => `${size}: ${path.match(/M/g)?.length}`)
  }
  // Two of three of the one town, one of the other.
  expect(pointsIn(await publicly(urls.events('en', year)))).toEqual(['some: 1', 'one: 1'])
  expect(pointsIn(await publicly(urls.events('en', year, { country: 'NL' })))).toEqual(['some: 1'])
  // Nothing to show: no empty map.
  const nothing = await publicly(urls.events('en', year, { country: 'FR' }))
  expect([pointsIn(nothing), nothing.includes('class="map"')]).toEqual([[], false])
})

test('the press of a country gets a text with its own figures, in the language of whoever reads', async () => {
  expect(pressIn(await publicly(urls.events('en', year, { country: 'NL' })))).toEqual([
    `18 November ${year} is the European Day on the Protection of Children against Sexual Exploitation and Sexual Abuse.`,
    'Its theme: Being heard',
    `Netherlands, ${year}: 3 events in 1 town or region.`,
    'People who came, as the towns have said: 1,234.',
    'In all of Europe: 4 events in 2 towns and regions of 2 countries.',
    'Towns and regions of the Pact say on their own help pages who helps children and families.',
  ])
  const none = pressIn(await publicly(urls.events('en', year, { country: 'FR' })))
  expect(none[2]).toBe(`France, ${year}: nothing is announced yet.`)
  const german = pressIn(await publicly(urls.events('de', year, { country: 'DE' })))
  expect(german.filter((one) => one.includes('Deutschland') && one.includes(`${year}`))).toHaveLength(1)
  // Nobody's press without a country.
  const everywhere = await publicly(urls.events('en', year))
  expect([pressIn(everywhere), everywhere.includes('Choose a country above')]).toEqual([[], true])
})

test('the kit has ideas for small, middle-sized and large towns, each under its own heading', async () => {
  const { ideas } = loadKit()
  for (const language of ['en', 'fr'] as const) {
    const html = await publicly(urls.eventsKit(language, year))
    const lists = [...html.matchAll(/<h3>.*?<\/h3><dl[^>]*>(.*?)<\/dl>/gs)].map(([, list = '']) =>
      all(list, /<dt>(.*?)<\/dt>/gs),
    )
    expect(lists).toEqual(
      townSizes.map((size) => ideas.filter((one) => one.size === size).map((one) => one[language].title)),
    )
  }
  const headings = all(await publicly(urls.eventsKit('en', year)), /<h3>(.*?)<\/h3>/gs)
  expect(headings.map((one) => one.replace(/\P{ASCII}/gu, ''))).toEqual([
    ...['Small towns, up to 10,000 people', 'Middle-sized towns, up to 100,000 people'],
    'Large towns, more than 100,000 people',
  ])
})
