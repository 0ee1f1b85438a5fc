/**
 * Somebody whom a town has named asks to be taken out. Looked for wherever this software shows, hands out or keeps what a
 * town says: every address that somebody can ask for, what the search answers, every row of every table, every file.
 */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approver, town } from '../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../app/areas/authorities/index.ts'
import {
  listVersions,
  publish,
  readDraft,
  readDraftService,
  readVersion,
  saveAnswer,
  saveIntroduction,
  saveService,
  serviceFacts,
} from '../app/areas/checklist/index.ts'
import { sha256Of } from '../app/areas/checklist/snapshot-store.ts'
import { partsOf } from '../app/compose.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { newId } from '../app/platform/ids.ts'
import { enqueueMail } from '../app/platform/mail/mail.ts'
import { htmlFaults } from '../app/ui/components/example-checks.ts'
import { urls } from '../app/urls.ts'
import { filledRoute } from './authorization/filled-route.ts'
import { eventually } from './eventually.ts'
import { columnsWith, filesWith } from './everywhere.ts'
import { sentBy } from './page-form.ts'
import { saidIn } from './said-in.ts'
import { type TestApp, testApp } from './test-app.ts'

let app: TestApp
let authority: string
let cookie: string
const kind = 'crisis-counselling'
const act = actOf('command', 'checklist.save-service', Temporal.Instant.from('2026-03-03T10:00:00Z'))

beforeAll(async () => {
  app = await testApp()
  authority = (await findBySlug(app.services.database.db, 'NL', town.slug))?.authority?.id ?? ''
  cookie = await app.signIn(approver)
})
afterAll(() => app.close())

const db = () => app.services.database.db
const said = (text: string, language = 'en') => ({ [language]: { text, origin: 'person' as const } })
const published = async () =>
  expect(await publish(app.services.checklist, act, authority)).toMatchObject({ outcome: 'published' })

interface Named {
  readonly first: string
  readonly last: string
  readonly digits: string
}
const token = fc.stringMatching(/^q[bcdfghjkmnpqrstvwxz]{9}$/)
const named = fc.record<Named>({
  first: token,
  last: token,
  digits: fc.integer({ min: 1_000_000, max: 9_999_999 }).map((one) => `20${one}`),
})

/** A town names somebody in every way it can, in two versions and in what it keeps around them. */
async function nameEverywhere({ first, last, digits }: Named): Promise<string> {
  const [mail, id] = [`${first}.${last}@x.example`, newId()]
  const name = `${first.toUpperCase()} ${[...last].join('\u0301')}`
  const facts = (words: string) =>
    serviceFacts.parse({
      kinds: [kind],
      name: said(`House ${words}`),
      whatHappens: { ...said(`Ask for ${words}.`), ...said(`Vraag naar ${words}`, 'nl') },
      provider: `Team ${words}`,
      phones: [{ number: `+31 ${digits}`, label: said(words) }, { number: '0800 0432' }],
      email: mail,
      web: `https://x.example/${first}-${last}`,
      alert: { text: said(`${words} is away`), until: null },
      checked: { on: '2026-03-03', by: 'office' },
    })
  const draft = await readDraft(db(), authority)
  const answer = { kind: 'child-helpline', status: 'partly', plannedFor: null } as const
  const before = draft.answers.find((one) => one.answer.kind === answer.kind)?.revision ?? 0
  await saveAnswer(app.services.checklist, act, authority, { ...answer, note: said(`${mail} or 0${digits}`) }, before)
  await saveIntroduction(
    app.services.checklist,
    act,
    authority,
    { ...said(`By ${first} ${last}`, 'nl'), ...said('Welcome') },
    draft.introductionRevision,
  )
  await saveService(app.services.checklist, act, authority, id, facts(name), 0)
  await published()
  const other = { ...facts(`${last}, ${first}`), email: `info@x.example` }
  await saveService(app.services.checklist, act, authority, id, other, 1)
  await published()
  await keepAround({ service: id, mail, name, digits })
  return id
}

/** The town is about to sign; its officer has named whoever will. @returns the application. */
async function applicationNaming(person: string): Promise<string> {
  const answers = JSON.stringify({ office: { revision: 1, office: 'Mayor', person } })
  const open = sql`authority = ${authority}::uuid and status <> 'signed'`
  const { rows } = await sql<{ id: string }>`
    update office.pact_application set answers = ${answers} where ${open} returning id`.execute(db())
  const id = rows[0]?.id ?? newId()
  if (!rows[0]) {
    await sql`insert into office.pact_application (id, kind, country, authority, case_id, status, answers, begun_at, changed_at)
      values (${id}, 'municipality', 'NL', ${authority}, ${id}, 'draft', ${answers}, now(), now())`.execute(db())
  }
  return id
}

/** What others write and machines find. */
async function keepAround(given: { service: string; mail: string; name: string; digits: string }): Promise<void> {
  const { service, mail, name, digits } = given
  const [standard, request, question, feed] = [newId(), newId(), newId(), newId()]
  const signing = await applicationNaming(name)
  const someone = sql`(select id from accounts.person where email = ${approver})`
  const words = JSON.stringify({ whatHappens: said(name) })
  for (const insert of [
    sql`insert into office.approval (id, authority, state, asked_at, asked_by, note, due, decided_at, decided_by)
      values (${newId()}, ${authority}, 'withdrawn', now(), ${someone}, ${`Is ${name} right?`}, now(), now(), ${someone})`,
    sql`insert into office.provider_contact (service, authority, email, deputy_email, language, changed_at)
      values (${service}, ${authority}, ${mail}, 'info@x.example', 'en', now())`,
    sql`insert into office.confirmation_request (id, authority, service, language, facts_sha256, asked_at, expires_at)
      values (${request}, ${authority}, ${service}, 'en', 'hash', now(), now())`,
    sql`insert into office.provider_change (id, request, authority, service, sent_at, change)
      values (${newId()}, ${request}, ${authority}, ${service}, now(),
        ${JSON.stringify({ phones: [`+31 ${digits}`], email: mail, other: `Ask ${name}` })})`,
    sql`insert into office.letter_sender (authority, lines, changed_at) values (${authority}, ${`c/o ${name}`}, now())
      on conflict (authority) do update set lines = excluded.lines`,
    sql`insert into published.standard_text (id, owner_type, owner, kind, version, words, published_at)
      values (${standard}, 'authority', ${authority}, ${standard}, 1, ${words}, now())`,
    sql`insert into published.standard_version (standard, version, words, published_at)
      values (${standard}, 1, ${words}, now())`,
    sql`insert into office.standard_draft (id, owner_type, owner, kind, language, words, revision, changed_at)
      values (${standard}, 'authority', ${authority}, ${standard}, 'en', ${words}, 1, now())`,
    sql`insert into office.question (id, authority, association, subject, asked_at, changed_at)
      select ${question}, ${authority}, id, ${name}, now(), now() from published.association limit 1`,
    sql`insert into office.question_message (id, question, side, at, text)
      values (${newId()}, ${question}, 'town', now(), ${`May ${name} answer?`})`,
    sql`insert into office.service_feed (id, authority, source, url, language, default_kind, every, hour, conflict,
        set_up_by, set_up_at, next_at)
      values (${feed}, ${authority}, ${`List of ${name}`}, 'https://x.example/', 'en', '', 'day', 3, 'own', ${someone},
        now(), now() + interval '1 year')`,
    sql`insert into office.service_upload (id, authority, uploaded_at, uploaded_by, name, format, content)
      values (${newId()}, ${authority}, now(), ${someone}, ${`${mail}.csv`}, 'csv', '')`,
    sql`insert into office.finding (id, authority, thing, thing_id, fact, kind, rank, value, seen, first_seen, last_seen)
      values (${newId()}, ${authority}, 'service', ${service}, 'email', 'number-invalid', 1, ${mail}, '', now(), now())`,
    sql`insert into office.web_address (sha256, url, wanted_at)
      select encode(sha256(convert_to(facts->>'web', 'UTF8')), 'hex'), facts->>'web', now()
      from published.service where id = ${service}`,
    sql`insert into office.website_look (authority, address, looked_at, findings)
      values (${authority}, ${`https://x.example/?by=${mail}`}, now(), '{}')
      on conflict (authority) do update set address = excluded.address`,
    sql`insert into office.site_finding (authority, sentence, kept_at) values (${authority}, ${name}, now())
      on conflict (authority) do update set sentence = excluded.sentence`,
    sql`insert into office.pact_contact (application, name, email, phone, revision, changed_at)
      values (${signing}, ${name}, ${mail}, ${`0${digits}`}, 1, now())
      on conflict (application) do update set name = excluded.name, email = excluded.email, phone = excluded.phone`,
    sql`delete from office.pact_document where application = ${signing}`,
    sql`insert into office.pact_document (id, application, name, content, sha256, pages, scanned, uploaded_at)
      values (${newId()}, ${signing}, ${`${name}.pdf`.slice(0, 120)}, '', ${'0'.repeat(64)}, 1, false, now())`,
    sql`insert into office.pact_event (application, at, step, words) values (${signing}, now(), 'returned', ${`Is it ${name}?`})`,
    sql`insert into notifications.kept (person, kind, language, text, kept_at, digest_at)
      values (${someone}, 'test', 'en', ${JSON.stringify({ paragraphs: [name] })}, now(), now() + interval '1 year')`,
  ]) {
    await insert.execute(db())
  }
  const mailOf = (to: string) => ({ to, subject: `About ${name}`, text: mail, html: `<p>${name}</p>`, replyTo: mail })
  await db()
    .transaction()
    .execute(async (tx) => {
      await enqueueMail(tx, app.services.jobs, app.baseUrl, mailOf(approver))
      await enqueueMail(tx, app.services.jobs, app.baseUrl, mailOf(mail))
    })
}

async function asked(path: string, init: RequestInit = {}): Promise<string> {
  const answer = await app.request(path, init)
  return [...[...answer.headers].map(([name, value]) => `${name}: ${value}`), await saidIn(answer)].join('\n')
}

/** Every address that shows one of the marks. */
async function telling(marks: readonly string[], service: string): Promise<string[]> {
  const { routes } = await partsOf(app.services)
  const given = { cc: 'nl', slug: town.slug, kind, lang: 'nl', version: '1', id: service }
  const paths = new Map(
    routes
      .filter(({ method }) => method === 'GET')
      .map(({ path, permission }) => [filledRoute(path, given), permission === 'public'] as const),
  )
  const tells = (text: string) => {
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
    return marks.some((mark) => plain.includes(mark))
  }
  const found: string[] = []
  for (const [path, open] of paths) if (tells(await asked(path, open ? {} : { headers: { cookie } }))) found.push(path)
  for (const q of ['house', 'team']) {
    const body = new URLSearchParams({ q, near: '', town: `nl/${town.slug}` })
    if (tells(await asked(urls.searchData('en'), { method: 'POST', body }))) found.push(`search for ${q}`)
  }
  return found
}

const path = urls.officeErasePerson(town)
const post = (fields: Record<string, string | readonly string[]>) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(path, { method: 'POST', body, headers: { cookie } })
}
const mainOf = (html: string) => html.split('<main')[1] ?? ''

test('a person who is taken out stands in no address, no row and no file, and nobody wrote down who it was', async () => {
  await fc.assert(
    fc.asyncProperty(named, async (person) => {
      const { first, last, digits } = person
      const marks = [first, last, digits]
      const service = await nameEverywhere(person)
      const pages = await telling(marks, service)
      expect(pages.length).toBeGreaterThan(20)

      const words = `${first} ${last}\n0${digits}`
      const looked = await (await post({ words, instead: 'the office', step: 'look' })).text()
      expect(htmlFaults(looked)).toEqual([])
      const form = sentBy(mainOf(looked))
      const [shown, take] = [`${form['shown']}`.split(' '), form['take']]
      expect(shown.length).toBeGreaterThan(8)
      expect(take).toEqual(shown)
      // Something was written meanwhile that nobody has seen.
      const answered = (await readDraftService(db(), authority, service))?.facts
      if (!answered) throw new Error('the draft has lost the service')
      const more = { ...answered, feeNote: said(`${first} ${last} says it is free`) }
      await saveService(app.services.checklist, act, authority, service, more, 2)
      const again = await post({ ...form, step: 'erase' })
      expect(again.status).toBe(409)
      const fields = { ...sentBy(mainOf(await again.text())), step: 'erase' }
      expect((await post(fields)).headers.get('location')).toBe(`${path}?done=erased`)

      for (const mark of marks) expect(await columnsWith(db(), mark)).toEqual([])
      await eventually(async () => expect(await telling(marks, service)).toEqual([]))
      expect(marks.flatMap((mark) => filesWith(app.services.config.dataDir, mark))).toEqual([])
      await staysTrue(service)
      // The same once more does nothing more.
      const count = () => db().selectFrom('audit.record').select('id').execute()
      const before = (await count()).length
      expect((await post(fields)).status).toBe(303)
      expect((await count()).length).toBe(before)
    }),
    { numRuns: 2, endOnFailure: true },
  )
}, 240_000)

/** What was left is what was said, without the person; versions can be proved; the trail says that, not who. */
async function staysTrue(service: string): Promise<void> {
  const facts = (await readDraftService(db(), authority, service))?.facts
  expect(facts).toMatchObject({
    name: said('House the office'),
    provider: 'Team the office',
    phones: [{ number: '0800 0432' }],
    email: 'info@x.example',
    web: null,
  })
  for (const { version } of await listVersions(db(), authority)) {
    const document = await readVersion(db(), authority, version)
    const row = await sql<{ sha256: string }>`select sha256 from published.snapshot
      where authority = ${authority}::uuid and version = ${version}`.execute(db())
    expect(row.rows[0]?.sha256).toBe(document && sha256Of(document))
  }
  const redactions = await db()
    .selectFrom('published.redaction')
    .select(['reason', 'service'])
    .where('authority', '=', authority)
    .execute()
  expect(redactions.length).toBeGreaterThanOrEqual(2)
  expect(redactions.every((one) => one.reason === 'erased-person' && one.service === null)).toBe(true)
  const contact = await sql`select email, deputy_email from office.provider_contact
    where service = ${service}::uuid`.execute(db())
  expect(contact.rows).toEqual([{ email: 'info@x.example', deputy_email: null }])
  const change = await sql`select change from office.provider_change where service = ${service}::uuid`.execute(db())
  expect(change.rows).toEqual([{ change: { other: 'Ask the office' } }])
  const history = await (await app.request(urls.officeHistory(town), { headers: { cookie } })).text()
  expect(history).toContain('Took a person out of everything that the town says')
  const versions = await (await app.request(urls.officeVersions(town), { headers: { cookie } })).text()
  expect(versions).toContain('Something was taken out of it later')
}

test('what is about somebody else stays, what is open in a form does not bring the person back', async () => {
  const draft = await readDraft(db(), authority)
  const texts = { ...said('Ask Ibbe Sorro', 'nl'), ...said('At the Ibbe Sorro school') }
  await saveIntroduction(app.services.checklist, act, authority, texts, draft.introductionRevision)
  const introduction = urls.officeIntroduction(town)
  const read = async (of: string) => (await app.request(of, { headers: { cookie } })).text()
  const mine = sentBy(mainOf(await read(introduction)))

  const looked = sentBy(mainOf(await (await post({ words: 'Ibbe Sorro', instead: '', step: 'look' })).text()))
  const passages = `${looked['shown']}`.split(' ')
  expect(passages).toHaveLength(2)
  const untaken = await post({ ...looked, take: [], step: 'erase' })
  expect([untaken.status, (await untaken.text()).includes('Tick at least one text')]).toEqual([422, true])
  const street = await post({ words: 'Ibbe Sorro', instead: 'Ibbe Sorro', step: 'look' })
  expect(street.status).toBe(422)

  const html = await (await post({ words: 'Ibbe Sorro', instead: '', step: 'look' })).text()
  const school = /value="([0-9a-f]{32})"[^>]*>(?:(?!<input)[\s\S])*?school/.exec(mainOf(html))?.[1]
  const take = passages.filter((id) => id !== school)
  expect(take).toHaveLength(1)
  expect((await post({ ...looked, take, step: 'erase' })).status).toBe(303)
  const kept = async () => (await readDraft(db(), authority)).introduction
  expect(await kept()).toEqual({ ...said('Ask …', 'nl'), ...said('At the Ibbe Sorro school') })

  const body = new URLSearchParams({ ...(mine as Record<string, string>), 'introduction-nl': 'Ask Ibbe Sorro today' })
  const late = await app.request(introduction, { method: 'POST', body, headers: { cookie } })
  expect(late.status).toBe(409)
  expect(await late.text()).not.toContain('Ask Ibbe Sorro')
})
