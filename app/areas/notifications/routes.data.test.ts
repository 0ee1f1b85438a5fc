/** The pages on which people choose, through the whole application. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { outboxFolder } from '../../platform/mail/mailer.ts'
import { createOutbox } from '../../platform/mail/outbox.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { readPerson } from '../accounts/index.ts'
import { choosableKinds } from './rules.ts'
import { createStopTokens } from './stop-token.ts'

let app: TestApp
let cookie: string
let person: { id: string; email: string }
beforeAll(async () => {
  app = await testApp()
  const link = new URL(await app.services.accounts.createSignInLink(demonstrationPerson('officer')))
  const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '' })
  const answer = await app.request(link.pathname, { method: 'POST', body })
  cookie = answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const email = demonstrationPerson('officer')
  const { db } = app.services.database
  const { id } = await db
    .selectFrom('accounts.person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  person = { id, email }
})
afterAll(() => app?.close())

const page = urls.accountMail()
const everything = (timing: string) => Object.fromEntries(choosableKinds.map((kind) => [kind, timing]))
const token = (kinds: readonly (typeof choosableKinds)[number][], secret = app.services.config.secret) =>
  createStopTokens(secret).create(person, kinds)

function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  return app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
}

async function selected(): Promise<(string | undefined)[]> {
  const html = await (await app.request(page, { headers: { cookie } })).text()
  expect(htmlFaults(html)).toEqual([])
  return [...html.matchAll(/<option value="([^"]*)" selected/g)].map(([, value]) => value)
}

async function choices(): Promise<Record<string, string>> {
  return { ...(await app.services.notifications.choicesOf(person.id)) }
}

describe('the page of choices', () => {
  test('is for those who are signed in, and linked from their account', async () => {
    expect((await app.request(page)).headers.get('location')).toBe(urls.signIn(page))
    const account = await (await app.request(urls.account(), { headers: { cookie } })).text()
    expect(account).toContain(`href="${page}"`)
  })

  test('shows what holds, saves what was chosen, and says so', async () => {
    expect(await selected()).toEqual(choosableKinds.map(() => 'at-once'))
    const saved = await post(page, { ...everything('weekly'), helplines: 'never' }, { cookie })
    expect(saved.status).toBe(303)
    expect(saved.headers.get('location')).toBe(`${page}?done=1`)
    expect(await (await app.request(`${page}?done=1`, { headers: { cookie } })).text()).toContain(
      'Your choice is saved.',
    )
    expect(await selected()).toEqual(choosableKinds.map((kind) => (kind === 'helplines' ? 'never' : 'weekly')))
  })

  test('offers nothing for what protects somebody, and says why', async () => {
    const html = await (await app.request(page, { headers: { cookie } })).text()
    expect(html).toContain('cannot be turned off')
    expect(html).not.toMatch(/name="(?:security|contact)"/)
    await post(page, { ...everything('weekly'), security: 'never' }, { cookie })
    expect(Object.keys(await choices()).sort()).toEqual([...choosableKinds].sort())
  })

  test('refuses what does not exist, says at which field, and keeps the rest of the form', async () => {
    await post(page, everything('daily'), { cookie })
    const refused = await post(page, { ...everything('never'), people: 'sometimes' }, { cookie })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(htmlFaults(html)).toEqual([])
    expect(html).toContain('href="#people"')
    expect([...html.matchAll(/<option value="([^"]*)" selected/g)].map(([, value]) => value)).toEqual(
      choosableKinds.map((kind) => (kind === 'people' ? 'daily' : 'never')),
    )
    expect(new Set(Object.values(await choices()))).toEqual(new Set(['daily']))
  })

  test('takes no form of another site', async () => {
    const foreign = await post(page, everything('never'), { cookie, origin: 'https://evil.example' })
    expect(foreign.status).toBe(403)
  })
})

describe('the link of a mail', () => {
  async function stopPage(path: string) {
    const answer = await app.request(path)
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const html = await answer.text()
    expect(htmlFaults(html)).toEqual([])
    return { status: answer.status, html }
  }

  test('stops nothing when it is opened, however often; the button does', async () => {
    await post(page, everything('at-once'), { cookie })
    const path = urls.stopMail(token(['people', 'helplines']))
    for (const _ of [1, 2]) {
      const { status, html } = await stopPage(path)
      expect(status).toBe(200)
      expect(html).toContain(person.email)
      expect(html).toContain('People and roles, Helplines')
      expect(html).toContain(`<form method="post" action="${path}">`)
    }
    expect((await choices())['people']).toBe('at-once')

    const pressed = await post(path, {})
    expect([pressed.status, pressed.headers.get('location')]).toEqual([303, path])
    expect(pressed.headers.getSetCookie()).toEqual([])
    expect(await choices()).toEqual({
      people: 'never',
      approval: 'at-once',
      helplines: 'never',
      confirmations: 'at-once',
      support: 'at-once',
      reports: 'at-once',
      care: 'at-once',
      offers: 'at-once',
      directories: 'at-once',
      exchange: 'at-once',
      signing: 'at-once',
      practices: 'at-once',
      progress: 'at-once',
      meetings: 'at-once',
      questions: 'at-once',
    })
    expect((await stopPage(path)).html).toContain('These mails are stopped')
  })

  test('takes the one POST of a mail program, from wherever it comes, once and again', async () => {
    await post(page, everything('at-once'), { cookie })
    const path = urls.stopMail(token(['approval']))
    for (const _ of [1, 2]) {
      const headers = { origin: 'https://mail.example' }
      const answer = await post(path, { 'List-Unsubscribe': 'One-Click' }, headers)
      expect([answer.status, await answer.text()]).toEqual([200, 'stopped'])
      expect(answer.headers.getSetCookie()).toEqual([])
    }
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    const asParts = await app.request(urls.stopMail(token(['support'])), { method: 'POST', body: form })
    expect(asParts.status).toBe(200)
    expect(await choices()).toEqual({
      people: 'at-once',
      approval: 'never',
      helplines: 'at-once',
      confirmations: 'at-once',
      support: 'never',
      reports: 'at-once',
      care: 'at-once',
      offers: 'at-once',
      directories: 'at-once',
      exchange: 'at-once',
      signing: 'at-once',
      practices: 'at-once',
      progress: 'at-once',
      meetings: 'at-once',
      questions: 'at-once',
    })
    const { db } = app.services.database
    const records = await db
      .selectFrom('audit.record')
      .selectAll()
      .where('action', '=', 'notifications.stop')
      .orderBy('id')
      .execute()
    const lately = records.filter(({ actor }) => actor === 'mail').map(({ subject, detail }) => ({ subject, detail }))
    expect(lately.slice(-2)).toEqual([
      { subject: person.id, detail: { changed: ['approval'] } },
      { subject: person.id, detail: { changed: ['support'] } },
    ])
  })

  test('that is wrong, of another instance or of a former address says nothing of anybody', async () => {
    await post(page, everything('at-once'), { cookie })
    const former = createStopTokens(app.services.config.secret).create({ ...person, email: 'old@x.example' }, [
      'people',
    ])
    const wrong = ['', 'x', token(['people']).slice(1), token(['people'], 'y'.repeat(40)), former]
    for (const each of wrong) {
      const { status, html } = await stopPage(urls.stopMail(each))
      expect(status).toBe(404)
      expect(html).not.toContain(person.email)
      expect(html).toContain(`href="${page}"`)
      expect((await post(urls.stopMail(each), { 'List-Unsubscribe': 'One-Click' })).status).toBe(404)
    }
    expect(new Set(Object.values(await choices()))).toEqual(new Set(['at-once']))
  })

  test('speaks the language of the person, whatever the browser asks for', async () => {
    const { db } = app.services.database
    const before = await readPerson(db, person.id)
    await db.updateTable('accounts.person').set({ language: 'ar' }).where('id', '=', person.id).execute()
    const answer = await app.request(urls.stopMail(token(['people'])), { headers: { 'accept-language': 'de' } })
    expect(await answer.text()).toContain('lang="ar" dir="rtl"')
    await db
      .updateTable('accounts.person')
      .set({ language: before?.language ?? '' })
      .where('id', '=', person.id)
      .execute()
  })
})

test('the outbox shows the HTML of a mail alone, where nothing in it can run or reach the office', async () => {
  const outbox = createOutbox(outboxFolder(app.services.config.dataDir))
  const mail = { to: 'a@x.example', from: 'x', text: 'Hello', writtenAt: '2026-03-03T10:00:00Z' }
  const html = '<!doctype html><title>x</title><script>alert(1)</script>'
  await outbox.add({ ...mail, subject: 'With', html, messageId: '<1@x.example>' })
  await outbox.add({ ...mail, subject: 'Without', messageId: '<2@x.example>' })
  const [first, second] = await outbox.list()
  const ids = first?.html ? [first.id, second?.id ?? ''] : [second?.id ?? '', first?.id ?? '']
  const get = (path: string) => app.request(path, { headers: { cookie } })
  const [withHtml = '', without = ''] = ids
  expect(await (await get(`${urls.outbox()}?mail=${withHtml}`)).text()).toContain(`href="${urls.outboxHtml(withHtml)}"`)
  expect(await (await get(`${urls.outbox()}?mail=${without}`)).text()).not.toContain(urls.outboxHtml(''))
  const shown = await get(urls.outboxHtml(withHtml))
  expect(await shown.text()).toBe(html)
  const policy = shown.headers.get('content-security-policy')?.split('; ')
  expect(policy).toEqual(expect.arrayContaining(['sandbox', "default-src 'none'", "frame-ancestors 'none'"]))
  expect(policy?.join()).not.toContain('script')
  expect((await get(urls.outboxHtml(without))).status).toBe(404)
  expect((await app.request(urls.outboxHtml(withHtml))).status).toBe(303)
})
