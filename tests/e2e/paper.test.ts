import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(async () => {
  await site?.close()
})

const town = { country: 'NL', slug: 'example-town' }

test('an officer finds what can be printed, chooses Arabic and has a poster for schools', async () => {
  await site.visit(await site.signInLink(), { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.locator('main button[type="submit"]').click()
    await page.getByRole('link', { name: 'On paper' }).click()
    expect(page.url()).toBe(site.baseUrl + urls.officePaper(town))
    await expectFits(page)
    await expectAccessible(page)
    await page.getByLabel('Language of the paper').selectOption('ar')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(page.url()).toBe(site.baseUrl + urls.officePaper(town, 'ar'))
    const poster = page.getByRole('link', { name: /^Poster, A4\s*: Schools$/ })
    const address = (await poster.getAttribute('href')) ?? ''
    expect(address).toBe(urls.poster('ar', town, { size: 'a4', audience: 'school' }))
    const answer = await site.app.request(address)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })
})
