/** What towns do and say after a letter counts: who has worked is not reminded, who wants no letters gets none. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputValue } from '../../../tests/sign-in.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { findBySlug, mergeInto } from '../authorities/index.ts'
import { keepStandings, publish, saveService, serviceFacts } from '../checklist/index.ts'
import { readResults } from './result-store.ts'
import { campaignListener } from './send/outcome.ts'
import { runCampaigns } from './send/run-campaigns.ts'
import { addMembers, scheduledCampaign } from './test-campaigns.ts'

let app: PeopleApp
let coordinator: Awaited<ReturnType<PeopleApp['signIn']>>
let union = ''
let quiet = ''
let [worked, published, still, silent]: readonly string[] = []
beforeAll(async () => {
  app = await openPeopleApp()
  union = app.associationScope.kind === 'association' ? app.associationScope.id : ''
  await app.give('cora@union.example', 'coordinator', app.associationScope)
  coordinator = await app.signIn('cora@union.example')
  ;[worked, published, still, silent] = await addMembers(app.db, union, 4)
  quiet = (await findBySlug(app.db, 'NL', 'example-quiet-town'))?.authority?.id ?? ''
})
afterAll(() => app.close())

async function read(path: string): Promise<string> {
  const answer = await coordinator.get(path)
  const html = await answer.text()
  expect([path, answer.status, ...htmlFaults(html)]).toEqual([path, 200])
  return html
}
const post = async (path: string, fields: Record<string, string>) =>
  expect((await coordinator.post(path, fields)).status).toBe(303)

/** A campaign that runs, all of whose mails were taken. */
async function campaign(): Promise<string> {
  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  // The pace of mails is by the minute.
  app.wait({ minutes: 5 })
  await sql`update office.campaign set reminder_days = 14, segment = '{}' where id = ${id}`.execute(app.db)
  await runCampaigns(app.services.campaigns)
  const { rows } = await sql<{ id: string; to: string }>`
    select data->'refusalTo'->>'id' as id, data->>'to' as to from jobs.job where name = 'mail.send-one-of-many'`.execute(
    app.db,
  )
  const listener = campaignListener(app.services.campaigns)
  for (const mail of rows) {
    if (await listener.wanted(mail)) await listener.heard({ of: 'taken', ...mail, answer: '' })
  }
  return id
}

async function stateIn(id: string, authority = '') {
  const row = app.db.selectFrom('office.campaign_recipient').select(['state', 'round']).where('campaign', '=', id)
  return row.where('authority', '=', authority).executeTakeFirstOrThrow()
}

test('who writes or publishes after a letter has done something, whatever step it is on: it is not reminded, and counts', async () => {
  const { checklist } = app.services
  const act = actOf('test', 'checklist.save-service', app.services.clock.now())
  const answer = async (town = '', kind = 'child-helpline') => {
    const facts = serviceFacts.parse({ kinds: [kind], name: { nl: { text: kind, origin: 'person' } } })
    expect(await saveService(checklist, act, town, newId(), facts, 0)).toMatchObject({ outcome: 'saved' })
  }
  await answer(published)
  expect(await publish(checklist, act, published ?? '')).toMatchObject({ outcome: 'published' })
  await answer(still)
  await keepStandings(checklist)
  const id = await campaign()
  await answer(worked)
  await answer(published, 'safe-sport')
  expect(await publish(checklist, act, published ?? '')).toMatchObject({ outcome: 'published' })
  await keepStandings(checklist)
  app.wait({ hours: 24 * 15 })
  await runCampaigns(app.services.campaigns)
  const rounds = await Promise.all(
    [worked, published, still, silent].map(async (town) => (await stateIn(id, town)).round),
  )
  expect(rounds).toEqual([1, 1, 2, 2])
  expect(await readResults(app.db, union, id)).toMatchObject({ improved: 1 })
  const moment = new Date(app.services.clock.milliseconds())
  await app.db.updateTable('accounts.session').set({ authenticated_at: moment }).execute()
})

test('a town at work without a contact gets the letter at the address of who approves there, unless they want none', async () => {
  const { rows } = await sql<{
    id: string
  }>`select id from published.authority where slug = 'example-quiet-town'`.execute(app.db)
  const town = rows[0]?.id ?? ''
  await app.give('first@quiet.example', 'approver', { kind: 'authority', id: town })
  const mailed = async () =>
    (
      await sql`select from jobs.job where name = 'mail.send-one-of-many'
    and data->>'to' = 'first@quiet.example'`.execute(app.db)
    ).rows.length
  expect(await stateIn(await campaign(), town)).toMatchObject({ state: 'handed' })
  expect(await mailed()).toBe(1)
  // The coordinator is not told the address.
  expect(await read(urls.townContacts(association))).not.toContain('first@quiet.example')
  await sql`insert into notifications.choice (person, kind, timing, changed_at)
    select id, 'questions', 'never', now() from accounts.person where email = 'first@quiet.example'`.execute(app.db)
  expect(await stateIn(await campaign(), town)).toMatchObject({ state: 'no-address' })
  expect(await mailed()).toBe(1)
})

test('a no on paper is noted, holds when the list is brought again, by mail and in print, until the office asks anew', async () => {
  const contact = urls.townContact(association, quiet)
  const revision = async () => inputValue(await read(contact), 'revision')
  await post(contact, { do: 'no-letters' })
  expect(await read(contact)).toContain('has told you that it wants no letters')
  expect(await read(urls.townContacts(association))).toContain('has told you that it wants no letters')
  const list = urls.contactList(association)
  const id = inputValue(await read(list), 'id')
  const pasted = 'town\temail\taddress\nExample Quiet Town\tnew@quiet-town.example\tDesk|Market 1|Town'
  const brought = await coordinator.post(list, { id, pasted })
  await post(brought.headers.get('location') ?? '', {})
  expect(await read(contact)).toContain('new@quiet-town.example')
  const first = await campaign()
  expect(await stateIn(first, quiet)).toMatchObject({ state: 'opted-out' })
  expect(await stateIn(first, still)).toMatchObject({ state: 'handed' })

  await post(contact, { do: 'letters' })
  await post(contact, { revision: await revision(), office: '', email: '', postal: 'Desk\nMarket 1' })
  const second = await campaign()
  const printed = urls.campaignPart(association, second, 'printed')
  expect(await read(printed)).toContain('1 letter,')
  await post(contact, { do: 'no-letters' })
  expect(await stateIn(second, quiet)).toMatchObject({ state: 'opted-out' })
  expect(await read(printed)).not.toContain('1 letter,')
})

test('the page of a letter knows of a page that was published a moment ago', async () => {
  const { checklist } = app.services
  const id = await campaign()
  const told = async () => {
    const html = await read(urls.campaign(association, id))
    return /Published their first page.*?<\/t[dh]>.*?<td[^>]*>(.*?)<\/td>/s.exec(html)?.[1]
  }
  expect(await told()).toBe('0')
  const act = actOf('test', 'checklist.save-service', app.services.clock.now())
  const facts = serviceFacts.parse({ kinds: ['child-helpline'], name: { nl: { text: 'Oor', origin: 'person' } } })
  expect(await saveService(checklist, act, silent ?? '', newId(), facts, 0)).toMatchObject({ outcome: 'saved' })
  expect(await publish(checklist, act, silent ?? '')).toMatchObject({ outcome: 'published' })
  expect(await told()).toBe('1')
})

test('a town that became part of another gets no letter that waits, is on its way or is to be printed, and is said to be no more', async () => {
  const [into = '', waits = '', goes = '', paper = ''] = await addMembers(app.db, union, 4, 4, 'Merged')
  await sql`update office.town_contact set email = null, postal = E'Desk\nMarket 1' where authority = ${paper}`.execute(
    app.db,
  )
  const merge = (from: string) =>
    app.db.transaction().execute(async (tx) => {
      const on = app.services.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
      await mergeInto(tx, from, into, { on, at: app.services.clock.now() })
      const act = actOf('test', 'mergers.apply', app.services.clock.now())
      await app.services.mergers.moveDuties(tx, act, { from, into, on })
    })
  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  app.wait({ minutes: 5 })
  await runCampaigns(app.services.campaigns)
  // As if the pace had left it for the next minute.
  await sql`update office.campaign_recipient set state = 'waiting' where campaign = ${id} and authority = ${waits}`.execute(
    app.db,
  )
  const { id: mail } = await app.db
    .selectFrom('office.campaign_recipient')
    .select('id')
    .where('campaign', '=', id)
    .where('authority', '=', goes)
    .executeTakeFirstOrThrow()
  const states = () => Promise.all([waits, goes, paper].map(async (town) => (await stateIn(id, town)).state))
  expect(await states()).toEqual(['waiting', 'queued', 'letter'])
  for (const town of [waits, goes, paper]) await merge(town)
  expect(await campaignListener(app.services.campaigns).wanted({ id: mail, to: 'office-2@town-2.example' })).toBe(false)
  expect(await states()).toEqual(['gone', 'gone', 'gone'])
  expect(await read(urls.campaign(association, id))).toContain('The town is no more')
})
