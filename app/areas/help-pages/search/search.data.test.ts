/** From the front door: what families type, where they are, and what they find. */
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../../../tests/test-app.ts'
import { partsOf } from '../../../compose.ts'
import { demonstrationPerson } from '../../../demonstration/index.ts'
import { actOf } from '../../../platform/audit/audit.ts'
import { announceChange } from '../../../platform/db/change-feed.ts'
import { newId } from '../../../platform/ids.ts'
import { htmlFaults } from '../../../ui/components/example-checks.ts'
import { urls } from '../../../urls.ts'
import { mergeInto } from '../../authorities/index.ts'
import { indexServices, publish, saveService, serviceFacts } from '../../checklist/index.ts'
import { addTowns, publishTown, townOf, written } from '../../mergers/test-mergers.ts'
import { splitTown } from '../../mergers/test-splits.ts'
import { countNeeds } from '../../watching/index.ts'
import { searchData } from '../render-search.ts'
import { searchQuery } from './search-schema.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

interface Found {
  readonly service: string
  readonly kinds: readonly string[]
  readonly authority: string
  readonly name: string
  readonly distance_m: number | null
}
interface Data {
  readonly urgent: boolean
  readonly results: readonly Found[]
}

const town = 'nl/example-town'
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) })

async function find(fields: Record<string, string>, lang = 'en'): Promise<Data> {
  const answer = await post(urls.searchData(lang), fields)
  expect(answer.status).toBe(200)
  return answer.json()
}
async function page(fields: Record<string, string>, lang = 'en'): Promise<string> {
  const answer = await post(urls.search(lang), fields)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return answer.text()
}

const act = actOf('test', 'test', Temporal.Instant.from('2026-03-03T10:00:00Z'))
const idOf = async (slug: string) => {
  const { db } = app.services.database
  return (await db.selectFrom('published.authority').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id
}
const named = (text: string) => ({ en: { text, origin: 'person' as const } })
const at = (latitude: number, longitude: number, postcode = '') => ({
  type: 'addresses',
  addresses: [{ street: 'Example Street 1', town: 'Example', postcode, latitude, longitude }],
})

async function publishService(owner: string, given: object, id = newId(), revision = 0): Promise<string> {
  const { checklist } = app.services
  const facts = serviceFacts.parse({ kinds: ['trauma-therapy'], name: named('Example House'), ...given })
  expect(await saveService(checklist, act, owner, id, facts, revision)).toMatchObject({ outcome: 'saved' })
  expect(await publish(checklist, act, owner)).toMatchObject({ outcome: 'published' })
  // As the answer to a form of the office does (decision 94).
  await app.services.database.heard()
  return id
}

const phrases: Record<string, { typed: string; kinds: string[] }[]> = JSON.parse(
  readFileSync(new URL('../../../../tests/search/family-phrases.json', import.meta.url), 'utf8'),
)

describe('what families type', () => {
  test('what the town says it has not is told, with where to turn', async () => {
    const html = await page({ q: 'compensation for victims', town })
    expect(html).toContain('data-answer="not-available"')
    expect(html).toContain('explains it and fills in the forms with you')
  })

  test('what nobody serves is counted by town, kind and month alone, and told to the office where it is no small number', async () => {
    const { db } = app.services.database
    await sql`delete from intake.unmet_need`.execute(db)
    for (let turn = 0; turn < 5; turn += 1) await find({ q: 'compensation for victims of my uncle', town })
    await find({ q: 'shelter', town })
    const { rows } = await sql<object>`select * from intake.unmet_need`.execute(db)
    const month = Temporal.Now.plainDateISO('Europe/Amsterdam').with({ day: 1 })
    expect(new Set(rows.map((row) => Object.keys(row).sort().join()))).toEqual(new Set(['authority,kind,month']))
    expect(rows).toHaveLength(5)
    // The running month is not told of: the office would see one search at a time.
    await sql`update intake.unmet_need set month = ${month.subtract({ months: 1 }).toString()}::date`.execute(db)
    expect(await db.transaction().execute(countNeeds)).toBe(5)
    await find({ q: 'compensation for victims', town })
    expect(await db.transaction().execute(countNeeds)).toBe(1)
    const cookie = await app.signIn(demonstrationPerson('officer'), 'passkey')
    const path = urls.officeReports({ country: 'NL', slug: 'example-town' })
    const html = await (await app.request(path, { headers: { cookie } })).text()
    expect(html).toMatch(/How to get compensation\s*<\/a><\/td><td[^>]*>5</)
  })

  test('a kind that somebody serves is found', async () => {
    // The only one of the phrases below for which nobody serves the people of the town.
    await publishService(await idOf('example-town'), { kinds: ['victim-compensation-info'], name: named('Desk') })
    expect((await find({ q: 'compensation for victims', town })).results[0]?.name).toBe('Desk')
  })

  test.each(Object.keys(phrases))(
    'thirty phrases in %s find the right kind in the first three results',
    async (lang) => {
      // Not through the front door: nobody types that fast, and it would say so.
      const { helpPages } = await partsOf(app.services)
      const translator = app.services.i18n.translator(lang)
      if (!translator) throw new Error(`nothing is offered in ${lang}`)
      const missed: string[] = []
      for (const { typed, kinds } of phrases[lang] ?? []) {
        const { results } = await searchData(helpPages, translator, searchQuery.parse({ q: typed, town }))
        const first = results.slice(0, 3).flatMap((each) => each.kinds)
        if (!kinds.some((kind) => first.includes(kind))) missed.push(`${typed} → ${first.join(', ') || 'nothing'}`)
      }
      expect(phrases[lang]?.length).toBe(30)
      expect(missed).toEqual([])
    },
  )

  test('a name is found with a typing error, before everything of its kind', async () => {
    expect((await find({ q: 'safe harbor shelter', town })).results[0]?.name).toBe('The Safe Harbour shelter')
    expect((await find({ q: 'harbour' })).results.map(({ name }) => name)).toContain('The Safe Harbour shelter')
  })

  test('danger puts the emergency number first, whatever else was found', async () => {
    const html = await page({ q: 'he is hitting me now', town })
    const main = html.slice(html.indexOf('<main'))
    expect(main.indexOf('data-urgent')).toBeGreaterThan(0)
    expect(main.indexOf('data-urgent')).toBeLessThan(main.indexOf('data-service'))
    expect(main.slice(main.indexOf('data-urgent'))).toMatch(/^[\s\S]{0,400}tel:112/)
    expect(await find({ q: 'he is hitting me now', town })).toMatchObject({ urgent: true })
    // Of which country nobody knows: no number is guessed.
    const nowhere = await page({ q: 'he is hitting me now' })
    expect(nowhere).toContain('data-urgent')
    expect(nowhere).not.toContain('tel:')
  })

  test('words that nobody understands are not the end', async () => {
    const html = await page({ q: 'zzzz qqqq', town })
    expect(html).toContain('data-instead')
    expect(html).toContain('We did not understand these words')
    expect(html).toContain('value="child-helpline"')
    expect(html).toContain(urls.town('en', { country: 'nl', slug: 'example-town' }))
  })

  test('filters that leave nothing say which of them to leave out', async () => {
    const html = await page({ q: 'shelter', town, spoken: 'ka', free: 'yes' })
    expect(html).toContain('Search again without: Language spoken on the phone')
    expect(html).not.toContain('data-service')
  })

  test('markup is right in each language, with and without a result', async () => {
    for (const lang of ['en', 'ar']) {
      for (const fields of [{}, { q: 'shelter' }, { q: 'shelter', town, age: '12' }, { near: 'Nowhere at all' }]) {
        expect(await htmlFaults(await page(fields, lang))).toEqual([])
      }
    }
  })
})

describe('where families are', () => {
  test('the offices of the town stand before those of others; what serves nobody there is said to be for others', async () => {
    const [here, there] = [await idOf('example-town'), await idOf('example-quiet-town')]
    const { db } = app.services.database
    await db.updateTable('published.authority').set({ latitude: 52.1, longitude: 5.1 }).where('id', '=', here).execute()
    await db
      .updateTable('published.authority')
      .set({ latitude: 52.2, longitude: 5.2 })
      .where('id', '=', there)
      .execute()
    const [own, other] = [
      await publishService(here, { name: named('Far House'), place: at(52.18, 5.18) }),
      await publishService(there, { name: named('Near House'), place: at(52.1001, 5.1001, '1234 AB') }),
    ]
    const { results } = await find({ kind: 'trauma-therapy', town })
    const ids = results.map(({ service }) => service)
    expect(ids.indexOf(own)).toBeGreaterThanOrEqual(0)
    expect(ids.indexOf(own)).toBeLessThan(ids.indexOf(other))
    expect(results.find(({ service }) => service === other)).toMatchObject({
      authority: 'nl/example-quiet-town',
      distance_m: expect.closeTo(13, -1),
    })
    const html = await page({ kind: 'trauma-therapy', town })
    expect(html).toContain('but for people elsewhere')
    expect(html).toContain('less than 1 km')
    expect(html).toContain(urls.service('en', { country: 'nl', slug: 'example-quiet-town' }, other))

    // By a position, and by a postcode that a published place has.
    const quiet = await find({ q: 'trauma', near: '52.21,5.21' })
    expect(quiet.results.map(({ service }) => service)).toContain(other)
    expect(await page({ q: 'trauma', near: '52.21,5.21' })).toContain(
      'The nearest town that we know is Example Quiet Town',
    )
    expect(await page({ near: '1234ab', country: 'nl' })).toContain('The nearest town that we know is')
    expect(await page({ near: '9999 ZZ', country: 'nl' })).toContain('We do not know this place')
  })

  test('a filter finds what is farther, too, where nearer ones do not pass it', async () => {
    const owner = await idOf('example-town')
    const phones = [{ number: '030 1234567', languages: ['cs'], fictional: true }]
    const ids: string[] = []
    for (const step of [1, 2, 3, 4, 5, 6]) {
      const place = at(52.21 + step / 10_000, 5.21)
      ids.push(await publishService(owner, { place, ...(step === 6 ? { phones } : {}) }))
    }
    const { results } = await find({ near: '52.21,5.21', spoken: 'cs' })
    expect(results.map(({ service }) => service)).toContain(ids[5])
    expect(results.map(({ service }) => service)).not.toContain(ids[0])
  })

  test('what was chosen without a place is kept while the place is asked for, and gives way to words', async () => {
    const { t } = app.services.i18n.negotiate('en')
    const chosen = await (await app.request(`${urls.search('en')}?kind=trauma-therapy`)).text()
    expect(chosen).toContain('name="kind" value="trauma-therapy"')
    expect(chosen).toContain(t('search.sayWhere'))
    for (const said of [t('search.results', { count: 0 }), 'data-instead']) expect(chosen).not.toContain(said)
    const there = await page({ kind: 'trauma-therapy', near: '52.21,5.21' })
    expect(there).toContain('data-kinds="trauma-therapy')
    expect(await page({ kind: 'trauma-therapy', q: 'child helpline' })).not.toContain('value="trauma-therapy"')
    const nonsense = await app.request(`${urls.search('en')}?kind=no-such-kind`)
    expect([nonsense.status, (await nonsense.text()).includes('value="no-such-kind"')]).toEqual([200, false])
  })

  test('a position is not shown again, and nothing typed stands in a link', async () => {
    const html = await page({ q: 'my secret words', near: '52.21,5.21' })
    expect(html).not.toContain('52.21')
    expect(html.match(/href="[^"]*secret/)).toBeNull()
    const answer = await app.request(`${urls.search('en')}?q=secret&near=Utrecht&kind=child-helpline&town=${town}`)
    const bare = await answer.text()
    expect(bare).not.toContain('secret')
    expect(bare).not.toContain('Utrecht')
    expect(bare).toContain('data-service')
  })

  test('a confidential place has no distance, no point and no postcode, before and after it became one', async () => {
    const owner = await idOf('example-town')
    const { db } = app.services.database
    const given = { name: named('Hidden Garden'), kinds: ['safe-place-to-stay'] }
    const id = await publishService(owner, { ...given, place: at(52.1002, 5.1002, '4321 XY') })
    const places = () => db.selectFrom('published.service_place').select('postcode').where('service', '=', id).execute()
    expect(await places()).toHaveLength(1)
    const facts = serviceFacts.parse({ ...given, place: { type: 'confidential' } })
    await saveService(app.services.checklist, act, owner, id, facts, 1)
    // At once, without a word published.
    expect(await places()).toEqual([])
    const result = (await find({ q: 'hidden garden', town })).results.find(({ service }) => service === id)
    expect(result).toMatchObject({ distance_m: null })
    expect(await page({ near: '4321 XY', country: 'nl' })).toContain('We do not know this place')
  })

  test('a word that no service has any more is known no more', async () => {
    const owner = await idOf('example-town')
    const { db } = app.services.database
    const id = await publishService(owner, { name: named('Quixotic House') })
    const known = async () =>
      (
        await sql<{ word: string }>`select word from published.search_word where word in ('quixotic', 'house')`.execute(
          db,
        )
      ).rows
        .map(({ word }) => word)
        .sort()
    expect(await known()).toEqual(['house', 'quixotic'])
    await publishService(owner, { name: named('Plain House') }, id, 1)
    expect(await known()).toEqual(['house'])
  })

  test('services that were published before there was a search are found after the next night', async () => {
    const { db } = app.services.database
    const count = async () =>
      (
        await sql<{ words: string; places: string }>`select (select count(*) from published.service_words) as words,
        (select count(*) from published.service_place) as places`.execute(db)
      ).rows[0]
    const before = await count()
    await db.deleteFrom('published.service_words').execute()
    await db.deleteFrom('published.service_place').execute()
    expect((await find({ q: 'harbour' })).results).toEqual([])
    expect(await indexServices(app.services)).toBe(Number(before?.words))
    expect(await count()).toEqual(before)
    expect(await indexServices(app.services)).toBe(0)
    expect((await find({ q: 'harbour' })).results.map(({ name }) => name)).toContain('The Safe Harbour shelter')
  })
})

test('what a town published that became several is found once, for each part until that has looked through it', async () => {
  const service = await splitTown(app.services)
  const times = async (slug: string) => {
    const { results } = await find({ kind: 'child-helpline', town: `li/${slug}` })
    return results.filter((one) => one.service === service).length
  }
  const everywhere = async () => Promise.all(['grossau', 'nordau', 'suedau'].map(times))
  expect(await everywhere()).toEqual([1, 1, 1])
  const { db } = app.services.database
  await db
    .updateTable('published.part_service')
    .set({ shown: false })
    .where('part', '=', await idOf('nordau'))
    .execute()
  expect(await everywhere()).toEqual([1, 0, 1])
  expect(await page({ kind: 'child-helpline', near: 'Grossau', country: 'li' })).toContain('Nordau')
})

test('a place that nobody knew when it was asked for is known as soon as it is in the list, and where it goes then', async () => {
  const asked = { kind: 'child-helpline', town: 'li/spaeter' }
  expect((await find(asked)).results).toEqual([])
  await addTowns(app.services, [
    { code: '71', name: 'Spaeter' },
    { code: '72', name: 'Frueher' },
  ])
  const [spaeter, frueher] = [await townOf(app.services, '71'), await townOf(app.services, '72')]
  const [service] = await publishTown(app.services, frueher.id, { services: [{ name: written('Ohr') }] })
  const found = async () => (await find(asked)).results.map((one) => one.service)
  expect(await found()).not.toContain(service)
  await app.services.database.db.transaction().execute(async (tx) => {
    await mergeInto(tx, spaeter.id, frueher.id, { on: '2026-01-01', at: act.at })
    await announceChange(tx, [spaeter.id, frueher.id])
  })
  await expect.poll(found).toContain(service)
})
