/** From the front door: a host writes a programme, releases it, changes it; everybody reads it, and two readers of calendars do. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReadEntry, readCalendar } from '../../../tests/calendar-readers.ts'
import { eventually } from '../../../tests/eventually.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { writeHost, writeMeeting } from '../meetings/index.ts'
import { programmeRetention } from './retention-rules.ts'

let app: PeopleApp
const sasha = 'sasha@programme.example'
/** The next that no demonstration has. */
const year = Temporal.Now.plainDateISO('UTC').year + 3
/** The last Sunday of October: the clocks change at three in the morning. */
const sunday = (() => {
  const last = Temporal.PlainDate.from({ year, month: 10, day: 31 })
  return last.subtract({ days: last.dayOfWeek % 7 })
})()
const typed = ({ day, month }: Temporal.PlainDate) => `${day}.${month}.${year}`

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  const at = Temporal.Now.instant()
  const id = crypto.randomUUID()
  await app.db.transaction().execute(async (tx) => {
    await writeMeeting(
      tx,
      {
        ...{ id, year, kind: 'signatories', place: 'Example Town', country: 'NL', demonstration: false },
        ...{ timeZone: 'Europe/Amsterdam', about: {}, source: '' },
        ...{ starts: sunday.subtract({ days: 1 }).toString(), ends: sunday.add({ days: 1 }).toString() },
      },
      at,
    )
    await writeHost(tx, id, app.townScope.kind === 'authority' ? app.townScope.id : null, at)
  })
})
afterAll(() => app.close())

const { read, post } = visitorsOf(() => app)
const path = () => urls.hostProgramme(town, year)

async function add(fields: Readonly<Record<string, string>>, who = approver): Promise<string> {
  const form = await read(who, urls.hostSessionNew(town, year))
  const id = value(form, 'id')
  const words = { language: 'en', starts: '10:00', ends: '11:30', what: 'What we have learnt.' }
  expect((await post(who, path(), { id, ...words, ...fields })).status).toBe(303)
  return id
}

const publicly = (path: string) => publicPage(app, path)

async function calendar(ids: readonly string[]): Promise<(ReadEntry | undefined)[]> {
  const answer = await app.request(urls.programmeCalendar('en', year))
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const all = readCalendar(await answer.text())
  return ids.map((id) => all.find(({ uid }) => uid.startsWith(`${id}@`)))
}

const at = (day: Temporal.PlainDate, time: string) =>
  day.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: time }).epochMilliseconds / 1000

test('a programme is written, released, changed: what is different stands in public, and calendars take it over', async () => {
  const [before, after] = [sunday.subtract({ days: 1 }), sunday.add({ days: 1 })]
  await post(approver, urls.hostProgrammeAct(town, year, 'rooms'), { revision: '0', rooms: 'Great hall\nSmall room' })
  const [, great = ''] =
    /<option value="([0-9a-f-]{36})"[^>]*>Great hall/.exec(await read(approver, urls.hostSessionNew(town, year))) ?? []
  const first = await add({ title: 'Welcome', day: typed(before), room: great, speakers: 'Ada Example' })
  // The secretariat writes with the host.
  const second = await add(
    { title: 'Conclusions', day: typed(after), interpreted: 'French', materials: 'https://www.example.org/paper' },
    sasha,
  )
  const third = await add({
    title: 'Market',
    day: typed(before),
    room: great,
    speakers: 'ada example',
    starts: '11:00',
  })
  expect(await read(approver, path())).toMatch(/Great hall[^<]* at the same time/)
  expect((await app.request(urls.programme('en', year))).status).toBe(404)

  expect((await post(approver, urls.hostProgrammeAct(town, year, 'release'), {})).status).toBe(303)
  const page = await publicly(urls.programme('en', year))
  for (const text of ['Welcome', 'Great hall', '10:00–11:30', 'Ada Example', 'French', 'www.example.org/paper']) {
    expect(page).toContain(text)
  }
  await publicly(urls.programme('ar', year))
  const ids = [first, second, third]
  const one = await calendar(ids)
  expect(one.map((each) => [each?.starts, each?.ends, each?.sequence, each?.status])).toEqual([
    [at(before, '10:00'), at(before, '11:30'), 0, 'CONFIRMED'],
    [at(after, '10:00'), at(after, '11:30'), 0, 'CONFIRMED'],
    [at(before, '11:00'), at(before, '11:30'), 0, 'CONFIRMED'],
  ])
  // The same hour on the clock, and not on the earth.
  expect((one[1]?.starts ?? 0) - (one[0]?.starts ?? 0)).toBe(49 * 3600)
  expect(one[1]?.description).toContain(urls.programme('en', year))
  // Calendars keep copies for years: no names.
  expect(one[0]?.description).not.toContain('Ada')

  app.wait({ hours: 1 })
  const form = await read(approver, urls.hostSession(town, year, first))
  const moved = { title: 'Welcome', language: 'en', day: typed(before), starts: '9.30', ends: '10:30', room: great }
  const sent = { revision: value(form, 'revision'), what: 'What we have learnt.', speakers: 'Ada Example', ...moved }
  expect((await post(approver, urls.hostSession(town, year, first), sent)).status).toBe(303)
  // Somebody who began with the form of before.
  const late = await post(sasha, urls.hostSession(town, year, first), { ...sent, title: 'Too late' })
  expect([late.status, (await late.text()).includes('Too late')]).toEqual([409, true])
  await post(approver, urls.hostSessionAct(town, year, third, 'take-out'), {})
  await post(approver, urls.hostProgrammeAct(town, year, 'release'), {})
  await eventually(async () =>
    expect((await calendar(ids)).map((each) => [each?.sequence, each?.status])).toEqual([
      [1, 'CONFIRMED'],
      [0, 'CONFIRMED'],
      [1, 'CANCELLED'],
    ]),
  )
  const two = await calendar(ids)
  expect(two.map((each) => each?.uid)).toEqual(one.map((each) => each?.uid))
  expect(two[0]?.starts).toBe(at(before, '09:30'))
  expect((two[0]?.stamp ?? 0) - (one[0]?.stamp ?? 0)).toBeGreaterThanOrEqual(3600)
  const changed = await publicly(urls.programme('en', year))
  expect(changed).toContain('Version 2')
  expect(changed).toMatch(/Moved: [^<]*Welcome[^<]*09:30[^<]*before: [^<]*10:00/)
  expect(changed).toMatch(/Does not take place: [^<]*Market/)
})

test('another town has no hand in it; half a year afterwards the names are gone, and the rest stays', async () => {
  const olga = 'olga@programme.example'
  const other = { country: 'DE', slug: 'example-stadt' }
  const found = await app.db
    .selectFrom('published.authority')
    .select('id')
    .where('slug', '=', other.slug)
    .executeTakeFirstOrThrow()
  await app.give(olga, 'approver', { kind: 'authority', id: found.id })
  for (const host of [town, other]) {
    const answer = await post(olga, urls.hostProgrammeAct(host, year, 'release'), {})
    expect(answer.status).toBeGreaterThanOrEqual(403)
  }
  const now = sunday
    .add({ days: 1 + 184 })
    .toZonedDateTime('UTC')
    .toInstant()
  const gone = await sweep(app.db, programmeRetention.rules, now.add({ hours: 24 }))
  expect(Object.keys(gone).toSorted()).toEqual(['office.programme_speaker', 'published.programme_speaker'])
  app.wait({ hours: 24 * 366 * 5 })
  const page = await publicly(urls.programme('fr', year))
  expect(page).toContain('Welcome')
  expect(page).not.toContain('Ada Example')
})
