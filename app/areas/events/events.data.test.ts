/** From the front door: a town tells of an event, everybody reads it, it is cancelled, hidden, repeated, told of afterwards. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { readPdf, shapesOf } from '../../../tests/pdf.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'

let app: PeopleApp
const [sasha, olga] = ['sasha@events.example', 'olga@events.example'] as const
const year = Temporal.Now.plainDateISO('UTC').year
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  await app.give(olga, 'officer', app.townScope)
})
afterAll(() => app.close())

type Fields = Record<string, string>
const { read, post } = visitorsOf(() => app)

const words = {
  ...{ kind: 'talk', day: `18.11.${year}`, starts: '10', ends: '12.30', where: 'place', language: 'en' },
  what: 'We talk about whom children can tell.',
}

async function begun(fields: Fields, who: string = approver): Promise<string> {
  const id = value(await read(who, urls.townEventNew(town)), 'id')
  const answer = await post(who, urls.townEvents(town), { id, ...words, ...fields })
  expect(answer.headers.get('location')).toBe(`${urls.townEventPage(town, id, 'publish')}?done=begun`)
  return id
}

async function publish(id: string, who: string = approver): Promise<Response> {
  const revision = value(await read(who, urls.townEventPage(town, id, 'publish')), 'revision')
  return post(who, urls.townEventPage(town, id, 'publish'), { revision })
}

async function published(fields: Fields): Promise<string> {
  const id = await begun(fields)
  expect((await publish(id)).status).toBe(303)
  return id
}

async function change(id: string, fields: Fields): Promise<Response> {
  const revision = value(await read(approver, urls.townEventPage(town, id, 'edit')), 'revision')
  return post(approver, urls.townEventPage(town, id, 'edit'), { revision, ...words, ...fields })
}

const publicly = (path: string) => publicPage(app, path)

const feed = async (kind: 'ics' | 'atom', asked = {}) =>
  (await app.request(urls.eventsFeed('en', year, kind, asked))).text()

/** Of one event in a calendar, its lines put together again. */
const entryOf = (calendar: string, id: string): string =>
  calendar
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .find((one) => one.includes(`UID:${id}@`)) ?? ''

describe('an event in five fields', () => {
  test('is nobody’s but the office’s until it is published; then everybody reads it, wherever they look', async () => {
    const id = await begun({ title: 'Whom can I tell?', place: 'Town hall, Square 5', resources: 'poster-set' })
    expect(await read(approver, urls.townEvent(town, id))).toContain(urls.resource('en', 'poster-set'))
    expect((await app.request(urls.event('en', year, id))).status).toBe(404)
    expect((await publish(id)).headers.get('location')).toBe(`${urls.townEvent(town, id)}?done=published`)
    const page = await publicly(urls.event('en', year, id))
    for (const text of ['Whom can I tell?', 'Town hall, Square 5', 'whom children can tell', '10:00', '12:30']) {
      expect(page).toContain(text)
    }
    expect(page).toContain(`href="${urls.resource('en', 'poster-set')}"`)
    for (const asked of [{}, { country: 'NL' }, { kind: 'talk' }, { lang: 'en' }]) {
      expect(await publicly(urls.events('en', year, asked))).toContain(`data-event="${id}"`)
      expect(await feed('ics', asked)).toContain(`UID:${id}@`)
      expect(await feed('atom', asked)).toContain(`urn:uuid:${id}`)
    }
    for (const asked of [{ country: 'FR' }, { kind: 'sport' }, { lang: 'sv' }]) {
      expect(await publicly(urls.events('en', year, asked))).not.toContain(id)
      expect(await feed('ics', asked)).not.toContain(id)
    }
    const narrowed = new URLSearchParams({ country: 'nl', kind: 'talk', lang: '' })
    const led = await app.request(urls.events('en', year), { method: 'POST', body: narrowed })
    expect(led.headers.get('location')).toBe(`${urls.events('en', year, { country: 'NL', kind: 'talk' })}#list`)
    const country = urls.eventsFrame({ lang: 'en', country: 'NL' })
    expect(await publicly(urls.events('en', year, { country: 'NL' }))).toContain(country.replace('&', '&amp;amp;'))
    for (const frame of [urls.eventsFrame({ lang: 'en', town }), country]) {
      const answer = await app.request(frame)
      expect(answer.headers.get('content-security-policy')).toContain('frame-ancestors *')
      expect(await answer.text()).toContain(id)
    }
    for (const path of [urls.eventShare('en', year, id), urls.eventsShare('en', year)]) {
      expect((await app.request(path)).headers.get('content-type')).toBe('image/png')
    }
  })

  test('asks title, kind, when, where and what; all else is folded away', async () => {
    const [first = '', folded = ''] = (await read(approver, urls.townEventNew(town))).split('<details')
    const namesIn = (html: string) => [...new Set([...html.matchAll(/ name="([a-z]+)"/g)].map(([, name]) => name))]
    const asked = ['title', 'kind', 'day', 'starts', 'where', 'place', 'what']
    expect(namesIn(first).filter((name) => name !== 'id' && name !== 'viewport')).toEqual(expect.arrayContaining(asked))
    expect(namesIn(first)).not.toEqual(expect.arrayContaining(['ends']))
    expect(namesIn(folded)).toEqual(expect.arrayContaining(['ends', 'language', 'spoken', 'link']))
    expect(namesIn(first)).not.toEqual(expect.arrayContaining(['language']))
  })

  test('what is wrong with it is said at its field, and nothing typed is lost', async () => {
    const id = newId()
    const fields = {
      ...words,
      id,
      title: '',
      starts: 'noon',
      day: '31.2.',
      spoken: 'Klingon',
      place: '',
      office: 'Jan, 020 7946 0123',
      resources: 'poster-set',
    }
    const refused = await post(approver, urls.townEvents(town), fields)
    const html = await refused.text()
    expect([refused.status, htmlFaults(html)]).toEqual([422, []])
    for (const field of ['title', 'starts', 'day', 'spoken', 'place', 'office'])
      expect(html).toContain(`href="#${field}"`)
    for (const text of ['noon', 'Klingon', '31.2.']) expect(html).toContain(text)
    expect(html).toMatch(/value="poster-set"[^>]* checked/)
  })

  test('two officers at once: the second learns of it', async () => {
    const id = await begun({ title: 'Two at once', place: 'Library' })
    const revision = value(await read(approver, urls.townEventPage(town, id, 'edit')), 'revision')
    expect((await change(id, { title: 'First', place: 'Library' })).status).toBe(303)
    const second = { revision, ...words, title: 'Second', place: 'Library' }
    const answer = await post(olga, urls.townEventPage(town, id, 'edit'), second)
    expect([answer.status, (await answer.text()).includes('Second')]).toEqual([409, true])
  })

  test('where the office wants two pairs of eyes, a second person publishes', async () => {
    await post(approver, urls.officeTwoPairs(town), { on: 'yes' })
    const id = await begun({ title: 'Seen twice', place: 'School' }, olga)
    const revision = value(await read(olga, urls.townEventPage(town, id, 'publish')), 'revision')
    expect((await post(olga, urls.townEventPage(town, id, 'publish'), { revision })).status).toBe(422)
    expect((await post(olga, urls.townEventAct(town, id, 'ask'), { revision })).status).toBe(303)
    expect(await read(approver, urls.office())).toContain(urls.townEventPage(town, id, 'publish'))
    expect((await publish(id)).status).toBe(303)
    expect(await publicly(urls.event('en', year, id))).toContain('Seen twice')
    await post(approver, urls.officeTwoPairs(town), { on: 'no' })
  })
})

describe('what becomes of it', () => {
  test('a change has a higher number, a cancellation says so everywhere, and the entry stays what it was', async () => {
    const id = await published({ title: 'Walk', place: 'Park' })
    const first = entryOf(await feed('ics'), id)
    expect(first).toMatch(/SEQUENCE:0\r\n[\s\S]*STATUS:CONFIRMED/)
    expect(first).toContain(urls.event('en', year, id))
    await change(id, { title: 'Walk', place: 'Park', starts: '11:00' })
    await publish(id)
    await eventually(async () => expect(entryOf(await feed('ics'), id)).toMatch(/SEQUENCE:1\r\n[\s\S]*T110000\r\n/))
    const cancelled = await post(approver, urls.townEventAct(town, id, 'cancel'), {})
    expect(cancelled.headers.get('location')).toContain('done=cancelled')
    await eventually(async () =>
      expect(entryOf(await feed('ics'), id)).toMatch(/SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/),
    )
    expect(await feed('atom')).toContain('Cancelled: Walk')
    expect(await publicly(urls.event('en', year, id))).toContain('does not take place')
  })

  test('a calendar of all countries is kept in parts: what changes in one is changed in it, and nowhere else', async () => {
    const id = await published({ title: 'Kept part', place: 'Park' })
    const all = await feed('ics')
    const parts = ['NL', 'FR'].map(async (country) => feed('ics', { country }))
    for (const one of (await Promise.all(parts)).flatMap((text) => [...text.matchAll(/UID:\S+/g)])) {
      expect(all).toContain(one[0])
    }
    expect(all.match(/BEGIN:VEVENT/g)).toHaveLength(all.match(/END:VEVENT/g)?.length ?? 0)
    const etag = async (asked: object) =>
      (await app.request(urls.eventsFeed('en', year, 'ics', asked))).headers.get('etag')
    const before = [await etag({ country: 'FR' }), await etag({ country: 'NL' })]
    await change(id, { title: 'Changed part', place: 'Park' })
    await publish(id)
    await eventually(async () => expect(await feed('ics')).toContain('Changed part'))
    expect(await etag({ country: 'FR' })).toBe(before[0])
    expect(await etag({ country: 'NL' })).not.toBe(before[1])
    // A town that is called something else now is called so in what was kept, too.
    await app.db.transaction().execute(async (tx) => {
      const { id: townId } = app.townScope.kind === 'authority' ? app.townScope : { id: '' }
      await tx
        .updateTable('published.authority')
        .set({ name: 'Renamed Town', names: '{}' })
        .where('id', '=', townId)
        .execute()
      await announceChange(tx, [townId])
    })
    await eventually(async () => expect(await feed('atom', { country: 'NL' })).toContain('Renamed Town'))
    expect(entryOf(await feed('ics'), id)).toContain('Renamed Town')
  })

  test('an unchanged feed is not sent again', async () => {
    const path = urls.eventsFeed('en', year, 'ics', { country: 'FR' })
    const etag = (await app.request(path)).headers.get('etag') ?? ''
    const again = await app.request(path, { headers: { 'if-none-match': etag } })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
  })

  test('last year’s is there again after two clicks', async () => {
    const list = await read(approver, urls.townEvents(town))
    const [, id = ''] = new RegExp(`action="${urls.townEvents(town)}/([0-9a-f-]{36})/repeat"`).exec(list) ?? []
    const again = await post(approver, urls.townEventAct(town, id, 'repeat'), { id: newId() })
    const draft = /events\/([0-9a-f-]{36})\/publish/.exec(again.headers.get('location') ?? '')?.[1] ?? ''
    await publish(draft)
    expect(await publicly(urls.event('nl', year, draft).replace('/nl/', '/en/'))).toContain(`18 November ${year}`)
  })

  test('what was done is told once the day is over, counts, and stands in the next report', async () => {
    const day = Temporal.Now.plainDateISO('UTC').subtract({ days: 1 })
    const typed = `${day.day}.${day.month}.${day.year}`
    const id = await published({ title: 'Yesterday', day: typed, place: 'Park' })
    const path = urls.townEventPage(town, id, 'after')
    const revision = value(await read(approver, path), 'revision')
    const told = await post(approver, path, { revision, done: 'We walked.', people: '1234', said: 'Again next year.' })
    expect(told.status).toBe(303)
    await publish(id)
    await eventually(async () => expect(await publicly(urls.event('en', day.year, id))).toContain('1,234'))
    expect(await publicly(urls.events('en', day.year, { country: 'NL' }))).toContain('1,234')
    const progress = await read(approver, urls.townProgress(town))
    const [, report] = new RegExp(`${urls.townProgress(town)}/([0-9a-f-]{36})"`).exec(progress) ?? []
    if (report) expect(await read(approver, urls.townReport(town, report))).toContain('1,234 people came')
  })
})

test('a poster tells of an event in its own script, in Armenian as in Arabic', async () => {
  const armenian = {
    'more-0-language': 'hy',
    'more-0-title': 'Ո՞ւմ կարող եմ պատմել',
    'more-0-what': 'Երեխաները հարցնում են։',
  }
  const arabic = { 'more-1-language': 'ar', 'more-1-title': 'لمن أقول؟', 'more-1-what': 'الأطفال يسألون' }
  const id = await published({ title: 'Whom can I tell, in many languages?', place: 'Library', ...armenian, ...arabic })
  for (const [read, text] of [
    ['hy', 'կարող եմ պատմել'],
    ['en', 'in many languages'],
  ] as const) {
    const answer = await app.request(urls.eventPoster('en', year, id, { size: 'a4', read }))
    const { text: said, links } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(said.replace(/\s+/g, ' ')).toContain(text)
    expect(links).toContain(`${app.baseUrl}${urls.event('en', year, id)}`)
  }
  const shown = [
    [200, urls.eventPoster('en', year, id, { size: 'a3', read: 'ar' })],
    [404, urls.eventPoster('en', year, id, { size: 'a3', read: 'fr' })],
  ] as const
  for (const [status, path] of shown) expect((await app.request(path)).status).toBe(status)
})

const posterBytes = async (path: string) => new Uint8Array(await (await app.request(path)).arrayBuffer())

test('a poster whose words a machine translated says so above them, and leads to the original', async () => {
  const posters = (lang: string) => urls.eventsPoster(lang, year, { size: 'a4', town })
  for (const [lang, label] of [
    ['fr', 'Traduit par une machine'],
    ['de', 'Maschinell'],
  ] as const) {
    const { text, links } = await readPdf(await posterBytes(posters(lang)))
    expect(text).toContain(label)
    expect(links).toContain(`${app.baseUrl}${posters('en')}`)
  }
  expect((await readPdf(await posterBytes(posters('en')))).text).not.toContain('machine')
})

test('a print shop gets posters of the day with marks, and their colour runs to the end of the bleed', async () => {
  const id = await published({ title: 'For the print shop', place: 'Library' })
  const asked = { size: 'a3', shop: true } as const
  for (const path of [
    urls.eventsPoster('en', year, { ...asked, town }),
    urls.eventPoster('ar', year, id, { ...asked, read: 'en' }),
  ]) {
    const bytes = await posterBytes(path)
    expect(await readPdf(bytes)).toMatchObject({ pages: 1, marked: true, claimsUa: true })
    const box = /\/BleedBox \[ ?([\d. ]+)\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1]?.trim().split(' ') ?? []
    const [left, , right, top] = box.map((one) => Math.round(Number(one)))
    const [, , ...high] = (await shapesOf(bytes))[0] ?? []
    expect([(await shapesOf(bytes))[0]?.[0], ...high].map((one) => Math.round(one ?? 0))).toEqual([left, right, top])
  }
  expect((await app.request(`${urls.eventsPoster('en', year, { size: 'a4' })}&print=other`)).status).toBe(404)
})

describe('the years', () => {
  test('the secretariat gives one a theme, with its source; everybody reads it', async () => {
    const fields = { year: '2031', 'theme-en': 'Being heard' }
    const refused = await post(sasha, urls.eventEditions(), fields)
    expect([refused.status, (await refused.text()).includes('href="#source"')]).toEqual([422, true])
    const kept = await post(sasha, urls.eventEditions(), { ...fields, source: 'https://www.example.org/theme' })
    expect(kept.status).toBe(303)
    expect(await publicly(urls.events('en', 2031))).toContain('Being heard')
    expect((await app.request(urls.eventsNow('en'))).headers.get('location')).toBe(urls.events('en', 2031))
    expect((await app.request(urls.events('en', 2032))).status).toBe(404)
  })

  test('the kit counts back from the day; its posters are there in every size', async () => {
    const kit = await publicly(urls.eventsKit('en', year))
    expect(kit).toContain(`By 18 November ${year}`)
    expect(kit).toContain(`href="${urls.toolkitPackage('en', 'european-day')}"`)
    const texts = (lang: string) => `href="${urls.resource(lang, 'european-day-texts')}"><bdi lang=`
    expect(await publicly(urls.eventsKit('fr', year))).toContain(`${texts('fr')}"fr" dir="ltr">Des textes`)
    // Nobody has written it in Arabic: it says in which language it is.
    const arabic = (await publicly(urls.eventsKit('ar', year))).split(`${texts('ar')}"en-GB"`)[1] ?? ''
    expect(arabic.slice(0, 300)).toContain('(الإنجليزية)')
    for (const size of ['a4', 'a3'] as const) {
      const poster = await app.request(urls.eventsPoster('en', year, { size, town }))
      expect([poster.status, poster.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    }
    expect((await app.request(`/en/events/${year}/poster.pdf?size=a0`)).status).toBe(404)
  })
})
