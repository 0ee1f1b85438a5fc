/** What comes to an office from outside: a reader says that something is wrong, a provider answers a letter. In a browser. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOf } from '../../app/areas/confirmations/letter-codes.ts'
import { letterAbout, publishedService } from '../../app/areas/confirmations/test-provider.ts'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { urls } from '../../app/urls.ts'
import { eventually } from '../eventually.ts'
import { formTo, type Sent } from '../page-form.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

const town = { country: 'NL', slug: 'example-town' }
const narrow = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }
let site: Site
beforeAll(async () => {
  site = await startSite()
  await site.app.services.work()
})
afterAll(() => site?.close())

/** What families read about a service. */
const seen = async (service: string) => (await site.app.request(urls.service('en', town, service))).text()

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/office\//)
}

test('a reader says that a number is wrong; the officer has called it, and families read so', async () => {
  const service = await publishedService(site.app.services)
  await site.visit(urls.serviceWrong('en', town, service), narrow, async (page) => {
    await page.locator('button[name="reason"][value="number"]').click()
    await page.waitForURL(/\/wrong\/sent$/)
    await expectFits(page)
  })
  const { db } = site.app.services.database
  const waiting = () => db.selectFrom('office.reader_report').select('id').where('service', '=', service).execute()
  await eventually(async () => expect(await waiting()).toHaveLength(1))
  await site.visit(await site.signInLink(), { viewport: { width: 1024, height: 800 } }, async (page) => {
    await signIn(page)
    await page.goto(site.baseUrl + urls.officeReports(town))
    await expectAccessible(page)
    await page
      .locator(`a[href^="${urls.officeReports(town)}/"]`)
      .first()
      .click()
    await page.locator('input[name="outcome"][value="right"]').check()
    await page.locator('input[name="tell"]').check()
    await expectAccessible(page)
    await page.locator('main form button[type="submit"]').click()
    await page.waitForURL(/\/reports/)
  })
  await eventually(async () => expect(await seen(service)).toContain('What readers told us'))
})

/** The code of the letter as it was printed. */
async function printed(service: string): Promise<string> {
  const letter = await letterAbout(site.app.services, service, 'ar')
  const cookie = await site.app.signIn(demonstrationPerson('officer'))
  const page = await (await site.app.request(urls.officeLetters(town), { headers: { cookie } })).text()
  const print = urls.officeLettersPrint(town)
  const form: Sent = formTo(page, print)
  const body = new URLSearchParams({ ...(form as Record<string, string>), sender: 'Youth office\nRaadhuisplein 1' })
  const answer = await site.app.request(print, { method: 'POST', headers: { cookie }, body })
  expect(answer.status).toBe(200)
  return codeOf(body.get('printing') ?? '', letter)
}

test('a provider types the code of a letter at 320 px, in Arabic, without script, and confirms; families read the month', async () => {
  const service = await publishedService(site.app.services)
  const code = await printed(service)
  await site.visit(urls.letterCode('ar'), narrow, async (page) => {
    expect(await page.getAttribute('html', 'dir')).toBe('rtl')
    await expectFits(page)
    await page.locator('#code').fill('not a code')
    await page.locator('form[action="/ar/confirm"] button').click()
    expect(await page.locator('#code').inputValue()).toBe('not a code')
    expect(await page.locator('#code-error').isVisible()).toBe(true)
    expect(await page.locator('select[name="country"]').isVisible()).toBe(true)
    expect(page.url()).toBe(site.baseUrl + urls.letterCode('ar'))
    await expectFits(page)
    await page.locator('#code').fill(code.toLowerCase())
    await page.locator('form[action="/ar/confirm"] button').click()
    await page.waitForURL(/\/confirm\/[\w-]{43}$/)
    expect(await page.getAttribute('html', 'lang')).toBe('ar')
    await expectFits(page)
    await page.locator('main form button[type="submit"]').click()
    await page.waitForURL(/\/confirm\/[\w-]{43}$/)
    expect(await page.locator('main form').count()).toBe(0)
    await expectFits(page)
  })
  const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'Europe/Amsterdam' }).format()
  await eventually(async () => expect(await seen(service)).toContain(`Last checked in ${month}`))
})
