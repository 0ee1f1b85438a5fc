/** Calendars and feeds as readers of others understand them: before and after a change, a cancellation, the clocks' change. */
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReadEntry, readCalendar } from '../../../../tests/calendar-readers.ts'
import { eventually } from '../../../../tests/eventually.ts'
import { inputValue as value } from '../../../../tests/sign-in.ts'
import { visitorsOf } from '../../../../tests/visitors.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { findBySlug } from '../../authorities/index.ts'

let app: PeopleApp
const [town, officer] = [{ country: 'DE', slug: 'example-stadt' }, 'dora@events.example'] as const
beforeAll(async () => {
  app = await openPeopleApp()
  const found = (await findBySlug(app.db, town.country, town.slug))?.authority
  expect(found?.timeZone).toBe('Europe/Berlin')
  await app.give(officer, 'approver', { kind: 'authority', id: found?.id ?? '' })
})
afterAll(() => app.close())
const { read, post } = visitorsOf(() => app)

const words = { kind: 'talk', starts: '10:00', ends: '11:30', where: 'place', language: 'de' }
/** With everything that a line of a calendar has to be careful with. */
const what = `Kommen Sie; "bitte", alle \\ zusammen,\nauch größere Kinder: ${'Ä😀'.repeat(60)}`

async function save(path: string, names: readonly string[], fields: Record<string, string>): Promise<string> {
  const form = await read(officer, path.endsWith('/events') ? urls.townEventNew(town) : path)
  const kept = Object.fromEntries(names.map((name) => [name, value(form, name)]))
  const sent = await post(officer, path, { ...kept, ...words, what, ...fields })
  const id = /events\/([0-9a-f-]{36})\/publish/.exec(sent.headers.get('location') ?? '')?.[1] ?? ''
  const revision = value(await read(officer, urls.townEventPage(town, id, 'publish')), 'revision')
  await post(officer, urls.townEventPage(town, id, 'publish'), { revision })
  return id
}

/** By both, who agree. */
async function readFeed(ids: readonly string[]): Promise<(ReadEntry | undefined)[]> {
  const answer = await app.request(urls.eventsFeed('de', 2026, 'ics', { country: 'DE' }))
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const text = await answer.text()
  const all = readCalendar(text)
  return ids.map((id) => all.find(({ uid }) => uid.startsWith(`${id}@`)))
}

const at = (moment: string) => Temporal.ZonedDateTime.from(`${moment}[Europe/Berlin]`).epochMilliseconds / 1000

test('before and after the clocks change, a change and a cancellation, two readers read the same', async () => {
  const before = await save(urls.townEvents(town), ['id'], { title: 'Davor', day: '24.10.2026', place: 'Rathaus' })
  const after = await save(urls.townEvents(town), ['id'], { title: 'Danach', day: '26.10.2026', place: 'Rathaus' })
  const ids = [before, after]
  const first = await readFeed(ids)
  expect(first.map((one) => [one?.starts, one?.ends, one?.sequence, one?.status])).toEqual([
    [at('2026-10-24T10:00'), at('2026-10-24T11:30'), 0, 'CONFIRMED'],
    [at('2026-10-26T10:00'), at('2026-10-26T11:30'), 0, 'CONFIRMED'],
  ])
  // The same hour on the clock, and not on the earth.
  expect((first[1]?.starts ?? 0) - (first[0]?.starts ?? 0)).toBe(49 * 3600)
  expect(first[0]?.summary).toBe('Davor')
  expect(first[0]?.description.startsWith(what)).toBe(true)
  expect(first[0]?.description.endsWith(urls.event('de', 2026, before))).toBe(true)

  app.wait({ hours: 1 })
  await save(urls.townEventPage(town, before, 'edit'), ['revision'], {
    ...{ title: 'Davor, später', day: '24.10.2026', starts: '12:00', ends: '13:00', place: 'Rathaus' },
  })
  await post(officer, urls.townEventAct(town, after, 'cancel'), {})
  await eventually(async () =>
    expect((await readFeed(ids)).map((one) => [one?.sequence, one?.status])).toEqual([
      [1, 'CONFIRMED'],
      [1, 'CANCELLED'],
    ]),
  )
  const second = await readFeed(ids)
  expect(second.map((one) => one?.uid)).toEqual(first.map((one) => one?.uid))
  expect(second[0]?.starts).toBe(at('2026-10-24T12:00'))
  // The moment it was published, not the one it was asked for.
  expect((second[0]?.stamp ?? 0) - (first[0]?.stamp ?? 0)).toBeGreaterThanOrEqual(3600)
  expect((await readFeed(ids)).map((one) => one?.stamp)).toEqual(second.map((one) => one?.stamp))
})

test('the feed is well-formed, says when each was published, and never names two alike', async () => {
  const path = urls.eventsFeed('de', 2026, 'atom', { country: 'DE' })
  const answer = await app.request(path)
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  const entries: Record<string, string>[] = []
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  const links: string[] = []
  parser.on('opentag', ({ name, uri, attributes }) => {
    expect(uri).toBe('http://www.w3.org/2005/Atom')
    open.push(name)
    if (name === 'entry') entries.push({})
    if (name === 'link' && !open.includes('entry'))
      links.push(`${attributes['rel']?.value} ${attributes['href']?.value}`)
  })
  parser.on('text', (text) => {
    const [entry, name] = [entries.at(-1), open.at(-1) ?? '']
    if (entry && open.includes('entry')) entry[name] = (entry[name] ?? '') + text
  })
  parser.on('closetag', () => void open.pop())
  parser.on('error', (error) => {
    throw error
  })
  parser.write(await answer.text()).close()
  expect(links).toContain(`self ${app.baseUrl}${path}`)
  expect(entries.length).toBe(2)
  expect(new Set(entries.map(({ id }) => id)).size).toBe(2)
  for (const { id, title, updated, summary } of entries) {
    expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/)
    expect(Number.isNaN(Date.parse(updated ?? ''))).toBe(false)
    expect(`${title}${summary}`).toMatch(/Davor|Danach/)
  }
  expect(entries.map(({ title }) => title?.startsWith('Abgesagt:')).filter(Boolean)).toHaveLength(1)
})
