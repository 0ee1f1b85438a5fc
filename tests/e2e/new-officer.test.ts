/** From the mail that invites somebody to a change that families see: in French, by keyboard, a second person between. */

import { afterAll, beforeAll, expect, test } from 'vitest'
import { outboxFolder } from '../../app/platform/mail/mailer.ts'
import { createOutbox } from '../../app/platform/mail/outbox.ts'
import { urls } from '../../app/urls.ts'
import { eventually } from '../eventually.ts'
import { pressOn, tabTo, writeInto } from './keyboard.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
beforeAll(async () => {
  site = await startSite()
  await site.app.services.work()
})
afterAll(async () => {
  await site?.close()
})

const town = { country: 'NL', slug: 'example-town' }
const newcomer = 'camille@example-town.example'
const words = 'The youth office answers on Saturdays, too.'

/** The path of the link in the newest mail to an address. */
async function linkMailedTo(address: string): Promise<string> {
  const outbox = createOutbox(outboxFolder(site.app.services.config.dataDir))
  const mail = async () => (await outbox.list()).find(({ to }) => to === address)
  await expect.poll(mail, { timeout: 30_000 }).toBeDefined()
  const link = /https?:\/\/\S*\/sign-in\/\S+/.exec((await mail())?.text ?? '')?.[0]
  return (link ?? '').replace(site.baseUrl, '')
}

async function asApprover(journey: Parameters<Site['visit']>[2]): Promise<void> {
  await site.visit(await site.signInLink(), { viewport: { width: 1024, height: 900 } }, async (page) => {
    await page.locator('main form button').click()
    await page.waitForURL(/\/office\/nl\/example-town$/)
    await journey(page)
  })
}

test('a new officer comes in by mail, changes a text, a colleague approves, and families read it', async () => {
  await asApprover(async (page) => {
    await page.goto(site.baseUrl + urls.peopleInvite(urls.townPeople(town)))
    await page.locator('input[name="role"][value="officer"]').check()
    await page.locator('input[name="email"]').fill(newcomer)
    await page.locator('select[name="language"]').selectOption('fr')
    await page.locator('main form button').click()
    await page.waitForURL(/\/people\?/)
    await expectAccessible(page)
  })

  await site.visit(await linkMailedTo(newcomer), { locale: 'fr-FR' }, async (page) => {
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await expectAccessible(page)
    await expectFits(page)
    await writeInto(page, 'input[name="name"]', 'Camille Exemple')
    await pressOn(page, 'main form button')
    await expectAccessible(page)

    // Somebody else works here now: a second person can be asked for.
    await asApprover(async (other) => {
      await other.goto(site.baseUrl + urls.officePublish(town))
      await other.locator('summary').first().click()
      await other.locator('button[name="on"][value="yes"]').click()
      await other.waitForURL(/\/publish/)
    })

    await pressOn(page, `a[href="${urls.office()}"]`)
    await expectAccessible(page)
    await pressOn(page, `a[href="${urls.officeTown(town)}"]`)
    await pressOn(page, `a[href="${urls.officeIntroduction(town)}"]`)
    await expectAccessible(page)
    await writeInto(page, 'textarea[name$="-en"]', ` ${words}`)
    await pressOn(page, 'main form button[type="submit"]')
    await page.waitForURL(/saved=/)
    await pressOn(page, `a[href="${urls.officePublish(town)}"]`)
    await expectAccessible(page)
    expect(await page.locator('html').getAttribute('lang')).toBe('fr')
    await writeInto(page, 'textarea[name="words"]', 'Nouvelle phrase d’accueil.')
    await tabTo(page, 'main form button')
    await Promise.all([page.waitForURL(/\/publish\?/), page.keyboard.press('Enter')])
    await expectAccessible(page)
    expect(await page.locator('button[value="approve"]').count()).toBe(0)
  })
  const publicPage = () => site.app.request(urls.town('en', town)).then((answer) => answer.text())
  expect(await publicPage()).not.toContain(words)

  await asApprover(async (page) => {
    await page.goto(site.baseUrl + urls.officePublish(town))
    expect(await page.locator('blockquote').innerText()).toBe('Nouvelle phrase d’accueil.')
    await expectAccessible(page)
    await page.locator('button[name="decision"][value="approve"]').click()
    await page.waitForURL(/saved=|versions/)
    await page.goto(site.baseUrl + urls.officeHistory(town))
    await expectAccessible(page)
    expect(await page.locator('main').innerText()).toContain('Camille Exemple')
  })
  await eventually(async () => expect(await publicPage()).toContain(words))
})
