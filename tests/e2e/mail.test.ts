/** The pages on which people choose their mails, and the mails themselves, in a browser. */
import type { BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import type { Notice } from '../../app/platform/mail/notice.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, startSite } from './site.ts'

let site: Site
let person: string
beforeAll(async () => {
  site = await startSite()
  const { db } = site.app.services.database
  const email = demonstrationPerson('officer')
  const row = await db.selectFrom('accounts.person').select('id').where('email', '=', email).executeTakeFirstOrThrow()
  person = row.id
})
afterAll(async () => {
  await site?.close()
})

const narrow = { viewport: { width: 320, height: 700 } }

async function speak(language: string): Promise<void> {
  const { db } = site.app.services.database
  await db.updateTable('accounts.person').set({ language }).where('id', '=', person).execute()
}

function tell(key: string): Promise<void> {
  const notice: Notice = {
    person,
    kind: 'approval',
    key,
    compose: () => ({
      subject: 'Example Town: check three changes until 9 March',
      paragraphs: [
        'Ben, officer of Example Town, changed three services. They are published once you have checked them.',
      ],
      action: { text: 'Check the changes', path: '/office/nl/example-town/publish' },
      reason: 'You are an approver of Example Town.',
    }),
  }
  return site.app.services.database.db.transaction().execute((tx) => site.app.services.notify(tx, notice))
}

/** The mails of the queue as they would have been sent. */
async function mails() {
  const [{ createOutbox }, { outboxFolder }] = await Promise.all([
    import('../../app/platform/mail/outbox.ts'),
    import('../../app/platform/mail/mailer.ts'),
  ])
  return createOutbox(outboxFolder(site.app.services.config.dataDir)).list()
}

test.each([
  ['en', { viewport: { width: 768, height: 900 } }],
  ['ar', { ...narrow, javaScriptEnabled: false }],
] as const)('in %s a person chooses once a week, and finds it chosen', async (language, options) => {
  await speak(language)
  await site.visit(await site.signInLink(), options, async (page) => {
    const checked = async () => {
      if (!('javaScriptEnabled' in options)) await expectAccessible(page)
      await expectFits(page)
    }
    await page.locator('main form button').click()
    await page.goto(site.baseUrl + urls.account())
    await page.locator(`a[href="${urls.accountMail()}"]`).click()
    await page.waitForURL(/\/account\/mail$/)
    await checked()
    await page.locator('select[name="people"]').selectOption('weekly')
    await page.locator('main form button').click()
    await page.waitForURL(/done=1/)
    await checked()
    expect(await page.locator('select[name="people"]').inputValue()).toBe('weekly')
  })
})

test('a mail can be read in the outbox, leads to where its kind is stopped, and fits a narrow screen', async () => {
  await speak('en')
  await tell('three-changes')
  await site.app.services.work()
  await expect.poll(async () => (await mails()).length, { timeout: 20_000 }).toBe(1)
  const [mail] = await mails()
  const stop = new URL(mail?.unsubscribe ?? '')
  const options: BrowserContextOptions = { ...narrow, colorScheme: 'dark' }

  await site.visit(await site.signInLink(), options, async (page) => {
    await page.locator('main form button').click()
    await page.goto(site.baseUrl + urls.outbox())
    await page.getByRole('link', { name: 'check three changes' }).click()
    await page.getByRole('link', { name: 'as a mail program shows it' }).click()
    await page.waitForURL(/\/outbox\/html/)
    await expectFits(page)
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('until 9 March')
    expect(await page.locator('.action a').evaluate((link) => getComputedStyle(link).backgroundColor)).toBe(
      'rgb(143, 214, 210)',
    )
  })

  await site.visit(stop.pathname + stop.search, narrow, async (page) => {
    await expectAccessible(page)
    await expectFits(page)
    await page.getByRole('button', { name: 'Stop these mails' }).click()
    await page.getByRole('heading', { name: 'These mails are stopped' }).waitFor()
    await expectAccessible(page)
    await expectFits(page)
  })
})

test.each(['light', 'dark'] as const)('the HTML of a mail has no barrier, %s', async (colorScheme) => {
  const [mail] = await mails()
  await site.visit(urls.signIn(), { ...narrow, colorScheme, bypassCSP: true }, async (page) => {
    await page.setContent(mail?.html ?? '')
    await expectAccessible(page)
    await expectFits(page)
  })
})
