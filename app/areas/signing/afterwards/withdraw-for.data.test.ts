/** From the front door: whoever signed without an office keeps the way out, also without their account. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inputValue, signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { signingOfficeDepsOf } from '../../../signing-deps.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { findDormant } from '../../accounts/index.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { heldTexts } from '../../register/index.ts'
import { agreedBy, secretariatOf } from '../test-desk.ts'
import { freshBody, handedIn, proved, signedForThemselves } from '../test-signing.ts'
import { standingForThemselves } from './withdrawal-store.ts'

let app: PeopleApp
let deps: ReturnType<typeof signingOfficeDepsOf>
let [anna, bela, carla]: [Visitor, Visitor, Visitor] = [] as never
beforeAll(async () => {
  app = await openPeopleApp()
  deps = signingOfficeDepsOf(app.services)
  ;[anna, bela, carla] = await secretariatOf(app, 'Anna', 'Bela', 'Carla')
})
afterAll(() => app.close())

const subjects = async (to: string) => (await app.mails(to)).map(({ subject }) => subject)
const statusOf = async (number: number) =>
  (await app.db.selectFrom('published.signatory').select('status').where('number', '=', number).execute())[0]?.status

test('two people of the secretariat enter the withdrawal of an organisation, in its own words', async () => {
  const paula = await signIn(app, 'Paula', [])
  const { number, id } = await signedForThemselves(deps, paula.id)
  const path = urls.pactSignatoryAct(number, 'withdraw')
  expect(await anna.read(urls.pactSignatory(number))).toContain(path)
  const form = await anna.read(path)
  expect(htmlFaults(form)).toEqual([])
  const fields = { id: inputValue(form, 'id'), on: '2.3.2026', words: 'We act on our own <now>.' }
  expect((await anna.post(path, { ...fields, words: '' })).status).toBe(422)
  expect((await anna.post(path, fields)).headers.get('location')).toContain('done=withdrawal')
  expect((await subjects('bela@people.example')).at(-1)).toContain('a second person is wanted')
  // Whoever signed hears of it, in case it was not them.
  expect((await app.mails('paula@people.example')).at(-1)?.text).toContain('We act on our own <now>.')
  const agree = urls.pactSignatoryAct(number, 'withdraw/agree')
  expect((await anna.post(agree, { id: fields.id })).status).toBe(422)
  expect(await statusOf(number)).toBe('signed')
  expect(await bela.read(urls.office())).toContain(path)
  const second = await bela.read(path)
  expect([htmlFaults(second), second.includes('We act on our own &lt;now&gt;.')]).toEqual([[], true])
  expect((await bela.post(agree, { id: fields.id })).headers.get('location')).toContain('done=withdrawn')
  expect(await statusOf(number)).toBe('withdrawn')
  expect((await heldTexts(app.db, id)).map(({ value }) => value)).toContain('We act on our own <now>.')
})

test('it can be taken out, counts no colleague who has left, and is not for a town with an office', async () => {
  const { number } = await signedForThemselves(deps, (await signIn(app, 'Petra', [])).id)
  const path = urls.pactSignatoryAct(number, 'withdraw')
  const asked = async (who: Visitor) => {
    const fields = { id: inputValue(await who.read(path), 'id'), on: '2.3.2026', words: 'We leave.' }
    await who.post(path, fields)
    return { id: fields.id }
  }
  await asked(anna)
  await bela.post(urls.pactSignatoryAct(number, 'withdraw/drop'))
  const left = await asked(carla)
  await app.db.deleteFrom('accounts.role').where('person', '=', carla.id).execute()
  const agree = urls.pactSignatoryAct(number, 'withdraw/agree')
  expect((await bela.post(agree, left)).headers.get('location')).toContain('done=withdrawal')
  expect(await statusOf(number)).toBe('signed')
  expect((await anna.post(agree, left)).headers.get('location')).toContain('done=withdrawn')
  const town = await freshBody(app.db)
  const application = await handedIn(deps, town.id)
  await proved(app.db, application)
  await agreedBy([anna, bela], application)
  const row = app.db.selectFrom('published.signatory').select('number').where('authority', '=', town.id)
  const { number: ofTown } = await row.executeTakeFirstOrThrow()
  expect((await anna.get(urls.pactSignatoryAct(ofTown, 'withdraw'))).status).toBe(404)
})

test('an account that has signed for itself does not end while the signature stands', async () => {
  const paula = await signIn(app, 'Pia', [])
  const { number } = await signedForThemselves(deps, paula.id)
  const later = Temporal.Now.instant().add({ hours: 24 * 400 })
  const dormant = async () =>
    (await findDormant(app.db, later, undefined, await standingForThemselves(app.db))).map(({ id }) => id)
  // Of the tests only: whatever they did was long ago.
  expect((await findDormant(app.db, later, undefined, [])).map(({ id }) => id)).toContain(paula.id)
  expect(await dormant()).not.toContain(paula.id)
  const base = urls.applyPact()
  await paula.post(urls.withdrawPactNow(base, number), { on: '2.3.2026', words: 'We leave.' })
  expect(await statusOf(number)).toBe('withdrawn')
  expect(await dormant()).toContain(paula.id)
})

test('whoever has signed for themselves corrects and erases nothing there', async () => {
  const { number, id } = await signedForThemselves(deps, anna.id)
  const before = (await heldTexts(app.db, id)).map(({ field }) => field)
  const path = urls.pactSignatory(number)
  const seen = inputValue(await anna.read(path), 'seen')
  const wrong = { seen, on: '20.1.2026', text: '1.en', words: 'It was another day.' }
  for (const [act, fields] of [
    ['correct', wrong],
    ['erase', { field: 'name' }],
  ] as const) {
    expect([act, (await anna.post(`${path}/${act}`, fields)).status]).toEqual([act, 422])
  }
  expect((await heldTexts(app.db, id)).map(({ field }) => field)).toEqual(before)
  expect((await bela.post(`${path}/erase`, { field: 'name' })).status).toBe(303)
})
