/** From the front door: a town tells of its work, somebody from elsewhere reads it, others take it up. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { publicPage } from '../../../tests/public-page.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'

let app: PeopleApp
const other = { country: 'FR', slug: 'example-ville' } as const
const [odile, carla, rita, nora, sasha] = [
  ...(['odile@practices.example', 'carla@practices.example', 'rita@practices.example'] as const),
  ...(['nora@practices.example', 'sasha@practices.example'] as const),
] as const
beforeAll(async () => {
  app = await openPeopleApp()
  const otherId = (await findBySlug(app.db, other.country, other.slug))?.authority?.id ?? ''
  await app.give(odile, 'approver', { kind: 'authority', id: otherId })
  await app.give(carla, 'coordinator', app.associationScope)
  // A reviewer from the other country, and one from the town's own.
  await app.give(rita, 'reviewer', { kind: 'instance' })
  await app.give(rita, 'officer', { kind: 'authority', id: otherId })
  await app.give(nora, 'reviewer', { kind: 'instance' })
  await app.give(nora, 'coordinator', app.associationScope)
  await app.give(sasha, 'secretariat', { kind: 'instance' })
})
afterAll(() => app.close())

type Fields = Record<string, string>
const { as, read, post } = visitorsOf(() => app)
const [mine, theirs] = [urls.townPractices(town), urls.townPractices(other)]

const words = {
  ...{ language: 'en', section: 'prevention', cost: 'low', targets: 'parents', category: 'training' },
  ...{ action: 'network', yearFrom: '2024', articles: '5, 14', kinds: 'safe-sport', nobody: 'yes' },
  ...{ summary: 'Parents meet.', problem: 'Nobody asked.', done: 'We met.', results: 'Forty came.' },
  ...{ costNote: 'Little.', needs: 'A room.', evidence: 'https://town.example/report' },
  ...{ contactOffice: 'Youth office', contactMail: 'youth@town.example', contactLanguages: 'English, Nederlands' },
}

async function begin(fields: Fields): Promise<string> {
  const id = value(await read(approver, urls.practiceNew(mine)), 'id')
  const answer = await post(approver, urls.practiceNew(mine), { id, ...words, ...fields })
  expect(answer.headers.get('location')).toBe(`${urls.practiceDraft(mine, id)}?done=begun`)
  return id
}

const submit = (id: string) => post(approver, urls.practiceAct(mine, id, 'submit'), {})

async function decide(who: string, id: string, fields: Fields): Promise<Response> {
  const revision = value(await read(who, urls.practiceReview(id)), 'revision')
  return post(who, urls.practiceReview(id), { revision, ...fields })
}

async function published(fields: Fields): Promise<string> {
  const id = await begin(fields)
  expect((await submit(id)).status).toBe(303)
  expect((await decide(rita, id, { decision: 'publish' })).status).toBe(303)
  return id
}

const publicly = (path: string) => publicPage(app, path)

const edit = async (id: string, fields: Fields) => {
  const revision = value(await read(approver, urls.practiceEdit(mine, id)), 'revision')
  return post(approver, urls.practiceEdit(mine, id), { revision, ...words, ...fields })
}

describe('from a draft to the library', () => {
  test('it is read by somebody from elsewhere, returned with reasons, mended, and public', async () => {
    const id = await begin({ title: 'Evenings for parents', summary: '', nobody: '' })
    const tried = await submit(id)
    const html = await tried.text()
    expect([tried.status, htmlFaults(html)]).toEqual([422, []])
    for (const field of ['summary', 'nobody']) expect(html).toContain(`${urls.practiceEdit(mine, id)}#${field}`)
    expect((await edit(id, { title: 'Evenings for parents' })).status).toBe(303)
    expect((await submit(id)).status).toBe(303)
    expect((await app.request(urls.practice('en', id))).status).toBe(404)
    // Whoever knows the country too well only reads it.
    const near = await read(nora, urls.practiceReview(id))
    expect(near).toContain('from your own country')
    expect(near).not.toContain('name="decision"')
    const refused = await decide(rita, id, { decision: 'return', reasons: ' ' })
    expect(refused.status).toBe(422)
    expect((await post(nora, urls.practiceReview(id), { revision: '2', decision: 'publish' })).status).toBe(404)
    expect(await read(rita, urls.office())).toContain('Evenings for parents')
    await decide(rita, id, { decision: 'return', reasons: 'Say who came.' })
    expect(await read(approver, urls.practiceDraft(mine, id))).toContain('Say who came.')
    expect((await app.mails(approver)).find(({ subject }) => subject.includes('change something'))?.text).toContain(
      'Say who came.',
    )
    await edit(id, { title: 'Evenings for parents', results: 'Forty parents came.' })
    await submit(id)
    expect((await decide(sasha, id, { decision: 'publish' })).headers.get('location')).toBe(
      `${urls.instancePractices()}?done=decided`,
    )
    const page = await publicly(urls.practice('en', id))
    for (const said of ['Forty parents came.', 'youth@town.example', 'https://town.example/report', 'version 1'])
      expect(page).toContain(said)
  })

  test('a new version is read again while the old one stays public', async () => {
    const id = await published({ title: 'Walks to school', done: 'We walked.' })
    const address = urls.practice('en', id)
    expect(await publicly(address)).toContain('We walked.')
    await edit(id, { title: 'Walks to school', done: 'We walked and talked.' })
    await submit(id)
    expect(await publicly(address)).not.toContain('walked and talked')
    const review = await read(rita, urls.practiceReview(id))
    expect([review.includes('We walked.'), review.includes('We walked and talked.')]).toEqual([true, true])
    await decide(rita, id, { decision: 'publish' })
    await eventually(async () => expect(await publicly(address)).toContain('We walked and talked.'))
    await post(approver, urls.practiceAct(mine, id, 'withdraw'), {})
    await eventually(async () => expect(await publicly(address)).toContain('was withdrawn'))
    expect(await publicly(address)).not.toContain('We walked')
  })

  test('two officers at once: the second sees what the first wrote; other towns see no draft', async () => {
    const id = await begin({ title: 'Two at once' })
    const path = urls.practiceEdit(mine, id)
    const revision = value(await read(approver, path), 'revision')
    expect((await post(approver, path, { ...words, title: 'Two at once', revision, done: 'First.' })).status).toBe(303)
    const late = await post(approver, path, { ...words, title: 'Two at once', revision, done: 'Second.' })
    const html = await late.text()
    expect([late.status, htmlFaults(html)]).toEqual([409, []])
    expect([html.includes('First.'), html.includes('>Second.</textarea>')]).toEqual([true, true])
    expect((await (await as(odile)).get(urls.practiceDraft(theirs, id))).status).toBe(404)
    expect((await (await as(rita)).get(urls.practiceReview(id))).status).toBe(404)
  })

  test('what gives a place or a person away is refused, and what was typed stays', async () => {
    const wrong = { title: 'A house', done: 'Come to Kerkstraat 12', needs: 'Call 020 7946 0123' }
    const answer = await post(approver, urls.practiceNew(mine), { id: newId(), ...words, ...wrong })
    const html = await answer.text()
    expect([answer.status, htmlFaults(html)]).toEqual([422, []])
    for (const said of ['href="#done"', 'href="#needs"', 'Come to Kerkstraat 12']) expect(html).toContain(said)
  })

  test('the secretariat takes out what does harm; a reviewer cannot', async () => {
    const id = await published({ title: 'Too much told' })
    const reasons = 'One can tell who it is.'
    expect(await read(sasha, urls.otherPractice(urls.instancePractices(), id))).toContain(urls.practiceReview(id))
    expect(await read(odile, urls.otherPractice(theirs, id))).not.toContain(urls.practiceReview(id))
    expect((await decide(rita, id, { decision: 'take-down', reasons })).status).toBe(404)
    expect((await decide(sasha, id, { decision: 'take-down', reasons })).status).toBe(303)
    await eventually(async () => expect(await publicly(urls.practice('en', id))).toContain('was withdrawn'))
    expect(await read(approver, urls.practiceDraft(mine, id))).toContain(reasons)
  })
})

describe('the library', () => {
  test('finds words by POST and the rest by fixed values; the page of an Article names it', async () => {
    const id = await published({ title: 'Über die Straßenlampen', articles: '33', cost: 'high' })
    const find = async (fields: Fields) => {
      const body = new URLSearchParams(fields)
      const answer = await app.request(urls.practices('en'), { method: 'POST', body })
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
      return answer.text()
    }
    expect(await find({ q: 'uber strassenlampen' })).toContain(id)
    expect(await find({ q: 'uber nowhere' })).not.toContain(id)
    expect(await find({ q: 'uber', cost: 'none' })).not.toContain(id)
    const chosen = await app.request(urls.practices('en'), {
      method: 'POST',
      body: new URLSearchParams({ q: '', article: '33' }),
    })
    expect(chosen.headers.get('location')).toBe(urls.practices('en', { article: 33 }))
    expect(await publicly(urls.practices('en', { article: 33 }))).toContain(id)
    expect(await publicly(urls.practices('en', { article: 34 }))).not.toContain(id)
    await eventually(async () => expect(await publicly(urls.lanzaroteArticle('en', 33))).toContain(id))
  })

  test('each filter leaves what it asks for and nothing else', async () => {
    const id = await published({ title: 'A room for interviews', section: 'prosecution', kinds: 'child-helpline' })
    const row = await app.db.selectFrom('published.authority').select('population').where('slug', '=', town.slug)
    const people = (await row.executeTakeFirstOrThrow()).population ?? 0
    const size = people < 10_000 ? 'village' : people < 50_000 ? 'small' : people < 250_000 ? 'middle' : 'large'
    for (const [given, other] of [
      [{ p: 'prosecution' }, { p: 'protection' }],
      [{ kind: 'child-helpline' }, { kind: 'safe-sport' }],
      [{ size }, { size: size === 'large' ? 'village' : 'large' }],
      [{ language: 'en' }, { language: 'fr' }],
    ] as const) {
      await eventually(async () => expect([given, await publicly(urls.practices('en', given))].join()).toContain(id))
      expect([other, await publicly(urls.practices('en', other))].join()).not.toContain(id)
    }
  })

  test('tells on the page what was chosen from lists, and whom to ask in which languages', async () => {
    const page = await publicly(urls.practice('en', await published({ title: 'All fields' })))
    const text = page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
    for (const said of [
      ...['Belongs to Prevention', 'Cost Low cost', 'For Parents and carers', 'Category Training of adults'],
      ...['Type of action Network', 'Office to ask Youth office', 'The office answers in English, Dutch'],
    ])
      expect(text).toContain(said)
  })

  test('is printed in the language it is read in', async () => {
    const id = await published({ title: 'On paper' })
    const answer = await app.request(urls.practicePaper('ar', id, 'en'))
    expect(answer.status).toBe(200)
    const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    expect(pdf).toMatchObject({ language: 'ar', marked: true, claimsUa: true, everyFontEmbedded: true })
    expect(pdf.text).toContain('Forty came.')
    expect((await app.request(urls.practicePaper('en', id, 'fr'))).status).toBe(404)
  })

  test('shows collections of the secretariat in their order', async () => {
    const [first, second] = [await published({ title: 'Begin here' }), await published({ title: 'Go on here' })]
    const id = value(await read(sasha, urls.practiceCollectionNew()), 'id')
    const fields = { id, revision: '0', language: 'en', title: 'Small steps', sentence: 'One officer can begin.' }
    const lines = [second, first].map((one) => urls.practice('en', one)).join('\n')
    const wrong = await post(sasha, urls.practiceCollectionNew(), { ...fields, practices: newId() })
    expect(wrong.status).toBe(422)
    expect((await post(sasha, urls.practiceCollectionNew(), { ...fields, practices: lines })).status).toBe(303)
    const html = await publicly(urls.practiceCollection('en', id))
    expect(html.indexOf(first)).toBeGreaterThan(html.indexOf(second))
    expect(await publicly(urls.practices('fr'))).toContain('Small steps')
    await post(sasha, urls.practiceCollectionRemove(id), {})
    expect((await app.request(urls.practiceCollection('en', id))).status).toBe(404)
  })
})

describe('others', () => {
  test('translate it; the translation says when the original has changed, and how', async () => {
    const id = await published({ title: 'Quiet rooms', done: 'We painted.' })
    const path = urls.practiceTranslate(theirs, id, 'fr')
    const form = await read(odile, path)
    expect(form).toContain('We painted.')
    const machine = value(form, 'version')
    const said = { title: 'Salles calmes', summary: 'S', problem: 'P', done: 'Nous avons peint.', results: 'R' }
    const fields = { into: 'fr', version: machine, revision: '0', ...said, costNote: 'C', needs: 'N' }
    expect((await post(odile, urls.practiceTranslate(theirs, id), { ...fields, needs: '' })).status).toBe(422)
    expect((await post(odile, urls.practiceTranslate(theirs, id), fields)).status).toBe(303)
    const french = await publicly(urls.practice('fr', id))
    expect(french).toContain('Nous avons peint.')
    expect(french).toContain('data-origin="person"')
    expect(await publicly(urls.practice('en', id, 'fr'))).toMatch(/<h1 lang="?fr"? dir="?ltr"?>/)
    // Lists show the same words, to whoever reads French.
    const lists = (lang: string) => [urls.practices(lang), urls.lanzaroteArticle(lang, 14)]
    for (const list of lists('fr'))
      await eventually(async () => expect(await publicly(list)).toMatch(/<bdi lang="?fr"? dir="?ltr"?>Salles calmes/))
    for (const list of lists('en')) expect(await publicly(list)).toContain('Quiet rooms')
    expect((await app.mails(approver)).some(({ subject }) => subject.includes('was translated: ⁨Quiet rooms'))).toBe(
      true,
    )
    await edit(id, { title: 'Quiet rooms', done: 'We painted twice.' })
    await submit(id)
    await decide(rita, id, { decision: 'publish' })
    await eventually(async () => {
      const old = await publicly(urls.practice('fr', id))
      for (const text of ['L’original a changé', 'We painted.', 'We painted twice.']) expect(old).toContain(text)
    })
    const union = urls.associationPractices(association)
    const renewed = { ...fields, version: '2', revision: '1', done: 'Nous avons peint deux fois.' }
    expect((await post(carla, urls.practiceTranslate(union, id), renewed)).status).toBe(303)
    await eventually(async () => expect(await publicly(urls.practice('fr', id))).not.toContain('L’original a changé'))
    await post(approver, urls.practiceTranslationRemove(mine, id), { into: 'fr' })
    await eventually(async () => expect(await publicly(urls.practice('fr', id))).toContain('We painted twice.'))
  })

  test('say that they use it, and no longer; its town is told once', async () => {
    const id = await published({ title: 'Used elsewhere' })
    const path = (act: 'use' | 'end-use') => urls.otherPracticeAct(theirs, id, act)
    const chosen = await (await as(odile)).get(urls.practiceOffice(id))
    expect(chosen.headers.get('location')).toBe(urls.otherPractice(theirs, id))
    expect((await post(odile, path('use'), { sentence: 'Ask anna@town.example' })).status).toBe(422)
    for (const sentence of ['It works.', 'It works in winter, too.'])
      expect((await post(odile, path('use'), { sentence })).status).toBe(303)
    expect(await publicly(urls.practice('en', id))).toContain('It works in winter, too.')
    const told = (await app.mails(approver)).filter(({ subject }) => subject.includes('uses your practice'))
    expect(told).toHaveLength(1)
    expect((await post(approver, urls.otherPracticeAct(mine, id, 'use'), { sentence: 'Own.' })).status).toBe(404)
    expect((await post(odile, path('end-use'), {})).status).toBe(303)
    await eventually(async () => expect(await publicly(urls.practice('en', id))).not.toContain('in winter'))
  })

  test('ask its office, and both read the answers, nobody else', async () => {
    const id = await published({ title: 'Asked about' })
    const asking = { id: newId(), text: 'How many rooms?' }
    const sent = await post(odile, urls.otherPracticeAct(theirs, id, 'ask'), asking)
    const question = (sent.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
    expect(await read(approver, urls.office())).toContain('question about your practice waits')
    expect(await read(approver, urls.practiceQuestion(mine, question))).toContain('How many rooms?')
    const answer = { id: newId(), text: 'Two.' }
    expect((await post(approver, urls.practiceQuestion(mine, question), answer)).status).toBe(303)
    expect(await read(odile, urls.practiceQuestion(theirs, question))).toContain('Two.')
    expect((await app.mails(odile)).find(({ subject }) => subject.includes('has answered'))?.text).toContain('Two.')
    await post(odile, urls.practiceTakeOut(theirs, question), { id: answer.id })
    const left = await read(approver, urls.practiceQuestion(mine, question))
    expect([left.includes('Two.'), left.includes('What stood here was taken out.')]).toEqual([false, true])
    const region = (await findBySlug(app.db, 'NL', 'example-quiet-town'))?.authority?.id ?? ''
    await app.give('quinn@practices.example', 'approver', { kind: 'authority', id: region })
    const quiet = urls.townPractices({ country: 'NL', slug: 'example-quiet-town' })
    expect((await (await as('quinn@practices.example')).get(urls.practiceQuestion(quiet, question))).status).toBe(404)
    expect((await post('quinn@practices.example', urls.practiceQuestion(quiet, question), answer)).status).toBe(404)
  })

  test('an association and the secretariat ask, too; each reads its own answers', async () => {
    const id = await published({ title: 'Asked from afar' })
    const union = urls.associationPractices(association)
    for (const [who, practices] of [
      [carla, union],
      [sasha, urls.instancePractices()],
    ] as const) {
      expect(await read(who, urls.otherPractice(practices, id))).toContain('Ask the office')
      const path = urls.otherPracticeAct(practices, id, 'ask')
      expect((await post(who, path, { id: newId(), text: '' })).status).toBe(422)
      const asking = { id: newId(), text: `Who pays, asks ${who}?` }
      const [sent, again] = [await post(who, path, asking), await post(who, path, asking)]
      const question = (sent.headers.get('location') ?? '').split('?')[0]?.split('/').at(-1) ?? ''
      expect(again.headers.get('location')).toBe(sent.headers.get('location'))
      const own = await read(approver, urls.practiceQuestion(mine, question))
      expect(own.split(asking.text).length).toBe(2)
      expect(
        (await post(approver, urls.practiceQuestion(mine, question), { id: newId(), text: 'We do.' })).status,
      ).toBe(303)
      expect(await read(who, urls.office())).toContain('Your question about a practice was answered')
      expect(await read(who, practices)).toContain('Asked from afar')
      expect(await read(who, urls.practiceQuestion(practices, question))).toContain('We do.')
      const mail = (await app.mails(who)).find(({ subject }) => subject.includes('has answered'))
      expect(mail?.text).toContain(urls.practiceQuestion(practices, question))
      expect((await (await as(odile)).get(urls.practiceQuestion(theirs, question))).status).toBe(404)
      const elsewhere = practices === union ? urls.instancePractices() : union
      expect(
        (await (await as(practices === union ? sasha : carla)).get(urls.practiceQuestion(elsewhere, question))).status,
      ).toBe(404)
    }
  })
})
