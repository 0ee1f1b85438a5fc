/** What may not come back, and what may: confidential places, services that were taken out, forms sent again. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../../../tests/database.ts'
import { formOf, valuesIn } from '../../../../../tests/page-form.ts'
import { inputValue } from '../../../../../tests/sign-in.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { htmlFaults } from '../../../../ui/components/example-checks.ts'
import { urls } from '../../../../urls.ts'
import { readDraft, readDraftService, saveIntroduction } from '../../service.ts'
import { actAs, at, facts, text } from '../../test-town.ts'
import { open, openTwoOfficers, type TwoOfficers, town } from './test-two-officers.ts'

let database: Database
let id: string
let deps: TwoOfficers['deps']
let anna: TwoOfficers['anna']
let bert: TwoOfficers['bert']
let addService: TwoOfficers['addService']
let now: TwoOfficers['now']

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  ;({ id, deps, anna, bert, addService, now } = await openTwoOfficers(database))
})

describe('a place that one of two marked as confidential', () => {
  const place = (service: string) => urls.officeServicePart(town, service, 'place')
  const hidden = async (service: string, who: TwoOfficers['anna']) => {
    const path = place(service)
    expect((await who.post(path, await open(who, path, { place: 'confidential', redact: 'yes' }))).status).toBe(303)
  }

  it('gets no address back from the form of the other', async () => {
    const service = await addService()
    const mine = await open(bert, place(service), { 'address-0-street': 'Market 99' })
    await hidden(service, anna)
    const late = await bert.post(place(service), mine)
    const html = await late.text()
    expect(late.status).toBe(409)
    for (const trace of ['Market 1', 'Market 99']) expect(html).not.toContain(trace)
    expect((await bert.post(place(service), formOf(html))).status).toBe(303)
    expect((await now(service))?.place).toEqual({ type: 'confidential' })
  })

  it('stays what you marked though the other wrote another address, which is not shown either', async () => {
    const service = await addService()
    const mine = await open(bert, place(service), { place: 'confidential', redact: 'yes' })
    await anna.post(place(service), await open(anna, place(service), { 'address-0-street': 'Market 99' }))
    const html = await (await bert.post(place(service), mine)).text()
    for (const trace of ['Market 1', 'Market 99']) expect(html).not.toContain(trace)
    expect(html).toContain('name="redact"')
    expect((await bert.post(place(service), { ...formOf(html), redact: 'yes' })).status).toBe(303)
    expect((await now(service))?.place).toEqual({ type: 'confidential' })
  })

  it('is not told by words that another form of the service still held', async () => {
    const service = await addService(facts({ place: at('Market 1'), whatHappens: text('Behind the old bakery') }))
    const path = urls.officeServicePart(town, service, 'about')
    const mine = await open(bert, path, { provider: 'The other house', audiences: 'teens' })
    await anna.post(path, await open(anna, path, { whatHappens: 'Call first' }))
    await hidden(service, anna)
    const html = await (await bert.post(path, mine)).text()
    expect(html).not.toContain('>Behind the old bakery</textarea>')
    expect(html).toContain('may say where it is')
    await bert.post(path, formOf(html))
    expect(await now(service)).toMatchObject({ whatHappens: text('Call first'), audiences: ['teens'], provider: '' })
  })

  it('is not told by an introduction or an answer that was open while its words were taken out', async () => {
    const service = await addService()
    const introduction = { ...text('We sit at Market 1', 'nl'), ...text('Welcome', 'en') }
    await saveIntroduction(deps, actAs('anna'), id, introduction, 0)
    const kind = urls.officeKind(town, 'child-helpline')
    await anna.post(kind, await open(anna, kind, { status: 'partly', 'note-partly-nl': 'Half, at Market 1' }))
    const path = urls.officeIntroduction(town)
    const mine = await open(bert, path, { 'introduction-en': 'Hello' })
    const answer = await open(bert, kind, { 'note-partly-nl': 'All of it, at Market 1' })
    await hidden(service, anna)
    for (const [page, fields] of [
      [path, mine],
      [kind, answer],
    ] as const) {
      const late = await bert.post(page, fields)
      const html = await late.text()
      expect([late.status, html.includes('Market 1')]).toEqual([409, false])
      await bert.post(page, { ...formOf(html), 'note-partly-nl': 'All of it' })
    }
    const stored = JSON.stringify(await readDraft(database.db, id))
    expect([stored.includes('Market 1'), stored.includes('Hello'), stored.includes('All of it')]).toEqual([
      false,
      true,
      true,
    ])
  })
})

describe('a service that somebody took out', () => {
  it('comes back with what was typed, and what others had changed before', async () => {
    const service = await addService()
    const path = urls.officeServicePart(town, service, 'conditions')
    const mine = await open(bert, path, { howToComplain: 'Call' })
    await anna.post(path, await open(anna, path, { languages: 'ar' }))
    const remove = urls.officeServiceRemove(town, service)
    await anna.post(remove, await open(anna, remove))
    const late = await bert.post(path, mine)
    const html = await late.text()
    expect(late.status).toBe(409)
    for (const shown of ['anna@example.org took this service out', 'Bring it back', '>Call</textarea>']) {
      expect(html).toContain(shown)
    }
    expect(htmlFaults(html)).toEqual([])
    expect(await now(service)).toBeUndefined()
    const back = formOf(html)
    expect((await bert.post(path, back)).status).toBe(303)
    expect((await bert.post(path, back)).status).toBe(303)
    expect(await now(service)).toMatchObject({ languages: ['ar'], howToComplain: text('Call') })
    const { revision } = (await readDraftService(database.db, id, service)) ?? {}
    expect(revision).toBe(4)
  })

  it('is not taken out before what was changed meanwhile was seen', async () => {
    const service = await addService()
    const remove = urls.officeServiceRemove(town, service)
    const mine = await open(bert, remove)
    const path = urls.officeServicePart(town, service, 'contact')
    await anna.post(path, await open(anna, path, { email: 'new@example.org' }))
    const late = await bert.post(remove, mine)
    const html = await late.text()
    expect(late.status).toBe(409)
    for (const shown of ['old@example.org', 'new@example.org', 'anna@example.org']) expect(html).toContain(shown)
    expect((await bert.post(remove, { revision: inputValue(html, 'revision') })).status).toBe(303)
    expect(await now(service)).toBeUndefined()
  })
})

describe('a new service whose form was sent before with other words', () => {
  it('is compared with what that made, and nothing is put in its place without a choice', async () => {
    const path = urls.officeNewService(town, 'child-helpline')
    const form = await open(anna, path, { name: 'First', place: 'none' })
    await anna.post(path, form)
    const html = await (await anna.post(path, { ...form, name: 'Second', provider: 'The house' })).text()
    expect(valuesIn(html, 'merge')).toEqual(['name'])
    await anna.post(path, { ...formOf(html), 'merge-name': 'mine' })
    const { services } = await readDraft(database.db, id)
    expect(services.map((one) => [one.facts.name, one.facts.provider])).toEqual([[text('Second', 'nl'), 'The house']])
  })
})
