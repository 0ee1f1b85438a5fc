import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue, signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensureAssociation } from '../associations/index.ts'
import { findByName, readAuthorityByCode } from '../authorities/index.ts'
import { publish, readDraft, saveService, serviceFacts } from '../checklist/index.ts'
import { takeReport } from '../watching/index.ts'
import { takeReportsOut } from '../watching/test-watching.ts'
import { applyPlan } from './apply-plan.ts'
import { addTowns, country, planOfRows, publishTown, townOf, written } from './test-mergers.ts'
import { after, before, district, movements } from './test-splits.ts'

let app: TestApp
let secretariat: Visitor
const db = () => app.services.database.db
const plan = urls.officePlan(country)
const page = async (slug: string) => (await app.request(`/en/li/${slug}`)).text()
const shows = (html: string, id: string | undefined) => html.includes(`data-service="${id}"`)

const item = async (name: string): Promise<string> => {
  const { rows } = await sql<{ number: number }>`
    select number from office.list_plan_item join office.list_plan on id = plan
    where ended_at is null and name = ${name}`.execute(db())
  return urls.officePlanItem(country, rows[0]?.number ?? 0)
}

async function decide(name: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const path = await item(name)
  return secretariat.post(path, { revision: inputValue(await secretariat.read(path), 'revision'), ...fields })
}

let [grossaus, oberlands, districts]: string[][] = [[], [], []]
let officer: Visitor
let boss: Visitor
const street = 'Lindenallee 77'

beforeAll(async () => {
  app = await testApp()
  secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  await addTowns(app.services, district)
  await addTowns(app.services, before)
  const [grossau, mitten, oberland] = await Promise.all(['1', '2', '6'].map((code) => townOf(app.services, code)))
  const bezirk = await townOf(app.services, 'D')
  if (!(grossau && mitten && oberland)) throw new Error('towns')
  const place = { type: 'addresses', addresses: [{ street, postcode: '9490', town: 'Grossau' }] }
  grossaus = await publishTown(app.services, grossau.id, {
    answer: 'not-available',
    services: [
      {
        name: written('Ohr'),
        place: serviceFacts.parse({ kinds: ['child-helpline'], name: written('Ohr'), place }).place,
      },
      { name: written('Elternrunde') },
    ],
  })
  oberlands = await publishTown(app.services, oberland.id, { services: [{ name: written('Sorgentelefon') }] })
  districts = await publishTown(app.services, bezirk.id, {
    services: [{ name: written('Nachtdienst'), serves: [grossau.id, oberland.id] }],
  })
  officer = await signIn(app, 'Otto', [{ role: 'officer', scope: { kind: 'authority', id: grossau.id } }])
  boss = await signIn(app, 'Gerda', [{ role: 'approver', scope: { kind: 'authority', id: grossau.id } }])
  await signIn(app, 'Mia', [{ role: 'approver', scope: { kind: 'authority', id: mitten.id } }])
  const facts = { country, slug: 'bund', name: 'Bund', names: {}, web: null, source: 'test', demonstration: true }
  await ensureAssociation(db(), { id: newId(), ...facts }, [grossau.id, oberland.id], app.services.clock.now())
})
afterAll(() => app.close())

describe('a list that says what became several', () => {
  test('proposes just that; whoever decides otherwise names at least two towns, by code or name', async () => {
    expect(await planOfRows(app.services, after, movements)).toMatchObject({ outcome: 'planned' })
    const [gone, left] = [
      await secretariat.read(await item('Grossau')),
      await secretariat.read(await item('Unterland')),
    ]
    expect([...htmlFaults(gone), ...htmlFaults(left)]).toEqual([])
    expect(gone.replaceAll(/[\u2068\u2069]/g, '')).toContain('It became several: Nordau (11), Suedau (12), Mitten (2).')
    expect(gone).not.toContain('This is a guess.')
    expect(left).toContain('The list of movements says so.')
    const one = await decide('Grossau', { decision: 'split', parts: 'LAU:11', more: '' })
    expect(one.status).toBe(422)
    expect(await one.text()).toContain('Choose at least two towns')
    const nowhere = await decide('Grossau', { decision: 'split', parts: 'LAU:11', more: 'Mitten, Nirgends' })
    expect(nowhere.status).toBe(422)
    expect(await nowhere.text()).toContain('value="Mitten, Nirgends"')
    expect((await decide('Grossau', { decision: 'split', parts: 'LAU:11', more: 'mitten, 12' })).status).toBe(303)
    expect(await secretariat.read(await item('Grossau'))).toMatch(/value="LAU:12"[^>]*checked/)
    expect((await decide('Unterland', { decision: 'part', of: 'Nirgends' })).status).toBe(422)
  })

  test('nothing is done while a part is not taken over; then all at once', async () => {
    await secretariat.post(urls.officePlanAct(country, 'agree'))
    expect((await secretariat.post(urls.officePlanAct(country, 'apply'))).status).toBe(422)
    await decide('Nordau', { decision: 'add' })
    await decide('Suedau', { decision: 'add' })
    const done = await secretariat.post(urls.officePlanAct(country, 'apply'))
    expect(done.headers.get('location')).toBe(`${plan}?done=applied`)
    const act = actOf('test', 'mergers.apply', app.services.clock.now())
    expect(await applyPlan(app.services.mergers, act, country, 'setup')).toEqual({ outcome: 'gone' })
    expect(await readAuthorityByCode(db(), country, '1')).toBeUndefined()
  })
})

describe('what became several', () => {
  test('says so to whoever has the old address, above all that it had published', async () => {
    await eventually(async () => {
      const html = await page('grossau')
      expect(html).toContain('Grossau is several towns. Choose yours:')
    })
    const html = await page('grossau')
    for (const slug of ['nordau', 'suedau', 'mitten']) expect(html).toContain(`href="/en/li/${slug}"`)
    for (const id of [...(grossaus ?? []), ...(districts ?? [])]) expect(shows(html, id)).toBe(true)
    expect(html.indexOf('data-help-numbers')).toBeLessThan(html.indexOf('Choose yours'))
    expect(html).toContain('noindex')
    expect(html).not.toContain('ld+json')
    // Public pages leave out end tags that a browser does not need.
    expect(htmlFaults(html).filter((fault) => !fault.startsWith('no-implicit-close'))).toEqual([])
    const listed = await (await app.request('/en/li')).text()
    expect(listed).not.toContain('"/en/li/grossau"')
    expect(listed).toContain('"/en/li/nordau"')
    const [found] = await app.services.database.read((reader) => findByName(reader, 'Grossau', { limit: 5 }))
    expect(found?.parts.map(({ name }) => name)).toEqual(['Nordau', 'Mitten', 'Suedau'])
  })

  test('each part shows it too, with what others offer its people, and says whose it is', async () => {
    for (const slug of ['nordau', 'suedau', 'mitten']) {
      const html = await page(slug)
      expect(html).toContain('this town is no longer part of: Grossau')
      expect(html).toContain('data-answer="not-available"')
      for (const id of [...(grossaus ?? []), ...(districts ?? [])]) expect(shows(html, id)).toBe(true)
    }
  })

  test('its people work for each part, without power over those that have approvers, and get one mail', async () => {
    const { rows } = await sql<{ who: string; town: string; role: string }>`
      select person.name as who, town.name as town, role from accounts.role
      join published.authority town on town.id = role.authority join accounts.person on person.id = role.person
      where town.country = ${country} order by who, town`.execute(db())
    expect(rows).toEqual([
      { who: 'Gerda', town: 'Mitten', role: 'officer' },
      { who: 'Gerda', town: 'Nordau', role: 'approver' },
      { who: 'Gerda', town: 'Suedau', role: 'approver' },
      { who: 'Mia', town: 'Mitten', role: 'approver' },
      { who: 'Otto', town: 'Mitten', role: 'officer' },
      { who: 'Otto', town: 'Nordau', role: 'officer' },
      { who: 'Otto', town: 'Suedau', role: 'officer' },
    ])
    const told = await sql`select person from notifications.told where key like 'split %'`.execute(db())
    expect(told.rows).toHaveLength(2)
    expect((await officer.get('/office/li/grossau')).headers.get('location')).toBe('/office')
    const members = await sql<{ name: string }>`
      select a.name from published.association_member m join published.authority a on a.id = m.authority
      where a.country = ${country} order by a.name`.execute(db())
    expect(members.rows.map(({ name }) => name)).toEqual(['Mitten', 'Nordau', 'Oberland', 'Suedau', 'Unterland'])
  })

  test('what readers say of its services waits in each part', async () => {
    const report = { service: grossaus?.[1] ?? '', reason: 'other', sentAt: app.services.clock.now() } as const
    await app.services.database.take((intake) => takeReport(intake, { ...report, id: newId() }))
    await app.services.database.take((intake) => takeReport(intake, { ...report, id: newId() }))
    await takeReportsOut(app.services.watching)
    const { rows } = await sql`
      select cardinality(forms) as forms from office.reader_report where service = ${report.service}`.execute(db())
    expect(rows).toEqual([{ forms: 2 }, { forms: 2 }, { forms: 2 }])
  })
})

/** Decides about all that a part has to look through. @param keeps whether a page shows what is kept. */
async function lookThrough(by: Visitor, code: string, keeps: (name: string) => boolean): Promise<void> {
  const town = await townOf(app.services, code)
  for (;;) {
    const list = await by.read(urls.officeJoining(town))
    const next = /href="([^"]*\/joining\/[^"]+)"/.exec(list)?.[1]
    if (next === undefined) break
    const html = await by.read(next)
    const ids = [...html.matchAll(/name="(keep-[^"]+)"/g)].map((match) => match[1] ?? '')
    const choices = ids.map((id) => [id, keeps(html) ? 'keep' : 'leave'])
    const fields = { revision: inputValue(html, 'revision'), take: 'none', ...Object.fromEntries(choices) }
    // The second time it has been decided.
    for (const _ of [1, 2]) expect((await by.post(next, fields)).status).toBe(303)
  }
}

/** With something of its own, so that there is something to publish. */
async function publishMore(code: string): Promise<void> {
  const { id } = await townOf(app.services, code)
  const facts = { ...serviceFacts.parse({ kinds: ['parent-programmes'], name: written(`Eigenes ${code}`) }) }
  const act = actOf('test', 'checklist.test', app.services.clock.now())
  await saveService(app.services.checklist, act, id, newId(), facts, 0)
  expect(await publish(app.services.checklist, act, id)).toMatchObject({ outcome: 'published' })
}

const copyIn = async (code: string): Promise<string | undefined> => {
  const { services } = await readDraft(db(), (await townOf(app.services, code)).id)
  const copies = services.filter(({ facts }) => facts.name['de']?.text === 'Ohr')
  expect(copies.length).toBeLessThan(2)
  return copies[0]?.id
}

describe('a part that has looked through it', () => {
  test('keeps copies of its own; nothing is taken from the others or from the old page', async () => {
    const nord = await townOf(app.services, '11')
    const office = await Promise.all([
      officer.read(urls.officeJoining(nord)),
      officer.read(urls.officeJoinService(nord, grossaus?.[0] ?? '')),
    ])
    expect(office.flatMap(htmlFaults)).toEqual([])
    expect(office[0]).toContain('Your town was a part of: Grossau.')
    expect(office[1]).toContain('It is not ours: leave it out')
    await sql`
      insert into office.provider_contact (service, authority, email, language, changed_at)
      select id, authority, 'ohr@provider.example', 'de', now() from office.draft_service
      where id = ${grossaus?.[0]}::uuid`.execute(db())
    await lookThrough(officer, '11', (html) => html.includes('Ohr'))
    await publishMore('11')
    const copy = await copyIn('11')
    // Whoever confirms it is known, for each entry.
    const asked = await sql<{ service: string }>`select service from office.provider_contact`.execute(db())
    expect(asked.rows.map(({ service }) => service).toSorted()).toEqual([grossaus?.[0], copy].toSorted())
    await eventually(async () => {
      const html = await page('nordau')
      expect(shows(html, copy)).toBe(true)
      expect(html).not.toContain('no longer part of')
    })
    const nordau = await page('nordau')
    for (const id of grossaus ?? []) expect(shows(nordau, id)).toBe(false)
    expect(shows(nordau, districts?.[0])).toBe(true)
    for (const slug of ['suedau', 'grossau']) {
      const html = await page(slug)
      for (const id of grossaus ?? []) expect(shows(html, id)).toBe(true)
    }
    const [taken, left] = grossaus ?? []
    expect((await app.request(`/en/li/nordau/services/${taken}`)).headers.get('location')).toBe(
      `/en/li/nordau/services/${copy}`,
    )
    expect((await app.request(`/en/li/grossau/services/${taken}`)).status).toBe(200)
    expect((await app.request(`/en/li/suedau/services/${left}`)).status).toBe(200)
  })

  test('makes a place confidential everywhere, whoever knows that it is', async () => {
    const [nordau, copy = ''] = [await townOf(app.services, '11'), await copyIn('11')]
    const { services } = await readDraft(db(), nordau.id)
    const own = services.find(({ id }) => id === copy)
    if (!own) throw new Error('no copy')
    expect(await page('suedau')).toContain(street)
    const act = actOf('test', 'checklist.test', app.services.clock.now())
    const facts = { ...own.facts, place: { type: 'confidential' } as const }
    await saveService(app.services.checklist, act, nordau.id, copy, facts, own.revision)
    await eventually(async () => {
      for (const slug of ['nordau', 'suedau', 'mitten', 'grossau']) expect(await page(slug)).not.toContain(street)
    })
    const { rows } = await sql<{ found: number }>`
      select count(*)::int as found from (
        select document::text as text from published.snapshot union all select facts::text from office.draft_service
        union all select facts::text from published.service union all select change::text from office.change change
      ) everywhere where text like ${`%${street}%`}`.execute(db())
    expect(rows).toEqual([{ found: 0 }])
  })

  test('is the end of the old page once all have: it names the parts, and addresses lead to the one that has it', async () => {
    await lookThrough(boss, '12', () => false)
    await lookThrough(officer, '2', () => false)
    await publishMore('2')
    // What is decided shows with the next version: until then another part still needs it.
    for (const id of grossaus ?? []) expect(shows(await page('suedau'), id)).toBe(true)
    await publishMore('12')
    await eventually(async () => {
      const html = await page('grossau')
      for (const id of grossaus ?? []) expect(shows(html, id)).toBe(false)
      expect(html).toContain('Choose yours')
      expect(html).not.toContain('has not told us yet')
    })
    const [taken, left] = grossaus ?? []
    const copy = await copyIn('11')
    const moved = async (id: string | undefined) =>
      (await app.request(`/en/li/grossau/services/${id}`)).headers.get('location')
    expect(await moved(taken)).toBe(`/en/li/nordau/services/${copy}`)
    expect(await moved(left)).toBe('/en/li/grossau')
    expect((await app.request(`/en/li/grossau/services/${newId()}`)).status).toBe(404)
    expect(await sql`select from published.inheritance where shared`.execute(db())).toMatchObject({ rows: [{}] })
    const { rows } = await sql`
      select from published.snapshot s join published.authority a on a.id = s.authority where a.name = 'Grossau'`.execute(
      db(),
    )
    expect(rows).toHaveLength(1)
  })
})

describe('a town that goes on without a part', () => {
  test('names it on its page; the part shows what served it then, and nothing that comes later', async () => {
    const oberland = await townOf(app.services, '6')
    const html = await page('oberland')
    expect(html).toContain('no longer part of Oberland')
    expect(html).toContain('href="/en/li/unterland"')
    expect(html).not.toContain('noindex')
    const act = actOf('test', 'checklist.test', app.services.clock.now())
    const later = newId()
    const facts = { ...serviceFacts.parse({ kinds: ['child-helpline'], name: written('Neu') }) }
    await saveService(app.services.checklist, act, oberland.id, later, facts, 0)
    await publish(app.services.checklist, act, oberland.id)
    await eventually(async () => expect(shows(await page('oberland'), later)).toBe(true))
    const part = await page('unterland')
    expect([oberlands?.[0], districts?.[0], later].map((id) => shows(part, id))).toEqual([true, true, false])
    expect(part).toContain('this town is no longer part of: Oberland')
  })

  test('loses nothing when the part has looked through it', async () => {
    const unterland = await townOf(app.services, '61')
    const anna = await signIn(app, 'Anna', [{ role: 'officer', scope: { kind: 'authority', id: unterland.id } }])
    await lookThrough(anna, '61', () => true)
    await publishMore('61')
    await eventually(async () => expect(await page('unterland')).not.toContain('no longer part of'))
    const [part, whole] = [await page('unterland'), await page('oberland')]
    expect([oberlands?.[0], districts?.[0]].map((id) => shows(part, id))).toEqual([false, true])
    expect(part).toContain('Sorgentelefon')
    expect([oberlands?.[0], districts?.[0]].map((id) => shows(whole, id))).toEqual([true, true])
  })
})

test('the next year a part is split and another comes back: the old pages lead to what there is now', async () => {
  const rows = [
    { code: '11', name: 'Nordau', areas: 'D' },
    { code: '121', name: 'Suedtal', areas: 'D' },
    { code: '122', name: 'Suedberg', areas: 'D' },
    ...before.slice(1),
  ]
  const moves = [...['121', '122'].map((to) => ({ from: '12', to })), { from: '61', to: '6' }]
  expect(await planOfRows(app.services, rows, moves)).toMatchObject({ outcome: 'planned' })
  await secretariat.post(urls.officePlanAct(country, 'agree'))
  await decide('Suedtal', { decision: 'add' })
  await decide('Suedberg', { decision: 'add' })
  expect((await secretariat.post(urls.officePlanAct(country, 'apply'))).headers.get('location')).toContain(
    'done=applied',
  )
  await eventually(async () => expect(await page('grossau')).toContain('href="/en/li/suedtal"'))
  const whole = await page('grossau')
  for (const slug of ['nordau', 'suedberg', 'mitten']) expect(whole).toContain(`href="/en/li/${slug}"`)
  expect(whole).not.toContain('href="/en/li/suedau"')
  expect(await page('suedau')).toContain('Suedau is several towns')
  expect((await app.request('/en/li/unterland')).headers.get('location')).toBe('/en/li/oberland')
  const back = await page('oberland')
  expect(back).not.toContain('no longer part of')
  expect(back).toContain('has taken the place of: Unterland')
  expect(shows(back, oberlands?.[0])).toBe(true)
})
