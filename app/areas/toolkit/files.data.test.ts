/** Files of the toolkit: taken, translated, delivered in parts, packed, written in the browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync } from 'fflate'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { sweepFiles } from '../../platform/files/sweep-files.ts'
import { onePagePdf } from '../../platform/pdf/test-sent-pdf.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association } from '../accounts/people/test-people.ts'
import { openDrafts } from './draft-store.ts'
import { toolkitFiles } from './file-store.ts'
import { importToolkit } from './import-toolkit.ts'
import { readText } from './library-store.ts'
import { waitingOffers } from './offer-store.ts'
import { readFolder } from './read-folder.ts'
import { mostFileBytes, resourceFiles } from './resource-schema.ts'

let app: TestApp
let [coordinator, secretariat, second] = ['', '', '']
beforeAll(async () => {
  app = await testApp()
  coordinator = await app.signIn(demonstrationPerson('coordinator'), 'totp')
  secretariat = await app.signIn(demonstrationPerson('secretariat'), 'totp')
  second = await app.signIn(demonstrationPerson('second-secretariat'), 'totp')
})
afterAll(() => app.close())

const read = async (path: string) => (await app.request(path)).text()
const get = (cookie: string, path: string, headers = {}) => app.request(path, { headers: { cookie, ...headers } })
function post(cookie: string, path: string, fields: Record<string, string | readonly string[]>, file?: File) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  if (file) body.append('file', file)
  return app.request(path, { method: 'POST', headers: { cookie }, body })
}
const sent = (content: Uint8Array, name = '../../etc/passwd.pdf') => new File([Buffer.from(content)], name)
const valuesIn = (html: string, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '']))
const fileOf = async (id: string, language: string) =>
  (await app.services.database.read((db) => readText(db, id, language)))?.file ?? undefined
const picture = () =>
  sharp({ create: { width: 30, height: 20, channels: 3, background: 'blue' } })
    .withExif({ IFD0: { Artist: 'Ada Example' } })
    .jpeg()
    .toBuffer()

async function takeFolder(rows: readonly string[], files: Readonly<Record<string, Uint8Array>>) {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-toolkit-'))
  const heading =
    'resource,language,of_revision,title,summary,kind,audiences,ages,sections,articles,licence,source_language,revision,safeguarding,text,file'
  writeFileSync(join(folder, 'toolkit.csv'), [heading, ...rows].join('\n'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const looking = { types: resourceFiles, mostBytes: mostFileBytes }
  const { faults, ...given } = await readFolder(
    folder,
    app.services.reference.languages.codes,
    async (content, title) => {
      const taken = await app.services.fileIntake.take(content, { ...looking, title })
      return 'file' in taken ? taken.file : taken.fault
    },
  )
  rmSync(folder, { recursive: true })
  const act = actOf('command', 'toolkit.import', app.services.clock.now())
  return { faults, report: await importToolkit(app.services, act, given) }
}

test('a folder brings files, and names the row of each that cannot be taken', async () => {
  const facts = 'poster,schools,8-12,prevention,5,CC-BY-4.0,en,1,no'
  const rows = [
    `sea-poster,en,1,Sea poster,A poster.,${facts},,poster.pdf`,
    'sea-poster,ar,1,ملصق: البحر,ملصق.,,,,,,,,,,,ملصق.jpg',
    `bad-poster,en,1,Bad,A poster.,${facts},,web.pdf`,
    `lost-poster,en,1,Lost,A poster.,${facts},,../x.pdf`,
  ]
  const files = { 'poster.pdf': onePagePdf('Sea'), 'ملصق.jpg': await picture(), 'web.pdf': strToU8('<html>') }
  const { faults, report } = await takeFolder(rows, files)
  expect(report).toMatchObject({ added: 2, faults: [] })
  expect(faults).toEqual([
    { line: 4, column: 'file', why: 'web.pdf: type' },
    { line: 5, column: 'file', why: '../x.pdf: there is no such file' },
  ])
  expect((await takeFolder(rows.slice(0, 2), files)).report).toMatchObject({ unchanged: 2, added: 0, changed: 0 })
  await eventually(async () => expect(await read(urls.resource('ar', 'sea-poster'))).toContain('/file/ar-'))
  const html = await read(urls.resource('ar', 'sea-poster'))
  expect(htmlFaults(html)).toEqual([])
  expect(html).not.toContain('paper.pdf')
})

test('a file comes whole or in parts, under its name in its language, and never to be run', async () => {
  const [english, arabic] = [await fileOf('sea-poster', 'en'), await fileOf('sea-poster', 'ar')]
  if (!english || !arabic) throw new Error('no file')
  const path = urls.resourceFile('ar', 'sea-poster', 'ar', arabic)
  const whole = await app.request(path)
  const { headers } = whole
  const bytes = new Uint8Array(await whole.arrayBuffer())
  expect([whole.status, bytes.length, headers.get('content-type')]).toEqual([200, arabic.bytes, 'image/jpeg'])
  expect(Buffer.from(bytes).includes('Ada Example')).toBe(false)
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="sea-poster-ar.jpg"; filename*=UTF-8''${encodeURIComponent('ملصق البحر.jpg')}`,
  )
  expect([headers.get('x-content-type-options'), headers.get('accept-ranges')]).toEqual(['nosniff', 'bytes'])
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect([headers.get('cache-control'), headers.get('cdn-cache-control')]).toEqual(['no-store', 'public, max-age=1'])
  const etag = headers.get('etag') ?? ''
  const part = await app.request(path, { headers: { range: 'bytes=10-19', 'if-range': etag } })
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-19/${arabic.bytes}`])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
  expect((await app.request(path, { headers: { range: 'bytes=10-19', 'if-range': '"x"' } })).status).toBe(200)
  const none = await app.request(path, { headers: { range: `bytes=${arabic.bytes}-` } })
  expect([none.status, none.headers.get('content-range')]).toEqual([416, `bytes */${arabic.bytes}`])
  expect((await app.request(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
  const head = await app.request(path, { method: 'HEAD' })
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, `${arabic.bytes}`, ''])
  const counted = await app.services.database.db
    .selectFrom('intake.resource_count')
    .selectAll()
    .where('resource', '=', 'sea-poster')
    .execute()
  // The whole file: not each part of it, nor a look at its head.
  expect(counted.map(({ language, what }) => [language, what])).toEqual([['ar', 'taken']])
  // An address from before leads to what is there now; a made-up one to nothing.
  const former = await app.request(`/en/toolkit/sea-poster/file/en-${'0'.repeat(16)}.pdf`)
  expect(former.headers.get('location')).toBe(urls.resourceFile('en', 'sea-poster', 'en', english))
  expect((await app.request(`/en/toolkit/sea-poster/file/nl-${'0'.repeat(16)}.pdf`)).status).toBe(404)
})

test('a package holds files beside texts', async () => {
  const act = actOf('command', 'toolkit.import', app.services.clock.now())
  const packages = [
    { id: 'sea', title: { en: 'Sea' }, about: { en: 'Sea.' }, resources: ['sea-poster', 'first-steps'] },
  ]
  expect((await importToolkit(app.services, act, { resources: [], packages })).faults).toEqual([])
  const answer = await app.request(urls.toolkitPackage('ar', 'sea'))
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  expect(Object.keys(files).toSorted()).toEqual([
    '00.pdf',
    '01-sea-poster-ar-file.jpg',
    '02-first-steps-en.md',
    '02-first-steps-en.pdf',
  ])
})

test('an association translates a file, the secretariat opens it, and then everybody', async () => {
  const office = urls.officeToolkit(association)
  const form = urls.resourceTranslate(office, 'sea-poster', 'nl')
  const opened = await (await get(coordinator, form)).text()
  expect(htmlFaults(opened)).toEqual([])
  expect(opened).toContain('The file of the original')
  const fields = {
    into: 'nl',
    made_from: '1',
    revision: '0',
    title: 'Zeeposter',
    summary: 'Een poster',
    body: '',
    read: 'yes',
  }
  const bomb = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/x': new Uint8Array(40_000_000) })
  for (const [file, words] of [
    [undefined, 'Write something here'],
    [sent(strToU8('<svg/>')), 'whatever it is called'],
    [sent(new Uint8Array(), 'empty.pdf'), 'The file is empty'],
    [sent(bomb, 'letter.docx'), 'far more than anybody writes'],
  ] as const) {
    const refused = await post(coordinator, form, fields, file)
    const told = await refused.text()
    expect([refused.status, htmlFaults(told)]).toEqual([422, []])
    expect(told).toContain(words)
    expect(told).toContain('Zeeposter')
  }
  expect((await post(coordinator, form, fields, sent(onePagePdf('Zee')))).status).toBe(303)
  const [offer] = await waitingOffers(app.services.database.db)
  const own = urls.resourceOfferFile(office, offer?.id ?? '')
  const desk = urls.resourceOfferReview(offer?.id ?? '')
  expect(await (await get(secretariat, desk)).text()).toContain('The file of this translation')
  expect((await get(coordinator, own)).headers.get('content-type')).toBe('application/pdf')
  expect((await app.request(own)).status).not.toBe(200)
  expect(await fileOf('sea-poster', 'nl')).toBeUndefined()
  const decided = { revision: `${offer?.revision}`, decision: 'publish', reasons: '' }
  expect((await post(secretariat, desk, decided)).status).toBe(303)
  await eventually(async () => expect(await read(urls.resource('en', 'sea-poster', 'nl'))).toContain('/file/nl-'))
})

test('the secretariat writes an original, somebody else of it publishes it, and writes its next revision', async () => {
  const { db } = app.services.database
  const form = urls.resourceOriginal()
  const opened = await (await get(secretariat, form)).text()
  expect(htmlFaults(opened)).toEqual([])
  const hidden = valuesIn(opened, 'draft', 'made_from', 'revision')
  const facts = {
    kind: 'guide',
    audiences: ['clubs', 'schools'],
    ages: 'adults',
    parts: 'prevention',
    articles: '5 6',
  }
  const words = { title: 'Ο φάρος', summary: 'Ένας οδηγός.', body: '', link: '', sources: 'https://x.example/a' }
  const fields = { ...hidden, ...facts, ...words, licence: 'CC-BY-4.0', language: 'el' }
  const refused = await post(secretariat, form, { ...fields, articles: '5 99', audiences: [], sources: 'x' })
  const told = await refused.text()
  expect([refused.status, htmlFaults(told)]).toEqual([422, []])
  for (const text of [
    'Choose something here',
    'numbers of articles',
    'begins with https://',
    'Write something here',
    'Ο φάρος',
  ]) {
    expect(told).toContain(text)
  }
  expect((await get(coordinator, form)).status).toBe(404)
  const file = sent(onePagePdf('Lighthouse'))
  expect((await post(secretariat, form, fields, file)).status).toBe(303)
  expect((await post(secretariat, form, fields, file)).status).toBe(303)
  const drafts = await openDrafts(db)
  expect(drafts.map(({ resource, state }) => [resource, state])).toEqual([['o-faros', 'sent']])
  const desk = urls.resourceDraft(drafts[0]?.id ?? '')
  const office = await (await get(second, urls.officeToolkit(undefined))).text()
  expect(htmlFaults(office)).toEqual([])
  expect(office).toContain(desk)
  const own = await (await get(secretariat, desk)).text()
  expect(own).toContain('somebody else decides')
  expect(htmlFaults(await (await get(second, desk)).text())).toEqual([])
  const decided = { revision: `${drafts[0]?.revision}`, decision: 'publish', reasons: '' }
  expect((await post(secretariat, desk, decided)).status).toBe(404)
  expect((await post(second, desk, decided)).status).toBe(303)
  await eventually(async () => expect(await read(urls.toolkit('fr'))).toContain('Ο φάρος'))
  const search = await app.request(urls.toolkit('fr'), { method: 'POST', body: new URLSearchParams({ q: 'φαρος' }) })
  expect(await search.text()).toContain('toolkit/o-faros')

  const next = urls.resourceOriginal('o-faros')
  const again = await (await get(second, next)).text()
  expect(htmlFaults(again)).toEqual([])
  expect(again).toContain('This will be revision 2')
  const later = {
    ...fields,
    ...valuesIn(again, 'draft', 'made_from', 'revision'),
    title: 'Ο νέος φάρος',
    body: 'Κείμενο.',
  }
  expect((await post(second, next, { ...later, without: 'yes', act: 'keep' })).status).toBe(303)
  const [begun] = await openDrafts(db)
  expect(begun).toMatchObject({ madeFrom: 1, state: 'draft', file: null })
  expect((await post(second, next, { ...later, without: 'yes', title: 'Άλλος' })).status).toBe(409)
  expect((await post(second, next, { ...later, without: 'yes', revision: '1' })).status).toBe(303)
  const last = urls.resourceDraft(begun?.id ?? '')
  const reading = await (await get(secretariat, last)).text()
  expect(htmlFaults(reading)).toEqual([])
  expect(reading).toContain('What changes in what is public')
  expect((await post(secretariat, last, { revision: '2', decision: 'return', reasons: 'Shorter' })).status).toBe(303)
  expect(await (await get(second, next)).text()).toContain('Shorter')
  expect((await post(second, urls.resourceDraftDiscard(begun?.id ?? ''), {})).status).toBe(303)
  expect(await openDrafts(db)).toEqual([])
})

test('a file that another one has replaced goes, those of other languages stay', async () => {
  const before = await fileOf('sea-poster', 'en')
  const facts = 'poster,schools,8-12,prevention,5,CC-BY-4.0,en,2,no'
  const { report } = await takeFolder([`sea-poster,en,2,Sea poster,A poster.,${facts},,new.pdf`], {
    'new.pdf': onePagePdf('Sea again'),
  })
  expect(report).toMatchObject({ added: 1, faults: [] })
  const referred = await toolkitFiles(app.services.database.db)
  const now = [await fileOf('sea-poster', 'en'), await fileOf('sea-poster', 'ar')]
  expect(referred).not.toContain(before?.sha256)
  for (const one of now) expect(referred).toContain(one?.sha256)
})

test('a file that nobody refers to any more goes a day later, and no other', async () => {
  const { database, files, fileIntake, clock } = app.services
  const taken = await fileIntake.take(onePagePdf('Nobody needs it'), { types: ['pdf'], mostBytes: 10_000, title: 'x' })
  if (!('file' in taken)) throw new Error(taken.fault)
  const sweep = (hours: number) =>
    sweepFiles({
      database,
      files,
      clock: { ...clock, now: () => clock.now().add({ hours }) },
      references: [toolkitFiles],
    })
  expect(await sweep(23)).toBe(0)
  expect((await files.read(taken.file.sha256)).length).toBe(taken.file.bytes)
  // With the one that was replaced above.
  expect(await sweep(25)).toBe(2)
  await expect(files.read(taken.file.sha256)).rejects.toThrow('could not be read')
  const poster = await fileOf('sea-poster', 'nl')
  expect((await files.read(poster?.sha256 ?? '')).length).toBe(poster?.bytes)
})
