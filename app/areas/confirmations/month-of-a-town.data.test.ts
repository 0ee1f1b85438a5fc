/**
 * A month of a town, and what becomes of it later, on a moved clock and a real mail server: one provider answers by a
 * click, one changes something, one's mailbox is gone, one has no e-mail and gets a letter, one never answers. The officer goes from page to page as in a
 * browser; every page opened and every button pressed is a click. The guide names their number.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { formTo } from '../../../tests/page-form.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue, signIn } from '../../../tests/sign-in.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { startSmtpServer, type TestSmtpServer } from '../../platform/mail/test-smtp-server.ts'
import { urls } from '../../urls.ts'
import { readCurrent, type Service } from '../checklist/index.ts'
import { confirmationsHandlers } from './jobs.ts'
import { newestRequest } from './request-store.ts'
import { stepsOf } from './step-store.ts'
import { exampleTown, linksIn, mailsTo } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
let app: TestApp
let server: TestSmtpServer
let cookie = ''
/** Days after the morning on which all five are due. */
let day = 0
let begin = Temporal.Now.instant()
const now = () => begin.add({ hours: 24 * day })
let clicks = 0
let services: Record<'clicks' | 'changes' | 'gone' | 'letter' | 'silent', string>

beforeAll(async () => {
  server = await startSmtpServer({
    onRcptTo: ({ address }, _session, done) =>
      address === 'gone@provider.example'
        ? done(Object.assign(new Error('no mailbox'), { responseCode: 550 }))
        : done(),
  })
  const clock = { now, milliseconds: () => now().epochMilliseconds }
  app = await testApp({ clock, smtpUrl: `smtp://127.0.0.1:${server.port}` })
  await app.services.work()
  cookie = await app.signIn(demonstrationPerson('officer'))
  services = await fiveProviders()
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const db = () => app.services.database.db
const morning = async () => confirmationsHandlers(app.services.confirmations)[0]?.run({})
const published = async () => (await readCurrent(db(), await exampleTown(app.services)))?.services ?? []

/** Five services with the shortest clock and a phone, none in a confidential place; it is the day on which the last of them falls due. */
async function fiveProviders() {
  const three = (service: Service) =>
    service.place.type !== 'confidential' &&
    service.kinds.some((kind) => app.services.reference.checklist.byId(kind)?.reviewEveryMonths === 3)
  const asked = (await db().selectFrom('office.provider_contact').select('service').execute()).map((one) => one.service)
  const due = (await published())
    .filter((one) => three(one) && one.phones.length > 0 && one.checked !== null && !asked.includes(one.id))
    .sort((one, other) => ((one.checked?.on ?? '') < (other.checked?.on ?? '') ? -1 : 1))
    .slice(0, 5)
  const [a, b, c, d, e] = due.map(({ id }) => id)
  if (!a || !b || !c || !d || !e) throw new Error('the demonstration has no five services with the shortest clock')
  const found = { clicks: a, changes: b, gone: c, silent: d, letter: e }
  begin = Temporal.PlainDate.from(due.at(-1)?.checked?.on ?? '')
    .add({ months: 3 })
    .toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '07:00' })
    .toInstant()
  return found
}

/** What families read about a service: on its own page, and in its place on the page of the town. */
const seen = async (service: string) => {
  const own = await (await app.request(urls.service('en', town, service))).text()
  const all = await (await app.request(urls.town('en', town))).text()
  const entry = all.split('<article ').find((one) => one.includes(`data-service="${service}"`))
  if (entry === undefined) throw new Error('the page of the town hides a service')
  return [own, entry.split('</article>')[0] ?? ''] as const
}
const month = (at = now()) =>
  at.toZonedDateTimeISO('Europe/Amsterdam').toLocaleString('en', { month: 'long', year: 'numeric' })
const fresh = async (service: string) =>
  (await seen(service)).every(
    (html) => html.includes(`Last checked in ${month()}`) && !html.includes('call before you go'),
  )
const stale = async (service: string) =>
  (await seen(service)).every((html) => /Last checked in \w+ 20\d\d: call before you go/.test(html))
/** All five stand there at every date, and each says when it was last checked. */
const allDated = async () => {
  for (const service of Object.values(services)) {
    for (const html of await seen(service)) expect(html).toMatch(/Last checked in \w+ 20\d\d/)
  }
}

const browser = async (path: string, init: RequestInit = {}) => {
  const answer = await app.request(path, { ...init, headers: { cookie } })
  const next = answer.headers.get('location')
  return answer.status === 303 && next ? (await app.request(next, { headers: { cookie } })).text() : answer.text()
}
const open = (path: string) => {
  clicks += 1
  return browser(path)
}
const decoded = (text: string) => text.replaceAll('&amp;', '&')
/** Follows the link with these words. */
const follow = (html: string, words: string) => {
  const link = [...html.matchAll(/<a\b[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].find(([, , text]) =>
    text?.replace(/<[^>]+>/g, '').includes(words),
  )
  if (!link?.[1]) throw new Error(`no link says ${words}`)
  return open(decoded(link[1]))
}
/** Fills in the form to an address and presses a button. */
const press = (html: string, action: string, typed: Readonly<Record<string, string | readonly string[]>> = {}) => {
  clicks += 1
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...formTo(html, action), ...typed })) {
    for (const one of [value].flat()) body.append(name, one)
  }
  return browser(action, { method: 'POST', body })
}

const linkOf = async (name: string, purpose: 'confirm' | 'change') => {
  const [mail] = await mailsTo(app.services, `${name}@provider.example`)
  return linksIn(app.services, mail?.text ?? '')[purpose]
}
/** What the provider does, by the newest mail. */
const confirm = async (name: string) => {
  const link = await linkOf(name, 'confirm')
  const seen = inputValue(await (await app.request(link)).text(), 'seen')
  return app.request(link, { method: 'POST', body: new URLSearchParams({ seen }) })
}
const counted = async (name: string) => (await mailsTo(app.services, `${name}@provider.example`)).length
const steps = async (service: string) => {
  const request = await newestRequest(db(), service)
  return request ? (await stepsOf(db(), request.id)).map(({ step }) => step) : []
}

/** For which of them the list of what is missing says that their provider has been asked, and that there is nothing to do. */
const waitedFor = async () => {
  const lines: string[] = []
  for (let page = 1; page <= 9; page += 1) lines.push(...(await browser(urls.officeMissing(town, page))).split('<li>'))
  return Object.entries(services).flatMap(([name, id]) => {
    const line = lines.find((one) => one.includes(`"${urls.officeProvider(town, id)}"`))
    if (line === undefined) return []
    expect(line).toMatch(/was asked on .*Nothing to do until/s)
    expect(line).not.toMatch(/\d minute/)
    return [name]
  })
}

test('once: the office writes down who confirms them, all on one page', async () => {
  const work = await open(urls.office())
  const page = await follow(work, 'Say who confirms')
  const contacts = Object.entries(services).flatMap(([name, id]) => [
    [`email-${id}`, name === 'letter' ? '' : `${name}@provider.example`],
    [`postal-${id}`, name === 'letter' ? 'Huis Voorbeeld\nPostbus 12' : ''],
    [`language-${id}`, 'en'],
  ])
  const ticked = { ...Object.fromEntries(contacts), services: Object.values(services) }
  expect(await press(page, urls.officeWhoConfirms(town), ticked)).toContain('5 services have somebody now')
  const kept = await db().selectFrom('office.provider_contact').select('email').execute()
  expect(kept.map(({ email }) => email)).toEqual(expect.arrayContaining(['clicks@provider.example', null]))
})

test('the first morning: all but one are mailed; families see the services all the time', async () => {
  await morning()
  const mailed = ['clicks', 'changes', 'gone', 'silent']
  expect(await Promise.all(mailed.map(counted))).toEqual([1, 1, 1, 1])
  await expect.poll(() => steps(services.gone), { timeout: 30_000 }).toEqual(['office'])
  await allDated()
  // One's mail came back, and another's letter still lies in the office: those two are to be done.
  expect(await waitedFor()).toEqual(['clicks', 'changes', 'silent'])
})

test('the first day: one confirms by a click, without the office', async () => {
  expect((await confirm('clicks')).status).toBe(303)
  await eventually(async () => expect(await fresh(services.clicks)).toBe(true))
  expect(clicks).toBe(3)
})

test('the second day: one has another number; the office takes it over and publishes', async () => {
  day = 1
  const link = await linkOf('changes', 'change')
  const change = formTo(await (await app.request(link)).text(), link) as Record<string, string>
  const number = '020 555 0199'
  const sent = await app.request(link, { method: 'POST', body: new URLSearchParams({ ...change, phones: number }) })
  expect(sent.status).toBe(303)
  expect((await seen(services.changes)).join()).not.toContain('555 0199')

  const work = await open(urls.office())
  const page = await follow(work, 'Look at what a provider has changed')
  const taken = await press(page, urls.officeProviderChange(town, services.changes), {
    parts: 'phones',
    decision: 'take',
  })
  expect(taken).toContain('Taken over into the draft')
  const publish = await follow(taken, 'Publish')
  await press(publish, urls.officePublish(town))
  await eventually(async () => {
    for (const html of await seen(services.changes)) expect(html).toContain('555 0199')
  })
  expect(await fresh(services.changes)).toBe(true)
  await allDated()
})

test('the same visit: one has no e-mail; its letter is printed and posted, and its code is typed', async () => {
  const work = await open(urls.office())
  const page = await follow(work, 'Print a letter to a provider')
  const print = urls.officeLettersPrint(town)
  const form = { ...formTo(page, print), sender: 'Youth office\nRaadhuisplein 1' } as Record<string, string>
  clicks += 1
  const body = new URLSearchParams(form)
  const printed = await app.request(print, { method: 'POST', headers: { cookie }, body })
  const { text } = await readPdf(new Uint8Array(await printed.arrayBuffer()))
  expect(await press(page, urls.officeLettersPosted(town), form)).toContain('No letter waits')

  const code = /(?:[2-9A-Z]{3}-){5}[2-9A-Z]{3}/.exec(text)?.[0] ?? ''
  const typed = await app.request(urls.letterCode('en'), { method: 'POST', body: new URLSearchParams({ code }) })
  const link = typed.headers.get('location') ?? ''
  const seen = inputValue(await (await app.request(link)).text(), 'seen')
  expect((await app.request(link, { method: 'POST', body: new URLSearchParams({ seen }) })).status).toBe(303)
  await eventually(async () => expect(await fresh(services.letter)).toBe(true))
})

test('the same visit: the mailbox of another is gone; it gets an address that works, and confirms', async () => {
  const work = await open(urls.office())
  const page = await follow(work, 'Mails to a provider do not arrive')
  expect(page).toContain('550')
  await press(page, urls.officeProvider(town, services.gone), { email: 'found@provider.example' })
  day = 2
  await morning()
  expect(await counted('found')).toBe(1)
  expect((await confirm('found')).status).toBe(303)
  await eventually(async () => expect(await fresh(services.gone)).toBe(true))
  await allDated()
})

test('whoever never answers is asked twice, then the office hears of it, then the association; families read when it was checked', async () => {
  const association = await db().selectFrom('published.association').select('id').executeTakeFirstOrThrow()
  const coordinator = await signIn(app, 'Cora', [
    { role: 'coordinator', scope: { kind: 'association', id: association.id } },
  ])
  const told: Record<number, readonly string[]> = {}
  const waited: Record<number, readonly string[]> = {}
  for (day of [13, 14, 41, 42, 69, 70]) {
    await morning()
    told[day] = await steps(services.silent)
    waited[day] = await waitedFor()
    expect(await stale(services.silent)).toBe(true)
    await allDated()
  }
  expect(waited).toEqual({ 13: ['silent'], 14: ['silent'], 41: ['silent'], 42: [], 69: [], 70: [] })
  expect(told).toEqual({
    13: [],
    14: ['second'],
    41: ['second'],
    42: ['second', 'office'],
    69: ['second', 'office'],
    70: ['second', 'office', 'association'],
  })
  expect(await counted('silent')).toBe(2)
  expect(await coordinator.read(urls.office())).toContain('see whether the town needs help')
  // The others were confirmed ten weeks ago and are not asked again yet.
  expect([await counted('clicks'), await counted('changes'), await counted('found')]).toEqual([1, 1, 1])
})

test('at last the office telephones: one call, and the page is fresh', async () => {
  const before = clicks
  cookie = await app.signIn(demonstrationPerson('officer'))
  const work = await open(urls.office())
  const page = await follow(work, 'Telephone a provider')
  await press(page, urls.officeProviderAsked(town, services.silent))
  await eventually(async () => expect(await fresh(services.silent)).toBe(true))
  expect(clicks - before).toBe(3)
  await allDated()
})

test('the guide says how many clicks all of that was', () => {
  const guide = readFileSync('docs/guides/town-officer.md', 'utf8')
  expect(/(\d+) clicks in all/.exec(guide)?.[1]).toBe(`${clicks}`)
})
