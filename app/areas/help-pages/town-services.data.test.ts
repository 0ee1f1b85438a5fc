import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { publish, serviceFacts } from '../checklist/index.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const town = { country: 'NL', slug: 'example-town' }

test('the addresses of a service that was brought together with another lead to the one that stays', async () => {
  const { db } = app.services.database
  const { id } = await db
    .selectFrom('published.service as service')
    .innerJoin('published.authority as authority', 'authority.id', 'service.authority')
    .select('service.id')
    .where('authority.slug', '=', town.slug)
    .limit(1)
    .executeTakeFirstOrThrow()
  const [gone, nowhere] = [newId(), newId()]
  const old = urls.service('en', town, gone)
  expect((await app.request(old)).status).toBe(404)
  await db
    .insertInto('published.service_successor')
    .values([
      { service: gone, successor: id },
      { service: nowhere, successor: newId() },
    ])
    .execute()
  const led = await app.request(old)
  expect([led.status, led.headers.get('location')]).toEqual([301, urls.service('en', town, id)])
  expect((await app.request(urls.service('en', town, id))).status).toBe(200)
  const wrong = urls.serviceWrong('en', town, gone)
  const form = await app.request(wrong)
  expect([form.status, form.headers.get('location')]).toEqual([301, urls.serviceWrong('en', town, id)])
  const fields = new URLSearchParams({ form: newId(), reason: 'other' })
  const sent = await app.request(wrong, { method: 'POST', body: fields })
  expect([sent.status, sent.headers.get('location')]).toEqual([303, urls.serviceWrong('en', town, id)])
  expect(await db.selectFrom('intake.error_report').select('id').where('service', 'in', [gone, id]).execute()).toEqual(
    [],
  )
  const told = await app.request(urls.serviceWrongSent('en', town, gone))
  expect([told.status, told.headers.get('location')]).toEqual([301, urls.serviceWrongSent('en', town, id)])
  for (const path of [urls.serviceWrong('en', town, id), urls.serviceWrongSent('en', town, id)]) {
    expect((await app.request(path)).status).toBe(200)
  }
  expect((await app.request(urls.serviceWrong('en', town, nowhere))).status).toBe(404)
  // Never to something that does not serve these people.
  expect((await app.request(urls.service('en', town, nowhere))).status).toBe(404)
})

describe('the help page as a frame in the website of the town', () => {
  const read = async (asked: { lang?: string; heading?: number } = {}, acceptLanguage = 'en') => {
    const answer = await app.request(urls.embed(town, asked), { headers: { 'accept-language': acceptLanguage } })
    expect(answer.status).toBe(200)
    return { headers: answer.headers, html: await answer.text() }
  }

  test('may be shown by its own domains and by nobody else, keeps nothing and says what it depends on', async () => {
    for (const { headers } of [await read({ lang: 'en' }), await read({ lang: 'en' })]) {
      const policy = headers.get('content-security-policy')
      expect(policy).toContain("frame-ancestors 'self' https://example-town.example https://*.example-town.example")
      expect(policy).toContain("default-src 'none'")
      expect(['x-frame-options', 'set-cookie'].filter((name) => headers.has(name))).toEqual([])
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('vary')).toBe('Accept-Encoding, Accept-Language')
      expect(headers.get('x-robots-tag')).toBe('noindex')
    }
    const page = await app.request(urls.town('en', town))
    expect(page.headers.get('x-frame-options')).toBe('DENY')
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('shows every service of the page and leads on in place of the whole page; its script tells its height alone', async () => {
    const services = (html: string) => [...html.matchAll(/data-service="([^"]+)"/g)].map(([, id]) => id)
    const { html } = await read({ lang: 'en', heading: 3 })
    const whole = await (await app.request(urls.town('en', town))).text()
    expect(services(html)).toEqual(services(whole))
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script src="/assets/frame-height.js" defer="">'])
    expect(html.indexOf('data-help-numbers')).toBeLessThan(html.indexOf('<main'))
    expect(html).toMatch(/<h1 id="framed-title" aria-level="3">/)
    const links = [...html.matchAll(/<a [^>]*>/g)].map(([tag]) => tag)
    const inside = links.filter((tag) => !tag.includes('target="_top"'))
    expect(inside.filter((tag) => !/href="(?:#|tel:|sms:|mailto:|\/embed\/nl\/example-town\?)/.test(tag))).toEqual([])
    expect(links.find((tag) => tag.includes('data-quick-exit'))).toContain('target="_top"')
    // Public pages leave out end tags that HTML lets them leave out.
    expect(htmlFaults(html).filter((fault) => !fault.startsWith('no-implicit-close'))).toEqual([])
  })

  test('is in the language asked for, else in one that the reader and the town share', async () => {
    const languageOf = ({ html }: { html: string }) => /<html lang="([^"]+)"/.exec(html)?.[1]
    expect(languageOf(await read({ lang: 'ar' }, 'de'))).toBe('ar')
    expect(languageOf(await read({ lang: 'xx' }, 'fr'))).toBe(languageOf(await read({}, 'fr')))
  })

  test('of no town of that name is a page with the numbers of the country, which no website can show', async () => {
    const answer = await app.request(urls.embed({ ...town, slug: 'no-such-town' }))
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('data-help-numbers')
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
  })
})

test('a town with hundreds of services shows the first few of a kind, and leads to all of them, part by part', async () => {
  const { database, checklist, clock } = app.services
  const [kind, added] = ['trauma-therapy', 201]
  const { id: authority } = await database.db
    .selectFrom('published.authority')
    .select('id')
    .where('slug', '=', town.slug)
    .executeTakeFirstOrThrow()
  const rows = Array.from({ length: added }, (_, at) => ({
    id: newId(),
    facts: serviceFacts.parse({ kinds: [kind], name: { en: { text: `House ${at + 100}.`, origin: 'person' } } }),
  }))
  await sql`
    insert into office.draft_service (id, authority, facts, changed_at, changed_by)
    select id, ${authority}::uuid, facts, now(), 'test'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, facts jsonb)`.execute(database.db)
  const officer = { cookie: await app.signIn(demonstrationPerson('officer'), 'passkey') }
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await app.request(path, { headers })
    expect(answer.status).toBe(200)
    const html = await answer.text()
    return html
  }
  const houses = (html: string) => new Set(html.match(/House \d{3}\./g))
  const preview = await read(urls.officePreview(town, 'en'), officer)
  expect(preview).toContain(urls.officePreviewKind(town, 'en', kind))
  expect(houses(await read(urls.officePreviewKind(town, 'en', kind, 2), officer)).size).toBe(50)
  const outcome = await publish(checklist, actOf('test', 'test.publish', clock.now()), authority)
  expect(outcome).toMatchObject({ outcome: 'published' })
  const page = () => app.request(urls.town('en', town)).then((answer) => answer.text())
  await eventually(async () => expect(await page()).toContain(urls.townKind('en', town, kind)))
  expect(houses(await page()).size).toBeLessThanOrEqual(5)
  const parts = await Promise.all([1, 2, 3, 4, 5, 6].map((part) => read(urls.townKind('ar', town, kind, part))))
  expect(new Set(parts.flatMap((html) => [...houses(html)])).size).toBe(added)
  expect(parts.every((html) => html.includes('data-help-numbers') && html.includes('data-quick-exit'))).toBe(true)
  expect(htmlFaults(parts[1] ?? '')).toEqual([])
  // A part after the last is the last; a kind that nobody offers has no page.
  expect(houses(await read(urls.townKind('en', town, kind, 99)))).toEqual(houses(parts[5] ?? ''))
  expect((await app.request(urls.townKind('en', town, 'no-such-kind'))).status).toBe(404)
})
