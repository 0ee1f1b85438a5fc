/** From the front door: plans as everybody reads them, each word in the language it is written in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import type { Town } from '../../urls/town-paths.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'

const other = { country: 'GB', slug: 'example-on-sea' }
let app: PeopleApp
beforeAll(async () => {
  app = await openPeopleApp()
})
afterAll(() => app.close())

test("the town's plan that counts today stands at its own address, put together in three ways, in every language", async () => {
  for (const lang of ['en', 'fr', 'de', 'ar']) {
    for (const view of ['p', 'article', 'year'] as const) {
      const answer = await app.nobody.get(urls.plan(lang, town, view))
      const html = await answer.text()
      expect([lang, view, answer.status, htmlFaults(html)]).toEqual([lang, view, 200, []])
      expect(html).toContain('Example Town protects its children (fictional)')
      expect(html).toContain(view === 'p' ? '<svg class="figures"' : '#m-')
      for (const other of ['p', 'article', 'year'] as const) expect(html).toContain(urls.plan(lang, town, other))
    }
  }
  expect((await app.nobody.get(urls.plan('en', { country: 'NL', slug: 'example-quiet-town' }))).status).toBe(404)
})

test('everything that a town says of its plan and of a measure stands there, each under its name', async () => {
  const html = await (await app.nobody.get(urls.plan('en', town))).text()
  const text = html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  for (const said of [
    'Carried together with Example Region',
    'Who steers it A round table of the mayor',
    'Office that co-ordinates Office for children and families of Example Town',
    'How children took part Two school classes and a youth club',
    'Partner Example Children&#39;s Aid',
    'Budget EUR 12,000 a year',
    'Services Training to notice and respond',
    'Progress report: none yet for this cycle',
  ])
    expect(text).toContain(said)
  expect(text).toMatch(/Period \d+ \w+ \d{4} to \d+ \w+ \d{4} Responsible Youth welfare office/)
  expect(text).toMatch(/\(where it began\) 40 Count of the personnel office/)
  // As long as the measures are many, and in words.
  const parts = [...html.matchAll(/<path class="?is-([a-z-]+)"? d="?M\d+ 0h(\d+)v28/g)]
  const bar = parts.reduce((sum, [, , width]) => sum + Number(width), 0)
  expect([parts.length > 1, Math.abs(bar - 640) <= parts.length]).toEqual([true, true])
  for (const [, state] of parts)
    expect(html).toMatch(new RegExp(`<li><strong class="state is-${state}">[^<]+</strong> \\d`))
  const byArticle = await (await app.nobody.get(urls.plan('en', town, 'article'))).text()
  expect(byArticle).toMatch(/<h2><a href="?\/en\/lanzarote\/\d+/)
  const byYear = await (await app.nobody.get(urls.plan('en', town, 'year'))).text()
  expect(byYear).toMatch(/<h2>20\d\d<\/h2>/)
})

test("the town's help page leads to its plan, within its own website, too, and to none where none is published", async () => {
  const plan = urls.plan('en', town)
  const page = await (await app.nobody.get(urls.town('en', town))).text()
  expect(page).toMatch(new RegExp(`<h3><a href="?${plan}"?>Local action plan`))
  expect(await (await app.nobody.get(urls.embed(town, { lang: 'en', heading: 2 }))).text()).toContain(plan)
  expect(await (await app.nobody.get(urls.town('en', other))).text()).not.toContain('/plan')
})

test('the page of an article counts the plans that name measures for it', async () => {
  const html = await (await app.nobody.get(urls.lanzaroteArticle('en', 5))).text()
  expect(html).toMatch(/[1-9]\d* published plans? names? (?:a measure|measures) for this article/)
  expect(html).toContain(`${urls.review('en')}#articles`)
})

const { read, post } = visitorsOf(() => app)
const [olga, heidi] = ['olga@languages.example', 'heidi@languages.example']

async function begin(who: string, at: Town, language: string): Promise<string> {
  const id = value(await read(who, urls.townPlanNew(at)), 'id')
  const words = { title: 'Plan', language, starts: '1.1.2041', ends: '31.12.2044' }
  await post(who, urls.townPlans(at), { id, ...words })
  return id
}

async function publish(who: string, at: Town, plan: string): Promise<void> {
  const page = urls.townPlanPage(at, plan, 'publish')
  const answer = await post(who, page, { stamp: value(await read(who, page), 'stamp') })
  expect(answer.headers.get('location')).toContain('done=published')
}

test('a measure copied from a plan in another language keeps that language until its office says otherwise', async () => {
  await app.give(olga, 'officer', app.townScope)
  const found = app.db.selectFrom('published.authority').select('id').where('slug', '=', other.slug)
  await app.give(heidi, 'officer', { kind: 'authority', id: (await found.executeTakeFirstOrThrow()).id })
  const theirs = await begin(heidi, other, 'de')
  const shared = newId()
  const facts = { section: 'prevention', state: 'under-way', title: 'Sichere Vereine', what: 'Jeder Verein lernt.' }
  await post(heidi, urls.townMeasure(other, theirs, shared), { revision: '0', ...facts, shared: 'yes' })
  await publish(heidi, other, theirs)
  const heading = new RegExp(`<h3><a href="?${urls.plan('en', other)}"?>`)
  await eventually(async () => expect(await (await app.nobody.get(urls.town('en', other))).text()).toMatch(heading))

  const mine = await begin(olga, town, 'fr')
  const start = await read(olga, urls.townPlanPage(town, mine, 'start'))
  expect(start.indexOf('name="measure"')).toBeGreaterThan(start.indexOf('What fits your checklist'))
  const [suggested = ''] = start.split('govuk-details')
  const offered = suggested.split('name="measure"').slice(1)
  // What closes a gap of the checklist says which, and comes before the basics.
  const told = offered.map((one) =>
    /Your checklist has a gap here: \w|Not answered yet in your checklist: \w/.test(one),
  )
  expect(told[0]).toBe(true)
  expect(told.lastIndexOf(true)).toBeLessThan([...told, false].indexOf(false))
  const others = urls.townPlanPage(town, mine, 'others')
  expect((await post(olga, others, { section: 'prevention', measure: shared })).status).toBe(303)
  await publish(olga, town, mine)
  const path = urls.planOne('ar', town, mine)
  const page = await (await app.nobody.get(path)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toMatch(/<h3 lang="?de"? dir="?ltr"?>Sichere Vereine/)
  expect(page).toMatch(/<h1 lang="?fr"? dir="?ltr"?>Plan/)

  const id = /measures\/([0-9a-f-]{36})/.exec(await read(olga, urls.townPlan(town, mine)))?.[1] ?? ''
  const measure = urls.townMeasure(town, mine, id)
  const form = await read(olga, measure)
  expect([htmlFaults(form), /<option[^>]*value="de" selected/.test(form)]).toEqual([[], true])
  const revision = value(form, 'revision')
  expect((await post(olga, measure, { ...facts, revision, language: 'klingon' })).status).toBe(422)
  const french = { ...facts, title: 'Des clubs sûrs', what: 'Chaque club apprend.', language: 'fr' }
  expect((await post(olga, measure, { ...french, revision })).status).toBe(303)
  const differences = await read(olga, urls.townPlanPage(town, mine, 'publish'))
  expect(differences).toMatch(/<del lang="de" dir="ltr">Sichere Vereine<\/del> <ins lang="fr" dir="ltr">Des clubs sûrs/)
  await publish(olga, town, mine)
  await eventually(async () => {
    expect(await (await app.nobody.get(path)).text()).toMatch(/<h3 lang="?fr"? dir="?ltr"?>Des clubs sûrs/)
  })
})
