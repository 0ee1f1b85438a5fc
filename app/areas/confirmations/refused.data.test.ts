/** A mail server takes no mail for a provider: from the queue to the office. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, formTo } from '../../../tests/page-form.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { silentLog } from '../../platform/log.ts'
import type { Refusal } from '../../platform/mail/mail.ts'
import { createMailer, mailHandler } from '../../platform/mail/mailer.ts'
import { startSmtpServer, type TestSmtpServer } from '../../platform/mail/test-smtp-server.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { readCurrent } from '../checklist/index.ts'
import { askProviders } from './ask.ts'
import { readContact, writeContact } from './contact-store.ts'
import { noteRefusal } from './refused.ts'
import { newestRequest } from './request-store.ts'
import { askingRefused } from './send-asking.ts'
import { stepsOf } from './step-store.ts'
import { exampleTown, mailsTo, publishedService } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
let app: TestApp
let server: TestSmtpServer
let cookie = ''
const refused: string[] = []
beforeAll(async () => {
  server = await startSmtpServer({
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('full-')) {
        return done(Object.assign(new Error('4.2.2 Mailbox full'), { responseCode: 452 }))
      }
      if (!address.startsWith('gone-')) return done()
      refused.push(address)
      done(Object.assign(new Error('5.1.1 No such user here\u0007'), { responseCode: 550 }))
    },
  })
  const now = () => Temporal.Now.instant().add({ hours: 24 * 400 })
  const clock = { now, milliseconds: () => now().epochMilliseconds }
  app = await testApp({ clock, smtpUrl: `smtp://127.0.0.1:${server.port}` })
  await app.services.work()
  cookie = await app.signIn(demonstrationPerson('officer'))
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const db = () => app.services.database.db
const read = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
const stepsAbout = async (service: string) => {
  const request = await newestRequest(db(), service)
  return request ? (await stepsOf(db(), request.id)).map(({ step }) => step) : []
}
const patient = { timeout: 30_000 }

/** Asked on the day the service is due. */
async function asked(email: string, deputy: string | null): Promise<string> {
  const service = await publishedService(app.services)
  const contact = { authority: await exampleTown(app.services), service, email, deputy, language: 'en', revision: 1 }
  await writeContact(db(), { ...contact, person: null, at: app.services.clock.now() })
  await askProviders(app.services.confirmations)
  return service
}

test('a refused address is shown with the words of the server; the second address is asked at once, the office not yet', async () => {
  const service = await asked('gone-1@provider.example', 'there-1@provider.example')
  await expect.poll(() => stepsAbout(service), patient).toEqual(['deputy'])
  await expect.poll(() => server.received.some((wire) => wire.includes('To: there-1@')), patient).toBe(true)
  const html = await read(urls.officeProvider(town, service))
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Mails do not arrive')
  expect(html).toContain('550 5.1.1 No such user here<')
  expect(html).toContain('gone-1@provider.example')
  expect(await read(urls.office())).toContain('Mails to a provider do not arrive')
})

test('where no address takes mail the office hears of it at once; the same address saved again is asked again', async () => {
  const service = await asked('gone-2@provider.example', null)
  await expect.poll(() => stepsAbout(service), patient).toEqual(['office'])
  const told = async () => (await mailsTo(app.services, demonstrationPerson('officer'))).map(({ subject }) => subject)
  expect((await told()).filter((subject) => subject.includes('do not arrive'))).toHaveLength(1)

  const page = urls.officeProvider(town, service)
  const form = formTo(await read(page), page) as Record<string, string>
  const saved = await app.request(page, { method: 'POST', headers: { cookie }, body: new URLSearchParams(form) })
  expect(saved.status).toBe(303)
  expect((await readContact(db(), service))?.refused).toEqual({})
  const before = refused.filter((address) => address === 'gone-2@provider.example').length
  await askProviders(app.services.confirmations)
  await expect
    .poll(() => refused.filter((address) => address === 'gone-2@provider.example').length, patient)
    .toBe(before + 1)
})

test('a mailbox that puts the mail off is waited for; after the last attempt it stands like one that refuses', async () => {
  const service = await asked('full-1@provider.example', null)
  const row = await sql<{ data: object }>`
    select data from jobs.job where name = 'mail.send' and data->>'to' = 'full-1@provider.example'`.execute(db())
  const { config, clock, confirmations } = app.services
  const refusals = { [askingRefused]: (refusal: Refusal) => noteRefusal(confirmations, refusal) }
  const handler = mailHandler(createMailer(config, clock), silentLog, refusals)
  const attempt = (last: boolean) => handler.run(row.rows[0]?.data, { last })
  await expect(attempt(false)).rejects.toThrow('not yet taken')
  expect((await readContact(db(), service))?.refused).toEqual({})
  await expect(attempt(true)).rejects.toThrow('not yet taken')
  expect(await stepsAbout(service)).toEqual(['office'])
  expect(await read(urls.officeProvider(town, service))).toContain('452 4.2.2 Mailbox full')
})

test('an answer that comes after the office wrote down another address is about nobody any more', async () => {
  const service = await asked('gone-3@provider.example', null)
  await expect.poll(() => stepsAbout(service), patient).toEqual(['office'])
  const request = await newestRequest(db(), service)
  const late = { id: request?.id ?? '', to: 'earlier@provider.example', answer: '550 no' }
  await noteRefusal(app.services.confirmations, late)
  expect((await readContact(db(), service))?.refused.email?.answer).toContain('5.1.1')
})

test('a town that wants to look sooner has its providers asked sooner', async () => {
  const service = await publishedService(app.services)
  const authority = await exampleTown(app.services)
  const contact = { authority, service, email: 'sooner@provider.example', deputy: null, language: 'en', revision: 1 }
  await writeContact(db(), { ...contact, person: null, at: app.services.clock.now() })
  const ask = async (days: number) => {
    const now = () => Temporal.Instant.fromEpochMilliseconds(checked.epochMilliseconds).add({ hours: 24 * days })
    await askProviders({ ...app.services.confirmations, clock: { now, milliseconds: () => now().epochMilliseconds } })
    return (await newestRequest(db(), service)) !== undefined
  }
  const on = (await readCurrent(db(), authority))?.services.find(({ id }) => id === service)?.checked?.on ?? ''
  const checked = Temporal.PlainDate.from(on).toZonedDateTime('Europe/Amsterdam').toInstant()
  expect(await ask(70)).toBe(false)
  const page = urls.officeClocks(town)
  const form = formOf(await read(page)) as Record<string, string>
  const wish = { ...form, 'clock-3': '2', 'clock-6': '2', 'clock-12': '2' }
  const answer = await app.request(page, { method: 'POST', headers: { cookie }, body: new URLSearchParams(wish) })
  expect(answer.status).toBe(303)
  expect(await ask(70)).toBe(true)
})
