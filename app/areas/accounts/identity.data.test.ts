/** Against a real OpenID provider that runs for these tests alone. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { freePort } from '../../../tests/free-port.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openBrowser } from './test-browser.ts'
import { officer, openTestOffice, type TestOffice } from './test-office.ts'
import { startProvider, type TestProvider } from './test-provider.ts'

const town = urls.officeTown({ country: 'NL', slug: 'example-town' })

let provider: TestProvider
let office: TestOffice
beforeAll(async () => {
  provider = await startProvider(await freePort())
})
afterAll(() => provider.close())
beforeEach(async () => {
  const { issuer, clientId, clientSecret } = provider
  const names = { name: 'Example ID', secondFactorAmr: ['mfa'], secondFactorAcr: ['urn:example:high'] }
  office = await openTestOffice({ oidc: { issuer, clientId, clientSecret, ...names } })
  provider.person = { sub: 'anna', email: officer, email_verified: true }
  provider.how = {}
  provider.forge = undefined
})
afterEach(() => office.close())

/** From our button to the provider and back to our callback: its path and query. */
async function throughProvider(browser: ReturnType<typeof openBrowser>, to?: string): Promise<string> {
  const sent = await browser.get(urls.oidc(to))
  expect(sent.status).toBe(303)
  const location = new URL(sent.headers.get('location') ?? '')
  expect(location.searchParams.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(location.searchParams.get(name)?.length).toBeGreaterThan(20)
  const back = await provider.agree(location)
  return back.pathname + back.search
}

const sessions = () => office.database.db.selectFrom('accounts.session').select(['method', 'second_factor']).execute()

test('an officer with a checked address is linked, told, and known from then on by the provider’s own name', async () => {
  const page = await openBrowser(office).html(urls.signIn(town))
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Sign in with Example ID')
  const browser = openBrowser(office)
  const back = await browser.get(await throughProvider(browser, town))
  expect([back.status, back.headers.get('location')]).toEqual([303, town])
  expect((await browser.get(town)).status).toBe(200)
  expect(await sessions()).toEqual([{ method: 'oidc', second_factor: null }])
  const accounts = await office.database.db.selectFrom('accounts.account').selectAll().execute()
  expect(accounts).toMatchObject([{ account_id: 'anna', access_token: null, refresh_token: null, id_token: null }])
  const told = async () => (await office.outbox.list()).map((mail) => mail.subject)
  await expect.poll(told, { timeout: 20_000 }).toEqual(['An identity provider can now sign you in'])
  provider.person = { sub: 'anna', email: 'new@address.example', email_verified: false }
  const later = openBrowser(office)
  expect((await later.get(await throughProvider(later))).headers.get('location')).toBe(urls.office())
  expect(htmlFaults(await later.html(urls.security()))).toEqual([])
})

test.each([
  ['unknown here', { sub: 'bob', email: 'bob@x.example', email_verified: true }],
  ['an address nobody has checked', { sub: 'eve', email: officer, email_verified: false }],
  ['no address', { sub: 'eve' }],
])('%s: no session, no person, one and the same answer', async (_, person) => {
  provider.person = person
  const browser = openBrowser(office)
  const answer = await browser.get(await throughProvider(browser))
  expect(answer.status).toBe(403)
  const page = await answer.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Example ID did not sign you in here')
  expect(await sessions()).toEqual([])
  const persons = await office.database.db.selectFrom('accounts.person').select('email').execute()
  expect(persons).toEqual([{ email: officer }])
})

test('an address that the provider has given to somebody else does not open the account of the first', async () => {
  const first = openBrowser(office)
  await first.get(await throughProvider(first))
  provider.person = { sub: 'successor', email: officer, email_verified: true }
  const second = openBrowser(office)
  expect((await second.get(await throughProvider(second))).status).toBe(403)
})

test.each([
  ['amr with mfa', { amr: ['pwd', 'mfa'] }, 'oidc'],
  ['amr without', { amr: ['pwd'] }, null],
  ['a trusted acr', { acr: 'urn:example:high' }, 'oidc'],
  ['another acr', { acr: 'urn:example:low' }, null],
  ['neither', {}, null],
])('the second factor, given %s', async (_, how, factor) => {
  provider.how = how
  const browser = openBrowser(office)
  await browser.get(await throughProvider(browser))
  expect(await sessions()).toEqual([{ method: 'oidc', second_factor: factor }])
})

test('an answer with another state, for another browser, or come back twice signs nobody in', async () => {
  const browser = openBrowser(office)
  const back = await throughProvider(browser)
  expect((await openBrowser(office).get(back)).status).toBe(403)
  const kept = new Map(browser.jar)
  expect((await browser.get(back.replace(/state=[^&]*/, 'state=tampered'))).status).toBe(403)
  for (const [name, value] of kept) browser.jar.set(name, value)
  expect((await browser.get(back)).status).toBe(303)
  for (const [name, value] of kept) browser.jar.set(name, value)
  expect((await browser.get(back)).status).toBe(403)
  const forged = openBrowser(office)
  forged.jar.set('safe-towns.oidc', 'forged')
  expect((await forged.get(back)).status).toBe(403)
  expect((await forged.get(`${urls.oidcCallback()}?error=access_denied`)).status).toBe(403)
})

test('a token that somebody else has signed, or that is for another client, signs nobody in', async () => {
  for (const forge of ['signature', 'audience', 'issuer', 'expiry', 'nonce'] as const) {
    provider.forge = forge
    const browser = openBrowser(office)
    expect((await browser.get(await throughProvider(browser))).status, forge).toBe(403)
  }
  expect(await sessions()).toEqual([])
})

test('while the provider is away the link by mail is offered; once it is back, it works', async () => {
  const browser = openBrowser(office)
  await provider.pause()
  const away = await browser.get(urls.oidc())
  expect(away.status).toBe(503)
  const page = await away.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain(`href="${urls.signIn()}"`)
  await provider.resume()
  const back = await throughProvider(browser)
  await provider.pause()
  expect((await browser.get(back)).status).toBe(503)
  await provider.resume()
  expect((await browser.get(await throughProvider(browser))).status).toBe(303)
})

test('without an identity provider its addresses do not exist', async () => {
  const plain = await openTestOffice()
  expect((await plain.app.request(urls.oidc())).status).toBe(404)
  expect(await (await plain.app.request(urls.signIn())).text()).not.toContain(urls.oidc())
  await plain.close()
})
