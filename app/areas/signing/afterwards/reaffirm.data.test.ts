/** From the front door: what councils send afterwards is nobody's of the secretariat who works for them. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { newId } from '../../../platform/ids.ts'
import { signingOfficeDepsOf } from '../../../signing-deps.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { signatoriesOf } from '../../register/index.ts'
import { remindOfDays } from '../remind.ts'
import { agreedBy, secretariatOf } from '../test-desk.ts'
import { type FreshBody, freshBody, handedIn, proved } from '../test-signing.ts'

let app: PeopleApp
let deps: ReturnType<typeof signingOfficeDepsOf>
let [anna, bela, dora]: [Visitor, Visitor, Visitor] = [] as never
beforeAll(async () => {
  app = await openPeopleApp()
  deps = signingOfficeDepsOf(app.services)
  ;[anna, bela, dora] = await secretariatOf(app, 'Anna', 'Bela', 'Dora')
})
afterAll(() => app.close())

const today = () => Temporal.Now.plainDateISO('UTC')
const worksFor = (name: string, { id }: FreshBody) =>
  app.give(`${name}@people.example`, 'officer', { kind: 'authority', id })
const ended = (person: string) =>
  app.db.deleteFrom('accounts.role').where('person', '=', person).where('authority', 'is not', null).execute()
const subjects = async (to: string, { name }: FreshBody, word: string) =>
  (await app.mails(`${to}@people.example`)).filter(({ subject }) => subject.includes(name) && subject.includes(word))
    .length
const told = (body: FreshBody, word: string) =>
  Promise.all(['anna', 'bela', 'dora'].map((one) => subjects(one, body, word)))
const dueTomorrow = (table: 'office.pact_application' | 'office.pact_reaffirmation', id: string) =>
  app.db
    .updateTable(table)
    .set({ due: today().add({ days: 1 }).toString() })
    .where('id', '=', id)
    .execute()

let officers = 0
/** What a council that has signed sends to stand by it. */
async function sent(by?: Visitor): Promise<{ body: FreshBody; id: string; desk: string }> {
  const body = await freshBody(app.db)
  const application = await handedIn(deps, body.id)
  await proved(app.db, application)
  await agreedBy([anna, bela], application)
  const [signatory] = await signatoriesOf(app.db, body.id)
  await sql`update published.signatory set signed_on = '2026-01-15' where id = ${signatory?.id}`.execute(app.db)
  officers += 1
  const scope = { kind: 'authority', id: body.id } as const
  const writer = by ?? (await signIn(app, `Olle${officers}`, [{ role: 'officer', scope }]))
  if (by) await app.give('bela@people.example', 'officer', scope)
  const id = newId()
  const fields = { id, body: 'New council', on: today().toString(), reference: 'B 8' }
  expect((await writer.post(urls.reaffirmPact(urls.townPact(body)), fields)).status).toBe(303)
  return { body, id, desk: urls.pactReaffirmation(id) }
}

test('whoever works for the council neither enters nor returns it, is not reminded, and does not have it to do', async () => {
  const { body, id, desk } = await sent()
  await worksFor('bela', body)
  for (const decision of [{ decision: 'enter' }, { decision: 'return', words: 'Not yet.' }]) {
    const refused = await bela.post(desk, decision)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('You work for a body that')])
  }
  expect(await bela.read(desk)).not.toContain('name="decision"')
  expect([await bela.read(urls.office()), await anna.read(urls.office())]).toEqual([
    expect.not.stringContaining(desk),
    expect.stringContaining(desk),
  ])
  await dueTomorrow('office.pact_reaffirmation', id)
  const before = await told(body, 'reaffirm')
  await remindOfDays(deps)
  const after = await told(body, 'reaffirm')
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([1, 0, 1])
  expect((await anna.post(desk, { decision: 'enter' })).status).toBe(303)
  expect((await signatoriesOf(app.db, body.id))[0]?.reaffirmedOn).toBe(today().toString())
  await ended(bela.id)
})

test('nor does whoever has sent it, after they have left its office', async () => {
  const { body, desk } = await sent(bela)
  await ended(bela.id)
  const refused = await bela.post(desk, { decision: 'enter' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('You have written')])
  expect(await bela.read(urls.office())).not.toContain(desk)
  expect(await told(body, 'reaffirm')).toEqual([1, 0, 1])
})

test('of an application that runs out, those hear who may decide; all of them where nobody may', async () => {
  const body = await freshBody(app.db)
  const id = await handedIn(deps, body.id)
  await proved(app.db, id)
  await worksFor('bela', body)
  await dueTomorrow('office.pact_application', id)
  await remindOfDays(deps)
  expect(await told(body, 'decide until')).toEqual([1, 0, 1])
  // Once one person has agreed, the second is looked for among those who may.
  await anna.post(`${urls.pactApplication(id)}/agree`)
  expect(await told(body, 'second')).toEqual([0, 0, 1])
  await worksFor('dora', body)
  const late = today().subtract({ days: 1 }).toString()
  await app.db.updateTable('office.pact_application').set({ due: late }).where('id', '=', id).execute()
  await remindOfDays(deps)
  expect(await told(body, 'one person has agreed')).toEqual([0, 1, 1])
  for (const one of [bela, dora]) await ended(one.id)
})
