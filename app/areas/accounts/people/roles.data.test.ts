import { afterEach, beforeEach, expect, test } from 'vitest'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { approver, linkIn, openPeopleApp, type PeopleApp, town, townPeople } from './test-people.ts'

let app: PeopleApp
beforeEach(async () => {
  app = await openPeopleApp()
})
afterEach(() => app.close())

const second = 'second@example-town.example'
const accept = urls.invitation('').split('?')[0] ?? ''
const rolePath = async (email: string, role: 'approver' | 'officer') =>
  urls.peopleRole(townPeople, await app.roleId(email, role))

test('the page says who holds which role since when, and to whom their addresses belong', async () => {
  await app.give(second, 'moderator', app.townScope)
  const page = await (await (await app.signIn(approver)).get(townPeople)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain(`Name of ${second}`)
  expect(page).toContain(`<bdi>${second}</bdi>`)
  expect(page).toContain('given when Safe Towns was set up')
  const colleague = await (await (await app.signIn(second)).get(townPeople)).text()
  expect(colleague).toContain('Officer of Example Town')
  expect(colleague).not.toContain(`<bdi>${approver}</bdi>`)
  // A moderator has no way to the checklist, and is shown none.
  expect(colleague).not.toContain(`href="${urls.officeTown(town)}"`)
})

test('a role is changed and taken away, once, and the person is told', async () => {
  await app.give(second, 'officer', app.townScope)
  const visitor = await app.signIn(approver)
  const path = await rolePath(second, 'officer')
  expect(htmlFaults(await (await visitor.get(path)).text())).toEqual([])
  expect((await visitor.post(path, { role: 'coordinator' })).status).toBe(422)
  for (const _ of [1, 2]) expect((await visitor.post(path, { role: 'approver' })).status).toBe(303)
  expect(await app.roles()).toContain(`approver ${second}`)
  expect(await app.roles()).not.toContain(`officer ${second}`)
  const taken = await rolePath(second, 'approver')
  for (const _ of [1, 2]) expect((await visitor.post(taken, { role: 'none' })).status).toBe(303)
  expect(await app.roles()).toEqual([`approver ${approver}`, `officer ${approver}`])
  expect(await app.mails(second)).toHaveLength(2)
  const records = await app.audited('people.change-role')
  expect(records.map(({ detail }) => detail)).toContainEqual({ ended: 'approver', begun: '' })
})

test('a colleague who was slower is told so, and undoes nothing', async () => {
  await app.give(second, 'officer', app.townScope)
  const visitor = await app.signIn(approver)
  const path = await rolePath(second, 'officer')
  await visitor.post(path, { role: 'approver' })
  const late = await visitor.post(path, { role: 'none' })
  expect(late.headers.get('location')).toBe(`${townPeople}?done=before`)
  expect(await app.roles()).toContain(`approver ${second}`)
  expect(await (await visitor.get(late.headers.get('location') ?? '')).text()).toContain('done or changed before')
})

test('the last approver stays: no change, no leaving, whatever the page says', async () => {
  const visitor = await app.signIn(approver)
  const path = await rolePath(approver, 'approver')
  for (const role of ['none', 'moderator']) {
    const refused = await visitor.post(path, { role })
    expect(refused.status).toBe(422)
    expect(htmlFaults(await refused.text())).toEqual([])
  }
  const leaving = urls.peopleLeave(townPeople)
  const page = await (await visitor.get(leaving)).text()
  expect(page).toContain('You are the last who can decide')
  expect((await visitor.post(leaving, {})).status).toBe(422)
  expect(await app.roles()).toContain(`approver ${approver}`)
})

test('two approvers who remove each other at the same time leave one', async () => {
  await app.give(second, 'approver', app.townScope)
  const [one, other] = [await app.signIn(approver), await app.signIn(second)]
  const [first, theirs] = [await rolePath(approver, 'approver'), await rolePath(second, 'approver')]
  const answers = await Promise.all([one.post(theirs, { role: 'none' }), other.post(first, { role: 'none' })])
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
  expect((await app.roles()).filter((held) => held.startsWith('approver'))).toHaveLength(1)
})

test('two approvers who leave at the same time leave one', async () => {
  await app.give(second, 'approver', app.townScope)
  const visitors = [await app.signIn(approver), await app.signIn(second)]
  const answers = await Promise.all(visitors.map((each) => each.post(urls.peopleLeave(townPeople), {})))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  expect((await app.roles()).filter((held) => held.startsWith('approver'))).toHaveLength(1)
})

test('whoever may not manage can leave, and nothing else', async () => {
  await app.give(second, 'officer', app.townScope)
  const visitor = await app.signIn(second)
  const path = await rolePath(approver, 'officer')
  expect((await visitor.get(path)).status).toBe(404)
  expect((await visitor.post(path, { role: 'none' })).status).toBe(404)
  const answer = await visitor.post(urls.peopleLeave(townPeople), {})
  expect(answer.headers.get('location')).toBe(urls.office())
  expect(await app.roles()).toEqual([`approver ${approver}`, `officer ${approver}`])
  expect((await visitor.get(townPeople)).status).toBe(404)
})

test('an approver of another town finds nothing here, by whatever address', async () => {
  const elsewhere = await app.db
    .selectFrom('published.authority')
    .select(['id', 'country', 'slug'])
    .where('slug', '!=', town.slug)
    .where('kind', '=', 'municipality')
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  await app.give(second, 'approver', { kind: 'authority', id: elsewhere.id })
  const visitor = await app.signIn(second)
  const id = await app.roleId(approver, 'officer')
  expect((await visitor.post(urls.peopleRole(townPeople, id), { role: 'none' })).status).toBe(404)
  await visitor.post(urls.peopleRole(urls.townPeople(elsewhere), id), { role: 'none' })
  expect(await app.roles()).toContain(`officer ${approver}`)
})

test('handing over to a colleague passes roles and open invitations on, also from the last approver', async () => {
  const colleague = await app.give(second, 'officer', app.townScope)
  const visitor = await app.signIn(approver)
  await visitor.post(urls.peopleInvite(townPeople), { email: 'third@x.example', role: 'officer', language: 'en' })
  const { person } = await app.db
    .selectFrom('accounts.role')
    .select('person')
    .where('id', '=', await app.roleId(approver, 'approver'))
    .executeTakeFirstOrThrow()
  const path = urls.peopleHandOver(townPeople, person)
  const page = await (await visitor.get(path)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('Nothing is lost')
  const wrong = await visitor.post(path, { successor: 'new', email: 'nobody', language: 'fr' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="nobody"')
  const answer = await visitor.post(path, { successor: colleague })
  expect(answer.headers.get('location')).toBe(urls.office())
  expect(await app.roles()).toEqual([`approver ${second}`, `officer ${second}`])
  const passed = await app.db.selectFrom('accounts.invitation').select('invited_by').executeTakeFirst()
  expect(passed?.invited_by).toBe(colleague)
  expect(await app.mails(second)).toHaveLength(1)
  expect(await app.mails(approver)).toHaveLength(1)
})

test('handing over to somebody invited changes nothing until they accept', async () => {
  const visitor = await app.signIn(approver)
  const { person } = await app.db
    .selectFrom('accounts.role')
    .select('person')
    .where('id', '=', await app.roleId(approver, 'approver'))
    .executeTakeFirstOrThrow()
  const fields = { successor: 'new', email: second, language: 'en' }
  // An invitation to the same role that hands nothing over is replaced.
  await visitor.post(urls.peopleInvite(townPeople), { email: second, role: 'approver', language: 'en' })
  const answer = await visitor.post(urls.peopleHandOver(townPeople, person), fields)
  await visitor.post(urls.peopleHandOver(townPeople, person), fields)
  expect(answer.headers.get('location')).toBe(`${townPeople}?done=handingOver`)
  expect(await (await visitor.get(townPeople)).text()).toContain('Takes over from Officer of Example Town')
  expect(await app.roles()).toEqual([`approver ${approver}`, `officer ${approver}`])
  const [before, mail, ...more] = await app.mails(second)
  expect(more).toEqual([])
  expect((await app.nobody.get(linkIn(before).path)).status).toBe(410)
  await app.nobody.post(accept, { token: linkIn(mail).token, name: 'Sam Second', language: 'en' })
  expect(await app.roles()).toEqual([`approver ${second}`, `officer ${second}`])
})

test('giving and taking roles asks again who it is, after a quarter of an hour', async () => {
  await app.give(second, 'approver', app.townScope)
  const visitor = await app.signIn(approver)
  const path = await rolePath(second, 'approver')
  app.wait({ minutes: 16 })
  const fields = { email: 'a@b.example', role: 'officer', language: 'en' }
  const kept = await visitor.post(urls.peopleInvite(townPeople), fields)
  expect(kept.status).toBe(401)
  expect(await kept.text()).toContain('value="a@b.example"')
  expect((await visitor.post(path, { role: 'none' })).status).toBe(401)
  expect((await visitor.post(urls.peopleLeave(townPeople), {})).status).toBe(401)
  expect(await app.roles()).toContain(`approver ${second}`)
})

test('a person’s own page lists every place they work for', async () => {
  await app.give(approver, 'coordinator', app.associationScope)
  await app.give(approver, 'reviewer', { kind: 'instance' })
  const page = await (await (await app.signIn(approver)).get(urls.account())).text()
  expect(htmlFaults(page)).toEqual([])
  for (const words of ['Example Association', 'The whole instance', 'Officer, Approver']) {
    expect(page).toContain(words)
  }
})
