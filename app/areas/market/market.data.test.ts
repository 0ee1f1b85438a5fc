/** From the front door: a town offers a practice for the market of a meeting, the host gives it a stand, everybody reads it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { urls } from '../../urls.ts'
import { approver, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { writeHost, writeMeeting } from '../meetings/index.ts'

let app: PeopleApp
let practice: { readonly id: string; readonly title: string }
const [hanna, sasha] = ['hanna@market.example', 'sasha@market.example'] as const
const host = { country: 'DE', slug: 'example-stadt' }
/** No other meeting has it. */
const year = 2087
const { read, post, as } = visitorsOf(() => app)

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  const places = app.db.selectFrom('published.authority').select('id').where('slug', '=', host.slug)
  const receiving = await places.where('country', '=', host.country).executeTakeFirstOrThrow()
  await app.give(hanna, 'officer', { kind: 'authority', id: receiving.id })
  const own = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const { rows } = await sql<typeof practice>`
    select p.id, v.facts ->> 'title' as title from published.practice p
    join published.practice_version v on v.practice = p.id and v.version = p.version
    where p.authority = ${own} and p.status = 'published' limit 1`.execute(app.db)
  const [first] = rows
  if (!first) throw new Error('the demonstration has no practice of the town')
  practice = first
  const [id, at] = [newId(), Temporal.Now.instant()]
  await app.db.transaction().execute(async (tx) => {
    const days = { starts: `${year}-05-12`, ends: `${year}-05-13` }
    const place = { place: 'Example-Stadt', country: 'DE', timeZone: 'Europe/Berlin', about: {}, source: '' }
    await writeMeeting(tx, { id, year, kind: 'signatories', demonstration: true, ...days, ...place }, at)
    await writeHost(tx, id, receiving.id, at)
  })
})
afterAll(() => app.close())

const publicly = (path: string) => publicPage(app, path)

test('offered, given a stand and an hour, read by everybody, taken back', async () => {
  expect(await publicly(urls.market('en', year))).toContain('Nobody has offered')
  const offers = urls.townMarket(town, year)
  expect(await read(approver, urls.townMeetings(town))).toContain(offers)
  expect(await read(approver, offers)).toContain(practice.id)
  // What is not its own is left out.
  await post(approver, offers, { practice: newId() })
  expect(await read(approver, offers)).not.toContain('checked')
  expect((await post(approver, offers, { practice: practice.id })).status).toBe(303)
  for (const lang of ['en', 'ar'])
    await eventually(async () => expect(await publicly(urls.market(lang, year))).toContain(practice.title))

  const stands = urls.hostMarket(host, year)
  for (const path of [stands, urls.hostMarket(town, year)])
    expect([403, 404]).toContain((await (await as(approver)).get(path)).status)
  const revision = value(await read(sasha, stands), 'revision')
  const placed = (stand: string, day: string) => ({
    ...{ practice: practice.id, revision, [`stand-${practice.id}`]: stand, [`day-${practice.id}`]: day },
    ...{ [`starts-${practice.id}`]: '10.00', [`ends-${practice.id}`]: '11:30' },
  })
  const wrong = await post(hanna, stands, placed('Table 4', `14.5.${year}`))
  const html = await wrong.text()
  expect([wrong.status, html.includes(`#day-${practice.id}`), html.includes('Table 4')]).toEqual([422, true, true])
  expect((await post(hanna, stands, placed('Table 4', `12.5.${year}`))).status).toBe(303)
  const late = await post(sasha, stands, placed('Table 5', `12.5.${year}`))
  expect([late.status, (await late.text()).includes('Table 5')]).toEqual([409, true])
  await eventually(async () => {
    const page = await publicly(urls.market('en', year))
    for (const text of ['10:00–11:30', 'Table 4', `12 May ${year}`]) expect(page).toContain(text)
  })
  expect(await publicly(urls.meeting('fr', year))).toContain(urls.market('fr', year))

  await post(approver, offers, {})
  await eventually(async () => expect(await publicly(urls.market('en', year))).not.toContain(practice.title))
})
