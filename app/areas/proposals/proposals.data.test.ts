/** From the front door: a new town opens its office and finds what others have, to take or to leave. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demonstrationPerson } from '../../demonstration/index.ts'
import { actOf } from '../../platform/audit/audit.ts'
import { newShortId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { association, openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { findBySlug } from '../authorities/index.ts'
import { readDraft, saveService, serviceFacts } from '../checklist/index.ts'

const town = { country: 'NL', slug: 'example-quiet-town' } as const
const page = urls.officeProposal(town)
const officer = demonstrationPerson('new-officer')

let app: PeopleApp
let id = ''
let visitor: Awaited<ReturnType<PeopleApp['signIn']>>
beforeAll(async () => {
  app = await openPeopleApp()
  id = (await findBySlug(app.db, town.country, town.slug))?.authority?.id ?? ''
  await app.give(officer, 'officer', { kind: 'authority', id })
  visitor = await app.signIn(officer)
})
afterAll(() => app.close())

async function read(path = page) {
  const html = await (await visitor.get(path)).text()
  expect(htmlFaults(html), path).toEqual([])
  return html
}
/** Page after page. */
async function readAll() {
  const first = await read()
  let all = first
  for (let number = 2; all.includes(`href="${urls.officeProposal(town, number)}"`); number += 1) {
    all += await read(urls.officeProposal(town, number))
  }
  return all
}
const items = (html: string) => [...html.matchAll(/name="item" value="([^"]+)"/g)].map(([, key = '']) => key)
const itemOf = (html: string, start: string) => items(html).find((key) => key.startsWith(start)) ?? ''
const decide = async (item: string, wish: string) => {
  const answer = await visitor.post(page, { item, do: wish })
  return answer.headers.get('location') ?? `${answer.status}`
}
const draft = () => readDraft(app.db, id)

test('a new town begins with its proposal; nothing is drafted by looking at it', async () => {
  const home = await read(urls.office())
  expect(home).toContain('Look at the proposal to begin with')
  const html = await readAll()
  const types = new Set(items(html).map((key) => key.split(':')[0]))
  expect([...types].sort()).toEqual(['answer', 'directory', 'inherited', 'level', 'neighbour', 'standard', 'words'])
  expect(html).toContain('Example Region')
  expect(html).toContain('Example Town')
  expect(await draft()).toMatchObject({ answers: [], services: [] })
})

test('no contact of anybody, and nothing of a confidential place, is in it', async () => {
  const html = await readAll()
  const { rows } = await sql<{ number: string }>`
    select jsonb_path_query(facts, '$.phones[*].number') #>> '{}' as number from published.service`.execute(app.db)
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.filter(({ number }) => html.includes(number))).toEqual([])
  const hidden = await app.db.selectFrom('published.service').select(['id', 'facts']).execute()
  const confidential = hidden.filter(({ facts }) => JSON.stringify(facts).includes('"type":"confidential"'))
  expect(confidential.length).toBeGreaterThan(0)
  expect(confidential.filter(({ id: service }) => items(html).some((key) => key.includes(service)))).toEqual([])
})

test('accepting what serves the town already drafts an answer; it leaves the list, and nothing is public', async () => {
  const key = itemOf(await readAll(), 'inherited:')
  const kind = key.split(':')[1] ?? ''
  expect(await decide(key, 'accept')).toBe(`${page}?done=accepted`)
  expect((await draft()).answers.map(({ answer }) => [answer.kind, answer.status])).toEqual([[kind, 'available']])
  const html = await readAll()
  expect(items(html)).not.toContain(key)
  expect(html).toContain('1 suggestion you accepted')
  expect(await read(urls.officeKind(town, kind))).toContain('From the proposal')
  const versions = await app.db.selectFrom('published.snapshot').select('version').where('authority', '=', id).execute()
  expect(versions).toEqual([])
  expect(await decide(key, 'accept')).toBe(`${page}?done=accepted`)
  expect((await draft()).answers).toHaveLength(1)
})

test('accepting a standard text drafts a service that nobody has checked yet, and leads to changing it', async () => {
  const key = itemOf(await readAll(), 'standard:')
  const where = await decide(key, 'change')
  const [, service = ''] = /services\/([0-9a-f-]{36})\/about$/.exec(where) ?? []
  const drafted = (await draft()).services.find((one) => one.id === service)
  expect(drafted?.facts).toMatchObject({ checked: null, standard: key.split(':')[1], phones: [] })
  const overview = await read(urls.officeService(town, service))
  expect(overview).toContain('From the proposal')
  expect(await decide(key, 'change')).toBe(where)
  expect((await draft()).services).toHaveLength(1)
})

test('a neighbour’s service is a pattern: its words, none of its contacts', async () => {
  const key = itemOf(await readAll(), 'neighbour:')
  expect(await decide(key, 'accept')).toBe(`${page}?done=accepted`)
  const [, theirs = '', kind = ''] = key.split(':')
  const drafted = (await draft()).services.find(({ facts }) => facts.kinds.includes(kind))
  expect(drafted?.id).not.toBe(theirs)
  expect(drafted?.facts).toMatchObject({ phones: [], email: null, web: null, place: { type: 'none' }, provider: '' })
  expect(drafted?.facts).toMatchObject({ parentNeeded: null, tellsOthers: null, anonymous: null, checked: null })
})

test('what is refused stays away, and can be fetched back', async () => {
  const before = await readAll()
  const key = itemOf(before, 'answer:')
  expect(await decide(key, 'refuse')).toBe(`${page}?done=refused`)
  // What was refused stands at the end of every page.
  const without = await read()
  expect(without).toContain('1 suggestion you did not want')
  expect(items(without).filter((one) => one === key)).toHaveLength(1)
  expect(without.indexOf(`value="${key}"`)).toBeGreaterThan(without.indexOf('you did not want'))
  expect(await decide(key, 'fetch')).toBe(`${page}?done=fetched`)
  expect(await readAll()).not.toContain('you did not want')
})

test('what is made up, or was never proposed, does nothing', async () => {
  const before = await draft()
  expect(await decide('standard:5afe7035-0000-8000-8000-000000000000', 'accept')).toBe(`${page}?done=before`)
  expect(await decide(itemOf(await readAll(), 'level:'), 'accept')).toBe(`${page}?done=before`)
  expect(await decide(itemOf(await readAll(), 'level:'), 'publish')).toBe('404')
  expect(await draft()).toEqual(before)
})

test('a long proposal stands on several pages; whoever decides stays where the item stood', async () => {
  const first = items(await read())
  // Twenty suggestions; an offer among them is decided about on a page of its own.
  expect(first.length).toBeGreaterThan(15)
  expect(first.length).toBeLessThanOrEqual(20)
  const second = items(await read(urls.officeProposal(town, 2)))
  expect(second.length).toBeGreaterThan(0)
  expect(second.filter((item) => first.includes(item))).toEqual([])
  const answer = await visitor.post(urls.officeProposal(town, 2), { item: second[0] ?? '', do: 'refuse' })
  expect(answer.headers.get('location')).toBe(`${urls.officeProposal(town, 2)}&done=refused`)
  expect(await read(urls.officeProposal(town, 99))).not.toContain(`href="${urls.officeProposal(town, 99)}"`)
  await visitor.post(page, { item: second[0] ?? '', do: 'fetch' })
})

describe('a directory that the association follows', () => {
  const keys = async () => items(await readAll()).filter((key) => key.startsWith('directory:'))
  /** Of one service, by a word of its name. */
  const keyOf = (html: string, word: string) =>
    /name="item" value="(directory:[^"]+)"/.exec(html.slice(html.indexOf(word)))?.[1] ?? ''

  test('suggests what belongs to the town, with where it comes from and all that it says', async () => {
    const html = await readAll()
    expect(html).toContain('Spreekuur Opvoeden Stilledijk')
    expect(html).toContain('from the directory “\u2068Voorbeeldwegwijzer\u2069”')
    expect(html).toContain('It says that it serves your area.')
    expect(html).toContain('Its place is in a town of your name.')
    expect(html).toContain('spreekuur@opvoedpunt.example')
    // Of other towns, and of the whole country.
    for (const other of ['Voorbeeldkade', 'Landelijke lotgenotenlijn']) expect(html).not.toContain(other)
    expect(await keys()).toHaveLength(3)
  })

  test('what is accepted is a draft that nobody has checked, and says where it comes from', async () => {
    const key = keyOf(await readAll(), 'Spreekuur Opvoeden Stilledijk')
    const where = await decide(key, 'change')
    const [, service = ''] = /services\/([0-9a-f-]{36})\/about$/.exec(where) ?? []
    const drafted = (await draft()).services.find((one) => one.id === service)
    expect(drafted?.facts).toMatchObject({ kinds: ['parent-programmes'], checked: null, place: { type: 'addresses' } })
    expect(drafted?.facts.phones[0]).toMatchObject({ number: '+44 1632 960140', fictional: true })
    expect(drafted?.facts.email).toBe('spreekuur@opvoedpunt.example')
    const overview = await read(urls.officeService(town, service))
    expect(overview).toContain('Voorbeeldwegwijzer')
    expect(overview).toContain('Example Association of Towns')
    expect(await decide(key, 'change')).toBe(where)
    expect((await draft()).services.filter(({ facts }) => facts.kinds.includes('parent-programmes'))).toHaveLength(1)
    // It is not suggested once more by what the town has now.
    expect(await keys()).toHaveLength(2)
  })

  test('what is refused stays away until the directory says something else', async () => {
    const key = keyOf(await readAll(), 'Traumahulp voor kinderen')
    expect(await decide(key, 'refuse')).toBe(`${page}?done=refused`)
    expect(await readAll()).toContain('you did not want')
    const row = app.db.selectFrom('office.directory_service').select('facts').where('source_id', '=', 'wg-002')
    const { facts } = await row.executeTakeFirstOrThrow()
    const changed = { facts: JSON.stringify({ ...(facts as object), provider: 'New' }), facts_sha256: 'b'.repeat(64) }
    await app.db.updateTable('office.directory_service').set(changed).where('source_id', '=', 'wg-002').execute()
    const again = keyOf(await readAll(), 'Traumahulp voor kinderen')
    expect(again).not.toBe(key)
    expect(again).toMatch(/^directory:/)
  })

  test('what the town has hidden is not suggested, by whatever it is known', async () => {
    const kept = await keys()
    const hidden = newShortId()
    const facts = serviceFacts.parse({
      kinds: ['safe-place-to-stay'],
      name: { nl: { text: 'Toevlucht', origin: 'person' } },
      email: 'scholen@schoolhulp.example',
      place: { type: 'confidential' },
    })
    const act = actOf('test', 'checklist.save-service', app.services.clock.now())
    expect((await saveService(app.services.checklist, act, id, hidden, facts, 0)).outcome).toBe('saved')
    expect(await keys()).toHaveLength(kept.length - 1)
    const stored = await app.db.selectFrom('office.directory_service').select('facts').execute()
    expect(JSON.stringify(stored)).not.toContain('Verzonnen Plein')
  })

  test('nothing of it is left once the association ends it; what the town accepted stays', async () => {
    const coordinator = 'coordinator@directories.example'
    await app.give(coordinator, 'coordinator', app.associationScope)
    const by = await app.signIn(coordinator)
    const feeds = urls.associationFeeds(association)
    const list = await (await by.get(feeds)).text()
    expect(htmlFaults(list)).toEqual([])
    const [, feed = ''] = new RegExp(`href="${feeds}/([0-9a-f-]{36})"`).exec(list) ?? []
    const shown = await (await by.get(urls.feed(feeds, feed))).text()
    expect(htmlFaults(shown)).toEqual([])
    expect(shown).toContain('This directory is made up')
    expect(shown).toContain('4 services belong to 2 members of your association')
    expect(shown).toContain('1 names the whole country')
    await app.db.updateTable('office.service_feed').set({ failures: 3 }).where('id', '=', feed).execute()
    expect(await (await by.get(urls.office())).text()).toContain('could not be fetched several times in a row')
    const before = (await draft()).services.length
    const ended = await by.post(urls.feedEnd(feeds, feed), {})
    expect(ended.headers.get('location')).toBe(`${feeds}?saved=feedEnded`)
    expect(await keys()).toEqual([])
    expect((await draft()).services).toHaveLength(before)
  })
})
