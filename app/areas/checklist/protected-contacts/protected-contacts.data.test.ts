import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Clock } from '../../../platform/clock.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { RequestFault } from '../../../platform/http/faults.ts'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { newId } from '../../../platform/ids.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { readDraftService } from '../draft-store.ts'
import type { ServiceFacts } from '../schema.ts'
import { publish, readCurrent, saveService } from '../service.ts'
import { actAs, addTown, at, facts, now, testDeps, text } from '../test-town.ts'
import { type TellDeps, tellChangesHandler } from './tell-changes.ts'
import { undoRoutes } from './undo-routes.tsx'

let database: Database
let deps: ReturnType<typeof testDeps>
let town: string
let service: string
let sent: { to: string; text: NoticeText }[]
let clockAt: string
const clock: Clock = { now: () => Temporal.Instant.from(clockAt), milliseconds: () => Date.parse(clockAt) }
const i18n = createI18n(loadLanguages())
const english = i18n.negotiate('en')
const officers = [newId(), newId()]
const act = actAs('officer', 'checklist.publish')

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  sent = []
  clockAt = now
  deps = { ...testDeps(database), clock, tellContactChanges: tell }
  town = await addTown(database)
  service = newId()
})

const tellDeps = (): TellDeps => ({
  database,
  clock,
  i18n,
  notify: async (_tx, { person, compose }) => void sent.push({ to: person, text: compose(english) }),
  writeTo: async (_tx, to, _translator, mail) => void sent.push({ to, text: mail }),
  officersOf: async () => officers,
  townOf: async () => ({ name: 'Example Town', timeZone: 'Europe/Amsterdam', languages: ['nl'] }),
})

const tell = (): Promise<void> => tellChangesHandler(tellDeps()).run({})

const shelter = (given: Partial<ServiceFacts>) => facts({ name: text('Night shelter'), ...given })
const phone = (number: string) => ({ phones: facts({}).phones.concat(phoneOf(number)) })
function phoneOf(number: string): ServiceFacts['phones'][number] {
  const [first] = facts({
    phones: [
      {
        number,
        label: {},
        channels: ['voice'],
        languages: [],
        hours: {},
        cost: null,
        showsOnBill: null,
        fictional: true,
      },
    ],
  }).phones
  if (!first) throw new Error('no phone')
  return first
}

async function publishWith(given: Partial<ServiceFacts>, revision: number): Promise<void> {
  expect(await saveService(deps, act, town, service, shelter(given), revision)).toMatchObject({ outcome: 'saved' })
  expect(await publish(deps, act, town)).toMatchObject({ outcome: 'published' })
}

async function changedContact(): Promise<string> {
  await publishWith({ ...phone('0800 111 111'), email: 'shelter@provider.example' }, 0)
  expect(sent).toEqual([])
  await publishWith({ ...phone('0800 999 999'), email: 'other@provider.example' }, 1)
  return sent.find(({ to }) => to === officers[0])?.text.action?.path ?? ''
}

function request(path: string, method = 'GET') {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('translator', english)
    c.set('frame', { translator: english, instance: 'Safe Towns' })
    await next()
  })
  app.onError((error, c) => {
    if (error instanceof RequestFault) return c.text('', error.status)
    throw error
  })
  for (const route of undoRoutes(tellDeps())) app.on(route.method, route.path, route.handle)
  return app.request(path, { method })
}

const publicContact = async () => {
  const current = (await readCurrent(database.db, town))?.services.find(({ id }) => id === service)
  return [current?.phones[0]?.number, current?.email]
}

test('every officer and whoever was reached before is told at once, each with a link of their own', async () => {
  await changedContact()
  expect(sent.map(({ to }) => to).sort()).toEqual([...officers, 'shelter@provider.example'].sort())
  expect(new Set(sent.map(({ text: { action } }) => action?.path)).size).toBe(3)
  const told = sent.find(({ to }) => to === officers[0])?.text
  expect(told?.subject).toMatch(/“Night shelter” was changed.*11 March 2026 at 11:00/)
  expect(told?.paragraphs.join('\n')).toContain('Before: 0800 111 111, shelter@provider.example')
  expect(told?.paragraphs.join('\n')).toContain('Now: 0800 999 999, other@provider.example')
  await tell()
  expect(sent).toHaveLength(3)
})

test('opening the link changes nothing; its button puts the contact back at once, in public and in the draft', async () => {
  const path = await changedContact()
  const page = await (await request(path)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Put the old contact back?')
  expect(await publicContact()).toEqual(['0800 999 999', 'other@provider.example'])
  sent = []
  const undone = await request(path, 'POST')
  expect([undone.status, undone.headers.get('location')]).toEqual([303, `${path}?done=1`])
  expect(await publicContact()).toEqual(['0800 111 111', 'shelter@provider.example'])
  expect((await readDraftService(database.db, town, service))?.facts.email).toBe('shelter@provider.example')
  expect(sent.map(({ text: { subject } }) => subject)).toEqual(Array(3).fill('Contact of “Night shelter” was put back'))
  const done = await (await request(`${path}?done=1`)).text()
  expect(htmlFaults(done)).toEqual([])
  expect(done).toContain('The old contact is back.')
  const trail = await database.db
    .selectFrom('audit.record')
    .select(['action', 'detail'])
    .where('authority', '=', town)
    .where('action', '=', 'checklist.undo-contact')
    .execute()
  expect(trail.at(-1)?.detail).toMatchObject({ version: 2, restoredIn: 3 })
})

test('a contact that was put back is a change like any other: a form made before it knows what it was made from', async () => {
  const path = await changedContact()
  const before = await readDraftService(database.db, town, service)
  await request(path, 'POST')
  const after = await readDraftService(database.db, town, service)
  const changes = await database.db
    .selectFrom('audit.record as record')
    .innerJoin('office.change as change', 'change.record', 'record.id')
    .select(['record.detail', 'change.before', 'change.after'])
    .where('record.authority', '=', town)
    .where('record.action', '=', 'checklist.undo-contact')
    .execute()
  expect(changes).toHaveLength(1)
  expect(changes[0]?.detail).toMatchObject({ revision: after?.revision, fields: ['phones', 'email', 'web', 'chat'] })
  expect([changes[0]?.before, changes[0]?.after]).toEqual([before?.facts, after?.facts])
})

test('two clicks at once make one version', async () => {
  const path = await changedContact()
  const answers = await Promise.all([request(path, 'POST'), request(path, 'POST')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 303])
  expect((await readCurrent(database.db, town))?.version).toBe(3)
})

test('after a day it is over; a contact that changed again stays', async () => {
  const path = await changedContact()
  clockAt = '2026-03-11T10:00:01Z'
  expect((await request(path, 'POST')).status).toBe(410)
  expect(await publicContact()).toEqual(['0800 999 999', 'other@provider.example'])
  clockAt = now
  await publishWith(phone('0800 555 555'), 2)
  const again = await request(path, 'POST')
  expect(again.status).toBe(410)
  expect(htmlFaults(await again.text())).toEqual([])
  expect((await publicContact())[0]).toBe('0800 555 555')
})

test('what somebody has drafted meanwhile is left alone', async () => {
  const path = await changedContact()
  await saveService(deps, act, town, service, shelter(phone('0800 777 777')), 2)
  expect((await request(path, 'POST')).status).toBe(303)
  expect((await readDraftService(database.db, town, service))?.facts.phones[0]?.number).toBe('0800 777 777')
})

test('an invented link leads nowhere, and the database does not hold what a link holds', async () => {
  const path = await changedContact()
  expect((await request(`/contact-change/${'a'.repeat(43)}`)).status).toBe(404)
  const rows = await database.db.selectFrom('office.contact_undo').select('secret_sha256').execute()
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1))
})

test('a place that becomes confidential stands in no old contact either', async () => {
  const label = text('Ring at Kerkstraat 12')
  const before = { phones: [{ ...phoneOf('0800 111 111'), label }], web: 'https://shelter.example/kerkstraat-12' }
  await publishWith({ ...before, place: at('Kerkstraat 12') }, 0)
  await publishWith({ ...phone('0800 999 999'), place: at('Kerkstraat 12') }, 1)
  const path = sent.find(({ to }) => to === officers[0])?.text.action?.path ?? ''
  const confidential = shelter({ ...phone('0800 999 999'), place: { type: 'confidential' } })
  expect(await saveService(deps, act, town, service, confidential, 2)).toMatchObject({ outcome: 'saved' })
  const rows = await database.db.selectFrom('office.contact_change').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/kerkstraat/i)
  expect((await request(path, 'POST')).status).toBe(303)
  const everything = await database.db.selectFrom('published.snapshot').select('document').execute()
  expect(JSON.stringify(everything)).not.toMatch(/kerkstraat/i)
  expect(await publicContact()).toEqual(['0800 111 111', null])
})
