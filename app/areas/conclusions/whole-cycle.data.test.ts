/**
 * From the front door, with a clock that is moved: from the call for a host to a conclusion that the next meeting looks at.
 * What each step refuses is tried where the step is; here one leads to the next.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCalendar } from '../../../tests/calendar-readers.ts'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { tellBeforeReview } from './tell.ts'

interface Town {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  /** As English pages have it. */
  readonly shown: string
}

let app: PeopleApp
let [host, guest]: [Town, Town] = [] as never
const [sasha, hanna, gwen] = ['sasha@cycle.example', 'hanna@cycle.example', 'gwen@cycle.example'] as const
const rea = 'rea@cycle.example'
const today = Temporal.Now.plainDateISO('UTC')
const [year, nextYear] = [today.year + 2, today.year + 4]
const { read, post } = visitorsOf(() => app)

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  const { rows } = await sql<Town>`
    select a.id, lower(a.country) as country, a.slug, a.name, coalesce(a.names ->> 'en', a.name) as shown from published.authority a
    join published.signatory s on s.authority = a.id and s.status = 'signed'
    where a.kind = 'municipality' order by a.country <> 'NL', a.slug limit 2`.execute(app.db)
  const [one, two] = rows
  if (!one || !two) throw new Error('the demonstration has too few towns that have signed')
  ;[host, guest] = [one, two]
  await app.give(hanna, 'officer', { kind: 'authority', id: host.id })
  await app.give(gwen, 'officer', { kind: 'authority', id: guest.id })
  await app.give(rea, 'reviewer', { kind: 'instance' })
  const { rows: abroad } = await sql<{ id: string }>`
    select id from published.authority where not country = any(${[one, two].map(({ country }) => country.toUpperCase())})
    order by slug limit 1`.execute(app.db)
  await app.give(rea, 'officer', { kind: 'authority', id: abroad[0]?.id ?? '' })
  // Those of the demonstration are neither the last nor the next.
  await sql`update published.meeting set kind = 'associations'`.execute(app.db)
})
afterAll(() => app.close())

/** In the morning of that day. */
function goTo(day: Temporal.PlainDate | string): void {
  const then = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'UTC', plainTime: '10:00' }).toInstant()
  app.wait({ minutes: Math.ceil(then.since(app.services.clock.now()).total('minutes')) })
}

const typed = (date: Temporal.PlainDate) => `${date.day}.${date.month}.${date.year}`
const inDays = (days: number) => typed(today.add({ days }))

/** What was sent is taken. */
async function does(who: string, path: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const answer = await post(who, path, fields)
  expect([path, answer.status]).toEqual([path, 303])
}

/** With what the form of a page knows. */
async function fills(who: string, page: string, path: string, fields: Readonly<Record<string, string>>) {
  const html = await read(who, page)
  const known = ['id', 'revision'].map((name) => [name, value(html, name)]).filter(([, one]) => one !== '')
  await does(who, path, { ...Object.fromEntries(known), ...fields })
}

const publicly = (path: string, ...texts: readonly string[]) =>
  eventually(async () => {
    const answer = await app.request(path)
    const html = await answer.text()
    expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
    for (const text of texts) expect(html).toContain(text)
  })

async function personOf(email: string): Promise<string> {
  const found = app.db.selectFrom('accounts.person').select('id').where('email', '=', email)
  return (await found.executeTakeFirstOrThrow()).id
}

async function findsAHost(): Promise<void> {
  const days = { starts: `12.5.${year}`, ends: `13.5.${year}` }
  await fills(sasha, urls.officeMeetings(), urls.officeMeetings(), { year: `${year}`, ...days })
  const call = urls.officeCall(year, 'call')
  await fills(sasha, call, call, {
    ...{ opens: `${inDays(-1)} 9:00`, deadline: `${inDays(3)} 17:00`, zone: 'Europe/Paris', scoresBy: inDays(20) },
    ...{ 'requirements-en': 'Room for 300 people', weights: '1', 'criteria-en': 'Safe for children', publish: 'yes' },
  })
  await publicly(urls.meetingHosts('en'), 'Room for 300 people', 'Bids are written', `href="${urls.office()}"`)
  const bid = urls.townBid(host, year)
  const words = { venue: 'The old market hall', access: 'Step-free', safeguarding: 'Two trained persons' }
  await fills(hanna, bid, bid, { ...words, capacity: '300', budget: 'By the city' })
  await fills(hanna, bid, urls.townBidAct(host, year, 'hand-in'), {})
  goTo(today.add({ days: 4 }))
  const choice = urls.officeCall(year, 'choice')
  await does(sasha, urls.officeChoiceAct(year, 'assign'), { person: await personOf(rea) })
  const review = urls.hostReview(year)
  expect(await read(rea, urls.office())).toContain(review)
  const bids = sql<{ id: string }>`select id from office.host_bid where authority = ${host.id}`
  const [{ id } = { id: '' }] = (await bids.execute(app.db)).rows
  await does(rea, urls.hostReviewBid(year, id), { 'score-0': '5', 'reason-0': 'Two people are trained' })
  await does(rea, review)
  await fills(sasha, choice, choice, { host: host.id, runnerUp: '', reasons: 'Children were thought of first' })
  await publicly(urls.meeting('en', year), host.shown, 'Children were thought of first')
  // After the deadline the call stays to be read, and leads to no office any longer.
  await publicly(urls.meetingHosts('en'), 'Room for 300 people', 'Bids are sealed')
  const hosts = await (await app.request(urls.meetingHosts('en'))).text()
  const [part = ''] = (hosts.split(`href="${urls.meeting('en', year)}"`)[1] ?? '').split('<h2>')
  expect([part.includes('Room for 300 people'), part.includes('Bids are written')]).toEqual([true, false])
}

/** What the secretariat's page says of a date of the meeting. */
async function taskLine(task: string): Promise<string> {
  const text = (await read(sasha, urls.officeMeeting(year))).replaceAll(/<[^>]*>|[\u2068\u2069]/g, '')
  return text.match(new RegExp(`${task}\\d[^:]*: (done|open, the day has passed|open)`))?.[1] ?? ''
}

async function prepares(): Promise<void> {
  expect([await taskLine('Choose the host'), await taskLine('Publish the programme')]).toEqual(['done', 'open'])
  const session = { title: 'Welcome', what: 'We look back.', day: `12.5.${year}`, language: 'en' }
  const times = { starts: '10:00', ends: '11:00' }
  await fills(hanna, urls.hostSessionNew(host, year), urls.hostProgramme(host, year), { ...session, ...times })
  await does(hanna, urls.hostProgrammeAct(host, year, 'release'))
  await publicly(urls.programme('en', year), 'Welcome')
  expect([await taskLine('Publish the programme'), await taskLine('Open registration')]).toEqual(['done', 'open'])
  const calendar = await (await app.request(urls.programmeCalendar('en', year))).text()
  expect(readCalendar(calendar).map(({ summary }) => summary)).toEqual([expect.stringContaining('Welcome')])
  const registration = urls.hostRegistration(host, year)
  const days = { opens: inDays(1), closes: `1.5.${year}` }
  await fills(hanna, registration, registration, { ...days, 'quota-town': '2' })
  expect(await read(gwen, urls.office())).toContain(urls.delegation(guest, year))
  await fills(gwen, urls.delegateNew(guest, year, 'adult'), urls.delegation(guest, year), {
    ...{ who: 'adult', name: 'Kim Example', function: 'Councillor', diet: 'everything' },
  })
  expect(await read(hanna, urls.hostParticipants(host, year))).toContain('Kim Example')
}

/** @returns its id. */
async function concludes(): Promise<string> {
  const [list, id] = [urls.officeConclusions(year), newId()]
  await does(sasha, list, { id, language: 'en', body: 'Every school shows the help numbers.', asks: 'towns' })
  const moveTo = (to: string) => does(sasha, urls.officeConclusionsStage(year), { to })
  await moveTo('open')
  await moveTo('closed')
  const hands = { 'for-all': '40', 'against-all': '1', 'abstained-all': '2' }
  await does(sasha, urls.officeConclusionsAdopt(year), { on: `13.5.${year}`, ...hands })
  const line = urls.officeConclusion(year, id)
  const owner = { owner: 'authority', country: guest.country.toUpperCase(), name: guest.name }
  await fills(sasha, line, line, { ...owner, due: `1.3.${nextYear}` })
  await moveTo('published')
  await publicly(urls.conclusions('en', year), 'Every school shows the help numbers.', 'For: 40')
  expect([await taskLine('Open registration'), await taskLine('Publish the conclusions')]).toEqual(['done', 'done'])
  return id
}

test('a whole cycle: call, bid, choice, programme, delegation, conclusion, and what the next meeting sees of it', async () => {
  await findsAHost()
  await prepares()
  goTo(`${year}-05-13`)
  const id = await concludes()

  const mine = { kind: 'authority', one: guest } as const
  const subjects = async () => (await app.mails(gwen)).map(({ subject }) => subject)
  expect(await subjects()).toContainEqual(expect.stringContaining(`conclusion 1 of the meeting ${year}`))
  await does(gwen, urls.taskAnswer(mine, id), { agrees: 'yes' })
  await does(gwen, urls.task(mine, id), { id: newId(), state: 'under-way', note: 'Half of our schools have them.' })

  // The next one comes within two years; two months before it whoever has taken something on is asked how far it is.
  const next = { year: `${nextYear}`, starts: `20.4.${nextYear}`, ends: `21.4.${nextYear}` }
  await fills(sasha, urls.officeMeetings(), urls.officeMeetings(), next)
  const before = Temporal.PlainDate.from(`${nextYear}-04-20`)
  goTo(before.subtract({ days: 61 }))
  expect(await tellBeforeReview(app.services.conclusions)).toBe(0)
  goTo(before.subtract({ days: 60 }))
  // Those of the demonstration are looked at, too; however often it runs, each is told once.
  for (const _ of [1, 2]) expect(await tellBeforeReview(app.services.conclusions)).toBeGreaterThan(0)
  const asked = (await subjects()).filter((subject) => subject.includes('Tell until'))
  expect(asked).toEqual([expect.stringContaining(`conclusion 1 of ${year}`)])
  await does(gwen, urls.task(mine, id), { id: newId(), state: 'done', note: 'All schools have them.' })

  goTo(before)
  const review = urls.officeConclusionsReview(nextYear)
  const shown = await read(sasha, review)
  for (const text of [
    'Every school shows',
    'Half of our schools',
    'All schools have them.',
    'State: done',
    guest.shown,
  ])
    expect(shown).toContain(text)
  await does(sasha, review, { conclusion: id })
  await publicly(urls.conclusions('en', year), `at the meeting of ${nextYear}; it stood then: done`, guest.shown)
})
