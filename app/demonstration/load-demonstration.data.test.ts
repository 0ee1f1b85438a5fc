import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../tests/database.ts'
import { areasOf, findByName, findBySlug, inheritedFrom } from '../areas/authorities/index.ts'
import {
  offersTo,
  readCurrent,
  readDraft,
  removeService,
  saveIntroduction,
  takeUntoldOffers,
} from '../areas/checklist/index.ts'
import { readMeetings } from '../areas/meetings/index.ts'
import { readCycles } from '../areas/reports/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import { fixedClock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import { loadReferenceData } from '../reference-data.ts'
import { isEmpty, loadDemonstration } from './load-demonstration.ts'
import { demonstrationPerson } from './people.ts'
import { demonstrationServiceId } from './service-id.ts'

const reference = loadReferenceData()
const clock = fixedClock('2026-11-23T10:00:00Z')
let database: Database
let loaded: Awaited<ReturnType<typeof loadDemonstration>>
const config = { secret: 's'.repeat(32), production: false }
const deps = () => ({ config, database, clock, reference, ...reference })

beforeAll(async () => {
  database = await testDatabase()
  expect(await isEmpty(database.db)).toBe(true)
  loaded = await loadDemonstration(deps())
})
afterAll(() => database.close())

async function town(slug: string, country = 'nl') {
  const found = await findBySlug(database.db, country, slug)
  if (!found?.authority) throw new Error(`no ${country}/${slug}`)
  return found.authority
}

/** How many rows each table holds: loading twice leaves every one of them alone. */
async function rowCounts(): Promise<Record<string, number>> {
  const tables = [
    'published.snapshot',
    'published.authority',
    'published.association_member',
    'published.signatory',
    'published.register_entry',
    'published.meeting',
    'published.host_call',
    'office.pact_application',
    'office.pact_event',
    'accounts.person',
    'accounts.role',
  ] as const
  const counts: Record<string, number> = {}
  for (const table of tables) {
    const { count } = await database.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    counts[table] = Number(count)
  }
  // Each import of a list is an act of its own; what concerns a town must not be repeated.
  const trail = await database.db.selectFrom('audit.record').select('id').where('authority', 'is not', null).execute()
  return { ...counts, trail: trail.length }
}

test('the example town is published with forty services, fictional towns of eight countries beside it', async () => {
  const authority = await town('example-town')
  expect(authority).toMatchObject({ demonstration: true, names: { nl: 'Voorbeeldstad' }, kind: 'municipality' })
  const page = await readCurrent(database.db, authority.id)
  expect(page).toMatchObject({ version: 1 })
  expect(page?.services).toHaveLength(40)
  expect(page?.answers).toHaveLength(42)
  expect(loaded).toEqual({ towns: 10, services: 103 })
  expect(await isEmpty(database.db)).toBe(false)
  for (const [country, slug] of [
    ['gb', 'example-on-sea'],
    ['ie', 'example-baile'],
    ['de', 'example-stadt'],
    ['fr', 'example-ville'],
    ['se', 'example-stad'],
    ['es', 'example-villa'],
    ['pl', 'example-miasto'],
  ] as const) {
    const other = await readCurrent(database.db, (await town(slug, country)).id)
    expect(other?.services.length, slug).toBeGreaterThanOrEqual(6)
  }
})

test('areas serve the example town; the quiet town has them, too, and has said nothing', async () => {
  const areas = await areasOf(database.db, (await town('example-town')).id)
  expect(areas.map(({ kind }) => kind)).toEqual(['municipality', 'joint', 'district', 'region', 'country'])
  const served = new Set(areas.map(({ id }) => id))
  for (const area of areas.slice(1)) {
    const page = await readCurrent(database.db, area.id)
    for (const service of page?.services ?? []) expect(service.serves.some((id) => served.has(id))).toBe(true)
    expect(page?.services.length).toBeGreaterThan(0)
  }
  const quiet = await town('example-quiet-town')
  expect((await areasOf(database.db, quiet.id)).length).toBeGreaterThan(2)
  expect(await readCurrent(database.db, quiet.id)).toBeUndefined()
})

test('one service is offered to a town outside its area and waits there; nobody is written to about it', async () => {
  const { id } = await town('example-quiet-town')
  const offers = await offersTo(database.db, id)
  expect(offers.map(({ state, acceptedKinds }) => ({ state, acceptedKinds }))).toEqual([
    { state: 'waiting', acceptedKinds: [] },
  ])
  expect(offers[0]?.service).toBe(demonstrationServiceId('NL-EXAMPLE-DISTRICT', 'family-therapy'))
  expect(await database.db.transaction().execute(takeUntoldOffers)).toEqual([])
})

test('a region’s services serve its towns, and it has one offer to decide about', async () => {
  const region = await town('example-region')
  const page = await readCurrent(database.db, region.id)
  expect(page?.services.every(({ serves }) => serves.includes(region.id))).toBe(true)
  const offers = await offersTo(database.db, region.id)
  expect(offers.map(({ service, state }) => [service, state])).toEqual([
    [demonstrationServiceId('NL-EXAMPLE-POLICE', 'police-children-desk'), 'waiting'],
  ])
})

test('two towns became one on the first of January: their addresses lead on, and it has everything to look through', async () => {
  const bay = await town('example-bay', 'gb')
  for (const slug of ['example-harbour', 'example-moor']) {
    expect(await findBySlug(database.db, 'gb', slug)).toEqual({ movedTo: { country: 'GB', slug: 'example-bay' } })
  }
  const before = await inheritedFrom(database.db, bay.id)
  expect(before.map(({ authority: { slug }, since }) => [slug, since.toString()])).toEqual([
    ['example-harbour', '2026-01-01'],
    ['example-moor', '2026-01-01'],
  ])
  expect(await readCurrent(database.db, bay.id)).toBeUndefined()
  for (const { authority } of before) {
    expect((await readCurrent(database.db, authority.id))?.services).toHaveLength(3)
  }
})

test('a village, a former name and the merged town lead to the example town', async () => {
  for (const typed of ['zeekoln', 'Voorbeeldveen', 'oud verzinsel']) {
    const found = await findByName(database.db, typed, { country: 'NL', limit: 5 })
    expect(JSON.stringify(found), typed).toContain('example-town')
  }
  expect(await findBySlug(database.db, 'nl', 'example-former-town')).toEqual({
    movedTo: { country: 'NL', slug: 'example-town' },
  })
})

test('the shelter is published without any place, and its id never changes', async () => {
  const page = await readCurrent(database.db, (await town('example-town')).id)
  const shelter = page?.services.find(({ id }) => id === demonstrationServiceId('NL-EXAMPLE-TOWN', 'shelter'))
  expect(shelter?.place).toEqual({ type: 'confidential' })
})

test('the officer may edit and approve for the example town alone', async () => {
  const authority = await town('example-town')
  const roles = await database.db
    .selectFrom('accounts.role')
    .innerJoin('accounts.person', 'accounts.person.id', 'accounts.role.person')
    .where('accounts.person.email', '=', demonstrationPerson('officer'))
    .select(['accounts.role.role', 'accounts.role.authority'])
    .execute()
  expect(roles.toSorted((a, b) => a.role.localeCompare(b.role))).toEqual([
    { role: 'approver', authority: authority.id },
    { role: 'officer', authority: authority.id },
  ])
})

test('loading twice changes nothing, on the same day or a month later', async () => {
  const before = await rowCounts()
  expect(await loadDemonstration(deps())).toEqual(loaded)
  const later = fixedClock('2026-12-24T10:00:00Z')
  await loadDemonstration({ ...deps(), clock: later })
  expect(await rowCounts()).toEqual(before)
})

test('what an officer has changed or removed since stays so, unpublished', async () => {
  const { id } = await town('example-town')
  const act = actOf('officer', 'checklist.test', clock.now())
  const before = await readDraft(database.db, id)
  const drop = before.services.at(0)
  if (!drop) throw new Error('the draft is empty')
  const words = { en: { text: 'Our own words', origin: 'person' as const } }
  const office = { ...deps(), placeHidden: async () => undefined, tellContactChanges: async () => undefined }
  await saveIntroduction(office, act, id, words, before.introductionRevision)
  await removeService(office, act, id, drop.id, drop.revision)
  await loadDemonstration(deps())
  const after = await readDraft(database.db, id)
  expect(after.introduction).toEqual(words)
  expect(after.services).toHaveLength(39)
  expect(await readCurrent(database.db, id)).toMatchObject({ version: 1 })
})

test('a fictional meeting was held by a signatory, the next has an open call; cycles of reports lead to both', async () => {
  const [next, held] = await readMeetings(database.db)
  expect(held).toMatchObject({ demonstration: true, starts: '2025-10-23', host: (await town('example-town')).id })
  expect(next).toMatchObject({ demonstration: true, starts: '2027-09-23', host: null, place: '' })
  for (const meeting of [next, held]) expect(meeting?.about['en']).toContain('(fictional)')
  const signed = database.db
    .selectFrom('published.signatory')
    .select('status')
    .where('authority', '=', held?.host ?? '')
  expect(await signed.execute()).toEqual([{ status: 'signed' }])
  const call = database.db.selectFrom('published.host_call').select(['meeting', 'opens', 'deadline'])
  const { meeting, opens, deadline } = await call.executeTakeFirstOrThrow()
  const now = clock.now().epochMilliseconds
  expect([meeting, opens.getTime() < now, deadline.getTime() > now]).toEqual([next?.id, true, true])
  const days = (await readCycles(database.db)).map(({ meetingOn }) => meetingOn)
  expect(days.toSorted()).toEqual([held?.starts, next?.starts])
})

test('each office can be tried, and each only in its scope', async () => {
  const { rows } = await sql<{ who: string; role: string; scope: string }>`
    select p.email as who, r.role, coalesce(a.slug, u.slug, 'instance') as scope
    from accounts.role r join accounts.person p on p.id = r.person
    left join published.authority a on a.id = r.authority
    left join published.association u on u.id = r.association order by r.role, p.email`.execute(database.db)
  expect(rows.map(({ who, role, scope }) => [who, role, scope])).toEqual([
    [demonstrationPerson('merged-officer'), 'approver', 'example-bay'],
    [demonstrationPerson('new-officer'), 'approver', 'example-quiet-town'],
    [demonstrationPerson('region-officer'), 'approver', 'example-region'],
    [demonstrationPerson('officer'), 'approver', 'example-town'],
    [demonstrationPerson('coordinator'), 'coordinator', 'example-association'],
    [demonstrationPerson('merged-officer'), 'officer', 'example-bay'],
    [demonstrationPerson('new-officer'), 'officer', 'example-quiet-town'],
    [demonstrationPerson('region-officer'), 'officer', 'example-region'],
    [demonstrationPerson('officer'), 'officer', 'example-town'],
    [demonstrationPerson('reviewer'), 'officer', 'example-bay'],
    [demonstrationPerson('reviewer'), 'reviewer', 'instance'],
    [demonstrationPerson('safeguarding-lead'), 'safeguarding-lead', 'example-town'],
    [demonstrationPerson('second-secretariat'), 'secretariat', 'instance'],
    [demonstrationPerson('secretariat'), 'secretariat', 'instance'],
  ])
})
