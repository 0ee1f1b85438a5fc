/** Somebody who has used everything the office has, by its front door wherever there is one. */

import { sql } from 'kysely'
import { z } from 'zod'
import { inputValue, signIn } from '../../../tests/sign-in.ts'
import type { TestApp } from '../../../tests/test-app.ts'
import { newId } from '../../platform/ids.ts'
import { mailSchema } from '../../platform/mail/mail.ts'
import { absolute, urls } from '../../urls.ts'
import { findBySlug } from '../authorities/index.ts'
import { insertPractices } from './test-practices.ts'
import { insertToolkitLife } from './test-toolkit-life.ts'

export const zelda = { email: 'zelda.q@people.example', name: "Zelda O'Quill" } as const
export const town = { country: 'NL', slug: 'example-town' } as const
/** Of the demonstration: approver of the town. */
export const colleague = 'officer@example-town.example'

function browserOf(app: TestApp, cookie: string) {
  const get = (path: string) => app.request(path, { headers: { cookie } })
  return {
    cookie,
    get,
    read: async (path: string) => (await get(path)).text(),
    post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
      app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) }),
  }
}
export type Browser = ReturnType<typeof browserOf>

export async function mailsTo(app: TestApp, to: string) {
  const { rows } = await sql<{ data: unknown }>`
    select data from jobs.job where name = 'mail.send' and data->>'to' = ${to} order by created_on desc, id`.execute(
    app.services.database.db,
  )
  return z
    .array(z.object({ data: mailSchema }))
    .parse(rows)
    .map(({ data }) => data)
}

export async function linkFor(app: TestApp, to: string, path: string): Promise<string> {
  const pattern = new RegExp(`${absolute(app.baseUrl, path).replace(/[.?]/g, '\\$&')}\\S+`)
  const link = (await mailsTo(app, to)).map(({ text }) => pattern.exec(text)?.[0]).find((one) => one !== undefined)
  if (!link) throw new Error(`no mail to ${to} leads to ${path}`)
  return link.slice(app.baseUrl.length)
}

const tokenOf = (link: string) => new URL(link, 'http://localhost').searchParams.get('token') ?? ''

/** Invited, came in, and did something of everything. Mails wait in the queue. */
export async function liveThrough(app: TestApp) {
  const { database, accounts, clock } = app.services
  const { db } = database
  const townId = (await findBySlug(db, town.country, town.slug))?.authority?.id ?? ''
  const boss = browserOf(app, await app.signIn(colleague, 'totp'))
  // What the colleague is told of waits, with the newcomer's name in it.
  await boss.post(urls.accountMail(), {
    people: 'weekly',
    approval: 'weekly',
    helplines: 'weekly',
    confirmations: 'daily',
    support: 'weekly',
    reports: 'weekly',
    offers: 'weekly',
    directories: 'weekly',
    questions: 'weekly',
    exchange: 'weekly',
    ...{ care: 'weekly', signing: 'weekly', practices: 'weekly', progress: 'weekly', meetings: 'weekly' },
  })
  await boss.post(urls.peopleInvite(urls.townPeople(town)), { role: 'approver', email: zelda.email, language: 'en' })
  const link = await linkFor(app, zelda.email, urls.invitation(''))
  const path = new URL(link, app.baseUrl).pathname
  const body = new URLSearchParams({ token: tokenOf(link), name: zelda.name, language: 'en' })
  await app.request(path, { method: 'POST', body })
  const her = browserOf(app, await app.signIn(zelda.email, 'totp'))
  const { id } = await db
    .selectFrom('accounts.person')
    .select('id')
    .where('email', '=', zelda.email)
    .executeTakeFirstOrThrow()
  await useTheTown(her)
  await askElsewhere(app, her)
  await insertFactors(app, id)
  await insertTold(app, id, townId)
  // A colleague whose role she gave, an invitation of hers, a support view she gave.
  const [invited] = [await signIn(app, 'Wim', [])]
  await db
    .insertInto('accounts.role')
    .values({
      person: invited.id,
      role: 'officer',
      authority: townId,
      association: null,
      meeting: null,
      granted_at: new Date(clock.now().epochMilliseconds),
      granted_by: id,
    })
    .execute()
  await her.post(urls.peopleInvite(urls.townPeople(town)), { role: 'officer', email: 'next@x.example', language: 'nl' })
  await accounts.createSignInLink(zelda.email)
  await accounts.requestLink(zelda.email, undefined, newId())
  return { id, her, boss }
}

async function useTheTown(her: Browser): Promise<void> {
  const introduction = urls.officeIntroduction(town)
  const revision = inputValue(await her.read(introduction), 'revision')
  await her.post(introduction, { revision, 'introduction-nl': 'Welkom in de stad' })
  await her.post(urls.officeTwoPairs(town), { on: 'yes' })
  const seen = inputValue(await her.read(urls.officePublish(town)), 'seen')
  await her.post(urls.officeAskApproval(town), { seen, words: `Please look until Friday. ${zelda.name}` })
  await her.post(urls.accountMail(), {
    people: 'daily',
    approval: 'daily',
    helplines: 'weekly',
    confirmations: 'daily',
    support: 'never',
    reports: 'never',
    care: 'never',
    offers: 'never',
    directories: 'never',
    questions: 'never',
    exchange: 'never',
    ...{ signing: 'never', practices: 'never', progress: 'never', meetings: 'never' },
  })
  await her.post(urls.changeAddress(), { email: 'zelda.new@people.example' })
}

/** She asks to work for another town with the same address; and once more, which nothing has taken in yet. */
async function askElsewhere(app: TestApp, her: Browser): Promise<void> {
  const { database, clock } = app.services
  const other = (await findBySlug(database.db, 'DE', 'example-stadt'))?.authority?.id ?? ''
  const asked = { authority: other, name: zelda.name, post: 'Youth office', language: 'de' }
  const sent_at = new Date(clock.now().epochMilliseconds)
  await database.take(async (intake) => {
    await intake
      .insertInto('intake.join_request')
      .values({ id: newId(), ...asked, email: 'Zelda.Q@people.example', sent_at })
      .execute()
  })
  await database.db
    .insertInto('accounts.join_request')
    .values({
      id: newId(),
      ...asked,
      email: zelda.email,
      sent_at,
      mailed_at: sent_at,
      token_sha256: newId(),
      confirmed_at: null,
      decided_at: null,
    })
    .execute()
  await her.get(urls.office())
}

/** What takes a device to make. */
async function insertFactors({ services }: TestApp, person: string): Promise<void> {
  const { db } = services.database
  await db
    .insertInto('accounts.passkey')
    .values({
      id: newId(),
      person,
      name: `Phone of ${zelda.name}`,
      public_key: 'key',
      credential_id: newId(),
      counter: 0,
      device_type: 'singleDevice',
      backed_up: false,
      transports: null,
      aaguid: null,
      last_used_at: null,
    })
    .execute()
  await db.insertInto('accounts.recovery_code').values({ person, mac: 'mac' }).execute()
  await db
    .insertInto('accounts.account')
    .values({ id: newId(), person, provider_id: 'https://login.example', account_id: zelda.email })
    .execute()
  await db
    .insertInto('notifications.kept')
    .values({
      person,
      kind: 'people',
      language: 'en',
      text: JSON.stringify({ subject: 'For Zelda', paragraphs: [zelda.name], reason: 'You work here.' }),
      due: null,
      kept_at: new Date(),
      digest_at: new Date(Date.now() + 86_400_000),
    })
    .execute()
}

/** What she was told of, and a changed contact that she could put back. */
async function insertTold({ services }: TestApp, person: string, authority: string): Promise<void> {
  const { db } = services.database
  const [change, at] = [newId(), new Date()]
  await db
    .insertInto('notifications.told')
    .values({ person, key: `contact-change ${change}`, told_at: at })
    .execute()
  await db
    .insertInto('office.contact_change')
    .values({
      id: change,
      authority,
      service: newId(),
      version: 1,
      name: '{}',
      before: '{}',
      after: '{}',
      changed_at: at,
      undo_until: at,
      told_at: at,
    })
    .execute()
  await db.insertInto('office.contact_undo').values({ secret_sha256: 'hash', change, person }).execute()
  await db
    .insertInto('office.provider_contact')
    .values({
      service: newId(),
      authority,
      email: zelda.email,
      language: 'en',
      changed_at: at,
      changed_by_person: person,
    })
    .execute()
  await db
    .insertInto('office.letter_sender')
    .values({ authority, lines: 'Office', changed_at: at, changed_by_person: person })
    .execute()
  await db
    .insertInto('office.service_check')
    .values({ id: newId(), authority, service: newId(), at, way: 'office', person })
    .execute()
  await insertWords(db, authority, person)
  await insertApplications(db, person)
  await insertToolkitLife(db, person, zelda)
  await insertPractices(db, { person, name: zelda.name, town: authority })
  const act = { country: 'NL', line: 'a-line', at, action: 'confirm', office: newId(), after: '{}' } as const
  await db
    .insertInto('office.helpline_act')
    .values([
      { ...act, id: newId(), revision: 1, person, note: 'Called them' },
      { ...act, id: newId(), revision: 2, person: newId(), note: `${zelda.name} called them` },
    ])
    .execute()
}

/** What she and a colleague wrote to others: a question, something shared. */
async function insertWords(
  db: TestApp['services']['database']['db'],
  authority: string,
  person: string,
): Promise<void> {
  const { id: association } = await db.selectFrom('published.association').select('id').executeTakeFirstOrThrow()
  const [question, piece, at] = [newId(), newId(), new Date()]
  const asked = { id: question, authority, association, subject: `For ${zelda.name}`, page: null }
  await db
    .insertInto('office.question')
    .values({ ...asked, asked_at: at, asked_by: person, changed_at: at, taken_by: null, closed_at: null })
    .execute()
  const said = {
    question,
    at,
    side: 'town',
    received_on: null,
    entered_by: null,

    taken_out_at: null,
  } as const
  await db
    .insertInto('office.question_message')
    .values([
      { ...said, id: newId(), person, text: 'How?' },
      { ...said, id: newId(), person: null, text: `Ask ${zelda.name}`, quoted: `> ${zelda.email}` },
    ])
    .execute()
  const shared = { id: piece, association, kind: 'letter', service_kind: null, language: 'nl', licence: 'cc0' } as const
  const ended = { ended_at: null, ended_reason: null, ended_by: null, translated_from: null, translated_revision: null }
  await db
    .insertInto('office.shared_piece')
    .values({
      ...{
        ...shared,
        ...ended,
        work: piece,
        folded: 'zelda o quill',
        shared_at: at,
        shared_by: person,
        changed_at: at,
      },
      ...{ title: zelda.name, parts: JSON.stringify({ letter: `Dear ${zelda.name}` }) },
    })
    .execute()
  await db
    .insertInto('office.shared_use')
    .values({ piece, association: null, sentence: `As ${zelda.name} said`, said_at: at, said_by: person })
    .execute()
}

/** Somebody else's application to sign the Pact in which she wrote and is named, and one of her own. */
async function insertApplications(db: TestApp['services']['database']['db'], person: string): Promise<void> {
  const at = new Date()
  const never = { ready_at: null, submitted_at: null, due: null, signed_at: null, signatory: null, ended_at: null }
  const application = { country: 'NL', authority: null, association: null, status: 'draft', changed_at: at } as const
  const [own, other] = [newId(), newId()]
  const named = JSON.stringify({ office: { revision: 1, office: 'Chair', person: zelda.name } })
  await db
    .insertInto('office.pact_application')
    .values([
      {
        ...{ ...application, ...never, kind: 'representative', id: own, case_id: own },
        answers: '{}',
        begun_at: at,
        begun_by: person,
      },
      {
        ...{ ...application, ...never, kind: 'organisation', id: other, case_id: other },
        answers: named,
        begun_at: at,
        begun_by: null,
      },
    ])
    .execute()
  const contact = { name: zelda.name, email: zelda.email, phone: '', revision: 1, changed_at: at, decided_at: null }
  await db
    .insertInto('office.pact_contact')
    .values({ application: other, ...contact })
    .execute()
  await db.insertInto('office.pact_writer').values({ application: other, person, first_at: at }).execute()
  const words = `Ask ${zelda.name}`
  await db
    .insertInto('office.pact_event')
    .values({ application: other, at, step: 'returned', person, words, promised_days: 3 })
    .execute()
}
