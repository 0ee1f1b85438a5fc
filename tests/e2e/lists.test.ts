/** Lists in a browser, without script: services that go out and come back, and the official list of a new year. */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { eventually } from '../eventually.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.close())

const town = { country: 'NL', slug: 'example-quiet-town' }
const small: BrowserContextOptions = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }

async function send(page: Page, form = 'main form'): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.locator(`${form} button[type="submit"]`).first().click()])
  await expectFits(page)
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

test('in Arabic: a list of services is brought, its columns decided, taken over, taken out and brought again: nothing changed', async () => {
  const rows = 'Zkr;Wat;Welk\n1;Praathuis;3\n2;Nachtlicht;3\n'
  await site.visit(urls.country('ar', 'NL'), small, async (page) => {
    await signInPage(site, page, demonstrationPerson('new-officer'), 'ar')
    const start = site.baseUrl + urls.officeImport(town)
    await page.goto(start)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await expectFits(page)
    await page.locator('input[type="file"]').setInputFiles(file('lijst.csv', rows))
    await send(page, 'main form[enctype]')
    for (const [index, column] of ['source_id', 'name', 'kinds'].entries()) {
      await page.locator(`select[name="column-${index}"]`).selectOption(column)
    }
    await page.locator('select[name="idHeading"]').selectOption('Zkr')
    await send(page)
    const takeOver = page.locator('main form:has(input[name="seen"]) button')
    expect(await takeOver.count()).toBe(1)
    await send(page, 'main form:has(input[name="seen"])')
    expect(page.url()).toContain('saved=imported')

    await page.goto(start)
    const table = page.locator(`a[href="${urls.officeServicesFile(town, 'csv')}"]`)
    const [download] = await Promise.all([page.waitForEvent('download'), table.click()])
    const brought = await Array.fromAsync(await download.createReadStream())
    expect(Buffer.concat(brought).toString()).toContain('Praathuis')
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'terug.csv', mimeType: 'text/csv', buffer: Buffer.concat(brought) })
    await send(page, 'main form[enctype]')
    await send(page)
    // Both are as they are: there is nothing to take over.
    expect(await takeOver.count()).toBe(0)
    expect(await page.locator('main dd').allInnerTexts()).toHaveLength(1)
  })
})

test('a coordinator brings the official list of a new year and merges two towns', async () => {
  const day = site.app.services.clock.now().toZonedDateTimeISO('UTC').toPlainDate().with({ month: 1, day: 1 })
  const plan = urls.officePlan(town.country)
  const list = 'Code;Plaats;Inwoners\nNL-EXAMPLE-TOWN;Example Town;50550\nNL-EXAMPLE-NEW;Example Bloom;700\n'
  const movements = 'Oud;Nieuw\nNL-EXAMPLE-QUIET-TOWN;NL-EXAMPLE-TOWN\n'
  await site.visit(urls.country('en', 'NL'), { viewport: { width: 1280, height: 900 } }, async (page) => {
    await signInPage(site, page, demonstrationPerson('coordinator'), 'en')
    await page.goto(site.baseUrl + plan)
    await page.locator('#list').setInputFiles(file('gemeenten.csv', list))
    await page.locator('#movements').setInputFiles(file('wijzigingen.csv', movements))
    await send(page, 'main form')
    await expectAccessible(page)
    // The other columns are known by their words.
    await page.locator('#column-1').selectOption('name')
    await page.locator('#validFrom').fill(day.toString())
    await send(page, 'main form')
    await expectAccessible(page)
    await site.app.services.work()
    const look = page.locator('main a.govuk-button')
    await eventually(async () => {
      if (!page.url().includes('done=planned')) await Promise.all([page.waitForURL(/plan/), look.click()])
      expect(page.url()).toContain('done=planned')
    })
    await send(page, `main form[action="${urls.officePlanAct('NL', 'agree')}"]`)
    await page.locator('main a', { hasText: 'Example Bloom' }).click()
    await page.locator('input[name="decision"][value="add"]').check()
    await send(page, 'main form')
    await send(page, `main form[action="${urls.officePlanAct('NL', 'apply')}"]`)
    expect(page.url()).toContain('done=applied')
    await page.goto(site.baseUrl + urls.town('en', town))
    expect(new URL(page.url()).pathname).toBe(urls.town('en', { country: 'NL', slug: 'example-town' }))
    await page.goto(site.baseUrl + urls.town('en', { country: 'NL', slug: 'example-bloom' }))
    expect(await page.locator('h1').innerText()).toContain('Example Bloom')
  })
})
