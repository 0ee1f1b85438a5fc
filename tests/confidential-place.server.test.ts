/**
 * A place that nobody may know, looked for wherever this software shows, hands out or keeps anything: every address that
 * somebody can ask for, what the search answers, every row of every table. A route that is added is asked, too.
 */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { approver, town } from '../app/areas/accounts/people/test-people.ts'
import { findBySlug } from '../app/areas/authorities/index.ts'
import { importServices, publish, saveService, serviceFacts } from '../app/areas/checklist/index.ts'
import { partsOf } from '../app/compose.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { newId } from '../app/platform/ids.ts'
import { urls } from '../app/urls.ts'
import { filledRoute } from './authorization/filled-route.ts'
import { columnsWith } from './everywhere.ts'
import { saidIn } from './said-in.ts'
import { type TestApp, testApp } from './test-app.ts'
import { tellElsewhere } from './told-elsewhere.ts'

/** Every address is asked several times, some of them for a document: milliseconds. */
const patience = 240_000

/** Stands in an address until it is known of which service it is asked. */
const someService = newId()

let app: TestApp
let authority: string
let cookie: string
let paths: { readonly route: string; readonly path: string; readonly open: boolean }[]

const kind = 'safe-place-to-stay'
const act = actOf('command', 'checklist.save-service', Temporal.Instant.from('2026-03-03T10:00:00Z'))

beforeAll(async () => {
  app = await testApp()
  authority = (await findBySlug(app.services.database.db, 'NL', town.slug))?.authority?.id ?? ''
  cookie = await app.signIn(approver, 'totp')
  const { routes } = await partsOf(app.services)
  paths = routes
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path, permission }) =>
      ['en', 'ar'].map((lang) => ({
        route: path,
        path: filledRoute(path, { cc: 'nl', slug: town.slug, kind, lang, version: '1', id: someService }),
        open: permission === 'public',
      })),
    )
    .filter(({ path }, index, all) => all.findIndex((each) => each.path === path) === index)
})
afterAll(() => app.close())

/** Where somebody is who must not be found; the words hold what no text of ours holds. */
interface Place {
  readonly street: string
  readonly postcode: string
  readonly latitude: number
  readonly longitude: number
}

const token = fc.stringMatching(/^q[bcdfghjkmnpqrstvwxz]{9}$/)
const ending = fc.constantFrom('straat', 'laan 5', ' "hof" 17 & co', '-Straße 3', 'gränd', ' شارع ٣')
const degrees = (from: number) => fc.integer({ min: 100_001, max: 899_999 }).map((part) => from + part / 1_000_000)
const place = fc.record<Place>({
  street: fc.tuple(token, ending).map(([word, after]) => `${word}${after}`),
  postcode: fc.integer({ min: 100_000, max: 999_999 }).map((digits) => `QX${digits}ZK`),
  latitude: degrees(52),
  longitude: degrees(5),
})

/** What gives it away: the word of the street, the postcode, the position. */
const marksOf = ({ street, postcode, latitude, longitude }: Place) => [
  street.slice(0, 10),
  postcode,
  latitude.toString(),
  longitude.toString(),
]

const named = (text: string) => ({ en: { text, origin: 'person' as const } })
const facts = (name: string, given: object) => serviceFacts.parse({ kinds: [kind], name: named(name), ...given })

async function save(id: string, given: ReturnType<typeof facts>, revision: number): Promise<void> {
  expect(await saveService(app.services.checklist, act, authority, id, given, revision)).toMatchObject({
    outcome: 'saved',
  })
}
const published = async () =>
  expect(await publish(app.services.checklist, act, authority)).toMatchObject({ outcome: 'published' })

/**
 * Every way in which a place comes in; afterwards it is confidential. What had been published must be clean by that
 * alone: nobody publishes again.
 */
const ways: Readonly<Record<string, (place: Place, told: (id: string) => Promise<void>) => Promise<string>>> = {
  'was published and becomes confidential': async (place, told) => {
    const id = newId()
    const address = { ...place, town: 'Example', extra: place.postcode }
    await save(id, facts('Haven', { place: { type: 'addresses', addresses: [address] } }), 0)
    await published()
    await tellElsewhere(app.services.database.db, authority, `${place.street}, ${place.postcode}`)
    await told(id)
    await save(id, facts('Haven', { place: { type: 'confidential' } }), 1)
    return id
  },
  'stands in a file beside the word confidential': async ({ street, postcode, latitude, longitude }) => {
    const id = newId()
    const input = [
      'source_id,name,kinds,confidential,street,postcode,town,latitude,longitude',
      `${id},Haven of a file,${kind},yes,"${street.replaceAll('"', '""')}",${postcode},Example,${latitude},${longitude}`,
    ].join('\n')
    const given = { authority, format: 'csv', input, source: 'test', language: 'en', dryRun: false } as const
    expect(await importServices(app.services.checklist, act, given)).toMatchObject({ added: 1 })
    await published()
    return id
  },
}

/** All that is said to whoever asks for a path, redirections and refusals included. */
async function asked(path: string, init: RequestInit = {}): Promise<string> {
  const answer = await app.request(path, init)
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`)
  return [...headers, await saidIn(answer)].join('\n')
}

async function telling(marks: readonly string[], id: string): Promise<string[]> {
  const told: string[] = []
  const look = (where: string, said: string) => {
    told.push(
      ...marks.filter((mark) => said.toLowerCase().includes(mark.toLowerCase())).map((mark) => `${where} ${mark}`),
    )
  }
  for (const { path, open } of paths) {
    const here = path.replaceAll(someService, id)
    look(here, await asked(here, open ? {} : { headers: { cookie } }))
  }
  for (const [q, near] of [
    ['haven', ''],
    [marks[0] ?? '', ''],
    ['', marks[1] ?? ''],
    ['haven', `${marks[2]},${marks[3]}`],
  ]) {
    const fields = new URLSearchParams({ q: q ?? '', near: near ?? '', town: `nl/${town.slug}` })
    const said = await asked(urls.searchData('en'), { method: 'POST', body: fields })
    look(`the search for ${q}`, said)
  }
  return told
}

test.each(Object.keys(ways))(
  'a place that %s stands nowhere',
  async (name) => {
    await fc.assert(
      fc.asyncProperty(place, async (secret) => {
        const marks = marksOf(secret)
        const before: string[] = []
        const id = await ways[name]?.(secret, async (known) => {
          before.push(...(await telling(marks, known)))
        })
        if (id === undefined) throw new Error('no way in')
        // That it is found where it may be is what makes not finding it mean something.
        if (name.startsWith('was published')) expect(before.length).toBeGreaterThan(20)
        await app.settled()
        const [word = ''] = marks
        const onPage = async () => (await asked(urls.town('en', town))).includes(word)
        await expect.poll(onPage, { timeout: 30_000 }).toBe(false)
        expect(await telling(marks, id)).toEqual([])
        expect(await columnsWith(app.services.database.db, ...marks)).toEqual([])
      }),
      { numRuns: 2, endOnFailure: true },
    )
  },
  patience,
)
