import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadFirstDay } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
  await loadFirstDay(site.app.services)
})
afterAll(async () => {
  await site?.close()
})

const town = { country: 'NL', slug: 'example-town' }
const office = urls.officeTown(town)

/** Every page of the office that the journey comes by is looked at. */
async function arrive(page: Page, pattern: RegExp): Promise<void> {
  await page.waitForURL(pattern)
  await expectAccessible(page)
  await expectFits(page)
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click()
  await arrive(page, /\/office\/nl\/example-town$/)
}

async function answer(page: Page, kind: string, status: string, fill: () => Promise<void>): Promise<void> {
  await page.goto(`${site.baseUrl}${office}/kinds/${kind}`)
  await arrive(page, /\/kinds\//)
  await page.locator(`input[name="status"][value="${status}"]`).check()
  await fill()
  await page.getByRole('button', { name: 'Save the answer' }).click()
  await page.waitForURL(/saved=/)
}

test('an officer answers, adds a service, publishes, and the page shows it at once', async () => {
  await site.visit(await site.signInLink(), { viewport: { width: 768, height: 900 } }, async (page) => {
    await signIn(page)
    await answer(page, 'family-info-service', 'available', async () => undefined)
    await answer(page, 'safe-sport', 'planned', async () => {
      await page.locator('input[name="planned-day"]').fill('1')
      await page.locator('input[name="planned-month"]').fill('9')
      await page.locator('input[name="planned-year"]').fill('2031')
    })
    await answer(page, 'court-support', 'not-our-task', async () => {
      expect(await page.locator('textarea[name^="note-partly"]').first().isVisible()).toBe(false)
      await page
        .locator('textarea[name^="note-not-our-task"]')
        .first()
        .fill('The court’s own helpers do this: ask at the desk.')
    })
    await page.goto(`${site.baseUrl}${office}/kinds/crisis-counselling/new`)
    await arrive(page, /\/new$/)
    await page.locator('input[name="name"]').fill('Walk-in hour of the journey')
    await page.locator('input[name="place"][value="confidential"]').check()
    await page.locator('main form button').first().click()
    await page.waitForURL(/\/services\/[0-9a-f-]{36}/)
    await page.goto(`${site.baseUrl}${office}/publish`)
    await arrive(page, /\/publish$/)
    expect(await page.locator('main').innerText()).toContain('Walk-in hour of the journey')
    await page.locator('main form button').last().click()
    await arrive(page, /\/versions/)
    await page.goto(`${site.baseUrl}/en/nl/example-town`)
    expect(await page.getByRole('link', { name: 'Walk-in hour of the journey' }).count()).toBe(1)
  })
})

test('what was typed is kept where it cannot be saved, and said where it can be mended', async () => {
  await site.visit(await site.signInLink(), { viewport: { width: 320, height: 640 } }, async (page) => {
    await signIn(page)
    await page.getByRole('link', { name: /^Everything that is missing/ }).click()
    await arrive(page, /\/missing$/)
    await page
      .getByRole('link', { name: /Will you tell anyone\?$/ })
      .first()
      .click()
    await arrive(page, /\/conditions#tellsOthers$/)
    expect(await page.locator(':target').getAttribute('name')).toBe('tellsOthers')
    await page.goto(`${site.baseUrl}${office}/kinds/crisis-counselling`)
    await page
      .getByRole('link', { name: /Drop-in for the young/ })
      .first()
      .click()
    await arrive(page, /\/services\//)
    await page.goto(`${new URL(page.url()).pathname.replace(/^/, site.baseUrl)}/hours`)
    await arrive(page, /\/hours$/)
    const monday = page.locator('input[name="day-1"]')
    await monday.fill('25-99')
    await page.locator('main form button').first().click()
    await expectAccessible(page)
    await expectFits(page)
    expect(await monday.inputValue()).toBe('25-99')
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('cannot be read as hours')
  })
})

test('what the nightly checks found is worked off: one click puts it right in the draft', async () => {
  const small = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }
  await site.visit(await site.signInLink(), small, async (page) => {
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.goto(`${site.baseUrl}${urls.officeFindings(town)}`)
    await expectFits(page)
    const repairs = page.locator('main form[action$="/repair"] button')
    const found = await repairs.count()
    expect(found).toBeGreaterThan(0)
    await Promise.all([page.waitForNavigation(), repairs.first().click()])
    await expectFits(page)
    expect(await repairs.count()).toBe(found - 1)
    await page
      .locator(`main a[href="${urls.officePublish(town)}"]`)
      .first()
      .click()
    await page.waitForURL(/\/publish$/)
    expect(await page.locator('main form').last().locator('button').count()).toBe(1)
  })
})

test('an officer goes back to an earlier version, and families see it once it is published', async () => {
  const name = 'Walk-in hour of the journey'
  await site.visit(await site.signInLink(), { viewport: { width: 768, height: 900 } }, async (page) => {
    await signIn(page)
    expect(await (await site.app.request(urls.town('en', town))).text()).toContain(name)
    await page.goto(`${site.baseUrl}${urls.officeVersion(town, 1)}`)
    await arrive(page, /\/versions\/1$/)
    await page.locator(`a[href="${urls.officeRestore(town, 1)}"]`).click()
    await arrive(page, /\/restore$/)
    expect(await page.locator('main').innerText()).toContain(name)
    await page.locator('main form:has(input[name="seen"]) button').click()
    await arrive(page, /\/publish\?saved=restored$/)
    await page.locator('main form:has(input[name="seen"]) button[type="submit"]').last().click()
    await arrive(page, /\/versions/)
    await page.goto(`${site.baseUrl}${urls.town('en', town)}`)
    expect(await page.getByRole('link', { name }).count()).toBe(0)
  })
})
