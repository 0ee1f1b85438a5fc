import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allTables } from '../../../tests/everywhere.ts'
import { signIn } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { retention } from '../../personal-data.ts'
import { newId } from '../../platform/ids.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { ensurePerson } from '../accounts/index.ts'
import { findBySlug } from '../authorities/index.ts'
import { createPrivacy } from './index.ts'
import { meetingPlants } from './test-meeting-plants.ts'
import { practicePlants } from './test-practice-plants.ts'
import { signingPlants } from './test-signing-plants.ts'
import { toolkitPlants } from './test-toolkit-plants.ts'

let app: TestApp
let ahead = Temporal.Duration.from({ hours: 0 })
const now = () => Temporal.Now.instant().add(ahead)
let [town, person, association, record] = ['', '', '', '']
beforeAll(async () => {
  app = await testApp({ clock: { now, milliseconds: () => now().epochMilliseconds } })
  const { db } = app.services.database
  town = (await findBySlug(db, 'NL', 'example-town'))?.authority?.id ?? ''
  person = (await signIn(app, 'Rita', [{ role: 'officer', scope: { kind: 'authority', id: town } }])).id
  association = (await db.selectFrom('published.association').select('id').executeTakeFirstOrThrow()).id
  record = `${(await db.selectFrom('audit.record').select('id').executeTakeFirstOrThrow()).id}`
})
afterAll(() => app.close())

const rules = retention.flatMap((one) => one.rules)
const run = async () => createPrivacy(app.services.privacy).handlers[0]?.run({})
const db = () => app.services.database.db

test('every table of every schema has a rule, or a reason why nothing in it is personal; none stands in both', async () => {
  const named = [
    ...rules.map(({ table }) => table),
    ...retention.flatMap((one) => one.nothingPersonal).map(({ table }) => table),
  ]
  expect(named.toSorted()).toEqual([...(await allTables(db())), 'files/outbox', 'files/kept'].toSorted())
  for (const { keeps, why, holds } of rules) expect([keeps, why, holds].filter((text) => text.length < 5)).toEqual([])
})

/** A row of each table whose time runs from `at`; `end` names which of several ends. Gives what counts it. */
const plants: Readonly<Record<string, readonly ((at: string, mark: string) => ReturnType<typeof sql>)[]>> = {
  'accounts.session': [
    (at, mark) =>
      sql`insert into accounts.session (id, person, token, expires_at) values (${mark}, ${person}, ${mark}, ${at})`,
  ],
  'accounts.verification': [
    (at, mark) =>
      sql`insert into accounts.verification (id, identifier, value, expires_at) values (${mark}, ${mark}, '{}', ${at})`,
  ],
  'accounts.invitation': [
    (at, mark) => sql`insert into accounts.invitation
      (id, email, role, authority, language, office, token_sha256, created_at, sent_at, expires_at, ended_at)
      values (${mark}, ${`${mark}@x.example`}, 'officer', ${town}, 'en', 'authority', ${mark}, ${at}, ${at}, 'infinity', ${at})`,
  ],
  'accounts.join_request': [
    (at, mark) => joinRequest(mark, at, null, null),
    (at, mark) => joinRequest(mark, at, at, at),
    (at, mark) => joinRequest(mark, at, at, null),
  ],
  'accounts.address_change': [
    (at, mark) => sql`
      with someone as (insert into accounts.person (id, name, email) values (${mark}, 'One', ${`${mark}@x.example`}) returning id)
      insert into accounts.address_change
        (person, new_email, old_token_sha256, new_token_sha256, cancel_token_sha256, session, asked_at, expires_at)
      select id, ${`new-${mark}@x.example`}, ${mark}, ${mark}, ${mark}, ${mark}::uuid, ${at}::timestamptz, ${at}::timestamptz from someone`,
  ],
  'intake.join_request': [
    (at, mark) => sql`insert into intake.join_request (id, authority, email, name, post, language, sent_at)
      values (${mark}, ${town}, ${`${mark}@x.example`}, 'One', 'Post', 'en', ${at})`,
  ],
  'intake.error_report': [
    (at, mark) => sql`insert into intake.error_report (id, service, reason, sent_at)
      values (${mark}, ${newId()}, 'other', ${at})`,
  ],
  'office.unmet_need': [
    (at, mark) => sql`insert into office.unmet_need (authority, kind, month, searches)
      values (${town}, ${mark}, ${at}, 7)`,
  ],
  'office.reader_report': [(at, mark) => readerReport(mark, at, at), (at, mark) => readerReport(mark, at, null)],
  'published.reader_answer': [
    (at, mark) => sql`insert into published.reader_answer (id, authority, service, reason, outcome, at)
      values (${mark}, ${town}, ${newId()}, 'other', 'right', ${at})`,
  ],
  'office.finding': [
    (at, mark) => sql`insert into office.finding
      (id, authority, thing, thing_id, fact, kind, rank, value, seen, first_seen, last_seen)
      values (${mark}, ${town}, 'service', ${newId()}, 'web', 'link-gone', 1, 'https://x.example', '404', ${at}, ${at})`,
  ],
  'office.website_look': [
    // A town has one at most.
    (at, mark) => sql`insert into office.website_look (authority, address, looked_at, findings)
      select id, ${`https://x.example/${mark}`}, ${at}, '[]' from published.authority
      where not exists (select from office.website_look where authority = id) limit 1`,
  ],
  'office.site_finding': [
    // A town has one at most.
    (at, mark) => sql`insert into office.site_finding (authority, found_address, kept_at)
      select id, ${`https://x.example/${mark}`}, ${at} from published.authority
      where not exists (select from office.site_finding where authority = id) limit 1`,
  ],
  'office.web_address': [
    (at, mark) => sql`insert into office.web_address (sha256, url, wanted_at)
      values (${mark}, ${`https://x.example/${mark}`}, ${at})`,
  ],
  'notifications.told': [
    (at, mark) => sql`insert into notifications.told (person, key, told_at) values (${person}, ${mark}, ${at})`,
  ],
  'notifications.kept': [
    (at, mark) => sql`insert into notifications.kept (person, kind, language, text, kept_at, digest_at)
      values (${person}, 'people', 'en', ${JSON.stringify({ subject: mark })}, ${at}, ${at})`,
  ],
  'office.change': [
    (at, mark) => sql`insert into office.change (record, authority, at, thing, thing_id, after)
      values (${record}, ${town}, ${at}, 'answer', ${mark}, '{}')`,
  ],
  'office.approval': [
    (
      at,
      mark,
    ) => sql`insert into office.approval (id, authority, state, asked_at, asked_by, note, due, decided_at, decided_by)
      values (${mark}, ${town}, 'approved', ${at}, ${person}, '', '2020-01-01', ${at}, ${person})`,
  ],
  'office.service_upload': [
    (at, mark) => sql`insert into office.service_upload (id, authority, uploaded_at, uploaded_by, name, format, content)
      values (${mark}, ${town}, ${at}, ${person}, 'list.csv', 'csv', '')`,
  ],
  'office.contact_change': [
    (
      at,
      mark,
    ) => sql`insert into office.contact_change (id, authority, service, version, name, before, after, changed_at, undo_until)
      values (${mark}, ${town}, ${mark}, 1, '{}', '{}', '{}', ${at}, ${at})`,
  ],
  'office.helpline_act': [
    (at, mark) => sql`insert into office.helpline_act (id, country, line, revision, at, action, office, person, after)
      values (${newId()}, 'NL', ${mark}, 1, ${at}, 'confirm', 'secretariat', ${person}, '{}')`,
  ],
  'office.provider_change': [
    (at, mark) => sql`
      with asked as (insert into office.confirmation_request
        (id, authority, service, language, facts_sha256, asked_at, expires_at, closed_at, outcome)
        values (${newId()}, ${town}, ${newId()}, 'en', '', now(), now(), now(), 'proposed') returning id, service)
      insert into office.provider_change (id, request, authority, service, sent_at, change)
      select ${mark}, id, ${town}, service, ${at}, '{}' from asked`,
  ],
  'office.service_check': [
    (at, mark) => sql`insert into office.service_check (id, authority, service, at, way)
      values (${mark}, ${town}, ${newId()}, ${at}, 'mail')`,
  ],
  'office.confirmation_request': [
    (at, mark) => sql`insert into office.confirmation_request
      (id, authority, service, language, facts_sha256, asked_at, expires_at, closed_at, outcome)
      values (${mark}, ${town}, ${newId()}, 'en', '', ${at}, ${at}, ${at}, 'confirmed')`,
  ],
  'office.member_list': [
    // One waits for each association.
    (at, mark) => sql`
      with free as (insert into published.association (id, country, slug, name, changed_at)
        values (${mark}, 'LI', ${mark}, 'Verband', ${at}) returning id)
      insert into office.member_list (id, association, act, brought_at, brought_by)
      select id, id, 'add', ${at}::timestamptz, ${person}::uuid from free`,
  ],
  'office.list_plan': [
    (at, mark) => sql`insert into office.list_plan (id, country, valid_from, demonstration, list_sha256, known, listed,
        unchanged, made_at, ended_at, outcome)
      values (${mark}, 'LI', '2020-01-01', true, '', 1, 1, 1, ${at}, ${at}, 'applied')`,
  ],
  'office.list_upload': [
    // One waits for each country.
    (at, mark) => sql`
      insert into office.list_upload (id, country, uploaded_at, uploaded_by, list_name, list_format, list_file,
        list_head)
      select ${mark}, free, ${at}, ${person}, 'list.csv', 'csv', ${mark}, '{}' from unnest(array['AD', 'LI', 'MC', 'SM']) free
      where not exists (select from office.list_upload where country = free) limit 1`,
  ],
  'office.list_piece': [
    (at, mark) => sql`insert into office.list_piece (file, number, content, kept_at) values (${mark}, 0, '', ${at})`,
  ],
  'office.coverage_month': [
    (at, mark) => sql`insert into office.coverage_month (association, month, counted_on, counts)
      values (${association}, ${at}, ${at}, ${JSON.stringify({ mark })})`,
  ],
  'office.silent_aside': [
    (at, mark) => sql`
      with one as (insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
        values (${mark}, 'municipality', 'LI', ${`aside-${mark}`}, 'One', 'Europe/Vaduz', '', now()) returning id)
      insert into office.silent_aside (association, authority, until) select ${association}, id, ${at}::timestamptz from one`,
  ],
  'office.question': [
    (at, mark) => sql`insert into office.question (id, authority, association, subject, asked_at, changed_at)
      values (${mark}, ${town}, ${association}, 'Hours', ${at}, ${at})`,
  ],
  'office.shared_piece': [
    (at, mark) => sql`insert into office.shared_piece
      (id, kind, title, parts, language, licence, work, folded, shared_at, changed_at, ended_at)
      values (${mark}, 'lesson', 'One', '{}', 'nl', 'cc0', ${mark}, '', ${at}, ${at}, ${at})`,
  ],
  ...signingPlants(() => ({ town, association })),
  ...meetingPlants(() => ({ town })),
  ...practicePlants(() => ({ town })),
  ...toolkitPlants,
  'office.area_list': [
    // As for members.
    (at, mark) => sql`
      with free as (insert into published.association (id, country, slug, name, changed_at)
        values (${mark}, 'LI', ${mark}, 'Verband', ${at}) returning id)
      insert into office.area_list (id, association, act, rows, brought_at, brought_by)
      select id, id, 'add', '[]', ${at}::timestamptz, ${person}::uuid from free`,
  ],
  'office.support': [
    (at, mark) => sql`insert into office.support (id, authority, association, asked_at, ended_at)
      values (${mark}, ${town}, ${association}, ${at}, ${at})`,
  ],
  'office.town_contact': [
    // A town has one at most.
    (at, mark) => sql`insert into office.town_contact (association, authority, office, email, changed_at)
      select ${association}, id, '', ${`${mark}@x.example`}, ${at} from published.authority
      where not exists (select from office.town_contact where authority = id) limit 1`,
  ],
  'office.contact_upload': [
    (at, mark) => sql`insert into office.contact_upload (id, association, uploaded_at, uploaded_by, content)
      values (${mark}, ${association}, ${at}, ${person}, '{}')`,
  ],
  'office.reply_address': [
    (at, mark) => sql`insert into office.reply_address (id, association, email, token_sha256, asked_at)
      values (${mark}, ${association}, ${`${mark}@x.example`}, ${mark}, ${at})`,
  ],
  'office.campaign': [(at, mark) => campaign(mark, 'stopped', at), (at, mark) => campaign(mark, 'draft', at)],
  'jobs.job': [
    (at, mark) => sql`insert into jobs.job (id, name, data, state, created_on, completed_on)
      values (${mark}, 'mail.send', '{}', 'completed', ${at}, ${at})`,
    (at, mark) => sql`insert into jobs.job (id, name, data, created_on) values (${mark}, 'mail.send', '{}', ${at})`,
  ],
}

function joinRequest(mark: string, sent: string, confirmed: string | null, decided: string | null) {
  return sql`insert into accounts.join_request
    (id, authority, email, name, post, language, sent_at, token_sha256, mailed_at, confirmed_at, decided_at)
    values (${mark}, ${town}, ${`${mark}@x.example`}, 'One', 'Post', 'en', ${sent}, ${mark}, ${sent}, ${confirmed}, ${decided})`
}

function campaign(mark: string, state: 'draft' | 'stopped', at: string) {
  return sql`insert into office.campaign
    (id, association, name, state, segment, first_language, created_at, changed_at, ended_at)
    values (${mark}, ${association}, 'Letter', ${state}, '{}', 'nl', ${at}, ${at}, ${state === 'stopped' ? at : null})`
}

function readerReport(mark: string, first: string, decided: string | null) {
  return sql`insert into office.reader_report
    (id, authority, service, reason, forms, first_at, last_at, due, decided_at, outcome)
    values (${mark}, ${town}, ${newId()}, 'other', ${[newId()]}::uuid[], ${first}, ${first}, '2020-01-01', ${decided},
      ${decided && 'right'})`
}

async function stands(table: string, mark: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} t where position(${mark} in t::text) > 0`.execute(db())
  return rows.length > 0
}

describe('the nightly job', () => {
  const timed = rules.filter(({ ends }) => ends.length > 0)

  test('has an example of each end of each rule', () => {
    expect(Object.fromEntries(Object.entries(plants).map(([table, list]) => [table, list.length]))).toEqual(
      Object.fromEntries(timed.map(({ table, ends }) => [table, ends.length])),
    )
  })

  test.each(timed.flatMap(({ table, ends }) => ends.map((end, index) => ({ table, index, ...end }))))(
    '$table: what is $days days past ($since) goes, what is younger stays',
    async ({ table, index, days }) => {
      const plant = plants[table]?.[index]
      const [old, young] = [newId(), newId()]
      const ago = (hours: number) => now().subtract({ hours }).toString()
      await plant?.(ago(24 * days + 1), old).execute(db())
      await plant?.(ago(24 * days - 1), young).execute(db())
      expect([await stands(table, old), await stands(table, young)]).toEqual([true, true])
      await run()
      expect([await stands(table, old), await stands(table, young)]).toEqual([false, true])
    },
  )

  test('mails of a development server go after 30 days', async () => {
    const outbox = createOutbox(outboxFolder(app.services.config.dataDir))
    const mail = (days: number) => ({
      to: 'somebody@x.example',
      from: 'us@x.example',
      subject: `${days}`,
      text: 'x',
      messageId: `<${days}@x.example>`,
      writtenAt: now()
        .subtract({ hours: 24 * days })
        .toString(),
    })
    for (const days of [29, 31]) await outbox.add(mail(days))
    await run()
    expect((await outbox.list()).map(({ subject }) => subject)).toEqual(['29'])
  })
})

describe('an account without a role', () => {
  const year = 366 * 24
  async function forgotten(name: string): Promise<string> {
    const { id } = await ensurePerson(db(), { email: `${name}@long-ago.example`, name, language: 'en' })
    await db()
      .updateTable('accounts.person')
      .set({ created_at: new Date(Date.now() - 2 * year * 3_600_000) })
      .where('id', '=', id)
      .execute()
    return id
  }
  const exists = async (id: string) =>
    (await db().selectFrom('accounts.person').select('id').where('id', '=', id).execute()).length > 0

  test('that nobody uses for a year is announced, and ends 30 days later; whoever comes back or works here stays', async () => {
    const [gone, back, works] = [await forgotten('gone'), await forgotten('back'), await forgotten('works')]
    await db()
      .insertInto('accounts.role')
      .values({
        person: works,
        role: 'officer',
        authority: town,
        association: null,
        meeting: null,
        granted_at: new Date(),
        granted_by: 'test',
      })
      .execute()
    await run()
    await run()
    const { rows } = await sql<{ to: string }>`
      select data->>'to' as to from jobs.job where data->>'subject' like '%your account ends on%' order by 1`.execute(
      db(),
    )
    expect(rows.map(({ to }) => to)).toEqual(['back@long-ago.example', 'gone@long-ago.example'])
    ahead = Temporal.Duration.from({ hours: 24 * 29 })
    await run()
    expect([await exists(gone), await exists(back), await exists(works)]).toEqual([true, true, true])
    await app.signIn('back@long-ago.example')
    ahead = Temporal.Duration.from({ hours: 24 * 31 })
    await run()
    expect([await exists(gone), await exists(back), await exists(works)]).toEqual([false, true, true])
    ahead = Temporal.Duration.from({ hours: 0 })
  })
})
