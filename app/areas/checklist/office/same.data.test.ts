import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import { formOf } from '../../../../tests/page-form.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { waitingMerges } from '../duplicates/merged-store.ts'
import { publish, publishWithdrawals, readDraft, readDraftService, removeService, saveService } from '../service.ts'
import { actAs, facts, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { addService, fieldValue, openTestTown, type TestOffice } from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
let database: Database
let id: string
let region: string
let deps: OfficeChecklistDeps
let anna: TestOffice
let bert: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, region, deps, anna, bert } = await openTestTown(database))
})

const list = async (who = anna) => (await who.get(urls.officeSame(town))).text()
async function leadsTo(service: string): Promise<string | undefined> {
  const rows = database.db.selectFrom('published.service_successor').select('successor').where('service', '=', service)
  return (await rows.executeTakeFirst())?.successor
}
const publishNow = () => publish(deps, actAs('anna', 'checklist.publish'), id)
const two = async (one: Parameters<typeof facts>[0] = {}, other: Parameters<typeof facts>[0] = {}) => {
  const [left, right] = [await addService(deps, id, one), await addService(deps, id, other)]
  return { one: left, other: right, path: urls.officeSamePair(town, left, right) }
}
const formAt = async (path: string, who = anna) => formOf(await (await who.get(path)).text()) as Record<string, string>

/** The first stays and says what both say. */
async function merge(path: string, choices: Record<string, string> = {}): Promise<Response> {
  return anna.post(path, { ...(await formAt(path)), stays: 'one', ...choices })
}

test('two that look alike are brought together: what was chosen stays, and once published the address leads there', async () => {
  const { one, other, path } = await two(
    { email: 'one@example.org' },
    { email: 'two@example.org', provider: 'The house' },
  )
  await publishNow()
  const shown = await list()
  expect(htmlFaults(shown)).toEqual([])
  expect(shown).toContain('The same name')
  const pair = await (await anna.get(path)).text()
  expect(htmlFaults(pair)).toEqual([])
  // Where only one says something it is chosen beforehand; where both do, nothing is.
  expect(formOf(pair)).toMatchObject({ 'fact-provider': 'other' })
  expect(formOf(pair)['fact-email'] ?? '').toBe('')
  expect((await merge(path)).status).toBe(422)
  expect((await merge(path, { 'fact-email': 'other' })).status).toBe(303)
  const kept = await readDraftService(database.db, id, one)
  expect(kept?.facts).toMatchObject({ email: 'two@example.org', provider: 'The house' })
  expect(await readDraftService(database.db, id, other)).toBeUndefined()
  expect(await leadsTo(other)).toBeUndefined()
  await publishNow()
  expect(await leadsTo(other)).toBe(one)
  expect(await list()).toContain('No two services look alike')
})

test('chains end at the one that stays, also where the middle goes before anything is published', async () => {
  const first = await two()
  const last = await addService(deps, id)
  await publishNow()
  await merge(first.path)
  expect((await merge(urls.officeSamePair(town, last, first.one))).status).toBe(303)
  await publishNow()
  expect([await leadsTo(first.other), await leadsTo(first.one)]).toEqual([last, last])
  const newest = await addService(deps, id)
  await merge(urls.officeSamePair(town, newest, last))
  await publishNow()
  expect([await leadsTo(first.other), await leadsTo(first.one), await leadsTo(last)]).toEqual([newest, newest, newest])
})

test('until it is published the one that was taken out comes back as it was', async () => {
  const { one, other, path } = await two({}, { provider: 'The house' })
  await publishNow()
  await merge(path)
  expect(await list()).toContain('Brought together, not published yet')
  const back = urls.officeSameBack(town, other)
  expect((await anna.post(back, {})).status).toBe(303)
  expect((await anna.post(back, {})).status).toBe(303)
  expect((await readDraftService(database.db, id, other))?.facts.provider).toBe('The house')
  await removeService(deps, actAs('anna'), id, other, 3)
  await publishNow()
  // Taken out without another in its place: its address leads nowhere.
  expect(await leadsTo(other)).toBeUndefined()
  expect(await readDraftService(database.db, id, one)).toBeDefined()
})

test('a service that is restored after publishing has its own address again', async () => {
  const { one, other, path } = await two()
  await publishNow()
  await merge(path)
  await publishNow()
  expect(await leadsTo(other)).toBe(one)
  const restore = urls.officeRestore(town, 1, { service: other })
  expect((await anna.post(restore, { seen: fieldValue(await (await anna.get(restore)).text(), 'seen') })).status).toBe(
    303,
  )
  await publishNow()
  expect(await leadsTo(other)).toBeUndefined()
})

test('taking numbers off the page at once makes the address lead on, too', async () => {
  const { one, other, path } = await two()
  await publishNow()
  await merge(path)
  await publishWithdrawals(deps, actAs('anna', 'checklist.publish-urgent'), id)
  expect(await leadsTo(other)).toBe(one)
})

test('"these are two" holds until a name, a number or a web address changes', async () => {
  const { one, path, other } = await two()
  const not = urls.officeNotSame(town, one, other)
  expect((await anna.post(not, await formAt(path))).status).toBe(303)
  expect(await list()).toContain('No two services look alike')
  await saveService(deps, actAs('anna'), id, one, facts({ provider: 'The house' }), 1)
  expect(await list()).toContain('No two services look alike')
  await saveService(deps, actAs('anna'), id, one, facts({ web: 'https://example.org' }), 2)
  expect(await list()).toContain('The same name')
})

test('a colleague who was faster is told: nothing is done, and what was chosen stays', async () => {
  const { one, other, path } = await two({ email: 'one@example.org' }, { email: 'two@example.org' })
  const early = await formAt(path)
  await saveService(deps, actAs('bert'), id, one, facts({ email: 'new@example.org' }), 1)
  const late = await anna.post(path, { ...early, stays: 'other', 'fact-email': 'one' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('new@example.org')
  expect(formOf(html)).toMatchObject({ stays: 'other', 'fact-email': 'one' })
  expect((await anna.post(urls.officeNotSame(town, one, other), early)).status).toBe(409)
  expect((await readDraft(database.db, id)).services).toHaveLength(2)
  expect((await bert.post(path, formOf(html) as Record<string, string>)).status).toBe(303)
  expect((await bert.post(path, formOf(html) as Record<string, string>)).status).toBe(303)
  expect((await readDraftService(database.db, id, other))?.facts.email).toBe('new@example.org')
})

test('nothing in a confidential place is compared or shown side by side', async () => {
  const { one, other, path } = await two({}, { place: { type: 'confidential' } })
  expect(await list()).toContain('No two services look alike')
  expect((await anna.get(path)).status).toBe(404)
  expect((await anna.post(path, { stays: 'one' })).status).toBe(404)
  expect((await anna.get(urls.officeSamePair(town, other, one))).status).toBe(404)
  const open = await two()
  await anna.post(urls.officeNotSame(town, open.one, open.other), await formAt(open.path))
  const rows = () => database.db.selectFrom('office.not_same').select('one').where('authority', '=', id).execute()
  expect(await rows()).toHaveLength(1)
  await saveService(deps, actAs('anna'), id, open.one, facts({ place: { type: 'confidential' } }), 1)
  expect(await rows()).toEqual([])
})

test("the town's own goes in favour of one that its region publishes for it", async () => {
  const theirs = newId()
  await saveService(deps, actAs('region'), region, theirs, facts({ serves: [region], name: text('Listening Ear') }), 0)
  await publish(deps, actAs('region', 'checklist.publish'), region)
  const own = await addService(deps, id)
  await publishNow()
  expect(await list()).toContain('published by Example Region')
  const path = urls.officeSamePair(town, own, theirs)
  const html = await (await anna.get(path)).text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Take ours out')
  expect((await anna.post(path, await formAt(path))).status).toBe(303)
  expect((await waitingMerges(database.db, id)).map(({ stays }) => stays)).toEqual([theirs])
  // The last service of a town's page may go: an answer is not needed for it here.
  await addService(deps, id, { name: text('Another') })
  await publishNow()
  expect(await leadsTo(own)).toBe(theirs)
})

test('what readers said and whoever confirms it go over to the one that stays', async () => {
  const { one, other, path } = await two()
  await publishNow()
  const at = new Date('2026-03-10T10:00:00Z')
  const due = '2026-03-12'
  const report = (service: string, reason: string) => ({
    ...{ id: newId(), authority: id, service, reason, forms: [newId()], first_at: at, last_at: at, due },
  })
  await database.db
    .insertInto('office.reader_report')
    .values([report(one, 'number'), report(other, 'number'), report(other, 'moved')])
    .execute()
  await database.db
    .insertInto('office.provider_contact')
    .values({
      ...{ service: other, authority: id, email: 'p@example.org', deputy_email: null, language: 'nl', changed_at: at },
      ...{ changed_by_person: null, email_refused_at: null, email_refusal: null },
      ...{ deputy_refused_at: null, deputy_refusal: null },
    })
    .execute()
  await merge(path)
  await publishNow()
  const reports = await database.db
    .selectFrom('office.reader_report')
    .select(['service', 'reason', 'forms'])
    .where('authority', '=', id)
    .orderBy('reason')
    .execute()
  expect(reports.map(({ service, reason, forms }) => [service, reason, forms.length])).toEqual([
    [one, 'moved', 1],
    [one, 'number', 2],
  ])
  const contacts = await database.db.selectFrom('office.provider_contact').select(['service', 'email']).execute()
  expect(contacts).toContainEqual({ service: one, email: 'p@example.org' })
  expect(contacts.map(({ service }) => service)).not.toContain(other)
})

test.each([false, true])(
  'postal lines go over to the one that stays, unless its place is confidential: %s',
  async (hidden) => {
    const { one, other, path } = await two()
    await publishNow()
    await database.db
      .insertInto('office.provider_contact')
      .values({
        ...{
          service: other,
          authority: id,
          email: null,
          postal: `Office ${other}`,
          deputy_email: null,
          language: 'nl',
        },
        ...{ changed_at: new Date('2026-03-10T10:00:00Z'), changed_by_person: null },
        ...{ email_refused_at: null, email_refusal: null, deputy_refused_at: null, deputy_refusal: null },
      })
      .execute()
    await merge(path)
    if (hidden) {
      const draft = await readDraftService(database.db, id, one)
      if (!draft) throw new Error('not drafted')
      const place = { type: 'confidential' } as const
      await saveService(deps, actAs('anna'), id, one, { ...draft.facts, place }, draft.revision)
    }
    expect(await publishNow()).toMatchObject({ outcome: 'published' })
    const contacts = await database.db
      .selectFrom('office.provider_contact')
      .select('service')
      .where('postal', '=', `Office ${other}`)
      .execute()
    expect(contacts).toEqual(hidden ? [] : [{ service: one }])
  },
)
