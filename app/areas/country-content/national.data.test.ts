/** National services from the front door: coordinators keep them, every town shows them, and who inherits is seen before. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { ensureAssociation } from '../associations/index.ts'
import { findBySlug, nationalAuthorities } from '../authorities/index.ts'
import { createWatching } from '../watching/index.ts'

let app: PeopleApp
let country = { country: 'NL', slug: '' }
const [anna, bert] = ['anna@union.example', 'bert@union.example'] as const
const secretariat = 'sara@pact.example'
beforeAll(async () => {
  app = await openPeopleApp()
  for (const email of [anna, bert]) await app.give(email, 'coordinator', app.associationScope)
  await app.give(secretariat, 'secretariat', { kind: 'instance' })
  const [national] = await nationalAuthorities(app.db, 'NL')
  country = { country: 'NL', slug: national?.slug ?? '' }
})
afterAll(() => app.close())

const { as, read, post } = visitorsOf(() => app)
const statusOf = async (who: string, path: string) => (await (await as(who)).get(path)).status
const familiesRead = async (path: string) => (await app.nobody.get(path)).text()

/** What readers say of a national service is in the work of its keepers, who have a way to it. */
async function readersSayWrong(name: string) {
  const found = await app.db.selectFrom('published.service').select(['id', 'facts']).execute()
  const id = found.find(({ facts }) => JSON.stringify(facts).includes(name))?.id ?? ''
  const path = urls.serviceWrong('en', country, id)
  const form = value(await familiesRead(path), 'form')
  await app.nobody.post(path, { form, reason: 'closed' })
  await createWatching(app.services.watching).handlers[0]?.run({})
  expect(await read(anna, urls.office())).toContain(`href="${urls.officeReports(country)}"`)
  await read(anna, urls.officeReports(country))
}

async function addService(who: string, name: string) {
  const path = urls.officeNewService(country, 'free-legal-help')
  const form = await read(who, path)
  const fields = { id: value(form, 'id'), revision: '0', language: 'nl', name, kinds: 'free-legal-help', place: 'none' }
  expect((await post(who, path, fields)).status).toBe(303)
}

test('a coordinator finds the office of the country among the sections of the association', async () => {
  expect(await read(anna, urls.associationTexts(association))).toContain(`href="${urls.officeNational('NL')}"`)
  const page = await read(anna, urls.officeNational('NL'))
  expect(page).toContain(`href="${urls.officeTown(country)}"`)
  for (const path of [urls.officeTown(country), urls.officeHistory(country), urls.townPeople(country)]) {
    await read(anna, path)
  }
})

test('before it is published, the page says who inherits it and shows a town’s page with the draft; after, every page has it', async () => {
  const page = urls.town('en', town)
  await addService(anna, 'Landelijke rechtshulp')
  // In memory from here on.
  expect(await familiesRead(page)).not.toContain('Landelijke rechtshulp')
  expect(await read(anna, urls.officePublish(country))).toContain(`href="${urls.officeReach(country)}"`)
  const reach = await read(anna, urls.officeReach(country))
  expect(reach).toContain('inherit what you offer here')
  expect(reach).toContain('Example Region')
  const preview = urls.officeReachPreview(country, town.slug, 'en')
  const before = await (await (await as(anna)).get(preview)).text()
  expect(before).toContain('Landelijke rechtshulp')
  expect(await familiesRead(page)).not.toContain('Landelijke rechtshulp')
  const seen = value(await read(anna, urls.officePublish(country)), 'seen')
  expect((await post(anna, urls.officePublish(country), { seen })).status).toBe(303)
  await eventually(async () => expect(await familiesRead(page)).toContain('Landelijke rechtshulp'))
  await readersSayWrong('Landelijke rechtshulp')
  const [record] = (await app.audited('checklist.publish')).slice(-1)
  expect(record?.person).toBeTruthy()
})

test('a coordinator sees of a town what it has published, and nothing of its draft', async () => {
  const introduction = urls.officeIntroduction(town)
  const revision = value(await read(approver, introduction), 'revision')
  await post(approver, introduction, { revision, 'introduction-nl': 'Nog niet openbaar.' })
  const preview = await (await as(anna)).get(urls.officeReachPreview(country, town.slug, 'en'))
  expect(await preview.text()).not.toContain('Nog niet openbaar.')
  expect(await statusOf(anna, urls.officeTown(town))).toBe(404)
  expect(await statusOf(anna, urls.officeReachPreview(country, 'example-stadt', 'en'))).toBe(404)
})

test('a second coordinator may be asked to look, and whoever edited does not approve', async () => {
  expect((await post(anna, urls.officeTwoPairs(country), { on: 'yes' })).status).toBe(303)
  await addService(anna, 'Landelijke tweede hulp')
  const seen = value(await read(anna, urls.officePublish(country)), 'seen')
  expect((await post(anna, urls.officePublish(country), { seen })).status).toBe(409)
  const asked = await post(anna, urls.officeAskApproval(country), { seen, note: 'Kijk even' })
  expect(asked.status).toBe(303)
  const page = await read(bert, urls.officePublish(country))
  const fields = { seen: value(page, 'seen'), request: value(page, 'request'), decision: 'approve', words: '' }
  expect((await post(bert, urls.officeApprove(country), fields)).status).toBe(303)
  await post(anna, urls.officeTwoPairs(country), { on: 'no' })
  await eventually(async () => expect(await familiesRead(urls.town('en', town))).toContain('Landelijke tweede hulp'))
})

test('neither the secretariat nor an officer of a town nor a coordinator from elsewhere edits them', async () => {
  await ensureAssociation(
    app.db,
    {
      id: '00000000-0000-4000-8000-0000000000aa',
      ...{ country: 'FR', slug: 'example-union', name: 'Example Union', names: {}, web: null, demonstration: true },
      source: 'test',
    },
    [],
    Temporal.Instant.from('2026-11-29T10:00:00Z'),
  )
  const elsewhere = { kind: 'association', id: '00000000-0000-4000-8000-0000000000aa' } as const
  await app.give('chloe@union.example', 'coordinator', elsewhere)
  for (const who of [secretariat, approver, 'chloe@union.example']) {
    expect(await statusOf(who, urls.officeTown(country)), who).toBe(404)
    expect(await statusOf(who, urls.officeNational('NL')), who).toBe(404)
  }
})

test('where a country has no office, a coordinator opens one with its name, and its towns inherit from it at once', async () => {
  const ville = { country: 'FR', slug: 'example-ville' }
  const page = urls.town('fr', ville)
  await familiesRead(page)
  const who = 'chloe@union.example'
  expect(await read(who, urls.officeNational('FR'))).toContain('Open the office of the country')
  const opened = await post(who, urls.officeNational('FR'), {})
  expect(opened.status).toBe(303)
  const [national] = await nationalAuthorities(app.db, 'FR')
  expect(national).toMatchObject({ name: 'France', kind: 'country', demonstration: true, officialLanguages: ['fr'] })
  expect((await post(who, urls.officeNational('FR'), {})).headers.get('location')).toBe(opened.headers.get('location'))
  const office = { country: 'FR', slug: national?.slug ?? '' }
  const form = await read(who, urls.officeNewService(office, 'free-legal-help'))
  const fields = { id: value(form, 'id'), revision: '0', language: 'fr', kinds: 'free-legal-help', place: 'none' }
  await post(who, urls.officeNewService(office, 'free-legal-help'), { ...fields, name: 'Aide du pays' })
  // What is begun there stands in the coordinator's own list, without 41 kinds that a country need not offer.
  const work = await read(who, urls.office())
  expect(work).toContain(`href="${urls.officePublish(office)}"`)
  expect(work).not.toContain(`${urls.officeTown(office)}/kinds/`)
  await post(who, urls.officePublish(office), { seen: value(await read(who, urls.officePublish(office)), 'seen') })
  await eventually(async () => expect(await familiesRead(page)).toContain('Aide du pays'))
  expect((await findBySlug(app.db, 'FR', office.slug))?.authority?.id).toBe(national?.id)
})

test('where no association has a coordinator the secretariat keeps them, and no more once there is one', async () => {
  expect(await statusOf(secretariat, urls.officeNational('SE'))).toBe(200)
  await post(secretariat, urls.officeNational('SE'), {})
  const [national] = await nationalAuthorities(app.db, 'SE')
  const office = { country: 'SE', slug: national?.slug ?? '' }
  expect(await statusOf(secretariat, urls.officeTown(office))).toBe(200)
  expect(await statusOf(secretariat, urls.officeTown({ country: 'FR', slug: 'national-services' }))).toBe(404)
})
