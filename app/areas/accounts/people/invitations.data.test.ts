import { afterEach, beforeEach, expect, test } from 'vitest'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { approver, association, cookiesOf, linkIn, openPeopleApp, type PeopleApp, townPeople } from './test-people.ts'

let app: PeopleApp
beforeEach(async () => {
  app = await openPeopleApp()
})
afterEach(() => app.close())

const invitePath = urls.peopleInvite(townPeople)
const newcomer = 'newcomer@example-town.example'
const accept = urls.invitation('').split('?')[0] ?? ''

async function invited(fields: { email?: string; role?: string; language?: string } = {}) {
  const visitor = await app.signIn(approver)
  const form = { email: newcomer, role: 'officer', language: 'en', ...fields }
  const answer = await visitor.post(invitePath, form)
  const [mail] = await app.mails(form.email.toLowerCase())
  return { visitor, answer, form, mail }
}

test('an approver invites; the link alone does nothing; the button makes the person and signs them in', async () => {
  const { visitor, answer, mail } = await invited({ email: 'Newcomer@Example-Town.example', language: 'fr' })
  expect(answer.headers.get('location')).toBe(`${townPeople}?done=invited`)
  expect(mail?.subject).toContain('Invitation à travailler pour')
  const { path, token } = linkIn(mail)
  const page = await (await app.nobody.get(path)).text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain(newcomer)
  expect(await app.roles()).not.toContain(`officer ${newcomer}`)

  const empty = await app.nobody.post(accept, { token, name: ' ', language: 'de' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toMatch(/<option[^>]*selected[^>]*>Deutsch|<option[^>]*value="de"[^>]*selected/)

  const done = await app.nobody.post(accept, { token, name: 'Nora New', language: 'de' })
  expect(done.headers.get('location')).toBe(urls.officeTown({ country: 'NL', slug: 'example-town' }))
  expect(await app.roles()).toContain(`officer ${newcomer}`)
  const person = await app.db.selectFrom('accounts.person').selectAll().where('email', '=', newcomer).executeTakeFirst()
  expect(person).toMatchObject({ name: 'Nora New', language: 'de', email_verified: true })
  const theirs = await app.visitor(cookiesOf(done)).get(townPeople)
  expect(theirs.status).toBe(200)
  expect(await (await visitor.get(townPeople)).text()).toContain('Nora New')
  expect((await app.mails(approver)).map(({ subject }) => subject)).toEqual([expect.stringContaining('Nora New')])
})

test('a link works once; the same form sent twice invites and mails once', async () => {
  const { visitor, form, mail } = await invited()
  await visitor.post(invitePath, form)
  expect(await app.mails(newcomer)).toHaveLength(1)
  const { path, token } = linkIn(mail)
  const fields = { token, name: 'Nora', language: 'en' }
  const both = await Promise.all([app.nobody.post(accept, fields), app.nobody.post(accept, fields)])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
  expect((await app.nobody.get(path)).status).toBe(410)
  expect(await app.audited('people.accept-invitation')).toContainEqual(
    expect.objectContaining({ authority: app.townScope.kind === 'authority' ? app.townScope.id : '' }),
  )
})

test('an invitation says the same of an address that has an account and of one that has none', async () => {
  await app.give('known@other.example', 'reviewer', { kind: 'instance' })
  const known = await invited({ email: 'known@other.example' })
  const unknown = await invited({ email: 'unknown@other.example' })
  expect([...known.answer.headers.keys()]).toEqual([...unknown.answer.headers.keys()])
  expect(known.answer.headers.get('location')).toBe(unknown.answer.headers.get('location'))
  const text = (mail: { text: string } | undefined) => mail?.text.replace(/token=\S+/, '')
  expect(text(known.mail)).toBe(text(unknown.mail))
  const list = await (await known.visitor.get(townPeople)).text()
  expect(list).not.toContain('Name of known')
  // Somebody known is asked nothing, and keeps their name.
  const page = await (await app.nobody.get(linkIn(known.mail).path)).text()
  expect(page).not.toContain('name="name"')
  await app.nobody.post(accept, { token: linkIn(known.mail).token, name: 'Other', language: 'ar' })
  const person = await app.db
    .selectFrom('accounts.person')
    .select(['name', 'language'])
    .where('email', '=', 'known@other.example')
    .executeTakeFirst()
  expect(person).toEqual({ name: 'Name of known@other.example', language: 'en' })
})

test('a link followed in the session of somebody else gives nobody a role', async () => {
  const { mail, visitor } = await invited()
  const { path, token } = linkIn(mail)
  const page = await visitor.get(path)
  expect(await page.text()).not.toContain('name="token"')
  const answer = await visitor.post(accept, { token, name: 'Mallory', language: 'en' })
  expect(answer.status).toBe(409)
  expect(await app.roles()).toEqual([`approver ${approver}`, `officer ${approver}`])
  expect((await app.nobody.get(path)).status).toBe(200)
})

test('an invitation expires after fourteen days, and can be sent again', async () => {
  const { mail } = await invited()
  app.wait({ hours: 13 * 24 })
  expect((await app.nobody.get(linkIn(mail).path)).status).toBe(200)
  app.wait({ hours: 25 })
  expect((await app.nobody.get(linkIn(mail).path)).status).toBe(410)
  const late = await app.nobody.post(accept, { token: linkIn(mail).token, name: 'Nora', language: 'en' })
  expect(late.status).toBe(410)

  const visitor = await app.signIn(approver)
  const row = await app.db.selectFrom('accounts.invitation').select(['id', 'sent_at']).executeTakeFirstOrThrow()
  const one = urls.peopleInvitation(townPeople, row.id)
  const shown = await (await visitor.get(one)).text()
  expect(htmlFaults(shown)).toEqual([])
  const sent = /name="sent" value="([^"]*)"/.exec(shown)?.[1] ?? ''
  await visitor.post(one, { do: 'again', sent })
  await visitor.post(one, { do: 'again', sent })
  const mails = await app.mails(newcomer)
  expect(mails).toHaveLength(2)
  expect((await app.nobody.get(linkIn(mails[0]).path)).status).toBe(410)
  expect((await app.nobody.get(linkIn(mails[1]).path)).status).toBe(200)
})

test('a withdrawn invitation is over; withdrawing twice does it once', async () => {
  const { visitor, mail } = await invited()
  const { id } = await app.db.selectFrom('accounts.invitation').select('id').executeTakeFirstOrThrow()
  for (const told of ['withdrawn', 'before']) {
    const answer = await visitor.post(urls.peopleInvitation(townPeople, id), { do: 'withdraw' })
    expect(answer.headers.get('location')).toBe(`${townPeople}?done=${told}`)
  }
  expect((await app.nobody.get(linkIn(mail).path)).status).toBe(410)
  expect(await app.audited('people.withdraw-invitation')).toHaveLength(1)
})

test('what was typed stays on a form that is refused; a role out of reach is refused', async () => {
  const { visitor } = await invited()
  const answer = await visitor.post(invitePath, { email: 'no address', role: 'approver', language: 'ar' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(htmlFaults(page)).toEqual([])
  expect(page).toContain('value="no address"')
  expect(page).toMatch(/value="approver"[^>]* checked/)
  for (const role of ['secretariat', 'coordinator', 'host']) {
    expect((await visitor.post(invitePath, { email: 'a@b.example', role, language: 'en' })).status).toBe(422)
  }
})

test('officers of the town invite nobody; coordinators and the secretariat only where nobody works', async () => {
  await app.give('plain@example-town.example', 'officer', app.townScope)
  await app.give('coordinator@association.example', 'coordinator', app.associationScope)
  await app.give('secretariat@instance.example', 'secretariat', { kind: 'instance' })
  const form = { email: newcomer, role: 'approver', language: 'en' }
  const outsiders = ['plain@example-town.example', 'coordinator@association.example', 'secretariat@instance.example']
  for (const email of outsiders) {
    const visitor = await app.signIn(email)
    expect((await visitor.get(townPeople)).status).toBe(200)
    expect((await visitor.get(invitePath)).status).toBe(404)
    expect((await visitor.post(invitePath, form)).status).toBe(404)
  }
  await app.db.deleteFrom('accounts.role').where('authority', 'is not', null).execute()
  for (const email of outsiders.slice(1)) {
    const visitor = await app.signIn(email)
    const page = await (await visitor.get(invitePath)).text()
    expect(page).toContain('value="approver"')
    expect(page).not.toContain('value="moderator"')
    const answer = await visitor.post(invitePath, { ...form, email: `by-${email}` })
    expect(answer.status).toBe(303)
  }
})

test('coordinators are invited by coordinators of their association, the secretariat by itself', async () => {
  await app.give('coordinator@association.example', 'coordinator', app.associationScope)
  await app.give('secretariat@instance.example', 'secretariat', { kind: 'instance' })
  const coordinator = await app.signIn('coordinator@association.example')
  const people = urls.associationPeople(association)
  const answer = await coordinator.post(urls.peopleInvite(people), { email: newcomer, role: 'coordinator' })
  expect(answer.status).toBe(303)
  expect((await coordinator.get(urls.instancePeople())).status).toBe(404)
  const secretariat = await app.signIn('secretariat@instance.example')
  const instance = urls.peopleInvite(urls.instancePeople())
  expect((await secretariat.post(instance, { email: newcomer, role: 'reviewer' })).status).toBe(303)
  const pages = [people, urls.instancePeople(), instance, urls.peopleInvite(people)]
  for (const path of pages) expect(htmlFaults(await (await secretariat.get(path)).text())).toEqual([])
  const found = await secretariat.post(urls.peopleFind(urls.instancePeople()), { town: 'Example Town' })
  expect(await found.text()).toContain(`href="${townPeople}"`)
  const [mail] = await app.mails(newcomer)
  await app.nobody.post(accept, { token: linkIn(mail).token, name: 'Nora', language: 'en' })
  expect(await app.roles(app.associationScope)).toContain(`coordinator ${newcomer}`)
})

test('two weeks after it ended or expired, an invitation is deleted', async () => {
  await invited()
  await invited({ email: 'second@example-town.example' })
  const rows = () => app.db.selectFrom('accounts.invitation').select('email').execute()
  app.wait({ hours: 27 * 24 })
  await app.db.updateTable('accounts.invitation').set({ ended_at: new Date() }).where('email', '=', newcomer).execute()
  await app.sweep()
  expect(await rows()).toEqual([{ email: 'second@example-town.example' }])
})
