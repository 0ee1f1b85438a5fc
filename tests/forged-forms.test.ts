/** Forms of the office that another site sends with the browser of somebody signed in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPerson } from '../app/demonstration/index.ts'
import { urls } from '../app/urls.ts'
import { type TestApp, testApp } from './test-app.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await testApp()
  cookie = await app.signIn(demonstrationPerson('officer'))
})
afterAll(() => app.close())

const publish = urls.officePublish({ country: 'NL', slug: 'example-town' })

test.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a page that hides where it is', { origin: 'null' }],
  ['another port of the same machine', { origin: 'http://localhost:1' }],
])('sent by %s are refused', async (_, headers) => {
  for (const path of [publish, urls.signOut(), urls.account(), urls.signIn()]) {
    const body = new URLSearchParams({ name: 'Mallory', language: 'en' })
    const answer = await app.request(path, { method: 'POST', headers: { cookie, ...headers }, body })
    expect(answer.status, path).toBe(403)
  }
  expect((await app.request(urls.office(), { headers: { cookie } })).status).toBe(200)
})

test('the same form sent by our own page is taken', async () => {
  const body = new URLSearchParams({ name: 'Anna', language: 'en' })
  const answer = await app.request(urls.account(), { method: 'POST', headers: { cookie }, body })
  expect(answer.headers.get('location')).toBe(`${urls.account()}?done=1`)
})

test('the cookie of a session is not sent along by other sites', async () => {
  const link = new URL(await app.services.accounts.createSignInLink(demonstrationPerson('officer')))
  const cookies = await app.services.accounts.redeemLink(link.searchParams.get('token') ?? '')
  for (const each of cookies ?? []) expect(each).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/)
  expect(cookies?.length).toBeGreaterThan(0)
})
