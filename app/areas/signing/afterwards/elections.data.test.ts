/** From the front door: elections of parts of a country, and of countries without an association here. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { newId } from '../../../platform/ids.ts'
import { signingOfficeDepsOf } from '../../../signing-deps.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { signatoriesOf } from '../../register/index.ts'
import { agreedBy, secretariatOf } from '../test-desk.ts'
import { type FreshBody, freshBody, handedIn, proved } from '../test-signing.ts'
import { inviteAfterElections } from './elections.ts'

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

const heldOn = Temporal.Now.plainDateISO('UTC').subtract({ days: 40 })

/** A body of this kind below these areas, that signed before the elections. */
async function signedBody(kind: 'municipality' | 'region', areas: readonly string[] = []): Promise<FreshBody> {
  const body = await freshBody(app.db)
  const id = await handedIn(deps, body.id)
  await proved(app.db, id)
  await agreedBy([anna, bela], id)
  const [signatory] = await signatoriesOf(app.db, body.id)
  await sql`update published.authority set kind = ${kind} where id = ${body.id}`.execute(app.db)
  await sql`update published.signatory set kind = ${kind}, signed_on = ${heldOn.subtract({ days: 9 }).toString()}::date
    where id = ${signatory?.id}`.execute(app.db)
  for (const area of areas) await within(body.id, area)
  return body
}

const within = (authority: string, area: string) =>
  app.db.insertInto('published.authority_area').values({ authority, area }).execute()

async function area(kind: 'region' | 'district'): Promise<FreshBody> {
  const body = await freshBody(app.db)
  await sql`update published.authority set kind = ${kind} where id = ${body.id}`.execute(app.db)
  return body
}

const invited = async (bodies: readonly FreshBody[]) => {
  const rows = await app.db.selectFrom('office.reaffirm_invitation').select('authority').execute()
  return bodies.map(({ id }) => rows.some(({ authority }) => authority === id))
}

const form = { name: 'Elections', on: heldOn.toString(), kinds: ['municipality', 'region'] }

test('elections in an area invite the councils there, the area’s own among them, and no others', async () => {
  const north = await signedBody('region')
  const district = await area('district')
  await within(district.id, north.id)
  const [near, deep, far] = [
    await signedBody('municipality', [north.id]),
    await signedBody('municipality', [district.id]),
    await signedBody('municipality'),
  ]
  const path = urls.pactElections(association)
  const empty = await carla.read(path)
  expect([htmlFaults(empty), empty.includes(`value="${north.id}"`)]).toEqual([[], true])
  // Without one, or with one that is not offered, nothing is entered.
  for (const areas of [[], [newId()], [far.id]]) {
    const refused = await carla.post(path, { ...form, id: newId(), scope: 'areas', areas })
    const page = await refused.text()
    expect([refused.status, htmlFaults(page), page.includes('href="#areas"')]).toEqual([422, [], true])
  }
  const posted = await carla.post(path, { ...form, id: newId(), scope: 'areas', areas: [north.id] })
  expect(posted.status).toBe(303)
  expect(await carla.read(path)).toContain(`in parts of the country (\u2068${north.name}\u2069): `)
  await inviteAfterElections(deps)
  expect(await invited([north, near, deep, far])).toEqual([true, true, true, false])
})

test('what another area has taken the place of since still counts', async () => {
  const [old, into] = [await area('region'), await area('region')]
  const town = await signedBody('municipality', [into.id])
  const path = urls.pactElections(association)
  await carla.post(path, {
    ...form,
    on: heldOn.add({ days: 1 }).toString(),
    id: newId(),
    scope: 'areas',
    areas: [old.id],
  })
  await sql`update published.authority set status = 'merged', successor = ${into.id}
    where id = ${old.id}`.execute(app.db)
  expect(await carla.read(path)).toContain('an area that is no more')
  await inviteAfterElections(deps)
  expect(await invited([town])).toEqual([true])
})

test('the secretariat enters elections where nobody coordinates an association, and nowhere else', async () => {
  const list = await anna.read(urls.electionCountries())
  const [there, here] = [urls.countryElections('IS'), urls.countryElections('NL')]
  expect([htmlFaults(list), list.includes(there), list.includes(here)]).toEqual([[], true, false])
  expect(await anna.read(urls.pactApplications())).toContain(urls.electionCountries())
  expect((await anna.get(here)).status).toBe(404)
  const id = newId()
  expect((await anna.post(here, { ...form, id, scope: 'country' })).status).toBe(404)
  expect((await anna.post(there, { ...form, id, scope: 'members' })).status).toBe(422)
  for (const _ of ['once', 'again'])
    expect((await anna.post(there, { ...form, id, scope: 'country' })).status).toBe(303)
  const page = await anna.read(there)
  expect([htmlFaults(page), page.split('in the whole country: ').length]).toEqual([[], 2])
  // Another country's page takes nothing out.
  await anna.post(urls.countryElectionRemove('NO'), { election: id })
  expect(await anna.read(there)).toContain(id)
  await anna.post(urls.countryElectionRemove('IS'), { election: id })
  expect(await anna.read(there)).not.toContain(id)
})

test('what it has entered invites, and is the association’s to keep once there is one', async () => {
  const town = await signedBody('municipality')
  const ended = app.db.deleteFrom('accounts.role').where('person', '=', carla.id)
  await ended.execute()
  const [path, id, later] = [urls.countryElections('NL'), newId(), newId()]
  const on = heldOn.add({ days: 2 }).toString()
  expect((await anna.post(path, { ...form, id, on, scope: 'country' })).status).toBe(303)
  const ahead = { ...form, id: later, name: 'Next ones', on: heldOn.add({ days: 300 }).toString(), scope: 'country' }
  expect((await anna.post(path, ahead)).status).toBe(303)
  await app.give('carla@people.example', 'coordinator', app.associationScope)
  expect((await anna.get(path)).status).toBe(404)
  await inviteAfterElections(deps)
  expect(await invited([town])).toEqual([true])
  const own = urls.pactElections(association)
  expect(await carla.read(own)).toContain('Next ones')
  await carla.post(urls.pactElectionRemove(association), { election: later })
  expect(await carla.read(own)).not.toContain('Next ones')
})
