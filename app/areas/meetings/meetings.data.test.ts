/** From the front door: call, two bids, a late one, scores, choice; the host steps back, the runner-up takes over. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { readCycles } from '../reports/index.ts'

interface Place {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
}

let app: PeopleApp
let towns: readonly [Place, Place, Place]
const sasha = 'sasha@meetings.example'
const [ria, rob] = ['ria@meetings.example', 'rob@meetings.example'] as const
const officers = ['one@meetings.example', 'two@meetings.example', 'three@meetings.example'] as const
const { read, post } = visitorsOf(() => app)
/** Subjects of mails about meetings. */
const told = async (to: string) => (await app.mails(to)).map(({ subject }) => subject.replace(/[\u2068\u2069]/g, ''))
const year = Temporal.Now.plainDateISO('UTC').year + 2

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  const { rows } = await sql<Place>`
    select a.id, lower(a.country) as country, a.slug, a.name from published.authority a
    join published.signatory s on s.authority = a.id and s.status = 'signed'
    order by a.country <> 'NL', a.slug limit 3`.execute(app.db)
  const [one, two, three] = rows
  if (!one || !two || !three) throw new Error('the demonstration has too few signatories')
  towns = [one, two, three]
  for (const [at, officer] of officers.entries())
    await app.give(officer, 'officer', { kind: 'authority', id: towns[at]?.id ?? '' })
  // Both work for places in countries of which no town bids.
  for (const reviewer of [ria, rob]) {
    await app.give(reviewer, 'reviewer', { kind: 'instance' })
    const bidders = towns.map(({ country }) => country.toUpperCase())
    const { rows: homes } = await sql<{ id: string }>`
      select id from published.authority where not country = any(${bidders}) order by slug limit 1`.execute(app.db)
    const id = homes[0]?.id ?? (await foreignTown())
    await app.give(reviewer, 'officer', { kind: 'authority', id })
  }
})
afterAll(() => app.close())

async function foreignTown(): Promise<string> {
  const id = newId()
  await sql`
    insert into published.authority (id, kind, country, slug, name, time_zone, facts_sha256, changed_at)
    values (${id}, 'municipality', 'IS', ${`home-${id}`}, 'Home', 'UTC', ${'0'.repeat(64)}, now())`.execute(app.db)
  return id
}

const publicly = (path: string) => publicPage(app, path)

const typedIn = (days: number) => {
  const { day, month, year: of } = Temporal.Now.plainDateISO('UTC').add({ days })
  return `${day}.${month}.${of}`
}

const personOf = async (email: string) => {
  const query = app.db.selectFrom('accounts.person').select('id').where('email', '=', email)
  return (await query.executeTakeFirstOrThrow()).id
}

const bid = {
  ...{ venue: 'The old market hall', rooms: 'Six', capacity: '400', access: 'Step-free', travel: 'By rail' },
  ...{ hotels: 'Many', languages: 'English, French', safeguarding: 'Two trained persons', budget: 'By the city' },
}

async function saved(at: 0 | 1 | 2, facts: Record<string, string> = bid): Promise<Response> {
  const path = urls.townBid(towns[at], year)
  const html = await read(officers[at], path)
  return post(officers[at], path, { id: value(html, 'id'), revision: value(html, 'revision'), ...facts })
}

async function handedIn(at: 0 | 1): Promise<Response> {
  expect((await saved(at)).headers.get('location')).toContain('done=kept')
  const html = await read(officers[at], urls.townBid(towns[at], year))
  const fields = { id: value(html, 'id'), revision: value(html, 'revision') }
  return post(officers[at], urls.townBidAct(towns[at], year, 'hand-in'), fields)
}

describe('a meeting', () => {
  test('is added by the secretariat, listed for everybody, and its day reaches the cycle of reports', async () => {
    await app.db.updateTable('published.report_cycle').set({ meeting_on: null }).execute()
    // No meeting of the demonstration is the last or the next; their programmes and conclusions stay.
    await app.db.deleteFrom('published.host_call').execute()
    await app.db.updateTable('published.meeting').set({ kind: 'associations' }).execute()
    const wrong = await post(sasha, urls.officeMeetings(), { year: 'soon', zone: 'Mars' })
    expect([wrong.status, (await wrong.text()).includes('Mars')]).toEqual([422, true])
    const id = value(await read(sasha, urls.officeMeetings()), 'id')
    const given = { id, year: `${year}`, starts: `12.5.${year}`, ends: `14.5.${year}`, 'about-en': 'Two years on' }
    const added = await post(sasha, urls.officeMeetings(), given)
    expect(added.headers.get('location')).toBe(`${urls.officeMeeting(year)}?done=entered`)
    const asked = (await readCycles(app.db)).find(({ meetingOn }) => meetingOn === `${year}-05-12`)?.due ?? ''
    const reports = Temporal.PlainDate.from(asked).toLocaleString('en-GB', { dateStyle: 'long' })
    for (const said of [`12 May ${year}`, reports]) expect(await read(sasha, urls.officeMeetings())).toContain(said)
    await eventually(async () => expect(await publicly(urls.meetings('en'))).toContain(urls.meeting('en', year)))
    expect(await publicly(urls.meeting('en', year))).toContain('Two years on')
    const afterIt = { id: newId(), year: `${year + 3}`, starts: `1.9.${year + 3}` }
    const late = await post(sasha, urls.officeMeetings(), afterIt)
    expect([late.status, (await late.text()).includes('24 months')]).toEqual([422, true])
  })

  test('earlier ones stand in the archive, with their sources', async () => {
    expect(await publicly(urls.meetings('en'))).toContain(urls.meeting('en', 2015))
    const page = await publicly(urls.meeting('en', 2017))
    for (const text of ['Belgrade', '13 June 2017', 'congress-1in5.eu']) expect(page).toContain(text)
    expect((await app.request(urls.meeting('en', 2016))).status).toBe(404)
    // Whoever thinks of receiving the others finds what this software keeps of them, and that the invented ones are.
    const hosts = await publicly(urls.meetingHosts('en'))
    for (const left of [urls.programme('en', 2025), urls.conclusions('en', 2025), urls.conclusions('en', 2015)])
      expect(hosts).toContain(`href="${left}"`)
    expect(hosts).toContain('are invented')
    for (const lang of ['fr', 'de', 'ar']) await publicly(urls.meetings(lang))
  })
})

describe('the call for its host', () => {
  test('is published with requirements, criteria and a deadline in its zone', async () => {
    const path = urls.officeCall(year, 'call')
    const call = {
      ...{
        opens: `${typedIn(-1)} 9:00`,
        deadline: `${typedIn(3)} 17:00`,
        zone: 'Europe/Paris',
        scoresBy: typedIn(20),
      },
      ...{
        'requirements-en': 'Room for 300 people',
        weights: '3, 2',
        'criteria-en': 'Safe for children\nEasy to reach',
      },
      ...{ documents: 'Guide https://www.example.org/guide', publish: 'yes', revision: '0' },
    }
    const wrong = await post(sasha, path, { ...call, weights: '3' })
    expect([wrong.status, (await wrong.text()).includes('#weights')]).toEqual([422, true])
    expect((await post(sasha, path, call)).headers.get('location')).toBe(`${path}?done=kept`)
    for (const page of [urls.meeting('en', year), urls.meetingHosts('en')])
      await eventually(async () => {
        const html = await publicly(page)
        for (const text of ['Room for 300 people', 'Safe for children', '(', 'Europe/Paris'])
          expect(html).toContain(text)
      })
    const earlier = await post(sasha, path, { ...call, revision: '1', deadline: `${typedIn(2)} 17:00` })
    const html = await earlier.text()
    expect([earlier.status, html.includes('#deadline'), value(html, 'revision')]).toEqual([422, true, '1'])
    const old = await (await post(sasha, path, { ...call, weights: '3' })).text()
    expect(value(old, 'revision')).toBe('0')
    expect((await post(sasha, path, { ...call, 'requirements-en': 'Room for 400' })).status).toBe(409)
  })

  test('a question of one is answered to all, without who asked', async () => {
    const asking = urls.townAsk(towns[0], year)
    const id = value(await read(officers[0], asking), 'id')
    expect((await post(officers[0], asking, { id, text: 'May rooms be apart?' })).status).toBe(303)
    expect(await read(sasha, urls.office())).toContain(urls.officeCall(year, 'questions'))
    const answering = urls.officeCall(year, 'questions')
    const question = value(await read(sasha, answering), 'question')
    await saved(1)
    await post(sasha, answering, { question, text: 'May rooms be apart?', answer: 'Ten minutes at most' })
    expect(await told(officers[0])).toEqual([expect.stringContaining('Your question about')])
    expect(await told(officers[1])).toEqual([expect.stringContaining('A question about')])
    expect(await told(officers[2])).toEqual([])
    expect(JSON.stringify(await app.mails(officers[1]))).not.toContain(towns[0].name)
    await eventually(async () => expect(await publicly(urls.meetingHosts('en'))).toContain('Ten minutes at most'))
    const [answers = ''] = (await publicly(urls.meetingHosts('en'))).split('Earlier meetings')
    expect(answers).not.toContain(towns[0].name)
  })

  test('bids are drafts until they are handed in, which needs children to be safe', async () => {
    expect((await saved(0, { ...bid, safeguarding: '' })).status).toBe(303)
    const html = await read(officers[0], urls.townBid(towns[0], year))
    const fields = { id: value(html, 'id'), revision: value(html, 'revision') }
    const refused = await post(officers[0], urls.townBidAct(towns[0], year, 'hand-in'), fields)
    expect([refused.status, (await refused.text()).includes('#safeguarding')]).toEqual([422, true])
    // A colleague with an old form.
    await saved(0, { ...bid, rooms: 'Seven' })
    const old = await post(officers[0], urls.townBid(towns[0], year), { ...fields, ...bid, rooms: 'Eight' })
    expect([old.status, (await old.text()).includes('Eight')]).toEqual([409, true])
    // What was refused still knows what it was made from: the colleague's words are not lost by a second try.
    const faulty = await post(officers[0], urls.townBid(towns[0], year), { ...fields, ...bid, capacity: 'many' })
    const again = await faulty.text()
    expect([faulty.status, value(again, 'revision')]).toEqual([422, fields.revision])
    expect((await post(officers[0], urls.townBid(towns[0], year), { ...fields, ...bid, rooms: 'Two' })).status).toBe(
      409,
    )
    for (const at of [0, 1] as const) expect((await handedIn(at)).headers.get('location')).toContain('done=handed-in')
    await saved(2)
    expect(await read(sasha, urls.officeCall(year, 'choice'))).not.toContain('old market hall')
  })

  test('only signatories bid', async () => {
    await app.db
      .updateTable('published.signatory')
      .set({ status: 'withdrawn' })
      .where('authority', '=', towns[2].id)
      .execute()
    const refused = await saved(2, { ...bid, rooms: 'None' })
    expect([refused.status, (await refused.text()).includes('have signed the Pact')]).toEqual([422, true])
    await app.db
      .updateTable('published.signatory')
      .set({ status: 'signed' })
      .where('authority', '=', towns[2].id)
      .execute()
  })

  test('after the deadline they are sealed, by the server and by the database', async () => {
    const path = urls.townBid(towns[2], year)
    const html = await read(officers[2], path)
    app.wait({ hours: 96 })
    const fields = { id: value(html, 'id'), revision: value(html, 'revision'), ...bid, rooms: 'Nine' }
    for (const late of [path, urls.townBidAct(towns[2], year, 'hand-in')]) {
      const answer = await post(officers[2], late, fields)
      expect([answer.status, (await answer.text()).includes('The deadline for bids was')]).toEqual([422, true])
    }
    // It can still withdraw: nobody is held to receive the others.
    const away = await post(officers[2], urls.townBidAct(towns[2], year, 'withdraw'), {})
    expect(away.headers.get('location')).toContain('done=withdrawn')
    const forged = sql`update office.host_bid set facts = '{}', changed_at = now() + interval '4 days'`.execute(app.db)
    await expect(forged).rejects.toThrow('sealed')
  })
})

describe('the choice', () => {
  const scores = (points: string) => ({
    ...{ 'score-0': points, 'reason-0': `Safe, ${points}`, 'score-1': '3', 'reason-1': 'By rail' },
  })
  const choice = () => urls.officeCall(year, 'choice')
  const bidOf = async (at: 0 | 1) => {
    const query = app.db.selectFrom('office.host_bid').select('id').where('authority', '=', towns[at].id)
    return (await query.executeTakeFirstOrThrow()).id
  }

  test('is made by scores that nobody sees before they have given their own', async () => {
    for (const who of [ria, rob]) {
      const asked = await post(sasha, urls.officeChoiceAct(year, 'assign'), { person: await personOf(who) })
      expect(asked.headers.get('location')).toBe(`${choice()}?done=asked`)
    }
    const [first, second] = [await bidOf(0), await bidOf(1)]
    expect(await read(ria, urls.office())).toContain(urls.hostReview(year))
    const early = await post(ria, urls.hostReview(year), {})
    expect([early.status, (await early.text()).includes('2 bids')]).toEqual([422, true])
    const wrong = await post(ria, urls.hostReviewBid(year, first), { ...scores('6') })
    expect([wrong.status, (await wrong.text()).includes('#score-0')]).toEqual([422, true])
    for (const one of [first, second])
      expect((await post(ria, urls.hostReviewBid(year, one), scores('5'))).status).toBe(303)
    expect((await post(ria, urls.hostReview(year), {})).headers.get('location')).toContain('done=given')
    expect(await read(rob, urls.hostReviewBid(year, first))).not.toContain('Safe, 5')
    expect(await read(sasha, choice())).not.toContain(' of 100')
    const before = { host: towns[0].id, runnerUp: '', reasons: 'Too early' }
    expect((await post(sasha, choice(), before)).status).toBe(422)
    expect((await post(rob, urls.hostConflict(year, second), {})).headers.get('location')).toContain('done=declared')
    expect((await post(rob, urls.hostReviewBid(year, second), scores('0'))).status).toBe(404)
    await post(rob, urls.hostReviewBid(year, first), scores('1'))
    await post(rob, urls.hostReview(year), {})
    const seen = await read(rob, urls.hostReviewBid(year, first))
    expect([seen.includes('Safe, 5'), seen.includes(ria)]).toEqual([true, false])
    expect((await post(ria, urls.hostReviewBid(year, first), scores('0'))).status).toBe(422)
    const table = await read(sasha, choice())
    // 3 × (5 + 1) / 2 + 2 × 3 of 25; and one reviewer alone for the other.
    for (const points of ['60 of 100', '84 of 100']) expect(table).toContain(points)
  })

  test('is published with reasons; a host that steps back is followed by the runner-up', async () => {
    const decided = { host: towns[0].id, runnerUp: towns[1].id, reasons: 'Children were thought of first' }
    expect((await post(sasha, choice(), decided)).headers.get('location')).toBe(`${choice()}?done=chosen`)
    await eventually(async () => {
      const page = await publicly(urls.meeting('en', year))
      for (const text of ['Children were thought of first', towns[0].name]) expect(page).toContain(text)
      expect(page).not.toContain(towns[1].name)
    })
    expect((await told(officers[0])).at(-1)).toContain(`is chosen to receive the meeting ${year}`)
    expect((await told(officers[1])).at(-1)).toContain('second choice')
    // The same choice in other words; a colleague with an older form sees them first.
    const better = { ...decided, reasons: 'Children were thought of, and asked' }
    const old = await post(sasha, choice(), better)
    const html = await old.text()
    expect([old.status, html.includes('thought of, and asked'), value(html, 'revision')]).toEqual([409, true, '1'])
    expect((await post(sasha, choice(), { ...better, revision: '1' })).status).toBe(303)
    await eventually(async () => expect(await publicly(urls.meeting('en', year))).toContain(better.reasons))
    const left = { id: newId(), kind: 'lesson', title: 'Book early', text: 'A year ahead', language: 'en', link: '' }
    expect((await post(officers[0], urls.townLeft(towns[0], year), left)).status).toBe(303)
    expect((await post(officers[1], urls.townLeft(towns[1], year), left)).status).toBe(404)
    await eventually(async () => expect(await publicly(urls.meetingHosts('en'))).toContain('Book early'))
    expect((await post(officers[0], urls.townHostAct(towns[0], year, 'step-back'), {})).status).toBe(303)
    expect(await read(sasha, urls.office())).toContain(choice())
    for (const act of ['accept', 'decline'] as const)
      expect((await post(officers[1], urls.townHostAct(towns[1], year, act), {})).status).toBe(404)
    expect((await post(sasha, urls.officeChoiceAct(year, 'offer'), {})).status).toBe(303)
    expect(await read(officers[1], urls.office())).toContain(urls.townMeetings(towns[1]))
    expect((await told(officers[1])).at(-1)).toContain(`will you receive the meeting ${year}?`)
    // It says no: the secretariat alone hears it, and can reopen the call.
    const no = await post(officers[1], urls.townHostAct(towns[1], year, 'decline'), {})
    expect(no.headers.get('location')).toContain('done=said-no')
    expect((await told(sasha)).at(-1)).toContain(`${towns[1].name} cannot receive the meeting ${year} either`)
    const stuck = await read(sasha, choice())
    for (const text of [`The runner-up, `, towns[1].name, urls.officeChoiceAct(year, 'reopen')])
      expect(stuck).toContain(text)
    expect(await publicly(urls.meeting('en', year))).not.toContain(towns[1].name)
    // Had it said nothing yet.
    await app.db.updateTable('office.host_choice').set({ state: 'offered' }).execute()
    expect((await post(officers[1], urls.townHostAct(towns[1], year, 'accept'), {})).status).toBe(303)
    await eventually(async () => {
      const page = await publicly(urls.meeting('en', year))
      expect(page).toContain(`cannot receive the meeting`)
      expect(page).toContain(towns[1].name)
    })
  })

  test('without a runner-up the call is reopened, with a new deadline', async () => {
    await post(officers[1], urls.townHostAct(towns[1], year, 'step-back'), {})
    expect((await post(sasha, urls.officeChoiceAct(year, 'offer'), {})).status).toBe(422)
    expect((await post(sasha, urls.officeChoiceAct(year, 'reopen'), {})).status).toBe(303)
    const path = urls.officeCall(year, 'call')
    const call = {
      ...{
        opens: `${typedIn(-1)} 9:00`,
        deadline: `${typedIn(30)} 17:00`,
        zone: 'Europe/Paris',
        scoresBy: typedIn(40),
      },
      ...{
        'requirements-en': 'Room for 300 people',
        weights: '3, 2',
        'criteria-en': 'Safe for children\nEasy to reach',
      },
      revision: value(await read(sasha, path), 'revision'),
    }
    expect((await post(sasha, path, call)).headers.get('location')).toBe(`${path}?done=kept`)
    expect((await saved(2)).status).toBe(303)
    await eventually(async () => expect(await publicly(urls.meeting('en', year))).toContain('The call was reopened'))
  })
})
