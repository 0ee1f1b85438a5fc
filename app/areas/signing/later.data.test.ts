/** From the front door: showing that one speaks for a body, and what comes after signing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputValue, signIn, type Visitor } from '../../../tests/sign-in.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import { onePagePdf } from '../../platform/pdf/test-sent-pdf.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import { pactMovesOf, signingOfficeDepsOf } from '../../signing-deps.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { heldTexts, signatoriesOf } from '../register/index.ts'
import { inviteAfterElections } from './afterwards/elections.ts'
import { closeApplications, endSignature, moveApplications, signingRetention } from './index.ts'
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

async function read(who: Visitor, path: string): Promise<string> {
  const answer = await who.get(path)
  const html = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  expect(htmlFaults(html), path).toEqual([])
  return html
}

let people = 0
async function officer(body: FreshBody, language = 'en'): Promise<Visitor & { email: string }> {
  people += 1
  const scope = { kind: 'authority', id: body.id } as const
  const visitor = await signIn(app, `Otto${people}`, [{ role: 'approver', scope }], language)
  return { ...visitor, email: `otto${people}@people.example` }
}
const unionId = () => (app.associationScope.kind === 'association' ? app.associationScope.id : '')
const subjects = async (to: string) => (await app.mails(to)).map(({ subject }) => subject)

/** A town that has signed, with somebody of its office. */
async function signed(member = false) {
  const body = await freshBody(app.db, member ? unionId() : undefined)
  const otto = await officer(body)
  const id = await handedIn(deps, body.id)
  await proved(app.db, id)
  await agreedBy([anna, bela], id)
  const [signatory] = await signatoriesOf(app.db, body.id)
  if (signatory?.status !== 'signed') throw new Error('it was not signed')
  return { body, otto, id, signatory }
}

describe('showing that one speaks for a body', () => {
  test('by a code to an official mailbox: few tries, and no other domain', async () => {
    const body = await freshBody(app.db)
    const otto = await officer(body)
    const id = await handedIn(deps, body.id)
    const at = urls.application(urls.townPact(body), id)
    expect((await otto.post(`${at}/proof/mail`, { email: 'otto@gmail.example' })).status).toBe(422)
    const email = `Amt@${body.domain}`
    for (const _ of ['once', 'again']) expect((await otto.post(`${at}/proof/mail`, { email })).status).toBe(303)
    const mails = await app.mails(email.toLowerCase())
    expect(mails).toHaveLength(1)
    const code = /(?:[A-Z0-9]{3}-){5}[A-Z0-9]{3}/.exec(mails[0]?.text ?? '')?.[0] ?? ''
    const proofs = app.db.selectFrom('office.pact_proof').selectAll().where('application', '=', id)
    expect(JSON.stringify(await proofs.execute())).not.toContain(code.replaceAll('-', ''))
    const give = (typed: string) => otto.post(`${at}/proof/code`, { code: typed })
    const wrong = code.startsWith('C') ? `D${code.slice(1)}` : `C${code.slice(1)}`
    expect(await (await give('abc')).text()).toContain('18 letters and digits')
    for (let tries = 0; tries < 5; tries += 1) expect((await give(wrong)).status).toBe(422)
    expect(await (await give(code)).text()).toContain('five wrong codes')
  })

  test('by its association, with one click of a coordinator who did not write in it', async () => {
    const body = await freshBody(app.db, unionId())
    const otto = await officer(body)
    const id = await handedIn(deps, body.id)
    const at = urls.application(urls.townPact(body), id)
    for (const _ of ['once', 'again']) expect((await otto.post(`${at}/proof/association`)).status).toBe(303)
    const list = urls.pactConfirmations(association)
    expect(await read(carla, urls.office())).toContain(list)
    const page = await read(carla, list)
    const proof = new RegExp(`aria-label="${body.name}"[\\s\\S]*?name="proof" value="([^"]*)"`).exec(page)?.[1] ?? ''
    expect((await carla.post(list, { proof, says: 'yes' })).headers.get('location')).toBe(`${list}?done=confirmed`)
    expect(await read(otto, at)).toContain('Confirmed by')
    expect((await subjects(otto.email)).at(-1)).toContain('has confirmed your office')
    // Whoever confirmed it does not decide on it, whatever other role they have.
    await app.give('carla@people.example', 'secretariat', { kind: 'instance' })
    expect((await carla.post(`${urls.pactApplication(id)}/agree`)).status).toBe(422)
    await app.db.deleteFrom('accounts.role').where('person', '=', carla.id).where('role', '=', 'secretariat').execute()
  })

  test('by a letter that the secretariat prints; the same form makes the same letter', async () => {
    const body = await freshBody(app.db)
    const otto = await officer(body)
    const id = await handedIn(deps, body.id)
    const at = urls.application(urls.townPact(body), id)
    await otto.post(`${at}/proof/letter`)
    const desk = urls.pactApplication(id)
    expect(await read(anna, urls.pactApplications())).toContain('Letters to print')
    const printing = inputValue(await read(anna, desk), 'printing')
    const refused = await anna.post(`${desk}/letter`, { application: id, printing, postal: 'Mayor' })
    expect([refused.status, (await refused.text()).includes('>Mayor</textarea>')]).toEqual([422, true])
    const form = { application: id, printing, postal: 'Council of New Town\nMarket 1\n1234 AB New Town' }
    const hashes = async () =>
      app.db
        .selectFrom('office.pact_proof')
        .select(['code_sha256', 'printings'])
        .where('application', '=', id)
        .execute()
    const letter = await anna.post(`${desk}/letter`, form)
    expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(letter.headers.get('content-disposition')).toContain('attachment')
    const first = await hashes()
    await anna.post(`${desk}/letter`, form)
    expect(await hashes()).toEqual(first)
    expect(first[0]).toMatchObject({ printings: 1, code_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await read(otto, at)).toContain('A letter is on its way')
  })

  test('of an organisation, once the secretariat has checked its domain; nobody else finds the application', async () => {
    const paula = await signIn(app, 'Paula', [])
    const base = urls.applyPact()
    const fresh = inputValue(await read(paula, base), 'id')
    await paula.post(base, { id: fresh, kind: 'organisation', country: 'NL' })
    const at = urls.application(base, fresh)
    const name = 'Foundation for <Children>'
    expect((await paula.post(`${at}/who`, { revision: '0', name, domain: 'no domain' })).status).toBe(422)
    await paula.post(`${at}/who`, { revision: '0', name, domain: 'https://www.foundation.example/about' })
    await paula.postForm(`${at}/decision`, {
      ...{ revision: '0', body: 'Board', on: '2026-02-03', reference: '' },
      document: new File([onePagePdf('Board')], 'board.pdf'),
    })
    await paula.post(`${at}/office`, { revision: '0', office: 'Chair', person: '' })
    await paula.post(`${at}/contact`, { revision: '0', name: 'Office', email: 'office@foundation.example', phone: '' })
    await paula.post(`${at}/text`, { revision: '0', text: '1.en', agree: 'yes' })
    await paula.post(`${at}/ceremony`, { revision: '0', held: 'yes', on: '1.3.2026', place: 'Hall', witness: 'Wim W' })
    expect((await paula.post(`${at}/submit`)).headers.get('location')).toBe(`${at}?done=submitted`)
    expect((await carla.get(at)).status).toBe(404)
    const email = 'chair@foundation.example'
    expect((await paula.post(`${at}/proof/mail`, { email })).status).toBe(422)
    const desk = urls.pactApplication(fresh)
    expect((await anna.post(`${desk}/domain`, { application: fresh, domain: 'other.example' })).status).toBe(404)
    expect((await anna.post(`${desk}/domain`, { application: fresh, domain: 'foundation.example' })).status).toBe(303)
    expect((await paula.post(`${at}/proof/mail`, { email })).status).toBe(303)
    expect(await app.mails(email)).toHaveLength(1)
    await proved(app.db, fresh)
    for (const who of [anna, bela]) expect((await who.post(`${desk}/agree`)).status).toBe(303)
    const stand = await read(paula, base)
    expect(stand).toContain('Foundation for &lt;Children&gt;')
    expect(stand).toContain('/withdraw')
  })

  test('whoever misses a body asks the secretariat, and is answered', async () => {
    const paula = await signIn(app, 'Paula', [])
    const form = await read(paula, urls.missingBody())
    const fields = { id: inputValue(form, 'id'), country: 'NL', name: 'Lost Village', web: 'lost.example' }
    expect((await paula.post(urls.missingBody(), { ...fields, country: '' })).status).toBe(422)
    for (const _ of ['once', 'again']) expect((await paula.post(urls.missingBody(), fields)).status).toBe(303)
    const queue = await read(anna, urls.pactApplications())
    expect(queue.match(/Lost Village/g)).toHaveLength(1)
    expect((await anna.post(urls.pactBodyAnswer(), { request: fields.id, words: ' ' })).status).toBe(422)
    await anna.post(urls.pactBodyAnswer(), { request: fields.id, words: 'It is part of Example Town.' })
    expect((await app.mails('paula@people.example')).at(-1)?.text).toContain('It is part of Example Town.')
  })
})

describe('days that were promised', () => {
  test('the secretariat is reminded with the reason in the subject, whoever has agreed is not', async () => {
    const body = await freshBody(app.db)
    const id = await handedIn(deps, body.id)
    await proved(app.db, id)
    await anna.post(`${urls.pactApplication(id)}/agree`)
    const soon = Temporal.Now.plainDateISO('UTC').add({ days: 1 }).toString()
    await app.db.updateTable('office.pact_application').set({ due: soon }).where('id', '=', id).execute()
    const of = async (to: string) =>
      (await subjects(to)).filter((one) => one.includes(body.name) && one.includes('decide until'))
    for (const _ of ['tonight', 'tomorrow']) await remindOfDays(deps)
    expect(await of('bela@people.example')).toEqual([
      expect.stringContaining('one person has agreed, a second is wanted'),
    ])
    expect(await of('anna@people.example')).toEqual([])
  })

  test('a draft that nobody touches for a year goes with everything in it; a contact 90 days after the decision', async () => {
    const body = await freshBody(app.db)
    const draft = await filledIn(deps, body.id)
    const { id } = await signed()
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
    await app.db
      .updateTable('office.pact_application')
      .set({ changed_at: ago(366) })
      .where('id', 'in', [draft, id])
      .execute()
    await app.db
      .updateTable('office.pact_contact')
      .set({ decided_at: ago(91) })
      .where('application', '=', id)
      .execute()
    await sweep(app.db, signingRetention.rules, Temporal.Now.instant())
    const left = (table: 'office.pact_contact' | 'office.pact_document', of: string) =>
      app.db.selectFrom(table).select('application').where('application', '=', of).execute()
    expect(await left('office.pact_document', draft)).toEqual([])
    expect(await left('office.pact_document', id)).toHaveLength(1)
    expect(await left('office.pact_contact', id)).toEqual([])
  })
})

describe('when a body is no more', () => {
  const act = actOf('test', 'mergers.apply', Temporal.Now.instant())
  const moves = () => pactMovesOf(deps)

  test('its successor goes on with what was begun, as a draft that its own council has to decide about', async () => {
    const [old, into] = [await freshBody(app.db), await freshBody(app.db)]
    const otto = await officer(into)
    const id = await handedIn(deps, old.id)
    await proved(app.db, id)
    await anna.post(`${urls.pactApplication(id)}/agree`)
    await app.db.transaction().execute((tx) => moveApplications(tx, moves(), act, { from: old.id, into: into.id }))
    const at = urls.application(urls.townPact(into), id)
    const page = await read(otto, at)
    expect(page).toContain('2 pages still lack something')
    const row = app.db.selectFrom('office.pact_application').select(['status', 'authority', 'due']).where('id', '=', id)
    expect(await row.execute()).toEqual([{ status: 'draft', authority: into.id, due: null }])
    expect((await subjects(otto.email)).at(-1)).toContain('is yours now')
    // Nothing that was shown or agreed to holds for the successor.
    const proofs = app.db.selectFrom('office.pact_proof').select('id').where('application', '=', id)
    expect(await proofs.execute()).toEqual([])
    expect((await anna.get(urls.pactApplication(id))).status).toBe(404)
  })

  test('where the successor has signed, or several have taken its place, it ends, and their offices are told', async () => {
    const { body: into, otto } = await signed()
    const old = await freshBody(app.db)
    await handedIn(deps, old.id)
    await app.db.transaction().execute((tx) => moveApplications(tx, moves(), act, { from: old.id, into: into.id }))
    expect((await subjects(otto.email)).at(-1)).toContain('has ended')
    const split = await freshBody(app.db)
    const parts = [await freshBody(app.db), await freshBody(app.db)]
    const theirs = await Promise.all(parts.map((one) => officer(one)))
    await handedIn(deps, split.id)
    const given = { from: split.id, parts: parts.map(({ id }) => id) }
    await app.db.transaction().execute((tx) => closeApplications(tx, moves(), act, given))
    for (const one of theirs) expect((await subjects(one.email)).at(-1)).toContain('has ended')
    const left = app.db.selectFrom('office.pact_application').select('id').where('authority', 'in', [old.id, split.id])
    expect(await left.execute()).toEqual([])
  })

  test('what its council had sent waits for nobody any more, and nothing about it is kept for ever', async () => {
    const { body, otto, id, signatory } = await signed()
    const path = urls.reaffirmPact(urls.townPact(body))
    const on = Temporal.Now.plainDateISO('UTC').toString()
    const again = { id: inputValue(await read(otto, path), 'id'), body: 'New council', on, reference: '' }
    expect((await otto.post(path, again)).status).toBe(303)
    const desk = urls.pactReaffirmation(again.id)
    expect(await read(anna, urls.office())).toContain(desk)
    await app.db.transaction().execute((tx) => endSignature(tx, signatory.id, act.at))
    for (const at of [urls.office(), urls.pactApplications()]) expect(await read(anna, at)).not.toContain(desk)
    const applications = app.db.selectFrom('office.pact_application').select('ended_at').where('id', '=', id)
    const sent = app.db.selectFrom('office.pact_reaffirmation').select('ended_at').where('id', '=', again.id)
    for (const row of [...(await applications.execute()), ...(await sent.execute())])
      expect(row.ended_at).not.toBeNull()
  })

  test('the address of a merged town’s application leads to its successor', async () => {
    const { otto } = await signed()
    const moved = await otto.get('/office/nl/example-former-town/pact')
    expect([moved.status, moved.headers.get('location')]).toEqual([302, '/office/nl/example-town/pact'])
  })
})

describe('after signing', () => {
  test('a town withdraws with its own words, after it was told what happens; the register shows it at once', async () => {
    const { body, otto, signatory } = await signed()
    const base = urls.townPact(body)
    const path = urls.withdrawPact(base, signatory.number)
    expect(await read(otto, base)).toContain(path)
    const fields = { on: '2.3.2026', words: 'We act on our own <now>.' }
    expect((await otto.post(path, { ...fields, words: '' })).status).toBe(422)
    const looked = await otto.post(path, fields)
    const html = await looked.text()
    expect([looked.status, htmlFaults(html)]).toEqual([200, []])
    for (const said of ['at once', 'We act on our own &lt;now&gt;.', '2 March 2026']) expect(html).toContain(said)
    expect((await signatoriesOf(app.db, body.id))[0]?.status).toBe('signed')
    const now = urls.withdrawPactNow(base, signatory.number)
    for (const _ of ['once', 'again']) expect((await otto.post(now, fields)).status).toBe(303)
    expect((await signatoriesOf(app.db, body.id))[0]?.status).toBe('withdrawn')
    expect(
      (await subjects('anna@people.example')).filter((one) => one.includes('has withdrawn') && one.includes(body.name)),
    ).toHaveLength(1)
    expect((await heldTexts(app.db, signatory.id)).map(({ value }) => value)).toContain('We act on our own <now>.')
    // Its documents go in a year; it may apply anew.
    expect(await read(otto, base)).toContain('Begin an application')
    const stranger = await officer(await freshBody(app.db))
    expect((await stranger.post(now, fields)).status).toBe(404)
  })

  test('after elections each council that had signed is invited once; what it sends is entered by one person', async () => {
    const { body, otto, signatory } = await signed(true)
    const elections = urls.pactElections(association)
    const heldOn = Temporal.Now.plainDateISO('UTC').subtract({ days: 40 })
    const decidedOn = heldOn.add({ days: 20 }).toString()
    const form = inputValue(await read(carla, elections), 'id')
    const of = { scope: 'members', kinds: 'municipality' }
    const entered = { ...of, id: form, name: 'Municipal elections', on: heldOn.toString() }
    expect((await carla.post(elections, { ...entered, scope: '' })).status).toBe(422)
    for (const _ of ['once', 'again']) expect((await carla.post(elections, entered)).status).toBe(303)
    const other = { ...of, id: newId(), name: 'Next ones', on: heldOn.add({ days: 300 }).toString() }
    await carla.post(elections, other)
    for (const _ of ['once', 'again'])
      expect((await carla.post(`${elections}/remove`, { election: other.id })).status).toBe(303)
    // It was signed after the elections: nothing to reaffirm. As if it had been before:
    const before = heldOn.subtract({ days: 100 }).toString()
    await app.db.updateTable('published.signatory').set({ signed_on: before }).where('id', '=', signatory.id).execute()
    await inviteAfterElections(deps)
    expect(await inviteAfterElections(deps)).toBe(0)
    const invited = (await subjects(otto.email)).filter((one) => one.includes('invited to reaffirm'))
    expect(invited).toHaveLength(1)
    const path = urls.reaffirmPact(urls.townPact(body))
    expect(await read(otto, urls.office())).toContain(path)
    const again = { id: inputValue(await read(otto, path), 'id'), body: 'New council', on: decidedOn, reference: '' }
    expect((await otto.post(path, { ...again, on: '1.1.2020' })).status).toBe(422)
    for (const _ of ['once', 'again']) {
      const sent = await otto.postForm(path, { ...again, document: new File([onePagePdf('Again')], 'again.pdf') })
      expect(sent.status).toBe(303)
    }
    expect(await read(otto, path)).toContain('It is with the secretariat')
    const desk = urls.pactReaffirmation(again.id)
    expect(await read(anna, desk)).toContain('again.pdf, 1 page')
    expect((await anna.post(desk, { decision: 'return', words: '' })).status).toBe(422)
    for (const _ of ['once', 'again']) expect((await anna.post(desk, { decision: 'enter' })).status).toBe(303)
    expect((await signatoriesOf(app.db, body.id))[0]).toMatchObject({ status: 'signed', reaffirmedOn: decidedOn })
    expect(await read(otto, urls.office())).not.toContain(path)
  })
})
