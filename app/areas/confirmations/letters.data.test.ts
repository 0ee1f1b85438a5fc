/** A provider without e-mail, on a moved clock: written down, due, printed, posted, answered by the code of the letter. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { columnsWith, filesWith } from '../../../tests/everywhere.ts'
import { noonClock } from '../../../tests/noon-clock.ts'
import { formTo, type Sent } from '../../../tests/page-form.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue, signIn } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { listChecks, publish, readCurrent, readDraftService, saveService } from '../checklist/index.ts'
import { readContact } from './contact-store.ts'
import { confirmationsHandlers } from './jobs.ts'
import { lettersOf } from './letter-store.ts'
import { askedLines } from './present-asked.ts'
import { newestRequest } from './request-store.ts'
import { stepsOf } from './step-store.ts'
import { exampleTown, mailsTo, publishedService } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
const page = urls.officeLetters(town)
const officer = demonstrationPerson('officer')
let app: TestApp
let [authority, cookie] = ['', '']
/** Since the day on which all services are due. */
let day = 0
const clock = noonClock('Europe/Amsterdam', () => 400 + day)
const { now } = clock
beforeAll(async () => {
  app = await testApp({ clock })
  authority = await exampleTown(app.services)
  cookie = await app.signIn(officer)
})
afterAll(() => app.close())

const db = () => app.services.database.db
const read = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
const post = (path: string, fields: Sent, by = cookie) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(path, { method: 'POST', headers: { cookie: by }, body })
}
const morning = async () => {
  await confirmationsHandlers(app.services.confirmations)[0]?.run({})
  // Sessions end after a while; the officer comes back on that day.
  cookie = await app.signIn(officer)
}
const sender = 'Example Town\nYouth office\nRaadhuisplein 1\n1234 ZZ Example Town'

async function writeDown(service: string, postal: string, given: Sent = {}): Promise<Response> {
  const path = urls.officeProvider(town, service)
  return post(path, { ...formTo(await read(path), path), way: 'letter', postal, language: 'en', ...given })
}

/** What the form of the letters sends, with what is ticked narrowed to a service. */
async function lettersForm(service: string): Promise<Sent> {
  const request = await newestRequest(db(), service)
  const ids = (await lettersOf(db(), request?.id ?? '')).map(({ id }) => id)
  const form = formTo(await read(page), urls.officeLettersPrint(town))
  const letters = [form['letters'] ?? []].flat().filter((value) => ids.some((id) => value.startsWith(id)))
  return { ...form, sender, letters }
}
const pdfOf = async (answer: Response) => readPdf(new Uint8Array(await answer.arrayBuffer()))
const codeIn = (text: string) => /(?:[2-9A-Z]{3}-){5}[2-9A-Z]{3}/.exec(text)?.[0] ?? ''

async function printed(service: string) {
  const answer = await post(urls.officeLettersPrint(town), await lettersForm(service))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const letter = await pdfOf(answer)
  return { ...letter, code: codeIn(letter.text) }
}
const posted = async (service: string) => post(urls.officeLettersPosted(town), await lettersForm(service))
const type = (code: string, language = 'en') => post(urls.letterCode(language), { code }, '')
const asked = async (service: string) => {
  const request = await newestRequest(db(), service)
  if (!request) return []
  const facts = { request, steps: await stepsOf(db(), request.id), letters: await lettersOf(db(), request.id) }
  const translator = app.services.i18n.translator('en')
  return translator ? askedLines(translator, facts, () => '…') : []
}
const freeService = () => publishedService(app.services)
/** The provider has e-mail after all: the next test takes another service, and no letter of this one waits. */
async function forget(service: string): Promise<void> {
  expect((await writeDown(service, '', { way: 'mail', email: 'by-mail@provider.example' })).status).toBe(303)
}

test('postal lines are written down like an envelope, and stand in no version, no mail, no trail', async () => {
  const service = await freeService()
  const path = urls.officeProvider(town, service)
  for (const postal of ['', 'One line', 'x\n'.repeat(7), `Office\n${'x'.repeat(51)}`]) {
    const refused = await writeDown(service, postal)
    const html = await refused.text()
    expect([refused.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain('Write two to six lines')
  }
  expect((await writeDown(service, '  Huis Wilgenrust \n\n Postbus  77\r\n1234 ZZ Example Town')).status).toBe(303)
  const html = await read(path)
  expect(htmlFaults(html)).toEqual([])
  expect(formTo(html, path)).toMatchObject({
    way: 'letter',
    postal: 'Huis Wilgenrust\nPostbus 77\n1234 ZZ Example Town',
  })
  await publish(app.services.checklist, actOf('command', 'checklist.publish', now()), authority)
  await morning()
  await printed(service)
  expect(await columnsWith(db(), 'Wilgenrust')).toEqual(['office.provider_contact.postal'])
  expect(filesWith(app.services.config.dataDir, 'Wilgenrust')).toEqual([])
  await forget(service)
})

test('when it is due the office is told, prints it, posts it; the provider types the code, and families read the month', async () => {
  const service = await freeService()
  await writeDown(service, 'Huis Zonneveld\nPostbus 1\n1234 ZZ Example Town', { language: 'de' })
  day = 1
  await morning()
  const told = (await mailsTo(app.services, officer)).map(({ subject }) => subject)
  expect(told.filter((subject) => subject.includes('letters to providers'))).toHaveLength(2)
  expect(await read(urls.office())).toContain('Print a letter to a provider')
  const html = await read(page)
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Huis Zonneveld')

  const letter = await printed(service)
  expect(letter).toMatchObject({ marked: true, everyFontEmbedded: true })
  const facts = (await readCurrent(db(), authority))?.services.find(({ id }) => id === service)
  for (const words of ['Postbus 1', 'Raadhuisplein 1', 'So antworten Sie', facts?.phones[0]?.number ?? 'no phone']) {
    expect(letter.text).toContain(words)
  }
  expect(letter.links).toEqual([`${app.services.config.baseUrl}/de/confirm`])
  expect(letter.tags).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Link']))
  const rows = JSON.stringify(await db().selectFrom('office.confirmation_link').selectAll().execute())
  expect(rows).not.toContain(letter.code.replaceAll('-', ''))

  expect(await asked(service)).toEqual(['Letter printed on …, not posted yet', 'No answer yet.'])
  expect(await read(urls.office())).toContain('Post the printed letter')
  const done = await posted(service)
  expect(done.headers.get('location')).toBe(`${page}?saved=posted`)
  expect(await asked(service)).toEqual(['Letter posted on …', 'No answer yet.'])
  expect(await read(page)).toContain('No letter waits')

  const typed = ` ${letter.code.toLowerCase().replaceAll('-', ' ')} `
  const led = await type(typed, 'de')
  const link = led.headers.get('location') ?? ''
  expect(led.status).toBe(303)
  expect(led.headers.getSetCookie()).toEqual([])
  expect(link).toMatch(/^\/confirm\/[\w-]{43}$/)
  expect(link.toUpperCase()).not.toContain(letter.code.replaceAll('-', ''))
  const shown = await (await app.request(link)).text()
  expect(htmlFaults(shown)).toEqual([])
  expect(shown).toContain('Stimmt das alles noch?')
  const change = /href="(\/confirm\/change\/[\w-]{43})"/.exec(shown)?.[1] ?? ''
  expect((await app.request(change)).status).toBe(200)
  expect((await post(link, { seen: inputValue(shown, 'seen') }, '')).status).toBe(303)
  expect(await listChecks(db(), service, 1)).toMatchObject([{ way: 'letter', person: null }])
  const month = now().toZonedDateTimeISO('Europe/Amsterdam').toLocaleString('en', { month: 'long', year: 'numeric' })
  await eventually(async () =>
    expect(await read(urls.service('en', town, service))).toContain(`Last checked in ${month}`),
  )
  expect(await (await app.request(link)).text()).toContain('Sie haben am')
  expect(await read(urls.officeService(town, service))).toContain('by the code of a letter')
  await forget(service)
})

test('each printing has codes of its own, but the same form makes the same ones; what is posted is not printed any more', async () => {
  const service = await freeService()
  await writeDown(service, 'Huis Eikenhof\nPostbus 2')
  await morning()
  const unprinted = await posted(service)
  expect(unprinted.status).toBe(422)
  expect(await unprinted.text()).toContain('is not printed yet')
  const form = await lettersForm(service)
  const codes: string[] = []
  for (let time = 0; time < 2; time += 1) {
    codes.push(codeIn((await pdfOf(await post(urls.officeLettersPrint(town), form))).text))
  }
  expect(codes[1]).toBe(codes[0])
  const again = await printed(service)
  expect(again.code).not.toBe(codes[0])
  const ended = await type(codes[0] ?? '')
  const html = await ended.text()
  expect([ended.status, htmlFaults(html)]).toEqual([422, []])
  expect(html).toContain('We do not know this code')
  expect(html).toContain('name="country"')
  expect((await type(again.code)).status).toBe(303)

  // A colleague's page from before this printing.
  const stale = { ...form, printing: 'p'.repeat(43) }
  expect((await post(urls.officeLettersPrint(town), stale)).status).toBe(409)
  expect((await type(again.code)).status).toBe(303)
  await posted(service)
  expect((await post(urls.officeLettersPrint(town), form)).status).toBe(409)
  await forget(service)
})

test('what has changed since the printing is shown as it is now; a code runs out and says so', async () => {
  const service = await freeService()
  await writeDown(service, 'Huis Lindehof\nPostbus 3')
  await morning()
  const { code } = await printed(service)
  const draft = await readDraftService(db(), authority, service)
  if (!draft) throw new Error('not drafted')
  const act = actOf('command', 'checklist.save-service', now())
  const saved = { ...draft.facts, feeNote: { en: { text: 'Since Monday it is free', origin: 'person' as const } } }
  await saveService(app.services.checklist, act, authority, service, saved, draft.revision)
  await publish(app.services.checklist, actOf('command', 'checklist.publish', now()), authority)
  const link = (await type(code)).headers.get('location') ?? ''
  const html = await (await app.request(link)).text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Since Monday it is free')
  expect(html).toContain('Since the letter was printed on')
  day = 72
  const late = await app.request((await type(code)).headers.get('location') ?? '')
  expect(late.status).toBe(410)
  expect(await late.text()).toContain('This code has run out')
  day = 1
  await forget(service)
})

test('nobody answers: a second letter, the deputy by mail, the office, the association, each with the time of the post', async () => {
  const service = await freeService()
  const association = await db().selectFrom('published.association').select('id').executeTakeFirstOrThrow()
  await signIn(app, 'Cora', [{ role: 'coordinator', scope: { kind: 'association', id: association.id } }])
  await writeDown(service, 'Huis Beukenhof\nPostbus 4', { deputy: 'deputy@beukenhof.example' })
  const start = 2
  day = start
  await morning()
  day = start + 10
  const first = await printed(service)
  await posted(service)
  const taken: Record<number, number> = {}
  for (const on of [30, 31, 44, 45, 58, 59, 86, 87]) {
    day = start + on
    await morning()
    taken[on] = (await asked(service)).length
    if (on !== 31) continue
    const second = await printed(service)
    expect(second.text).toContain('We first wrote on')
    await posted(service)
    expect((await type(first.code)).status).toBe(303)
    expect((await type(second.code)).status).toBe(303)
  }
  expect(taken).toEqual({ 30: 2, 31: 3, 44: 3, 45: 4, 58: 4, 59: 5, 86: 5, 87: 6 })
  expect(await asked(service)).toEqual([
    'Letter posted on …',
    'Second letter posted on …',
    'Mail to the second address: …',
    'Told to your office: …',
    'Told to the association: …',
    'No answer yet.',
  ])
  expect(await mailsTo(app.services, 'deputy@beukenhof.example')).toHaveLength(1)
  await forget(service)
})

test('a letter that nobody posts is told to the office, as what it is', async () => {
  const service = await freeService()
  await writeDown(service, 'Huis Essenhof\nPostbus 5')
  const start = 100
  day = start
  await morning()
  day = start + 49
  await morning()
  expect(await asked(service)).toContain('Told to your office: …')
  const told = (await mailsTo(app.services, officer)).map(({ subject }) => subject)
  expect(told.filter((subject) => subject.includes('was not posted'))).toHaveLength(1)
  await forget(service)
})

test('of a confidential place no postal lines are taken, nor shown again', async () => {
  const service = await publishedService(app.services, true)
  const path = urls.officeProvider(town, service)
  expect(await read(path)).not.toContain('name="postal"')
  const refused = await writeDown(service, 'Huis Verborgen\nGeheimstraat 1')
  const html = await refused.text()
  expect([refused.status, htmlFaults(html)]).toEqual([422, []])
  expect(html).not.toContain('Geheimstraat')
  expect(await columnsWith(db(), 'Geheimstraat')).toEqual([])
})

test('a place that becomes confidential takes lines, letters and codes along at once; a second address stays', async () => {
  const service = await freeService()
  await writeDown(service, 'Huis Stillewater\nStillestraat 9', { deputy: 'still@provider.example' })
  day = 300
  await morning()
  const { code } = await printed(service)
  const open = urls.officeProvider(town, service)
  const form = formTo(await read(open), open)
  const draft = await readDraftService(db(), authority, service)
  if (!draft) throw new Error('not drafted')
  const act = actOf('command', 'checklist.save-service', now())
  const facts = { ...draft.facts, place: { type: 'confidential' as const } }
  expect(await saveService(app.services.checklist, act, authority, service, facts, draft.revision)).toMatchObject({
    outcome: 'saved',
  })
  for (const words of ['Stillewater', 'Stillestraat']) expect(await columnsWith(db(), words)).toEqual([])
  expect(await readContact(db(), service)).toMatchObject({
    email: 'still@provider.example',
    postal: null,
    deputy: null,
  })
  expect(await lettersOf(db(), (await newestRequest(db(), service))?.id ?? '')).toEqual([])
  expect((await type(code)).status).toBe(422)
  expect(await read(page)).not.toContain('Stille')
  // Whoever had the form open does not bring it back.
  expect((await post(open, form)).status).toBe(422)
  expect(await columnsWith(db(), 'Stillestraat')).toEqual([])
  const row = db().updateTable('office.provider_contact').where('service', '=', service)
  await expect(row.set({ email: null, postal: 'Stillestraat 9' }).execute()).rejects.toThrow(/confidential/)
})

test('whoever tries codes is stopped after some, and keeps the way to help', async () => {
  const answers: Response[] = []
  for (let time = 0; time < 21; time += 1) answers.push(await type('CCC-CCC-CCC-CCC-CCC-CCC'))
  const last = answers.at(-1)
  expect(last?.status).toBe(429)
  expect(await last?.text()).toContain('name="country"')
})
