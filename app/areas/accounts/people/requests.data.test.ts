import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { createPeople } from './jobs.ts'
import { takeOutOfIntake } from './requests.ts'
import { approver, association, linkIn, openPeopleApp, type PeopleApp, townPeople } from './test-people.ts'

let app: PeopleApp
beforeEach(async () => {
  app = await openPeopleApp()
})
afterEach(() => app.close())

const asker = 'asker@example-town.example'
const confirm = urls.joinConfirm('').split('?')[0] ?? ''

function form(fields: Record<string, string> = {}) {
  const authority = app.townScope.kind === 'authority' ? app.townScope.id : ''
  const town = { town: 'Example Town', searched: 'Example Town', authority }
  return { ...town, name: 'Ada Asker', email: asker, post: 'Youth services', ...fields }
}

const inIntake = async () =>
  (await sql<{ email: string }>`select email from intake.join_request order by email`.execute(app.db)).rows

async function asked(fields: Record<string, string> = {}) {
  const answer = await app.nobody.post(urls.join(), form(fields))
  await takeOutOfIntake(app.services)
  const mail = (await app.mails(fields['email'] ?? asker)).at(-1)
  return { answer, mail }
}

async function confirmed(fields: Record<string, string> = {}) {
  const { mail } = await asked(fields)
  const { token, path } = linkIn(mail)
  const answer = await app.nobody.post(confirm, { token })
  const row = await app.db.selectFrom('accounts.join_request').select('id').executeTakeFirstOrThrow()
  return { token, path, answer, one: urls.peopleRequest(townPeople, row.id) }
}

test('the form says beforehand what it is not for, and where to go instead', async () => {
  const page = await (await app.nobody.get(urls.join())).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page.indexOf('not the place to report')).toBeGreaterThan(0)
  expect(page.indexOf('not the place to report')).toBeLessThan(
    page.indexOf('<form method="post" action="/sign-in/join"'),
  )
  expect(page).toContain('href="/en"')
  expect(await (await app.nobody.get(urls.signIn())).text()).toContain(`href="${urls.join()}"`)
  expect((await app.nobody.get('/en')).status).toBe(200)
})

test('the town is looked for by name, then chosen; nothing typed is lost on the way', async () => {
  const { town, searched, authority, ...person } = form()
  const first = await app.nobody.post(urls.join(), { ...person, town })
  expect(first.status).toBe(200)
  const page = await first.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain(`value="${authority}"`)
  expect(page).toContain('value="Ada Asker"')
  expect(await inIntake()).toEqual([])
  const unchosen = await app.nobody.post(urls.join(), { ...person, town, searched })
  expect(unchosen.status).toBe(422)
  const other = await app.nobody.post(urls.join(), { ...person, town: 'Qqqqzzz', searched, authority })
  expect(other.status).toBe(422)
  const faulty = await app.nobody.post(urls.join(), form({ email: 'nobody', name: '', post: '' }))
  expect(faulty.status).toBe(422)
  const text = await faulty.text()
  expect(htmlFaults(text)).toEqual([])
  expect(text).toContain('value="nobody"')
  expect(await inIntake()).toEqual([])
})

test('whoever asks gets the same answer, known or not; what they say goes only into the intake', async () => {
  await app.give('known@x.example', 'officer', app.townScope)
  const known = await app.nobody.post(urls.join(), form({ email: 'known@x.example' }))
  const unknown = await app.nobody.post(urls.join(), form({ email: 'unknown@x.example' }))
  expect(known.status).toBe(unknown.status)
  expect([...known.headers]).toEqual([...unknown.headers])
  const page = await app.nobody.get(known.headers.get('location') ?? '')
  expect(htmlFaults(await page.text())).toEqual([])
  expect(await inIntake()).toEqual([{ email: 'known@x.example' }, { email: 'unknown@x.example' }])
  expect(await app.db.selectFrom('accounts.join_request').select('id').execute()).toEqual([])
})

test('what somebody asks goes through the door of the intake alone', async () => {
  const { database } = app.services
  const taken: string[] = []
  const take = database.take
  database.take = async (insert) => {
    taken.push('take')
    await take(insert)
  }
  await app.nobody.post(urls.join(), form())
  expect(taken).toEqual(['take'])
  expect(await inIntake()).toEqual([{ email: asker }])
})

test('requests are taken out at once, and the address proves itself before anybody hears', async () => {
  const people = createPeople(app.services)
  await people.followIntake()
  await app.nobody.post(urls.join(), form())
  await expect.poll(() => app.mails(asker), { timeout: 20_000 }).toHaveLength(1)
  expect(await inIntake()).toEqual([])
  expect(await app.mails(approver)).toEqual([])
  const { path, token } = linkIn((await app.mails(asker))[0])
  const page = await (await app.nobody.get(path)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(await app.mails(approver)).toEqual([])
  for (const _ of [1, 2]) expect((await app.nobody.post(confirm, { token })).status).toBe(200)
  expect(await app.mails(approver)).toHaveLength(1)
  expect((await app.mails(approver))[0]?.subject).toMatch(/please decide by \d+ \w+ 20\d\d$/)
  expect((await app.nobody.post(confirm, { token: 'guessed' })).status).toBe(410)
})

test('asking twice mails once; asking again later mails again, and only so often a day', async () => {
  await asked()
  await asked()
  expect(await app.mails(asker)).toHaveLength(1)
  app.wait({ minutes: 11 })
  await asked()
  const mails = await app.mails(asker)
  expect(mails).toHaveLength(2)
  expect((await app.nobody.get(linkIn(mails[0]).path)).status).toBe(410)
  expect((await app.nobody.get(linkIn(mails[1]).path)).status).toBe(200)
})

test('an approver accepts with a role; deciding twice decides once; the reason is kept nowhere', async () => {
  const { one, path } = await confirmed()
  const visitor = await app.signIn(approver)
  expect(await (await visitor.get(townPeople)).text()).toContain(`href="${one}"`)
  const page = await (await visitor.get(one)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('at the town’s own domain')
  const unsaid = await visitor.post(one, { decision: 'refuse', reason: '' })
  expect(unsaid.status).toBe(422)
  expect((await visitor.post(one, { decision: 'officer' })).status).toBe(303)
  expect((await visitor.post(one, { decision: 'refuse', reason: 'Too late' })).status).toBe(303)
  expect(await app.roles()).toContain(`officer ${asker}`)
  const mails = await app.mails(asker)
  expect(mails.map(({ subject }) => subject).at(-1)).toContain('You can now work for')
  expect(mails.at(-1)?.text).not.toContain(approver)
  expect((await app.nobody.get(path)).status).toBe(410)
})

test('a refusal gives its reason to the asker alone', async () => {
  const { one } = await confirmed({ email: 'stranger@elsewhere.example' })
  const visitor = await app.signIn(approver)
  expect(await (await visitor.get(one)).text()).toContain('no domain that we know')
  await visitor.post(one, { decision: 'refuse', reason: 'Please ask the head of unit.' })
  const mail = (await app.mails('stranger@elsewhere.example')).at(-1)
  expect(mail?.text).toContain('Please ask the head of unit.')
  expect(JSON.stringify(await app.audited('people.decide'))).not.toContain('head of unit')
  expect(await app.roles()).toEqual([`approver ${approver}`, `officer ${approver}`])
})

test('without an approver the association decides, without a coordinator the secretariat', async () => {
  await app.db.deleteFrom('accounts.role').execute()
  await app.give('secretariat@instance.example', 'secretariat', { kind: 'instance' })
  const { one } = await confirmed()
  expect(await app.mails('secretariat@instance.example')).toHaveLength(1)
  const secretariat = await app.signIn('secretariat@instance.example')
  expect(await (await secretariat.get(urls.instancePeople())).text()).toContain(`href="${townPeople}"`)
  expect((await secretariat.get(one)).status).toBe(200)
  // Once there is a coordinator, it is for them.
  await app.give('coordinator@association.example', 'coordinator', app.associationScope)
  expect((await secretariat.get(one)).status).toBe(404)
  expect((await secretariat.post(one, { decision: 'approver' })).status).toBe(404)
  const coordinator = await app.signIn('coordinator@association.example')
  expect(await (await coordinator.get(urls.associationPeople(association))).text()).toContain(`href="${townPeople}"`)
  expect((await coordinator.post(one, { decision: 'moderator' })).status).toBe(422)
  expect((await coordinator.post(one, { decision: 'approver' })).status).toBe(303)
  expect(await app.roles()).toEqual([`approver ${asker}`])
})

test('a request that nobody proved is deleted after fourteen days; one that waits stays', async () => {
  await confirmed()
  await asked({ email: 'never@x.example' })
  app.wait({ hours: 15 * 24 })
  await app.sweep()
  const left = () => app.db.selectFrom('accounts.join_request').select('email').execute()
  expect(await left()).toEqual([{ email: asker }])
})
