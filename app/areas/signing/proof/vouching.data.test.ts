/** From the front door: whoever has a part in what is signed does not answer for the association. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Visitor } from '../../../../tests/sign-in.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { signingOfficeDepsOf } from '../../../signing-deps.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { type FreshBody, freshBody, handedIn } from '../test-signing.ts'

let app: PeopleApp
let deps: ReturnType<typeof signingOfficeDepsOf>
let [carla, cees]: [Visitor, Visitor] = [] as never
const list = urls.pactConfirmations(association)
beforeAll(async () => {
  app = await openPeopleApp()
  deps = signingOfficeDepsOf(app.services)
  carla = await signIn(app, 'Carla', [{ role: 'coordinator', scope: app.associationScope }])
  cees = await signIn(app, 'Cees', [])
})
afterAll(() => app.close())

const member = () => freshBody(app.db, app.associationScope.kind === 'association' ? app.associationScope.id : '')
const worksFor = (name: string, role: RoleName, { id }: FreshBody) =>
  app.give(`${name}@people.example`, role, { kind: 'authority', id })
const coordinates = (name: string) => app.give(`${name}@people.example`, 'coordinator', app.associationScope)
const endsTo = (person: string, column: 'authority' | 'association') =>
  app.db.deleteFrom('accounts.role').where('person', '=', person).where(column, 'is not', null).execute()

let officers = 0
async function officerOf(body: FreshBody): Promise<Visitor> {
  officers += 1
  return signIn(app, `Vera${officers}`, [{ role: 'approver', scope: { kind: 'authority', id: body.id } }])
}

/** An application of a member which has asked its association. */
async function asked() {
  const body = await member()
  const id = await handedIn(deps, body.id)
  const at = urls.application(urls.townPact(body), id)
  const officer = await officerOf(body)
  const ask = () => officer.post(`${at}/proof/association`)
  await ask()
  const proof = app.db.selectFrom('office.pact_proof').select('id').where('application', '=', id)
  return { body, id, at, officer, ask, proof: (await proof.executeTakeFirst())?.id ?? '' }
}

const given = async (proof: string) => {
  const row = app.db.selectFrom('office.pact_proof').select(['given_at', 'declined_at']).where('id', '=', proof)
  return Object.values(await row.executeTakeFirstOrThrow()).some((one) => one !== null)
}

/** That this page offers no answer to the application, and says who else there is. */
async function withheld({ name }: FreshBody, words: string): Promise<void> {
  const page = await carla.read(list)
  const [, section = ''] = new RegExp(`aria-label="${name}"([\\s\\S]*?)</section>`).exec(page) ?? []
  expect(htmlFaults(page)).toEqual([])
  expect([section.includes('<form'), section]).toEqual([false, expect.stringContaining(words)])
}

test('a coordinator who works for the town, or for one that signs with it, does not confirm it; another one can', async () => {
  const { body, id, proof, officer } = await asked()
  const beside = await freshBody(app.db)
  await officerOf(beside)
  await officer.post(urls.application(urls.townPact(body), id).concat('/take-back'))
  const invite = { country: 'NL', body: beside.name, authority: '' }
  expect((await officer.post(urls.applicationAct(urls.townPact(body), id, 'invite'), invite)).status).toBe(303)
  for (const [role, where] of [
    ['officer', body],
    ['approver', body],
    ['approver', beside],
  ] as const) {
    await worksFor('carla', role, where)
    await withheld(body, 'Nobody else coordinates your association')
    for (const says of ['yes', 'no']) {
      const refused = await carla.post(list, { proof, says })
      expect([refused.status, await refused.text()]).toEqual([
        422,
        expect.stringContaining('You work for a body that signs'),
      ])
    }
    expect(await carla.read(urls.office())).not.toContain(list)
    await endsTo(carla.id, 'authority')
  }
  expect(await given(proof)).toBe(false)
  await worksFor('carla', 'officer', body)
  await coordinates('cees')
  await withheld(body, 'These people of your association can answer: \u2068Cees\u2069.')
  expect((await cees.post(list, { proof, says: 'yes' })).status).toBe(303)
  expect(await given(proof)).toBe(true)
  for (const one of [carla, cees]) await endsTo(one.id, 'authority')
  await endsTo(cees.id, 'association')
})

test('nor what they have written in; whoever has answered for one of those who sign together answers for the next', async () => {
  const { body, id, proof } = await asked()
  await app.db
    .insertInto('office.pact_writer')
    .values({ application: id, person: carla.id, first_at: new Date() })
    .execute()
  await withheld(body, 'You have written in this application')
  expect((await carla.post(list, { proof, says: 'yes' })).status).toBe(422)
  const [first, second] = [await asked(), await asked()]
  await app.db.updateTable('office.pact_application').set({ case_id: first.id }).where('id', '=', second.id).execute()
  for (const one of [first, second])
    expect((await carla.post(list, { proof: one.proof, says: 'yes' })).status).toBe(303)
})

test('an association whose only coordinator may not answer is not offered, and nobody is asked in vain', async () => {
  const body = await member()
  await worksFor('carla', 'officer', body)
  const id = await handedIn(deps, body.id)
  const at = urls.application(urls.townPact(body), id)
  const officer = await officerOf(body)
  const button = `action="${at}/proof/association"`
  expect(await officer.read(at)).not.toContain(button)
  expect((await officer.post(`${at}/proof/association`)).status).toBe(404)
  await endsTo(carla.id, 'authority')
  expect(await officer.read(at)).toContain(button)
  // Those who may are told, nobody else.
  await coordinates('cees')
  await worksFor('cees', 'officer', body)
  expect((await officer.post(`${at}/proof/association`)).status).toBe(303)
  const told = async (who: string) =>
    (await app.mails(`${who}@people.example`)).filter(
      ({ subject, text }) => subject.includes(body.name) && text.includes(list),
    ).length
  expect([await told('carla'), await told('cees')]).toEqual([1, 0])
})
