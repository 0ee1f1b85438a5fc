/** Every type of public page, as the table of routes has them: no barrier for anybody, fits a small screen, valid markup. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf } from '../../app/compose.ts'
import { cataloguedLanguages } from '../../app/platform/i18n/messages.ts'
import { urls } from '../../app/urls.ts'
import { filledRoute } from '../authorization/filled-route.ts'
import { createValidator } from '../public-site/html-faults.ts'
import { axeScript, expectAccessible, expectFits, type Site, startSite } from './site.ts'

const town = { country: 'nl', slug: 'example-town' }
const kind = 'child-helpline'

let site: Site
let service: string
/** Ids of the demonstration's. */
let [practice, collection, plan] = ['', '', '']
/** Of the demonstration's meeting that was held. */
let held = 0
/** Of this year: one for invited children, one cancelled. */
let events: readonly string[]
const { year } = Temporal.Now.plainDateISO('UTC')
let routes: readonly string[]
beforeAll(async () => {
  site = await startSite()
  const { routes: all } = await partsOf(site.app.services)
  // The frame has the headings of the page around it, and is looked at within one (family.test.ts).
  routes = all
    .filter(({ method, permission, path }) => method === 'GET' && permission === 'public' && !path.startsWith('/embed'))
    .map(({ path }) => path)
  const html = await (await site.app.request(urls.town('en', town))).text()
  const library = await (await site.app.request(urls.practices('en', { article: 9 }))).text()
  practice = idAfter(library, urls.practice('en', ''))
  collection = idAfter(library, urls.practiceCollection('en', ''))
  const plans = await (await site.app.request(urls.plan('en', town))).text()
  plan = /\/plans\/([\w-]{36})\/changes/.exec(plans)?.[1] ?? ''
  const { db } = site.app.services.database
  const hosted = db.selectFrom('published.meeting').select('year').where('host', 'is not', null)
  held = (await hosted.executeTakeFirstOrThrow()).year
  const ofYear = async (one: number) => (await site.app.request(urls.events('en', one))).text()
  events = [...(await ofYear(year)).matchAll(/data-event="?([\w-]{36})/g)].map(([, id = '']) => id)
  service = /data-service="?([\w-]+)/.exec(html)?.[1] ?? ''
})
afterAll(async () => {
  await site?.close()
})

const idAfter = (html: string, path: string): string => html.split(`"${path}`)[1]?.slice(0, 36) ?? ''

/** Pages that differ by more than their address says. */
const variants = (lang: string) => [
  ...['8-12', '13-17'].map((age) => urls.children(lang, town, age)),
  urls.search(lang, { kind, town }),
  // The first article has no kinds of service.
  urls.lanzaroteArticle(lang, 14),
  // An original, a translation, a collection; the library narrowed down to nothing.
  ...[practice, `${practice}?read=fr`].map((id) => urls.practice(lang, id)),
  urls.practiceCollection(lang, collection),
  urls.practices(lang, { p: 'prosecution', size: 'large' }),
  urls.town(lang, { country: 'nl', slug: 'example-quiet-town' }),
  // A plan, an earlier version of it, what changed.
  urls.planOne(lang, town, plan),
  urls.planVersion(lang, town, plan, 1),
  urls.planChanges(lang, town, plan),
  // A year, narrowed down, one without any; each of its events, one of them cancelled; its kit.
  ...[{}, { country: 'NL' }, { kind: 'sport' }].map((asked) => urls.events(lang, year, asked)),
  urls.events(lang, year - 1),
  ...events.map((id) => urls.event(lang, year, id)),
  urls.eventsKit(lang, year),
  // A meeting with its programme, market, conclusions; those of 2015.
  ...[urls.meeting, urls.programme, urls.market, urls.conclusions, urls.atMeeting].map((of) => of(lang, held)),
  urls.meeting(lang, 2015),
  urls.conclusions(lang, 2015),
  // Guidance with its warning, a translation, a link; the toolkit narrowed down, and after a wish.
  urls.resource(lang, 'safeguarding-procedure'),
  urls.resource(lang, 'first-steps', 'fr'),
  urls.resource(lang, 'link-one-in-five'),
  urls.toolkit(lang, { kind: 'poster' }),
  `${urls.resource(lang, 'first-steps')}?wanted=pl`,
]

/** Of all addresses those that show a page. */
async function pagesIn(lang: string): Promise<string[]> {
  const given = { lang, cc: town.country, slug: town.slug, kind, id: service }
  const paths = new Set([...routes.map((path) => filledRoute(path, given)), ...variants(lang)])
  const pages: string[] = []
  for (const path of paths) {
    const answer = await site.app.request(path)
    const isPage = answer.status === 200 && (answer.headers.get('content-type') ?? '').startsWith('text/html')
    if (isPage && (await answer.text()).startsWith('<!doctype')) pages.push(path)
  }
  return pages
}

/** One of each direction with every change; all of them by `npm run sweep`. */
const languages = process.env['SWEEP'] ? cataloguedLanguages() : ['en', 'ar']

test.each(languages)(
  'every type of public page in %s is for everybody, at 320 px',
  async (lang) => {
    const pages = await pagesIn(lang)
    for (const path of [
      urls.home(lang),
      urls.country(lang, 'nl'),
      urls.town(lang, town),
      urls.service(lang, town, service),
      urls.lanzarote(lang),
      urls.lanzaroteArticle(lang, 1),
      urls.practices(lang),
      urls.practice(lang, practice),
      urls.practice(lang, `${practice}?read=fr`),
      urls.practiceCollection(lang, collection),
      urls.planVersion(lang, town, plan, 1),
      urls.planChanges(lang, town, plan),
      urls.event(lang, year, events.at(-1) ?? ''),
      urls.eventsKit(lang, year),
      urls.toolkit(lang),
      urls.toolkitLanguages(lang),
      urls.resource(lang, 'safeguarding-procedure'),
      urls.programme(lang, held),
      urls.market(lang, held),
      urls.conclusions(lang, 2015),
    ]) {
      expect(pages).toContain(path)
    }
    expect(pages.length).toBeGreaterThan(15)
    const validator = createValidator()
    const look = async (page: Page) => {
      await page.addInitScript(axeScript)
      for (const path of pages) {
        await page.goto(site.baseUrl + path)
        await page.evaluate(() => {
          for (const folded of document.querySelectorAll('details')) folded.open = true
        })
        await expectAccessible(page)
        await expectFits(page)
        expect(await validator(await (await site.app.request(path)).text()), path).toEqual([])
      }
    }
    await site.visit(urls.home(lang), { viewport: { width: 320, height: 640 } }, look)
  },
  300_000,
)
