/** From the front door: documents for a council, in the words of an association, with a town's facts. */
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../../tests/pdf.ts'
import { inputValue as value } from '../../../../tests/sign-in.ts'
import { visitorsOf } from '../../../../tests/visitors.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'

let app: PeopleApp
const [carla, dora] = ['carla@documents.example', 'dora@documents.example']
beforeAll(async () => {
  app = await openPeopleApp()
  for (const who of [carla, dora]) await app.give(who, 'coordinator', app.associationScope)
})
afterAll(() => app.close())

const { as, read, post } = visitorsOf(() => app)
const file = async (kind: string, lang: string, format: 'docx' | 'pdf') => {
  const answer = await (await as(approver)).get(urls.townPactDocumentFile(town, kind, lang, format))
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const xmlOf = (docx: Uint8Array) => new TextDecoder().decode(unzipSync(docx)['word/document.xml'])
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')

describe('a town', () => {
  test('takes the decision along as a file for a word processor and as a tagged PDF', async () => {
    expect(await read(approver, urls.townPactDocuments(town))).toContain(urls.townPactDocument(town, 'decision', 'en'))
    const xml = plain(xmlOf(await file('decision', 'en', 'docx')))
    expect(xml).toContain('Decision of the council of Example Town about the Pact')
    expect(xml).toContain('Demonstration text of the Pact')
    expect(xml).toMatch(/SHA-256 [0-9a-f]{64}/)
    expect(xml).toContain('Prevention: 1–10, 15, 16, 37')
    const pdf = await readPdf(await file('decision', 'en', 'pdf'))
    expect(pdf).toMatchObject({ pages: 1, marked: true, claimsUa: true, everyFontEmbedded: true })
    expect(pdf.language).toMatch(/^en/)
    expect(plain(pdf.text).replace(/\s+/g, ' ')).toContain('Example Town signs the Pact of Towns and Regions')
  })

  test('reads the letter in French with its label, and finds nothing in other languages', async () => {
    const html = await read(approver, urls.townPactDocument(town, 'letter', 'fr'))
    expect(html).toContain('A machine made this translation')
    expect(html).toContain('text for the demonstration')
    expect(plain(html)).toContain('Nous vous demandons de décider que Example Town signe')
    expect(await readPdf(await file('letter', 'fr', 'pdf'))).toMatchObject({ pages: 1, claimsUa: true, language: 'fr' })
    for (const path of [
      urls.townPactDocument(town, 'letter', 'nl'),
      urls.townPactDocument(town, 'letter', 'xx'),
      urls.townPactDocument(town, 'speech', 'en'),
    ]) {
      expect([path, (await (await as(approver)).get(path)).status]).toEqual([path, 404])
    }
  })
})

describe('an association', () => {
  const path = urls.associationPactDocument(association, 'letter', 'nl')

  test('writes its own words; its towns get them at once, until it goes back', async () => {
    const form = await read(carla, path)
    expect(form).toContain('There is none in this language yet')
    const words = { title: 'Aan de raad van {town}', body: 'Geachte raad,\n\nHet Pact: artikelen {participation}.' }
    const saved = await post(carla, path, { revision: value(form, 'revision'), ...words })
    expect(saved.headers.get('location')).toBe(`${path}?done=saved`)
    const preview = plain(await read(carla, path))
    expect(preview).toMatch(/Aan de raad van \S/)
    expect(preview).toContain('artikelen 1–3, 9, 10, 31.')
    const html = plain(await read(approver, urls.townPactDocument(town, 'letter', 'nl')))
    // By its name in the language of the document.
    expect(html).toContain('Aan de raad van Voorbeeldstad')
    expect(html).toContain('not approved in this language')
    expect(plain(xmlOf(await file('letter', 'nl', 'docx')))).toContain('artikelen 1–3, 9, 10, 31.')
    expect(await read(approver, urls.townPactDocuments(town))).toContain('Example Association of Towns')
    const revert = urls.associationPactDocumentRevert(association, 'letter', 'nl')
    expect((await post(dora, revert, { revision: '0' })).status).toBe(409)
    expect((await post(dora, revert, { revision: '1' })).status).toBe(303)
    expect((await (await as(approver)).get(urls.townPactDocument(town, 'letter', 'nl'))).status).toBe(404)
    // Its revision goes on: a form from before the going back is noticed.
    expect((await post(carla, path, { revision: '1', ...words, body: 'Anders' })).status).toBe(409)
  })

  test('sees it with any of its own towns, and with no other', async () => {
    const english = (asked: string) => urls.associationPactDocument(association, 'decision', 'en', asked)
    expect(plain(await read(carla, english('example town')))).toContain('council of Example Town about')
    const unknown = await read(carla, english('Nowhere'))
    expect(unknown).toContain('No town of your association has this name or code')
  })

  test.each([
    [{ body: 'To {council}' }, 'body', 'stands for nothing'],
    [{ title: '' }, 'title', 'Enter a title and a text'],
    [{ body: 'Call 020 7946 0123' }, 'body', 'telephone number'],
  ])('%o is refused with what was typed', async (wrong, field, words) => {
    const english = urls.associationPactDocument(association, 'letter', 'en')
    const answer = await post(carla, english, { revision: '0', title: 'Typed title', body: 'Typed body', ...wrong })
    const html = await answer.text()
    expect([answer.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain(words)
    expect(html).toContain(field === 'title' ? '>Typed body</textarea>' : 'value="Typed title"')
  })

  test('two who change it at once: the second sees what the first wrote', async () => {
    const german = urls.associationPactDocument(association, 'decision', 'de')
    const revision = value(await read(carla, german), 'revision')
    expect((await post(carla, german, { revision, title: 'Ihrer', body: 'Zuerst.' })).status).toBe(303)
    const late = await post(dora, german, { revision, title: 'Seiner', body: 'Danach.' })
    const html = await late.text()
    expect([late.status, htmlFaults(html)]).toEqual([409, []])
    expect(html).toContain('Zuerst.')
    expect(html).toContain('>Danach.</textarea>')
  })

  test('begins in one more language from the list', async () => {
    const list = urls.associationPactDocuments(association)
    expect(await read(carla, list)).toContain('As it comes')
    const more = await (await as(carla)).get(`${list}?document=letter&language=is`)
    expect(more.headers.get('location')).toBe(urls.associationPactDocument(association, 'letter', 'is'))
  })
})
