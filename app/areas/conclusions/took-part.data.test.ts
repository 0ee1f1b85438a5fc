/** Who took part in a meeting, and what they find of it before and after. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { writeMeeting } from '../meetings/index.ts'

let app: PeopleApp
const [sasha, olga, anna] = ['sasha@part.example', 'olga@part.example', 'anna@part.example'] as const
const { read, post } = visitorsOf(() => app)
const union = { association } as const
const line = newId()
/** Over for a week. */
const held = Temporal.Now.plainDateISO('UTC').subtract({ days: 7 })
const meeting = { id: newId(), year: held.year } as const
const { year } = meeting

beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  await app.give(olga, 'officer', app.townScope)
  await app.give(anna, 'coordinator', app.associationScope)
  await sql`delete from published.meeting where year = ${year}`.execute(app.db)
  const known = { kind: 'signatories', place: 'Exampleborg', country: 'NL', timeZone: 'UTC', about: {} } as const
  const facts = { ...known, starts: `${held}`, ends: `${held}`, source: '', demonstration: false }
  await app.db.transaction().execute((tx) => writeMeeting(tx, { ...meeting, ...facts }, app.services.clock.now()))
  const said = { id: line, language: 'en', body: 'Every town tells its children where help is.', asks: 'towns' }
  await post(sasha, urls.officeConclusions(year), said)
  await post(sasha, urls.officeConclusionsStage(year), { to: 'open' })
})
afterAll(() => app.close())

type Sender = { readonly authority: string } | { readonly association: string }

async function send(sender: Sender, hasPlace: boolean): Promise<void> {
  const at = new Date(app.services.clock.now().epochMilliseconds)
  const person = { name: 'Kim', child: false, function: 'Mayor', email: '', diet: 'everything', companion: '' }
  const more = { languages: [], diet_note: '', access: [], access_note: '', visa: false, arrives: null, leaves: null }
  const stamps = { registered_at: at, changed_at: at, place_since: hasPlace ? at : null }
  const nobody = { authority: null, association: null, guest: null }
  const row = { id: newId(), meeting: meeting.id, ...nobody, ...sender, ...person, ...more, ...stamps }
  await app.db
    .insertInto('office.delegate')
    .values(row as never)
    .execute()
}

const ofUnion = (): Sender => ({
  association: app.associationScope.kind === 'association' ? app.associationScope.id : '',
})
const ofTown = (): Sender => ({ authority: app.townScope.kind === 'authority' ? app.townScope.id : '' })
const statusFor = async (who: string, path: string) => (await (await app.signIn(who)).get(path)).status

async function reads(): Promise<readonly number[]> {
  const paths = [urls.partyConclusions(town, year), urls.partyAtMeeting(town, year)]
  const unions = [urls.partyConclusions(union, year), urls.partyAtMeeting(union, year)]
  const seen = []
  for (const path of paths) seen.push(await statusFor(olga, path))
  for (const path of unions) seen.push(await statusFor(anna, path))
  return seen
}

test('where no delegations were entered, it is the signatories in force', async () => {
  expect(await reads()).toEqual([200, 200, 404, 404])
  await send(ofTown(), false)
  expect(await reads()).toEqual([200, 200, 404, 404])
})

test('else whoever sent somebody that had a place: an association, too', async () => {
  await send(ofUnion(), true)
  expect(await reads()).toEqual([404, 404, 200, 200])
  expect(await read(olga, urls.townMeetings(town))).not.toContain(urls.partyConclusions(town, year))

  const path = urls.partyConclusions(union, year)
  for (const page of [urls.office(), urls.associationMeetings(association)])
    expect(await read(anna, page)).toContain(`href="${path}"`)
  const proposal = { conclusion: line, kind: 'replace', body: 'Every town tells every child.' }
  const refused = await post(anna, path, { ...proposal, reason: '' })
  expect([refused.status, (await refused.text()).includes('tells every child')]).toEqual([422, true])
  expect((await post(anna, path, { id: newId(), ...proposal, reason: 'None is left out.' })).status).toBe(303)
  const own = await read(anna, path)
  expect(htmlFaults(own)).toEqual([])
  const back = /amendments\/([0-9a-f-]{36})\/back/.exec(own)?.[1] ?? ''
  expect((await post(olga, urls.partyAmendmentBack(town, year, back), {})).status).toBe(404)

  await post(sasha, urls.officeConclusionsStage(year), { to: 'closed' })
  const list = await read(sasha, urls.officeConclusions(year))
  for (const text of ['None is left out.', 'Example Association']) expect(list).toContain(text)
  await post(sasha, urls.officeAmendment(year, back), { state: 'accepted', answer: 'Clearer.' })
  expect(await read(anna, path)).toContain('Clearer.')
})

test('an association asks the meeting, under its name', async () => {
  const at = urls.partyAtMeeting(union, year)
  const id = newId()
  expect((await post(anna, at, { id, body: 'Who tells the schools?' })).status).toBe(303)
  const chair = urls.officeMeetingQuestion(year, id)
  const fields = { revision: '1', position: '1', answered: 'yes', published: 'yes', answer: 'Each town.' }
  expect((await post(sasha, chair, fields)).status).toBe(303)
  await eventually(async () => {
    const page = await (await app.request(urls.atMeeting('en', year))).text()
    for (const text of ['Who tells the schools?', 'Example Association']) expect(page).toContain(text)
  })
})

test('a meeting that is over leads to what it concluded and to what the town has taken on', async () => {
  const tasks = urls.tasks({ kind: 'authority', one: town })
  await sql`
    update office.conclusion set owner_kind = 'secretariat', authority = null where authority is not null`.execute(
    app.db,
  )
  expect(await read(olga, urls.townMeetings(town))).not.toContain(tasks)
  await send(ofTown(), true)
  await sql`update published.meeting set kind = 'associations' where id <> ${meeting.id}`.execute(app.db)
  const hands = { 'for-all': '4', 'against-all': '0', 'abstained-all': '0' }
  const on = `${held.day}.${held.month}.${held.year}`
  expect((await post(sasha, urls.officeConclusionsAdopt(year), { on, ...hands })).status).toBe(303)
  const { authority } = ofTown() as { readonly authority: string }
  await sql`
    update office.conclusion set owner_kind = 'authority', authority = ${authority} where id = ${line}`.execute(app.db)
  const page = await read(olga, urls.townMeetings(town))
  for (const path of [urls.partyConclusions(town, year), tasks, urls.meeting('en', year)])
    expect(page).toContain(`href="${path}"`)
  expect(page).not.toContain(urls.delegation(town, year))
  // Nobody steps back from a meeting that is over.
  expect(page).not.toContain('/step-back')
})

test('whoever has proposed reads what became of it once the people are deleted', async () => {
  await sql`delete from office.delegate where meeting = ${meeting.id}`.execute(app.db)
  expect(await reads()).toEqual([200, 200, 200, 404])
})
