/**
 * A town's way in German, from the letter to its council to the certificate: an office without script on a small screen, two
 * people of the secretariat each on their own, one return with reasons; and a program of others accepts what comes of it.
 */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensurePerson, grantRole } from '../../app/areas/accounts/index.ts'
import { signatoriesOf } from '../../app/areas/register/index.ts'
import { type FreshBody, freshBody } from '../../app/areas/signing/test-signing.ts'
import { actOf } from '../../app/platform/audit/audit.ts'
import { onePagePdf } from '../../app/platform/pdf/test-sent-pdf.ts'
import type { RoleName, Scope } from '../../app/platform/session/actor.ts'
import { urls } from '../../app/urls.ts'
import { readPdf } from '../pdf.ts'
import { independentVerifier } from '../verifying/independent-verifier.ts'
import { tabTo } from './keyboard.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

let site: Site
let body: FreshBody
beforeAll(async () => {
  site = await startSite()
  body = await freshBody(site.app.services.database.db)
})
afterAll(() => site?.close())

/** A page of somebody who has just been given these roles. */
async function as(page: Page, name: string, scope: Scope, ...roles: RoleName[]): Promise<Page> {
  const { database, clock } = site.app.services
  const email = `${name}@people.example`
  const person = await ensurePerson(database.db, { email, name, language: 'de' })
  const act = actOf('test', 'accounts.grant-role', clock.now())
  for (const role of roles) await grantRole(database.db, act, person.id, role, scope)
  await signInPage(site, page, email, 'de')
  return page
}

async function go(page: Page, path: string): Promise<void> {
  await page.goto(site.baseUrl + path)
  await expectFits(page)
}

/** Follows a link or presses a button of the page by its words; a small screen holds what comes. */
async function press(page: Page, words: string | RegExp): Promise<void> {
  const one = page.locator('main a, main button').filter({ hasText: words }).first()
  await Promise.all([page.waitForNavigation(), one.click()])
  await expectFits(page)
}

async function type(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    await page.locator(`main input[name="${name}"], main textarea[name="${name}"]`).fill(value)
  }
}

const text = (page: Page) => page.locator('main').innerText()
/** A file behind an address, with the cookies of the page. */
const file = async (page: Page, path: string) => (await page.request.get(site.baseUrl + path)).body()
const decision = { name: 'beschluss.pdf', mimeType: 'application/pdf', buffer: Buffer.from(onePagePdf('Beschluss')) }

async function readsTheLetter(page: Page): Promise<void> {
  await go(page, urls.townPactDocuments(body))
  await press(page, 'Lesen')
  const letter = urls.townPactDocumentFile(body, 'letter', 'fr', 'pdf')
  expect((await readPdf(await file(page, letter))).text).toContain(body.name)
}

/** @returns the address of the application. */
async function applies(page: Page): Promise<string> {
  await go(page, urls.townPact(body))
  await press(page, 'Beginnen')
  const application = new URL(page.url()).pathname
  await go(page, `${application}/decision`)
  await type(page, { body: 'Stadtrat', on: '15.1.2026', reference: 'B 14/2026' })
  await page.locator('input[name="document"]').setInputFiles(decision)
  await press(page, 'Speichern und weiter')
  await type(page, { office: 'Bürgermeisteramt', person: 'Maria Muster' })
  await press(page, 'Speichern und weiter')
  await type(page, { name: 'Hauptamt', email: 'hauptamt@stadt.example' })
  await press(page, 'Speichern und weiter')
  // Without the tick the same page comes again and says so.
  await press(page, 'Speichern und weiter')
  await page.locator('input[name="agree"]').check({ force: true })
  await press(page, 'Speichern und weiter')
  await page.locator('input[name="held"][value="no"]').check({ force: true })
  await press(page, 'Speichern und weiter')
  await press(page, 'Weiter und Angaben prüfen')
  await press(page, 'Den Antrag einreichen')
  await press(page, 'Um einen Brief mit einem Code bitten')
  return application
}

/** The secretariat prints the letter; its code is typed by the office as it stands on paper. */
async function provesByLetter(secretariat: Page, office: Page, application: string): Promise<void> {
  await type(secretariat, { postal: `${body.name}\nMarkt 1\n1234 AB ${body.name}` })
  const paper = secretariat.waitForEvent('download')
  await secretariat.locator('form[action$="/letter"] button').click()
  const parts: Buffer[] = []
  for await (const part of await (await paper).createReadStream()) parts.push(part)
  const [code = ''] = /(?:[A-Z0-9]{3}-){5}[A-Z0-9]{3}/.exec((await readPdf(Buffer.concat(parts))).text) ?? []
  await go(office, application)
  await type(office, { code: code.toLowerCase() })
  await press(office, 'Den Code eingeben')
  expect(await text(office)).toContain('Gezeigt durch einen Code in einem Brief')
}

async function returns(page: Page): Promise<void> {
  await page.locator('input[name="reasons"][value="decision-unclear"]').check({ force: true })
  await type(page, { words: 'Im Beschluss steht nur „Kenntnisnahme“.' })
  await page.locator('input[name="days"][value="3"]').check({ force: true })
  await press(page, 'Mit diesen Gründen zurückgeben')
}

async function answers(page: Page, application: string): Promise<void> {
  await go(page, application)
  expect(await text(page)).toContain('nur „Kenntnisnahme“')
  await go(page, `${application}/decision`)
  await type(page, { reference: 'B 15/2026' })
  await press(page, 'Speichern und weiter')
  await go(page, `${application}/check`)
  await press(page, 'Den Antrag einreichen')
}

/** @returns the number of the entry. */
async function showsWhatItHas(page: Page): Promise<number> {
  const [signed] = await signatoriesOf(site.app.services.database.db, body.id)
  const number = signed?.number ?? 0
  await go(page, urls.officeCertificate(body))
  const certificate = await readPdf(await file(page, urls.certificate('de', number)))
  expect(certificate).toMatchObject({ language: 'de', marked: true })
  expect(certificate.text).toContain(body.name)
  await page.locator('main a[href*="/verify/"]').first().click()
  await expectFits(page)
  expect(await text(page)).toContain('Diese Urkunde gilt')
  return number
}

/** With script the map comes closer, moves and goes back by keyboard alone; without, no button is there. */
async function looksAtTheMap(withScript: Page, without: Page): Promise<void> {
  await go(without, urls.registerMap('de'))
  expect(await without.locator('svg[data-zoom]').count()).toBe(1)
  expect(await without.locator('main button:visible').count()).toBe(0)

  await go(withScript, urls.registerMap('de'))
  const buttons = withScript.locator('main button:visible')
  const map = withScript.locator('svg[data-zoom]')
  const seen = async () => ((await map.getAttribute('viewBox')) ?? '').split(' ').map(Number)
  const whole = await seen()
  const [, , width = 0, height = 0] = whole
  expect(await buttons.allInnerTexts()).toEqual(['Näher', 'Weiter weg', 'Ganze Karte'])
  await pressKey(withScript, '[data-zoom-buttons] [value="2"]')
  expect(await seen()).toEqual([width / 4, height / 4, width / 2, height / 2])
  await expectAccessible(withScript)
  await expectFits(withScript)
  expect(await buttons.allInnerTexts()).toContain('Norden')
  for (const [name, value, left, top] of [
    ['Norden', '0 -1', 2, 1],
    ['Osten', '1 0', 3, 1],
    ['Süden', '0 1', 3, 2],
    ['Westen', '-1 0', 2, 2],
  ] as const) {
    await pressKey(withScript, `[data-zoom-moves] [value="${value}"]`)
    expect([name, ...(await seen())]).toEqual([name, (width * left) / 8, (height * top) / 8, width / 2, height / 2])
  }
  await pressKey(withScript, '[data-zoom-buttons] [value="2"]')
  await pressKey(withScript, '[data-zoom-buttons] [value="0.5"]')
  expect((await seen()).slice(2)).toEqual([width / 2, height / 2])
  await pressKey(withScript, '[data-zoom-buttons] [value="0"]')
  expect(await seen()).toEqual(whole)
  expect(await buttons.count()).toBe(3)
}

/** By the keyboard, from the top of the page. */
async function pressKey(page: Page, selector: string): Promise<void> {
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
  await tabTo(page, selector)
  await page.keyboard.press('Enter')
}

test('from the letter to the certificate, with one return and two people who decide', async () => {
  const small = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }
  const wide = { viewport: { width: 1280, height: 900 } }
  await site.visit(urls.pact('de'), small, (olga) =>
    site.visit(urls.register('de'), wide, (anna) =>
      site.visit(urls.register('de'), wide, async (bela) => {
        await as(olga, 'olga', { kind: 'authority', id: body.id }, 'officer', 'approver')
        await as(anna, 'anna', { kind: 'instance' }, 'secretariat')
        await as(bela, 'bela', { kind: 'instance' }, 'secretariat')

        await readsTheLetter(olga)
        const application = await applies(olga)
        const desk = urls.pactApplication(application.split('/').at(-1) ?? '')
        await go(anna, urls.office())
        await press(anna, body.name)
        expect(new URL(anna.url()).pathname).toBe(desk)
        await expectAccessible(anna)
        await provesByLetter(anna, olga, application)
        await go(anna, desk)
        await returns(anna)
        await answers(olga, application)
        for (const page of [anna, bela]) {
          await go(page, desk)
          await press(page, 'Ich habe alles geprüft')
        }
        await expectAccessible(bela)

        const number = await showsWhatItHas(olga)
        await go(bela, urls.registerEntry('de', number))
        await expectAccessible(bela)
        expect(await text(bela)).toContain('Bürgermeisteramt')
        expect(await text(bela)).not.toContain('Muster')
        await looksAtTheMap(bela, olga)
        const verifier = independentVerifier(site.baseUrl, (path) => site.app.request(path))
        const credential = await site.app.request(urls.credential(number))
        expect(await verifier.verify(await credential.text())).toBe('accepted')
      }),
    ),
  )
}, 180_000)
