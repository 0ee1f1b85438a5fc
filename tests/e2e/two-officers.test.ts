/** Two officers of one town who have the same form open, without script. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePerson, grantRole } from '../../app/areas/accounts/index.ts'
import { findBySlug } from '../../app/areas/authorities/index.ts'
import { actOf } from '../../app/platform/audit/audit.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site?.close()
})

const form = '/office/nl/example-town/kinds/crisis-counselling'
const small = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }

/** A colleague's link, in their language. */
async function linkFor(name: string, language: string): Promise<string> {
  const { database, clock, accounts } = site.app.services
  const email = `${name.toLowerCase()}@two-officers.example`
  const person = await ensurePerson(database.db, { email, name, language })
  const town = (await findBySlug(database.db, 'NL', 'example-town'))?.authority
  const act = actOf('test', 'accounts.grant-role', clock.now())
  await grantRole(database.db, act, person.id, 'officer', { kind: 'authority', id: town?.id ?? '' })
  const link = new URL(await accounts.createSignInLink(email, '/office/nl/example-town'))
  return link.pathname + link.search
}

async function openConditions(page: Page): Promise<void> {
  await page.locator('main form button').click()
  await page.waitForURL(/\/office\/nl\/example-town/)
  await page.goto(`${site.baseUrl}${form}`)
  await page.locator('a[href*="/services/"]').first().click()
  await page.waitForURL(/\/services\//)
  await page.goto(`${page.url()}/conditions`)
}

const save = (page: Page) => page.locator('main form button[type="submit"]').first().click()

test('the second one sees what the first one saved, chooses where both wrote, and loses nothing', async () => {
  await site.visit(await linkFor('Bert', 'en'), small, async (second) => {
    await openConditions(second)
    await second.locator('input[name="fee"][value="paid"]').check()
    await second.locator('textarea[name="feeNote"]').fill('Ten euros an hour')
    await second.locator('textarea[name="howToComplain"]').fill('Call the town hall')
    await site.visit(await linkFor('Anna', 'nl'), small, async (first) => {
      await openConditions(first)
      await first.locator('input[name="fee"][value="partly"]').check()
      await first.locator('textarea[name="feeNote"]').fill('Five euros an hour')
      await first.locator('input[name="interpreters"][value="on-request"]').check()
      await save(first)
      await first.waitForURL(/saved=/)
    })
    await save(second)
    const notice = await second.locator('.govuk-notification-banner').first().innerText()
    for (const told of ['Anna saved a change', 'Interpreters', 'How to complain']) expect(notice).toContain(told)
    await expectFits(second)
    await save(second)
    expect(await second.locator('.govuk-error-summary').innerText()).toContain('Cost')
    expect(await second.locator('textarea[name="feeNote"]').inputValue()).toBe('Ten euros an hour')
    await expectFits(second)
    await second.locator('input[name="merge-fee"][value="theirs"]').check()
    await save(second)
    await second.waitForURL(/saved=/)
    const shown = await second.locator('main').innerText()
    for (const kept of ['Five euros an hour', 'Call the town hall', 'If you ask beforehand'])
      expect(shown).toContain(kept)
    expect(shown).not.toContain('Ten euros an hour')
  })
})

test('the page on which they meet has no barrier, in either direction of writing', async () => {
  await site.visit(await linkFor('Dana', 'ar'), { viewport: { width: 320, height: 640 } }, async (second) => {
    await openConditions(second)
    await second.locator('textarea[name="howToComplain"]').fill('A')
    await site.visit(await linkFor('Carl', 'de'), small, async (first) => {
      await openConditions(first)
      await first.locator('textarea[name="howToComplain"]').fill('B')
      await first.locator('textarea[name="howDecided"]').fill('C')
      await save(first)
      await first.waitForURL(/saved=/)
    })
    await save(second)
    await second.locator('input[name="merge-howToComplain"]').first().waitFor({ state: 'attached' })
    await expectAccessible(second)
    await expectFits(second)
  })
})
