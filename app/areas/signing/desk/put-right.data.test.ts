/** From the front door: the secretariat puts an entry of the register right, and erases what has to go from it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { audited } from '../../../../tests/audited.ts'
import { inputValue, signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { newId } from '../../../platform/ids.ts'
import { signingOfficeDepsOf } from '../../../signing-deps.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { heldTexts, signatoriesOf } from '../../register/index.ts'
import { agreedBy, secretariatOf } from '../test-desk.ts'
import { freshBody, handedIn, proved } from '../test-signing.ts'

let app: PeopleApp
let [anna, bela]: [Visitor, Visitor] = [] as never
beforeAll(async () => {
  app = await openPeopleApp()
  ;[anna, bela] = await secretariatOf(app, 'Anna', 'Bela')
})
afterAll(() => app.close())

async function read(who: Visitor, path: string): Promise<string> {
  const answer = await who.get(path)
  const html = await answer.text()
  expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
  return html
}

/** A town that has signed. */
async function signed() {
  const body = await freshBody(app.db)
  const id = await handedIn(signingOfficeDepsOf(app.services), body.id)
  await proved(app.db, id)
  await agreedBy([anna, bela], id)
  const [signatory] = await signatoriesOf(app.db, body.id)
  if (signatory?.status !== 'signed') throw new Error('it was not signed')
  return { signatory }
}

test('the secretariat corrects an entry, and erases who signed: nothing of the name is left, the chain is whole', async () => {
  const { signatory } = await signed()
  const path = urls.pactSignatory(signatory.number)
  expect((await anna.get(`${urls.pactSignatoryFind()}?number=${signatory.number}`)).headers.get('location')).toBe(path)
  expect((await anna.get(`${urls.pactSignatoryFind()}?number=999999`)).status).toBe(422)
  const page = await read(anna, path)
  expect(page).toContain('Maria Muster')
  const seen = inputValue(page, 'seen')
  const right = { seen, on: '20.1.2026', text: '1.en', words: 'The day was mistyped.' }
  expect((await anna.post(`${path}/correct`, { ...right, on: '' })).status).toBe(422)
  for (const _ of ['once', 'again']) expect((await anna.post(`${path}/correct`, right)).status).toBe(303)
  expect((await heldTexts(app.db, signatory.id)).filter(({ field }) => field === 'words')).toHaveLength(1)
  // One day, wherever it is said; and whoever checks the register finds the same.
  const entry = await (await app.request(urls.registerEntry('en', signatory.number))).text()
  expect(entry).toContain('stands by it, since 20 January 2026')
  expect(await signatoriesOf(app.db, signatory.authority ?? '')).toMatchObject([
    { signedOn: '2026-01-20', statusSince: '2026-01-20' },
  ])
  expect(await audited(app)).toMatchObject({ outcome: 'sound' })
  for (const _ of ['once', 'again'])
    expect((await anna.post(`${path}/erase`, { field: 'signing_person' })).status).toBe(303)
  expect(await read(anna, path)).not.toContain('Maria Muster')
  expect((await anna.post(`${path}/erase`, { field: 'everything' })).status).toBe(404)
  expect(await (await app.request(urls.registerHistory())).text()).not.toContain('Muster')
})

test('two people who correct an entry at once: one line, and whoever comes second sees what stands now', async () => {
  const { signatory } = await signed()
  const path = urls.pactSignatory(signatory.number)
  const seen = inputValue(await read(anna, path), 'seen')
  const right = { seen, on: '20.1.2026', text: '1.en', words: 'The day was mistyped.' }
  const lines = async () => (await (await app.request(urls.registerHistory())).text()).split('\n').length
  const before = await lines()
  const same = await Promise.all([anna, bela, anna].map((who) => who.post(`${path}/correct`, right)))
  expect(same.map(({ status }) => status)).toEqual([303, 303, 303])
  expect(await lines()).toBe(before + 1)
  const second = await bela.post(`${path}/correct`, { ...right, on: '21.1.2026', words: 'It was a day later.' })
  const html = await second.text()
  expect([second.status, htmlFaults(html)]).toEqual([422, []])
  expect(html).toContain('A colleague has corrected this entry meanwhile')
  expect([inputValue(html, 'on'), html.includes('It was a day later.')]).toEqual(['21.1.2026', true])
  const again = { ...right, seen: inputValue(html, 'seen'), on: '21.1.2026' }
  expect((await bela.post(`${path}/correct`, again)).status).toBe(303)
  expect(await lines()).toBe(before + 2)
})

test('whoever works for a body does not correct what the register says of its reaffirmation', async () => {
  const { signatory } = await signed()
  const { id, authority, number } = signatory
  const today = Temporal.Now.plainDateISO('UTC').toString()
  const scope = { kind: 'authority', id: authority ?? '' } as const
  const otto = await signIn(app, 'Otto', [{ role: 'approver', scope }])
  const town = app.db.selectFrom('published.authority').select(['country', 'slug']).where('id', '=', scope.id)
  const again = { id: newId(), body: 'New council', on: today, reference: '' }
  const sent = await otto.post(urls.reaffirmPact(urls.townPact(await town.executeTakeFirstOrThrow())), again)
  expect(sent.status).toBe(303)
  expect((await anna.post(urls.pactReaffirmation(again.id), { decision: 'enter' })).status).toBe(303)
  const path = urls.pactSignatory(number)
  const right = {
    ...{ seen: inputValue(await read(anna, path), 'seen'), on: '20.1.2026', text: '1.en' },
    words: 'The day was mistyped.',
  }
  const stands = async () => (await signatoriesOf(app.db, scope.id)).find((one) => one.id === id)
  const before = await stands()
  expect(before?.reaffirmedOn).toBe(today)
  for (const role of ['officer', 'approver', 'moderator'] as const) {
    await app.give('bela@people.example', role, scope)
    for (const [act, fields] of [
      ['correct', right],
      ['erase', { field: 'decision_body' }],
    ] as const) {
      const refused = await bela.post(`${path}/${act}`, fields)
      expect([role, act, refused.status]).toEqual([role, act, 422])
      expect(await refused.text()).toContain('You work for a body that signs')
    }
    await app.db.deleteFrom('accounts.role').where('person', '=', bela.id).where('role', '=', role).execute()
  }
  expect(await stands()).toEqual(before)
  expect((await bela.post(`${path}/correct`, right)).status).toBe(303)
  expect(await stands()).toMatchObject({ signedOn: '2026-01-20', reaffirmedOn: today })
})
