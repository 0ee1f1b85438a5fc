import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { actOf } from '../../../platform/audit/audit.ts'
import { announceChange } from '../../../platform/db/change-feed.ts'
import { newId } from '../../../platform/ids.ts'
import { serve, type TestServer, testClient } from '../../../platform/net/test-net.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'
import { publish, readDraftService, type ServiceFacts, saveService } from '../../checklist/index.ts'
import { splitTown } from '../../mergers/test-splits.ts'
import type { WatchingDeps } from '../deps.ts'
import { plantMovedLink } from '../test-watching.ts'
import { checkLinks } from './check-links.ts'
import { lookOver, lookOverAgain } from './look-over.ts'

let app: PeopleApp
let authority = ''
let [first, second] = ['', '']
let unchanged: [string, ServiceFacts][] = []
beforeAll(async () => {
  app = await openPeopleApp()
  // At night a run asks a share of the links, by day all of them.
  const now = app.services.clock.now().toZonedDateTimeISO('UTC')
  app.wait(now.until(now.add({ days: 1 }).with({ hour: 12 })))
  authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const rows = await app.db
    .selectFrom('published.service')
    .select('id')
    .where('authority', '=', authority)
    .where(sql<boolean>`facts -> 'place' ->> 'type' <> 'confidential'`)
    .orderBy('position')
    .limit(2)
    .execute()
  ;[first, second] = rows.map(({ id }) => id) as [string, string]
  unchanged = [
    [first, await draft(first)],
    [second, await draft(second)],
  ]
})
afterAll(() => app.close())

let server: TestServer
let answers: Record<string, { status: number; location?: string }> = {}
beforeEach(async () => {
  answers = {}
  server = await serve((request, response) => {
    const { status = 200, location } = answers[request.url ?? ''] ?? {}
    response.writeHead(status, location === undefined ? {} : { location }).end()
  })
})
afterEach(async () => {
  await server.close()
  for (const table of ['office.finding', 'office.web_address', 'office.town_looked_over']) {
    await sql`delete from ${sql.table(table)}`.execute(app.db)
  }
  for (const [id, facts] of unchanged) await change(id, facts)
})

const deps = (): WatchingDeps => ({ ...app.services.watching, net: testClient([server.port]) })
const page = (path: string) => `http://web.town.eu:${server.port}${path}`
const act = () => actOf('test', 'checklist.test', app.services.clock.now())

async function draft(id: string): Promise<ServiceFacts> {
  const found = await readDraftService(app.db, authority, id)
  if (!found) throw new Error('the demonstration has lost a service')
  return found.facts
}

/** Saves and publishes. */
async function change(id: string, given: Partial<ServiceFacts>): Promise<void> {
  const current = await readDraftService(app.db, authority, id)
  const facts = { ...(current?.facts as ServiceFacts), ...given }
  const saved = await saveService(app.services.checklist, act(), authority, id, facts, current?.revision ?? 0)
  if (saved.outcome !== 'saved') throw new Error(JSON.stringify(saved))
  const published = await publish(app.services.checklist, act(), authority)
  if (published.outcome === 'refused') throw new Error(JSON.stringify(published.faults))
}

/** A night: the links, then the pages. */
async function night(): Promise<void> {
  await checkLinks(deps())
  app.wait({ hours: 24 })
  await lookOver(deps())
}

async function found(service?: string) {
  const { rows } = await sql<{ id: string; kind: string; value: string; seen: string; times: number }>`
    select id, kind, value, seen, times from office.finding
    where authority = ${authority} and thing_id = coalesce(${service ?? null}, thing_id) order by rank, value`.execute(
    app.db,
  )
  return rows
}

const kinds = async (service: string) => (await found(service)).map(({ kind }) => kind)
const post = async (id: string, what: 'repair' | 'hide' | 'show') => {
  const officer = await app.signIn(approver)
  return (await officer.post(urls.officeFindingAct(town, id, what), {})).headers.get('location')
}

describe('a link', () => {
  test('that is gone is found after two nights, asked once for all who name it, and leaves when it is back', async () => {
    answers['/gone'] = { status: 404 }
    await change(first, { web: page('/gone') })
    await change(second, { chat: page('/gone') })
    await lookOver(deps())
    await night()
    expect(await kinds(first)).toEqual([])
    await night()
    expect(await found(first)).toMatchObject([{ kind: 'link-gone', value: page('/gone'), seen: '404' }])
    expect(await kinds(second)).toEqual(['link-gone'])
    // HEAD, then GET, in each of two nights.
    expect(server.asked.filter((each) => each.endsWith('/gone'))).toHaveLength(4)
    answers['/gone'] = { status: 200 }
    await night()
    expect([await kinds(first), await kinds(second)]).toEqual([[], []])
  })

  test('that answers, or does not, is told beside whoever checked the fact, after one night', async () => {
    const officer = await app.signIn(approver)
    const told = async () => {
      const html = await (await officer.get(urls.officeService(town, first))).text()
      expect(htmlFaults(html)).toEqual([])
      return [...html.matchAll(/Nightly check: ([^,]*),/g)].map(([, what]) => what)
    }
    await change(first, { web: page('/here') })
    await lookOver(deps())
    await night()
    expect(await told()).toContain('the address answers')
    // Numbers or hours, too: what else the service says and a machine looks at.
    expect((await told()).length).toBeGreaterThan(1)
    answers['/here'] = { status: 404 }
    await night()
    expect(await kinds(first)).toEqual([])
    expect(await told()).toContain('something is wrong with the address')
  })

  test('that fails is found after three nights; how often is counted', async () => {
    answers['/'] = { status: 500 }
    await change(first, { web: page('/') })
    await lookOver(deps())
    for (const _ of [1, 2]) await night()
    expect(await kinds(first)).toEqual([])
    for (const _ of [1, 2]) await night()
    expect(await found(first)).toMatchObject([{ kind: 'link-failing', seen: '500', times: 2 }])
  })

  test('that has moved for good is taken over with one click, into the draft alone', async () => {
    answers['/old'] = { status: 301, location: '/new' }
    await change(first, { web: page('/old') })
    await lookOver(deps())
    for (const _ of [1, 2]) await night()
    const [moved] = await found(first)
    expect(moved).toMatchObject({ kind: 'link-moved', seen: page('/new') })
    expect(await post(moved?.id ?? '', 'repair')).toContain('done=repaired')
    expect((await draft(first)).web).toBe(page('/new'))
    const officer = await app.signIn(approver)
    const list = await (await officer.get(urls.officeFindings(town))).text()
    expect(list).toContain('You have changed this in the draft')
    expect(list).not.toContain('Take over the new address')
    expect(await post(moved?.id ?? '', 'repair')).toContain('done=before')
    const audited = await app.audited('watching.repair')
    expect(audited).toMatchObject([{ authority, detail: { fields: ['web'] } }])
    await publish(app.services.checklist, act(), authority)
    await lookOverAgain(deps(), [authority])
    expect(await kinds(first)).toEqual([])
  })

  test('nothing is counted in a night in which nothing can be reached', async () => {
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `https://${name}.town.eu/`)
    await app.db
      .insertInto('office.web_address')
      .values(hosts.map((url) => ({ sha256: url, url, wanted_at: new Date() })))
      .execute()
    const away = testClient([], { resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })) })
    app.wait({ hours: 24 })
    expect(await checkLinks({ ...deps(), net: away })).toMatchObject({ counted: false })
    const rows = await app.db.selectFrom('office.web_address').select('bad_nights').execute()
    expect(rows.every(({ bad_nights }) => bad_nights === 0)).toBe(true)
  })

  test('is asked once a night, and the rest of the night goes on where a run has stopped', async () => {
    await change(first, { web: page('/one') })
    await change(second, { web: page('/two') })
    await lookOver(deps())
    await checkLinks(deps())
    const asked = server.asked.length
    await checkLinks(deps())
    expect(asked).toBe(2)
    expect(server.asked).toHaveLength(2)
    expect(await lookOver(deps())).toBe(0)
  })
})

describe('the list', () => {
  const past = { from: '2020-12-24', to: '2020-12-24', opens: null, closes: null, note: {} }
  const over = async (id: string) => {
    const { hours } = await draft(id)
    await change(id, { hours: { ...hours, exceptions: [past] } })
    await lookOver(deps())
    const [one] = await found(id)
    if (!one) throw new Error('nothing was found')
    return one.id
  }

  test('is among what is to do next, leads to the service, and is in order', async () => {
    await over(first)
    const officer = await app.signIn(approver)
    expect(await (await officer.get(urls.office())).text()).toContain(`href="${urls.officeFindings(town)}"`)
    const list = await (await officer.get(urls.officeFindings(town))).text()
    expect(htmlFaults(list)).toEqual([])
    expect(list).toContain('Days with other hours are over; the oldest ended on 24 December 2020')
    expect(list).toContain(`href="${urls.officeService(town, first)}"`)
  })

  test('changes nothing on the public page', async () => {
    const read = async () => (await app.nobody.get(urls.service('en', town, first))).text()
    const before = await read()
    const to = 'https://example.org/elsewhere'
    await plantMovedLink(app.db, { authority, service: first, from: 'https://example.org/', to })
    await announceChange(app.db, [authority])
    expect(await read()).toBe(before)
  })

  test('what is over is deleted with one click', async () => {
    const id = await over(first)
    expect(await post(id, 'repair')).toContain('done=repaired')
    expect((await draft(first)).hours.exceptions).toEqual([])
  })

  test('what is no mistake is hidden until the fact changes, and can be brought back', async () => {
    const id = await over(first)
    expect(await post(id, 'hide')).toContain('done=hidden')
    expect(await post(id, 'hide')).toContain('done=before')
    app.wait({ hours: 24 })
    await lookOver(deps())
    const officer = await app.signIn(approver)
    const list = await (await officer.get(urls.officeFindings(town))).text()
    expect(list).not.toContain('Days with other hours')
    expect(list).toContain('1 thing that is no mistake')
    const hidden = await (await officer.get(urls.officeFindings(town, { hidden: true }))).text()
    expect(hidden).toContain('Days with other hours')
    expect(htmlFaults(hidden)).toEqual([])
    expect(await post(id, 'show')).toContain('done=shown')
    await post(id, 'hide')
    const { hours } = await draft(first)
    const more = { ...past, from: '2021-12-24', to: '2021-12-24' }
    await change(first, { hours: { ...hours, exceptions: [past, more] } })
    app.wait({ hours: 24 })
    await lookOver(deps())
    expect(await (await officer.get(urls.officeFindings(town))).text()).toContain('Days with other hours')
  })

  test('refuses what is not the town’s, or is gone', async () => {
    expect(await post(newId(), 'repair')).toContain('done=gone')
    expect(await post(newId(), 'hide')).toContain('done=gone')
  })

  test('is paged', async () => {
    const many = Array.from({ length: 45 }, (_, index) => index)
    for (const index of many) {
      await app.db
        .insertInto('office.finding')
        .values({
          id: newId(),
          authority,
          thing: 'service',
          thing_id: newId(),
          fact: 'web',
          kind: 'link-gone',
          rank: 1,
          value: `https://x${index}.example/`,
          seen: '404',
          first_seen: '2026-01-01',
          last_seen: new Date('2026-01-01'),
        })
        .execute()
    }
    const officer = await app.signIn(approver)
    const pages = [1, 2, 3].map((number) => urls.officeFindings(town, { page: number }))
    const shown: string[] = []
    for (const path of pages) {
      const html = await (await officer.get(path)).text()
      expect(htmlFaults(html)).toEqual([])
      shown.push(...(html.match(/https:\/\/x\d+\.example\/(?=")/g) ?? []))
    }
    expect(new Set(shown).size).toBe(45)
    const beyond = await officer.get(urls.officeFindings(town, { page: 4 }))
    expect(beyond.headers.get('location')).toBe(urls.officeFindings(town))
  })
})

test('of a town that was split nothing is looked at any more, and what was found is gone', async () => {
  const link = 'https://web.town.eu/split'
  const service = await splitTown(app.services)
  const { authority: split } = await app.db
    .selectFrom('published.service')
    .select('authority')
    .where('id', '=', service)
    .executeTakeFirstOrThrow()
  await sql`update published.snapshot set document = jsonb_set(document, '{services,0,web}', to_jsonb(${link}::text))
    where authority = ${split}::uuid`.execute(app.db)
  await plantMovedLink(app.db, { authority: split, service, from: 'https://old.town.eu/', to: link })
  const left = async () => {
    await sql`delete from office.town_looked_over`.execute(app.db)
    await lookOver(deps())
    const findings = app.db.selectFrom('office.finding').select('value').where('authority', '=', split)
    const links = app.db.selectFrom('office.web_address').select('url').where('url', '=', link)
    return { findings: await findings.execute(), links: await links.execute() }
  }
  expect(await left()).toEqual({ findings: [], links: [] })
  await sql`update published.authority set status = 'active' where id = ${split}::uuid`.execute(app.db)
  expect((await left()).links).toEqual([{ url: link }])
  await sql`update published.authority set status = 'split' where id = ${split}::uuid`.execute(app.db)
})

test('of a place that becomes confidential everything that was found goes at once', async () => {
  const where = await app.db
    .selectFrom('published.service')
    .select('id')
    .where('authority', '=', authority)
    .where(sql<boolean>`facts -> 'place' ->> 'type' = 'addresses'`)
    .where('id', 'not in', [first, second])
    .executeTakeFirstOrThrow()
  const street = 'https://example.org/church-lane-3'
  await app.db
    .insertInto('office.finding')
    .values({
      id: newId(),
      authority,
      thing: 'service',
      thing_id: where.id,
      fact: 'web',
      kind: 'link-moved',
      rank: 9,
      value: 'https://example.org/',
      seen: street,
      first_seen: '2026-01-01',
      last_seen: new Date('2026-01-01'),
    })
    .execute()
  const current = await readDraftService(app.db, authority, where.id)
  const facts = { ...(current?.facts as ServiceFacts), place: { type: 'confidential' as const } }
  await saveService(app.services.checklist, act(), authority, where.id, facts, current?.revision ?? 0)
  expect(await found(where.id)).toEqual([])
})
