import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../../tests/database.ts'
import { formOf, type Sent, valuesIn } from '../../../../../tests/page-form.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { htmlFaults } from '../../../../ui/components/example-checks.ts'
import { urls } from '../../../../urls.ts'
import type { ServiceFacts } from '../../schema.ts'
import { readDraft } from '../../service.ts'
import { at, text } from '../../test-town.ts'
import { type PartId, partIds } from '../service-parts.ts'
import { open, openTwoOfficers, type TwoOfficers, town } from './test-two-officers.ts'

let database: Database
let id: string
let anna: TwoOfficers['anna']
let bert: TwoOfficers['bert']
let addService: TwoOfficers['addService']
let now: TwoOfficers['now']

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, anna, bert, addService, now } = await openTwoOfficers(database))
})

/** For each part: what Anna changes, what Bert changes, and how to see both. */
const apart: Readonly<
  Record<PartId, { anna: Sent; bert: Sent; both: Partial<ServiceFacts> | ((one: ServiceFacts) => unknown) }>
> = {
  about: {
    anna: { name: 'Good Ear' },
    bert: { provider: 'The other house' },
    both: { name: text('Good Ear'), provider: 'The other house' },
  },
  contact: {
    anna: { 'phone-0-number': '0800 2222' },
    bert: { email: 'new@example.org' },
    both: ({ phones, email }) => [phones.map(({ number }) => number), email],
  },
  place: { anna: { 'address-0-street': 'Market 2' }, bert: {}, both: { place: at('Market 2') } },
  hours: {
    anna: { 'day-1': '9-12' },
    bert: { appointment: 'required' },
    both: ({ hours }) => [hours.weekly, hours.appointment],
  },
  conditions: {
    anna: { fee: 'paid', feeNote: 'Ten euros' },
    bert: { languages: ['nl', 'ar'] },
    both: { fee: 'paid', feeNote: text('Ten euros'), languages: ['nl', 'ar'] },
  },
  area: {
    anna: { scope: 'more', codes: 'Example Region' },
    bert: { areaNote: 'Most' },
    both: { areaNote: text('Most') },
  },
  notice: {
    anna: { alertText: 'Ring twice', 'alertUntil-day': '1', 'alertUntil-month': '9', 'alertUntil-year': '2031' },
    bert: {
      closed: 'yes',
      ...{ 'closureFrom-day': '1', 'closureFrom-month': '4', 'closureFrom-year': '2026' },
      ...{ 'closureLookAgain-day': '1', 'closureLookAgain-month': '5', 'closureLookAgain-year': '2026' },
    },
    both: ({ alert, closure }) => [alert?.text, closure?.from],
  },
  languages: {
    anna: { 'text-name': 'أذن' },
    bert: { 'text-whatHappens': 'تعالوا' },
    both: ({ name, whatHappens }) => [name['ar']?.text, whatHappens['ar']?.text],
  },
}
const seen: Partial<Record<PartId, unknown>> = {
  contact: [['0800 2222'], 'new@example.org'],
  hours: [[{ day: 1, opens: '09:00', closes: '12:00' }], 'required'],
  notice: [text('Ring twice'), '2026-04-01'],
  languages: ['أذن', 'تعالوا'],
}

describe('two officers who change different fields of one part', () => {
  it.each(partIds)('%s: the second sees both in one form, and saves both', async (part) => {
    const service = await addService()
    const path = `${urls.officeServicePart(town, service, part)}${part === 'languages' ? '?into=ar' : ''}`
    const { anna: first, bert: second, both } = apart[part]
    const mine = await open(bert, path, second)
    expect((await anna.post(path, await open(anna, path, first))).status).toBe(303)
    const late = await bert.post(path, mine)
    const html = await late.text()
    expect(late.status).toBe(409)
    expect(html).toContain('anna@example.org')
    expect(html).not.toContain('name="merge"')
    expect(htmlFaults(html)).toEqual([])
    expect((await bert.post(path, formOf(html))).status).toBe(303)
    const saved = await now(service)
    if (typeof both === 'function') expect(saved && both(saved)).toEqual(seen[part])
    else expect(saved).toMatchObject(both)
  })
})

describe('two officers who change the same field', () => {
  const path = (service: string) => urls.officeServicePart(town, service, 'conditions')

  async function bothChange(): Promise<{ service: string; html: string }> {
    const service = await addService()
    const mine = await open(bert, path(service), { fee: 'paid', feeNote: 'Ten euros', howToComplain: 'Call' })
    await anna.post(
      path(service),
      await open(anna, path(service), { fee: 'partly', feeNote: 'Five euros', languages: 'ar' }),
    )
    return { service, html: await (await bert.post(path(service), mine)).text() }
  }

  it('choose between the two, side by side, with nothing chosen beforehand', async () => {
    const { html } = await bothChange()
    expect(valuesIn(html, 'merge')).toEqual(['fee'])
    for (const shown of ['Five euros', 'Ten euros', '>Ten euros</textarea>']) expect(html).toContain(shown)
    expect(html).not.toMatch(/name="merge-fee"[^>]*checked/)
    expect(html).toContain('Only you changed these')
    expect(html).toContain('How to complain')
  })

  it('cannot save without choosing: everything typed stays, and the choice is asked for first', async () => {
    const { service, html } = await bothChange()
    const refused = await bert.post(path(service), { ...formOf(html), anonymous: 'yes' })
    const again = await refused.text()
    expect(refused.status).toBe(422)
    expect(again).toContain('href="#merge-fee"')
    expect([again.includes('>Ten euros</textarea>'), formOf(again)['anonymous']]).toEqual([true, 'yes'])
    expect(htmlFaults(again)).toEqual([])
    expect((await now(service))?.fee).toBe('partly')
  })

  it.each([
    ['mine', { fee: 'paid', feeNote: text('Ten euros') }],
    ['theirs', { fee: 'partly', feeNote: text('Five euros') }],
  ])('get %s where that was chosen, and everything else of both', async (kept, expected) => {
    const { service, html } = await bothChange()
    expect((await bert.post(path(service), { ...formOf(html), 'merge-fee': kept })).status).toBe(303)
    expect(await now(service)).toMatchObject({ ...expected, languages: ['ar'], howToComplain: text('Call') })
  })

  it('are asked again where a third saves before the choice is made', async () => {
    const { service, html } = await bothChange()
    await anna.post(path(service), await open(anna, path(service), { interpreters: 'yes' }))
    const late = await bert.post(path(service), formOf(html))
    const again = await late.text()
    expect([late.status, valuesIn(again, 'merge')]).toEqual([409, ['fee']])
    const taken = await bert.post(path(service), { ...formOf(again), 'merge-fee': 'theirs' })
    expect(taken.status).toBe(303)
    expect(await now(service)).toMatchObject({ fee: 'partly', interpreters: 'yes', howToComplain: text('Call') })
  })

  it('keep a choice that was made though a third saves, where it is still about the same', async () => {
    const { service, html } = await bothChange()
    await anna.post(path(service), await open(anna, path(service), { interpreters: 'yes' }))
    const again = await (await bert.post(path(service), { ...formOf(html), 'merge-fee': 'theirs' })).text()
    expect(valuesIn(again, 'merge')).toEqual([])
    await bert.post(path(service), formOf(again))
    expect(await now(service)).toMatchObject({ fee: 'partly', interpreters: 'yes' })
  })

  it('are asked about every difference where the trail does not tell what the form was made from', async () => {
    const service = await addService()
    const mine = await open(bert, path(service), { howToComplain: 'Call' })
    await anna.post(path(service), await open(anna, path(service), { languages: 'ar' }))
    await database.db.deleteFrom('office.change').where('thing_id', '=', service).execute()
    const html = await (await bert.post(path(service), mine)).text()
    expect(valuesIn(html, 'merge')).toEqual(['languages', 'howToComplain'])
    expect(html).toContain('no longer known')
  })

  it('learn of what was changed on other pages of the service', async () => {
    const service = await addService()
    const mine = await open(bert, path(service), { fee: 'paid', feeNote: '' })
    const contact = urls.officeServicePart(town, service, 'contact')
    await anna.post(contact, await open(anna, contact, { email: 'new@example.org' }))
    const html = await (await bert.post(path(service), mine)).text()
    expect(html).toContain('Changed elsewhere')
    for (const shown of ['old@example.org', 'new@example.org']) expect(html).toContain(shown)
  })
})

describe('rows', () => {
  it('are never mixed: two lists of numbers are a choice between two lists', async () => {
    const service = await addService()
    const path = urls.officeServicePart(town, service, 'contact')
    const mine = await open(bert, path, { 'phone-1-number': '0800 3333', 'phone-1-channels': 'voice' })
    await anna.post(path, await open(anna, path, { 'phone-0-number': '0800 2222' }))
    const html = await (await bert.post(path, mine)).text()
    expect(valuesIn(html, 'merge')).toEqual(['phones'])
    const numbers = async () => (await now(service))?.phones.map(({ number }) => number)
    expect(await numbers()).toEqual(['0800 2222'])
    await bert.post(path, { ...formOf(html), 'merge-phones': 'theirs' })
    expect(await numbers()).toEqual(['0800 2222'])
  })

  it('a translation typed beside a source that changed meanwhile is asked about, with the new source in view', async () => {
    const service = await addService()
    const path = `${urls.officeServicePart(town, service, 'languages')}?into=ar`
    const mine = await open(bert, path, { 'text-name': 'أذن' })
    const about = urls.officeServicePart(town, service, 'about')
    await anna.post(about, await open(anna, about, { name: 'Quite another' }))
    const html = await (await bert.post(path, mine)).text()
    expect(valuesIn(html, 'merge')).toEqual(['text-name'])
    expect(html).toContain('Quite another')
  })
})

describe('an answer', () => {
  const path = urls.officeKind(town, 'child-helpline')
  const partly = { status: 'partly', 'note-partly-nl': 'Half' }

  it('is merged language by language where both say the same status', async () => {
    await anna.post(path, await open(anna, path, partly))
    const mine = await open(bert, `${path}?also=ar`, { 'note-partly-ar': 'نصف' })
    await anna.post(path, await open(anna, path, { 'note-partly-nl': 'Bijna half' }))
    const html = await (await bert.post(path, mine)).text()
    expect(valuesIn(html, 'merge')).toEqual([])
    expect(htmlFaults(html)).toEqual([])
    await bert.post(path, formOf(html))
    const [saved] = (await readDraft(database.db, id)).answers
    expect(saved?.answer.note).toMatchObject({ nl: { text: 'Bijna half' }, ar: { text: 'نصف' } })
  })

  it('is a choice as a whole where the status differs', async () => {
    await anna.post(path, await open(anna, path, partly))
    const mine = await open(bert, path, { 'note-partly-nl': 'Bijna half' })
    await anna.post(path, await open(anna, path, { status: 'available' }))
    const html = await (await bert.post(path, mine)).text()
    expect(valuesIn(html, 'merge')).toEqual(['answer'])
    const unchosen = await bert.post(path, formOf(html))
    expect([unchosen.status, (await unchosen.text()).includes('href="#merge-answer"')]).toEqual([422, true])
    await bert.post(path, { ...formOf(html), 'merge-answer': 'theirs' })
    expect((await readDraft(database.db, id)).answers[0]?.answer.status).toBe('available')
  })
})

describe('the introduction', () => {
  const path = urls.officeIntroduction(town)

  it('is merged language by language', async () => {
    await anna.post(path, await open(anna, path, { 'introduction-nl': 'Welkom', 'introduction-fr': 'Bonjour' }))
    const mine = await open(bert, path, { 'introduction-ar': 'أهلا', 'introduction-fr': 'Salut' })
    await anna.post(path, await open(anna, path, { 'introduction-nl': 'Hallo', 'introduction-fr': 'Bienvenue' }))
    const html = await (await bert.post(path, mine)).text()
    expect(valuesIn(html, 'merge')).toEqual(['introduction-fr'])
    await bert.post(path, { ...formOf(html), 'merge-introduction-fr': 'mine' })
    expect((await readDraft(database.db, id)).introduction).toMatchObject({
      nl: { text: 'Hallo' },
      ar: { text: 'أهلا' },
      fr: { text: 'Salut' },
    })
  })
})
