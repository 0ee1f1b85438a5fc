/** From the front door: what is promised has a day, whoever is reminded hears what is missing, and who is elected is asked. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputValue, signIn, type Visitor } from '../../../tests/sign-in.ts'
import { newId } from '../../platform/ids.ts'
import { signingOfficeDepsOf } from '../../signing-deps.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { longDate } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { inviteAfterElections } from './afterwards/elections.ts'
import { readApplication } from './application-store.ts'
import { decisionDue } from './deadline-rules.ts'
import { pagesOf } from './journey-rules.ts'
import { remindOfDays } from './remind.ts'
import { agreedBy, secretariatOf } from './test-desk.ts'
import { type FreshBody, filledIn, freshBody, handedIn, proved } from './test-signing.ts'

let app: PeopleApp
let deps: ReturnType<typeof signingOfficeDepsOf>
let [anna, bela, carla]: [Visitor, Visitor, Visitor] = [] as never
beforeAll(async () => {
  app = await openPeopleApp()
  deps = signingOfficeDepsOf(app.services)
  ;[anna, bela] = await secretariatOf(app, 'Anna', 'Bela')
  carla = await signIn(app, 'Carla', [{ role: 'coordinator', scope: app.associationScope }])
})
afterAll(() => app.close())

const officer = (name: string, { id }: FreshBody) =>
  signIn(app, name, [{ role: 'approver', scope: { kind: 'authority', id } }])
const subjects = async (to: string, body: FreshBody) =>
  (await app.mails(`${to}@people.example`)).map(({ subject }) => subject).filter((one) => one.includes(body.name))
const dueSoon = (id: string) =>
  app.db
    .updateTable('office.pact_application')
    .set({ due: Temporal.Now.plainDateISO('UTC').add({ days: 1 }).toString() })
    .where('id', '=', id)
    .execute()

test('as long as nothing shows that the office may, the reminder says so, and its office gets one', async () => {
  const body = await freshBody(app.db)
  const otto = await officer('Otto', body)
  const id = await handedIn(deps, body.id)
  await dueSoon(id)
  for (const _ of ['tonight', 'tomorrow']) await remindOfDays(deps)
  expect((await subjects('anna', body)).at(-1)).toContain('it is not shown yet that the office speaks for it')
  const asked = (await subjects('otto', body)).filter((one) => one.includes('show that you speak for it'))
  expect(asked).toHaveLength(1)
  // A letter is asked for: the secretariat hears of it at once, and of nothing else while it is not printed.
  const letter = `${urls.application(urls.townPact(body), id)}/proof/letter`
  for (const _ of ['once', 'again']) expect((await otto.post(letter)).status).toBe(303)
  expect((await subjects('bela', body)).filter((one) => one.includes('print and post a letter'))).toHaveLength(1)
  const late = Temporal.Now.plainDateISO('UTC').subtract({ days: 1 }).toString()
  await app.db.updateTable('office.pact_application').set({ due: late }).where('id', '=', id).execute()
  await remindOfDays(deps)
  expect((await subjects('anna', body)).at(-1)).toContain('the letter with a code waits to be printed')
  expect((await subjects('otto', body)).filter((one) => one.includes('show that you'))).toHaveLength(1)
})

test('what is returned is promised with a day, in the mail and on the page', async () => {
  const body = await freshBody(app.db)
  const otto = await officer('Olga', body)
  const id = await handedIn(deps, body.id)
  await anna.post(`${urls.pactApplication(id)}/return`, { reasons: 'other', words: 'Not yet.', days: '3' })
  const day = longDate({ tag: 'en-GB' }, decisionDue(Temporal.Now.plainDateISO('UTC'), 3))
  expect((await app.mails('olga@people.example')).at(-1)?.text).toContain(`on the day of this mail, by ${day}`)
  const page = await otto.read(urls.application(urls.townPact(body), id))
  expect([htmlFaults(page), page.includes(`if you answer today, by ${day}`)]).toEqual([[], true])
})

test('only councils of the kind that was elected are invited', async () => {
  const [town, region] = [await freshBody(app.db), await freshBody(app.db)]
  await sql`update published.authority set kind = 'region' where id = ${region.id}`.execute(app.db)
  const heldOn = Temporal.Now.plainDateISO('UTC').subtract({ days: 40 })
  for (const body of [town, region]) {
    const id = await handedIn(deps, body.id)
    await proved(app.db, id)
    await agreedBy([anna, bela], id)
    await sql`update published.signatory set signed_on = ${heldOn.subtract({ days: 100 }).toString()},
      kind = (select kind from published.authority where id = ${body.id}) where authority = ${body.id}`.execute(app.db)
  }
  await officer('Tom', town)
  await officer('Rita', region)
  const elections = urls.pactElections(association)
  const entered = { id: newId(), name: 'Regional elections', on: heldOn.toString(), scope: 'country' }
  expect((await carla.post(elections, entered)).status).toBe(422)
  expect((await carla.post(elections, { ...entered, kinds: 'region' })).status).toBe(303)
  const page = await carla.read(elections)
  expect([htmlFaults(page), page.includes('in the whole country: regions')]).toEqual([[], true])
  await inviteAfterElections(deps)
  const invited = async (name: string, body: FreshBody) =>
    (await subjects(name, body)).filter((one) => one.includes('invited to reaffirm')).length
  expect([await invited('rita', region), await invited('tom', town)]).toEqual([1, 0])
})

test('every page of the journey says where the application stands and what happens next', async () => {
  const body = await freshBody(app.db)
  const olaf = await officer('Olaf', body)
  const id = await filledIn(deps, body.id)
  const base = urls.townPact(body)
  const journey = pagesOf({ kind: 'municipality', follows: false })
  expect(journey).toEqual(expect.arrayContaining(['decision', 'together', 'check']))
  for (const path of [urls.application(base, id), ...journey.map((one) => urls.applicationPage(base, id, one))]) {
    const page = await olaf.read(path)
    for (const said of ['Where we stand', 'What happens next:</strong> Everything is filled in'])
      expect([path, htmlFaults(page), page.includes(said)]).toEqual([path, [], true])
  }
})

test('a text of the Pact that waits for its second person is neither offered nor accepted', async () => {
  const body = await freshBody(app.db)
  const olga = await officer('Oksana', body)
  const base = urls.townPact(body)
  const id = await filledIn(deps, body.id)
  const draft = { id: newId(), version: '77', language: 'en', title: 'The Pact, anew', body: 'Words that wait.' }
  expect((await anna.post(urls.pactTextNew(), draft)).status).toBe(303)
  const path = urls.applicationPage(base, id, 'text')
  const revision = inputValue(await olga.read(path), 'revision')
  const page = await olga.read(urls.applicationText(base, id, '77.en'))
  expect(page).not.toContain('Words that wait.')
  const accept = () => olga.postForm(path, { revision, text: '77.en', agree: 'yes' })
  const refused = await accept()
  const html = await refused.text()
  expect([refused.status, htmlFaults(html)]).toEqual([422, []])
  expect(html).toContain('There is a newer text: read it and tick it')
  const answers = async () => (await readApplication(app.db, id))?.answers.text?.version
  expect(await answers()).toBe('1')
  // Once another person has approved it, it is.
  const seen = inputValue(await bela.read(urls.pactDraft(draft.id)), 'revision')
  expect((await bela.post(urls.pactDraftAct(draft.id, 'approve'), { revision: seen })).status).toBe(303)
  expect((await accept()).status).toBe(303)
  expect(await answers()).toBe('77')
})
