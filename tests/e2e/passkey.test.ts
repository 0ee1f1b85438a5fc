/** Passkeys in a real browser, whose authenticator is a virtual one. */

import { Secret, TOTP } from 'otpauth'
import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePerson, grantRole } from '../../app/areas/accounts/index.ts'
import { actOf } from '../../app/platform/audit/audit.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

const secretary = 'secretary@pact.example'

let site: Site
beforeAll(async () => {
  site = await startSite()
  const { database, clock } = site.app.services
  const person = await ensurePerson(database.db, { email: secretary, name: 'Secretary', language: 'en' })
  const act = actOf('test', 'accounts.grant-role', clock.now())
  await grantRole(database.db, act, person.id, 'secretariat', { kind: 'instance' })
})
afterAll(async () => {
  await site?.close()
})

async function linkFor(email: string): Promise<string> {
  const link = new URL(await site.app.services.accounts.createSignInLink(email))
  return link.pathname + link.search
}

async function lookAt(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectFits(page)
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** @param verifies whether it makes sure who uses it. */
async function authenticator(page: Page, verifies: boolean): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: verifies,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    },
  })
  return session
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of this passkey').fill(name)
  await lookAt(page)
  await press(page, 'Add the passkey')
}

test('the secretariat adds a passkey on the way in, signs in with it alone, and shows again who they are', async () => {
  await site.visit(await linkFor(secretary), {}, async (page) => {
    await authenticator(page, true)
    await press(page, 'Sign in')
    await page.waitForURL(/\/sign-in\/second/)
    await lookAt(page)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await addPasskey(page, 'Work laptop')
    await page.waitForURL(/\/office$/)
    await page.goto(site.baseUrl + urls.security())
    await lookAt(page)
    expect(await page.locator('main').innerText()).toContain('Work laptop')

    await press(page, 'Sign out')
    await page.waitForURL(/\/sign-in/)
    await lookAt(page)
    await press(page, 'Use a passkey')
    await page.waitForURL(/\/sign-in\/passkey/)
    await lookAt(page)
    await press(page, 'Continue with the passkey')
    await page.waitForURL(/\/office$/)

    const { db } = site.app.services.database
    await db
      .updateTable('accounts.session')
      .set({ authenticated_at: new Date(0) })
      .execute()
    await page.goto(site.baseUrl + urls.setUp('account', 'passkey'))
    await page.waitForURL(/\/sign-in\/again/)
    await lookAt(page)
    await press(page, 'Use a passkey')
    await press(page, 'Continue with the passkey')
    await page.waitForURL(/\/security\/passkey$/)
    const sessions = await db.selectFrom('accounts.session').select(['method', 'second_factor']).execute()
    expect(sessions).toEqual([{ method: 'passkey', second_factor: 'passkey' }])
  })
  await site.visit(await linkFor(secretary), {}, async (page) => {
    await press(page, 'Sign in')
    await page.waitForURL(/\/sign-in\/second/)
    await lookAt(page)
    expect(await page.locator('h1').innerText()).toBe('Second step: your passkey')
  })
})

test('a device that does not make sure who uses it counts for nothing', async () => {
  const email = 'second@pact.example'
  const { database, clock } = site.app.services
  const person = await ensurePerson(database.db, { email, name: 'Second', language: 'en' })
  const act = actOf('test', 'accounts.grant-role', clock.now())
  await grantRole(database.db, act, person.id, 'secretariat', { kind: 'instance' })
  await site.visit(await linkFor(email), {}, async (page) => {
    await authenticator(page, false)
    await press(page, 'Sign in')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    // A browser that asks for less than it was told to: the server has the last word.
    await page.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('form[data-passkey]')
      if (!form) throw new Error('no form')
      const options = JSON.parse(form.dataset['passkeyOptions'] ?? '')
      options.authenticatorSelection = { userVerification: 'discouraged', residentKey: 'discouraged' }
      form.dataset['passkeyOptions'] = JSON.stringify(options)
    })
    await addPasskey(page, 'Stick')
    await page.getByText('The passkey was not added').waitFor()
    await lookAt(page)
    const rows = await database.db.selectFrom('accounts.passkey').select('id').where('person', '=', person.id).execute()
    expect(rows).toEqual([])
    await page.goto(site.baseUrl + urls.office())
    await page.waitForURL(/\/sign-in\/second/)
  })
})

test('without script an app is set up with its key as text, and its code signs in; in Arabic, on a small screen', async () => {
  const email = 'third@pact.example'
  const { database, clock } = site.app.services
  const person = await ensurePerson(database.db, { email, name: 'Third', language: 'ar' })
  const act = actOf('test', 'accounts.grant-role', clock.now())
  await grantRole(database.db, act, person.id, 'secretariat', { kind: 'instance' })
  const small = { javaScriptEnabled: false, viewport: { width: 320, height: 700 } }
  let secret = ''
  const code = (ahead = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: clock.milliseconds() + ahead })
  await site.visit(await linkFor(email), small, async (page) => {
    await page.locator('main form button').click()
    await page.waitForURL(/\/sign-in\/second/)
    expect(await page.locator('main form').count()).toBe(1)
    await page.locator('main form button').click()
    await page.waitForURL(/\/second\/app$/)
    await expectFits(page)
    secret = (await page.locator('main code').innerText()).replaceAll(' ', '')
    await page.locator('#code').fill(code())
    await page.locator('main form button').click()
    await page.locator('main li code').first().waitFor()
    await expectFits(page)
    await page.locator('main a.govuk-button').click()
    await page.waitForURL(/\/office$/)
  })
  await site.visit(await linkFor(email), small, async (page) => {
    await page.locator('main form button').click()
    await page.waitForURL(/\/sign-in\/second/)
    await expectFits(page)
    await page.locator('#code').fill(code(30_000))
    await page.locator('main form button').first().click()
    await page.waitForURL(/\/office$/)
    await page.goto(site.baseUrl + urls.security())
    await expectFits(page)
  })
})

test('the pages of the app and its codes have no barriers', async () => {
  const email = 'fourth@pact.example'
  const { database, clock } = site.app.services
  await ensurePerson(database.db, { email, name: 'Fourth', language: 'en' })
  await site.visit(await linkFor(email), { viewport: { width: 768, height: 900 } }, async (page) => {
    await press(page, 'Sign in')
    await page.waitForURL(/\/office$/)
    await page.goto(site.baseUrl + urls.security())
    await lookAt(page)
    await press(page, 'Set up an authenticator app')
    await page.waitForURL(/\/security\/app$/)
    await lookAt(page)
    await page.locator('#code').fill('0')
    await press(page, 'Confirm the app')
    await page.locator('.govuk-error-summary').waitFor()
    await lookAt(page)
    const secret = Secret.fromBase32((await page.locator('main code').innerText()).replaceAll(' ', ''))
    await page.locator('#code').fill(new TOTP({ secret }).generate({ timestamp: clock.milliseconds() }))
    await press(page, 'Confirm the app')
    await page.locator('main li code').first().waitFor()
    await lookAt(page)
    await page.goto(site.baseUrl + urls.security())
    await lookAt(page)
    await page.goto(site.baseUrl + urls.showAgain())
    await lookAt(page)
  })
  await site.visit(await linkFor(email), {}, async (page) => {
    await press(page, 'Sign in')
    await page.waitForURL(/\/sign-in\/second/)
    await lookAt(page)
  })
})
