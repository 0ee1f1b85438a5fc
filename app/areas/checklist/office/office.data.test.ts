import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../tests/database.ts'
import type { Database } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { readDraft, readDraftService } from '../service.ts'
import { addTown, at, text } from '../test-town.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { previewChoices } from './office-request.ts'
import { partIds } from './service-parts.ts'
import {
  addService,
  fieldValue,
  openTestOffice,
  openTestTown,
  publishFrom,
  type TestOffice,
  testOfficeDeps,
} from './test-office.ts'

const town = { country: 'NL', slug: 'example-town' }
const kind = 'child-helpline'
let database: Database
let deps: OfficeChecklistDeps
let id: string
let region: string
let anna: TestOffice
let bert: TestOffice

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, region, deps, anna, bert } = await openTestTown(database))
})

const draft = () => readDraft(database.db, id)
const firstService = async () => (await draft()).services[0]

describe('the checklist of a town', () => {
  it('tells in words how far it has come, and shows what is missing first', async () => {
    await anna.post(urls.officeKind(town, kind), { revision: '0', status: 'available' })
    const html = await (await anna.get(urls.officeTown(town))).text()
    expect(html).toContain('1 of 20 core items answered.')
    expect(html.indexOf('Service missing')).toBeLessThan(html.lastIndexOf('Not answered'))
    expect(html.match(/class="govuk-summary-list__row"/g)).toHaveLength(42)
    expect(html).toContain('1 change is not published yet.')
  })

  it('keeps the introduction in each language, and shows the second officer what the first has saved', async () => {
    const path = urls.officeIntroduction(town)
    const sent = await anna.post(path, { revision: '0', 'introduction-nl': 'Welkom', 'introduction-ar': 'أهلا' })
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${urls.officeTown(town)}?saved=introduction`])
    const late = await bert.post(path, { revision: '0', 'introduction-nl': 'Hallo' })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('Welkom')
    expect(html).toContain('>Hallo</textarea>')
    expect((await bert.post(path, { revision: fieldValue(html, 'revision'), 'introduction-nl': 'Hallo' })).status).toBe(
      303,
    )
    expect((await draft()).introduction).toEqual(text('Hallo', 'nl'))
  })
})

it('the page can be looked at in the languages of the town first', () => {
  const first = (official: readonly string[]) => previewChoices(deps, { official })[0]?.code
  expect([first(['fr']), first(['nl', 'de']), first(['nl'])]).toEqual(['fr', 'de', 'en'])
  expect(previewChoices(deps, { official: ['fr'] })).toHaveLength(deps.i18n.offered.length)
})

describe('an answer', () => {
  const path = urls.officeKind(town, kind)

  it('that cannot be saved comes back with everything typed and the fault at its field', async () => {
    const typed = { status: 'planned', 'planned-day': '31', 'planned-month': 'june', 'note-partly-nl': 'Voor later' }
    const refused = await anna.post(path, { revision: '0', ...typed })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('href="#planned-day"')
    expect([fieldValue(html, 'planned-day'), fieldValue(html, 'planned-month')]).toEqual(['31', 'june'])
    expect(html).toContain('>Voor later</textarea>')
    expect(html.indexOf('govuk-error-summary')).toBeLessThan(html.indexOf('<h1'))
    expect((await draft()).answers).toEqual([])
  })

  it('never leaves families without a way on', async () => {
    const refused = await anna.post(path, { revision: '0', status: 'not-our-task' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('href="#note-not-our-task-nl"')
    const saved = await anna.post(path, { revision: '0', status: 'not-our-task', 'note-not-our-task-nl': 'De regio' })
    expect(saved.headers.get('location')).toBe(`${urls.officeTown(town)}?saved=answer`)
  })

  it('has fields for another language after it was asked for', async () => {
    const typed = { status: 'partly', 'note-partly-nl': 'Half', also: 'uk' }
    const saved = await anna.post(path, { revision: '0', ...typed })
    const html = await (await anna.get(saved.headers.get('location') ?? '')).text()
    expect(html).toContain('name="note-partly-uk"')
  })
})

describe('a new service', () => {
  const path = urls.officeNewService(town, kind)
  const typed = { language: 'nl', name: 'Luisterend Oor', kinds: kind, place: 'none' }

  it('is one service however often its form is sent', async () => {
    const form = await (await anna.get(path)).text()
    const fields = { ...typed, id: fieldValue(form, 'id'), revision: fieldValue(form, 'revision') }
    const [first, second] = [await anna.post(path, fields), await anna.post(path, fields)]
    expect([first.status, second.status]).toEqual([303, 303])
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect((await draft()).services).toHaveLength(1)
    const overview = await (await anna.get(first.headers.get('location') ?? '')).text()
    expect(overview).toContain('Luisterend Oor')
    expect(overview).toContain('Will you tell anyone?')
  })

  it('changed after going back is compared, not added twice', async () => {
    const fields = { ...typed, id: newId(), revision: '0' }
    await anna.post(path, fields)
    const again = await anna.post(path, { ...fields, name: 'Ander Oor' })
    const html = await again.text()
    expect(again.status).toBe(409)
    expect(
      (await anna.post(path, { ...fields, name: 'Ander Oor', revision: fieldValue(html, 'revision') })).status,
    ).toBe(303)
    expect((await draft()).services.map(({ facts: { name } }) => name)).toEqual([text('Ander Oor', 'nl')])
  })

  it('without a name keeps what was typed and its id', async () => {
    const service = newId()
    const refused = await anna.post(path, { ...typed, name: '', whatHappens: '<b>Kom', id: service, revision: '0' })
    const html = await refused.text()
    expect(refused.status).toBe(422)
    expect(html).toContain('href="#name"')
    expect(html).toContain('&lt;b&gt;Kom</textarea>')
    expect(fieldValue(html, 'id')).toBe(service)
  })
})

describe('a part of a service', () => {
  it('is saved for itself, and the rest stays', async () => {
    const service = await addService(deps, id, { howToComplain: text('Write to us') })
    const path = urls.officeServicePart(town, service, 'hours')
    const saved = await anna.post(path, { revision: '1', when: 'weekly', 'day-1': '9-12', after: 'more' })
    expect(saved.headers.get('location')).toBe(`${path}?saved=service`)
    expect((await firstService())?.facts).toMatchObject({
      hours: { weekly: [{ day: 1, opens: '09:00', closes: '12:00' }] },
      howToComplain: text('Write to us'),
    })
  })

  it('refused by a rule names the row that was typed, though rows before it are empty', async () => {
    const service = await addService(deps, id)
    const real = openTestOffice(testOfficeDeps(database, id, region, { demonstration: false }), id, 'anna@example.org')
    const row = { 'phone-2-number': '12', 'phone-2-channels': 'voice', 'phone-2-label': 'Night' }
    const refused = await real.post(urls.officeServicePart(town, service, 'contact'), { revision: '1', ...row })
    expect(refused.status).toBe(422)
    const html = await refused.text()
    expect(html).toContain('href="#phone-2-number"')
    expect(fieldValue(html, 'phone-2-label')).toBe('Night')
  })

  it('takes no words for a phone number, not even in a fictional town', async () => {
    const service = await addService(deps, id)
    const row = { 'phone-0-number': 'ring the bell', 'phone-0-channels': 'voice' }
    const refused = await anna.post(urls.officeServicePart(town, service, 'contact'), { revision: '1', ...row })
    expect([refused.status, (await refused.text()).includes('href="#phone-0-number"')]).toEqual([422, true])
  })

  it('of a service that somebody took out keeps what was typed', async () => {
    const service = await addService(deps, id)
    await bert.post(urls.officeServiceRemove(town, service), { revision: '1' })
    const late = await anna.post(urls.officeServicePart(town, service, 'conditions'), {
      revision: '1',
      feeNote: 'Typed',
    })
    expect(late.status).toBe(409)
    expect(await late.text()).toContain('>Typed</textarea>')
  })

  it('finds areas by name', async () => {
    const service = await addService(deps, id)
    const path = urls.officeServicePart(town, service, 'area')
    const unknown = await anna.post(path, { revision: '1', scope: 'more', codes: 'Nowhere' })
    expect([unknown.status, (await unknown.text()).includes('href="#codes"')]).toEqual([422, true])
    await anna.post(path, { revision: '1', scope: 'more', codes: 'Example Region\n' })
    expect((await firstService())?.facts.serves).toEqual([region])
    expect(await (await anna.get(urls.officeService(town, service))).text()).toContain('Example Region')
  })

  it('keeps translations beside their source, and who made them', async () => {
    const service = await addService(deps, id)
    const path = urls.officeServicePart(town, service, 'languages')
    const fields = { revision: '1', into: 'ar', 'text-name': 'أذن صاغية', 'machine-name': 'yes' }
    const saved = await anna.post(path, fields)
    expect(saved.headers.get('location')).toBe(`${path}?saved=service&into=ar`)
    const ar = { text: 'أذن صاغية', origin: 'machine', from: 'en', fromRevision: 1 }
    expect((await firstService())?.facts.name).toEqual({ ...text('Listening Ear'), ar })
    expect((await anna.post(path, fields)).status).toBe(303)
    expect((await firstService())?.revision).toBe(2)
  })
})

describe('a place that becomes confidential', () => {
  it('has its fields for an address under the answer they belong to, where the style sheet can hide them', async () => {
    const service = await addService(deps, id, { place: { type: 'confidential' } })
    for (const path of [urls.officeServicePart(town, service, 'place'), urls.officeNewService(town, kind)]) {
      const html = await (await anna.get(path)).text()
      const [before = '', after = ''] = html.split('id="conditional-place"')
      expect(before).not.toContain('name="address-0-street"')
      expect(after.split('value="none"')[0]).toContain('name="address-0-street"')
    }
  })

  it('is asked about once, and then stands nowhere any more', async () => {
    const service = await addService(deps, id, { place: at('Geheimstraat 5') })
    await anna.post(urls.officeKind(town, kind), { revision: '0', status: 'available' })
    await publishFrom(anna)
    const path = urls.officeServicePart(town, service, 'place')
    const typed = {
      revision: '1',
      place: 'confidential',
      'address-0-street': 'Geheimstraat 5',
      'address-0-town': 'Here',
    }
    const asked = await anna.post(path, typed)
    const html = await asked.text()
    expect(asked.status).toBe(422)
    expect(html).toContain('name="redact"')
    expect(html).not.toContain('Geheimstraat')
    expect((await anna.post(path, { ...typed, redact: 'yes' })).status).toBe(303)
    const stored = JSON.stringify([
      await database.db.selectFrom('published.snapshot').select('document').where('authority', '=', id).execute(),
      await firstService(),
    ])
    expect(stored).not.toContain('Geheimstraat')
  })
})

describe('checking and taking out', () => {
  it('notes the day, unless somebody has changed the service meanwhile', async () => {
    const service = await addService(deps, id, { checked: { on: '2026-01-01', by: 'provider' } })
    const path = urls.officeServiceChecked(town, service)
    expect((await anna.post(path, { revision: '0' })).status).toBe(409)
    expect((await anna.post(path, { revision: '1' })).status).toBe(303)
    expect((await firstService())?.facts.checked).toEqual({ on: '2026-03-10', by: 'office' })
  })

  it('takes out what was looked at, once', async () => {
    const service = await addService(deps, id)
    const path = urls.officeServiceRemove(town, service)
    expect((await anna.post(path, { revision: '7' })).status).toBe(409)
    expect((await anna.post(path, { revision: '1' })).status).toBe(303)
    expect((await anna.post(path, { revision: '1' })).status).toBe(303)
    expect(await readDraftService(database.db, id, service)).toBeUndefined()
    expect((await anna.get(path)).status).toBe(404)
  })
})

describe('publishing', () => {
  it('shows what changes, publishes it once, and keeps versions to compare', async () => {
    const service = await addService(deps, id)
    const before = await (await anna.get(urls.officePublish(town))).text()
    expect(before).toContain('New service')
    const done = await publishFrom(anna)
    expect(done.headers.get('location')).toBe(`${urls.officeVersions(town)}?saved=published`)
    expect((await publishFrom(anna)).headers.get('location')).toContain('saved=unchanged')
    await anna.post(urls.officeServicePart(town, service, 'conditions'), { revision: '1', fee: 'free' })
    await publishFrom(anna)
    expect(await (await anna.get(urls.officeVersions(town))).text()).toContain('Version 2')
    const old = await (await anna.get(urls.officeVersion(town, 1))).text()
    expect(old).toContain('What is different: cost')
    expect((await anna.get(urls.officeVersion(town, 3))).status).toBe(404)
  })

  it('puts only what was looked at before the public', async () => {
    const service = await addService(deps, id)
    const looked = fieldValue(await (await bert.get(urls.officePublish(town))).text(), 'seen')
    await anna.post(urls.officeServicePart(town, service, 'conditions'), { revision: '1', fee: 'free' })
    const late = await bert.post(urls.officePublish(town), { seen: looked })
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('The draft was changed while you were looking')
    expect((await bert.post(urls.officePublish(town), {})).status).toBe(409)
    expect((await bert.post(urls.officePublish(town), { seen: fieldValue(html, 'seen') })).status).toBe(303)
  })

  it('with nothing to say is refused, and says why', async () => {
    const refused = await publishFrom(anna)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('There is nothing to publish yet')
  })

  it('is previewed as the public would see it, out of reach of search engines', async () => {
    await addService(deps, id)
    const seen = await anna.get(urls.officePreview(town, 'en'))
    expect(seen.headers.get('x-robots-tag')).toBe('noindex')
    expect(await seen.text()).toContain('Listening Ear')
    expect((await anna.get(urls.officePreview(town, 'rom'))).status).toBe(404)
  })
})

describe('every page', () => {
  it('is valid, and of another town’s service there is none', async () => {
    const service = await addService(deps, id, { place: at('Market 1') })
    await publishFrom(anna)
    const pages = [
      urls.officeTown(town),
      urls.officeIntroduction(town),
      urls.officeKind(town, kind),
      urls.officeNewService(town, kind),
      urls.officeService(town, service),
      ...partIds.map((part) => urls.officeServicePart(town, service, part)),
      `${urls.officeServicePart(town, service, 'languages')}?into=ar`,
      urls.officeServiceRemove(town, service),
      urls.officePublish(town),
      urls.officeVersions(town),
      urls.officeVersion(town, 1),
      urls.officeCompare(town, { earlier: 1, later: 1 }),
      urls.officeRestore(town, 1),
      urls.officeRestore(town, 1, { service }),
    ]
    for (const path of pages) {
      const answer = await anna.get(path)
      expect([path, answer.status]).toEqual([path, 200])
      expect([path, htmlFaults(await answer.text())]).toEqual([path, []])
    }
    const other = await addTown(database)
    const eve = openTestOffice(testOfficeDeps(database, other, region), other, 'eve@example.org')
    expect((await eve.get(urls.officeService(town, service))).status).toBe(404)
    expect((await eve.post(urls.officeServicePart(town, service, 'hours'), { revision: '1' })).status).toBe(404)
    expect((await eve.post(urls.officeServiceRemove(town, service), { revision: '1' })).status).toBe(404)
  })
})
