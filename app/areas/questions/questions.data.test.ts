/** From the front door: a town asks its association, which answers, in the office and by mail. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { ensureAssociation } from '../associations/index.ts'
import { moveQuestions, questionsRetention, shareQuestions } from './index.ts'

let app: PeopleApp
const officer = 'olga@questions.example'
const [carla, colin] = ['carla@questions.example', 'colin@questions.example']
beforeAll(async () => {
  app = await openPeopleApp()
  await app.give(officer, 'officer', app.townScope)
  await app.give(carla, 'coordinator', app.associationScope)
  await app.give(colin, 'coordinator', app.associationScope)
})
afterAll(() => app.close())

type Fields = Record<string, string>
const { as, read, post } = visitorsOf(() => app)

async function ask(subject: string, more: Fields = {}, who = officer): Promise<string> {
  const form = await read(who, urls.townQuestionNew(town))
  const id = value(form, 'id')
  const answer = await post(who, urls.townQuestions(town), { id, subject, text: `About ${subject}?`, ...more })
  expect(answer.headers.get('location')).toBe(`${urls.townQuestion(town, id)}?done=asked`)
  return id
}
const seen = async (who: string, path: string) => value(await read(who, path), 'revision')
const inTown = (id: string) => urls.townQuestion(town, id)
const inUnion = (id: string) => urls.associationQuestion(association, id)

async function write(who: string, id: string, text: string) {
  const act = urls.townQuestionAct(town, id, 'write')
  return post(who, act, { id: newId(), revision: await seen(who, inTown(id)), text })
}
async function answer(who: string, id: string, text: string, next = 'answers') {
  const act = urls.associationQuestionAct(association, id, 'answer')
  return post(who, act, { id: newId(), revision: await seen(who, inUnion(id)), text, next })
}
async function does(who: string, id: string, act: 'take' | 'close' | 'note', more: Fields = {}) {
  const fields = { revision: await seen(who, inUnion(id)), ...more }
  return post(who, urls.associationQuestionAct(association, id, act), fields)
}
const state = async (id: string) =>
  (await app.db.selectFrom('office.question').select('state').where('id', '=', id).executeTakeFirst())?.state
const subjects = async (to: string) => (await app.mails(to)).map(({ subject }) => subject)

describe('a town asks', () => {
  test('from the foot of every page of its office, which is noted without what stands behind a "?"', async () => {
    const path = urls.officeFindings(town)
    const foot = await read(officer, `${path}?page=1`)
    const href = urls.townQuestionNew(town, path).replaceAll('&', '&amp;')
    expect(foot).toContain(`href="${href}"`)
    const form = await read(officer, urls.townQuestionNew(town, path))
    expect(form).toContain('Never write here about a child')
    expect(form).toContain(`href="${urls.country('en', 'NL')}"`)
    const id = await ask('Hours in winter', { from: value(form, 'from') })
    expect(await read(carla, inUnion(id))).toContain(`<bdi dir="ltr">${path}</bdi>`)
  })

  test('once, however often the form is sent; every coordinator is mailed the whole of it', async () => {
    const id = await ask('Sent twice')
    await post(officer, urls.townQuestions(town), { id, subject: 'Sent twice', text: 'About Sent twice?' })
    const mails = (await app.mails(carla)).filter(({ subject }) => subject === 'Example Town: Sent twice')
    expect(mails).toHaveLength(1)
    expect(mails[0]?.text).toContain('About Sent twice?')
    expect(mails[0]?.text).toContain(inUnion(id))
    // No mail comes back here in this instance: an answer by mail goes to who wrote.
    expect(mails[0]?.replyTo).toBe(officer)
    expect(await subjects(colin)).toContain('Example Town: Sent twice')
    expect(await subjects(officer)).not.toContain('Example Town: Sent twice')
  })

  test('and keeps what was typed where something is missing', async () => {
    const refused = await post(officer, urls.townQuestions(town), { id: newId(), subject: 'Half <b>', text: ' ' })
    const html = await refused.text()
    expect([refused.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain('value="Half &lt;b&gt;"')
    expect(html).toContain('href="#text"')
  })

  test('colleagues of the office see it; other towns and other associations see nothing', async () => {
    const id = await ask('Ours')
    expect(await read(approver, urls.townQuestions(town))).toContain('Ours')
    const scope = { kind: 'association', id: newId() } as const
    const other = { country: 'NL', slug: 'union-two', name: 'Two', names: {}, web: null, source: 'test' }
    await ensureAssociation(app.db, { id: scope.id, demonstration: true, ...other }, [], Temporal.Now.instant())
    await app.give('stranger@questions.example', 'coordinator', scope)
    const stranger = await as('stranger@questions.example')
    expect((await stranger.get(inUnion(id))).status).toBe(404)
    expect((await stranger.get(urls.associationQuestion({ country: 'NL', slug: 'union-two' }, id))).status).toBe(404)
    const theirs = urls.associationQuestionAct({ country: 'NL', slug: 'union-two' }, id, 'answer')
    expect((await stranger.post(theirs, { text: 'Mine now', revision: '1' })).status).toBe(404)
  })
})

describe('an association answers', () => {
  test('by mail and in the office; whoever takes care of it is written to alone', async () => {
    const id = await ask('A long talk')
    expect((await does(carla, id, 'take', { do: 'take' })).status).toBe(303)
    expect((await answer(carla, id, 'Which winter?', 'asks-back')).status).toBe(303)
    expect(await state(id)).toBe('waiting')
    expect(await read(officer, urls.office())).toContain('asked you something back')
    expect((await write(officer, id, 'The next one.\n\nAnd every one after.')).status).toBe(303)
    expect(await state(id)).toBe('open')
    expect(await subjects(carla)).toEqual(expect.arrayContaining(['Example Town: A long talk']))
    expect((await app.mails(colin)).filter(({ subject }) => subject.endsWith('A long talk'))).toHaveLength(1)
    expect((await app.mails(carla)).filter(({ subject }) => subject.endsWith('A long talk'))).toHaveLength(2)
    await answer(carla, id, 'Then enter an exception.')
    expect(await state(id)).toBe('answered')
    const [first, second] = (await app.mails(officer)).filter(({ subject }) => subject.endsWith('A long talk'))
    expect(first?.references).toEqual([expect.stringContaining('question.'), expect.stringContaining(id)])
    expect(second?.references?.slice(0, 2)).toEqual(first?.references)
    expect(second?.references).toContain(first?.messageId)
    expect(second?.replyTo).toBe('advice@example-association.example')
    // The approver has not taken part.
    expect(await subjects(approver)).not.toContain('Example Association of Towns: A long talk')
    const page = await read(officer, inTown(id))
    expect(page.indexOf('Which winter?')).toBeLessThan(page.indexOf('The next one.'))
    expect(page).toContain('Name of carla@questions.example')
  })

  test('with notes that the town never sees, in the office or by mail', async () => {
    const id = await ask('With a note')
    await does(carla, id, 'note', { id: newId(), text: 'Their mayor is new.' })
    expect(await read(colin, inUnion(id))).toContain('Their mayor is new.')
    expect(await read(officer, inTown(id))).not.toContain('mayor')
    expect((await app.mails(officer)).some(({ text }) => text.includes('mayor'))).toBe(false)
    expect(await state(id)).toBe('open')
  })

  test('while a colleague answers: the second one sees it, and what they typed stays', async () => {
    const id = await ask('Two at once')
    const revision = await seen(colin, inUnion(id))
    await answer(carla, id, 'From Carla.')
    const act = urls.associationQuestionAct(association, id, 'answer')
    const late = await post(colin, act, { id: newId(), revision, text: 'From Colin.', next: 'asks-back' })
    const html = await late.text()
    expect([late.status, htmlFaults(html)]).toEqual([409, []])
    expect(html).toContain('From Carla.')
    expect(html).toMatch(/<textarea[^>]*>From Colin\.<\/textarea>/)
    expect(html).toMatch(/value="asks-back"[^>]* checked/)
  })

  test('puts in what came by mail, with its day', async () => {
    const id = await ask('Came by mail')
    const path = urls.associationQuestionAct(association, id, 'paste')
    const revision = await seen(carla, inUnion(id))
    expect((await post(carla, path, { id: newId(), revision, text: 'Yes.', received: '31.2.2026' })).status).toBe(422)
    const fields = { id: newId(), revision, text: 'Yes, please.', received: '3.2.2026' }
    for (const _ of ['first', 'again']) expect((await post(carla, path, fields)).status).toBe(303)
    const page = await read(officer, inTown(id))
    expect(page).toContain('received by mail on 3 February 2026, put in by the association')
    expect(page.match(/Yes, please\./g)).toHaveLength(1)
  })

  test('finds questions by state and by town, in any spelling, and nothing typed stands in an address', async () => {
    const id = await ask('Find me')
    await answer(carla, id, 'Found.')
    expect(await read(carla, urls.associationQuestions(association, 'answered'))).toContain('Find me')
    expect(await read(carla, urls.associationQuestions(association, 'waiting'))).not.toContain('Find me')
    const find = async (name: string) =>
      (await post(carla, urls.associationQuestionsFind(association), { town: name })).text()
    expect(await find('exämple TOWN')).toContain('Find me')
    expect(await find('Nowhere')).not.toContain('Find me')
  })
})

describe('what ends', () => {
  test('a closed question opens again when the town writes', async () => {
    const id = await ask('Once more')
    await does(carla, id, 'close')
    expect(await state(id)).toBe('closed')
    await write(officer, id, 'One more thing.')
    expect(await state(id)).toBe('open')
    const act = urls.townQuestionAct(town, id, 'close')
    await post(officer, act, { revision: await seen(officer, inTown(id)) })
    expect(await state(id)).toBe('closed')
  })

  test('what tells of a case is taken out by either side, and nothing of it is kept', async () => {
    const id = await ask('Taken out', { text: 'The boy of number 7' })
    const [message] = await app.db
      .selectFrom('office.question_message')
      .select('id')
      .where('question', '=', id)
      .execute()
    const act = urls.associationQuestionAct(association, id, 'take-out')
    expect((await post(carla, act, { id: message?.id ?? '' })).status).toBe(303)
    expect(await read(officer, inTown(id))).toContain('What stood here was taken out.')
    const rows = await app.db.selectFrom('office.question_message').select('text').where('question', '=', id).execute()
    expect(rows).toEqual([{ text: '' }])
  })

  test('two years after it was closed it is gone, with what was said', async () => {
    const [old, young] = [await ask('Old'), await ask('Young')]
    for (const id of [old, young]) await does(carla, id, 'close')
    const at = (days: number) => new Date(Date.now() - days * 86_400_000)
    await app.db
      .updateTable('office.question')
      .set({ closed_at: at(732) })
      .where('id', '=', old)
      .execute()
    await app.db
      .updateTable('office.question')
      .set({ closed_at: at(730) })
      .where('id', '=', young)
      .execute()
    await sweep(app.db, questionsRetention.rules, Temporal.Now.instant())
    expect([await state(old), await state(young)]).toEqual([undefined, 'closed'])
    const left = app.db.selectFrom('office.question_message').select('id').where('question', '=', old)
    expect(await left.execute()).toEqual([])
  })

  test('goes with a merged town to its successor, and into each part of one that became several', async () => {
    const id = await ask('Whose now?')
    await answer(carla, id, 'Yours.')
    const others = await app.db
      .selectFrom('published.authority')
      .select('id')
      .where('slug', 'in', ['example-quiet-town', 'example-region'])
      .where('country', '=', 'NL')
      .execute()
    const [one = '', two = ''] = others.map((row) => row.id)
    const from = app.townScope.kind === 'authority' ? app.townScope.id : ''
    const asked = () =>
      app.db.selectFrom('office.question').select(['authority', 'id']).where('subject', '=', 'Whose now?').execute()
    await moveQuestions(app.db, from, one)
    expect(await asked()).toEqual([{ authority: one, id }])
    await shareQuestions(app.db, one, [from, two])
    const parts = await asked()
    expect(parts.map(({ authority }) => authority).toSorted()).toEqual([from, two].toSorted())
    for (const part of parts) {
      const said = app.db.selectFrom('office.question_message').select('text').where('question', '=', part.id)
      expect((await said.orderBy('at').execute()).map(({ text }) => text)).toEqual(['About Whose now??', 'Yours.'])
    }
  })
})
