/** From the front door: a coordinator invites members by letter, towns begin, offices say no. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue } from '../../../tests/sign-in.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { createPeople } from '../accounts/index.ts'
import { association, linkIn, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'
import { campaignListener } from './send/outcome.ts'
import { runCampaigns } from './send/run-campaigns.ts'

let app: PeopleApp
let coordinator: Awaited<ReturnType<PeopleApp['signIn']>>
let quiet = ''
const quietTown = { country: 'NL', slug: 'example-quiet-town' } as const
beforeAll(async () => {
  app = await openPeopleApp()
  quiet = (await findBySlug(app.db, 'NL', quietTown.slug))?.authority?.id ?? ''
  await app.give('cora@union.example', 'coordinator', app.associationScope)
  coordinator = await app.signIn('cora@union.example')
})
afterAll(() => app.close())

async function read(path: string, by: Pick<typeof coordinator, 'get'> = coordinator): Promise<string> {
  const answer = await by.get(path)
  const html = await answer.text()
  expect([path, answer.status]).toEqual([path, 200])
  expect([path, ...htmlFaults(html)]).toEqual([path])
  return html
}

async function post(path: string, fields: Record<string, string>, status = 303): Promise<string> {
  const answer = await coordinator.post(path, fields)
  expect([path, answer.status]).toEqual([path, status])
  return answer.headers.get('location') ?? (await answer.text())
}

/** To an address, of those that go to many. */
async function lettersTo(to: string) {
  const { rows } = await sql<{
    data: { text: string; html: string; subject: string; unsubscribe: string; replyTo: string }
  }>`
    select data from jobs.job where name = 'mail.send-one-of-many' and data->>'to' = ${to} order by created_on`.execute(
    app.db,
  )
  return rows.map(({ data }) => data)
}

/** As the post tells it, without a mail server. */
async function taken(to: string) {
  const { rows } = await sql<{ id: string }>`
    select data->'refusalTo'->>'id' as id from jobs.job where name = 'mail.send-one-of-many' and data->>'to' = ${to}
    order by created_on desc limit 1`.execute(app.db)
  const id = rows[0]?.id ?? ''
  const listener = campaignListener(app.services.campaigns)
  const wanted = await listener.wanted({ id, to })
  if (wanted) await listener.heard({ of: 'taken', id, to, answer: '' })
  return wanted
}

/** A campaign with everything but its time. @returns its id. */
async function draft(name: string): Promise<string> {
  const list = await read(urls.campaigns(association))
  const id = inputValue(list, 'id')
  await post(urls.campaigns(association), { id, name })
  return id
}
const part = (id: string, which: Parameters<typeof urls.campaignPart>[2]) => urls.campaignPart(association, id, which)
const revision = async (path: string) => inputValue(await read(path), 'revision')

async function write(id: string, language: string, words: { subject: string; body: string }): Promise<void> {
  const path = part(id, 'letter')
  await post(path, { revision: await revision(path), into: language, ...words })
}

async function replyTo(id: string): Promise<void> {
  const path = part(id, 'reply')
  if (!(await read(path)).includes('advice@union.example')) {
    await post(path, { revision: await revision(path), address: 'another', email: 'advice@union.example' })
    const [mail] = await app.mails('advice@union.example')
    const { path: link, token } = linkIn(mail)
    // Opening the link agrees to nothing.
    expect(await read(link, app.nobody)).toContain('May their answers come to this mailbox?')
    expect(await read(path)).toContain('waits until somebody follows the link')
    expect((await app.nobody.post(link.split('?')[0] ?? '', { token })).status).toBe(303)
  }
  const html = await read(path)
  const [, address = ''] = /type="radio" value="([0-9a-f-]{36})"/.exec(html) ?? []
  await post(path, { revision: inputValue(html, 'revision'), address })
}

async function start(id: string, reminder = ''): Promise<void> {
  const path = part(id, 'when')
  await post(path, { revision: await revision(path), when: 'now', reminder })
  expect(await runCampaigns(app.services.campaigns)).toMatchObject({ started: 1 })
}

const letter = { subject: 'Doe mee, {town}', body: 'Beste {office},\n\nHet begint hier:\n\n{link}\n\n{contact}' }
const office = 'jeugd@quiet-town.example'

test('a list is looked at, its faults are named by line, and taken over once', async () => {
  const form = urls.contactList(association)
  const id = inputValue(await read(form), 'id')
  const pasted = [
    'town\toffice\temail\taddress\tlanguage',
    `Example Quiet Town\tJeugd\t${office}\t\t`,
    'Nowhere at all\t\tx@x.example\t\t',
    'Example Town\tDesk\t\tDesk|Market 1|1234 AB Town\tKlingon',
  ].join('\n')
  const path = await post(form, { id, pasted })
  expect(await post(form, { id, pasted })).toBe(path)
  const seen = await read(path)
  expect(seen).toContain('1 new, 0 changed, 0 as they are.')
  expect(seen).toContain('2 lines stay out')
  expect(seen).toContain('Line 3')
  expect(seen).toContain('No member has this code or name')
  expect(seen).toContain('This language is not known')
  expect(await post(path, {})).toContain('done=taken-over')
  expect(await post(path, {})).toContain('done=late')
  expect(await read(urls.townContacts(association))).toContain(office)
})

test('one contact is given by hand; what is wrong stays typed; the second of two people sees what the first wrote', async () => {
  const town = (await findBySlug(app.db, 'NL', 'example-town'))?.authority?.id ?? ''
  const path = urls.townContact(association, town)
  const refused = await post(path, { revision: '0', office: 'Loket', email: 'no address', postal: 'one line' }, 422)
  expect(refused).toContain('no address')
  expect(refused).toContain('one line')
  await post(path, { revision: '0', office: 'Loket', email: '', postal: 'Loket\nMarkt 1\n1234 AB Voorbeeld' })
  const late = await post(path, { revision: '0', office: 'Balie', email: 'late@town.example', postal: '' }, 409)
  expect(late).toContain('late@town.example')
  expect(late).toContain('Loket')
})

test('a campaign cannot start before it has a letter, a confirmed mailbox and somebody to write to', async () => {
  const id = await draft('Too early')
  const page = urls.campaign(association, id)
  expect(await read(page)).toContain('Write the letter that stands for all languages')
  const path = part(id, 'when')
  await post(path, { revision: await revision(path), when: 'now', reminder: '' })
  expect(await read(page)).toContain('Draft')
  const wrong = { subject: 'Hello {name}', body: 'No way in' }
  const html = await post(part(id, 'letter'), { revision: '1', into: 'nl', ...wrong }, 422)
  expect(html).toContain('There is no field')
  expect(html).toContain('No way in')
  await post(part(id, 'act'), { do: 'delete' })
  expect(await read(urls.campaigns(association))).not.toContain('Too early')
})

test('the letter goes with the same link in both parts, an answer address, one click to stop, and no picture', async () => {
  const id = await draft('Join us')
  await write(id, 'nl', letter)
  await replyTo(id)
  const whom = part(id, 'whom')
  await post(whom, { revision: await revision(whom), steps: 'silent' })
  const preview = await read(part(id, 'preview'))
  expect(preview).toContain('Beste Jeugd,')
  expect(await post(part(id, 'test'), { language: 'nl' })).toContain('done=tested')
  expect((await app.mails('cora@union.example')).some(({ subject }) => subject.startsWith('Doe mee'))).toBe(true)
  await start(id, '14')
  const [mail] = await lettersTo(office)
  expect(mail?.replyTo).toBe('advice@union.example')
  expect(mail?.text).toContain('Beste Jeugd,')
  expect(mail?.text).not.toMatch(/\{\w+\}/)
  const link = /https?:\/\/\S+\/join\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
  expect(mail?.html).toContain(`href="${link}"`)
  expect([...(mail?.html ?? '').matchAll(/\/join\/[\w-]{43}/g)].every(([found]) => link.endsWith(found))).toBe(true)
  expect(mail?.html).not.toMatch(/<img|url\(/)
  expect(mail?.unsubscribe).toContain('/mail/letters?token=')
  expect(await taken(office)).toBe(true)
  const invited = await app.db
    .selectFrom('office.invited_authority')
    .selectAll()
    .where('authority', '=', quiet)
    .execute()
  expect(invited).toHaveLength(1)
  expect(await read(urls.campaign(association, id))).toContain('Taken by the mail server')
})

test('who does nothing is reminded after the chosen time, with the same link; the campaign then ends', async () => {
  const [first] = await lettersTo(office)
  expect(await runCampaigns(app.services.campaigns)).toMatchObject({ sent: 0, ended: 0 })
  app.wait({ hours: 24 * 15 })
  // Sessions begin by the clock of the machine: what is dangerous asks who it is again otherwise.
  const moment = new Date(app.services.clock.milliseconds())
  await app.db.updateTable('accounts.session').set({ authenticated_at: moment }).execute()
  expect(await runCampaigns(app.services.campaigns)).toMatchObject({ sent: 1 })
  const letters = await lettersTo(office)
  expect(letters).toHaveLength(2)
  const reminder = letters.find(({ text }) => text !== first?.text)
  expect(reminder?.text).toContain('We wrote to you about this on')
  const link = /\/join\/[\w-]{43}/.exec(first?.text ?? '')?.[0] ?? 'none'
  expect(reminder?.text).toContain(link)
  expect(await taken(office)).toBe(true)
  expect(await runCampaigns(app.services.campaigns)).toMatchObject({ sent: 0, ended: 1 })
})

/** What the town that got the letter opens. */
async function invitation(): Promise<string> {
  const [mail] = await lettersTo(office)
  return /\/join\/[\w-]{43}/.exec(mail?.text ?? '')?.[0] ?? ''
}

test('the link opens the page of the town; at another address somebody proves it, and the association vouches with one click', async () => {
  const path = await invitation()
  const html = await read(path, app.nobody)
  expect(html).toContain('Example Quiet Town')
  expect(html).toContain('Step 1: who are you?')
  expect(html).not.toContain(office)
  const wrong = await app.nobody.post(path, { name: 'Ann', email: 'no address', post: '' })
  expect([wrong.status, (await wrong.text()).includes('no address')]).toEqual([422, true])
  const fields = { name: 'Ann', email: 'ann@quiet-town.example', post: 'Youth services' }
  expect((await app.nobody.post(path, fields)).status).toBe(303)
  for (const handler of createPeople(app.services).handlers) {
    if (handler.job === 'people.take-requests') await handler.run({})
  }
  const { path: confirm, token } = linkIn((await app.mails(fields.email))[0])
  await app.nobody.post(confirm.split('?')[0] ?? '', { token })
  const vouch = urls.peopleVouch(urls.associationPeople(association))
  expect(await read(urls.office())).toContain(`href="${vouch}"`)
  const page = await read(vouch)
  expect(page).toContain('ann@quiet-town.example')
  const given = { authority: inputValue(page, 'authority'), request: inputValue(page, 'request') }
  expect(await post(vouch, given)).toContain('done=decided')
  expect(await post(vouch, given)).toContain('done=before')
  expect(await app.roles({ kind: 'authority', id: quiet })).toEqual(['approver ann@quiet-town.example'])
})

test('at the address that the letter went to, the letter has vouched: the role comes with the mailed link', async () => {
  await app.db.deleteFrom('accounts.role').where('authority', '=', quiet).execute()
  const path = await invitation()
  const fields = { name: 'Jo', email: office.toUpperCase(), post: 'Youth services' }
  expect((await app.nobody.post(path, fields)).status).toBe(303)
  await app.nobody.post(path, fields)
  expect(await app.roles({ kind: 'authority', id: quiet })).toEqual([])
  const mails = await app.mails(office)
  expect(mails).toHaveLength(1)
  const { path: accept, token } = linkIn(mails[0])
  expect(inputValue(await read(accept, app.nobody), 'name')).toBe('Jo')
  await app.nobody.post(accept.split('?')[0] ?? '', { token, name: 'Jo', language: 'en' })
  expect(await app.roles({ kind: 'authority', id: quiet })).toEqual([`approver ${office}`])
  // From now on the people of the town decide.
  expect(await read(path, app.nobody)).toContain('Somebody works for Example Quiet Town here already')
})

test('the association hands the town of the only person who left to a successor; that person hears of it', async () => {
  const people = urls.townPeople(quietTown)
  const [, leaver = ''] = new RegExp(`${people}/hand-over/([0-9a-f-]{36})`).exec(await read(people)) ?? []
  const path = urls.peopleHandOver(people, leaver)
  await read(path)
  expect(await post(path, { successor: 'new', email: 'next@quiet-town.example', language: 'en' })).toContain(
    'done=handingOver',
  )
  expect((await app.mails(office)).at(-1)?.subject).toContain('Somebody was invited to take over from you')
  expect(await app.roles({ kind: 'authority', id: quiet })).toEqual([`approver ${office}`])
  const { path: accept, token } = linkIn((await app.mails('next@quiet-town.example'))[0])
  await app.nobody.post(accept.split('?')[0] ?? '', { token, name: 'Next', language: 'en' })
  expect(await app.roles({ kind: 'authority', id: quiet })).toEqual(['approver next@quiet-town.example'])
  const officer = urls.townPeople({ country: 'NL', slug: 'example-town' })
  // Two people's affairs, or a town that has approvers of its own, are theirs.
  await app.give('second@example-town.example', 'officer', app.townScope)
  expect(await read(officer)).not.toContain('/hand-over/')
})

test('an office that says no gets nothing more, also when its address is entered anew; only it can change that', async () => {
  const [mail] = await lettersTo(office)
  const stop = new URL(mail?.unsubscribe ?? '')
  const path = stop.pathname + stop.search
  // Opening it changes nothing; a mail program sends one POST.
  expect(await read(path, app.nobody)).toContain('Stop these letters?')
  const answer = await app.nobody.post(path, { 'List-Unsubscribe': 'One-Click' })
  expect([answer.status, await answer.text()]).toEqual([200, 'stopped'])
  const contact = urls.townContact(association, quiet)
  await post(contact, { revision: await revision(contact), do: 'remove' })
  await post(contact, { revision: '0', office: 'Jeugd', email: office, postal: '' })
  expect(await read(contact)).toContain('wants no letters of yours any more')
  const town = (await findBySlug(app.db, 'NL', 'example-town'))?.authority?.id ?? ''
  const id = await draft('Once more')
  await write(id, 'nl', letter)
  await replyTo(id)
  await start(id)
  expect(await lettersTo(office)).toHaveLength(2)
  const states = await app.db
    .selectFrom('office.campaign_recipient')
    .select(['authority', 'state'])
    .where('campaign', '=', id)
    .execute()
  expect(new Map(states.map(({ authority, state }) => [authority, state]))).toEqual(
    new Map([
      [quiet, 'opted-out'],
      [town, 'letter'],
      ...states
        .filter(({ authority }) => authority !== quiet && authority !== town)
        .map(({ authority }) => [authority, 'no-address'] as const),
    ]),
  )
  expect((await app.nobody.post(path, { do: 'again' })).status).toBe(303)
  expect(await read(contact)).not.toContain('wants no letters of yours any more')
  expect((await app.nobody.post('/mail/letters?token=made-up', {})).status).toBe(404)
})

test('a member without e-mail gets a letter to print, whose code opens its page; printing it again changes no code', async () => {
  const list = await read(urls.campaigns(association))
  const [, id = ''] = /campaigns\/([0-9a-f-]{36})"[^>]*>Open<span[^>]*> Once more/.exec(list) ?? []
  const path = part(id, 'printed')
  expect(await read(path)).toContain('1 letter, of which 1 were not printed yet.')
  await post(path, { sender: 'alone', part: '1' }, 422)
  const fields = { sender: 'Example Association\nSquare 2\n1234 AB Town', part: '1' }
  const print = async () => {
    const answer = await coordinator.post(path, fields)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { text } = await readPdf(new Uint8Array(await answer.arrayBuffer()))
    return /[A-Z2-9]{3}(?:-[A-Z2-9]{3}){5}/.exec(text)?.[0] ?? ''
  }
  const code = await print()
  expect(await print()).toBe(code)
  const opened = await app.nobody.post(urls.invitationCode(), { code: code.toLowerCase() })
  expect(opened.status).toBe(303)
  expect(await read(opened.headers.get('location') ?? '', app.nobody)).toContain('Help for children in Example Town')
  const wrong = await app.nobody.post(urls.invitationCode(), { code: 'no such code' })
  expect([wrong.status, (await wrong.text()).includes('no such code')]).toEqual([422, true])
})

test('nobody but a coordinator of the association sees any of it', async () => {
  await app.give('sec@secretariat.example', 'secretariat', { kind: 'instance' })
  const secretariat = await app.signIn('sec@secretariat.example')
  for (const path of [
    urls.campaigns(association),
    urls.townContacts(association),
    urls.townContact(association, quiet),
  ]) {
    expect([path, (await secretariat.get(path)).status]).toEqual([path, 404])
  }
})
