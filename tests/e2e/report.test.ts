/**
 * A town's progress report, whole: opened, begun with what the plan says, left and found again, handed in, read by everybody.
 * Once as most offices do it, once in Arabic on a small screen without script.
 */
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePerson, grantRole } from '../../app/areas/accounts/index.ts'
import { indicator, measure, publishedPlan } from '../../app/areas/reports/test-reports.ts'
import { type FreshBody, freshBody } from '../../app/areas/signing/test-signing.ts'
import { actOf } from '../../app/platform/audit/audit.ts'
import type { MessageKey } from '../../app/platform/i18n/messages.gen.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site?.close())

/** Of the demonstration: the second is open. */
const cycle = 2
const measures = () => [
  measure({ title: 'Training for coaches', partner: 'Sports union', indicators: [indicator('Coaches trained', 12)] }),
  measure({ title: 'A box for worries', section: 'participation' }),
]

/** A town with a published plan, and somebody who works there. */
async function readyTown(language: string): Promise<{ readonly town: FreshBody; readonly email: string }> {
  const { database, clock, reports } = site.app.services
  const town = await freshBody(database.db)
  const email = `officer-${language}@report.example`
  const person = await ensurePerson(database.db, { email, name: 'Olga', language })
  const act = actOf('test', 'accounts.grant-role', clock.now())
  await grantRole(database.db, act, person.id, 'officer', { kind: 'authority', id: town.id })
  await publishedPlan(reports, { authority: town.id, person: person.id, language, measures: measures() })
  return { town, email }
}

/** axe needs script of the page: without it the page is the same. */
const look = async (page: Page, withScript: boolean): Promise<void> => {
  await expectFits(page)
  if (withScript) await expectAccessible(page)
}

/** Takes over what is known, writes where nothing is. */
async function answerAll(page: Page): Promise<void> {
  for (const box of await page.locator('main input[name^="take-"]').all()) await box.check()
  for (const field of await page.locator('main textarea[name^="answer-"]').all()) {
    const name = (await field.getAttribute('name')) ?? ''
    const known = await page.locator(`main input[name="${name.replace('answer', 'take')}"]`).count()
    if (known === 0) await field.fill('Written on this day')
  }
}

const small = { javaScriptEnabled: false, viewport: { width: 320, height: 640 } }
const ways: readonly (readonly [string, BrowserContextOptions])[] = [
  ['en', { viewport: { width: 1024, height: 800 } }],
  ['ar', small],
]

test.each(ways)('a report in %s: begun, left, found again, handed in, public', async (language, screen) => {
  const { t } = site.app.services.i18n.translator(language) ?? expect.unreachable('there is no catalogue')
  const say = (key: Extract<MessageKey, `progress.${string}`>) => (t as (key: string) => string)(key)
  const withScript = screen.javaScriptEnabled ?? true
  /** Of the button or link with these words. */
  const press = async (page: Page, words: string): Promise<void> => {
    const one = page.locator('main a, main button').filter({ hasText: words }).first()
    await Promise.all([page.waitForNavigation(), one.click()])
    await look(page, withScript)
  }
  const { town, email } = await readyTown(language)
  await site.visit(urls.home(language), screen, async (page) => {
    await signInPage(site, page, email, language)
    await page.goto(site.baseUrl + urls.office())
    await press(page, say('progress.next.report'))
    await press(page, say('progress.begin'))
    await press(page, say('progress.report.open'))
    await press(page, say('progress.save'))
    await page.goto(site.baseUrl + new URL(page.url()).pathname.replace(/$/, '/questions/1'))
    await answerAll(page)
    await press(page, say('progress.saveNext'))
  })
  // Another day, another machine.
  await site.visit(urls.home(language), screen, async (page) => {
    await signInPage(site, page, email, language)
    await page.goto(site.baseUrl + urls.office())
    await press(page, say('progress.next.report'))
    await press(page, say('progress.goOn'))
    const report = new URL(page.url()).pathname
    for (const [number, button] of [
      [2, 'progress.saveNext'],
      [3, 'progress.save'],
    ] as const) {
      await page.goto(`${site.baseUrl}${report}/questions/${number}`)
      await answerAll(page)
      await press(page, say(button))
    }
    await press(page, say('progress.report.check'))
    const checked = await page.locator('main').innerText()
    for (const said of ['Round table', 'Two school parliaments', 'Sports union']) expect(checked).toContain(said)
    await press(page, say('progress.check.submit'))
    expect(await page.locator('main').innerText()).toContain(say('progress.done.given'))
  })
  await site.visit(urls.planReport(language, town, cycle), screen, async (page) => {
    await look(page, withScript)
    const text = await page.locator('main').innerText()
    for (const said of ['Round table', 'Written on this day', 'Training for coaches']) expect(text).toContain(said)
  })
})
