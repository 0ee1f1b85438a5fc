/** From the front door: nobody of the secretariat acts on their own case; what waits for a body that is no more. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn, type Visitor } from '../../../../tests/sign-in.ts'
import { actOf } from '../../../platform/audit/audit.ts'
import { newId, newSecret } from '../../../platform/ids.ts'
import { pactMovesOf, signingOfficeDepsOf } from '../../../signing-deps.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../../accounts/people/test-people.ts'
import { heldTexts, signatoriesOf } from '../../register/index.ts'
import { moveApplications } from '../index.ts'
import { secretariatOf } from '../test-desk.ts'
import { freshBody, handedIn, proved } from '../test-signing.ts'

let app: PeopleApp
let deps: ReturnType<typeof signingOfficeDepsOf>
let [anna, bela, dora]: [Visitor, Visitor, Visitor] = [] as never
beforeAll(async () => {
  app = await openPeopleApp()
  deps = signingOfficeDepsOf(app.services)
  ;[anna, bela, dora] = await secretariatOf(app, 'Anna', 'Bela', 'Dora')
})
afterAll(() => app.close())

const worksFor = (name: string, id: string) => app.give(`${name}@people.example`, 'officer', { kind: 'authority', id })
const ended = (person: string, authority: string) =>
  app.db.deleteFrom('accounts.role').where('person', '=', person).where('authority', '=', authority).execute()

async function refused(answer: Response): Promise<void> {
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('others decide')])
}

test('whoever works for the body prints no letter for it, checks no domain of their own and erases nothing', async () => {
  const body = await freshBody(app.db)
  const otto = await signIn(app, 'Otto', [{ role: 'approver', scope: { kind: 'authority', id: body.id } }])
  const id = await handedIn(deps, body.id)
  await otto.post(`${urls.application(urls.townPact(body), id)}/proof/letter`)
  await worksFor('bela', body.id)
  const desk = urls.pactApplication(id)
  const letter = { application: id, printing: newSecret(), postal: 'Town hall\nMarket 1\n1234 AB Town' }
  expect(await bela.read(desk)).not.toContain('name="postal"')
  await refused(await bela.post(`${desk}/letter`, letter))
  expect((await anna.post(`${desk}/letter`, letter)).status).toBe(200)
  const own = newId()
  await bela.post(urls.applyPact(), { id: own, kind: 'organisation', country: 'NL' })
  const at = urls.application(urls.applyPact(), own)
  await bela.post(`${at}/who`, { revision: '0', name: 'Foundation', domain: 'foundation.example' })
  const handed = { status: 'submitted', submitted_at: new Date(), due: '2026-12-01' } as const
  await app.db.updateTable('office.pact_application').set(handed).where('id', '=', own).execute()
  const domain = { application: own, domain: 'foundation.example' }
  await refused(await bela.post(`${urls.pactApplication(own)}/domain`, domain))
  expect((await anna.post(`${urls.pactApplication(own)}/domain`, domain)).status).toBe(303)
  await proved(app.db, id)
  for (const who of [anna, dora]) await who.post(`${desk}/agree`)
  const [signatory] = await signatoriesOf(app.db, body.id)
  const erase = urls.pactSignatoryAct(signatory?.number ?? 0, 'erase')
  const names = async () =>
    (await heldTexts(app.db, signatory?.id ?? '')).filter(({ field }) => field === 'signing_person').length
  await refused(await bela.post(erase, { field: 'signing_person' }))
  expect(await names()).toBe(1)
  expect((await anna.post(erase, { field: 'signing_person' })).status).toBe(303)
  expect(await names()).toBe(0)
  await ended(bela.id, body.id)
})

test('an agreement counts as long as its giver may decide', async () => {
  const body = await freshBody(app.db)
  const id = await handedIn(deps, body.id)
  await proved(app.db, id)
  const agree = async (who: Visitor) => (await who.post(`${urls.pactApplication(id)}/agree`)).headers.get('location')
  await agree(anna)
  await worksFor('anna', body.id)
  expect(await agree(bela)).toContain('done=agreed')
  expect(await signatoriesOf(app.db, body.id)).toEqual([])
  await ended(anna.id, body.id)
  const left = app.db.deleteFrom('accounts.role').where('person', '=', bela.id)
  await left.where('role', '=', 'secretariat').execute()
  expect(await agree(dora)).toContain('done=agreed')
  expect(await agree(anna)).toContain('done=signed')
  expect(await signatoriesOf(app.db, body.id)).toHaveLength(1)
  await app.give('bela@people.example', 'secretariat', { kind: 'instance' })
})

test('what was returned to a body that is no more is a draft of its successor, which was told no reasons', async () => {
  const [old, into] = [await freshBody(app.db), await freshBody(app.db)]
  const otto = await signIn(app, 'Olaf', [{ role: 'approver', scope: { kind: 'authority', id: into.id } }])
  const id = await handedIn(deps, old.id)
  await anna.post(`${urls.pactApplication(id)}/return`, { reasons: 'other', words: 'Not yet, Old Town.', days: '3' })
  const act = actOf('test', 'mergers.apply', Temporal.Now.instant())
  const move = { from: old.id, into: into.id }
  await app.db.transaction().execute((tx) => moveApplications(tx, pactMovesOf(deps), act, move))
  const row = app.db.selectFrom('office.pact_application').select(['status', 'due']).where('id', '=', id)
  expect(await row.execute()).toEqual([{ status: 'draft', due: null }])
  const page = await otto.read(urls.application(urls.townPact(into), id))
  expect(page).toContain('2 pages still lack something')
  expect(page).not.toContain('Not yet, Old Town.')
  expect(await anna.read(urls.pactApplications())).not.toContain(urls.pactApplication(id))
})
