/** A coordinator confirms a number, corrects one and stops one; a family sees it. In a browser, with and without script. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

let site: Site
beforeEach(async () => {
  site = await startSite()
})
afterEach(() => site?.close())

const list = urls.officeHelplines('NL')
const child = urls.officeHelpline('NL', 'child-helpline-08000432')

const asCoordinator = (page: Page, language: string) =>
  signInPage(site, page, demonstrationPerson('coordinator'), language)

test.each([
  ['en', { viewport: { width: 1280, height: 900 } }],
  ['ar', { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }],
] as const)('in %s', async (language, options: BrowserContextOptions) => {
  const scripted = options.javaScriptEnabled !== false
  const home = urls.country(language, 'NL')
  await site.visit(home, options, async (page) => {
    const checked = async () => {
      if (scripted) await expectAccessible(page)
      await expectFits(page)
    }
    const send = () => page.locator('main form button[type="submit"]').last().click()
    await checked()
    await asCoordinator(page, language)
    await page.goto(site.baseUrl + urls.office())
    await checked()
    await page.goto(site.baseUrl + list)
    await checked()
    await page.locator(`a[href="${child}"]`).click()
    await checked()
    await page.locator('input[value="called"]').check({ force: true })
    await send()
    await page.waitForURL(/done=confirmed/)
    await page.goto(`${site.baseUrl}${child}/correct`)
    await page.locator('#number').fill('1')
    await send()
    expect(await page.locator('.govuk-error-summary a').count()).toBeGreaterThan(0)
    await checked()
    await page.goto(`${site.baseUrl}${child}/withdraw`)
    await checked()
    await page.locator('input[value="wrong"]').check({ force: true })
    await send()
    await page.waitForURL(/done=withdrawn/)
    await checked()
    await page.goto(site.baseUrl + child)
    await checked()
    await page.goto(site.baseUrl + urls.helplines(language, 'NL'))
    expect(await page.locator('a[href="tel:08000432"]').count()).toBe(0)
    expect(await page.locator('a[href="tel:112"]').count()).toBeGreaterThan(0)
    await checked()
  })
})
