/** From the front door, in German: a town's way from the letter of its council to the register. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputValue, signIn, type Visitor } from '../../../tests/sign-in.ts'
import { onePagePdf } from '../../platform/pdf/test-sent-pdf.ts'
import { findsMarked, marked, type ScanDaemon, scanDaemon } from '../../platform/virus-scan/test-daemon.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { signatoriesOf } from '../register/index.ts'
import { type FreshBody, freshBody } from './test-signing.ts'

let app: PeopleApp
let scanner: ScanDaemon
let [anna, bela]: [Visitor, Visitor] = [] as never
beforeAll(async () => {
  scanner = await scanDaemon(findsMarked)
  app = await openPeopleApp({ clamavUrl: scanner.url })
  const secretariat = { role: 'secretariat', scope: { kind: 'instance' } } as const
  anna = await signIn(app, 'Anna', [secretariat], 'de')
  bela = await signIn(app, 'Bela', [secretariat], 'de')
})
afterAll(() => Promise.all([app.close(), scanner.close()]))

type Fields = Record<string, string | File>
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')
const pdf = (line = 'Beschluss 14') => new File([onePagePdf(line)], 'beschluss.pdf', { type: 'application/pdf' })

async function read(who: Visitor, path: string): Promise<string> {
  const answer = await who.get(path)
  const html = await answer.text()
  expect(answer.status, path).toBe(200)
  expect(htmlFaults(html), path).toEqual([])
  return html
}

let people = 0
/** Officer and approver of a town that has not signed. */
async function officer(body: FreshBody, language = 'de'): Promise<Visitor> {
  people += 1
  const scope = { kind: 'authority', id: body.id } as const
  return signIn(
    app,
    `Olga${people}`,
    [
      { role: 'officer', scope },
      { role: 'approver', scope },
    ],
    language,
  )
}

/** @returns the address of the application. */
async function begin(who: Visitor, base: string, fields: Record<string, string> = { kind: 'office' }): Promise<string> {
  const id = inputValue(await read(who, base), 'id')
  const begun = await who.post(base, { id, ...fields })
  expect(begun.headers.get('location')).toBe(urls.application(base, id))
  return urls.application(base, id)
}

/** Fills a page in, and gives where it leads. */
async function fill(who: Visitor, application: string, page: string, fields: Fields): Promise<string> {
  const path = `${application}/${page}`
  const revision = inputValue(await read(who, path), 'revision')
  const answer = await who.postForm(path, { revision, ...fields })
  expect([page, answer.status]).toEqual([page, 303])
  return answer.headers.get('location') ?? ''
}

const decision = () => ({ body: 'Stadtrat', on: '15.1.2026', reference: 'B 14/2026', document: pdf() })
async function fillAll(who: Visitor, application: string, town = true): Promise<void> {
  await fill(who, application, 'decision', decision())
  await fill(who, application, 'office', { office: 'Bürgermeisteramt', person: 'Maria Muster' })
  await fill(who, application, 'contact', { name: 'Hauptamt', email: 'hauptamt@stadt.example', phone: '' })
  await fill(who, application, 'text', { text: '1.en', agree: 'yes' })
  if (town) await fill(who, application, 'ceremony', { held: 'no' })
}

/** The code of the last mail to an address. */
async function codeTo(address: string): Promise<string> {
  const text = (await app.mails(address)).at(-1)?.text ?? ''
  return /(?:[A-Z0-9]{3}-){5}[A-Z0-9]{3}/.exec(text)?.[0] ?? ''
}

async function proveByMail(who: Visitor, application: string, body: FreshBody): Promise<void> {
  const email = `amt@${body.domain}`
  expect((await who.post(`${application}/proof/mail`, { email })).status).toBe(303)
  const given = await who.post(`${application}/proof/code`, { code: (await codeTo(email)).toLowerCase() })
  expect(given.headers.get('location')).toBe(`${application}?done=proved`)
}

const deskOf = (application: string) => urls.pactApplication(application.split('/').at(-1) ?? '')

describe('a town’s way from the decision to the register', () => {
  test('page by page, left and resumed, returned once with reasons, agreed to by two people', async () => {
    const body = await freshBody(app.db)
    const olga = await officer(body)
    const application = await begin(olga, urls.townPact(body))
    expect(await read(olga, application)).toContain('Auf 5 Seiten fehlt noch etwas')
    expect(await fill(olga, application, 'decision', decision())).toBe(`${application}/office`)
    // Left, and gone on with by a colleague.
    const colleague = await officer(body)
    expect(await read(colleague, urls.office())).toContain(application)
    expect(await read(colleague, `${application}/decision`)).toContain('value="B 14/2026"')
    await fillAll(colleague, application)
    const check = await read(olga, `${application}/check`)
    for (const said of ['Stadtrat', '15. Januar 2026', 'beschluss.pdf, 1 Seite', 'Bürgermeisteramt', 'Hauptamt'])
      expect(check).toContain(said)
    const sent = await olga.post(`${application}/submit`)
    expect(sent.headers.get('location')).toBe(`${application}?done=submitted`)
    expect(await read(olga, application)).toContain('Zwei Personen des Sekretariats entscheiden')

    // Nothing can be agreed to before the office has shown that it may.
    const desk = deskOf(application)
    expect(await read(anna, urls.pactApplications())).toContain(body.name)
    expect((await anna.post(`${desk}/agree`)).status).toBe(422)
    await proveByMail(olga, application, body)

    const returned = await anna.post(`${desk}/return`, {
      reasons: 'decision-unclear',
      words: 'Im Beschluss steht nur „Kenntnisnahme“.',
      days: '3',
    })
    expect(returned.headers.get('location')).toBe(`${desk}?done=returned`)
    const back = await read(olga, application)
    for (const said of ['Der Beschluss sagt nicht', 'nur „Kenntnisnahme“', 'innerhalb von 3 Arbeitstagen']) {
      expect(back).toContain(said)
    }
    await fill(olga, application, 'decision', { ...decision(), reference: 'B 15/2026' })
    await olga.post(`${application}/submit`)

    expect((await anna.post(`${desk}/agree`)).headers.get('location')).toBe(`${desk}?done=agreed`)
    // Once more by the same person changes nothing.
    expect((await anna.post(`${desk}/agree`)).status).toBe(303)
    expect(await signatoriesOf(app.db, body.id)).toEqual([])
    const second = await read(bela, desk)
    expect(second).toContain('Eine Person hat zugestimmt')
    // She returned it before, which is history; that she agrees now is not shown.
    expect(second.split('Anna')).toHaveLength(2)
    expect((await bela.post(`${desk}/agree`)).headers.get('location')).toBe(`${desk}?done=signed`)

    const [signed] = await signatoriesOf(app.db, body.id)
    expect(signed).toMatchObject({ status: 'signed', textVersion: '1', textLanguage: 'en', demonstration: true })
    const number = signed?.number ?? 0
    for (const page of [application, urls.townPact(body)]) {
      const html = await read(olga, page)
      expect([html.includes(urls.registerEntry('de', number)), html.includes(urls.certificate('de', number))]).toEqual([
        true,
        true,
      ])
    }
    const history = await (await app.request(urls.registerHistory())).text()
    const line = JSON.parse(history.trim().split('\n').at(-1) ?? '')
    expect(line).toMatchObject({ act: 'signed', name: body.name, decided_on: '2026-01-15' })
    // Of the file that was sent, byte for byte; and of the text that was accepted, as everybody can fetch it.
    const text = await (await app.request(urls.pactTextFile('1', 'en'))).text()
    expect([line.document_sha256, line.text_sha256]).toEqual([sha256(onePagePdf('Beschluss 14')), sha256(text)])
    expect(JSON.stringify(line)).not.toContain('Muster')
    expect(await read(olga, application)).toContain(`Nummer ${signed?.number} des Registers`)
    // What was answered stands in the register alone, where it can be erased.
    const kept = await app.db
      .selectFrom('office.pact_application')
      .select('answers')
      .where('authority', '=', body.id)
      .execute()
    expect(kept).toEqual([{ answers: {} }])
    expect(await read(anna, desk)).toContain('Zugestimmt')
    const subjects = (await app.mails(`olga${people - 1}@people.example`)).map(({ subject }) => subject)
    expect(subjects).toEqual([
      expect.stringContaining('Ihr Antrag ist eingereicht; Entscheidung bis'),
      expect.stringContaining('Ihr Antrag kommt zurück – Der Beschluss sagt nicht, dass der Pakt unterzeichnet wird'),
      expect.stringContaining('Ihr Antrag ist eingereicht'),
      expect.stringContaining(`hat den Pakt unterzeichnet: Nummer ${signed?.number}`),
    ])
  })

  test('what is missing keeps it from being handed in; what was typed stays', async () => {
    const body = await freshBody(app.db)
    const olga = await officer(body)
    const application = await begin(olga, urls.townPact(body))
    const early = await olga.post(`${application}/submit`)
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('Auf der Seite „Der Beschluss“ fehlt etwas')
    const path = `${application}/decision`
    for (const [fields, told] of [
      [{ on: '31.2.2026' }, 'Geben Sie einen Tag ein'],
      [{ on: '1.1.2099' }, 'Dieser Tag kommt erst noch'],
      [{ body: ' ' }, 'Wer beschlossen hat: Füllen Sie das Feld aus'],
      [{ document: new File(['<html>'], 'x.pdf') }, 'kein PDF, das sich öffnen lässt'],
    ] as const) {
      const refused = await olga.postForm(path, { revision: '0', ...decision(), ...fields })
      const html = await refused.text()
      expect([told, refused.status, htmlFaults(html)]).toEqual([told, 422, []])
      expect(html).toContain(told)
      expect(html).toContain('value="B 14/2026"')
    }
    const unread = await olga.post(`${application}/text`, { revision: '0', text: '1.en' })
    expect(unread.status).toBe(422)
    expect((await olga.post(`${application}/text`, { revision: '0', text: '9.en', agree: 'yes' })).status).toBe(422)
  })

  test('a decision with a virus is told and not kept, what was typed stays; a clean one goes on', async () => {
    const body = await freshBody(app.db)
    const olga = await officer(body)
    const application = await begin(olga, urls.townPact(body))
    const path = `${application}/decision`
    const kept = () => app.db.selectFrom('office.pact_document').select('id').execute()
    const before = await kept()
    const sent = await olga.postForm(path, { revision: '0', ...decision(), document: pdf(`Beschluss ${marked}`) })
    const html = await sent.text()
    expect([sent.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain('In diesem Dokument wurde ein Virus gefunden')
    for (const typed of ['Stadtrat', '15.1.2026', 'B 14/2026']) expect(html).toContain(`value="${typed}"`)
    expect(await kept()).toEqual(before)
    expect(await read(olga, path)).not.toContain('value="Stadtrat"')
    const again = { revision: inputValue(html, 'revision'), ...decision() }
    expect((await olga.postForm(path, again)).headers.get('location')).toBe(`${application}/office`)
    expect(await kept()).toHaveLength(before.length + 1)
    const [document] = await app.db
      .selectFrom('office.pact_document')
      .select(['name', 'scanned'])
      .where('application', '=', application.split('/').at(-1) ?? '')
      .execute()
    expect(document).toEqual({ name: 'beschluss.pdf', scanned: true })
  })

  test('two officers on one page: the second sees what the first wrote', async () => {
    const body = await freshBody(app.db)
    const [one, two] = [await officer(body), await officer(body)]
    const application = await begin(one, urls.townPact(body))
    await fill(one, application, 'office', { office: 'Bürgermeisteramt', person: '' })
    const late = await two.post(`${application}/office`, { revision: '0', office: 'Stadtdirektion', person: '' })
    const html = await late.text()
    expect([late.status, htmlFaults(html)]).toEqual([409, []])
    for (const said of ['Bürgermeisteramt', 'value="Stadtdirektion"']) expect(html).toContain(said)
    // The form knows the newer one now.
    const again = { revision: inputValue(html, 'revision'), office: 'Stadtdirektion', person: '' }
    expect((await two.post(`${application}/office`, again)).status).toBe(303)
    // Others see none of it.
    const stranger = await officer(await freshBody(app.db))
    expect((await stranger.get(application)).status).toBe(404)
  })
})

test('whoever names a merged town is led to its successor', async () => {
  const renate = await signIn(app, 'Renate', [], 'en')
  const base = urls.applyPact()
  const id = inputValue(await read(renate, base), 'id')
  await renate.post(base, { id, kind: 'representative', country: 'NL' })
  const path = urls.applicationPage(base, id, 'body')
  const revision = inputValue(await read(renate, path), 'revision')
  expect((await renate.postForm(path, { revision, name: 'Example Former Town' })).status).toBe(303)
  expect(await read(renate, path)).toContain('value="Example Town"')
})

describe('nobody decides on their own', () => {
  test('not with a role in the town, nor on what they wrote', async () => {
    const body = await freshBody(app.db)
    const olga = await officer(body)
    const application = await begin(olga, urls.townPact(body))
    await fillAll(olga, application)
    await olga.post(`${application}/submit`)
    await proveByMail(olga, application, body)
    const carl = await signIn(app, 'Carl', [
      { role: 'secretariat', scope: { kind: 'instance' } },
      { role: 'facilitator', scope: { kind: 'authority', id: body.id } },
    ])
    const desk = deskOf(application)
    expect(await read(carl, desk)).toContain('You work for a body that signs')
    for (const act of ['agree', 'return']) {
      const refused = await carl.post(`${desk}/${act}`, { reasons: 'other', words: 'No', days: '3' })
      expect([act, refused.status]).toEqual([act, 422])
    }
    await app.give('olga-writes@people.example', 'secretariat', { kind: 'instance' })
    await app.db
      .insertInto('office.pact_writer')
      .values({ application: application.split('/').at(-1) ?? '', person: anna.id, first_at: new Date() })
      .execute()
    expect((await anna.post(`${desk}/agree`)).status).toBe(422)
    expect((await bela.post(`${desk}/agree`)).status).toBe(303)
    expect((await olga.post(`${application}/take-back`)).status).toBe(303)
    // What was agreed to before it was taken back holds no longer.
    const left = app.db.selectFrom('office.pact_agreement').selectAll().where('person', '=', bela.id)
    expect(await left.execute()).toEqual([])
  })
})

describe('signing together', () => {
  test('each confirms in its own office; all are handed in and entered at once', async () => {
    const [here, there] = [await freshBody(app.db), await freshBody(app.db)]
    const [olga, theirs] = [await officer(here), await officer(there, 'en')]
    const application = await begin(olga, urls.townPact(here))
    const invite = async (fields: Record<string, string>) =>
      olga.post(`${application}/invite`, { country: 'NL', ...fields })
    expect((await invite({ body: 'Nowhere at all' })).status).toBe(422)
    expect((await invite({ body: (await freshBody(app.db)).name })).status).toBe(422)
    expect((await invite({ body: there.name })).status).toBe(303)
    await fillAll(olga, application)
    expect((await olga.post(`${application}/submit`)).headers.get('location')).toBe(`${application}?done=ready`)

    const stand = await read(theirs, urls.townPact(there))
    const other = /href="([^"]*\/pact\/[0-9a-f-]{36})"/.exec(stand)?.[1] ?? ''
    expect(await read(theirs, other)).toContain(`${here.name} asks you to sign together`)
    await fillAll(theirs, other, false)
    expect((await theirs.post(`${other}/submit`)).headers.get('location')).toBe(`${other}?done=submitted`)
    const desk = deskOf(application)
    expect(await read(anna, desk)).toContain(there.name)
    await proveByMail(olga, application, here)
    // Each has to show that it may.
    expect((await anna.post(`${desk}/agree`)).status).toBe(422)
    await proveByMail(theirs, other, there)
    for (const who of [anna, bela]) expect((await who.post(`${desk}/agree`)).status).toBe(303)
    const [one] = await signatoriesOf(app.db, here.id)
    const [two] = await signatoriesOf(app.db, there.id)
    expect(one?.joint).toBeTruthy()
    expect(two).toMatchObject({ joint: one?.joint, number: (one?.number ?? 0) + 1 })
  })
})
