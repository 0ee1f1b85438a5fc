/** The words of an association for a duty of a town: put into the answer, changed and saved, on a phone and without script. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAssociation } from '../../app/areas/associations/index.ts'
import { standardWords } from '../../app/areas/checklist/index.ts'
import { publishText, saveText, startText } from '../../app/areas/standards/index.ts'
import { demonstrationPerson } from '../../app/demonstration/index.ts'
import { actOf } from '../../app/platform/audit/audit.ts'
import { newId } from '../../app/platform/ids.ts'
import { urls } from '../../app/urls.ts'
import { expectAccessible, expectFits, type Site, signInPage, startSite } from './site.ts'

let site: Site
const id = newId()
const kind = 'safe-recruitment'
const town = { country: 'NL', slug: 'example-town' }
const said = (text: string) => standardWords.parse({ whatHappens: { nl: { text, origin: 'person' } } })
const first = 'Wie bij ons met kinderen werkt, laat elk jaar een bewijs van goed gedrag zien.'

async function publishWords(text: string, expected: number): Promise<void> {
  const { services } = site.app
  const act = actOf('test', 'standards.save', services.clock.now())
  const found = await findAssociation(services.database.db, 'NL', 'example-association')
  const owner = { type: 'association', id: found?.id ?? '' } as const
  if (expected === 1) await startText(services, act, owner, { id, kind, language: 'nl' })
  await saveText(services, act, owner, id, { words: said(text), expected })
  await publishText(services, { ...act, name: 'standards.publish' }, owner, id)
}

beforeAll(async () => {
  site = await startSite()
  await publishWords(first, 1)
})
afterAll(async () => {
  await site?.close()
})

test('an officer puts them in, changes them and saves; later the page of the duty shows what is different', async () => {
  const view = { viewport: { width: 320, height: 700 }, javaScriptEnabled: false }
  await site.visit('/', view, async (page) => {
    await signInPage(site, page, demonstrationPerson('officer'), 'en')
    const path = site.baseUrl + urls.officeKind(town, kind)
    await page.goto(path)
    await expectFits(page)
    expect(await page.locator('main').innerText()).toContain(first)
    await page.locator(`main a[href="${urls.officeKind(town, kind, id)}"]`).click()
    await expectFits(page)
    const note = page.locator('textarea[name="note-available-nl"]')
    expect(await note.inputValue()).toBe(first)
    await note.fill('Bij ons laat elke trainer een verklaring zien.')
    await page.locator('input[name="status"][value="available"]').check()
    await page.locator('main form button[type="submit"]', { hasText: 'Save the answer' }).click()
    await publishWords(first.replace('elk jaar', 'ieder jaar'), 2)
    await page.goto(path)
    await expectFits(page)
    expect(await page.locator('main ins').innerText()).toBe('ieder')
    expect(await page.locator('textarea[name="note-available-nl"]').inputValue()).toContain('elke trainer')
    await page.locator('main button', { hasText: 'We have looked at it' }).click()
    expect(await page.locator('main').innerText()).toContain('You will not be reminded')
    expect(await page.locator('main ins').count()).toBe(0)
  })
})

test.each(['en', 'ar'])(
  'the page of a duty is for everybody in %s, with the words beside it and in it',
  async (lang) => {
    await site.visit('/', { viewport: { width: 320, height: 700 } }, async (page) => {
      await signInPage(site, page, demonstrationPerson('officer'), lang)
      for (const path of [urls.officeKind(town, kind), urls.officeKind(town, kind, id)]) {
        await page.goto(site.baseUrl + path)
        await expectAccessible(page)
        await expectFits(page)
      }
    })
  },
)
