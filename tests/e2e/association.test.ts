/**
 * A coordinator's week in a browser, in French: a number is confirmed, a letter is written and goes, a town joins by its link
 * without script, and the counts move. Then the pages of an association at 320 px in Arabic.
 */

import { sql } from 'kysely'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { association } from '../../app/areas/accounts/people/test-people.ts'
import { runCampaigns } from '../../app/areas/campaigns/send/run-campaigns.ts'
import { demonstrationPerson, loadFirstWeek } from '../../app/demonstration/index.ts'
import { questionsDepsOf } from '../../app/questions-deps.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

const town = { country: 'NL', slug: 'example-quiet-town' }
const office = 'enfance@example-quiet-town.example'

let site: Site
beforeAll(async () => {
  site = await startSite()
  const { services } = site.app
  const { db } = services.database
  await loadFirstWeek({ ...services, questions: questionsDepsOf(services) })
  // Nobody works there yet, and nobody there has said that no letter is wanted.
  await sql`delete from accounts.role using published.authority town
    where town.id = role.authority and town.slug = ${town.slug}`.execute(db)
  await sql`delete from office.letters_stopped`.execute(db)
  await sql`update office.town_contact set email = ${office}, language = 'fr' from published.authority town
    where town.id = town_contact.authority and town.slug = ${town.slug}`.execute(db)
})
afterAll(() => site?.close())

const signIn = (page: Page, language: string) => signInPage(site, page, demonstrationPerson('coordinator'), language)

/** Follows a link or presses a button of the page by its words. */
async function press(page: Page, words: string | RegExp): Promise<void> {
  const one = page.locator('main a, main button, nav a').filter({ hasText: words }).first()
  await Promise.all([page.waitForNavigation(), one.click()])
}

const looked = async (page: Page) => {
  await expectAccessible(page)
  await expectFits(page)
}

/** The link in the newest mail to an address: of those that go to many, or of all others. */
async function linkMailedTo(queue: 'mail.send' | 'mail.send-one-of-many', to: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`select data->>'text' as text from jobs.job
    where name = ${queue} and data->>'to' = ${to} order by created_on desc limit 1`.execute(
    site.app.services.database.db,
  )
  return (/https?:\/\/\S+/.exec(rows[0]?.text ?? '')?.[0] ?? '').replace(site.baseUrl, '')
}

/** With script, which whoever looks for barriers needs: what an invited town opens, a form that lacks everything, what follows. */
const joiningLooked = (invited: string) =>
  site.visit(invited, { viewport: { width: 320, height: 700 }, locale: 'fr-FR' }, async (page) => {
    await looked(page)
    await press(page, 'Commencer')
    expect(await page.locator('.govuk-error-summary').count()).toBe(1)
    await looked(page)
    await page.goto(`${site.baseUrl}${invited}?sent=1`)
    await looked(page)
  })

const published = (page: Page) =>
  page
    .locator('tr')
    .filter({ has: page.locator('th', { hasText: /^Page avec/ }) })
    .locator('td')
    .first()
    .innerText()

test('a letter is written in French and goes; a town joins by its link, and the counts move', async () => {
  const wide = { viewport: { width: 1280, height: 900 } }
  await site.visit(urls.country('fr', 'NL'), wide, async (page) => {
    await signIn(page, 'fr')
    await page.goto(site.baseUrl + urls.officeHelplines('NL'))
    await press(page, 'Confirmer le suivant')
    await page.locator('input[value="called"]').check({ force: true })
    await press(page, /^Confirmer$/)
    expect(page.url()).toContain('done=confirmed')

    await page.goto(site.baseUrl + urls.office())
    await press(page, 'Example Association')
    expect(await published(page)).toMatch(/^1\D/)
    await press(page, 'Lettres aux membres')
    await page.locator('main input[name="name"]').fill('Hiver')
    await press(page, 'Commencer')
    await looked(page)
    await press(page, /^Modifier\s+La lettre/)
    // Not in the first language of the country, but in that of the town's contact.
    await page.goto(`${page.url()}?language=fr`)
    await page.locator('input[name="first"]').check({ force: true })
    await page.locator('input[name="subject"]').fill('{town} : aider les enfants')
    await page.locator('textarea[name="body"]').fill('Bonjour {office},\n\n{link}\n\n{association}')
    await looked(page)
    await press(page, 'Enregistrer')
    await press(page, /^Modifier\s+Où répondent/)
    await page.locator('input[name="address"]').first().check({ force: true })
    await press(page, 'Enregistrer')
    await press(page, 'Dire quand elle part')
    await looked(page)
    await press(page, 'Lancer')
    await looked(page)
  })
  expect(await runCampaigns(site.app.services.campaigns)).toMatchObject({ started: 1 })

  const narrow = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false, locale: 'fr-FR' }
  const invited = await linkMailedTo('mail.send-one-of-many', office)
  await joiningLooked(invited)
  await site.visit(invited, narrow, async (page) => {
    await expectFits(page)
    await page.locator('input[name="name"]').fill('Agente exemple')
    await page.locator('input[name="email"]').fill(office)
    await page.locator('input[name="post"]').fill('service jeunesse')
    await press(page, 'Commencer')
    await page.goto(site.baseUrl + (await linkMailedTo('mail.send', office)))
    await press(page, 'Accepter')
    expect(page.url()).toContain(urls.firstSteps(town))
    await expectFits(page)
    await press(page, /^Répondre/)
    await page.locator('input[name="status"][value="not-our-task"]').check({ force: true })
    await page.locator('textarea[name^="note-not-our-task"]').first().fill('Exemple fictif : le département.')
    await press(page, 'Enregistrer la réponse')
    await page.goto(site.baseUrl + urls.officePublish(town))
    await press(page, 'Publier maintenant')
    await expectFits(page)
    await press(page, 'Voir la page comme les familles')
    expect(page.url()).toContain(urls.town('fr', town))
  })

  await site.visit(urls.country('fr', 'NL'), wide, async (page) => {
    await signIn(page, 'fr')
    await page.goto(site.baseUrl + urls.coverage(association))
    expect(await published(page)).toMatch(/^2\D/)
  })
  await site.visit(urls.country('fr', 'NL'), { viewport: { width: 320, height: 700 } }, async (page) => {
    await signInPage(site, page, office, 'fr')
    await page.goto(site.baseUrl + urls.firstSteps(town))
    await looked(page)
  })
}, 180_000)

/** Everything that an association's office opens with, and what an invited town sees. */
const pages = () => [
  urls.office(),
  urls.coverage(association),
  urls.coverageSilent(association),
  urls.associationMembers(association),
  urls.associationMembersAct(association, 'bring'),
  urls.coveragePlaces(association),
  urls.catchments(association),
  urls.catchmentsAct(association, 'bring'),
  urls.catchmentsAct(association, 'new'),
  urls.catchment(association, 'example-police-area'),
  urls.catchmentAct(association, 'example-police-area', 'delete'),
  urls.campaigns(association),
  urls.townContacts(association),
  urls.contactList(association),
  urls.associationQuestions(association),
  urls.associationWebsites(association),
  urls.officeNational('NL'),
  urls.associationLetters(association),
  urls.officeLegal('NL'),
  urls.exchange(association),
  urls.associationContact(association),
  urls.invitationCode(),
]

test.each([
  ['fr', 1280],
  ['ar', 320],
] as const)(
  'the pages of an association in %s, %i px, are for everybody',
  async (language, width) => {
    await site.visit(urls.country(language, 'NL'), { viewport: { width, height: 800 } }, async (page) => {
      await signIn(page, language)
      for (const [index, path] of pages().entries()) {
        await page.goto(site.baseUrl + path)
        await expectFits(page)
        // Barriers are those of the markup: in the other direction every third page is looked at as closely.
        if (language === 'fr' || index % 3 === 0) await expectAccessible(page)
      }
    })
  },
  180_000,
)

test('the code of a printed letter, without an account: asked for, and refused', async () => {
  await site.visit(urls.invitationCode(), { viewport: { width: 320, height: 700 }, locale: 'ar' }, async (page) => {
    await looked(page)
    await page.locator('input[name="code"]').fill('AAAA')
    await Promise.all([page.waitForNavigation(), page.locator('main form button').click()])
    await looked(page)
  })
}, 60_000)

test('what was found on the website of a town, and what is said wrongly about it, in French', async () => {
  await site.visit(urls.country('fr', 'NL'), { viewport: { width: 320, height: 800 } }, async (page) => {
    await signIn(page, 'fr')
    await page.goto(site.baseUrl + urls.associationWebsites(association))
    await press(page, /^Ouvrir/)
    await looked(page)
    await press(page, 'Enregistrer')
    await looked(page)
  })
}, 60_000)

test('what came of a letter, and a question with its answer, in French', async () => {
  await site.visit(urls.country('fr', 'NL'), { viewport: { width: 390, height: 800 } }, async (page) => {
    await signIn(page, 'fr')
    for (const [list, link] of [
      [urls.campaigns(association), /Spring letter/],
      [urls.associationQuestions(association), /One service/],
    ] as const) {
      await page.goto(site.baseUrl + list)
      await press(page, link)
      await looked(page)
    }
  })
}, 180_000)
