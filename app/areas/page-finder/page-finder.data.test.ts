/** From the front door: a coordinator has the websites of members looked at, and says what is right. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { instance } from '../../../tests/municipal-sites/measure.ts'
import { type Served, serveMunicipalSites } from '../../../tests/municipal-sites/serve.ts'
import { inputValue } from '../../../tests/sign-in.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { approver, association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { foldings } from '../authorities/index.ts'
import type { FinderDeps } from './deps.ts'
import { foundOnWebsites } from './index.ts'
import { lookAtSites, sitesAnHour } from './look-at-sites.ts'
import { countStates, listMembers } from './member-store.ts'
import { claimSite } from './site-store.ts'
import type { SiteState } from './state-rules.ts'

const coordinator = 'coordinator@finder.example'

let app: PeopleApp
let served: Served
let deps: FinderDeps
let by: Awaited<ReturnType<PeopleApp['signIn']>>
let towns: readonly string[]
/** No member. */
let foreign: string
beforeAll(async () => {
  app = await openPeopleApp()
  served = await serveMunicipalSites(instance)
  await app.give(coordinator, 'coordinator', app.associationScope)
  by = await app.signIn(coordinator)
  deps = { ...app.services.finder, net: served.net, wait: async () => undefined }
  const { id } = app.associationScope as { readonly id: string }
  const known = app.db.selectFrom('published.authority').select('id').where('status', '=', 'active').orderBy('id')
  const [stranger, ...others] = (await known.where('kind', '=', 'municipality').execute()).map((each) => each.id)
  foreign = stranger ?? ''
  await app.db.deleteFrom('published.association_member').where('association', '=', id).execute()
  towns = others.slice(0, 3)
  const members = towns.map((authority) => ({ association: id, authority }))
  await app.db.insertInto('published.association_member').values(members).execute()
  // None of them has an address but those that are typed here.
  await app.db.updateTable('published.authority').set({ domains: [] }).where('id', 'in', towns).execute()
})
afterAll(async () => {
  await served.close()
  await app.close()
})

const list = urls.associationWebsites(association)
const one = (index: number) => urls.associationWebsite(association, towns[index] ?? '')
const act = (index: number, name: 'look' | 'address') =>
  urls.associationWebsiteAct(association, towns[index] ?? '', name)
const siteOf = (name: string) => `http://${name}.example:${served.port}/`

async function read(path: string) {
  const answer = await by.get(path)
  const html = await answer.text()
  expect(answer.status, path).toBe(200)
  expect(htmlFaults(html), path).toEqual([])
  return html
}
const place = (index: number, name: string, before = '') =>
  by.post(act(index, 'address'), { address: name === '' ? '' : siteOf(name), before })

const say = async (index: number, fields: Record<string, string>) =>
  by.post(one(index), { revision: inputValue(await read(one(index)), 'revision'), page: '', ...fields })

const verdicts = async () =>
  [...(await foundOnWebsites(app.db, towns))].map(([id, { verdict, checklist }]) => [
    towns.indexOf(id),
    verdict,
    checklist,
  ])

test('a town without an official address gets one for looking, which makes no official domain', async () => {
  expect(await read(`${list}?show=no-address`)).toContain('No address known')
  expect((await by.post(act(0, 'look'), {})).headers.get('location')).toContain('done=no-address')
  expect((await place(0, 'musterbach')).headers.get('location')).toContain('done=kept')
  expect(await read(one(0))).toContain(`value="${siteOf('musterbach')}"`)
  const row = app.db
    .selectFrom('published.authority')
    .select('domains')
    .where('id', '=', towns[0] ?? '')
  expect(await row.executeTakeFirst()).toEqual({ domains: [] })
})

test('a member is found by the beginning of a word of its name or by its code, in whichever state it is', async () => {
  const found = async (member: string) => {
    const html = await (await by.post(urls.associationWebsitesAct(association, 'find'), { member })).text()
    expect(htmlFaults(html)).toEqual([])
    return html
  }
  const { name, names, code } = await app.db
    .selectFrom('published.authority as town')
    .innerJoin('published.authority_code as known', 'known.authority', 'town.id')
    .select(['town.name', 'town.names', 'known.code'])
    .where('town.id', '=', towns[1] ?? '')
    .executeTakeFirstOrThrow()
  // Whichever town it is, it stands there under its English name.
  const shown = (names as Record<string, string>)['en'] ?? name
  const word = name.split(' ').at(-1)?.toLowerCase() ?? ''
  for (const beginning of [word, word.slice(0, -1)]) expect(await found(beginning)).toContain(shown)
  expect(await found(word.slice(1))).toContain('No member is called that')
  expect(await (await by.get(urls.associationWebsites(association))).text()).toContain(
    'The beginning of a word of its name, or its official code',
  )
  expect(await found(code)).toContain('One member found')
  expect(await found('Nowhere')).toContain('No member is called that')
})

test('another address that somebody typed meanwhile is not overwritten', async () => {
  const late = await by.post(act(0, 'address'), { address: siteOf('nirgendorf'), before: '' })
  expect(late.status).toBe(409)
  const html = await late.text()
  expect(html).toContain('This page shows what stands there now')
  expect(html).toContain(`value="${siteOf('nirgendorf')}"`)
})

test('all that have an address are looked at in the background, and each result comes with its evidence', async () => {
  await place(1, 'nirgendorf')
  expect(await lookAtSites(deps)).toBe(0)
  const started = await by.post(urls.associationWebsitesAct(association, 'start'), {})
  expect([started.status, started.headers.get('location')]).toEqual([303, `${list}?done=started`])
  expect(await read(list)).toContain('0 of 2 websites are done')
  expect(await lookAtSites(deps)).toBe(2)
  expect(await lookAtSites(deps)).toBe(0)
  const html = await read(list)
  expect(html).toContain('2 of 2 websites are done')
  expect(html).toContain(`${siteOf('musterbach')}leben/kinderschutz`)
  expect(html).toContain('<q dir="auto">Kinderschutz</q>')
  expect(html).not.toMatch(/030 23125|Erika/)
  expect(await verdicts()).toEqual(
    expect.arrayContaining([
      [0, 'page', true],
      [1, 'none', false],
    ]),
  )
  expect(await read(`${list}?show=none`)).not.toContain('musterbach')
  expect(await read(one(0))).toContain('The people who check a child is safe')
})

test('a website is looked at again after thirty days, or when somebody asks, once a day', async () => {
  expect((await by.post(act(0, 'look'), {})).headers.get('location')).toContain('done=early')
  app.wait({ hours: 25 })
  expect(await lookAtSites(deps)).toBe(0)
  expect((await by.post(act(0, 'look'), {})).headers.get('location')).toContain('done=asked')
  expect(await read(one(0))).toContain('This website is looked at next')
  expect(await lookAtSites(deps)).toBe(1)
  app.wait({ hours: 24 * 31 })
  expect(await lookAtSites(deps)).toBe(2)
})

test('what a coordinator says counts, with name and day, until the website contradicts; then both are shown', async () => {
  const address = `${siteOf('nirgendorf')}leben/familie`
  expect((await say(1, { saying: 'page', page: address })).headers.get('location')).toContain('done=said')
  expect(await verdicts()).toContainEqual([1, 'page', false])
  const html = await read(one(1))
  expect(html).toContain(`Name of ${coordinator}`)
  expect(html).toContain('There is such a page:')
  expect(html).not.toContain('The website shows something else now')
  // Another website in its place.
  await place(1, 'seehausen-embed', siteOf('nirgendorf'))
  app.wait({ hours: 24 * 31 })
  await lookAtSites({
    ...deps,
    placedOn: (_, page, url) =>
      page.includes('/embed/') && url ? { verdict: 'embedded', made: undefined } : undefined,
  })
  expect(await read(one(1))).toContain('The website shows something else now')
  expect(await read(list)).toContain('The website shows something else now: please look.')
  expect(await verdicts()).toContainEqual([1, 'embedded', false])
})

test('who was slower than another sees what stands there now, and what was typed', async () => {
  const revision = inputValue(await read(one(0)), 'revision')
  expect((await by.post(one(0), { revision, saying: 'none', page: '' })).status).toBe(303)
  // The same again has done what it wanted.
  expect((await by.post(one(0), { revision, saying: 'none', page: '' })).status).toBe(303)
  const late = await by.post(one(0), { revision, saying: 'page', page: 'town.eu/x' })
  expect(late.status).toBe(409)
  expect(await late.text()).toContain('value="town.eu/x"')
  expect((await app.audited('page-finder.say')).length).toBe(2)
})

test.each([
  [{ saying: '' }, 'Choose one of the answers'],
  [{ saying: 'page', page: 'our page' }, 'Give the address of the page'],
])('%j is told, and stays', async (fields, told) => {
  const answer = await say(0, fields)
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain(told)
  expect(html).toContain(`value="${'page' in fields ? fields.page : ''}"`)
})

test('a site that cannot be looked at says why, and what was known of it stays', async () => {
  await place(1, 'robotville', siteOf('seehausen-embed'))
  app.wait({ hours: 24 * 31 })
  await lookAtSites(deps)
  const html = await read(one(1))
  expect(html).toContain('The website does not let programs read it')
  expect(html).toContain('Our page stands in it')
  await place(2, 'movedon')
  await lookAtSites(deps)
  expect(await read(`${list}?show=unseen`)).toContain('The address leads to another website')
  expect(await read(one(2))).toContain('http://somebody-else.example')
})

test('a process that dies loses nothing but the site it was at', async () => {
  app.wait({ hours: 24 * 31 })
  const now = deps.clock.now()
  const walker = '018f0000-0000-7000-8000-000000000001'
  const claim = { walker, now, until: now.add({ minutes: 10 }), mostAnHour: sitesAnHour }
  const taken = await app.db.transaction().execute((tx) => claimSite(tx, claim))
  expect(towns).toContain(taken)
  // While it may still be alive nobody else asks any host.
  expect(await lookAtSites(deps)).toBe(0)
  app.wait({ minutes: 11 })
  expect(await lookAtSites(deps)).toBe(3)
})

test('no more sites are begun in an hour than the limit', async () => {
  app.wait({ hours: 24 * 31 })
  const now = deps.clock.now()
  const claim = (mostAnHour: number) =>
    app.db.transaction().execute((tx) =>
      claimSite(tx, {
        walker: '018f0000-0000-7000-8000-000000000002',
        now,
        until: now.add({ minutes: 10 }),
        mostAnHour,
      }),
    )
  expect([await claim(1), await claim(1)].map((each) => each !== undefined)).toEqual([true, false])
  app.wait({ minutes: 61 })
})

test('stopping ends what is due by itself; what somebody asked for goes on, and what was found stays', async () => {
  await by.post(act(0, 'look'), {})
  const stopped = await by.post(urls.associationWebsitesAct(association, 'stop'), {})
  expect(stopped.headers.get('location')).toBe(`${list}?done=stopped`)
  expect(await lookAtSites(deps)).toBe(1)
  expect(await read(list)).toContain('At the moment nothing is looked at')
  expect((await verdicts()).length).toBe(2)
})

test('the list as a file holds what the pages say, and no cell that runs', async () => {
  await app.db
    .updateTable('office.site_finding')
    .set({ sentence: '=cmd()' })
    .where('authority', '=', towns[0] ?? '')
    .execute()
  const answer = await by.get(urls.associationWebsitesFile(association))
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const text = await answer.text()
  expect(text.split('\r\n').length).toBe(towns.length + 2)
  expect(text).toContain("'=cmd()")
  expect(text).toContain('There is no such page.')
})

test('the list is by name as people look for it, a part at a time, and a state shows its members alone', async () => {
  const named = ['Zuid (Noord)', 'Écluse', 'Eind'].map((name, index) => ({ id: towns[index] ?? '', name }))
  for (const { id, name } of named) {
    await app.db.updateTable('published.authority').set({ name, names: '{}' }).where('id', '=', id).execute()
    const forms = foldings(name).map((folded) => ({ authority: id, country: 'NL', kind: 'name', name, folded }))
    await app.db.insertInto('published.authority_name').values(forms).execute()
  }
  const { id } = app.associationScope as { readonly id: string }
  const part = async (from: number, state?: SiteState) =>
    listMembers(app.db, id, { language: 'en', state, part: { from, most: 2 } })
  const shown = [...(await part(0)).members, ...(await part(2)).members]
  expect(shown.map((one) => one.shown)).toEqual(['Écluse', 'Eind', 'Zuid (Noord)'])
  for (const [state, count] of await countStates(app.db, id)) expect((await part(0, state)).found).toBe(count)
  const html = await read(list)
  expect(html.indexOf('Écluse')).toBeLessThan(html.indexOf('Eind'))
})

test('nobody else sees it: neither a town, nor a member of another association, nor the secretariat', async () => {
  for (const who of [approver, 'secretary@finder.example']) {
    if (who !== approver) await app.give(who, 'secretariat', { kind: 'instance' })
    const other = await app.signIn(who)
    for (const path of [list, one(0), urls.associationWebsitesFile(association)]) {
      expect((await other.get(path)).status, `${who} ${path}`).toBe(404)
    }
  }
  expect((await by.get(urls.associationWebsite(association, foreign))).status).toBe(404)
})

test('where the operator lets nothing out, nothing is looked at', async () => {
  const before = served.asked.length
  expect(await lookAtSites({ ...deps, networkOn: false })).toBe(0)
  expect(served.asked.length).toBe(before)
})
