/** From the front door: what an association says for its country reaches families and towns at once, with its source. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'

let app: PeopleApp
const [anna, bert] = ['anna@union.example', 'bert@union.example'] as const
beforeAll(async () => {
  app = await openPeopleApp()
  for (const email of [anna, bert]) await app.give(email, 'coordinator', app.associationScope)
})
afterAll(() => app.close())

type Fields = Record<string, string>

const { as, read, post } = visitorsOf(() => app)
const asNobody = async (path: string) => {
  const answer = await app.nobody.get(path)
  return { status: answer.status, html: await answer.text() }
}

/** Every node hears of a change within moments. */
async function familiesRead(path: string, wanted: string, unwanted = 'nothing of the sort') {
  await eventually(async () => {
    const { html } = await asNobody(path)
    expect(html).toContain(wanted)
    expect(html).not.toContain(unwanted)
  })
}

const topic = 'time-to-report'
const note = urls.officeLegalNote('NL', topic)
const words: Fields = {
  text: 'Je kunt het nog lang zeggen.',
  law: 'Voorbeeldwet',
  article: 'artikel 9',
  url: 'https://law.example/nine',
  checkedOn: '2026-03-03',
}

async function save(who: string, given: Fields = words, into = 'nl') {
  const revision = value(await read(who, `${note}?into=${into}`), 'revision')
  return post(who, note, { revision, into, ...given })
}
const publish = async (who: string) =>
  post(who, `${note}/publish`, { revision: value(await read(who, note), 'revision') })

test('without a source nothing is kept, and what was typed stays in the form', async () => {
  const refused = await save(anna, { ...words, url: '', law: '' })
  const html = await refused.text()
  expect([refused.status, htmlFaults(html)]).toEqual([422, []])
  expect(html).toContain('Je kunt het nog lang zeggen.')
  expect(html).toContain('Enter the name of the law')
  expect(await app.db.selectFrom('office.legal_note').select('topic').where('topic', '=', topic).execute()).toEqual([])
})

test('a note is public with its source and its day, from the country, the guides and services, never as advice', async () => {
  const page = urls.legalNotes('en', 'NL')
  expect((await save(anna)).status).toBe(303)
  expect((await asNobody(page)).html).not.toContain('Je kunt het nog lang zeggen.')
  // As families will read it, beside what is published about other topics; for the office alone.
  const preview = urls.officeLegalPreview('NL', topic, 'ar')
  const written = await read(anna, note)
  expect(written).toContain(`href="${preview}"`)
  const [, list = ''] = /href="([^"]+\/reach)"[^>]*>\s*See all towns of the country/.exec(written) ?? []
  expect(await read(anna, list)).toContain('Example Town')
  const shown = await read(anna, preview)
  expect(htmlFaults(shown)).toEqual([])
  for (const said of ['dir="rtl"', 'noindex', 'Je kunt het nog lang zeggen.', 'id="who-must-report"'])
    expect(shown).toContain(said)
  expect((await asNobody(preview)).html).not.toContain('Je kunt het nog lang zeggen.')
  expect((await (await as(anna)).get(urls.officeLegalPreview('NL', 'age-of-consent', 'en'))).status).toBe(404)
  expect((await (await as(anna)).get(urls.officeLegalPreview('NL', topic, 'xx'))).status).toBe(404)
  expect((await publish(anna)).headers.get('location')).toContain('done=published')
  await familiesRead(page, 'Je kunt het nog lang zeggen.')
  const { html } = await asNobody(page)
  expect(htmlFaults(html)).toEqual([])
  expect(html).toContain('Voorbeeldwet')
  expect(html).toContain('href="https://law.example/nine"')
  expect(html).toContain('It is no legal advice')
  // The demonstration's note of 14 months ago.
  expect(html).toContain('more than a year ago')
  expect((await asNobody(urls.country('en', 'NL'))).html).toContain(`href="${page}"`)
  expect((await asNobody(urls.guide('en', 'first-24-hours', 'NL'))).html).toContain(`href="${page}"`)
  const { rows } = { rows: await app.db.selectFrom('published.service').select(['id', 'authority']).execute() }
  const id = (await findBySlug(app.db, town.country, town.slug))?.authority?.id
  const service = rows.find(({ authority }) => authority === id)?.id ?? ''
  expect((await asNobody(urls.service('en', town, service))).html).toContain(`href="${page}#age-to-go-alone"`)
  const form = await read(approver, urls.officeServicePart(town, service, 'conditions'))
  expect(form).toContain(`href="${page}"`)
  // The page of help itself has no byte to spare.
  expect((await asNobody(urls.town('en', town))).html).not.toContain('legal-notes')
})

test('a translation by machine says so above the words, and falls behind when the note changes', async () => {
  await save(anna, { text: 'Du kannst es noch lange sagen.', machine: 'yes' }, 'de')
  await publish(anna)
  await familiesRead(urls.legalNotes('de', 'NL'), 'Du kannst es noch lange sagen.')
  const { html } = await asNobody(urls.legalNotes('de', 'NL'))
  expect(html).toContain('data-origin="machine"')
  await save(anna, { ...words, text: 'Je kunt het altijd zeggen.' })
  expect(await read(anna, `${note}?into=de`)).toContain('Je kunt het altijd zeggen.')
})

test('two who write at once: the second sees what the first wrote and keeps what they typed', async () => {
  const revision = value(await read(anna, note), 'revision')
  const send = (who: string, text: string) => post(who, note, { ...words, revision, into: 'nl', text })
  expect((await send(bert, 'Van Bert.')).status).toBe(303)
  const late = await send(anna, 'Van Anna.')
  const html = await late.text()
  expect([late.status, htmlFaults(html)]).toEqual([409, []])
  expect(html).toContain('Van Anna.')
  expect(html).toContain('Van Bert.')
})

test('with two pairs of eyes who wrote does not publish', async () => {
  await post(anna, urls.officeLegalTwoPairs('NL'), { on: 'yes' })
  await save(anna, { ...words, text: 'Van Anna alleen.' })
  const own = await publish(anna)
  expect([own.status, (await own.text()).includes('another person publishes it')]).toEqual([409, true])
  await app.give('cora@union.example', 'coordinator', app.associationScope)
  expect((await publish('cora@union.example')).headers.get('location')).toContain('done=published')
  await post(anna, urls.officeLegalTwoPairs('NL'), { on: 'no' })
})

test('a note that is a year old is asked for again, and a withdrawn one is gone from every page', async () => {
  expect(await read(anna, urls.office())).toContain('legal note')
  await familiesRead(urls.legalNotes('en', 'NL'), 'Van Anna alleen.')
  expect((await post(anna, urls.officeLegalAct('NL', topic, 'withdraw'), {})).status).toBe(303)
  await familiesRead(urls.legalNotes('en', 'NL'), 'What the law says', 'Van Anna alleen.')
  expect((await asNobody(urls.legalNotes('en', 'FR'))).status).toBe(404)
  expect((await asNobody(urls.country('en', 'FR'))).html).not.toContain('legal-notes')
})

const letters = urls.associationLetters(association)

test('a letter reaches the towns of the association filled in, and every change of it at once', async () => {
  const list = await read(anna, letters)
  const id = value(list, 'id')
  const fields = { id, language: 'nl', title: 'Aan de scholen van {town}', body: 'Beste school,\n\nKom.\n{office}' }
  const started = await post(anna, letters, fields)
  expect(started.headers.get('location')).toContain('done=started')
  expect(await read(approver, urls.officeModelLetters(town))).not.toContain('Aan de scholen')
  const path = urls.associationLetter(association, id)
  const show = async () => value(await read(anna, path), 'revision')
  // Before it is published, the coordinator reads it as a member will, with that member's name.
  expect(await read(anna, path)).toMatch(/As a town finds it[\s\S]*Aan de scholen van \u2068[^{\u2069]+\u2069/)
  expect(await read(anna, `${path}?into=fr`)).not.toContain('As a town finds it')
  // What an office writes above its letters is its own: the name of the town stands for it here.
  await sql`insert into office.letter_sender (authority, lines, revision, changed_at, changed_by_person)
    select id, 'Ms Private Person', 1, now(), null from published.authority`.execute(app.db)
  expect(await read(anna, path)).not.toContain('Private Person')
  expect(await read(anna, path)).toMatch(/Beste school,[\s\S]*\u2068[^{\u2069]+\u2069[\s\S]*<\/main>/)
  expect(await read(anna, path)).toMatch(/\d+ towns? of your association/)
  const [, members = ''] = /href="([^"]+)"[^>]*>\s*See which members these are/.exec(await read(anna, path)) ?? []
  expect(await read(anna, members)).toContain('Example Town')
  await post(anna, `${path}/publish`, { revision: await show() })
  const office = urls.officeModelLetters(town)
  expect(await read(approver, office)).toContain('Aan de scholen')
  const one = urls.officeModelLetter(town, id, 'nl')
  expect(await read(approver, one)).toMatch(/Aan de scholen van \u2068Voorbeeldstad\u2069[\s\S]*Ms Private Person/)
  const file = async (format: 'docx' | 'pdf' | 'txt') =>
    new Uint8Array(
      await (await (await as(approver)).get(urls.officeModelLetterFile(town, id, 'nl', format))).arrayBuffer(),
    )
  const start = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.slice(0, 4))
  expect([start(await file('docx')), start(await file('pdf'))]).toEqual(['PK\u0003\u0004', '%PDF'])
  expect(new TextDecoder().decode(await file('txt'))).toContain('Beste school,')
  await post(anna, path, { revision: await show(), into: 'nl', title: fields.title, body: 'Lieve school.' })
  expect(await read(approver, one)).not.toContain('Lieve school.')
  await post(anna, `${path}/publish`, { revision: await show() })
  expect(await read(approver, one)).toContain('Lieve school.')
  await post(anna, `${path}/withdraw`, {})
  expect((await (await as(approver)).get(one)).status).toBe(404)
})

test('a letter with braces that stand for nothing is refused with what was typed', async () => {
  const fields = { id: value(await read(anna, letters), 'id'), language: 'nl', title: 'Aan {wie}', body: 'Dag' }
  const refused = await post(anna, letters, fields)
  const html = await refused.text()
  expect([refused.status, htmlFaults(html)]).toEqual([422, []])
  expect(html).toContain('value="Aan {wie}"')
})

test('a town of another association finds none of its letters', async () => {
  const stranger = (await findBySlug(app.db, 'DE', 'example-stadt'))?.authority
  await app.give('officer@stadt.example', 'officer', { kind: 'authority', id: stranger?.id ?? '' })
  const html = await read('officer@stadt.example', urls.officeModelLetters({ country: 'DE', slug: 'example-stadt' }))
  expect(html).toContain('has published no letter yet')
})
