import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensurePerson } from '../../app/areas/accounts/index.ts'
import { linkFor } from '../../app/areas/privacy/test-whole-life.ts'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

async function signInAs(page: Page, email: string, to: string): Promise<void> {
  const link = new URL(await site.app.services.accounts.createSignInLink(email, to))
  await page.goto(site.baseUrl + link.pathname + link.search)
  await page.locator('main button').click()
}

async function speak(language: string, email: string): Promise<void> {
  await site.app.services.database.db
    .updateTable('accounts.person')
    .set({ language })
    .where('email', '=', email)
    .execute()
}

async function look(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectFits(page)
}

describe.each([
  ['en', 1280],
  ['ar', 320],
] as const)('in %s, %i pixels wide', (language, width) => {
  test('a person sees what is kept, asks for another address, and what deleting means', async () => {
    const officer = demonstrationPerson('officer')
    await speak(language, officer)
    const options = { viewport: { width, height: 800 }, locale: language }
    await site.visit('/sign-in', options, async (page) => {
      await signInAs(page, officer, urls.myData())
      await look(page)
      await page.goto(site.baseUrl + urls.changeAddress())
      await page.locator('input[name=email]').fill('no address')
      await page.locator('main form button').last().click()
      await look(page)
      await page.locator('input[name=email]').fill(`new-${language}-${width}@people.example`)
      await page.locator('main form button').last().click()
      await look(page)
      const link = await linkFor(site.app, officer, urls.confirmAddress(''))
      await page.goto(site.baseUrl + link)
      await look(page)
      await page.locator('main button').click()
      await look(page)
      await page.goto(site.baseUrl + (await linkFor(site.app, officer, urls.cancelAddress(''))))
      await look(page)
      await page.locator('main button').click()
      await page.goto(site.baseUrl + urls.deleteAccount())
      await look(page)
      expect(await page.locator('input[type=checkbox]').count()).toBe(0)
    })
  })

  test('a person without a role deletes their account', async () => {
    const email = `leaver-${language}-${width}@people.example`
    await ensurePerson(site.app.services.database.db, { email, name: 'Leaver', language })
    const options = { viewport: { width, height: 800 }, locale: language }
    await site.visit('/sign-in', options, async (page) => {
      await signInAs(page, email, urls.deleteAccount())
      await page.locator('main form button').click()
      await look(page)
      await page.locator('input[type=checkbox]').check()
      await page.locator('main form button').click()
      await look(page)
      expect(new URL(page.url()).pathname).toBe(urls.accountDeleted())
      await page.goto(site.baseUrl + urls.office())
      expect(new URL(page.url()).pathname).toBe(urls.signIn())
    })
  })
})
