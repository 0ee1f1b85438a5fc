import { afterEach, expect, test } from 'vitest'
import { actOf } from '../../platform/audit/audit.ts'
import { systemClock } from '../../platform/clock.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensurePerson, grantRole } from './index.ts'
import { accountsRetention } from './retention-rules.ts'
import { officer, openTestOffice, type TestOffice, towns } from './test-office.ts'

let office: TestOffice
afterEach(() => office.close())

async function open(options: { production?: boolean } = {}) {
  office = await openTestOffice(options)
  const link = new URL(await office.accounts.createSignInLink(officer))
  const body = new URLSearchParams({ token: link.searchParams.get('token') ?? '' })
  const answer = await office.app.request(link.pathname, { method: 'POST', body })
  const setCookie = answer.headers.getSetCookie()
  const cookie = setCookie.map((one) => one.split(';')[0]).join('; ')
  const get = (path: string) => office.app.request(path, { headers: { cookie } })
  return { ...office, get, setCookie }
}

test('a town of others and a town that does not exist look the same', async () => {
  const { get } = await open()
  const foreign = await get(urls.officeTown({ country: 'DE', slug: 'musterstadt' }))
  const unknown = await get(urls.officeTown({ country: 'DE', slug: 'nowhere' }))
  const elsewhere = await get(urls.officeTown({ country: 'DE', slug: 'example-town' }))
  for (const answer of [foreign, unknown, elsewhere]) expect(answer.status).toBe(404)
  expect([...foreign.headers]).toEqual([...unknown.headers])
  expect(await foreign.text()).toBe(await unknown.text())
})

test('the home of the office lists the towns of the person and nobody else’s', async () => {
  const { get } = await open()
  const answer = await get(urls.office())
  const page = await answer.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain(`href="${urls.officeTown({ country: 'NL', slug: 'example-town' })}"`)
  expect(page).not.toContain('Musterstadt')
  expect(page).toContain('Anna Officer')
})

test('in development the outbox shows the mails, the newest first', async () => {
  const { get, outbox } = await open()
  const mail = { to: 'a@x.example', subject: 'Old', text: 'Hello\n\nhttps://towns.example/x', from: 'x' }
  await outbox.add({ ...mail, messageId: '<1@x.example>', writtenAt: '2026-03-03T10:00:00Z' })
  await outbox.add({ ...mail, subject: 'New', messageId: '<2@x.example>', writtenAt: '2026-03-03T11:00:00Z' })
  const page = await (await get(urls.outbox())).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page.indexOf('New')).toBeLessThan(page.indexOf('Old'))
  const one = /href="(\/office\/outbox\?mail=[^"]*)"/.exec(page)?.[1] ?? ''
  const mailPage = await (await get(one)).text()
  expect(htmlFaults(mailPage)).toEqual([])
  expect(mailPage).toContain('href="https://towns.example/x"')
  expect((await get(`${urls.outbox()}?mail=../secret`)).status).toBe(404)
  expect((await office.app.request(urls.outbox())).status).toBe(303)
})

test('in production there is no outbox, and the cookie is secure', async () => {
  const { get, setCookie } = await open({ production: true })
  expect((await get(urls.office())).status).toBe(200)
  expect((await get(urls.outbox())).status).toBe(404)
  expect(await (await get(urls.office())).text()).not.toContain(urls.outbox())
  expect(setCookie.join()).toContain('Secure')
})

test('a role is granted and recorded once; a person keeps what they had', async () => {
  const { database } = await open()
  const act = actOf('test', 'accounts.grant-role', systemClock.now())
  const { db } = database
  const again = await ensurePerson(db, { email: officer.toUpperCase(), name: 'Other', language: 'ar' })
  expect(again).toMatchObject({ email: officer, name: 'Anna Officer', language: 'en' })
  await grantRole(db, act, again.id, 'secretariat', { kind: 'instance' })
  await grantRole(db, act, again.id, 'secretariat', { kind: 'instance' })
  const roles = await db.selectFrom('accounts.role').select('role').orderBy('role').execute()
  expect(roles.map(({ role }) => role)).toEqual(['officer', 'secretariat'])
  const records = await db.selectFrom('audit.record').select('detail').where('action', '=', act.name).execute()
  expect(records.map(({ detail }) => detail)).toEqual([
    { role: 'officer', scope: 'authority' },
    { role: 'secretariat', scope: 'instance' },
  ])
  await expect(grantRole(db, act, again.id, 'officer', { kind: 'instance' })).rejects.toThrow()
  await expect(grantRole(db, act, again.id, 'secretariat', { kind: 'authority', id: towns[0].id })).rejects.toThrow()
})

test('a person who is gone is signed out', async () => {
  const { get, database } = await open()
  await database.db.deleteFrom('accounts.person').execute()
  expect((await get(urls.office())).status).toBe(303)
})

test('every night expired sessions and links go, and only those', async () => {
  const { database, accounts, get } = await open()
  const { db } = database
  await accounts.createSignInLink(officer)
  const link = { value: '{}', created_at: new Date(0), updated_at: new Date(0), expires_at: new Date(1) }
  await db
    .insertInto('accounts.verification')
    .values({ id: 'old', identifier: 'old', ...link })
    .execute()
  const person = await db.selectFrom('accounts.person').select('id').executeTakeFirstOrThrow()
  await db
    .insertInto('accounts.session')
    .values({
      id: crypto.randomUUID(),
      person: person.id,
      token: 'old',
      expires_at: new Date(1),
      ip_address: '',
      user_agent: '',
    })
    .execute()
  await sweep(db, accountsRetention.rules, Temporal.Now.instant())
  expect(await db.selectFrom('accounts.session').select('token').execute()).toHaveLength(1)
  const links = await db.selectFrom('accounts.verification').select('id').execute()
  expect(links).toHaveLength(1)
  expect(links[0]?.id).not.toBe('old')
  expect((await get(urls.office())).status).toBe(200)
})
