/** From the front door: a coordinator sees how far members have come, and it moves when they do. */
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue } from '../../../tests/sign-in.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'
import { countStandings, keepStandings, openSheet, publish, saveService, serviceFacts } from '../checklist/index.ts'
import { reportLanguages } from './coverage-routes.tsx'
import { keepCoverage } from './keep-months.ts'

let app: PeopleApp
const coordinator = 'coordinator@coverage.example'
const quiet = { country: 'NL', slug: 'example-quiet-town' } as const
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(coordinator, 'coordinator', app.associationScope)
  for (const slug of ['far-town', 'near-town']) {
    await sql`insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
      values (${newId()}, 'municipality', 'NL', ${slug}, ${slug}, 'Europe/Amsterdam', '', now())`.execute(app.db)
  }
  await sql`insert into published.association_member (association, authority)
    select ${app.associationScope.kind === 'association' ? app.associationScope.id : ''}, id from published.authority
    where country = 'NL' and kind = 'municipality' on conflict do nothing`.execute(app.db)
})
afterAll(() => app.close())

/** Text of the cells of a row, by what stands first in it. */
function rowOf(html: string, first: string): string[] {
  const row = [...html.matchAll(/<tr[\s\S]*?<\/tr>/g)].map(([each]) => each).find((each) => each.includes(first)) ?? ''
  return [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) =>
    cell.replace(/<[^>]+>/g, '').trim(),
  )
}

async function seen(path: string): Promise<string> {
  const answer = await (await app.signIn(coordinator)).get(path)
  expect(answer.status, path).toBe(200)
  const html = await answer.text()
  expect(htmlFaults(html), path).toEqual([])
  return html
}

const idOf = async (one: typeof town | typeof quiet) =>
  (await findBySlug(app.db, one.country, one.slug))?.authority?.id ?? ''

test('each member stands on one step; who was invited, works there or has published moves on', async () => {
  const before = await seen(urls.coverage(association))
  const members = Number(rowOf(before, 'Members of the association')[1])
  expect(members).toBeGreaterThan(1)
  expect(rowOf(before, 'Page with answers')[1]).toMatch(/^1 /)
  expect(rowOf(before, 'Not reached yet')[1]).toMatch(new RegExp(`^${members - 1} `))

  const by = await app.signIn(coordinator)
  await by.post(urls.peopleInvite(urls.townPeople(quiet)), {
    email: 'new@quiet.example',
    role: 'approver',
    language: 'en',
  })
  const invited = await seen(urls.coverage(association))
  expect(rowOf(invited, 'Invited;')[1]).toMatch(/^1 /)
  expect(rowOf(invited, 'Not reached yet')[1]).toMatch(new RegExp(`^${members - 2} `))

  await app.give('new@quiet.example', 'approver', { kind: 'authority', id: await idOf(quiet) })
  expect(rowOf(await seen(urls.coverage(association)), 'Somebody works there')[1]).toMatch(/^1 /)
})

test('a page with nothing but an introduction is no page with answers', async () => {
  const { checklist } = app.services
  const act = actOf('test', 'checklist.publish', Temporal.Now.instant())
  const ours = await app.signIn('new@quiet.example')
  const path = urls.officeIntroduction(quiet)
  const revision = inputValue(await (await ours.get(path)).text(), 'revision')
  expect((await ours.post(path, { revision, 'introduction-nl': 'Welkom' })).status).toBe(303)
  expect(await publish(checklist, act, await idOf(quiet))).toMatchObject({ outcome: 'published' })
  const html = await seen(urls.coverage(association))
  expect(rowOf(html, 'Page with answers')[1]).toMatch(/^1 /)
  expect(rowOf(html, 'Somebody works there')[1]).toMatch(/^1 /)
})

test('a published page counts at once, and no longer as fresh when the day of its review has come', async () => {
  const { checklist: own } = app.services
  const deps = { ...own, countStandings: (most: number) => countStandings(own, { most }) }
  await keepCoverage(deps)
  const act = actOf('test', 'checklist.save-service', Temporal.Now.instant())
  const name = { en: { text: 'Listening Ear', origin: 'person' as const } }
  const facts = serviceFacts.parse({ kinds: ['child-helpline'], name })
  const { checklist } = app.services
  expect(await saveService(checklist, act, await idOf(quiet), newId(), facts, 0)).toMatchObject({ outcome: 'saved' })
  expect(await publish(checklist, act, await idOf(quiet))).toMatchObject({ outcome: 'published' })
  const html = await seen(urls.coverage(association))
  expect(rowOf(html, 'Page with answers')[1]).toMatch(/^2 /)
  expect(rowOf(html, 'Page with answers').at(-1)).toBe('1 more')
  // The day of the counts, not the first of the month; pages that wait are counted first.
  const today = own.clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  expect(rowOf(html, 'Where they stand').at(-1)).toContain(`${today.day} `)
  await sql`delete from office.coverage_month`.execute(app.db)
  await sql`delete from office.standing`.execute(app.db)
  await sql`insert into office.standing_due select authority from published.current_snapshot on conflict do nothing`.execute(
    app.db,
  )
  await keepCoverage(deps)
  expect(rowOf(await seen(urls.coverage(association)), 'Page with answers').at(-1)).toBe('as then')

  const standing = () =>
    app.db
      .selectFrom('office.standing')
      .select(['services', 'services_fresh', 'core_answered'])
      .where('authority', '=', app.townScope.kind === 'authority' ? app.townScope.id : '')
      .executeTakeFirstOrThrow()
  const now = await standing()
  expect(now.services_fresh).toBeGreaterThan(0)
  app.wait({ hours: 24 * 400 })
  expect(await keepStandings(app.services.checklist)).toBeGreaterThan(0)
  expect(await standing()).toMatchObject({ services: now.services, services_fresh: 0 })
})

test('silent members are worked through: put aside, they come back after 30 days', async () => {
  const list = urls.coverageSilent(association)
  const before = await seen(list)
  const id = /name="authority" value="([^"]+)"/.exec(before)?.[1] ?? ''
  const by = await app.signIn(coordinator)
  expect((await by.post(urls.coverageAside(association), { authority: id, do: 'aside' })).status).toBe(303)
  expect(await seen(list)).not.toContain(`value="${id}"`)
  expect(await seen(urls.coverageSilent(association, { aside: true }))).toContain(`value="${id}"`)
  app.wait({ hours: 24 * 31 })
  expect(await seen(list)).toContain(`value="${id}"`)
  expect((await by.post(urls.coverageAside(association), { authority: 'x', do: 'aside' })).status).toBe(404)
})

test('an area counts its own members; one that does not exist is not found', async () => {
  const html = await seen(urls.coverage(association))
  const href = /href="([^"]+\/coverage\/areas\/[^"]+)"/.exec(html)?.[1] ?? ''
  const area = await seen(href)
  expect(Number(rowOf(area, 'Members of the association')[1])).toBeGreaterThan(0)
  expect((await (await app.signIn(coordinator)).get(urls.coverage(association, 'no-such-area'))).status).toBe(404)
})

test('a map shows members whose place is known, and says how many others there are', async () => {
  await sql`update published.authority set latitude = null, longitude = null`.execute(app.db)
  app.wait({ minutes: 2 })
  const none = await seen(urls.coverage(association))
  expect(none).toMatch(
    new RegExp(
      `There is no map[^<]*“latitude”[^<]*import authorities --points[^<]*<a[^>]*href="${urls.coveragePlaces(association)}"`,
    ),
  )
  await sql`update published.authority set latitude = 52.1, longitude = 5.1, population = 1000
    where slug = 'example-town'`.execute(app.db)
  await sql`update published.authority set population = null where slug <> 'example-town'`.execute(app.db)
  const html = await seen(urls.coverage(association))
  expect(html).toMatch(/office-map__published" d="M\d+ \d+h0"/)
  expect(html).toContain('not on the map')
  expect(rowOf(html, 'Members of the association')[2]).toBe('1,000')
})

test('a list of places fills what nobody knows, touches nothing else, and says which rows it leaves out', async () => {
  const before = await app.db.selectFrom('published.authority').selectAll().where('slug', '=', quiet.slug).execute()
  const page = urls.coveragePlaces(association)
  expect(await seen(urls.coverage(association))).toContain(`href="${page}"`)
  const by = await app.signIn(coordinator)
  const pasted = [
    'Nr;lat;lon;name',
    'NL-EXAMPLE-QUIET-TOWN;52,3;5.4;Another name',
    'NL-EXAMPLE-TOWN;51.0;4.0;',
    'X99;51.0;4.0;',
    'NL-EXAMPLE-REGION;95;4.0;',
  ].join('\n')
  const html = await (await by.post(page, { pasted })).text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Line \u20684\u2069: no town of your country has this code')
  expect(html).toContain('Line \u20685\u2069: these are no degrees')
  const after = await app.db.selectFrom('published.authority').selectAll().where('slug', '=', quiet.slug).execute()
  expect(after).toEqual([{ ...before[0], ...placed(after[0]), latitude: 52.3, longitude: 5.4 }])
  const known = app.db.selectFrom('published.authority').select('latitude').where('slug', '=', town.slug)
  expect(await known.executeTakeFirst()).toEqual({ latitude: 52.1 })
  expect((await by.post(page, { pasted: 'code;place\n1;2' })).status).toBe(422)
})

test('the same list says who lives there and where websites are: what is known stays, a later year counts more', async () => {
  await sql`update published.authority set population = 900, population_year = 2020, children = 90, children_year = 2025,
    domains = '{}' where slug = ${quiet.slug}`.execute(app.db)
  const pasted = [
    'code;population;population_year;children;children_year;website',
    'NL-EXAMPLE-QUIET-TOWN;1 000;2024;80;2024;www.quiet-town.example/nl',
    'NL-EXAMPLE-TOWN;many;2024;;;',
    'NL-EXAMPLE-REGION;;;7;2999;',
    'NL-EXAMPLE-TOWN;;;;;https://10.0.0.1/',
  ].join('\n')
  const by = await app.signIn(coordinator)
  const html = await (await by.post(urls.coveragePlaces(association), { pasted })).text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Line \u20683\u2069: this is no whole number')
  expect(html).toContain('Line \u20684\u2069: this is no year')
  expect(html).toContain('Line \u20685\u2069: this is no address of a website')
  const known = await app.db
    .selectFrom('published.authority')
    .select(['population', 'population_year', 'children', 'children_year', 'domains'])
    .where('slug', '=', quiet.slug)
    .executeTakeFirst()
  // An address to look at makes no official domain: by one of those others believe a town.
  expect(known).toEqual({ population: 1000, population_year: 2024, children: 90, children_year: 2025, domains: [] })
  expect(await seen(urls.associationWebsite(association, await idOf(quiet)))).toContain(
    'value="https://www.quiet-town.example/nl"',
  )
  const again = await (
    await by.post(urls.coveragePlaces(association), { pasted: pasted.split('\n').slice(0, 2).join('\n') })
  ).text()
  expect(again).toMatch(/Rows that say nothing new[\s\S]{0,200}>\s*1\s*</)
})

/** What tells that a row has changed. */
const placed = (row: { facts_sha256: string; changed_at: Date } | undefined) => ({
  facts_sha256: row?.facts_sha256,
  changed_at: row?.changed_at,
})

test('children stand beside inhabitants where the list says how many, in the counts and for each member', async () => {
  await sql`update published.authority set population = null, children = null, children_year = null`.execute(app.db)
  expect(await seen(urls.coverage(association))).not.toContain('Children</th>')
  await sql`update published.authority set population = 1000, children = 230, children_year = 2025
    where slug = 'example-town'`.execute(app.db)
  const html = await seen(urls.coverage(association))
  expect(rowOf(html, 'Where they stand').slice(0, 4)).toEqual([
    'Where they stand',
    'Members',
    'Inhabitants',
    'Children',
  ])
  expect(rowOf(html, 'Members of the association').slice(2, 4)).toEqual(['1,000', '230'])
  const file = await (await app.signIn(coordinator)).get(urls.coverageFile(association, 'members', 'csv'))
  const line = (await file.text()).split('\r\n').find((each) => each.includes('Example Town')) ?? ''
  expect(line).toMatch(/^[^,]+,Example Town,.*,1000,230,Page with answers,/)
})

test('the same as files; a name that begins like a formula stays a text', async () => {
  await sql`update published.authority set name = '=1+1', names = '{}' where slug = 'near-town'`.execute(app.db)
  const by = await app.signIn(coordinator)
  const csv = await (await by.get(urls.coverageFile(association, 'members', 'csv'))).text()
  expect(csv).toContain("'=1+1")
  expect(csv.trim().split('\r\n').length).toBe(
    1 + Number(rowOf(await seen(urls.coverage(association)), 'Members of the association')[1]),
  )
  expect(csv.split('\r\n')[0]).toContain('Official code,Name,Area,Inhabitants,Children,Where they stand')
  const areas = await (await by.get(urls.coverageFile(association, 'areas', 'csv'))).text()
  expect(areas).toContain('Not reached · Members')
  const xlsx = await by.get(urls.coverageFile(association, 'areas', 'xlsx'))
  const bytes = new Uint8Array(await xlsx.arrayBuffer())
  const { lines } = await openSheet(bytes, 10_000_000)
  expect((await lines.next()).value?.record[0]).toBe('Area')
  expect((await lines.next()).value?.record[1]).toMatch(/^\d+$/)
  // Numbers are numbers: one can add them up.
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toMatch(/<c r="B2" s="3"><v>\d+<\/v><\/c>/)
  expect(areas).toMatch(/With a page · Since \d/)
  const { slug = '' } =
    (
      await sql<{ slug: string }>`select slug from published.authority
    where country = 'NL' and kind = 'region' limit 1`.execute(app.db)
    ).rows[0] ?? {}
  const ofArea = await (await by.get(urls.coverageFile(association, 'members', 'csv', slug))).text()
  expect(ofArea.trim().split('\r\n').length).toBeLessThan(csv.trim().split('\r\n').length)
  expect((await by.get(urls.coverageFile(association, 'areas', 'csv', 'no-such-area'))).status).toBe(404)
})

test.each([
  ['fr', 'pages', 2, 'Ce que les familles cherchent'],
  ['ar', 'slides', 6, 'Natural Earth'],
] as const)('the board reads it in %s as %s', async (lang, form, pages, words) => {
  const by = await app.signIn(coordinator)
  const answer = await by.get(urls.coverageReport(association, lang, form))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  expect(pdf.pages).toBe(pages)
  expect([pdf.marked, pdf.claimsUa, pdf.everyFontEmbedded]).toEqual([true, true, true])
  expect(pdf.text).toContain(words)
})

test('the board reads what towns ask: how often and in which part of their office, no word of a question', async () => {
  const officer = await app.signIn(approver)
  const [subject, from] = ['Whether a word is told', urls.officePublish(town)]
  const asked = await officer.post(urls.townQuestions(town), { id: newId(), subject, text: 'Is it?', from })
  expect(asked.status).toBe(303)
  const by = await app.signIn(coordinator)
  const answer = await by.get(urls.coverageReport(association, 'en', 'pages'))
  const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
  expect(text).toMatch(/One question since .*One waits for\s+an answer/s)
  expect(text).toContain('Publish: 1')
  expect(text).not.toContain(subject)
})

test.each([
  ['FR', ['fr', 'en', 'de', 'ar'], []],
  ['AT', ['de', 'en', 'fr', 'ar'], []],
  ['BE', ['fr', 'de', 'en', 'ar'], ['Nederlands']],
  ['LB', ['ar', 'en', 'fr', 'de'], []],
  ['NL', ['en', 'fr', 'de', 'ar'], ['Nederlands']],
  ['LU', ['fr', 'de', 'en', 'ar'], ['Lëtzebuergesch']],
])(
  'in %s the report comes first in %j, and the page says that it does not speak %j',
  async (country, codes, unspoken) => {
    const { i18n, reference } = app.services
    const languagesOf = (iso: string) =>
      iso === 'LB' ? ['ar'] : (reference.countries.byIso(iso)?.officialLanguages ?? [])
    const offered = reportLanguages({ i18n, languagesOf, languages: reference.languages }, country)
    expect(offered.spoken.map(({ code }) => code)).toEqual(codes)
    expect(offered.unspoken.map(({ autonym }) => autonym)).toEqual(unspoken)
  },
)

test('the board’s report is led to in the country’s language, whoever reads; where that has no catalogue the page says so', async () => {
  const page = await seen(urls.coverage(association))
  const [, languages = ''] = /does not speak ([^,]*) yet/.exec(page) ?? []
  expect(languages).toContain('Nederlands')
  expect(page).toContain(urls.coverageReport(association, 'en', 'pages'))
  expect(page).toContain(urls.coverageReport(association, 'fr', 'slides'))
  await sql`update published.association set country = 'FR' where slug = ${association.slug}`.execute(app.db)
  const french = await seen(urls.coverage({ ...association, country: 'FR' }))
  await sql`update published.association set country = 'NL' where slug = ${association.slug}`.execute(app.db)
  expect(french).not.toContain('does not speak')
  const orders = [...french.matchAll(/coverage\/report\/([a-z]+)\/pages\.pdf/g)].map(([, code]) => code)
  expect(orders).toEqual(['fr', 'en', 'de', 'ar'])
})

test('nobody else sees it: not the town, not the secretariat', async () => {
  await app.give('secretariat@coverage.example', 'secretariat', { kind: 'instance' })
  for (const who of [approver, 'secretariat@coverage.example']) {
    const by = await app.signIn(who)
    for (const path of [urls.coverage(association), urls.coverageSilent(association)])
      expect([who, (await by.get(path)).status]).toEqual([who, 404])
  }
})
