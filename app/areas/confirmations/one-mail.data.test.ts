/** Whoever runs several services that are due on the same morning gets one mail about all of them, each with its own links. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { noonClock } from '../../../tests/noon-clock.ts'
import { inputValue } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { absolute } from '../../urls.ts'
import { readCurrent, type Service } from '../checklist/index.ts'
import { readContact, writeContact } from './contact-store.ts'
import { confirmationsHandlers } from './jobs.ts'
import { noteRefusal } from './refused.ts'
import { newestRequest } from './request-store.ts'
import { askingRefused, servicesInMail } from './send-asking.ts'
import { stepsOf } from './step-store.ts'
import { exampleTown, mailsTo } from './test-provider.ts'

const house = 'house@provider.example'
const deputy = 'deputy@provider.example'
let app: TestApp
let day = 0
const clock = noonClock('Europe/Amsterdam', () => day)
let authority = ''
let services: readonly Service[] = []
beforeAll(async () => {
  app = await testApp({ clock })
  authority = await exampleTown(app.services)
  services = (await readCurrent(db(), authority))?.services ?? []
})
beforeEach(async () => {
  for (const table of ['office.confirmation_request', 'office.provider_contact', 'jobs.job']) {
    await sql`delete from ${sql.table(table)}`.execute(db())
  }
})
afterAll(() => app.close())

const db = () => app.services.database.db
const morning = async (on: number) => {
  day = on
  await confirmationsHandlers(app.services.confirmations)[0]?.run({})
}
const contact = (of: Pick<Service, 'id'> | undefined, given: Partial<Parameters<typeof writeContact>[1]> = {}) =>
  writeContact(db(), {
    ...{ authority, service: of?.id ?? '', email: house, deputy: null, language: 'en', revision: 1, person: null },
    at: app.services.clock.now(),
    ...given,
  })
const nameOf = ({ name }: Service) => name['en']?.text ?? name['nl']?.text ?? ''
/** Paths of the links for one purpose, in the order of a mail. */
const links = (text: string, path: '/confirm/' | '/confirm/change/') =>
  [
    ...text.matchAll(
      new RegExp(`${absolute(app.services.config.baseUrl, path)}[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])`, 'g'),
    ),
  ].map(([link]) => new URL(link).pathname)
const steps = async ({ id }: Service) =>
  (await stepsOf(db(), (await newestRequest(db(), id))?.id ?? '')).map(({ step }) => step)

/** Whose provider has the same address: its town asks in its own name. */
async function otherTownsService() {
  const { rows } = await sql<{ id: string; authority: string }>`
    select service.id, service.authority from published.service service
      join published.authority owner on owner.id = service.authority
    where service.authority <> ${authority} and owner.status = 'active' and service.facts ->> 'checked' is not null
    order by service.id limit 1`.execute(db())
  const [found] = rows
  if (!found) throw new Error('no other town of the demonstration has a service')
  return found
}

async function confirm(path: string): Promise<void> {
  const seen = inputValue(await (await app.request(path)).text(), 'seen')
  const answer = await app.request(path, { method: 'POST', body: new URLSearchParams({ seen }) })
  expect(answer.status).toBe(303)
}

test('one mail shows each service as families see it; a link answers for its service alone', async () => {
  const [one, two, three, elsewhere, german] = services
  for (const each of [one, two, three]) await contact(each, { deputy })
  await contact(elsewhere, { email: 'other@provider.example' })
  await contact(german, { language: 'de' })
  if (!one || !two || !three) throw new Error('the demonstration has lost its services')
  const foreign = await otherTownsService()
  await contact(foreign, { authority: foreign.authority })
  await morning(400)
  await morning(400)

  const mails = await mailsTo(app.services, house)
  const [inGerman, mail] = ['Stimmt noch', 'still right'].map((words) =>
    mails.find(({ subject }) => subject.startsWith('Example Town:') && subject.includes(words)),
  )
  expect([mails.length, (await mailsTo(app.services, 'other@provider.example')).length]).toEqual([3, 1])
  expect(links(inGerman?.text ?? '', '/confirm/')).toHaveLength(1)
  expect(mail?.subject).toContain('3 services of yours still right')
  for (const each of [one, two, three]) {
    for (const shown of [nameOf(each), ...each.phones.map(({ number }) => number)]) expect(mail?.text).toContain(shown)
  }
  const text = mail?.text ?? ''
  expect([links(text, '/confirm/').length, links(text, '/confirm/change/').length]).toEqual([3, 3])
  // Its links stand below what it says.
  const [, second = ''] = links(text, '/confirm/')
  expect(text.indexOf(second)).toBeGreaterThan(text.indexOf(`– ${nameOf(two)} –`))
  expect(text.indexOf(second)).toBeLessThan(text.indexOf(`– ${nameOf(three)} –`))

  await confirm(second)
  const outcomes = async () =>
    Promise.all([one, two, three].map(async ({ id }) => (await newestRequest(db(), id))?.outcome))
  expect(await outcomes()).toEqual([undefined, 'confirmed', undefined])

  // Of what nobody has answered the second mail, and that to the second address, are one as well.
  await morning(414)
  await morning(414)
  const ours = (await mailsTo(app.services, house)).filter(({ subject }) => subject.startsWith('Example Town:'))
  const again = ours.find(({ subject }) => subject.includes('please answer'))
  expect(ours).toHaveLength(4)
  await morning(428)
  const [toDeputy, ...others] = await mailsTo(app.services, deputy)
  expect(others).toEqual([])
  for (const late of [again, toDeputy]) {
    expect(late?.subject).toContain('please answer')
    expect(late?.text).not.toContain(`– ${nameOf(two)} –`)
    expect(links(late?.text ?? '', '/confirm/')).toHaveLength(2)
  }
  expect(await Promise.all([one, two, three].map(steps))).toEqual([['second', 'deputy'], [], ['second', 'deputy']])
  for (const link of links(toDeputy?.text ?? '', '/confirm/')) await confirm(link)
  expect(await outcomes()).toEqual(['confirmed', 'confirmed', 'confirmed'])
})

test('a mailbox that takes no mail takes none about any of them; the second address is asked at once, in one mail', async () => {
  const [one, two, three] = services
  // Its mail was taken, five days earlier.
  await contact(three, { deputy })
  await morning(895)
  for (const each of [one, two]) await contact(each, { deputy })
  await morning(900)
  const { rows } = await sql<{ id: string }>`
    select data -> 'refusalTo' ->> 'id' as id from jobs.job
    where data ->> 'to' = ${house} and data -> 'refusalTo' ->> 'listener' = ${askingRefused}
    order by created_on desc, id`.execute(db())
  expect(rows).toHaveLength(2)
  await noteRefusal(app.services.confirmations, { id: rows[0]?.id ?? '', to: house, answer: '550 no mailbox' })
  const refused = async (of: Service | undefined) => (await readContact(db(), of?.id ?? ''))?.refused.email?.answer
  expect([await refused(one), await refused(two), await refused(three)]).toEqual([
    '550 no mailbox',
    '550 no mailbox',
    undefined,
  ])
  const [mail, ...more] = await mailsTo(app.services, deputy)
  expect([links(mail?.text ?? '', '/confirm/').length, more.length]).toEqual([2, 0])
})

test('many are several mails, each short enough to be shown whole', async () => {
  for (const each of services) await contact(each)
  await morning(1_400)
  const { rows } = await sql<{ text: string; html: string }>`
    select data ->> 'text' as text, data ->> 'html' as html from jobs.job where data ->> 'to' = ${house}`.execute(db())
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.length).toBe(Math.ceil(services.length / servicesInMail))
  expect(rows.flatMap(({ text }) => links(text, '/confirm/'))).toHaveLength(services.length)
  for (const { html } of rows) {
    expect(htmlFaults(html)).toEqual([])
    // Well-known mail programs cut off what comes after 102 kB.
    expect(Buffer.byteLength(html)).toBeLessThan(102_000)
  }
})
