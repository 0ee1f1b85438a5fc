/** From the day a service is due to what families read: confirmed by a click, changed, taken over. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { formOf, formTo } from '../../../tests/page-form.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { listChecks, readCurrent, readDraftService, type Service } from '../checklist/index.ts'
import { deleteContact } from './contact-store.ts'
import { askAbout, exampleTown, linkFor, linksIn, mailsTo, publishedService } from './test-provider.ts'

const town = { country: 'NL', slug: 'example-town' }
let app: TestApp
let authority: string
let cookie: string
let ahead = Temporal.Duration.from({ hours: 0 })
const now = () => Temporal.Now.instant().add(ahead)
beforeAll(async () => {
  app = await testApp({ clock: { now, milliseconds: () => now().epochMilliseconds } })
  authority = await exampleTown(app.services)
  cookie = await app.signIn(demonstrationPerson('officer'))
})
afterAll(() => app.close())

const db = () => app.services.database.db
const get = async (path: string) => app.request(path, { headers: { cookie } })
const read = async (path: string) => (await get(path)).text()
const post = (path: string, fields: Record<string, string | readonly string[]>, by = cookie) => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return app.request(path, { method: 'POST', headers: { cookie: by }, body })
}
const current = async () => {
  const document = await readCurrent(db(), authority)
  if (!document) throw new Error('nothing is published')
  return document
}
const published = async (id: string): Promise<Service> => {
  const found = (await current()).services.find((one) => one.id === id)
  if (!found) throw new Error('not published')
  return found
}
const today = () => now().toZonedDateTimeISO('Europe/Amsterdam').toPlainDate().toString()

test('the mail says what families read, in the language of the provider, with two links and no account', async () => {
  const id = await publishedService(app.services)
  await askAbout(app.services, id, 'house@provider.example', 'de')
  const [mail] = await mailsTo(app.services, 'house@provider.example')
  const { phones, name } = await published(id)
  expect(mail?.subject).toContain('Stimmt noch')
  expect(mail?.text).toContain(phones[0]?.number ?? 'no phone')
  expect(mail?.text).toContain(name['en']?.text ?? name['nl']?.text ?? 'no name')
  const { confirm, change } = linksIn(app.services, mail?.text ?? '')
  expect([confirm, change].map((link) => link.length)).toEqual([52, 59])
  const page = await app.request(confirm)
  const html = await page.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('lang="de"')
  expect(html).toContain('Alles stimmt')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.getSetCookie()).toEqual([])
  expect(htmlFaults(await (await app.request(change)).text())).toEqual([])
  // Asked again on the same day: nobody gets a second one.
  await askAbout(app.services, id, 'house@provider.example', 'de')
  expect(await mailsTo(app.services, 'house@provider.example')).toHaveLength(1)
})

test('opening a link changes nothing; its button changes the day of the check and nothing else', async () => {
  const { path, service: id } = await linkFor(app.services, 'click@provider.example', 'confirm')
  const introduction = urls.officeIntroduction(town)
  const draft = formOf(await read(introduction))
  await post(introduction, { ...draft, 'introduction-en': 'An unfinished thought' })
  const part = urls.officeServicePart(town, id, 'conditions')
  await post(part, { ...formOf(await read(part)), feeNote: 'Unfinished, too' })
  const before = await current()
  for (let opened = 0; opened < 3; opened += 1) await app.request(path)
  expect((await current()).version).toBe(before.version)
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(await (await app.request(path)).text())?.[1] ?? ''
  expect((await post(path, { seen }, '')).status).toBe(303)
  const after = await current()
  expect(after.version).toBe(before.version + 1)
  const checked = { on: today(), by: 'provider' }
  const expected = before.services.map((one) => (one.id === id ? { ...one, checked } : one))
  expect(after.services).toEqual(expected)
  expect([after.introduction, after.answers]).toEqual([before.introduction, before.answers])
  // The draft keeps what is unfinished and learns of the day.
  const drafted = await readDraftService(db(), authority, id)
  expect(JSON.stringify(drafted?.facts.feeNote)).toContain('Unfinished, too')
  expect(drafted?.facts.checked).toEqual(checked)
  expect(drafted?.changedBy.person).not.toBeNull()
  expect(await listChecks(db(), id, 5)).toMatchObject([{ way: 'mail', person: null }])
  expect(await read(urls.officeService(town, id))).toContain('Provider, by a link in a mail')
  const used = await (await app.request(path)).text()
  expect(used).toContain('You confirmed on')
  await post(path, { seen }, '')
  expect((await current()).version).toBe(after.version)
})

test('whoever had the service open when it was confirmed loses nothing, and takes the confirmation back with nothing', async () => {
  const { path, service: id } = await linkFor(app.services, 'merge@provider.example', 'confirm')
  const part = urls.officeServicePart(town, id, 'conditions')
  const form = formOf(await read(part))
  const seen = /name="seen" value="([0-9a-f]+)"/.exec(await (await app.request(path)).text())?.[1] ?? ''
  await post(path, { seen }, '')
  const saved = await post(part, { ...form, feeNote: 'Typed meanwhile' })
  expect(saved.status).toBe(409)
  const merged = formOf(await saved.text())
  expect(merged['feeNote']).toBe('Typed meanwhile')
  expect((await post(part, merged)).status).toBe(303)
  const drafted = await readDraftService(db(), authority, id)
  expect(drafted?.facts.checked).toEqual({ on: today(), by: 'provider' })
})

test('a page that was published anew between look and click is shown again before it is confirmed', async () => {
  const { path, service: id } = await linkFor(app.services, 'meanwhile@provider.example', 'confirm')
  const before = (await published(id)).checked
  const refused = await post(path, { seen: '0'.repeat(64) }, '')
  expect(refused.status).toBe(409)
  const html = await refused.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('changed just now')
  expect((await published(id)).checked).toEqual(before)
})

test('a link runs out and says so; an invented one leads nowhere', async () => {
  const { path } = await linkFor(app.services, 'late@provider.example', 'confirm')
  ahead = Temporal.Duration.from({ hours: 24 * 500 })
  const page = await app.request(path)
  expect(page.status).toBe(410)
  expect(await page.text()).toContain('This link has run out')
  ahead = Temporal.Duration.from({ hours: 0 })
  expect((await app.request(urls.providerConfirm('a'.repeat(43)))).status).toBe(404)
  const links = await db().selectFrom('office.confirmation_link').select('secret_sha256').execute()
  expect(JSON.stringify(links)).not.toContain(path.split('/').at(-1))
})

test('what a provider sends waits for the office, which is told, and takes it over part by part', async () => {
  const { path, service: id } = await linkFor(app.services, 'change@provider.example', 'change')
  const before = await published(id)
  const fields = { phones: '0800 7777', email: 'new@provider.example', other: 'We have moved to a nicer room' }
  expect((await post(path, { ...fields, hours: '', web: before.web ?? '' }, '')).status).toBe(303)
  expect(await (await app.request(path)).text()).toContain('Your changes have arrived')
  expect(await published(id)).toEqual(before)
  const told = await mailsTo(app.services, demonstrationPerson('officer'))
  expect(told[0]?.subject).toContain('has sent changes')
  expect(told[0]?.text).not.toContain('nicer room')
  expect(await read(urls.office())).toContain('Look at what a provider has changed')
  const page = urls.officeProvider(town, id)
  const html = await read(page)
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('We have moved to a nicer room')
  const act = urls.officeProviderChange(town, id)
  const form = formTo(html, act)
  const decided = await post(act, { ...form, parts: ['phones', 'other'], decision: 'take' })
  expect(decided.headers.get('location')).toBe(`${page}?saved=taken`)
  const drafted = await readDraftService(db(), authority, id)
  expect(drafted?.facts.phones.map(({ number }) => number)).toEqual(['0800 7777'])
  expect(drafted?.facts.email).toBe(before.email)
  expect(await published(id)).toEqual(before)
  expect(await read(page)).not.toContain('nicer room')
})

test('what the office refuses changes nothing, and waits no more', async () => {
  const { path, service: id } = await linkFor(app.services, 'refused@provider.example', 'change')
  const before = await readDraftService(db(), authority, id)
  await post(path, { phones: '0800 6666' }, '')
  const act = urls.officeProviderChange(town, id)
  const form = formTo(await read(urls.officeProvider(town, id)), act)
  const none = await post(act, { ...form, decision: 'take' })
  expect([none.status, htmlFaults(await none.text())]).toEqual([422, []])
  const decided = await post(act, { ...form, decision: 'refuse' })
  expect(decided.headers.get('location')).toContain('saved=refused')
  expect(await readDraftService(db(), authority, id)).toEqual(before)
  expect(await read(urls.officeProvider(town, id))).not.toContain('0800 6666')
})

test('another address makes old links void, and its owner is asked next', async () => {
  const { path, service: id } = await linkFor(app.services, 'left@provider.example', 'confirm')
  const page = urls.officeProvider(town, id)
  const form = formTo(await read(page), page)
  expect((await post(page, { ...form, email: 'came@provider.example' })).status).toBe(303)
  expect((await app.request(path)).status).toBe(410)
  await askAbout(app.services, id, 'came@provider.example')
  expect(await mailsTo(app.services, 'came@provider.example')).toHaveLength(1)
  await deleteContact(db(), id)
})

test('of a confidential place nothing says where it is, in the mail or from the provider', async () => {
  const id = await publishedService(app.services, true)
  await askAbout(app.services, id, 'shelter@provider.example')
  const [mail] = await mailsTo(app.services, 'shelter@provider.example')
  expect(mail?.text).toContain('Confidential, to keep people safe')
  const { change } = linksIn(app.services, mail?.text ?? '')
  const refused = await post(change, { phones: '0800 1111', other: 'We are at Kerkstraat 12 now' }, '')
  expect(refused.status).toBe(422)
  const html = await refused.text()
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('This place is confidential')
  expect(await db().selectFrom('office.provider_change').select('id').where('service', '=', id).execute()).toEqual([])
})
