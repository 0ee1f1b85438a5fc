/** From the front door: the Convention in plain words, in every language, with what towns here do about each article. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { articleCount } from '../checklist/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

async function read(path: string): Promise<string> {
  const answer = await app.request(path)
  const html = await answer.text()
  expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
  return html
}
const articles = Array.from({ length: articleCount }, (_, index) => index + 1)

describe('the list of all articles', () => {
  test.each(['en', 'fr', 'de', 'ar'])('leads to each of them in %s, and says whose words these are', async (lang) => {
    const html = await read(urls.lanzarote(lang))
    for (const number of articles) expect(html).toContain(`href="${urls.lanzaroteArticle(lang, number)}"`)
    expect(html).toContain('https://www.coe.int/en/web/children/lanzarote-convention')
    expect(html).toContain(`href="${urls.pact(lang)}"`)
    const own = { en: 'our own reading', fr: 'notre propre lecture', de: 'unsere eigene Lesart', ar: 'قراءتنا الخاصة' }
    expect(html).toContain(own[lang as keyof typeof own])
  })
})

describe('an article', () => {
  test.each(['en', 'fr', 'de', 'ar'])('of each number is a page of its own in %s', async (lang) => {
    for (const number of articles) {
      const html = await read(urls.lanzaroteArticle(lang, number))
      for (const next of [number - 1, number + 1].filter((one) => articles.includes(one)))
        expect(html).toContain(`href="${urls.lanzaroteArticle(lang, next)}"`)
      expect(html).not.toContain('undefined')
    }
  })

  test('is read in French where the page is French', async () => {
    const html = await read(urls.lanzaroteArticle('fr', 13))
    expect(html).toContain('Les lignes d’écoute')
    expect(html).not.toMatch(/<[^>]*lang="?en-GB"?[^>]*>Les lignes/)
    expect(html).not.toContain('Cette lecture n’existe pas encore')
  })

  test('says where there is no reading in a language, and shows the English one as English', async () => {
    const german = await read(urls.lanzaroteArticle('de', 13))
    expect(german).toContain('Auf Deutsch gibt es diese Lesart noch nicht. Hier steht sie auf Englisch.')
    expect(german).toMatch(/<ul lang="?en-GB"? dir="?ltr"?>/)
    const arabic = await read(urls.lanzaroteArticle('ar', 13))
    expect(arabic).toContain('هذه القراءة غير متوفرة باللغة العربية بعد')
    expect(arabic).toMatch(/<ul lang="?en-GB"? dir="?ltr"?>/)
  })

  test('shows kinds of service with a way to the towns that have them, and nothing where there is none', async () => {
    const helplines = await read(urls.lanzaroteArticle('en', 13))
    expect(helplines).toContain('Free phone line or chat for children')
    expect(helplines).toContain(`<a href="${urls.home('en')}">Find your town`)
    expect(helplines).toMatch(/\d+ towns? (?:and|or) regions? publish/)
    const people = await read(urls.lanzaroteArticle('en', 5))
    expect(people).toContain('Checks on people who work with children')
    expect(people).toContain('A duty of the town')
    expect(await read(urls.lanzaroteArticle('en', 47))).not.toContain('What towns do')
  })

  test('counts a town once it has published', async () => {
    const path = urls.lanzaroteArticle('en', 14)
    const kind = 'Help for adults abused as children'
    const counted = async () => {
      const html = await read(path)
      const item = html.slice(html.indexOf(kind)).split('</li>')[0] ?? ''
      return Number(/(\d+) towns? (?:and|or) regions? publish/.exec(item)?.[1] ?? 0)
    }
    const before = await counted()
    await app.services.database.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string; country: string }>`
        select id, country from published.authority a where kind = 'municipality' and status = 'active' and not exists (
          select from published.service where authority = a.id and 'adult-survivor-support' = any(kinds)) limit 1`.execute(
        tx,
      )
      const [town] = rows
      for (const id of [newId(), newId()]) {
        await sql`insert into published.service (id, authority, country, version, kinds, position, facts)
          values (${id}, ${town?.id}, ${town?.country}, 1, '{adult-survivor-support}', 1, '{}')`.execute(tx)
      }
      await announceChange(tx, [town?.id ?? ''])
    })
    await eventually(async () => expect(await counted()).toBe(before + 1))
  })
})

test('a measure that a town shares stands with its town, and leads to its place in the plan', async () => {
  const { rows } = await sql<{ measure: string; plan: string; title: string; slug: string; country: string }>`
    update published.shared_measure shared set articles = '{9}', shared_at = now() + interval '1 day'
    from published.authority a where a.id = shared.authority and measure = (
      select measure from published.shared_measure order by measure limit 1)
    returning measure, plan, title, slug, country`.execute(app.services.database.db)
  const [shared] = rows
  if (!shared) throw new Error('the demonstration shares no measure')
  const html = await read(urls.lanzaroteArticle('fr', 9))
  expect(html).toContain(shared.title)
  expect(html).toContain(`href="${urls.planOne('fr', shared, shared.plan)}#m-${shared.measure}"`)
})

test('what is not there is not found', async () => {
  for (const path of ['/en/lanzarote/0', '/en/lanzarote/51', '/en/lanzarote/07', '/en/lanzarote/abc', '/xx/lanzarote'])
    expect([path, (await app.request(path)).status]).toEqual([path, 404])
})

test('the Pact leads to the articles, search engines are told of them', async () => {
  const pact = await read(urls.pact('fr'))
  for (const path of [urls.lanzarote('fr'), urls.lanzaroteArticle('fr', 13)]) expect(pact).toContain(`href="${path}"`)
  const sitemap = await (await app.request('/sitemaps/site.xml')).text()
  for (const path of [urls.lanzarote('ar'), urls.lanzaroteArticle('ar', 50)])
    expect(sitemap).toContain(`<loc>${app.baseUrl}${path}</loc>`)
})

test('help pages of towns say nothing of it: they are no heavier', async () => {
  const answer = await app.request(urls.town('en', { country: 'nl', slug: 'example-town' }))
  expect(await answer.text()).not.toContain('lanzarote')
})
