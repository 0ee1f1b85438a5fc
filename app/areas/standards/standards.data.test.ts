/** From the front door: an area writes once, its towns fill in the rest, and what families read follows at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp, town } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'

let app: PeopleApp
let ids = 0
const region = { country: 'NL', slug: 'example-region' } as const
beforeAll(async () => {
  app = await openPeopleApp()
  const id = (await findBySlug(app.db, 'NL', region.slug))?.authority?.id ?? ''
  await app.give('anna@region.example', 'officer', { kind: 'authority', id })
  await app.give('bert@region.example', 'approver', { kind: 'authority', id })
  await app.give('coordinator@standards.example', 'coordinator', app.associationScope)
})
afterAll(() => app.close())

const texts = urls.officeTexts(region)
type Fields = Record<string, string>

/** Each person signs in once. */
const { as, read, post } = visitorsOf(() => app)

/** A text of the region, saved and published. @returns its address. */
async function write(words: Fields, kind: string): Promise<string> {
  const list = await read('anna@region.example', texts)
  const started = await post('anna@region.example', texts, { id: value(list, 'id'), kind, language: 'nl' })
  const path = started.headers.get('location')?.split('?')[0] ?? ''
  await rewrite(path, words)
  return path
}

async function rewrite(path: string, words: Fields) {
  const form = await read('anna@region.example', path)
  const saved = await post('anna@region.example', path, { revision: value(form, 'revision'), into: 'nl', ...words })
  expect(saved.status).toBe(303)
  const seen = value(await read('anna@region.example', path), 'revision')
  const published = await post('anna@region.example', `${path}/publish`, { revision: seen })
  expect(published.headers.get('location')).toContain('done=published')
}

/** A service of the town with nothing but a name. @returns its id. */
async function addService(kind: string): Promise<string> {
  ids += 1
  const path = urls.officeNewService(town, kind)
  const form = await read(approver, path)
  const fields = {
    id: value(form, 'id'),
    revision: '0',
    language: 'nl',
    name: `Dienst ${ids}`,
    kinds: kind,
    place: 'none',
  }
  expect((await post(approver, path, fields)).status).toBe(303)
  return fields.id
}

async function use(service: string, choices: Fields = {}) {
  const path = urls.officeServiceStandard(town, service)
  const form = await read(approver, path)
  return post(approver, path, { revision: value(form, 'revision'), text: value(form, 'text'), do: 'use', ...choices })
}

async function publishTown() {
  const path = urls.officePublish(town)
  await post(approver, path, { seen: value(await read(approver, path), 'seen') })
}

/** Every node hears of a change within moments. */
const page = (service: string, lang = 'en') => urls.service(lang, town, service)
async function familiesRead(service: string, wanted: string, unwanted = 'nothing of the sort') {
  await eventually(async () => {
    const html = await (await app.nobody.get(page(service))).text()
    expect(html).toContain(wanted)
    expect(html).not.toContain(unwanted)
  })
}

test('a town that takes a text over shows its words, and every change of them at once without a new version', async () => {
  const path = await write(
    { whatHappens: 'Iemand luistert naar je.', howToComplain: 'Zeg het ons.' },
    'crisis-counselling',
  )
  const service = await addService('crisis-counselling')
  expect(await read(approver, urls.officeService(town, service))).toContain('offers a standard text')
  expect((await use(service)).status).toBe(303)
  await publishTown()
  await familiesRead(service, 'Iemand luistert naar je.')
  await familiesRead(service, 'standard text of')
  const versions = () => app.db.selectFrom('published.snapshot').select('version').execute()
  const before = await versions()
  await rewrite(path, { whatHappens: 'Twee mensen luisteren naar je.', howToComplain: 'Zeg het ons.' })
  await familiesRead(service, 'Twee mensen luisteren', 'Iemand luistert')
  expect(await versions()).toEqual(before)
  const version = value(await read(approver, urls.officeServiceStandard(town, service)), 'version')
  await post(approver, urls.officeServiceStandardSeen(town, service), { version })
})

test('the town is told once of what changed, word by word, and may keep the earlier words', async () => {
  const first = 'Iemand luistert lang en rustig naar je, zolang je wilt.'
  const path = await write({ whatHappens: first }, 'trauma-therapy')
  const service = await addService('trauma-therapy')
  await use(service)
  await publishTown()
  expect(await read(approver, urls.office())).not.toContain('what changed in a standard text')
  await rewrite(path, { whatHappens: first.replace('lang', 'kort') })
  expect(await read(approver, urls.office())).toContain('what changed in a standard text')
  const compared = await read(approver, urls.officeServiceStandard(town, service))
  expect(compared).toContain('<del>lang</del>')
  expect(compared).toContain('<ins>kort</ins>')
  const seen = value(compared, 'version')
  expect((await post(approver, urls.officeServiceStandardSeen(town, service), { version: seen })).status).toBe(303)
  expect(await read(approver, urls.office())).not.toContain('what changed in a standard text')
  await rewrite(path, { whatHappens: 'Kort gezegd: kom.' })
  const form = await read(approver, urls.officeServiceStandard(town, service))
  const kept = { revision: value(form, 'revision'), version: seen, do: 'keep' }
  expect((await post(approver, urls.officeServiceStandard(town, service), kept)).status).toBe(303)
  await publishTown()
  await familiesRead(service, 'kort en rustig', 'standard text of')
})

test('one text in words of its own, and back', async () => {
  await write({ whatHappens: 'Iemand luistert.', howToComplain: 'Zeg het ons.' }, 'school-support')
  const service = await addService('school-support')
  await use(service, { 'slot-howToComplain': 'own' })
  const form = await read(approver, urls.officeServicePart(town, service, 'conditions'))
  expect(form).toContain('uses a standard text')
  expect(form).toMatch(/name="howToComplain"[^>]*>\s*Zeg het ons\./)
  const revision = value(form, 'revision')
  await post(approver, urls.officeServicePart(town, service, 'conditions'), {
    revision,
    howToComplain: 'Bel de wethouder.',
  })
  await publishTown()
  await familiesRead(service, 'Bel de wethouder.', 'Zeg het ons.')
  await familiesRead(service, 'Iemand luistert.')
  await use(service, { 'slot-howToComplain': 'standard' })
  await publishTown()
  await familiesRead(service, 'Zeg het ons.', 'Bel de wethouder.')
})

test('a text that is withdrawn stays on pages as the town’s own, and the town is told', async () => {
  const path = await write({ whatHappens: 'Iemand luistert voor altijd.' }, 'parent-programmes')
  const service = await addService('parent-programmes')
  await use(service)
  await publishTown()
  expect((await post('bert@region.example', `${path}/withdraw`, {})).status).toBe(303)
  await familiesRead(service, 'Iemand luistert voor altijd.', 'standard text of')
  expect(await read(approver, urls.office())).toContain('was withdrawn')
  const form = await read(approver, urls.officeServiceStandard(town, service))
  expect(form).toContain('has withdrawn this text')
  const kept = { revision: value(form, 'revision'), version: value(form, 'version'), do: 'keep' }
  await post(approver, urls.officeServiceStandard(town, service), kept)
  await publishTown()
  await familiesRead(service, 'Iemand luistert voor altijd.')
  expect(await read(approver, urls.office())).not.toContain('was withdrawn')
  // Nobody else takes it over.
  const other = await addService('parent-programmes')
  expect(await read(approver, urls.officeServiceStandard(town, other))).not.toContain('voor altijd')
})

test('a text of others cannot be taken over', async () => {
  await write({ whatHappens: 'Van de regio.' }, 'safe-sport')
  const service = await addService('child-helpline')
  const form = await read(approver, urls.officeService(town, service))
  expect(form).not.toContain('offers a standard text')
  const { id } = await app.db
    .selectFrom('published.standard_text')
    .select('id')
    .where('kind', '=', 'safe-sport')
    .executeTakeFirstOrThrow()
  const fields = { revision: '1', text: id, do: 'use' }
  expect((await post(approver, urls.officeServiceStandard(town, service), fields)).status).toBe(404)
})

test('where an area wants two pairs of eyes, who wrote does not publish', async () => {
  const path = await write({ whatHappens: 'Eerst.' }, 'court-support')
  await post('bert@region.example', urls.officeTwoPairs(region), { on: 'yes' })
  const form = await read('anna@region.example', path)
  await post('anna@region.example', path, { revision: value(form, 'revision'), into: 'nl', whatHappens: 'Daarna.' })
  const revision = value(await read('anna@region.example', path), 'revision')
  const own = await post('anna@region.example', `${path}/publish`, { revision })
  expect([own.status, (await own.text()).includes('another person publishes it')]).toEqual([409, true])
  const other = await post('bert@region.example', `${path}/publish`, { revision })
  expect(other.headers.get('location')).toContain('done=published')
  await post('bert@region.example', urls.officeTwoPairs(region), { on: 'no' })
})

test('two who write at once: the second sees what the first wrote and keeps what they typed', async () => {
  const path = await write({ whatHappens: 'Eerst.' }, 'free-legal-help')
  const revision = value(await read('anna@region.example', path), 'revision')
  await post('bert@region.example', path, { revision, into: 'nl', whatHappens: 'Van Bert.' })
  const late = await post('anna@region.example', path, { revision, into: 'nl', whatHappens: 'Van Anna.' })
  const html = await late.text()
  expect([late.status, htmlFaults(html)]).toEqual([409, []])
  expect(html).toContain('Van Anna.')
  expect(html).toContain('Van Bert.')
})

test('an association writes as an area does; a town writes for itself alone', async () => {
  const list = urls.associationTexts(association)
  const html = await read('coordinator@standards.example', list)
  expect(html).toContain('used by 1 service')
  const [, path = ''] = new RegExp(`href="(${list}/[0-9a-f-]{36})"`).exec(html) ?? []
  const text = await read('coordinator@standards.example', `${path}?into=ar`)
  expect(text).toContain('Twee mensen komen praten')
  expect((await (await as(approver)).get(urls.officeTexts(town))).status).toBe(404)
})

test('all kinds in all languages at a glance, with the way to each; a text may begin with words that have gaps to fill in', async () => {
  const list = urls.associationTexts(association)
  const who = 'coordinator@standards.example'
  const matrix = await read(who, urls.standardMatrix(list))
  expect(matrix.match(/<th scope="row"/g)).toHaveLength(app.services.reference.checklist.kinds.length)
  const begin = urls.standardTextFor(list, 'trauma-therapy')
  expect(matrix).toContain(`href="${begin}"`)
  expect(matrix).toContain('Duty of the town')
  const form = await read(who, begin)
  expect(form).toContain('<option value="trauma-therapy" selected')
  const fields = { id: value(form, 'id'), kind: 'trauma-therapy', language: 'nl', proposal: 'yes' }
  const path = (await post(who, list, fields)).headers.get('location')?.split('?')[0] ?? ''
  const begun = await read(who, path)
  expect(begun).toContain('[[')
  expect(await read(who, urls.standardMatrix(list))).toContain('Made by machine')
  const refused = await post(who, `${path}/publish`, { revision: value(begun, 'revision') })
  expect([refused.status, (await refused.text()).includes('double square brackets')]).toEqual([422, true])
})

test('before a text is published, its page says whose pages show it and shows one with the new words', async () => {
  const path = await write({ whatHappens: 'Eerste woorden.' }, 'adult-survivor-support')
  const service = await addService('adult-survivor-support')
  await use(service)
  await publishTown()
  const revision = value(await read('anna@region.example', path), 'revision')
  await post('anna@region.example', path, { revision, into: 'nl', whatHappens: 'Nieuwe woorden.' })
  expect(await read('anna@region.example', path)).toContain(`href="${urls.standardReach(path)}"`)
  const reach = await read('anna@region.example', urls.standardReach(path))
  const id = (await findBySlug(app.db, town.country, town.slug))?.authority?.id ?? ''
  const preview = urls.standardReachPreview(path, id, 'en')
  expect(reach).toContain(`href="${preview}"`)
  const html = await (await (await as('anna@region.example')).get(preview)).text()
  expect(html).toContain('Nieuwe woorden.')
  expect(await (await app.nobody.get(page(service))).text()).toContain('Eerste woorden.')
  const other = (await findBySlug(app.db, 'DE', 'example-stadt'))?.authority?.id ?? ''
  const foreign = await (await as('anna@region.example')).get(urls.standardReachPreview(path, other, 'en'))
  expect(foreign.status).toBe(404)
})
