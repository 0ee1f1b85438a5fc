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
import { findBySlug, readAuthorityByCode } from '../authorities/index.ts'
import { takeReport } from '../watching/index.ts'
import { takeReportsOut } from '../watching/test-watching.ts'
import { applyPlan } from './apply-plan.ts'
import { addTowns, answered, country, handIn, planOfRows, publishTown, townOf, written } from './test-mergers.ts'

let app: TestApp
let secretariat: Visitor
const db = () => app.services.database.db
const plan = urls.officePlan(country)

/** Ostheim and Westheim merge; Nordau gets another code; Suedau another name; Mitten stays. */
const before = [
  { code: '1', name: 'Ostheim', population: '1000', latitude: '47.10', longitude: '9.50', source: 'a' },
  { code: '2', name: 'Westheim', population: '2000', latitude: '47.11', longitude: '9.51', source: 'a' },
  { code: '3', name: 'Nordau', population: '500', latitude: '47.20', longitude: '9.55', source: 'a' },
  { code: '4', name: 'Suedau', population: '700', latitude: '47.05', longitude: '9.50', source: 'a' },
  { code: '5', name: 'Mitten', population: '900', latitude: '47.12', longitude: '9.52', source: 'a' },
]
const after = [
  { code: '30', name: 'Nordau', population: '505', latitude: '47.20', longitude: '9.55' },
  { code: '4', name: 'Südau am See', population: '700', latitude: '47.05', longitude: '9.50' },
  { code: '5', name: 'Mitten', population: '900', latitude: '47.12', longitude: '9.52' },
  { code: '12', name: 'Heim', population: '3010', latitude: '47.105', longitude: '9.505' },
]
const csv = (rows: readonly Readonly<Record<string, string>>[]) =>
  [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))].map((cells) => cells.join(',')).join('\n')

const number = async (name: string): Promise<number> => {
  const { rows } = await sql<{ number: number }>`
    select number from office.list_plan_item join office.list_plan on id = plan
    where ended_at is null and name = ${name}`.execute(db())
  return rows[0]?.number ?? 0
}

async function decide(name: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  const path = urls.officePlanItem(country, await number(name))
  return secretariat.post(path, { revision: inputValue(await secretariat.read(path), 'revision'), ...fields })
}

beforeAll(async () => {
  app = await testApp()
  secretariat = await signIn(app, 'Sasha', [{ role: 'secretariat', scope: { kind: 'instance' } }])
  await addTowns(app.services, before)
})
afterAll(() => app.close())

describe('a new official list', () => {
  test('becomes a plan with reasons in words; the same list again is the same plan; nothing is changed', async () => {
    const answer = await handIn(app.services, secretariat, country, csv(after))
    expect(answer.headers.get('location')).toBe(`${plan}?done=planned`)
    const html = await secretariat.read(plan)
    for (const name of ['Ostheim', 'Westheim', 'Heim', 'Nordau', 'Suedau']) expect(html).toContain(`<bdi>${name}</bdi>`)
    expect(html).not.toContain('<bdi>Mitten</bdi>')
    const ostheim = await secretariat.read(urls.officePlanItem(country, await number('Ostheim')))
    expect([...htmlFaults(html), ...htmlFaults(ostheim)]).toEqual([])
    expect(htmlFaults(await secretariat.read(urls.instancePlans()))).toEqual([])
    expect(htmlFaults(await secretariat.read(urls.officePlan('AD')))).toEqual([])
    expect(ostheim).toContain('This is a guess.')
    expect(ostheim).toContain('it had 3,000 people; the new one has 3,010')
    expect((await handIn(app.services, secretariat, country, csv(after))).headers.get('location')).toBe(plan)
    expect((await handIn(app.services, secretariat, country, csv(before))).headers.get('location')).toBe(plan)
    expect(await db().selectFrom('office.list_plan').select('id').execute()).toHaveLength(1)
    expect(await db().selectFrom('office.list_upload').select('id').execute()).toEqual([])
    expect(await readAuthorityByCode(db(), country, '1')).toMatchObject({ name: 'Ostheim', status: 'active' })
    expect(await readAuthorityByCode(db(), country, '12')).toBeUndefined()
  })

  test('is decided item by item, and a second person is told what the first has decided', async () => {
    const path = urls.officePlanItem(country, await number('Ostheim'))
    const { revision } = { revision: inputValue(await secretariat.read(path), 'revision') }
    expect((await secretariat.post(path, { revision, decision: '' })).status).toBe(422)
    const unknown = await secretariat.post(path, { revision, decision: 'merge', into: '777' })
    expect(unknown.status).toBe(422)
    expect(await unknown.text()).toContain('value="777"')
    expect((await secretariat.post(path, { revision, decision: 'merge', into: '1' })).status).toBe(422)
    expect((await secretariat.post(path, { revision, decision: 'merge', into: '12' })).status).toBe(303)
    const other = await signIn(app, 'Toni', [{ role: 'secretariat', scope: { kind: 'instance' } }])
    const late = await other.post(path, { revision, decision: 'aside' })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('Decided: merged into')
  })

  test('applies nothing while a successor is not taken over', async () => {
    expect((await decide('Westheim', { decision: 'merge', into: '12' })).status).toBe(303)
    const refused = await secretariat.post(urls.officePlanAct(country, 'apply'))
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('not taken over yet')
    expect(await readAuthorityByCode(db(), country, '1')).toMatchObject({ status: 'active' })
  })
})

describe('what was decided is done', () => {
  let services: string[]
  let westheims: string[]
  let officer: Visitor
  let boss: Visitor

  beforeAll(async () => {
    const [ostheim, westheim] = [await townOf(app.services, '1'), await townOf(app.services, '2')]
    services = await publishTown(app.services, ostheim.id, {
      answer: 'not-available',
      services: [
        { name: written('Ohr'), phones: [phone('+41440000001')], place: { type: 'confidential' } },
        { name: written('Elternrunde') },
      ],
    })
    westheims = await publishTown(app.services, westheim.id, {
      answer: 'not-available',
      services: [{ name: written('Offenes Ohr'), phones: [phone('0440000001')] }],
    })
    officer = await signIn(app, 'Otto', [{ role: 'officer', scope: { kind: 'authority', id: ostheim.id } }])
    boss = await signIn(app, 'Wanda', [{ role: 'approver', scope: { kind: 'authority', id: westheim.id } }])
    const facts = { country, slug: 'bund', name: 'Bund', names: {}, web: null, source: 'test', demonstration: true }
    await ensureAssociation(db(), { id: newId(), ...facts }, [ostheim.id], app.services.clock.now())
    await decide('Heim', { decision: 'add' })
    await decide('Nordau', { decision: 'recode', to: '30' })
    await secretariat.post(urls.officePlanAct(country, 'agree'))
    const answer = await secretariat.post(urls.officePlanAct(country, 'apply'))
    expect(answer.headers.get('location')).toBe(`${plan}?done=applied`)
  })

  const phone = (value: string) => ({
    ...{ number: value, label: {}, channels: ['voice' as const], languages: [], hours: {} },
    ...{ cost: null, showsOnBill: null, fictional: true },
  })

  test('all at once, once: codes, names, redirects', async () => {
    expect(await readAuthorityByCode(db(), country, '1')).toBeUndefined()
    const heim = await townOf(app.services, '12')
    expect(await findBySlug(db(), country, 'ostheim')).toEqual({ movedTo: { country, slug: heim.slug } })
    const nordau = await townOf(app.services, '30')
    expect(nordau).toMatchObject({ name: 'Nordau', slug: 'nordau' })
    expect(await townOf(app.services, '4')).toMatchObject({ name: 'Südau am See', slug: 'suedau' })
    expect((await app.request('/en/li/westheim')).headers.get('location')).toBe('/en/li/heim')
    expect((await app.request(`/en/li/ostheim/services/${services[1]}`)).headers.get('location')).toBe(
      `/en/li/heim/services/${services[1]}`,
    )
    const act = actOf('test', 'mergers.apply', app.services.clock.now())
    expect(await applyPlan(app.services.mergers, act, country, 'setup')).toEqual({ outcome: 'gone' })
    const { rows } = await sql<{ action: string }>`
      select action from audit.record where authority = ${heim.id} and action = 'mergers.apply'
        and subject = 'merged-from'`.execute(db())
    expect(rows).toHaveLength(2)
  })

  test('families see on the page of the successor what both had published, and who says so', async () => {
    await eventually(async () => {
      const html = await (await app.request('/en/li/heim')).text()
      expect(html).toContain('has taken the place of: Ostheim, Westheim')
      for (const id of [...services, ...westheims]) expect(html).toContain(`data-service="${id}"`)
      expect(html).toContain('data-answer="not-available"')
      expect(html).not.toContain('noindex')
    })
    expect(await (await app.request('/en/li')).text()).toContain('/en/li/heim')
  })

  test('people of both work for the successor and are told once; its association has it', async () => {
    const heim = await townOf(app.services, '12')
    expect((await officer.get('/office/li/ostheim')).headers.get('location')).toBe('/office/li/heim')
    expect(await officer.read('/office/li/heim')).toContain(urls.officeJoining(heim))
    const { rows } = await sql<{ role: string; office: string }>`
      select role, office from accounts.role where authority = ${heim.id} order by role`.execute(db())
    expect(rows).toEqual([
      { role: 'approver', office: 'secretariat' },
      { role: 'officer', office: 'secretariat' },
    ])
    const told = await sql`select person from notifications.told where key like 'merged %'`.execute(db())
    expect(told.rows).toHaveLength(2)
    const members = await sql<{ name: string }>`
      select a.name from published.association_member m join published.authority a on a.id = m.authority
      where a.country = 'LI'`.execute(db())
    expect(members.rows).toEqual([{ name: 'Heim' }])
  })

  test('what readers say about a service of a merged town comes to the successor', async () => {
    const heim = await townOf(app.services, '12')
    const report = {
      id: newId(),
      service: services[1] ?? '',
      reason: 'other',
      sentAt: app.services.clock.now(),
    } as const
    await app.services.database.take((intake) => takeReport(intake, report))
    await takeReportsOut(app.services.watching)
    const { rows } = await sql`select authority from office.reader_report where service = ${services[1]}`.execute(db())
    expect(rows).toEqual([{ authority: heim.id }])
  })

  test('side by side: what is probably the same stands together, and an address is not kept instead of a secret', async () => {
    const heim = await townOf(app.services, '12')
    const list = await officer.read(urls.officeJoining(heim))
    expect(list).toContain('2 entries, probably the same service')
    const path = urls.officeJoinService(heim, services[0] ?? '')
    const shown = await officer.read(path)
    const kind = await officer.read(urls.officeJoinKind(heim, answered))
    expect([...htmlFaults(list), ...htmlFaults(shown), ...htmlFaults(kind)]).toEqual([])
    const seen = inputValue(shown, 'revision')
    expect((await officer.post(path, { revision: seen })).status).toBe(422)
    expect((await officer.post(path, { revision: 'other', ...choices(['leave', 'keep']) })).status).toBe(409)
    expect((await officer.post(path, { revision: seen, ...choices(['keep', 'leave']) })).status).toBe(303)
    // Decided: whoever comes later goes on with the rest.
    expect((await officer.post(path, { revision: seen, ...choices(['leave', 'keep']) })).headers.get('location')).toBe(
      urls.officeJoining(heim),
    )
    // Nothing changes for families before it is published.
    await eventually(async () => {
      const html = await (await app.request('/en/li/heim')).text()
      for (const id of [...services, ...westheims]) expect(html).toContain(`data-service="${id}"`)
    })
  })

  const choices = ([first, second]: readonly string[]) => ({
    [`keep-${services[0]}`]: first ?? '',
    [`keep-${westheims[0]}`]: second ?? '',
  })

  test('everything looked through and published: the page is the town’s own, every old address still leads on', async () => {
    const heim = await townOf(app.services, '12')
    for (const path of [
      urls.officeJoinService(heim, services[1] ?? ''),
      urls.officeJoinKind(heim, answered),
      urls.officeJoinIntroduction(heim),
    ]) {
      const html = await officer.read(path)
      const take = /name="take"[^>]*value="([^"]+)"/.exec(html)?.[1] ?? ''
      const fields = { revision: inputValue(html, 'revision'), take, [`keep-${services[1]}`]: 'keep' }
      expect((await officer.post(path, fields)).status).toBe(303)
    }
    expect(await officer.read(urls.officeJoining(heim))).toContain('Everything is looked through')
    const publish = urls.officePublish(heim)
    const done = await boss.post(publish, { seen: inputValue(await boss.read(publish), 'seen') })
    expect(done.headers.get('location')).toContain('saved=published')
    await eventually(async () => {
      const html = await (await app.request('/en/li/heim')).text()
      expect(html).not.toContain('has taken the place of')
      for (const id of services) expect(html).toContain(`data-service="${id}"`)
      expect(html).not.toContain(`data-service="${westheims[0]}"`)
    })
    expect((await app.request(`/en/li/heim/services/${westheims[0]}`)).headers.get('location')).toBe(
      `/en/li/heim/services/${services[0]}`,
    )
    const inherited = sql`select from published.inheritance where authority = ${heim.id}`
    expect(await inherited.execute(db())).toMatchObject({ rows: [] })
    const { rows } = await sql`
      select from published.snapshot s join published.authority a on a.id = s.authority
      where a.name in ('Ostheim', 'Westheim')`.execute(db())
    expect(rows).toHaveLength(2)
  })
})

describe('a town that a part has left is merged', () => {
  const page = async (slug: string) => (await app.request(`/en/li/${slug}`)).text()
  const others = [
    { code: '30', name: 'Nordau' },
    { code: '4', name: 'Südau am See' },
    { code: '5', name: 'Mitten' },
    { code: '121', name: 'Teil' },
  ]
  const apply = async (rows: Parameters<typeof planOfRows>[1], moves: Parameters<typeof planOfRows>[2]) => {
    expect(await planOfRows(app.services, rows, moves)).toMatchObject({ outcome: 'planned' })
    await secretariat.post(urls.officePlanAct(country, 'agree'))
    const answer = await secretariat.post(urls.officePlanAct(country, 'apply'))
    expect(answer.headers.get('location')).toBe(`${plan}?done=applied`)
  }

  test('the part loses nothing, whatever the successor decides', async () => {
    const heim = await townOf(app.services, '12')
    const [kept = ''] = await publishTown(app.services, heim.id, { services: [{ name: written('Bleibt') }] })
    const leaves = ['12', '121'].map((to) => ({ from: '12', to }))
    await apply([...others, { code: '12', name: 'Heim' }], leaves)
    await apply(others, [{ from: '12', to: '5' }])
    const shown = async () => expect(await page('teil')).toContain(`data-service="${kept}"`)
    await eventually(shown)
    const mitten = await townOf(app.services, '5')
    const officer = await signIn(app, 'Moni', [{ role: 'officer', scope: { kind: 'authority', id: mitten.id } }])
    const path = urls.officeJoinService(mitten, kept)
    const fields = { revision: inputValue(await officer.read(path), 'revision'), [`keep-${kept}`]: 'keep' }
    expect((await officer.post(path, fields)).status).toBe(303)
    await publishTown(app.services, mitten.id, { services: [] })
    await eventually(async () => expect(await page('mitten')).toContain(`data-service="${kept}"`))
    await shown()
    const teil = await townOf(app.services, '121')
    expect(await officer.get(urls.officeJoinService(teil, kept))).toMatchObject({ status: 404 })
    const own = await signIn(app, 'Tine', [{ role: 'officer', scope: { kind: 'authority', id: teil.id } }])
    expect(await own.read(urls.officeJoinService(teil, kept))).toContain('It is not ours: leave it out')
  })
})

test('who takes another in, of whom the list brings nothing new, has the inhabitants of both', async () => {
  const people = async (code: string) => {
    const { rows } = await sql<{ population: number }>`
      select population from published.authority a join published.authority_code c on c.authority = a.id
      where c.code = ${code} and a.country = ${country}`.execute(db())
    return rows[0]?.population ?? 0
  }
  const before = await people('5')
  expect(await people('30')).toBe(505)
  const rest = ['4', '5', '121'].map((code) => ({ code, name: { 4: 'Südau am See', 5: 'Mitten' }[code] ?? 'Teil' }))
  expect(await planOfRows(app.services, rest, [{ from: '30', to: '5' }])).toMatchObject({ outcome: 'planned' })
  await secretariat.post(urls.officePlanAct(country, 'agree'))
  const answer = await secretariat.post(urls.officePlanAct(country, 'apply'))
  expect(answer.headers.get('location')).toBe(`${plan}?done=applied`)
  expect(await people('5')).toBe(before + 505)
})
