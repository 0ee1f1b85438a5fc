/** From the front door: letters of a bid and documents of a call are files, looked at, sealed, read by whom they concern. */
import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../../tests/eventually.ts'
import { inputValue as value } from '../../../../tests/sign-in.ts'
import { visitorsOf } from '../../../../tests/visitors.ts'
import { sweepFiles } from '../../../platform/files/sweep-files.ts'
import { newId } from '../../../platform/ids.ts'
import { onePagePdf } from '../../../platform/pdf/test-sent-pdf.ts'
import { findsMarked, marked, type ScanDaemon, scanDaemon } from '../../../platform/virus-scan/test-daemon.ts'
import { fileReferences } from '../../../services.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { eraseFromMeetings } from '../erase-store.ts'
import { writeMeeting } from '../meeting-store.ts'
import { insertReviewer } from './bid-store.ts'
import { readCall, writeCall } from './call-store.ts'
import { mostLetters, type PaperFile } from './file-rules.ts'
import { meetingsFiles } from './file-store.ts'

interface Place {
  readonly id: string
  readonly country: string
  readonly slug: string
}

let app: PeopleApp
let scanner: ScanDaemon
let town: Place
const [sasha, ria, kim] = ['sasha@files.example', 'ria@files.example', 'kim@files.example']
const [officer, rival] = ['one@files.example', 'two@files.example']
const { as, read, post } = visitorsOf(() => app)
const now = () => app.services.clock.now()
const named = () => meetingsFiles(app.services.database.db)
const writing = (write: Parameters<ReturnType<PeopleApp['db']['transaction']>['execute']>[0]) =>
  app.db.transaction().execute(write)
const idOf = async (email: string) => {
  const query = app.db.selectFrom('accounts.person').select('id').where('email', '=', email)
  return (await query.executeTakeFirstOrThrow()).id
}
let lastYear = 2700

beforeAll(async () => {
  scanner = await scanDaemon(findsMarked)
  app = await openPeopleApp({ clamavUrl: scanner.url })
  const { rows } = await sql<Place>`
    select a.id, lower(a.country) as country, a.slug from published.authority a
    join published.signatory s on s.authority = a.id and s.status = 'signed'
    where a.country = 'NL' order by a.slug limit 2`.execute(app.db)
  const [one, two] = rows
  if (!one || !two) throw new Error('the demonstration has too few signatories')
  town = one
  await app.give(officer, 'officer', { kind: 'authority', id: one.id })
  await app.give(rival, 'officer', { kind: 'authority', id: two.id })
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  // Kim works for a town of the bidder's country.
  const abroad = app.db.selectFrom('published.authority').select('id').where('country', '=', 'DE').limit(1)
  const homes = [
    [ria, (await abroad.executeTakeFirstOrThrow()).id],
    [kim, two.id],
  ] as const
  for (const [who, id] of homes) {
    await app.give(who, 'reviewer', { kind: 'instance' })
    await app.give(who, 'officer', { kind: 'authority', id })
  }
})
afterAll(async () => {
  await app.close()
  await scanner.close()
})

interface Held {
  readonly meeting: string
  readonly year: number
}

async function called(published = true): Promise<Held> {
  const at = now()
  const [meeting, year] = [newId(), lastYear++]
  const reviewers = [await idOf(ria), await idOf(kim)]
  await writing(async (tx) => {
    const what = { kind: 'signatories', starts: null, ends: null, place: '', country: null, timeZone: 'UTC' } as const
    await writeMeeting(tx, { id: meeting, year, ...what, about: {}, source: '', demonstration: true }, at)
    const call = { opens: at.subtract({ hours: 480 }), zone: 'UTC', requirements: { en: 'Rooms' }, documents: [] }
    const until = { deadline: at.add({ hours: 48 }), scoresBy: at.add({ hours: 480 }).toString().slice(0, 10) }
    const criteria = [{ weight: 1, names: { en: 'Safe for children' } }]
    await writeCall(tx, meeting, { ...call, ...until, criteria }, { at, published })
    for (const person of reviewers) await insertReviewer(tx, meeting, person, at)
  })
  return { meeting, year }
}

const pdf = (line: string) => new File([onePagePdf(line)], '../../letter of Ada.pdf')

async function send(who: string, path: string, title: string, file: File, revision?: string): Promise<Response> {
  const seen = revision ?? value(await read(who, path), 'revision')
  return (await as(who)).postForm(path, { revision: seen, title, file })
}

async function bidIn({ meeting }: Held): Promise<{ id: string; state: string; files: readonly PaperFile[] }> {
  const { rows } = await sql<{ id: string; state: string; files: readonly PaperFile[] }>`
    select id, state, files from office.host_bid where meeting = ${meeting} and authority = ${town.id}`.execute(app.db)
  const [bid] = rows
  if (!bid) throw new Error('there is no bid')
  return bid
}

const hashes = (files: readonly PaperFile[]) => files.map(({ file }) => file?.sha256)

const bidText = {
  ...{ rooms: 'Six', capacity: '400', access: 'Step-free', travel: 'By rail' },
  ...{ hotels: 'Many', languages: 'English', safeguarding: 'Two trained persons', budget: 'By the city' },
}

/** With one letter, handed in. */
async function handedIn(): Promise<Held & { sha256: string; bid: string }> {
  const held = await called()
  const path = urls.townLetters(town, held.year)
  expect((await send(officer, path, 'The mayor', pdf(`We are for ${held.year}`))).headers.get('location')).toBe(
    `${path}?done=kept`,
  )
  const form = urls.townBid(town, held.year)
  const html = await read(officer, form)
  const seen = { id: value(html, 'id'), revision: value(html, 'revision') }
  expect((await post(officer, form, { ...seen, ...bidText, venue: `The hall of Ada ${held.year}` })).status).toBe(303)
  const act = urls.townBidAct(town, held.year, 'hand-in')
  // Twice: what was handed in stays as it was.
  for (const _ of [1, 2])
    expect((await post(officer, act, { revision: value(await read(officer, form), 'revision') })).status).toBe(303)
  const { id, state, files } = await bidIn(held)
  const [sha256 = ''] = hashes(files)
  expect([state, files.length, sha256.length]).toEqual(['handed', 1, 64])
  return { ...held, sha256, bid: id }
}

/** The deadline passes, for every call of these tests. */
const seal = () => app.wait({ hours: 49 })

test('a letter is a PDF without a virus, and there are five of them at most, each once', async () => {
  const held = await called()
  const path = urls.townLetters(town, held.year)
  for (const [file, title, words] of [
    [new File([marked], 'letter.pdf'), 'Mayor', 'virus scanner has found something'],
    [new File(['<html>%PDF-1.7'], 'letter.pdf'), 'Mayor', 'none of these'],
    [new File([], 'letter.pdf'), 'Mayor', 'The file is empty'],
    [new File(['%PDF-1.7 and no more'], 'letter.pdf'), 'Mayor', 'damaged'],
    [new File([new Uint8Array(10_000_001)], 'letter.pdf'), 'Mayor', 'too large'],
    [pdf('Without a title'), '', 'Choose the file again'],
  ] as const) {
    const refused = await send(officer, path, title, file)
    expect([words, refused.status, (await refused.text()).includes(words)]).toEqual([words, 422, true])
  }
  const stale = value(await read(officer, path), 'revision')
  for (const _ of [1, 2]) expect((await send(officer, path, 'The mayor', pdf('One'), stale)).status).toBe(303)
  expect((await bidIn(held)).files).toEqual([{ title: 'The mayor', file: expect.objectContaining({ type: 'pdf' }) }])
  // A colleague with an older page.
  expect((await send(officer, path, 'The council', pdf('Two'), stale)).status).toBe(409)
  for (let at = 2; at <= mostLetters; at++)
    expect((await send(officer, path, `Letter ${at}`, pdf(`${at}`))).status).toBe(303)
  const sixth = await send(officer, path, 'One more', pdf('More'))
  expect([sixth.status, (await sixth.text()).includes('take one out first')]).toEqual([422, true])
  const [first = ''] = hashes((await bidIn(held)).files)
  const revision = value(await read(officer, path), 'revision')
  expect((await post(officer, urls.townLetter(town, held.year, first, 'remove'), { revision })).status).toBe(303)
  expect(hashes((await bidIn(held)).files)).not.toContain(first)
  expect(await named()).not.toContain(first)
})

test('after the deadline nobody changes them; reviewers and secretariat read them, nobody did before', async () => {
  const held = await handedIn()
  const { year, bid, sha256 } = held
  const own = urls.townLetter(town, year, sha256)
  const [forReviewer, forOffice] = [urls.hostReviewLetter(year, bid, sha256), urls.bidLetter(year, bid, sha256)]
  const statusOf = async (who: string, path: string) => (await (await as(who)).get(path)).status
  expect(await statusOf(officer, own)).toBe(200)
  for (const [who, path] of [
    [ria, forReviewer],
    [sasha, forOffice],
    [sasha, urls.bidLetters(year, bid)],
  ] as const)
    expect([path, await statusOf(who, path)]).toEqual([path, 404])

  seal()
  expect(await read(officer, urls.townLetters(town, year))).toContain('sealed')
  const late = await send(officer, urls.townLetters(town, year), 'Late', pdf('Late'), '1')
  expect([late.status, (await late.text()).includes('The deadline for bids was')]).toEqual([422, true])
  const away = await post(officer, `${own}/remove`, { revision: '1' })
  expect([away.status, hashes((await bidIn(held)).files)]).toEqual([422, [sha256]])

  expect(await read(ria, urls.hostReviewBid(year, bid))).toContain(forReviewer)
  expect(await read(sasha, urls.officeCall(year, 'choice'))).toContain(forOffice)
  for (const [who, path] of [
    [officer, own],
    [ria, forReviewer],
    [sasha, forOffice],
  ] as const) {
    const answer = await (await as(who)).get(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect([answer.headers.get('cache-control'), answer.headers.get('cdn-cache-control')]).toEqual(['no-store', null])
  }
  // A stranger, another town, a reviewer from the country of the bid, each at every address.
  for (const path of [own, forReviewer, forOffice]) {
    expect((await app.nobody.get(path)).headers.get('location')).toContain('/sign-in')
    expect([403, 404], path).toContain(await statusOf(rival, path))
  }
  expect(await statusOf(kim, forReviewer)).toBe(404)
})

test('the secretariat takes out of a sealed bid what must not be seen, and everybody who reads the bid is told', async () => {
  const held = await handedIn()
  const { year, bid, sha256 } = held
  const act = urls.bidLetter(year, bid, sha256, 'take-out')
  expect((await post(sasha, act, {})).status).toBe(404)
  seal()
  expect(await read(sasha, urls.bidLetters(year, bid))).toContain(act)
  for (const _ of [1, 2]) expect((await post(sasha, act, {})).headers.get('location')).toContain('done=kept')
  expect((await bidIn(held)).files).toEqual([{ title: '', file: null }])
  expect(await named()).not.toContain(sha256)
  for (const [who, path] of [
    [officer, urls.townBid(town, year)],
    [ria, urls.hostReviewBid(year, bid)],
    [sasha, urls.officeCall(year, 'choice')],
  ] as const)
    expect(await read(who, path)).toContain('taken out after the deadline')
})

test('letters of a bid that is withdrawn go, before the deadline and after it', async () => {
  for (const isLate of [false, true]) {
    const held = await handedIn()
    if (isLate) seal()
    expect(await named()).toContain(held.sha256)
    await post(officer, urls.townBidAct(town, held.year, 'withdraw'), {})
    expect(await bidIn(held)).toMatchObject({ state: 'withdrawn', files: [] })
    expect((await (await as(sasha)).get(urls.bidLetter(held.year, held.bid, held.sha256))).status).toBe(404)
    // Whoever is named in it goes from it all the same.
    const person = { id: newId(), name: `Ada ${held.year}`, email: 'ada@files.example' }
    await writing((tx) => eraseFromMeetings(tx, person))
    const { rows } = await sql<{ venue: string }>`
      select facts ->> 'venue' as venue from office.host_bid where id = ${held.bid}`.execute(app.db)
    expect(rows).toEqual([{ venue: 'The hall of […]' }])
  }
})

test('what runs by itself in a letter is gone, and no name leads out of a folder', async () => {
  const held = await called()
  const path = urls.townLetters(town, held.year)
  const document = await PDFDocument.load(onePagePdf('Alarm'))
  document.addJavaScript('alarm', 'app.alert("alarm")')
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript', JS: PDFHexString.of('61') }))
  const file = new File([Buffer.from(await document.save())], '../../رسالة.pdf')
  expect((await send(officer, path, '../رسالة العمدة', file)).status).toBe(303)
  const [sha256 = ''] = hashes((await bidIn(held)).files)
  const answer = await (await as(officer)).get(urls.townLetter(town, held.year, sha256))
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="document.pdf"; filename*=UTF-8''${encodeURIComponent('رسالة العمدة.pdf')}`,
  )
  const kept = await PDFDocument.load(await answer.arrayBuffer())
  const written = kept.context.enumerateIndirectObjects().map(([, object]) => object.toString())
  expect(written.join('\n')).not.toMatch(/JavaScript|\/JS|OpenAction/)
  // The same file under another title is there once, by its newest one, which does not stand in it.
  expect((await send(officer, path, 'Letter of Ada Example', file)).status).toBe(303)
  expect((await bidIn(held)).files).toMatchObject([{ title: 'Letter of Ada Example', file: { sha256 } }])
  expect(kept.getTitle()).toBe('Letter of support')
})

test('the name of a person goes from what a letter is called, and the letter can still be read', async () => {
  const held = await called()
  const path = urls.townLetters(town, held.year)
  await send(officer, path, 'Letter of Ada Example, mayor', pdf('Ada'))
  const person = { id: newId(), name: 'Ada Example', email: 'ada@files.example' }
  await writing((tx) => eraseFromMeetings(tx, person))
  const { files } = await bidIn(held)
  expect(files[0]?.title).toBe('Letter of […], mayor')
  const [sha256 = ''] = hashes(files)
  expect((await (await as(officer)).get(urls.townLetter(town, held.year, sha256))).status).toBe(200)
})

test('documents of a call are public with it, on its page and on that for hosts, and none comes after the deadline', async () => {
  const held = await called(false)
  const { meeting, year } = held
  const path = urls.callDocuments(year)
  const infected = await send(sasha, path, 'Guide', new File([marked], 'guide.pdf'))
  expect([infected.status, (await infected.text()).includes('virus')]).toEqual([422, true])
  const seen = value(await read(sasha, path), 'revision')
  for (const _ of [1, 2])
    expect((await send(sasha, path, 'Guide of hosts', pdf('Guide'), seen)).headers.get('location')).toBe(
      `${path}?done=kept`,
    )
  const filesNow = async () => (await readCall(app.services.database.db, meeting))?.files ?? []
  const [sha256 = '', ...others] = (await filesNow()).map(({ file }) => file?.sha256)
  expect(others).toEqual([])
  const address = urls.callDocument('en', year, { sha256, type: 'pdf' })
  expect((await app.nobody.get(address)).status).toBe(404)
  expect((await (await as(sasha)).get(urls.officeDocument(year, sha256))).status).toBe(200)
  expect((await (await as(officer)).get(urls.officeDocument(year, sha256))).status).toBeGreaterThanOrEqual(403)

  const form = urls.officeCall(year, 'call')
  expect(await read(sasha, form)).toContain(path)
  await sql`update published.host_call set published_at = now() where meeting = ${meeting}`.execute(app.db)
  const publicly = async (page: string) => (await app.nobody.get(page)).text()
  for (const page of [urls.meeting('en', year), urls.meetingHosts('en')])
    await eventually(async () => expect(await publicly(page)).toContain(address))
  const answer = await app.nobody.get(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect(answer.headers.get('content-disposition')).toContain("filename*=UTF-8''Guide%20of%20hosts.pdf")

  seal()
  const late = await send(sasha, path, 'Late', pdf('Late'), '2')
  expect([late.status, (await late.text()).includes('no document is added')]).toEqual([422, true])
  // One that must not be seen goes all the same, and not unseen.
  for (const _ of [1, 2]) await post(sasha, urls.officeDocument(year, sha256, 'remove'), {})
  expect((await app.nobody.get(address)).status).toBe(404)
  expect(await named()).not.toContain(sha256)
  await eventually(async () => {
    const html = await publicly(urls.meeting('en', year))
    expect([html.includes(address), html.includes('taken out after the deadline')]).toEqual([false, true])
  })
})

test('the night leaves letters and documents where they are, and takes what was removed', async () => {
  const [stays, { year }] = [await handedIn(), await called()]
  const letters = urls.townLetters(town, year)
  await send(officer, letters, 'It goes', pdf('It goes'))
  await send(sasha, urls.callDocuments(year), 'Guide', pdf('A guide that stays'))
  const [guide, gone = ''] = [
    /documents\/([0-9a-f]{64})/.exec(await read(sasha, urls.callDocuments(year)))?.[1],
    /letters\/([0-9a-f]{64})/.exec(await read(officer, letters))?.[1],
  ]
  await post(officer, urls.townLetter(town, year, gone, 'remove'), {
    revision: value(await read(officer, letters), 'revision'),
  })
  app.wait({ hours: 25 })
  await sweepFiles({ ...app.services, references: fileReferences })
  const rows = await app.db.selectFrom('office.kept_file').select('sha256').execute()
  const kept = rows.map((one) => one.sha256)
  expect(kept).not.toContain(gone)
  expect(kept).toEqual(expect.arrayContaining([stays.sha256, guide]))
})
