/**
 * Where invited children meet, looked for wherever this software shows, hands out or keeps anything: every address that
 * somebody can ask for, every row of every table. A route that is added is asked, too.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approver, openPeopleApp, type PeopleApp, town } from '../app/areas/accounts/people/test-people.ts'
import { partsOf } from '../app/compose.ts'
import { newId } from '../app/platform/ids.ts'
import { urls } from '../app/urls.ts'
import { filledRoute } from './authorization/filled-route.ts'
import { columnsWith } from './everywhere.ts'
import { saidIn } from './said-in.ts'
import { inputValue as value } from './sign-in.ts'
import { visitorsOf } from './visitors.ts'

/** Stands in an address until it is known of which event it is asked. */
const someEvent = newId()
const year = Temporal.Now.plainDateISO('UTC').year
const languages = ['en', 'fr', 'de', 'ar']

let app: PeopleApp
let paths: { readonly path: string; readonly open: boolean }[]
const { as, read, post } = visitorsOf(() => app)

beforeAll(async () => {
  app = await openPeopleApp()
  const { routes } = await partsOf(app.services)
  const given = { cc: 'nl', slug: town.slug, kind: 'child-helpline', version: '1', id: someEvent, year: `${year}` }
  // Of pages of other things, the two directions of writing are enough.
  const filled = routes
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path, permission }) => {
      const all = path.includes('/events') ? languages : ['en', 'ar']
      return all.map((lang) => ({ path: filledRoute(path, { ...given, lang }), open: permission === 'public' }))
    })
  const more = languages.flatMap((lang) => [
    ...(['ics', 'atom'] as const).map((feed) => urls.eventsFeed(lang, year, feed)),
    ...(['a4', 'a3'] as const).map((size) => urls.eventPoster(lang, year, someEvent, { size, read: 'en' })),
    urls.eventsFrame({ lang, town }),
    urls.events(lang, year, { country: 'NL' }),
  ])
  const known = [...filled, ...more.map((path) => ({ path, open: true }))]
  paths = known.filter(({ path }, index) => known.findIndex((one) => one.path === path) === index)
})
afterAll(() => app.close())

/** Where children meet; its words hold what no text of ours holds. */
const token = fc.stringMatching(/^q[bcdfghjkmnpqrstvwxz]{9}$/)
const place = fc.record({
  house: token.map((word) => `Huis ${word}`),
  street: fc.tuple(token, fc.integer({ min: 1, max: 99 })).map(([word, number]) => `${word}straat ${number}`),
  host: token.map((word) => `${word}.example`),
})
type Place = typeof place extends fc.Arbitrary<infer P> ? P : never
const marksOf = ({ house, street, host }: Place) => [house.slice(5), street.slice(0, 10), host.slice(0, 10)]

const words = {
  ...{ kind: 'children', day: `18.11.${year}`, starts: '10:00', ends: '11:00', language: 'en', title: 'Children ask' },
  what: 'Children ask, the mayor answers.',
}
const fieldsOf = ({ house, street, host }: Place) => ({
  ...{ place: `${house}, ${street}`, link: `https://${host}/way`, entry: `Ring at ${house}` },
})

async function publish(id: string): Promise<void> {
  const path = urls.townEventPage(town, id, 'publish')
  expect((await post(approver, path, { revision: value(await read(approver, path), 'revision') })).status).toBe(303)
}

async function begin(fields: Record<string, string>): Promise<string> {
  const id = value(await read(approver, urls.townEventNew(town)), 'id')
  expect((await post(approver, urls.townEvents(town), { id, ...words, ...fields })).status).toBe(303)
  await publish(id)
  return id
}

const edit = async (id: string, fields: Record<string, string>): Promise<Response> => {
  const path = urls.townEventPage(town, id, 'edit')
  const revision = value(await read(approver, path), 'revision')
  return post(approver, path, { revision, ...words, ...fields })
}

/** All that is said to whoever asks for a path, redirections and refusals included. */
async function asked(path: string, open: boolean): Promise<string> {
  const answer = open ? await app.request(path) : await (await as(approver)).get(path)
  return [...[...answer.headers].map(([name, text]) => `${name}: ${text}`), await saidIn(answer)].join('\n')
}

async function telling(marks: readonly string[], id: string): Promise<string[]> {
  const told: string[] = []
  for (const { path, open } of paths) {
    const said = (await asked(path.replaceAll(someEvent, id), open)).toLowerCase()
    if (marks.some((mark) => said.includes(mark))) told.push(path)
  }
  return told
}

const ways: Readonly<Record<string, (place: Place, marks: readonly string[]) => Promise<string>>> = {
  // Published twice, so that earlier versions have it, too; its words repeat it.
  'was published and becomes one for invited children': async (secret, marks) => {
    const id = await begin({ where: 'place', ...fieldsOf(secret), what: `Come to ${secret.house}!`, audience: 'All' })
    expect((await edit(id, { where: 'place', ...fieldsOf(secret), what: `We meet in ${secret.street}.` })).status).toBe(
      303,
    )
    await publish(id)
    const before = await telling(marks, id)
    // That it is found where it may be is what makes not finding it mean something.
    expect(before.length).toBeGreaterThan(10)
    await app.settled()
    // Its own place in other words is refused, and nothing is changed.
    expect((await edit(id, { where: 'invited', what: `As always in ${secret.house}` })).status).toBe(422)
    expect((await edit(id, { where: 'invited' })).status).toBe(303)
    return id
  },
  'is typed beside the choice of invited children': async (secret) => begin({ where: 'invited', ...fieldsOf(secret) }),
}

test.each(Object.keys(ways))(
  'a place that %s stands nowhere',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(place, async (secret) => {
        const marks = marksOf(secret)
        const id = await ways[name]?.(secret, marks)
        if (id === undefined) throw new Error('no way in')
        await app.settled()
        await expect.poll(() => telling(marks, id), { timeout: 120_000 }).toEqual([])
        expect(await columnsWith(app.db, ...marks)).toEqual([])
        // What is no secret is still there, and readers of the calendar get it as something new.
        expect(await asked(urls.event('en', year, id), true)).toContain('Children ask')
        expect(await asked(urls.eventsFeed('en', year, 'ics'), true)).toContain(`UID:${id}@`)
      }),
      { numRuns: 1, endOnFailure: true },
    )
  },
  240_000,
)

test('a street in the words of an event for invited children is refused', async () => {
  const id = value(await read(approver, urls.townEventNew(town)), 'id')
  const typed = { id, ...words, where: 'invited', what: 'Kom naar Kerkstraat 12, 1234 AB.' }
  const refused = await post(approver, urls.townEvents(town), typed)
  expect([refused.status, (await refused.text()).includes('href="#what"')]).toEqual([422, true])
})
