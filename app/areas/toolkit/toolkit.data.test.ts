/** The toolkit from a folder to the page, in several languages and revisions. */
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { ensurePerson } from '../accounts/index.ts'
import { association } from '../accounts/people/test-people.ts'
import { wantLinks } from '../watching/index.ts'
import { readCounts, settleCounts } from './count-store.ts'
import { importToolkit } from './import-toolkit.ts'
import { linksShown } from './link-store.ts'
import { waitingOffers } from './offer-store.ts'
import { decideTranslation, saveOffer } from './offer-translation.ts'
import type { ReadResource } from './resource-table.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const act = actOf('command', 'toolkit.import', Temporal.Instant.from('2026-11-30T10:00:00Z'))
const read = async (path: string) => (await app.request(path)).text()

const text = (language: string, revision: number, title: string, body: string) => ({
  ...{ language, revision, title, body, summary: `${title}.`, link: null, file: null },
  ...{ sources: ['https://x.example/source'], origin: 'person' as const, checked: null },
})
const guide = (revision: number, body: string): ReadResource => ({
  id: 'sea-guide',
  facts: {
    ...{ kind: 'guide', audiences: ['clubs'], ages: ['adults'], sections: ['prevention'], articles: [5] },
    ...{ licence: 'CC-BY-4.0', language: 'en', safeguarding: true, revision },
  },
  texts: [text('en', revision, 'Lighthouse guide', body), text('ar', 1, 'دليل المنارة', 'كلمة **واحدة**.')],
})
const first = guide(1, 'Listen.\n\nTell somebody.')
const take = (...resources: ReadResource[]) => importToolkit(app.services, act, { resources, packages: undefined })

test('what came with the software is there, in every language that it has', async () => {
  const html = await read(urls.toolkit('fr'))
  expect(htmlFaults(html)).toEqual([])
  const ids = [...html.matchAll(/href="\/fr\/toolkit\/([a-z0-9-]+)"/g)].map(([, id]) => id ?? '')
  expect(ids).toContain('safeguarding-procedure')
  for (const id of new Set(ids.filter((one) => one !== 'languages'))) {
    expect([id, htmlFaults(await read(urls.resource('ar', id)))]).toEqual([id, []])
  }
})

test('a language that has nothing yet says so once, and the whole table stays light', async () => {
  for (const language of ['en', 'fr', 'de', 'ar']) {
    const html = await read(urls.toolkitLanguages(language))
    expect([language, htmlFaults(html)]).toEqual([language, []])
    const nothing = app.services.i18n.translator(language)?.t('toolkit.cell.nothing')
    const rows = html.split('<tr>').filter((row) => row.includes('scope="row"'))
    const cells = rows.map((row) => [...row.matchAll(/<td[^>]*>/g)].map(([cell]) => cell).slice(1))
    const columns = html.split('scope="col"').length - 3
    for (const [index, row] of rows.entries()) {
      const empty = row.includes(`<td colspan="${columns}">${nothing}</td>`)
      expect([row, empty ? 1 : columns]).toEqual([row, cells[index]?.length])
      expect([row, row.includes('<td>0</td>')]).toEqual([row, empty])
    }
    expect(rows.length).toBeGreaterThanOrEqual(37)
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(30_000)
  }
})

test('taken in twice it is there once; changed words need the next revision', async () => {
  expect(await take(first)).toMatchObject({ added: 2, unchanged: 0, faults: [] })
  expect(await take(first)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(await take(guide(1, 'Listen, and wait.'))).toMatchObject({ faults: [{ resource: 'sea-guide' }] })
  const html = await read(urls.resource('en', 'sea-guide'))
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Tell somebody.')
  expect(html).toContain('Your own child-protection service decides')
})

test('the first stock says that it was written for this project and that nobody from outside has checked it', async () => {
  const stock = { en: 'Nobody from outside the project', fr: 'Personne d’extérieur au projet' }
  for (const [language, sentence] of Object.entries(stock)) {
    const html = await read(urls.resource(language, 'safeguarding-procedure', language))
    const [above = '', words] = (html.split('<h1')[1] ?? '').split('<div lang=')
    expect([language, above.includes(sentence), words === undefined]).toEqual([language, true, false])
    expect(above).not.toMatch(/Translated|Traduit/)
    const paper = await app.request(urls.resourcePaper(language, 'safeguarding-procedure', language))
    expect((await readPdf(new Uint8Array(await paper.arrayBuffer()))).text).toContain(sentence)
  }
  const packed = await app.request(urls.toolkitPackage('fr', 'sports-club'))
  const files = unzipSync(new Uint8Array(await packed.arrayBuffer()))
  const [name = ''] = Object.keys(files).filter((one) => one.endsWith('.md'))
  expect(strFromU8(files[name] ?? new Uint8Array())).toContain(stock.fr)
  const listed = await read(urls.toolkit('fr'))
  expect(listed.match(/pas encore vérifié de l’extérieur/g)?.length).toBeGreaterThan(10)
})

test('the poster set leads to posters that a print shop can take, and so does the kit', async () => {
  const html = await read(urls.resource('en', 'poster-set'))
  expect(htmlFaults(html)).toEqual([])
  const [, kit = ''] = /href="([^"]*\/kit)#posters"/.exec(html) ?? []
  const page = await read(kit)
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('print=shop')
  for (const one of [html, page]) expect(one).toContain(`href="${urls.office()}"`)
  expect(await read(urls.resource('en', 'first-steps'))).not.toContain('#posters')
})

test('whoever has checked a text is entered without a new revision, and it says so then', async () => {
  const written = { ...text('en', 1, 'Harbour', 'Listen.'), origin: 'written' as const }
  const harbour = { ...first, id: 'harbour-guide', texts: [written] }
  const page = () => read(urls.resource('en', 'harbour-guide'))
  await take(harbour)
  await eventually(async () => expect(await page()).toContain('Nobody from outside the project'))
  const checked = { by: 'Barnahus Westhaven', on: '2026-11-01' }
  expect(await take({ ...harbour, texts: [{ ...written, checked }] })).toMatchObject({ changed: 1, faults: [] })
  await eventually(async () => expect(await page()).toContain('Checked by Barnahus Westhaven on 1 November 2026.'))
  expect(await page()).not.toContain('Nobody from outside the project')
  const listed = await read(urls.toolkit('en'))
  expect(/harbour-guide.*?<\/li>/s.exec(listed)?.[0]).not.toContain('not checked')
})

test('a dry run keeps nothing', async () => {
  const other = { ...first, id: 'other-guide' }
  const report = await importToolkit(app.services, act, { resources: [other], packages: undefined }, true)
  expect(report).toMatchObject({ added: 2 })
  expect((await app.request(urls.resource('en', 'other-guide'))).status).toBe(404)
})

test('a translation of an earlier revision says so, and what has changed since', async () => {
  expect(await take(guide(2, 'Listen.\n\nTell child protection the same day.'))).toMatchObject({
    added: 1,
    unchanged: 1,
  })
  await eventually(async () => expect(await read(urls.resource('ar', 'sea-guide'))).toContain('تغيّر الأصل'))
  const html = await read(urls.resource('ar', 'sea-guide'))
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('<strong>واحدة</strong>')
  expect(html).toContain('تغيّر الأصل')
  expect(html).toContain('Tell child protection the same day.')
  expect(html).toContain('Tell somebody.')
  const older = await take({ ...first, texts: [...first.texts] })
  expect(older.faults).toMatchObject([{ why: 'revision 2 is here already' }])
  await eventually(async () => expect(await read(urls.toolkitLanguages('en'))).toContain('>older</a>'))
  expect(htmlFaults(await read(urls.toolkitLanguages('en')))).toEqual([])
})

test('words are found in every language, without accents, and stand in no address', async () => {
  const find = async (lang: string, q: string) => {
    const answer = await app.request(urls.toolkit(lang), { method: 'POST', body: new URLSearchParams({ q }) })
    expect(answer.headers.get('cache-control')).toBe('no-store')
    return answer.text()
  }
  for (const [lang, q] of [
    ['de', 'LIGHTHOUSE'],
    ['en', 'المنارة'],
  ] as const) {
    const html = await find(lang, q)
    expect(htmlFaults(html)).toEqual([])
    expect([...html.matchAll(/toolkit\/sea-guide/g)]).toHaveLength(1)
  }
  expect(await find('en', 'zzzzz')).toContain('Nothing found for “zzzzz”')
  const none = await app.request(urls.toolkit('en'), {
    method: 'POST',
    body: new URLSearchParams({ q: '', audience: 'clubs', kind: 'x' }),
  })
  expect([none.status, none.headers.get('location')]).toEqual([303, urls.toolkit('en', { audience: 'clubs' })])
})

test('what is wanted and taken is counted by month, and nothing of who', async () => {
  const want = (language: string) =>
    app.request(urls.resourceWanted('fr', 'sea-guide'), { method: 'POST', body: new URLSearchParams({ language }) })
  const sent = await want('pl')
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/fr/toolkit/sea-guide?wanted=pl#wanted'])
  expect(await read('/fr/toolkit/sea-guide?wanted=pl')).toContain('polonais')
  // It is there already, or is no language.
  for (const language of ['ar', 'nothing', ''])
    expect((await want(language)).headers.get('location')).toBe('/fr/toolkit/sea-guide')
  const paper = await app.request(urls.resourcePaper('en', 'sea-guide', 'ar'))
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await app.request(urls.resourcePaper('en', 'sea-guide', 'de'))).status).toBe(404)
  const { db } = app.services.database
  await db.transaction().execute(settleCounts)
  const month = app.services.clock.now().toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 })
  const counts = await readCounts(db, month)
  expect(counts.filter(({ resource }) => resource === 'sea-guide')).toEqual([
    { resource: 'sea-guide', language: 'ar', what: 'taken', times: 1 },
    { resource: 'sea-guide', language: 'pl', what: 'wanted', times: 1 },
  ])
  expect(await readCounts(db, month.add({ months: 1 }))).toEqual([])
})

test('a package is one file with a cover sheet, each text to print and to change', async () => {
  const packages = [{ id: 'sea', title: { en: 'By the sea' }, about: { en: 'For clubs' }, resources: ['sea-guide'] }]
  expect(await importToolkit(app.services, act, { resources: [], packages })).toMatchObject({ faults: [] })
  const answer = await app.request(urls.toolkitPackage('ar', 'sea'))
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="toolkit-sea-ar.zip"')
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Object.keys(files).toSorted()).toEqual(['00.pdf', '01-sea-guide-ar.md', '01-sea-guide-ar.pdf'])
  expect(strFromU8(files['01-sea-guide-ar.md'] ?? new Uint8Array())).toContain('# دليل المنارة')
  expect((await app.request(urls.toolkitPackage('ar', 'nothing'))).status).toBe(404)
  const wrong = [{ id: 'other', title: { en: 'x' }, about: { en: 'x' }, resources: ['not-here'] }]
  const refused = await importToolkit(app.services, act, { resources: [], packages: wrong })
  expect(refused.faults).toMatchObject([{ resource: 'not-here' }])
})

test('an association translates, the secretariat reads it, and it is public', async () => {
  const { db } = app.services.database
  const coordinator = await app.signIn(demonstrationPerson('coordinator'), 'totp')
  const secretariat = await app.signIn(demonstrationPerson('secretariat'), 'totp')
  const get = async (cookie: string, path: string) => app.request(path, { headers: { cookie } })
  const post = (cookie: string, path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', headers: { cookie }, body: new URLSearchParams(fields) })
  const office = urls.officeToolkit(association)
  const list = await (await get(coordinator, `${office}?into=pl`)).text()
  expect(htmlFaults(list)).toEqual([])
  // Wanted once above: too few to be told as a number.
  expect(list).toContain('Asked for, fewer than 5 times')
  expect(list).toContain('Downloaded fewer than 5 times')
  const form = urls.resourceTranslate(office, 'sea-guide', 'pl')
  const opened = await (await get(coordinator, form)).text()
  expect(htmlFaults(opened)).toEqual([])
  expect(opened).toContain('never by a machine')

  const sent = {
    into: 'pl',
    made_from: '2',
    revision: '0',
    title: 'Latarnia',
    summary: 'O słuchaniu',
    body: 'Słuchaj.',
  }
  const refused = await post(coordinator, form, { ...sent, body: 'Zadzwoń: +48 800 121 212\n\n<b>teraz</b>' })
  const told = await refused.text()
  expect([refused.status, htmlFaults(told)]).toEqual([422, []])
  expect(told).toContain('Line 3 holds something')
  expect(told).toContain('Say that somebody has read it')
  const numbered = await post(coordinator, form, { ...sent, body: 'Zadzwoń: +48 800 121 212', read: 'yes' })
  expect(await numbered.text()).toContain('Leave phone numbers out')
  expect((await post(coordinator, form, { ...sent, act: 'keep' })).headers.get('location')).toBe(`${office}?done=saved`)
  expect((await post(coordinator, form, { ...sent, title: 'Inna', read: 'yes' })).status).toBe(409)
  expect((await post(coordinator, form, { ...sent, revision: '1', read: 'yes' })).status).toBe(303)
  expect((await app.request(urls.resource('en', 'sea-guide', 'pl'))).status).toBe(200)
  expect(await read(urls.resource('en', 'sea-guide', 'pl'))).not.toContain('Latarnia')

  const [offer] = await waitingOffers(db)
  const desk = urls.resourceOfferReview(offer?.id ?? '')
  expect((await get(coordinator, desk)).status).toBe(404)
  expect(await (await get(secretariat, urls.officeToolkit(undefined))).text()).toContain(desk)
  const reading = await (await get(secretariat, desk)).text()
  expect(htmlFaults(reading)).toEqual([])
  expect(reading).toContain('knows child protection')
  const revision = `${offer?.revision}`
  expect((await post(secretariat, desk, { revision, decision: 'return', reasons: '' })).status).toBe(422)
  expect((await post(secretariat, desk, { revision: '1', decision: 'publish' })).status).toBe(409)
  expect((await post(secretariat, desk, { revision, decision: 'publish' })).status).toBe(303)
  await eventually(async () => expect(await read(urls.resource('en', 'sea-guide', 'pl'))).toContain('Latarnia'))
  await eventually(async () =>
    expect(await read(urls.toolkitLanguages('en'))).toContain('/en/toolkit/sea-guide?read=pl'),
  )
})

test('nobody decides about their own words, and an older translation takes no newer one away', async () => {
  const { db } = app.services.database
  const person = async (key: Parameters<typeof demonstrationPerson>[0]) => {
    const { id } = await ensurePerson(db, { email: demonstrationPerson(key), name: '', language: 'en' })
    return { ...actOf('person', 'toolkit.translate', act.at), person: { id, roles: [] } }
  }
  const [one, other] = [await person('secretariat'), await person('second-secretariat')]
  const words = { title: 'Phare', summary: 'Un guide', body: 'Écoutez.', link: '' }
  const given = {
    ...words,
    resource: 'sea-guide',
    language: 'fr',
    association: null,
    file: null,
    state: 'sent' as const,
  }
  const send = async (madeFrom: number) => {
    expect(await saveOffer(app.services, one, { ...given, id: newId(), madeFrom }, 0)).toBe('saved')
    const [offer] = await waitingOffers(db)
    if (!offer) throw new Error('nothing was sent')
    return { id: offer.id, seen: offer.revision, reasons: '' }
  }
  const first = await send(2)
  expect(await decideTranslation(app.services, one, { ...first, decision: 'publish' })).toBe('own')
  expect(await decideTranslation(app.services, other, { ...first, decision: 'publish' })).toBe('decided')
  const late = await send(1)
  expect(await decideTranslation(app.services, other, { ...late, decision: 'publish' })).toBe('older')
  expect(await decideTranslation(app.services, other, { ...late, decision: 'return', reasons: 'Newer' })).toBe(
    'decided',
  )
})

test('links are asked at night, and whoever keeps the toolkit is told which lead nowhere', async () => {
  const { db } = app.services.database
  const link = 'https://x.example/gone'
  expect(
    await take({ ...first, id: 'leading-guide', texts: [text('en', 1, 'Leading', `See [this](${link}).`)] }),
  ).toMatchObject({ added: 1 })
  expect((await linksShown(db)).get('leading-guide')).toEqual(['https://x.example/source', link])
  await wantLinks(db, [link], act.at)
  const secretariat = await app.signIn(demonstrationPerson('secretariat'), 'totp')
  const office = async () =>
    (await app.request(urls.officeToolkit(undefined), { headers: { cookie: secretariat } })).text()
  expect(await office()).not.toContain(link)
  await db
    .updateTable('office.web_address')
    .set({ outcome: 'gone', seen: '404', bad_nights: 2, gone_nights: 2 })
    .where('url', '=', link)
    .execute()
  const told = await office()
  expect(htmlFaults(told)).toEqual([])
  expect(told).toContain(link)
})
