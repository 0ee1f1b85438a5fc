/** Whom a letter goes to and when, what it looks like before, what came of it, and whose it is. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formTo } from '../../../tests/page-form.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { ensureAssociation } from '../associations/index.ts'
import { keepStandings, publish, saveService, serviceFacts } from '../checklist/index.ts'
import { segmentSchema } from './schema.ts'
import { campaignListener } from './send/outcome.ts'
import { runCampaigns } from './send/run-campaigns.ts'
import { targetsOf } from './target-store.ts'
import { addMembers, scheduledCampaign } from './test-campaigns.ts'

let app: PeopleApp
let coordinator: Awaited<ReturnType<PeopleApp['signIn']>>
let union = ''
let towns: readonly string[] = []
const countOf = 6
beforeAll(async () => {
  app = await openPeopleApp()
  union = app.associationScope.kind === 'association' ? app.associationScope.id : ''
  await app.give('cora@union.example', 'coordinator', app.associationScope)
  coordinator = await app.signIn('cora@union.example')
  towns = await addMembers(app.db, union, countOf)
})
afterAll(() => app.close())

const part = (id: string, which: Parameters<typeof urls.campaignPart>[2]) => urls.campaignPart(association, id, which)
const run = () => runCampaigns(app.services.campaigns)

async function read(path: string): Promise<string> {
  const answer = await coordinator.get(path)
  const html = await answer.text()
  expect([path, answer.status, ...htmlFaults(html)]).toEqual([path, 200])
  return html
}

/** As mail servers take it; those of these towns alone. */
async function taken(authorities: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; to: string }>`
    select data->'refusalTo'->>'id' as id, data->>'to' as to from jobs.job
      join office.campaign_recipient recipient on recipient.id::text = data->'refusalTo'->>'id'
    where job.name = 'mail.send-one-of-many' and recipient.authority = any(${[...authorities]}::uuid[])`.execute(app.db)
  const listener = campaignListener(app.services.campaigns)
  for (const mail of rows) {
    if (await listener.wanted(mail)) await listener.heard({ of: 'taken', ...mail, answer: '' })
  }
}

/** Sessions begin by the clock of the machine: what is dangerous asks who it is again otherwise. */
async function stillSignedIn(): Promise<void> {
  const moment = new Date(app.services.clock.milliseconds())
  await app.db.updateTable('accounts.session').set({ authenticated_at: moment }).execute()
}

test('a letter for a later day waits, and goes on that day', async () => {
  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  await sql`update office.campaign set state = 'draft', start_at = null where id = ${id}`.execute(app.db)
  const today = app.services.clock.now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate()
  const { day, month, year } = today.add({ days: 3 })
  const path = part(id, 'when')
  const form = formTo(await read(path), path)
  const given = { 'start-day': `${day}`, 'start-month': `${month}`, 'start-year': `${year}` }
  const sent = await coordinator.post(path, { revision: `${form['revision']}`, when: 'day', ...given, reminder: '' })
  expect(sent.status).toBe(303)
  expect(await run()).toMatchObject({ started: 0, sent: 0 })
  app.wait({ hours: 24 })
  expect(await run()).toMatchObject({ started: 0, sent: 0 })
  app.wait({ hours: 72 })
  expect(await run()).toMatchObject({ started: 1, sent: countOf })
  await stillSignedIn()
})

test('who never answered has had a letter and still has nobody at work; whose letter did not go out yet is not asked', async () => {
  const [silent, begun, waiting, another] = towns
  await taken([silent ?? '', begun ?? ''])
  await app.give('first@begun.example', 'approver', { kind: 'authority', id: begun ?? '' })
  // A letter of another association says nothing about ours.
  const [other, theirs] = [newId(), newId()]
  const facts = { country: 'NL', slug: 'other-union', name: 'Other', names: {}, web: null, demonstration: true }
  await ensureAssociation(app.db, { id: other, ...facts, source: 'test' }, [another ?? ''], app.services.clock.now())
  await sql`insert into office.campaign (id, association, name, state, segment, first_language, created_at, changed_at)
    values (${theirs}, ${other}, 'Theirs', 'finished', '{}', 'nl', now(), now())`.execute(app.db)
  await sql`insert into office.campaign_recipient
      (id, campaign, authority, way, language, step_before, marks_before, state, handed_at)
    values (${newId()}, ${theirs}, ${another}, 'mail', 'nl', 'silent', '{}', 'handed', now())`.execute(app.db)

  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  await sql`update office.campaign set state = 'draft', segment = '{}' where id = ${id}`.execute(app.db)
  const whom = part(id, 'whom')
  const form = formTo(await read(whom), whom)
  expect((await coordinator.post(whom, { revision: `${form['revision']}`, unanswered: 'yes' })).status).toBe(303)
  const { segment } = await app.db
    .selectFrom('office.campaign')
    .select('segment')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const chosen = await targetsOf(app.db, union, segmentSchema.parse(segment))
  expect(chosen.map(({ authority }) => authority)).toEqual([silent])
  expect(chosen.map(({ authority }) => authority)).not.toContain(waiting)
  // The page of a campaign of somebody else is none of ours, whatever is asked of it.
  expect((await coordinator.get(urls.campaign(association, id))).status).toBe(200)
  for (const path of [
    urls.campaign(association, theirs),
    ...(['whom', 'letter', 'when', 'preview', 'printed'] as const).map((which) => part(theirs, which)),
  ])
    expect([path, (await coordinator.get(path)).status]).toEqual([path, 404])
  for (const [path, fields] of [
    [part(theirs, 'whom'), { revision: '0' }],
    [part(theirs, 'act'), { do: 'stop' }],
    [part(theirs, 'printed'), { sender: 'Union\nSquare 2', part: '1' }],
  ] as const)
    expect([path, (await coordinator.post(path, fields)).status]).toEqual([path, 404])
})

test('the letter is shown as three members of different kinds get it, not as the first three', async () => {
  const [, , , onPaper, known] = towns
  await sql`update office.town_contact set email = null, postal = E'Desk\nMarket 1\n1234 AB Town'
    where authority = ${onPaper}`.execute(app.db)
  await sql`update office.town_contact set office = 'Youth services' where authority = ${known}`.execute(app.db)
  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  await sql`update office.campaign set state = 'draft' where id = ${id}`.execute(app.db)
  const html = await read(part(id, 'preview'))
  const shown = [...html.matchAll(/<h2 class="govuk-heading-m">\s*<bdi>(Example Member \d)<\/bdi>/g)].map(
    ([, town]) => town,
  )
  expect(shown).toEqual(['Example Member 0', 'Example Member 3', 'Example Member 4'])
  expect(html).toContain('Beste Youth services,')
  expect(html).toMatch(/Doe mee, Example Member 3/)
})

test('what came of a letter is counted from what towns did after it: joined, published, signed; who did nothing was reminded', async () => {
  const [quiet, , joins, , publishes, signs] = towns
  await sql`update office.town_contact set postal = null, email = 'post-' || substr(authority::text, 1, 8) || '@town.example'
    where association = ${union}::uuid`.execute(app.db)
  const id = await scheduledCampaign(app.db, union, app.services.clock.now())
  await sql`update office.campaign set reminder_days = 14 where id = ${id}`.execute(app.db)
  app.wait({ minutes: 5 })
  await run()
  await taken(towns)
  const zero = { joined: 0, published: 0, signed: 0, reminded: 0 }
  const results = async () => {
    await stillSignedIn()
    const html = await read(urls.campaign(association, id))
    const row = (words: string) =>
      Number(new RegExp(`<t[hd][^>]*>\\s*${words}[^<]*</t[hd]>\\s*<td[^>]*>\\s*(\\d+)`).exec(html)?.[1] ?? Number.NaN)
    return {
      joined: row('Joined: somebody works there now'),
      published: row('Published their first page'),
      signed: row('Have signed the Pact since'),
      reminded: row('Were reminded'),
    }
  }
  expect(await results()).toEqual(zero)
  app.wait({ hours: 24 })
  const now = app.services.clock.now()
  const [at, person] = [new Date(now.epochMilliseconds), await app.give('anna@joins.example', 'officer', app.townScope)]
  await sql`insert into accounts.role (person, role, authority, granted_at, granted_by)
    values (${person}, 'approver', ${joins}, ${at}, 'test')`.execute(app.db)
  const { checklist } = app.services
  const act = actOf('test', 'checklist.publish', now)
  const facts = serviceFacts.parse({
    kinds: ['child-helpline'],
    name: { nl: { text: 'Luisterlijn', origin: 'person' } },
  })
  expect(await saveService(checklist, act, publishes ?? '', newId(), facts, 0)).toMatchObject({ outcome: 'saved' })
  expect(await publish(checklist, act, publishes ?? '')).toMatchObject({ outcome: 'published' })
  await keepStandings(checklist)
  await sql`insert into published.signatory (id, number, kind, country, authority, name, status, status_since, signed_on,
      text_version, text_language, changed_at)
    values (${newId()}, (select coalesce(max(number), 0) + 1 from published.signatory), 'municipality', 'NL', ${signs}, 'Town',
      'signed', '2026-01-01', '2026-01-01', '1', 'nl', now())`.execute(app.db)
  expect(await results()).toEqual({ ...zero, joined: 1, published: 1, signed: 1 })
  app.wait({ hours: 24 * 15 })
  await run()
  await taken([quiet ?? ''])
  expect(await results()).toEqual({ joined: 1, published: 1, signed: 1, reminded: 1 })
})
