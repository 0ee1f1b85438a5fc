/** Towns that have signed the Pact are merged, split and renamed by a new official list: what everybody sees of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { audited } from '../../../tests/audited.ts'
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import type { Authority } from '../authorities/index.ts'
import { writeHost, writeMeeting } from '../meetings/index.ts'
import { dayOf, enterSignatures, signatoriesOf } from '../register/index.ts'
import { applyPlan } from './apply-plan.ts'
import type { Decision } from './apply-rules.ts'
import { decideItem } from './decide.ts'
import { openPlan, readItems } from './plan-store.ts'
import { addTowns, country, planOfRows, type Row, townOf } from './test-mergers.ts'

/** Ostheim and Westheim merge; Nordau is split; Suedau has another name, Mitten another code; Talort leaves Bergdorf. */
const before = [
  { code: '1', name: 'Ostheim' },
  { code: '2', name: 'Westheim' },
  { code: '3', name: 'Nordau' },
  { code: '4', name: 'Suedau' },
  { code: '5', name: 'Mitten' },
  { code: '6', name: 'Bergdorf' },
]
const after = [
  { code: '12', name: 'Heim' },
  { code: '31', name: 'Obernau' },
  { code: '32', name: 'Unternau' },
  { code: '4', name: 'Südau am See' },
  { code: '50', name: 'Mitten' },
  { code: '6', name: 'Bergdorf' },
  { code: '61', name: 'Talort' },
]
const ref = (code: string) => ({ scheme: 'LAU', code })
const decisions: Readonly<Record<string, Decision>> = {
  Ostheim: { do: 'merge', into: ref('12') },
  Westheim: { do: 'merge', into: ref('12') },
  Nordau: { do: 'split', parts: [ref('31'), ref('32')] },
  Mitten: { do: 'recode', to: ref('50') },
  Talort: { do: 'part', of: [ref('6')] },
  Suedau: { do: 'rename' },
}

let app: TestApp
let towns: Readonly<Record<string, Authority>>
let officer: Visitor
const db = () => app.services.database.db
const act = (name: string) => actOf('test', name, app.services.clock.now())
const town = (name: string): Authority => {
  const found = towns[name]
  if (!found) throw new Error(`no town ${name}`)
  return found
}
const numberOf = async (name: string) => (await signatoriesOf(db(), town(name).id))[0]?.number ?? 0
const read = async (path: string) => (await app.request(path)).text()
const entry = async (name: string) => read(urls.registerEntry('en', await numberOf(name)))
const badge = async (name: string) =>
  read(urls.badge(await numberOf(name), { lang: 'en', size: 'large', stage: 'signed' }))
const certificate = async (name: string) => app.request(urls.certificate('en', await numberOf(name), 'signed'))

const sign = (names: readonly string[], signedOn = '2025-05-01') =>
  db()
    .transaction()
    .execute((tx) =>
      enterSignatures(
        tx,
        app.services,
        act('signing.agree'),
        names.map((name) => ({
          signs: { kind: 'municipality', country, authority: town(name).id, association: null, name },
          facts: {
            ...{ signedOn, decidedOn: '2025-04-20', textVersion: '1', textLanguage: 'en' },
            ...{ documentSha256: null, ceremonyOn: null },
          },
          texts: {},
          demonstration: true,
        })),
      ),
    )

/** Of two days, received by one of the towns. */
const meets = (year: number, host: string) =>
  db()
    .transaction()
    .execute(async (tx) => {
      const [id, at] = [newId(), app.services.clock.now()]
      const facts = { year, kind: 'signatories', starts: `${year}-05-12`, ends: `${year}-05-13` } as const
      const place = { place: host, country, timeZone: 'Europe/Vaduz', about: {}, source: '', demonstration: true }
      await writeMeeting(tx, { id, ...facts, ...place }, at)
      await writeHost(tx, id, town(host).id, at)
    })
const hostOf = async (year: number) => {
  const html = await read(urls.meeting('en', year))
  const [, href, name] = /<dt>Host<\/dt><dd><a href="?([^" >]+)"?><bdi>([^<]+)/.exec(html) ?? []
  return [href, name]
}

/** Plans a list, decides about each item, does it. @param decided by name; what is not there is added. */
async function apply(list: readonly Row[], decided: Readonly<Record<string, Decision>>, movements: [string, string][]) {
  const planned = await planOfRows(
    app.services,
    list,
    movements.map(([from, to]) => ({ from, to })),
  )
  expect(planned.outcome).toBe('planned')
  const plan = await openPlan(db(), country)
  const recoded = Object.values(decided).flatMap((one) => (one.do === 'recode' ? [one.to.code] : []))
  for (const { number, revision, item } of await readItems(db(), plan?.id ?? '')) {
    if (item.kind === 'added' && recoded.includes(item.code)) continue
    const decision = decided[item.name] ?? { do: 'add' }
    await decideItem(app.services.mergers, act('mergers.decide'), country, { number, revision, decision })
  }
  const applied = await applyPlan(app.services.mergers, act('mergers.apply'), country, 'setup')
  expect(applied).toMatchObject({ outcome: 'applied', ended: true })
}

beforeAll(async () => {
  app = await testApp()
  await addTowns(app.services, before)
  towns = Object.fromEntries(
    await Promise.all(before.map(async ({ name, code }) => [name, await townOf(app.services, code)] as const)),
  )
  await sign(['Ostheim', 'Westheim'])
  for (const name of ['Nordau', 'Suedau', 'Mitten', 'Bergdorf']) await sign([name])
  officer = await signIn(app, 'Otto', [{ role: 'officer', scope: { kind: 'authority', id: town('Ostheim').id } }])
  for (const year of [2024, 2099]) await meets(year, 'Ostheim')
  await signIn(app, 'Nora', [{ role: 'approver', scope: { kind: 'authority', id: town('Nordau').id } }])
  // Pages are in memory as they were.
  for (const name of Object.keys(decisions).filter((one) => one !== 'Talort')) {
    expect(await entry(name)).toContain('Has signed the Pact and stands by it')
    expect(await badge(name)).toContain('Signed on')
  }
  const moved: [string, string][] = ['31', '32'].map((to) => ['3', to])
  await apply(after, decisions, [...moved, ['6', '6'], ['6', '61'], ['5', '50']])
})
afterAll(() => app.close())

describe('whoever was merged or split', () => {
  test('keeps the number, and its entry names what took its place, with the day', async () => {
    expect(await Promise.all(['Ostheim', 'Westheim', 'Nordau'].map(numberOf))).toEqual([10, 11, 12])
    const [merged, split] = [await entry('Ostheim'), await entry('Nordau')]
    for (const html of [merged, split]) {
      expect(htmlFaults(html)).toEqual([])
      expect(html).toContain('on 1 January 2026 others took its place')
      expect(html).not.toContain('certificate.pdf')
    }
    expect(merged).toContain(urls.town('en', await townOf(app.services, '12')))
    for (const code of ['31', '32']) expect(split).toContain(urls.town('en', await townOf(app.services, code)))
    // What was split has not been merged.
    expect(split).not.toMatch(/was merged/)
  })

  test('has a certificate no longer: its code and its badge say so at once', async () => {
    for (const name of ['Ostheim', 'Nordau']) {
      const answer = await certificate(name)
      expect(answer.status).toBe(302)
      const verify = await read(answer.headers.get('location') ?? '')
      expect(verify).toContain('This certificate no longer holds')
      for (const successor of name === 'Ostheim' ? ['Heim'] : ['Obernau', 'Unternau']) {
        expect(verify).toContain(successor)
      }
      expect(await badge(name)).toContain('Ended on 1 January 2026: others took its place')
    }
  })

  test('leaves it to the office of its successor whether that signs: the office and a mail say so', async () => {
    const heim = await townOf(app.services, '12')
    const stand = await (await officer.get(urls.townPact(heim))).text()
    expect(htmlFaults(stand)).toEqual([])
    for (const said of ['Earlier towns in the register', 'Ostheim', 'Westheim', 'a signature does not pass on']) {
      expect(stand).toContain(said)
    }
    expect(await officer.read(urls.officeCertificate(heim))).toContain(urls.registerEntry('en', 10))
    expect(await officer.read(urls.office())).toContain('will your council sign?')
    const { rows } = await sql<{ text: string }>`
      select data->>'text' as text from jobs.job where name = 'mail.send' and data->>'text' like '%had signed the Pact%'
      order by 1`.execute(db())
    expect(
      rows.map(({ text }) => /(\w+) had signed the Pact. Its number in the register, (\d+)/.exec(text)?.slice(1)),
    ).toEqual(
      [
        ['Ostheim', '10'],
        ['Nordau', '12'],
      ].toSorted(),
    )
  })
})

test('whoever took its place receives the meeting to come; the one that was held keeps the name of its host', async () => {
  const heim = await townOf(app.services, '12')
  expect(await hostOf(2099)).toEqual([urls.town('en', heim), 'Heim'])
  expect(await hostOf(2024)).toEqual([urls.town('en', heim), 'Ostheim'])
})

describe('whoever goes on', () => {
  test('is not merged by a plain import, which would enter nothing in the register', async () => {
    const merged = addTowns(app.services, [{ code: '6', name: 'Bergdorf', merged_into: '61' }])
    await expect(merged).rejects.toThrow(/stands in the register of the Pact/)
    expect(await townOf(app.services, '6')).toMatchObject({ status: 'active' })
  })

  test('stands by its signature under its number, with another name, another code, or without a part', async () => {
    expect(await Promise.all(['Suedau', 'Mitten', 'Bergdorf'].map(numberOf))).toEqual([13, 14, 15])
    for (const name of ['Suedau', 'Mitten', 'Bergdorf']) {
      expect(await entry(name)).toContain('Has signed the Pact and stands by it')
      expect(await badge(name)).toContain('Signed on 1 May 2025')
      expect((await certificate(name)).status).toBe(200)
    }
    const renamed = await entry('Suedau')
    for (const name of ['Südau am See', 'Suedau']) expect(renamed).toContain(name)
    // Whoever left has not signed.
    expect(await signatoriesOf(db(), (await townOf(app.services, '61')).id)).toEqual([])
  })
})

test('a successor that has signed and is merged in its turn leads on: all that signed before are known to the last', async () => {
  towns = { ...towns, Heim: await townOf(app.services, '12') }
  // The list that merges it is taken over late: it holds since a day before Heim has signed.
  await sign(['Heim'], '2026-03-01')
  expect(await entry('Heim')).toContain(urls.registerEntry('en', 10))
  expect(await officer.read(urls.office())).not.toContain('will your council sign?')
  const list = [...after.filter(({ code }) => code !== '12'), { code: '99', name: 'Grossheim' }]
  await apply(list, { Heim: { do: 'merge', into: ref('99') } }, [])
  const last = await townOf(app.services, '99')
  const stand = await officer.read(urls.townPact(last))
  for (const name of ['Ostheim', 'Westheim', 'Heim']) expect(stand).toContain(`<bdi>${name}</bdi>`)
  towns = { ...towns, Grossheim: last }
  const [today, merged] = [longDate({ tag: 'en-GB' }, dayOf(app.services.clock.now())), await entry('Heim')]
  expect(merged).toContain(`in force since 1 January 2026, entered in the register on ${today}`)
  expect(merged.indexOf('<strong>1 March 2026</strong>: The Pact was signed.')).toBeGreaterThan(0)
  expect(merged.indexOf(`<strong>${today}</strong>: The authority is no more`)).toBeGreaterThan(
    merged.indexOf('<strong>1 March 2026</strong>: The Pact was signed.'),
  )
  expect(merged).toContain('In force since 1 January 2026.')
  expect(await badge('Heim')).toContain(`Ended on ${today}: others took its place`)
  await sign(['Grossheim'])
  const entered = await entry('Grossheim')
  for (const name of ['Ostheim', 'Westheim', 'Heim']) {
    expect(entered).toContain(urls.registerEntry('en', await numberOf(name)))
  }
  const verify = await read((await certificate('Ostheim')).headers.get('location') ?? '')
  expect(verify).toContain('Heim')
  const moved = await app.request(urls.town('en', town('Heim')))
  expect(moved.headers.get('location')).toBe(urls.town('en', last))
  // Nobody who checks the register from outside takes that for a fault.
  expect(await audited(app)).toMatchObject({ outcome: 'sound' })
})
