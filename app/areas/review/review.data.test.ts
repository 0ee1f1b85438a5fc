/** From the front door: the whole network on one page, now and on earlier days, as files, as documents. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { forgetDemonstration } from '../../../tests/forget-plans.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { reviewDocuments, reviewFiles } from '../../urls/review-urls.ts'
import { urls } from '../../urls.ts'
import { type PlanDocument, writeVersion } from '../plans/index.ts'
import { readNetworkNeeds } from '../watching/index.ts'
import { keepReview } from './keep-review.ts'

const languages = ['en', 'fr', 'de', 'ar']
const plan = newId()
const measures = Array.from({ length: 12 }, newId)
let app: TestApp
let towns: readonly string[]
let now: Temporal.Instant

const read = async (path: string) => {
  const answer = await app.request(path)
  return { status: answer.status, text: await answer.text() }
}

/** @param done so many of the measures. */
function document(done: number): PlanDocument {
  return {
    format: 'safe-towns-plan/1',
    plan: {
      ...{ title: 'x', language: 'en', starts: '2020-01-01', ends: '2029-12-31' },
      ...{ steering: '', office: '', participation: '', heard: [] },
    },
    authorities: [...towns],
    measures: measures.map((id, index) => ({
      ...{ id, section: 'protection', title: 'x', what: '', state: index < done ? 'done' : 'under-way', reason: '' },
      ...{ catalogue: null, responsible: '', partner: '', articles: [14], kinds: [], budget: '' },
      ...{ starts: null, ends: null, evidence: [], shared: false, language: null },
      indicators: [
        {
          ...{ id, common: index < 2 ? 'awareness-events' : 'children-helped', name: 'x', unit: '', baseline: null },
          ...{ target: null, values: [{ on: '2026-01-01', value: index < 2 ? 1 : 7, note: '' }] },
        },
      ],
    })),
  }
}

async function publish(version: number, at: Temporal.Instant, done: number): Promise<void> {
  await app.services.database.db.transaction().execute(async (tx) => {
    await writeVersion(tx, { plan, country: 'NL', version, document: document(done), at })
    await announceChange(tx, towns)
  })
}

beforeAll(async () => {
  app = await testApp()
  await forgetDemonstration(app.services.database.db)
  now = app.services.clock.now()
  const { rows } = await sql<{ id: string }>`
    select id from published.authority where country = 'NL' and kind = 'municipality' and status = 'active'
    order by slug limit 2`.execute(app.services.database.db)
  towns = rows.map(({ id }) => id)
})
afterAll(() => app.close())

const monthsAgo = (months: number) =>
  now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth().subtract({ months }).toString()

test('before there is a plan it says so, and there is no earlier day', async () => {
  const { status, text } = await read(urls.review('en'))
  expect([status, htmlFaults(text)]).toEqual([200, []])
  expect(text).toContain('No action plan was public on this day.')
  expect(text).toContain('All towns and plans that are counted here are invented')
  expect(text).not.toContain('name=day')
  for (const path of [
    urls.review('en', monthsAgo(0)),
    urls.reviewDocument('en', 'report', monthsAgo(0)),
    '/en/review/x',
  ])
    expect([path, (await read(path)).status]).toEqual([path, 404])
})

describe('once there is a plan of several towns', () => {
  beforeAll(async () => {
    await publish(1, now.toZonedDateTimeISO('UTC').subtract({ months: 3 }).toInstant(), 0)
    await publish(2, now, 5)
  })

  test('each of them counts once, and so do the measures', async () => {
    await eventually(async () => {
      const { text } = await read(urls.review('en'))
      expect(text).toContain('2 towns and regions have a published action plan, in 1 country.')
      expect(text).toContain('12 measures in these plans, of which 5 done.')
      // All twelve, and the part of them that is done, as a picture beside the table.
      expect(text).toMatch(
        /<div class="chart" role="img" aria-label="[^"]+">.*?<b>12<\/b>\s*<svg[^>]*>\s*<path d="M0 0h100v/s,
      )
      expect(text).toMatch(/<path class="part" d="M0 0h41\.67v/)
    })
    expect((await read(urls.reviewFile('countries'))).text).toMatch(/,NL,2,12\r\n/)
    const lines = (await read(urls.reviewFile('articles'))).text
    expect(lines).toMatch(/,14,protection,under-way,7\r\n.*,14,protection,done,5\r\n/)
  })

  test('an earlier day stays as it was', async () => {
    const { text } = await read(urls.review('en', monthsAgo(1)))
    expect(text).toContain('12 measures in these plans, of which 0 done.')
    expect((await read(urls.reviewFile('measures', monthsAgo(1)))).text).toMatch(/-01,protection,under-way,12\r\n$/)
    for (const month of [monthsAgo(3), monthsAgo(-1), '2026-13'])
      expect([month, (await read(urls.reviewFile('measures', month))).status]).toEqual([month, 404])
    // As addresses of files began.
    expect((await read(`${urls.reviewFile('measures')}?month=${monthsAgo(1)}`)).text).toMatch(/,under-way,12\r\n$/)
  })

  test('any day can be chosen, in the language one reads in; of what is no day a sentence says which there are', async () => {
    const today = now.toZonedDateTimeISO('UTC').toPlainDate()
    const middle = `${monthsAgo(1)}-15`
    const choose = (lang: string, day: string) =>
      app.request(urls.reviewDay(lang), { method: 'POST', body: new URLSearchParams({ day }) })
    const chosen = await choose('fr', middle)
    expect([chosen.status, chosen.headers.get('location')]).toEqual([303, urls.review('fr', middle)])
    const { text } = await read(urls.review('en', middle))
    expect(htmlFaults(text)).toEqual([])
    expect(text).toContain('12 measures in these plans, of which 0 done.')
    expect(text).toContain(`value="${middle}"`)
    const lines = (await read(urls.reviewFile('measures', middle))).text
    expect(lines).toMatch(new RegExp(`${middle},protection,under-way,12\r\n$`))
    // One day, one address.
    const first = await app.request(urls.review('fr', `${monthsAgo(1)}-01`))
    expect([first.status, first.headers.get('location')]).toEqual([301, urls.review('fr', monthsAgo(1))])
    for (const bad of [`${today.add({ days: 1 })}`, '1999-01-01', '2026-02-30', '15/11/2026', '<b>', '']) {
      const answer = await choose('en', bad)
      const page = await answer.text()
      expect([bad, answer.status, htmlFaults(page)]).toEqual([bad, 422, []])
      expect(page).toContain('There is no review of this day. Give a day from ')
    }
    const typed = await read(urls.review('en', '1999-01-01'))
    expect([typed.status, typed.text.includes('There is no review of this day.')]).toEqual([404, true])
  })

  test('how many plans there are, and how many are under way, stands in a file', async () => {
    expect((await read(urls.reviewFile('plans'))).text).toMatch(
      /period,plans\r\n[\d-]+,all,1\r\n[\d-]+,under-way,1\r\n$/,
    )
  })

  test('events are added up, a sum of children of so few towns is not told anywhere', async () => {
    const file = (await read(urls.reviewFile('indicators'))).text
    expect(file).toMatch(/,awareness-events,events,2,2\r\n/)
    expect(file).toMatch(/,children-helped,children,,\r\n/)
    const { text } = await read(urls.review('en'))
    expect(text).toContain('too few to be told')
  })

  test.each(languages)('every figure in %s leads to its definition and its data', async (lang) => {
    const { text } = await read(urls.review(lang))
    expect(htmlFaults(text)).toEqual([])
    const definitions = (await read(urls.reviewDefinitions(lang))).text
    expect(htmlFaults(definitions)).toEqual([])
    const links = [...text.matchAll(/href="?[^"> ]*\/review\/definitions#([\w-]+)/g)].map(([, id]) => id ?? '')
    expect(new Set(links).size).toBeGreaterThan(6)
    for (const id of links) expect(definitions).toMatch(new RegExp(`id="?${id}[" >]`))
    for (const file of reviewFiles) expect(text).toContain(urls.reviewFile(file))
    // Each sentence too.
    const [, short = ''] = text.split('<h2>')[1]?.split('<h2 ')[0]?.split('<ul>') ?? []
    expect(short.match(/<li>/g)?.length).toBe(4)
    expect(short.match(/definitions#/g)?.length).toBe(4)
    expect(short.match(/\.csv/g)?.length).toBe(4)
  })

  test.each(languages)('report and slides in %s are tagged, and say the same', async (lang) => {
    for (const form of reviewDocuments) {
      const answer = await app.request(urls.reviewDocument(lang, form))
      const { marked, claimsUa, everyFontEmbedded, text, pages, links } = await readPdf(
        new Uint8Array(await answer.arrayBuffer()),
      )
      expect([form, marked, claimsUa, everyFontEmbedded]).toEqual([form, true, true, true])
      expect(pages).toBeGreaterThan(1)
      if (lang === 'en') expect(text).toContain('12 measures in these plans, of which 5 done.')
      // Of figures without anything to count the slides have none.
      const shown = reviewFiles.filter((file) => form === 'report' || file !== 'needs')
      for (const file of shown)
        expect([form, file, links.some((one) => one.endsWith(urls.reviewFile(file)))]).toEqual([form, file, true])
      expect(links.filter((one) => one.includes('/review/definitions#')).length).toBeGreaterThanOrEqual(
        4 + shown.length - 1,
      )
    }
  })
})

test('searches are told the night after their month, of five towns and more alone', async () => {
  const { database } = app.services
  const { rows } = await sql<{ id: string }>`select id from published.authority limit 5`.execute(database.db)
  const month = `${monthsAgo(1)}-01`
  const insert = (kind: string, ids: readonly { id: string }[]) =>
    sql`insert into office.unmet_need (authority, kind, month, searches)
      select id, ${kind}, ${month}::timestamp at time zone 'UTC', 7
      from unnest(${ids.map(({ id }) => id)}::uuid[]) id`.execute(database.db)
  await insert('court-support', rows)
  await insert('free-legal-help', rows.slice(0, 4))
  const after = now.toZonedDateTimeISO('UTC').with({ day: 2 }).toInstant()
  const clock = { now: () => after, milliseconds: () => after.epochMilliseconds }
  const keep = () => keepReview({ database, clock, readNeeds: readNetworkNeeds })
  expect((await keep()).needs).toBe(1)
  // A month that is told stays as it is.
  await insert('court-support-more', rows.slice(0, 1))
  expect((await keep()).needs).toBe(0)
  await database.db.transaction().execute((tx) => announceChange(tx, towns))
  await eventually(async () => {
    expect((await read(urls.reviewFile('needs'))).text).toMatch(/kind,searches\r\n[\d-]+,court-support,35\r\n$/)
  })
})
