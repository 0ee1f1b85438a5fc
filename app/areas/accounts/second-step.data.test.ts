import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { actOf } from '../../platform/audit/audit.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensurePerson, grantRole } from './index.ts'
import { openBrowser, type TestBrowser } from './test-browser.ts'
import { movableClock } from './test-clock.ts'
import { officer, openTestOffice, type TestOffice } from './test-office.ts'

const secretary = 'secretary@pact.example'
const town = urls.officeTown({ country: 'NL', slug: 'example-town' })

let office: TestOffice
let clock: ReturnType<typeof movableClock>
beforeEach(async () => {
  clock = movableClock()
  office = await openTestOffice({ clock })
  const person = await ensurePerson(office.database.db, { email: secretary, name: 'S', language: 'en' })
  const act = actOf('test', 'accounts.grant-role', clock.now())
  await grantRole(office.database.db, act, person.id, 'secretariat', { kind: 'instance' })
})
afterEach(() => office.close())

async function signedIn(email: string): Promise<TestBrowser> {
  const browser = openBrowser(office)
  expect((await browser.signIn(email)).status).toBe(303)
  return browser
}

const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.milliseconds() })

/** A code that was not there before: half a minute later. */
function nextCode(secret: string): string {
  clock.forward(30)
  return codeOf(secret)
}

const wrongFor = (secret: string) => String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0')

/** Sets up an app; answers its secret and the recovery codes shown. */
async function setUpApp(browser: TestBrowser, from: 'sign-in' | 'account' = 'sign-in') {
  expect((await browser.post(urls.setUp(from, 'app'))).headers.get('location')).toBe(urls.setUp(from, 'app'))
  const page = await browser.html(urls.setUp(from, 'app'))
  expect(htmlFaults(page)).toEqual([])
  const secret = /<code dir="ltr">([A-Z2-7 ]+)<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? ''
  expect(secret).toHaveLength(32)
  const refused = await browser.post(urls.setUp(from, 'app/code'), { code: wrongFor(secret) })
  expect(refused.status).toBe(422)
  expect(htmlFaults(await refused.text())).toEqual([])
  const shown = await browser.post(urls.setUp(from, 'app/code'), { code: nextCode(secret) })
  const html = await shown.text()
  expect(htmlFaults(html)).toEqual([])
  const recovery = [...html.matchAll(/<code>([a-z0-9]{5}-[a-z0-9]{5})<\/code>/g)].map(([, code = '']) => code)
  expect(recovery).toHaveLength(10)
  return { secret, recovery }
}

const locationOf = (answer: Response) => answer.headers.get('location')
const giveCode = (browser: TestBrowser, code: string) => browser.post(urls.secondStep(), { code, to: town })

const records = (action: string) =>
  office.database.db.selectFrom('audit.record').select('detail').where('action', '=', action).orderBy('id').execute()

test('a link alone opens nothing to the secretariat; an app set up on the way does, and is asked for from then on', async () => {
  const browser = await signedIn(secretary)
  expect(locationOf(await browser.get(urls.office()))).toBe(urls.secondStep(urls.office()))
  expect(locationOf(await browser.get(urls.security()))).toBe(urls.secondStep(urls.security()))
  const page = await browser.html(urls.secondStep())
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Set up a second step')
  const { secret } = await setUpApp(browser)
  expect((await browser.get(urls.office())).status).toBe(200)

  const again = await signedIn(secretary)
  expect(locationOf(await again.get(urls.office()))).toBe(urls.secondStep(urls.office()))
  expect(locationOf(await again.post(urls.setUp('sign-in', 'app')))).toBe(urls.secondStep())
  expect(locationOf(await again.get(urls.setUp('sign-in', 'passkey')))).toBe(urls.secondStep())
  expect(locationOf(await again.get(urls.showAgain(town)))).toBe(urls.secondStep(town))
  const html = await again.html(urls.secondStep(town))
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('autocomplete="one-time-code"')
  expect(locationOf(await giveCode(again, nextCode(secret)))).toBe(town)
  expect((await again.get(urls.office())).status).toBe(200)
  const opened = await office.database.db.selectFrom('accounts.session').select('second_factor').execute()
  expect(opened.map((row) => row.second_factor)).toEqual(['totp', 'totp'])
})

test('an officer who has an app gives its code too, spaces and other digits and all, and no code twice', async () => {
  const first = await signedIn(officer)
  const { secret } = await setUpApp(first, 'account')
  const code = nextCode(secret)
  const second = await signedIn(officer)
  const arabic = code.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
  expect(locationOf(await giveCode(second, ` ${arabic.slice(0, 3)} ${arabic.slice(3)}`))).toBe(town)
  const third = await signedIn(officer)
  expect((await giveCode(third, code)).status).toBe(422)
  expect((await third.get(town)).status).toBe(303)
  const both = nextCode(secret)
  const answers = await Promise.all([giveCode(third, both), giveCode(await signedIn(officer), both)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
})

test('five wrong codes end the session, tell the person, and lock nobody out', async () => {
  const { secret } = await setUpApp(await signedIn(secretary))
  const guesser = await signedIn(secretary)
  for (const _ of [1, 2, 3, 4]) {
    const refused = await giveCode(guesser, wrongFor(secret))
    expect(refused.status).toBe(422)
    expect(htmlFaults(await refused.text())).toEqual([])
  }
  const ended = await giveCode(guesser, wrongFor(secret))
  expect(ended.status).toBe(401)
  expect(htmlFaults(await ended.text())).toEqual([])
  expect(locationOf(await guesser.get(urls.secondStep()))).toContain(urls.signIn())
  expect((await giveCode(guesser, nextCode(secret))).status).toBe(401)
  expect((await records('accounts.give-code')).map(({ detail }) => detail)).toEqual([
    ...[1, 2, 3, 4].map(() => ({ outcome: 'refused' })),
    { outcome: 'ended' },
  ])
  const told = async () => (await office.outbox.list()).filter((mail) => mail.subject.includes('wrong codes'))
  await expect.poll(async () => (await told()).map(({ to }) => to), { timeout: 20_000 }).toEqual([secretary])
  expect(locationOf(await giveCode(await signedIn(secretary), nextCode(secret)))).toBe(town)
})

test('codes given at the same time are no more than five guesses', async () => {
  const { secret } = await setUpApp(await signedIn(secretary))
  const guesser = await signedIn(secretary)
  const answers = await Promise.all(Array.from({ length: 9 }, () => giveCode(guesser, wrongFor(secret))))
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 422)).toHaveLength(4)
  expect(statuses.filter((status) => status === 401)).toHaveLength(5)
})

test('beyond twenty wrong codes a day only recovery codes and passkeys count; a day later the app does again', async () => {
  const { secret, recovery } = await setUpApp(await signedIn(secretary))
  for (const _ of [1, 2, 3, 4]) {
    const guesser = await signedIn(secretary)
    for (const __ of [1, 2, 3, 4, 5]) await giveCode(guesser, wrongFor(secret))
  }
  const browser = await signedIn(secretary)
  expect((await giveCode(browser, nextCode(secret))).status).toBe(422)
  const answer = await browser.post(urls.recoveryCode(), { 'recovery-code': recovery[0] ?? '', to: town })
  expect(locationOf(answer)).toBe(town)
  clock.forward(24 * 3_600)
  expect(locationOf(await giveCode(await signedIn(secretary), nextCode(secret)))).toBe(town)
})

test('a recovery code works once, also typed in capitals; new ones put an end to the old', async () => {
  const { secret, recovery } = await setUpApp(await signedIn(secretary))
  const [one = '', two = '', three = ''] = recovery
  const give = (browser: TestBrowser, code: string) => browser.post(urls.recoveryCode(), { 'recovery-code': code })
  const browser = await signedIn(secretary)
  expect(locationOf(await give(browser, one.toUpperCase().replace('-', ' ')))).toBe(urls.office())
  const again = await signedIn(secretary)
  const refused = await give(again, one)
  expect(refused.status).toBe(422)
  expect(htmlFaults(await refused.text())).toEqual([])
  expect(locationOf(await give(again, two))).toBe(urls.office())
  const renewed = await browser.post(urls.securityAct('recovery-codes'))
  expect(await renewed.text()).not.toContain(three)
  expect((await give(await signedIn(secretary), three)).status).toBe(422)
  const rows = JSON.stringify(await office.database.db.selectFrom('accounts.recovery_code').selectAll().execute())
  expect(rows).not.toContain(two)
  const kept = JSON.stringify(await office.database.db.selectFrom('accounts.authenticator').selectAll().execute())
  expect(kept).not.toContain(secret)
})

test('replacing the app keeps the old one until the new one has shown a code, and ends other sessions', async () => {
  const browser = await signedIn(secretary)
  const { secret: old } = await setUpApp(browser)
  await browser.post(urls.setUp('account', 'app'))
  const other = await signedIn(secretary)
  expect(locationOf(await giveCode(other, nextCode(old)))).toBe(town)
  const { secret } = await setUpApp(browser, 'account')
  expect((await other.get(urls.office())).status).toBe(303)
  const after = await signedIn(secretary)
  expect((await giveCode(after, nextCode(old))).status).toBe(422)
  expect(locationOf(await giveCode(after, nextCode(secret)))).toBe(town)
})

test('who needs a second factor cannot remove the last one; an officer can', async () => {
  const browser = await signedIn(secretary)
  await setUpApp(browser)
  await browser.post(urls.securityAct('app/remove'))
  expect(locationOf(await (await signedIn(secretary)).get(urls.office()))).toBe(urls.secondStep(urls.office()))
  expect(await browser.html(urls.security())).not.toContain('Remove the app')
  const own = await signedIn(officer)
  await setUpApp(own, 'account')
  expect(htmlFaults(await own.html(urls.security()))).toEqual([])
  expect(locationOf(await own.post(urls.securityAct('app/remove')))).toBe(urls.securityDone())
  expect((await (await signedIn(officer)).get(town)).status).toBe(200)
  const subjects = async () =>
    (await office.outbox.list()).filter(({ to }) => to === officer).map((mail) => mail.subject)
  await expect
    .poll(async () => (await subjects()).toSorted(), { timeout: 20_000 })
    .toEqual(['An authenticator app was added to your account', 'The authenticator app was removed from your account'])
})

test('a dangerous act needs a fresh session: by a code, or by a link where that is all there is', async () => {
  const browser = await signedIn(officer)
  clock.forward(16 * 60)
  const kept = await browser.post(urls.setUp('account', 'app'))
  expect(kept.status).toBe(401)
  expect(await kept.text()).toContain(`href="${urls.showAgain()}"`)
  const page = await browser.html(urls.showAgain(urls.security()))
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Send me a new link')
  const sent = await browser.post(urls.showAgainByLink(), { to: urls.security() })
  expect(locationOf(sent)).toBe(urls.linkSent(urls.security()))
  await expect
    .poll(async () => (await office.outbox.list()).map(({ to }) => to), { timeout: 20_000 })
    .toContain(officer)
})

test('showing again by a code makes the session fresh, and a wrong one does not', async () => {
  const browser = await signedIn(secretary)
  const { secret } = await setUpApp(browser)
  clock.forward(16 * 60)
  const stale = await browser.get(urls.setUp('account', 'passkey'))
  expect(locationOf(stale)).toBe(urls.showAgain(urls.setUp('account', 'passkey')))
  const page = await browser.html(urls.showAgain())
  expect(htmlFaults(page)).toEqual([])
  expect(page).not.toContain('Send me a new link')
  expect((await browser.post(urls.showAgain(), { code: wrongFor(secret) })).status).toBe(422)
  expect((await browser.post(urls.securityAct('recovery-codes'))).status).toBe(401)
  expect(locationOf(await browser.post(urls.showAgain(), { code: nextCode(secret), to: urls.security() }))).toBe(
    urls.security(),
  )
  expect((await browser.post(urls.securityAct('recovery-codes'))).status).toBe(200)
})

test('an operator resets a person who has lost everything', async () => {
  const browser = await signedIn(secretary)
  await setUpApp(browser)
  const act = actOf('command', 'accounts.reset-second-factor', clock.now())
  expect(await office.accounts.sessions.resetSecondFactor(act, 'nobody@x.example')).toBe(false)
  expect(await office.accounts.sessions.resetSecondFactor(act, secretary)).toBe(true)
  expect(locationOf(await browser.get(urls.office()))).toBe(urls.signIn(urls.office()))
  expect(await records('accounts.reset-second-factor')).toEqual([{ detail: { sessions: 1 } }])
  expect(await (await signedIn(secretary)).html(urls.secondStep())).toContain('Set up a second step')
  const subjects = async () => (await office.outbox.list()).map((mail) => mail.subject)
  await expect.poll(subjects, { timeout: 20_000 }).toContain('Your second step was reset')
})
