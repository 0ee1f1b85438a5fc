/** A new town's first day: it takes what others have written, leaves what is not for it, and publishes. By keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { pressOn } from './keyboard.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site?.close()
})

const town = { country: 'NL', slug: 'example-quiet-town' }
const words = 'Two people come to talk, with the child also alone.'

async function signInLink(): Promise<string> {
  const { accounts } = site.app.services
  const link = new URL(await accounts.createSignInLink(demonstrationPerson('new-officer'), urls.office()))
  return link.pathname + link.search
}

const families = async () => (await site.app.request(urls.town('en', town))).text()

/** Presses a button of the first suggestion of a sort. @returns which one it was. */
async function decide(page: Page, sort: string, wish: string): Promise<string> {
  const form = `form:has(input[name="item"][value^="${sort}:"])`
  const item = (await page.locator(`${form} input[name="item"]`).first().getAttribute('value')) ?? ''
  await pressOn(page, `form:has(input[value="${item}"]) button[value="${wish}"]`)
  return item
}

test('a proposal is left and resumed, item by item, and what was accepted is published as a draft like any other', async () => {
  await site.visit(await signInLink(), { viewport: { width: 320, height: 700 } }, async (page) => {
    await pressOn(page, 'main form button')
    await pressOn(page, `main a[href="${urls.officeProposal(town)}"]`)
    await expectAccessible(page)
    await expectFits(page)

    await decide(page, 'inherited', 'accept')
    expect(await page.locator('main').innerText()).toContain('It is a draft now')
    const refused = await decide(page, 'neighbour', 'refuse')
    expect(await page.locator('main').innerText()).toContain('It stays away')

    // Left, and come back to later.
    await page.goto(site.baseUrl + urls.office())
    await page.goto(site.baseUrl + urls.officeProposal(town))
    expect(await page.locator(`form:has(input[value="${refused}"]) button[value="accept"]`).count()).toBe(0)
    await page.locator('main details summary', { hasText: 'you did not want' }).click()
    await expectAccessible(page)
    await pressOn(page, `form:has(input[value="${refused}"]) button[value="fetch"]`)
    expect(await page.locator(`form:has(input[value="${refused}"]) button[value="accept"]`).count()).toBe(1)

    await decide(page, 'standard', 'change')
    await page.waitForURL(/\/services\/[0-9a-f-]{36}\/about$/)
    await expectAccessible(page)
    expect(await page.locator('main').innerText()).toContain('uses a standard text')
    await page.goto(page.url().replace(/\/about$/, '/standard'))
    await expectAccessible(page)
    await expectFits(page)

    expect(await families()).not.toContain(words)
    await page.goto(site.baseUrl + urls.officePublish(town))
    await pressOn(page, 'main form button[type="submit"]')
    await page.waitForURL(/saved=published/)
    await expect.poll(families).toContain(words)
  })
})
