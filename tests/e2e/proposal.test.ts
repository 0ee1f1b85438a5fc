/** A new town's first day: it takes what others have written, leaves what is not for it, and publishes. By keyboard. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { eventually } from '../eventually.ts'
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

const buttonOf = (item: string, wish: string) => `form:has(input[value="${item}"]) button[value="${wish}"]`

/** The first suggestion of a sort. */
async function itemOf(page: Page, sort: string): Promise<string> {
  const items = page.locator(`input[name="item"][value^="${sort}:"]`)
  return (await items.first().getAttribute('value')) ?? ''
}

async function click(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(selector).click()])
}

test('a proposal is left and resumed, item by item, and what was accepted is a draft like any other', async () => {
  await site.visit(await signInLink(), { viewport: { width: 320, height: 700 } }, async (page) => {
    await pressOn(page, 'main form button')
    await pressOn(page, `main a[href="${urls.officeProposal(town)}"]`)
    await expectAccessible(page)
    await expectFits(page)

    await pressOn(page, buttonOf(await itemOf(page, 'inherited'), 'accept'))
    expect(await page.locator('main').innerText()).toContain('It is a draft now')
    const refused = await itemOf(page, 'neighbour')
    await pressOn(page, buttonOf(refused, 'refuse'))
    expect(await page.locator('main').innerText()).toContain('It stays away')

    // Left, and come back to later.
    await page.goto(site.baseUrl + urls.office())
    await page.goto(site.baseUrl + urls.officeProposal(town))
    expect(await page.locator(buttonOf(refused, 'accept')).count()).toBe(0)
    await page.locator('main details summary', { hasText: 'you did not want' }).click()
    await expectAccessible(page)
    await click(page, buttonOf(refused, 'fetch'))
    expect(await page.locator(buttonOf(refused, 'accept')).count()).toBe(1)

    await click(page, buttonOf(await itemOf(page, 'standard'), 'change'))
    await page.waitForURL(/\/services\/[0-9a-f-]{36}\/about$/)
    await expectAccessible(page)
    expect(await page.locator('main').innerText()).toContain('uses a standard text')
    await page.goto(page.url().replace(/\/about$/, '/standard'))
    await expectAccessible(page)
    await expectFits(page)

    expect(await families()).not.toContain(words)
    await page.goto(site.baseUrl + urls.officePublish(town))
    await click(page, 'main form:has(input[name="seen"]) button[type="submit"]')
    expect(page.url()).toMatch(/saved=published/)
    await eventually(async () => expect(await families()).toContain(words))
  })
})
