/** Mails as a mail server hands them over, into questions of the real office. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { actOf } from '../../../platform/audit/audit.ts'
import { newId } from '../../../platform/ids.ts'
import { questionsDepsOf } from '../../../questions-deps.ts'
import { urls } from '../../../urls.ts'
import { openPeopleApp, type PeopleApp, town } from '../../accounts/people/test-people.ts'
import { askQuestion, type QuestionsDeps, receiveMail, writeMessage } from '../index.ts'

let app: PeopleApp
let deps: QuestionsDeps
let [officer, carla] = ['', '']
beforeAll(async () => {
  app = await openPeopleApp()
  officer = await app.give('olga@questions.example', 'officer', app.townScope)
  carla = await app.give('carla@questions.example', 'coordinator', app.associationScope)
  const given = questionsDepsOf(app.services)
  deps = { ...given, config: { ...given.config, mailReplyTo: 'answers+{token}@towns.example' } }
})
afterAll(() => app.close())

const idOf = (scope: PeopleApp['townScope']) => ('id' in scope ? scope.id : '')
const act = (name: string, person: string) => ({
  ...actOf('person', name, app.services.clock.now()),
  person: { id: person, roles: [] },
})

/** A question that the association has asked back about. @returns the address that the officer answers to. */
async function asked(subject: string) {
  const id = newId()
  const [authority, association] = [idOf(app.townScope), idOf(app.associationScope)]
  await askQuestion(deps, act('questions.ask', officer), authority, {
    id,
    association,
    subject,
    text: 'Hours?',
    page: null,
  })
  const writing = { message: { id: newId(), text: 'Which winter?' }, does: 'asks-back' } as const
  await writeMessage(deps, act('questions.answer', carla), { side: 'association', id: association }, id, writing)
  const mail = (await app.mails('olga@questions.example')).find((one) => one.subject.endsWith(subject))
  return { id, to: mail?.replyTo ?? '', mail }
}
const example = (name: string, to: string, change: (text: string) => string = (text) => text) =>
  new TextEncoder().encode(
    change(readFileSync(new URL(`examples/${name}.eml`, import.meta.url), 'utf8').replaceAll('{to}', to)).replaceAll(
      '\n',
      '\r\n',
    ),
  )
const said = (id: string) =>
  app.db
    .selectFrom('office.question_message')
    .select(['text', 'quoted', 'side', 'way', 'person', 'files'])
    .where('question', '=', id)
    .orderBy('at')
    .execute()
const state = async (id: string) =>
  (await app.db.selectFrom('office.question').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

test('an answer becomes a message of the person, once; what it quotes is folded, and the association is told', async () => {
  const { id, to, mail } = await asked('By mail')
  expect(mail?.text.startsWith('=== Write your answer above this line ===')).toBe(true)
  const bytes = example('gmail', to)
  expect(await receiveMail(deps, bytes, undefined)).toBe('taken')
  expect(await receiveMail(deps, bytes, to)).toBe('again')
  const last = (await said(id)).at(-1)
  expect(last).toMatchObject({
    text: 'The next one – and every one after.',
    side: 'town',
    way: 'mail',
    person: officer,
  })
  expect(last?.quoted).toContain('Which winter?')
  expect(await state(id)).toBe('open')
  const told = (await app.mails('carla@questions.example')).filter(({ subject }) => subject.endsWith('By mail'))
  expect(told.at(-1)?.text).toContain('The next one')
  const page = await (await (await app.signIn('olga@questions.example')).get(urls.townQuestion(town, id))).text()
  expect(page).toContain('What the mail repeats of earlier ones')
  const coordinators = await app.db
    .selectFrom('office.question_message')
    .select('id')
    .where('question', '=', id)
    .execute()
  expect(coordinators).toHaveLength(3)
})

test('the coordinator answers in the same way, which answers the question', async () => {
  const { id } = await asked('To the union')
  const mail = (await app.mails('carla@questions.example')).find(({ subject }) => subject.endsWith('To the union'))
  const theirs = (text: string) =>
    text.replaceAll('olga@questions.example', 'carla@questions.example').replace('5e4c2a10', newId())
  expect(await receiveMail(deps, example('thunderbird', mail?.replyTo ?? '', theirs), undefined)).toBe('taken')
  expect((await said(id)).at(-1)).toMatchObject({ side: 'association', person: carla })
  expect(await state(id)).toBe('answered')
})

test('files are not taken, which is said in the office and to the sender', async () => {
  const { id, to } = await asked('With files')
  expect(await receiveMail(deps, example('with-files', to), undefined)).toBe('taken')
  expect((await said(id)).at(-1)).toMatchObject({ text: 'See the list.', files: 1 })
  const told = (await app.mails('olga@questions.example')).filter(({ subject }) =>
    subject.startsWith('Files of your mail'),
  )
  expect(told).toHaveLength(1)
})

test('another sender changes nothing; the person to whom the address belongs is told, the sender never', async () => {
  const { id, to } = await asked('Forged')
  const forged = example('thunderbird', to, (text) => text.replaceAll('olga@questions.example', 'mallory@evil.example'))
  expect(await receiveMail(deps, forged, undefined)).toBe('sender')
  expect(await said(id)).toHaveLength(2)
  expect(await app.mails('mallory@evil.example')).toEqual([])
  const told = (await app.mails('olga@questions.example')).filter(({ subject }) =>
    subject.includes('did not get through'),
  )
  expect(told).toHaveLength(1)
})

test('a stolen address is of no use to somebody else with an account', async () => {
  const { id, to } = await asked('Stolen')
  const bytes = example('thunderbird', to, (text) =>
    text.replaceAll('olga@questions.example', 'carla@questions.example'),
  )
  expect(await receiveMail(deps, bytes, undefined)).toBe('sender')
  expect(await said(id)).toHaveLength(2)
})

test.each([
  ['out-of-office', 'automatic'],
  ['bounce', 'automatic'],
  ['quote-only', 'empty'],
])('%s: %s', async (name, outcome) => {
  const { id, to } = await asked(`Not taken: ${name}`)
  expect(await receiveMail(deps, example(name, to), undefined)).toBe(outcome)
  expect(await said(id)).toHaveLength(2)
})

test('what is too long or too large is told, and nothing of it kept', async () => {
  const { id, to } = await asked('Too much')
  const long = example('with-files', to, (text) =>
    text.replace('See the list.', 'word '.repeat(2_000)).replace('files-1', newId()),
  )
  expect(await receiveMail(deps, long, undefined)).toBe('long')
  const large = Buffer.concat([example('thunderbird', to), Buffer.alloc(10_000_001, 'x')])
  expect(await receiveMail(deps, large, undefined)).toBe('size')
  expect(await said(id)).toHaveLength(2)
})

test('who no longer works there answers nothing, and an address that nobody was given leads nowhere', async () => {
  const { id, to } = await asked('Left')
  expect(await receiveMail(deps, example('gmail', 'answers@towns.example'), undefined)).toBe('nobody')
  expect(await receiveMail(deps, example('gmail', to.replace(/\+.{5}/, '+aaaaa')), undefined)).toBe('nobody')
  await app.db.deleteFrom('accounts.role').where('person', '=', officer).execute()
  expect(
    await receiveMail(
      deps,
      example('gmail', to, (text) => text.replace('CAGmailExample1', newId())),
      undefined,
    ),
  ).toBe('nobody')
  expect(await said(id)).toHaveLength(2)
})

test('without the setting no mail is an answer', async () => {
  expect(await receiveMail(questionsDepsOf(app.services), example('gmail', 'answers@towns.example'), undefined)).toBe(
    'nobody',
  )
})
