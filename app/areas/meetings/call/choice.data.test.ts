/** How a choice is bound: by scores or a reason, by who still bids, by what was scored of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../../tests/eventually.ts'
import { inputValue as value } from '../../../../tests/sign-in.ts'
import { visitorsOf } from '../../../../tests/visitors.ts'
import { newId } from '../../../platform/ids.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { writeMeeting } from '../meeting-store.ts'
import { insertReviewer, writeBid, writeGiven, writeScores } from './bid-store.ts'
import { writeCall } from './call-store.ts'

interface Place {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
}

let app: PeopleApp
let towns: readonly [Place, Place]
const [sasha, ria] = ['sasha@choice.example', 'ria@choice.example'] as const
const officers = ['one@choice.example', 'two@choice.example'] as const
const { read, post } = visitorsOf(() => app)
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '')
const told = async (to: string) => (await app.mails(to)).map(({ subject }) => plain(subject))
const now = () => app.services.clock.now()
const writing = <T>(write: Parameters<ReturnType<PeopleApp['db']['transaction']>['execute']>[0]) =>
  app.db.transaction().execute(write) as Promise<T>
let lastYear = 2600

beforeAll(async () => {
  app = await openPeopleApp()
  const { rows } = await sql<Place>`
    select a.id, lower(a.country) as country, a.slug, a.name from published.authority a
    join published.signatory s on s.authority = a.id and s.status = 'signed'
    where a.country = 'NL' order by a.slug limit 2`.execute(app.db)
  const [one, two] = rows
  if (!one || !two) throw new Error('the demonstration has too few signatories')
  towns = [one, two]
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  await app.give(ria, 'reviewer', { kind: 'instance' })
  const abroad = app.db.selectFrom('published.authority').select('id').where('country', '=', 'DE').limit(1)
  await app.give(ria, 'officer', { kind: 'authority', id: (await abroad.executeTakeFirstOrThrow()).id })
  for (const [at, officer] of officers.entries())
    await app.give(officer, 'officer', { kind: 'authority', id: towns[at]?.id ?? '' })
})
afterAll(() => app.close())

const facts = {
  ...{ venue: 'The old market hall', rooms: 'Six', access: 'Step-free', travel: 'By rail', hotels: 'Many' },
  ...{ languages: 'English', safeguarding: 'Two trained persons', budget: 'By the city', capacity: 400, letters: [] },
}

/** Both towns have bid; the deadline was two days ago, the last day for scores is in twenty. */
async function sealed() {
  const at = now()
  const [meeting, year, deadline] = [newId(), lastYear++, at.subtract({ hours: 48 })]
  const bids = [newId(), newId()] as const
  await writing(async (tx) => {
    const what = { kind: 'signatories', starts: null, ends: null, place: '', country: null, timeZone: 'UTC' } as const
    await writeMeeting(tx, { id: meeting, year, ...what, about: {}, source: '', demonstration: true }, at)
    const call = { opens: at.subtract({ hours: 480 }), deadline, zone: 'UTC', requirements: {}, documents: [] }
    const scoresBy = at.add({ hours: 480 }).toString().slice(0, 10)
    const criteria = [{ weight: 1, names: { en: 'Safe for children' } }]
    await writeCall(tx, meeting, { ...call, scoresBy, criteria }, { at: deadline, published: true })
    for (const [nr, id] of bids.entries()) {
      const bid = { id, meeting, authority: towns[nr]?.id ?? '', facts, files: [], state: 'handed' } as const
      await writeBid(tx, bid, { by: null, at: deadline })
    }
  })
  return { meeting, year, bids }
}

type Sealed = Awaited<ReturnType<typeof sealed>>

/** The reviewer has scored and handed in. */
async function scored({ meeting }: Sealed, bids: readonly string[], points = 4): Promise<void> {
  const person = app.db.selectFrom('accounts.person').select('id').where('email', '=', ria)
  const { id } = await person.executeTakeFirstOrThrow()
  await writing(async (tx) => {
    await insertReviewer(tx, meeting, id, now())
    for (const bid of bids) await writeScores(tx, bid, id, { scores: [{ score: points, reason: 'x' }], at: now() })
    await writeGiven(tx, meeting, id, now())
  })
}

const choice = ({ year }: Sealed) => urls.officeCall(year, 'choice')

async function choose(held: Sealed, fields: Readonly<Record<string, string>>) {
  const revision = value(await read(sasha, choice(held)), 'revision')
  return post(sasha, choice(held), { revision, host: towns[0].id, runnerUp: '', reasons: 'Children first', ...fields })
}

test('a host that nobody has scored needs a reason that everybody reads', async () => {
  const held = await sealed()
  await scored(held, [])
  const refused = await choose(held, {})
  expect([refused.status, (await refused.text()).includes('href="#unscored"')]).toEqual([422, true])
  expect((await choose(held, { unscored: 'One bid alone was in time' })).status).toBe(303)
  await eventually(async () =>
    expect(plain(await (await app.request(urls.meeting('en', held.year))).text())).toContain(
      'Chosen without scores of reviewers, because: One bid alone was in time',
    ),
  )
  // Reasons can be said better; why there are no scores does not vanish with them.
  await choose(held, { reasons: 'Children first, always', unscored: '' })
  const { rows } = await sql`select reasons, unscored from published.host_step where meeting = ${held.meeting}`.execute(
    app.db,
  )
  expect(rows).toEqual([{ reasons: 'Children first, always', unscored: 'One bid alone was in time' }])
})

test('a host that was scored needs none, and nobody without scores is second to it', async () => {
  const held = await sealed()
  await scored(held, held.bids.slice(0, 1))
  const refused = await choose(held, { runnerUp: towns[1].id })
  expect([refused.status, (await refused.text()).includes('href="#runnerUp"')]).toEqual([422, true])
  expect((await choose(held, { unscored: 'Not needed' })).status).toBe(303)
  await eventually(async () =>
    expect(await (await app.request(urls.meeting('en', held.year))).text()).not.toContain('Not needed'),
  )
})

const stepBack = (held: Sealed, at: 0 | 1) =>
  post(officers[at], urls.townHostAct(towns[at], held.year, 'step-back'), {})

/** Reopened, with a deadline in a month. */
async function reopened(held: Sealed): Promise<void> {
  expect((await post(sasha, urls.officeChoiceAct(held.year, 'reopen'), {})).status).toBe(303)
  const deadline = now().add({ hours: 720 })
  await sql`update published.host_call set deadline = ${new Date(deadline.epochMilliseconds)} where meeting = ${held.meeting}`.execute(
    app.db,
  )
}

async function rewrites(held: Sealed, at: 0 | 1, venue: string): Promise<void> {
  const path = urls.townBid(towns[at], held.year)
  const html = await read(officers[at], path)
  const fields = { ...facts, capacity: '400', letters: '', venue }
  const seen = { id: value(html, 'id'), revision: value(html, 'revision') }
  expect((await post(officers[at], path, { ...seen, ...fields })).status).toBe(303)
}

test('whoever steps back bids no longer; after a reopening only what has changed is scored again', async () => {
  const held = await sealed()
  await scored(held, held.bids)
  await choose(held, { runnerUp: towns[1].id })
  expect(await read(officers[0], urls.townBid(towns[0], held.year))).not.toContain('/withdraw"')
  expect((await stepBack(held, 0)).status).toBe(303)
  expect(await read(sasha, choice(held))).not.toContain(`value="${towns[0].id}"`)
  const again = await choose(held, {})
  expect(again.status).toBe(422)
  await reopened(held)
  await rewrites(held, 1, facts.venue)
  const scores = async () =>
    (await sql`select bid from office.host_score where bid = any(${[...held.bids]})`.execute(app.db)).rows.length
  expect(await scores()).toBe(2)
  await rewrites(held, 1, 'The new hall')
  expect(await scores()).toBe(1)
})

test('a runner-up that withdraws is asked no longer, and the secretariat is told', async () => {
  const held = await sealed()
  await scored(held, held.bids)
  await choose(held, { runnerUp: towns[1].id })
  expect((await post(officers[1], urls.townBidAct(towns[1], held.year, 'withdraw'), {})).status).toBe(303)
  expect((await told(sasha)).at(-1)).toBe(`${towns[1].name} is no longer second choice for the meeting ${held.year}`)
  expect((await stepBack(held, 0)).status).toBe(303)
  const page = await read(sasha, choice(held))
  expect([page.includes('choice/offer'), page.includes('choice/reopen')]).toEqual([false, true])
  expect(await read(sasha, urls.office())).toContain(`The meeting ${held.year} has neither host nor runner-up`)
})

test('where nobody bids any longer, the call is reopened', async () => {
  const held = await sealed()
  expect((await post(sasha, urls.officeChoiceAct(held.year, 'reopen'), {})).status).toBe(422)
  for (const at of [0, 1] as const) await post(officers[at], urls.townBidAct(towns[at], held.year, 'withdraw'), {})
  expect(await read(sasha, urls.office())).toContain(`No bid for the meeting ${held.year} has come in`)
  expect((await post(sasha, urls.officeChoiceAct(held.year, 'reopen'), {})).status).toBe(303)
  expect(await read(sasha, urls.office())).toContain(`The call for the meeting ${held.year} is reopened`)
})

test('whoever is asked to score hears it by mail', async () => {
  const held = await sealed()
  const work = () => read(sasha, urls.office())
  expect(await work()).toContain(`Bids for the meeting ${held.year} are sealed`)
  const { id } = await app.db
    .selectFrom('accounts.person')
    .select('id')
    .where('email', '=', ria)
    .executeTakeFirstOrThrow()
  for (const _ of [1, 2]) await post(sasha, urls.officeChoiceAct(held.year, 'assign'), { person: id })
  const mails = (await told(ria)).filter((subject) => subject.includes(`${held.year}`))
  expect(mails).toEqual([`You are asked to score bids to receive the meeting ${held.year}`])
  expect(await work()).not.toContain(`for the meeting ${held.year}`)
  await scored(held, held.bids)
  expect(await work()).toContain(`Scores for the meeting ${held.year} are in`)
})
