/** From the front door: a service is offered to a town, whose office decides whether it stands on its page. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actOf } from '../../platform/audit/audit.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'
import {
  moveOffers,
  offersTo,
  publish,
  readDraftService,
  readOffer,
  type ServiceFacts,
  saveService,
} from '../checklist/index.ts'
import { tellOffers } from './tell-offers.ts'
import { publishService, written } from './test-offers.ts'

const quiet = { country: 'NL', slug: 'example-quiet-town' } as const
const town = { country: 'NL', slug: 'example-town' } as const
const officer = 'officer@quiet.example'
const colleague = 'colleague@quiet.example'

let app: PeopleApp
let ids: Record<'quiet' | 'town' | 'district' | 'region' | 'police', string>
let visitor: Awaited<ReturnType<PeopleApp['signIn']>>
beforeAll(async () => {
  app = await openPeopleApp()
  const idOf = async (slug: string) => (await findBySlug(app.db, 'NL', slug))?.authority?.id ?? ''
  ids = {
    quiet: await idOf('example-quiet-town'),
    town: await idOf('example-town'),
    district: await idOf('example-district'),
    region: await idOf('example-region'),
    police: await idOf('example-police-area'),
  }
  expect(Object.values(ids)).not.toContain('')
  for (const one of [officer, colleague]) await app.give(one, 'officer', { kind: 'authority', id: ids.quiet })
  visitor = await app.signIn(officer)
})
afterAll(() => app.close())

const act = () => actOf('test', 'checklist.test', app.services.clock.now())

/** Of Example Town, unless said. @returns its id. */
const offered = (given: Partial<ServiceFacts>, by = ids.town) => publishService(app.services, by, given)

async function change(id: string, given: Partial<ServiceFacts>): Promise<void> {
  const draft = await readDraftService(app.db, ids.town, id)
  if (!draft) throw new Error('the service is gone')
  await saveService(app.services.checklist, act(), ids.town, id, { ...draft.facts, ...given }, draft.revision)
  await publish(app.services.checklist, act(), ids.town)
}

async function read(path: string, by = visitor): Promise<string> {
  const html = await (await by.get(path)).text()
  expect(htmlFaults(html), path).toEqual([])
  return html
}

const revisionIn = (html: string) => /name="revision" value="(\d+)"/.exec(html)?.[1] ?? ''

/** All its pages. */
async function proposal(): Promise<string> {
  const pages: string[] = []
  do pages.push(await read(urls.officeProposal(quiet, pages.length + 1)))
  while (pages.at(-1)?.includes('rel="next"'))
  return pages.join('')
}

async function decide(id: string, decision: string, by = visitor): Promise<number> {
  const path = urls.officeOffer(quiet, id)
  return (await by.post(path, { decision, revision: revisionIn(await read(path, by)) })).status
}

/** Kinds under which it stands on the public page of a town; empty where it does not. */
async function shownKinds(id: string, where: { readonly country: string; readonly slug: string } = quiet) {
  const html = await (await app.nobody.get(urls.town('en', where))).text()
  const card = new RegExp(`data-service="${id}"[^>]*data-kinds="([^"]*)"|data-kinds="([^"]*)"[^>]*data-service="${id}"`)
  const [, before, after] = card.exec(html) ?? []
  return (before ?? after ?? '').split(' ').filter(Boolean)
}
const shown = (id: string, kinds: readonly string[], where?: { readonly country: string; readonly slug: string }) =>
  expect.poll(() => shownKinds(id, where)).toEqual(kinds)

describe('a service that names a town outside the area of whoever publishes it', () => {
  test('does not stand on its page before its office says yes, and leaves when that is taken back', async () => {
    const id = await offered({ serves: [ids.town, ids.quiet], name: written('Bridge') })
    await shown(id, ['trauma-therapy'], town)
    expect(await shownKinds(id)).toEqual([])
    expect(await read(urls.officeOffers(quiet))).toContain('Bridge')
    expect(await read(urls.officeTown(quiet))).toContain(urls.officeOffers(quiet))
    expect(await proposal()).toContain(urls.officeOffer(quiet, id))
    expect(await decide(id, 'accept')).toBe(303)
    await shown(id, ['trauma-therapy'])
    expect(await proposal()).not.toContain(urls.officeOffer(quiet, id))
    expect(await decide(id, 'have-our-own')).toBe(303)
    await shown(id, [])
    await shown(id, ['trauma-therapy'], town)
    expect(await app.audited('offers.decide')).toMatchObject([
      { authority: ids.quiet, detail: { offer: 'accepted', publisher: ids.town } },
      { authority: ids.quiet, detail: { offer: 'declined', reason: 'have-our-own' } },
    ])
  })

  test('keeps what was decided when its facts change; a further kind is asked about, and stays away till then', async () => {
    const id = await offered({ serves: [ids.quiet] })
    await decide(id, 'accept')
    await change(id, { whatHappens: written('You sit down together.') })
    await shown(id, ['trauma-therapy'])
    expect(await readOffer(app.db, ids.quiet, id)).toMatchObject({ state: 'accepted' })
    await change(id, { kinds: ['trauma-therapy', 'crisis-counselling'] })
    await shown(id, ['trauma-therapy'])
    expect(await readOffer(app.db, ids.quiet, id)).toMatchObject({ state: 'waiting' })
    expect(await read(urls.officeOffer(quiet, id))).toContain('Until somebody decides')
    await decide(id, 'accept')
    await shown(id, ['trauma-therapy', 'crisis-counselling'])
    await change(id, { kinds: ['crisis-counselling'] })
    await shown(id, ['crisis-counselling'])
    expect(await readOffer(app.db, ids.quiet, id)).toMatchObject({ state: 'accepted' })
  })

  test('counts as an answer of the checklist like what is inherited, once it is accepted', async () => {
    const id = await offered({ serves: [ids.quiet], kinds: ['safe-place-to-stay'] })
    const item = `inherited:safe-place-to-stay:`
    expect(await proposal()).not.toContain(item)
    await decide(id, 'accept')
    expect(await proposal()).toContain(item)
  })

  test('is asked about again only where it is new: a decision outlives that the town is not named for a while', async () => {
    const id = await offered({ serves: [ids.town, ids.quiet] })
    await decide(id, 'too-far')
    await change(id, { serves: [] })
    expect((await app.nobody.get(urls.officeOffer(quiet, id))).status).not.toBe(200)
    expect(await readOffer(app.db, ids.quiet, id)).toBeUndefined()
    await change(id, { serves: [ids.town, ids.quiet] })
    expect(await readOffer(app.db, ids.quiet, id)).toMatchObject({ state: 'declined', reason: 'too-far' })
  })

  test('an area serves its own towns unasked; a town that names its region or police area asks there', async () => {
    const own = await offered({ serves: [ids.town], name: written('Of the region') }, ids.region)
    await shown(own, ['trauma-therapy'], town)
    const up = await offered({ serves: [ids.region, ids.police] })
    expect(await shownKinds(up)).toEqual([])
    expect(await readOffer(app.db, ids.region, up)).toMatchObject({ state: 'waiting' })
    expect(await readOffer(app.db, ids.police, up)).toMatchObject({ state: 'waiting' })
  })

  test('a service in a confidential place is offered without one', async () => {
    const id = await offered({ serves: [ids.quiet], place: { type: 'confidential' }, name: written('Shelter') })
    const html = await read(urls.officeOffer(quiet, id))
    expect(html).toContain('Shelter')
    expect(html).toContain('Confidential, to keep people safe')
    await decide(id, 'accept')
    await shown(id, ['trauma-therapy'])
  })
})

describe('deciding', () => {
  test('needs a choice; the page says so and stays', async () => {
    const id = await offered({ serves: [ids.quiet] })
    const answer = await visitor.post(urls.officeOffer(quiet, id), { decision: 'perhaps' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('href="#decision"')
    expect(await decide(id, 'unclear')).toBe(303)
  })

  test('two officers at once: the second sees what the first has decided; a second click does nothing more', async () => {
    const id = await offered({ serves: [ids.quiet] })
    const other = await app.signIn(colleague)
    const path = urls.officeOffer(quiet, id)
    const revision = revisionIn(await read(path))
    expect((await visitor.post(path, { decision: 'accept', revision })).status).toBe(303)
    expect((await visitor.post(path, { decision: 'accept', revision })).status).toBe(303)
    const late = await other.post(path, { decision: 'too-far', revision })
    expect(late.status).toBe(409)
    expect(await late.text()).toMatch(/Changed meanwhile[\s\S]*Accepted on/)
    expect(await readOffer(app.db, ids.quiet, id)).toMatchObject({ state: 'accepted' })
    const records = await app.audited('offers.decide')
    expect(records.at(-1)?.detail).toMatchObject({ offer: 'accepted' })
  })

  test('the office is told once of all that came together; who offers it hears of a no, with the reason', async () => {
    await tellOffers(app.services.offers)
    const before = (await app.mails(officer)).length
    const [one, two] = [
      await offered({ serves: [ids.quiet], name: written('Left') }),
      await offered({ serves: [ids.quiet], name: written('Right') }),
    ]
    await tellOffers(app.services.offers)
    await change(one, { whatHappens: written('Otherwise') })
    await tellOffers(app.services.offers)
    const mails = (await app.mails(officer)).slice(before)
    expect(mails).toHaveLength(1)
    for (const name of ['Left', 'Right']) expect(mails[0]?.text).toContain(name)
    await decide(two, 'not-agreed')
    await tellOffers(app.services.offers)
    await tellOffers(app.services.offers)
    const told = (await app.mails('officer@example-town.example')).filter(({ subject }) => subject.includes('Right'))
    expect(told.map(({ text }) => text.includes('it was not agreed'))).toEqual([true])
  })

  test('the one who offers sees on the form how it stands', async () => {
    const id = await offered({ serves: [ids.town, ids.quiet, ids.region] })
    const own = await app.signIn('officer@example-town.example')
    const form = () => read(urls.officeServicePart(town, id, 'area'), own)
    expect(await form()).toContain('Waits for an answer since')
    await decide(id, 'too-far')
    expect(await form()).toMatch(/Declined on[^<]*it is too far away/)
    await decide(id, 'accept')
    expect(await form()).toContain('Accepted on')
  })
})

describe('a town that nobody works for', () => {
  test('the association of the country decides until somebody does', async () => {
    const coordinator = 'coordinator@example-association.example'
    await app.give(coordinator, 'coordinator', app.associationScope)
    const by = await app.signIn(coordinator)
    const id = await offered({ serves: [ids.police], name: written('Quay') })
    const path = urls.officeOfferIn('NL', ids.police, id)
    expect(await read(urls.officeOffersIn('NL'), by)).toContain(path)
    expect(await read(urls.office(), by)).toContain(urls.officeOffersIn('NL'))
    const revision = revisionIn(await read(path, by))
    expect((await by.post(path, { decision: 'accept', revision })).status).toBe(303)
    await shown(id, ['trauma-therapy'], town)
    expect(await readOffer(app.db, ids.police, id)).toMatchObject({ decided: { by: 'association' } })
    await app.give('new@police.example', 'officer', { kind: 'authority', id: ids.police })
    expect((await by.get(path)).status).toBe(404)
    expect((await by.post(path, { decision: 'too-far', revision })).status).toBe(404)
    const theirs = await app.signIn('new@police.example')
    const police = { country: 'NL', slug: 'example-police-area' }
    expect(await read(urls.officeOffers(police), theirs)).toContain('Accepted by the association')
  })

  test('for a town with an office nobody else decides', async () => {
    const by = await app.signIn('coordinator@example-association.example')
    const id = await offered({ serves: [ids.quiet] })
    expect(await read(urls.officeOffersIn('NL'), by)).not.toContain(id)
    expect((await by.get(urls.officeOfferIn('NL', ids.quiet, id))).status).toBe(404)
  })
})

test('what a town has accepted goes on where it is merged into another', async () => {
  const id = await offered({ serves: [ids.quiet] })
  await decide(id, 'accept')
  await app.db.transaction().execute((tx) => moveOffers(tx, ids.quiet, ids.police))
  expect(await readOffer(app.db, ids.police, id)).toMatchObject({
    state: 'accepted',
    acceptedKinds: ['trauma-therapy'],
  })
  expect(await offersTo(app.db, ids.quiet)).toEqual([])
  await app.db.transaction().execute((tx) => moveOffers(tx, ids.police, ids.quiet))
  expect(await readOffer(app.db, ids.quiet, id)).toMatchObject({ state: 'accepted' })
})

test('what stood on pages of others before anybody was asked goes on, and can be taken back', async () => {
  const id = await offered({ serves: [ids.quiet, ids.town], name: written('Old') })
  await app.db.deleteFrom('office.service_offer').execute()
  await sql`insert into published.service_area (service, authority) values (${id}, ${ids.quiet})`.execute(app.db)
  const script = readFileSync(new URL('../../../db/migrations/0030_offers.sql', import.meta.url), 'utf8')
  await sql.raw(script.slice(script.indexOf('insert into office.service_offer'))).execute(app.db)
  const rows = await app.db.selectFrom('office.service_offer').select(['service', 'authority', 'decided_by']).execute()
  expect(rows.filter(({ authority }) => authority !== ids.quiet).map(({ decided_by }) => decided_by)).not.toContain(
    null,
  )
  expect(rows.filter(({ service }) => service === id)).toEqual([
    { service: id, authority: ids.quiet, decided_by: 'before' },
  ])
  expect(await read(urls.officeOffer(quiet, id))).toContain('On the page since before')
  await change(id, { whatHappens: written('As ever') })
  await shown(id, ['trauma-therapy'])
  await decide(id, 'not-for-our-people')
  await shown(id, [])
})
