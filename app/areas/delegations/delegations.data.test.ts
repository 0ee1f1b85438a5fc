/** From the front door: a signatory registers its people, who waits moves up, the host receives them, all is forgotten. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnsWith } from '../../../tests/everywhere.ts'
import { readPdf } from '../../../tests/pdf.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { sweep } from '../../platform/privacy/sweep.ts'
import type { DelegationPlace } from '../../urls/programme-urls.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { openSheet } from '../checklist/index.ts'
import { writeHost, writeMeeting } from '../meetings/index.ts'
import { delegationsRetention } from './retention-rules.ts'

let app: PeopleApp
const [hanna, dora, sasha] = ['hanna@host.example', 'dora@district.example', 'sasha@delegation.example'] as const
const [cora, oscar, paula] = ['cora@union.example', 'oscar@watch.example', 'paula@partner.example'] as const
const host = { country: 'DE', slug: 'example-stadt' }
let district = { country: 'NL', slug: '' }
const day = (days: number) => Temporal.Now.plainDateISO('UTC').add({ days })
const year = day(300).year + 2
const ends = `${year}-06-12`
const typed = (date: Temporal.PlainDate) => `${date.day}.${date.month}.${date.year}`

const idOf = async (code: string) =>
  app.db
    .selectFrom('published.authority_code as code')
    .innerJoin('published.authority as authority', 'authority.id', 'code.authority')
    .select(['authority.id', 'authority.slug'])
    .where('code.code', '=', code)
    .executeTakeFirstOrThrow()

beforeAll(async () => {
  app = await openPeopleApp()
  const [receiving, other] = [await idOf('DE-EXAMPLE-STADT'), await idOf('NL-EXAMPLE-DISTRICT')]
  district = { country: 'NL', slug: other.slug }
  await app.give(hanna, 'approver', { kind: 'authority', id: receiving.id })
  await app.give(dora, 'approver', { kind: 'authority', id: other.id })
  await app.give(sasha, 'secretariat', { kind: 'instance' })
  await app.give(cora, 'coordinator', app.associationScope)
  const [id, at] = [crypto.randomUUID(), Temporal.Now.instant()]
  await app.db.transaction().execute(async (tx) => {
    const place = { place: 'Example-Stadt', country: 'DE', timeZone: 'Europe/Berlin', about: {}, source: '' }
    const days = { starts: `${year}-06-10`, ends }
    await writeMeeting(tx, { id, year, kind: 'signatories', demonstration: false, ...place, ...days }, at)
    await writeHost(tx, id, receiving.id, at)
  })
})
afterAll(() => app.close())
const { as, read, post } = visitorsOf(() => app)

async function keep(quota: number, who: string): Promise<void> {
  const revision = value(await read(who, urls.hostRegistration(host, year)), 'revision')
  const quotas = { 'quota-town': `${quota}`, 'quota-region': '1', 'quota-other': '' }
  const others = { 'quota-association': '1', 'quota-observer': '1', 'quota-partner': '' }
  const days = { opens: typed(day(-1)), closes: typed(day(30)), conference: 'https://conference.host.example/in' }
  const answer = await post(who, urls.hostRegistration(host, year), { revision, ...days, ...quotas, ...others })
  expect(answer.status).toBe(303)
}

const eats = { diet: 'everything' }

async function register(
  fields: Readonly<Record<string, string>>,
  of: DelegationPlace = town,
  who: string = approver,
): Promise<string> {
  const child = 'ageGroup' in fields
  const form = await read(who, urls.delegateNew(of, year, child ? 'child' : 'adult'))
  const id = value(form, 'id')
  const sent = { id, who: child ? 'child' : 'adult', ...(child ? {} : { function: 'Councillor' }), ...eats, ...fields }
  const answer = await post(who, urls.delegation(of, year), sent)
  expect(answer.headers.get('location')).toBe(`${urls.delegation(of, year)}?done=saved`)
  return id
}

/** Names with a place, and who waits. */
const stand = async () => {
  const html = await read(approver, urls.delegation(town, year))
  const found = html.matchAll(/<bdi>(Kim|Lou|Noa|Ida|Eli)[^<]*<\/bdi><\/a>\s*<strong[^>]*>([^<]*)</g)
  return [...found].map(([, name, state]) => `${name}: ${state}`)
}

const file = async (path: string) => new Uint8Array(await (await (await as(hanna)).get(path)).arrayBuffer())

test('two places, three people: who waits moves up when somebody is taken out, or when there are more places', async () => {
  expect((await read(approver, urls.delegation(town, year))).includes('Nobody has said yet')).toBe(true)
  await keep(2, sasha)
  expect(await read(approver, urls.office())).toContain(urls.delegation(town, year))
  const kim = await register({ name: 'Kim Example', email: 'kim@delegation.example', visa: 'yes', languages: 'French' })
  await register({ name: 'Lou Example', diet: 'vegan', access: 'wheelchair', accessNote: 'Wide doors' })
  await register({ name: 'Noa Example' })
  expect(await stand()).toEqual(['Kim: Has a place', 'Lou: Has a place', 'Noa: Waits'])
  expect((await app.mails(approver)).filter(({ subject }) => subject.includes('a place now'))).toEqual([])

  expect((await post(approver, urls.delegateOut(town, year, kim), {})).status).toBe(303)
  // The second click.
  expect((await post(approver, urls.delegateOut(town, year, kim), {})).status).toBe(303)
  expect(await stand()).toEqual(['Lou: Has a place', 'Noa: Has a place'])
  const [mail, ...more] = (await app.mails(approver)).filter(({ subject }) => subject.includes('a place now'))
  expect([more, JSON.stringify(mail).includes('Noa')]).toEqual([[], false])

  await register({ name: 'Ida Example' })
  expect((await stand()).at(-1)).toBe('Ida: Waits')
  await keep(3, hanna)
  expect((await stand()).at(-1)).toBe('Ida: Has a place')
  await keep(1, hanna)
  expect(await stand()).toEqual(['Lou: Has a place', 'Noa: Has a place', 'Ida: Has a place'])
})

test('nobody sees the people of others but the host; the secretariat sees how many', async () => {
  await keep(9, hanna)
  await register({ name: 'Uma Example' }, district, dora)
  expect(await read(dora, urls.delegation(district, year))).not.toContain('Lou')
  const mine = /delegation\/([0-9a-f-]{36})/.exec(await read(approver, urls.delegation(town, year)))?.[1] ?? ''
  for (const path of [
    urls.delegate(district, year, mine),
    urls.delegation(town, year),
    urls.hostParticipants(host, year),
  ]) {
    expect([403, 404]).toContain((await (await as(dora)).get(path)).status)
  }
  const counts = await read(sasha, urls.hostRegistration(host, year))
  expect([counts.includes('2 delegations'), counts.includes('Lou')]).toEqual([true, false])
  for (const path of [urls.hostParticipants(host, year), urls.hostNeeds(host, year), urls.hostBadges(host, year)]) {
    expect([403, 404]).toContain((await (await as(sasha)).get(path)).status)
  }
  const list = await read(hanna, urls.hostParticipants(host, year))
  for (const text of ['Lou Example', 'Uma Example', 'Vegan']) expect(list).toContain(text)
  expect(list).not.toContain('Wide doors')
  expect(await read(hanna, urls.hostNeeds(host, year))).toContain('Wide doors')
})

test('whoever comes along takes no place and stands on the lists of the host alone', async () => {
  const coming = async () =>
    Number(/(\d+) (?:people have|person has) a place/.exec(await read(sasha, urls.hostRegistration(host, year)))?.[1])
  const before = await coming()
  const mia = await register({ name: 'Mia Example', companion: 'Bo Beside' })
  expect(await coming()).toBe(before + 1)
  expect(await read(approver, urls.delegate(town, year, mia))).toContain('value="Bo Beside"')
  const csv = new TextDecoder().decode(await file(urls.hostParticipantsFile(host, year, 'csv')))
  const [head = '', ...rows] = csv.split('\r\n')
  const along = head.split(',').indexOf('Somebody who comes along')
  expect(rows.filter((row) => row.includes('Mia Example')).map((row) => row.split(',')[along])).toEqual(['Bo Beside'])
  expect(await read(hanna, urls.hostParticipants(host, year))).toContain('Bo Beside')
  for (const [who, path] of [
    [sasha, urls.hostRegistration(host, year)],
    [dora, urls.delegation(district, year)],
    [hanna, urls.hostNeeds(host, year)],
  ] as const)
    expect(await read(who, path)).not.toContain('Bo Beside')
})

test('the host’s own system for checking in: delegations get the link as it is, and nobody else does', async () => {
  const link = 'href="https://conference.host.example/in"'
  for (const [who, of] of [
    [approver, town],
    [dora, district],
    [cora, { association }],
  ] as const)
    expect([who, (await read(who, urls.delegation(of, year))).includes(link)]).toEqual([who, true])
  expect(await (await app.nobody.get(urls.meeting('en', year))).text()).not.toContain('conference.host.example')
  const path = urls.hostRegistration(host, year)
  const form = await read(hanna, path)
  const kept = Object.fromEntries(
    [
      'revision',
      'opens',
      'closes',
      'quota-town',
      'quota-region',
      'quota-other',
      'quota-association',
      'quota-observer',
    ].map((name) => [name, value(form, name)]),
  )
  const refused = await post(hanna, path, { ...kept, conference: 'http://conference.host.example/in' })
  const html = await refused.text()
  expect([refused.status, html.includes('href="#conference"')]).toEqual([422, true])
  expect(html).toContain('value="http://conference.host.example/in"')
  expect((await post(hanna, path, { ...kept, conference: '' })).status).toBe(303)
  expect(await read(approver, urls.delegation(town, year))).not.toContain('conference.host.example')
})

test('a child comes with an adult, by first name alone, and stands on the list for safeguarding alone', async () => {
  const form = await read(approver, urls.delegateNew(town, year, 'child'))
  const [, lou = ''] = /<option value="([0-9a-f-]{36})"[^>]*>Lou/.exec(form) ?? []
  const words = { ageGroup: '12-15', adult: lou, safeguarding: 'Youth bureau 7', consent: 'yes' }
  const id = value(form, 'id')
  const wrong = { id, who: 'child', ...eats, ...words, name: 'Eli Example', consent: '' }
  const refused = await post(approver, urls.delegation(town, year), wrong)
  const html = await refused.text()
  expect([refused.status, html.includes('href="#name"'), html.includes('href="#consent"')]).toEqual([422, true, true])
  await register({ ...words, name: 'Eli' })
  expect((await post(approver, urls.delegateOut(town, year, lou), {})).status).toBe(422)

  const safeguarding = await read(hanna, urls.hostSafeguarding(host, year))
  for (const text of ['Eli', 'Youth bureau 7', 'Lou Example', '12 to 15']) expect(safeguarding).toContain(text)
  const pages = [urls.hostParticipants(host, year), urls.hostNeeds(host, year)]
  for (const path of pages) expect(await read(hanna, path)).not.toContain('Eli')
  const csv = new TextDecoder().decode(await file(urls.hostParticipantsFile(host, year, 'csv')))
  expect([csv.includes('Lou Example'), csv.includes('Eli'), csv.includes('Wide doors')]).toEqual([true, false, false])
  const badges = await readPdf(await file(urls.hostBadges(host, year)))
  expect([badges.text.includes('Lou Example'), badges.text.includes('Eli')]).toEqual([true, false])
})

test('associations, observers and partners come within places of their own; none sees the others', async () => {
  const guests = urls.hostGuests(host, year)
  const typo = { id: crypto.randomUUID(), kind: 'observer', name: 'Child Watch Example', email: 'oscar at watch' }
  const refused = await post(hanna, guests, typo)
  const html = await refused.text()
  expect([refused.status, html.includes('href="#email"'), html.includes('oscar at watch')]).toEqual([422, true, true])
  const invite = async (who: string, kind: string, name: string, email: string) => {
    const id = crypto.randomUUID()
    const answer = await post(who, guests, { id, kind, name, email })
    expect(answer.headers.get('location')).toBe(`${urls.hostRegistration(host, year)}?done=invited`)
    return { guest: id }
  }
  const watch = await invite(hanna, 'observer', 'Child Watch Example', oscar)
  const partner = await invite(sasha, 'partner', 'Partner Example', paula)
  const [mail] = await app.mails(oscar)
  expect([mail?.subject, mail?.text].join(' ')).toContain('Child Watch Example')
  expect(await read(oscar, urls.office())).toContain(urls.delegation(watch, year))
  expect(await read(cora, urls.office())).toContain(urls.delegation({ association }, year))
  expect(await read(cora, urls.associationMeetings(association))).toContain(urls.delegation({ association }, year))

  for (const name of ['Ann Union', 'Ben Union']) await register({ name }, { association }, cora)
  await register({ name: 'Ole Watch' }, watch, oscar)
  const union = await read(cora, urls.delegation({ association }, year))
  expect([union.includes('Has a place'), union.includes('Waits'), union.includes('Ole Watch')]).toEqual([
    ...[true, true, false],
  ])
  expect(await read(oscar, urls.delegation(watch, year))).toContain('Has a place')
  // Partners have no place yet.
  await register({ name: 'Pia Partner' }, partner, paula)
  expect(await read(paula, urls.delegation(partner, year))).toContain('Waits')
  for (const [who, path] of [
    [oscar, urls.delegation(partner, year)],
    [cora, urls.delegation(watch, year)],
    [oscar, urls.delegation({ association }, year)],
    [dora, urls.delegation({ association }, year)],
    [approver, urls.delegation(watch, year)],
    [sasha, urls.delegation(watch, year)],
    [oscar, urls.hostParticipants(host, year)],
  ] as const) {
    expect([403, 404], `${who} ${path}`).toContain((await (await as(who)).get(path)).status)
  }
  const list = await read(hanna, urls.hostParticipants(host, year))
  for (const text of ['Ann Union', 'Example Association', 'Ole Watch', 'Child Watch Example'])
    expect(list).toContain(text)

  await post(sasha, urls.hostGuestRemove(host, year), partner)
  expect((await (await as(paula)).get(urls.delegation(partner, year))).status).toBe(404)
  expect(await read(hanna, urls.hostParticipants(host, year))).not.toContain('Pia Partner')
})

test('papers: no formula in a list, badges in every script, a letter for whoever needs one', async () => {
  const id = await register({ name: '=1+1', visa: 'yes' })
  await register({ name: 'Անի Օրինակ', function: 'Խորհրդական' })
  await register({ name: 'ليلى مثال', companion: 'Kit Beside' })
  const csv = new TextDecoder().decode(await file(urls.hostParticipantsFile(host, year, 'csv')))
  expect(csv).toContain("'=1+1")
  const { lines } = await openSheet(await file(urls.hostParticipantsFile(host, year, 'xlsx')), 10_000_000)
  expect(lines).toBeDefined()
  const badges = await readPdf(await file(urls.hostBadges(host, year)))
  for (const text of ['Անի Օրինակ', 'Խորհրդական', 'Kit Beside', 'Comes with']) expect(badges.text).toContain(text)
  const letter = await readPdf(await file(urls.hostLetter(host, year, id)))
  for (const text of ['=1+1', 'Example-Stadt', 'Councillor']) expect(letter.text).toContain(text)
})

test('half a year afterwards nothing of anybody is left, anywhere', async () => {
  const people = ['Lou Example', 'Uma Example', 'Wide doors', 'kim@delegation.example', 'Youth bureau 7', 'Bo Beside']
  expect(await columnsWith(app.db, ...people)).not.toEqual([])
  const at = (days: number) => Temporal.PlainDate.from(ends).add({ days }).toZonedDateTime('Europe/Berlin').toInstant()
  expect(await sweep(app.db, delegationsRetention.rules, at(180))).toEqual({})
  expect(Object.keys(await sweep(app.db, delegationsRetention.rules, at(186)))).toEqual([
    ...['office.delegate', 'office.meeting_guest'],
  ])
  expect(await columnsWith(app.db, ...people)).toEqual([])
})
