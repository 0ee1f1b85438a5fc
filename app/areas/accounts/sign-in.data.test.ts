import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { officer, openTestOffice, type TestOffice } from './test-office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openTestOffice()
})
afterAll(() => office.close())

const own = urls.officeTown({ country: 'NL', slug: 'example-town' })

function get(path: string, headers: Record<string, string> = {}) {
  return office.app.request(path, { headers })
}

function post(path: string, fields: Record<string, string> | URLSearchParams, headers: Record<string, string> = {}) {
  return office.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers })
}

/** The Cookie header of a browser that got this answer. */
function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function hidden(html: string, name: string): string | undefined {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1]
}

/** The path of a link that opens a page with a button, and presses it. */
async function followLink(link: string): Promise<Response> {
  const url = new URL(link)
  const page = await (await get(url.pathname + url.search)).text()
  const to = hidden(page, 'to')
  return post(url.pathname, { token: hidden(page, 'token') ?? '', ...(to ? { to } : {}) })
}

async function signIn(): Promise<string> {
  return cookieOf(await followLink(await office.accounts.createSignInLink(officer)))
}

async function mailTo(address: string) {
  return expect.poll(async () => (await office.outbox.list()).find((mail) => mail.to === address), { timeout: 20_000 })
}

async function auditNames(): Promise<string[]> {
  const rows = await office.database.db.selectFrom('audit.record').select('action').orderBy('id').execute()
  return rows.map((row) => row.action)
}

test('from a page of the office, by mail, back to that page, and out again', async () => {
  const turnedAway = await get(own)
  expect(turnedAway.status).toBe(303)
  const signInPath = turnedAway.headers.get('location') ?? ''
  expect(signInPath).toBe(urls.signIn(own))

  const form = await (await get(signInPath)).text()
  expect(htmlFaults(form)).toEqual([])
  const sent = await post(urls.signIn(), { email: ` ${officer.toUpperCase()} `, to: hidden(form, 'to') ?? '' })
  expect(sent.status).toBe(303)
  const sentPage = await (await get(sent.headers.get('location') ?? '')).text()
  expect(htmlFaults(sentPage)).toEqual([])
  expect(sentPage).toContain('Look into your mailbox')

  await (await mailTo(officer)).toBeDefined()
  const mail = (await office.outbox.list())[0]
  expect(mail?.subject).toBe('Your link to sign in to Safe Towns')
  expect(mail?.text).toContain('Hello Anna Officer,')
  const link = /http:\S+/.exec(mail?.text ?? '')?.[0] ?? ''

  const signedIn = await followLink(link)
  expect(signedIn.status).toBe(303)
  expect(signedIn.headers.get('location')).toBe(own)
  const [cookie, ...more] = signedIn.headers.getSetCookie()
  expect(more).toEqual([])
  for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(part)
  const session = cookieOf(signedIn)

  const page = await get(own, { cookie: session })
  expect(page.status).toBe(200)
  expect(await page.text()).toBe('example-town in en')
  expect(page.headers.get('cache-control')).toBe('no-store')

  const out = await post(urls.signOut(), {}, { cookie: session })
  expect(out.headers.get('location')).toBe(urls.signIn())
  expect(out.headers.getSetCookie().join()).toMatch(/Max-Age=0/i)
  expect((await get(own, { cookie: session })).status).toBe(303)
  expect(await auditNames()).toEqual(expect.arrayContaining(['accounts.link-issued', 'accounts.sign-in']))
})

test('opening a link signs nobody in, however often; pressing the button does, once', async () => {
  const link = await office.accounts.createSignInLink(officer, own)
  const { pathname, search } = new URL(link)
  for (const _ of [1, 2]) {
    const opened = await get(pathname + search)
    expect(opened.status).toBe(200)
    expect(opened.headers.getSetCookie()).toEqual([])
    expect(htmlFaults(await opened.text())).toEqual([])
  }
  const [first, second] = await Promise.all([followLink(link), followLink(link)])
  expect([first.status, second.status].sort()).toEqual([303, 410])

  const over = await followLink(link)
  expect(over.status).toBe(410)
  expect(over.headers.getSetCookie()).toEqual([])
  const page = await over.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('This link no longer works')
  expect(page).toContain(`href="${urls.signIn(own).replace('&', '&amp;')}"`)
})

test('the database does not hold what a link holds', async () => {
  const link = await office.accounts.createSignInLink(officer)
  const token = new URL(link).searchParams.get('token') ?? ''
  expect(token.length).toBeGreaterThan(40)
  const rows = await office.database.db.selectFrom('accounts.verification').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a link that has expired says so and offers a new one', async () => {
  const link = await office.accounts.createSignInLink(officer)
  await office.database.db
    .updateTable('accounts.verification')
    .set({ expires_at: new Date(0) })
    .execute()
  const answer = await followLink(link)
  expect(answer.status).toBe(410)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('an invented link is an expired one', async () => {
  const answer = await post(new URL('http://x/sign-in/link').pathname, { token: 'a'.repeat(43) })
  expect(answer.status).toBe(410)
})

test('an unknown address gets the same answer and no mail', async () => {
  const before = (await office.outbox.list()).length
  const known = await post(urls.signIn(), { email: officer })
  const unknown = await post(urls.signIn(), { email: 'stranger@example.org' })
  expect(unknown.status).toBe(known.status)
  expect([...unknown.headers]).toEqual([...known.headers])
  expect(await unknown.text()).toBe(await known.text())
  // Jobs of one kind are done in order: once the last request has its mail, the stranger's has been dealt with.
  await post(urls.signIn(), { email: officer })
  await expect.poll(async () => (await office.outbox.list()).length, { timeout: 20_000 }).toBe(before + 2)
  expect((await office.outbox.list()).filter((mail) => mail.to !== officer)).toEqual([])
  const persons = await office.database.db.selectFrom('accounts.person').select('email').execute()
  expect(persons).toEqual([{ email: officer }])
})

test('what cannot be an address is refused, and stays in the form', async () => {
  const answer = await post(urls.signIn(), { email: 'anna at <town>', to: own })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('value="anna at &lt;town&gt;"')
  expect(hidden(page, 'to')).toBe(own)
})

test.each(['//evil.example', '/\\evil.example', 'https://evil.example/office', '/office/..//evil.example', '/en'])(
  'nobody is sent to %s after signing in',
  async (to) => {
    const link = new URL(await office.accounts.createSignInLink(officer))
    const token = link.searchParams.get('token') ?? ''
    expect(await (await get(urls.signIn(to))).text()).not.toContain('evil')
    expect(hidden(await (await get(urls.signInLink('x', to))).text(), 'to')).toBeUndefined()
    const answer = await post(link.pathname, { token, to })
    expect(answer.headers.get('location')).toBe(urls.office())
  },
)

test('many requests for one address fill no mailbox and change no answer', async () => {
  const { db } = office.database
  await db
    .insertInto('accounts.person')
    .values({ id: crypto.randomUUID(), name: 'B', email: 'b@x.example', language: 'en', image: null })
    .execute()
  for (let count = 0; count < 8; count += 1) {
    expect(
      (await post(urls.signIn(), { email: 'b@x.example' }, { 'x-forwarded-for': `198.51.100.${count}` })).status,
    ).toBe(303)
  }
  const count = async () => (await office.outbox.list()).filter((mail) => mail.to === 'b@x.example').length
  await expect.poll(count, { timeout: 20_000 }).toBe(5)
  await db.deleteFrom('accounts.person').where('email', '=', 'b@x.example').execute()
})

test('a caller who sends forms without end is refused', async () => {
  const statuses = new Set<number>()
  for (let count = 0; count < 61; count += 1) {
    const answer = await post(urls.signIn(), { email: 'no address' }, { 'x-forwarded-for': '203.0.113.7' })
    statuses.add(answer.status)
  }
  expect([...statuses]).toEqual([422, 429])
})

test('a form that comes after the session has ended keeps every field, and can be saved after signing in', async () => {
  const session = await signIn()
  await office.database.db
    .updateTable('accounts.session')
    .set({ expires_at: new Date(0) })
    .execute()
  const typed = new URLSearchParams([
    ['name', 'Jeugd "hulp" & meer'],
    ['text', 'first line\nsecond <line>'],
    ['languages', 'nl'],
    ['languages', 'ar'],
    ['then', 'add'],
    ['secret-street', 'Geheimstraat 5'],
  ])
  const answer = await post(`${own}?part=1`, typed, { cookie: session })
  expect(answer.status).toBe(401)
  expect(office.saved).toEqual([])
  const page = await answer.text()
  expect(htmlFaults(page).filter((fault) => !fault.startsWith('form-dup-name'))).toEqual([])
  expect(page).toContain('Nothing you typed is lost')
  expect(page).not.toContain('Geheimstraat')
  expect(page).toContain(`href="${urls.signIn()}" target="_blank" rel="noopener"`)
  expect(page).toContain(`action="${own}?part=1"`)

  const decoded = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
  const kept = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  const again = new URLSearchParams(
    kept.map(([, name = '', value = '']): [string, string] => [decoded(name), decoded(value)]),
  )
  expect((await post(`${own}?part=1`, again, { cookie: await signIn() })).status).toBe(200)
  expect(office.saved).toEqual([
    {
      by: officer,
      act: 'test.edit',
      fields: [
        ['name', ['Jeugd "hulp" & meer']],
        ['text', ['first line\nsecond <line>']],
        ['languages', ['nl', 'ar']],
        ['then', ['add']],
      ],
    },
  ])
})

test('a session that is used stays; the browser is told', async () => {
  const session = await signIn()
  const soon = new Date(Date.now() + 3_600_000)
  await office.database.db.updateTable('accounts.session').set({ expires_at: soon }).execute()
  const page = await get(urls.office(), { cookie: session })
  expect(page.headers.getSetCookie().join()).toMatch(/Max-Age=28800/i)
  const row = await office.database.db
    .selectFrom('accounts.session')
    .select('expires_at')
    .orderBy('expires_at', 'desc')
    .executeTakeFirst()
  expect((row?.expires_at.getTime() ?? 0) - Date.now()).toBeGreaterThan(7.9 * 3_600_000)
  expect((await get(urls.office(), { cookie: session })).headers.getSetCookie()).toEqual([])
})

test('a cookie that was tampered with is no session', async () => {
  const session = await signIn()
  const name = session.split('=')[0]
  expect((await get(own, { cookie: `${name}=forged.c2lnbmF0dXJl` })).status).toBe(303)
  expect(
    (await get(own, { cookie: session.replace(/=(.)/, (_, first) => `=${first === 'x' ? 'y' : 'x'}`) })).status,
  ).toBe(303)
})

test('neither the network address nor the browser of a person is recorded', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9', 'user-agent': 'Browser 1.0' }
  const link = new URL(await office.accounts.createSignInLink(officer))
  const answer = await post(link.pathname, { token: link.searchParams.get('token') ?? '' }, headers)
  await get(urls.office(), { cookie: cookieOf(answer), ...headers })
  const rows = await office.database.db.selectFrom('accounts.session').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113\.9|Browser/)
})

test('a public page needs no session and sets no cookie, even for somebody signed in', async () => {
  const answer = await get('/public', { cookie: await signIn() })
  expect(answer.status).toBe(200)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('somebody whom nobody knows begins by a mailed link, gives their name, and holds no role', async () => {
  const email = 'elected@council.example'
  expect(await (await get(urls.newcomer())).text()).toContain(urls.join())
  const wrong = await post(urls.newcomer(), { email: 'no address' })
  expect([wrong.status, htmlFaults(await wrong.text())]).toEqual([422, []])
  const asked = await post(urls.newcomer(), { email, form: 'one' }, { 'accept-language': 'de' })
  expect(asked.headers.get('location')).toBe(`${urls.newcomer()}?sent=1`)
  await (await mailTo(email)).toMatchObject({ subject: expect.stringContaining('Beginnen bei') })
  const mail = (await office.outbox.list()).find(({ to }) => to === email)
  const link = new URL(/https?:\/\/\S+/.exec(mail?.text ?? '')?.[0] ?? '')
  // Programs that check mails open links: nobody is known by that.
  const page = await (await get(link.pathname + link.search)).text()
  expect([htmlFaults(page), page.includes(email)]).toEqual([[], true])
  const known = () =>
    office.database.db.selectFrom('accounts.person').select(['name', 'language']).where('email', '=', email).execute()
  expect(await known()).toEqual([])
  const token = hidden(page, 'token') ?? ''
  const nameless = await post(link.pathname, { token, name: '', language: 'de' })
  expect([nameless.status, htmlFaults(await nameless.text()), await known()]).toEqual([422, [], []])
  const begun = await post(link.pathname, { token, name: 'Edda Example', language: 'de' })
  expect([begun.status, begun.headers.get('location')]).toEqual([303, urls.applyPact()])
  expect(await known()).toEqual([{ name: 'Edda Example', language: 'de' }])
  expect((await get(urls.office(), { cookie: cookieOf(begun) })).status).toBe(200)
  expect((await get(own, { cookie: cookieOf(begun) })).status).toBe(404)
  // Once, and never for somebody else.
  expect((await post(link.pathname, { token, name: 'Another', language: 'de' })).status).toBe(410)
  expect((await get(urls.newcomerLink('x'.repeat(40)))).status).toBe(410)
  // Whoever is known gets the usual link, and the page says the same.
  await post(urls.newcomer(), { email, form: 'two' })
  await expect
    .poll(async () => (await office.outbox.list()).filter((one) => one.to === email).map(({ subject }) => subject), {
      timeout: 20_000,
    })
    .toEqual([expect.stringContaining('Ihr Link'), expect.stringContaining('Beginnen bei')])
})
