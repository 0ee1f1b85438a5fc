/**
 * The members of an association in a browser: named by a list, looked through, and ended. With script, which looking for
 * barriers needs, and without.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.close())

const bring = urls.associationMembersAct(association, 'bring')

const signIn = (page: Page, language: string) => signInPage(site, page, demonstrationPerson('coordinator'), language)

async function look(page: Page, script: boolean): Promise<void> {
  await expectFits(page)
  if (script) await expectAccessible(page)
}

async function send(page: Page, action: string, script: boolean): Promise<void> {
  const button = page.locator(`main form[action="${action}"] button[type="submit"]`).first()
  await Promise.all([page.waitForNavigation(), button.click()])
  await look(page, script)
}

test.each([
  ['en', 1280, true],
  ['ar', 320, false],
] as const)(
  '%s, %i px: a pasted list is looked through and done, a member found and ended',
  async (language, width, script) => {
    const screen = { viewport: { width, height: 900 }, javaScriptEnabled: script }
    await site.visit(urls.country(language, 'NL'), screen, async (page) => {
      await signIn(page, language)
      await page.goto(site.baseUrl + urls.associationMembers(association))
      await look(page, script)
      await page.goto(site.baseUrl + bring)
      await expectFits(page)
      await send(page, bring, script)
      expect(await page.locator('.govuk-error-summary').count()).toBe(1)
      await page.locator('textarea[name="lines"]').fill('Example Region\nexample bloom\nNowhere 1\n')
      await send(page, bring, script)
      expect(page.url()).toContain('/members/list')
      await send(page, urls.associationMembersAct(association, 'list'), script)
      expect(page.url()).toContain('done=add')
      await page.locator('input[name="member"]').fill('Example Region')
      await send(page, urls.associationMembersAct(association, 'find'), script)
      await send(page, urls.associationMembersAct(association, 'end'), script)
      expect(page.url()).toContain('done=end')
    })
  },
)
