/** After a start: what feeds of all countries are made of is there before somebody asks for it, and never all at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { createFeedEntries } from '../../../events-deps.ts'
import { createGently } from '../../../platform/breath.ts'
import { siteDepsOf } from '../../../site-deps.ts'
import { urls } from '../../../urls.ts'
import type { FeedDeps } from '../deps.ts'
import { readCountries } from '../list-store.ts'
import { newestYear } from './editions.ts'
import { prepareFeeds } from './prepare-feeds.ts'
import { renderFeed } from './render-feeds.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

/** Only what feeds need; how often the database was asked. */
function feedDeps() {
  const { services } = app
  const asked = { times: 0 }
  const read: FeedDeps['database']['read'] = (what) => {
    asked.times += 1
    return services.database.read(what)
  }
  const { clock, reference } = services
  const given = { site: siteDepsOf(services), database: { read }, clock, languages: reference.languages }
  const deps: FeedDeps = { ...given, feedEntries: createFeedEntries() }
  return { deps, asked }
}

test('parts of every country, language and kind, each followed by a rest; a feed then needs no part from the database', async () => {
  const { deps, asked } = feedDeps()
  const year = await newestYear(deps)
  const countries = await deps.database.read((db) => readCountries(db, year))
  const { offered, translator } = deps.site.i18n
  const rests: number[] = []
  const gently = createGently(async (milliseconds) => rests.push(milliseconds))
  const made = await prepareFeeds(deps, { isOver: () => false, gently })
  expect(countries.length).toBeGreaterThan(1)
  expect(made).toBe(countries.length * offered.length * 2)
  expect([rests.length, rests.every((rest) => rest > 0)]).toEqual([made, true])
  const german = translator('de')
  if (!german) throw new Error('no German')
  asked.times = 0
  const anything = { country: undefined, kind: undefined, lang: undefined, page: 1 }
  const { html } = await renderFeed(deps, german, year, anything, 'atom')
  // Which years there are, and which countries.
  expect(asked.times).toBe(2)
  const answer = await app.request(urls.eventsFeed('de', year, 'atom'))
  expect(Buffer.from(html).toString()).toBe(await answer.text())
})

test('a server that stops begins no further part', async () => {
  const { deps } = feedDeps()
  let left = 3
  const made = await prepareFeeds(deps, { isOver: () => left-- === 0, gently: (part) => part() })
  expect(made).toBe(3)
})
