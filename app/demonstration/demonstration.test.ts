import { expect, test } from 'vitest'
import { loadChecklist } from '../areas/checklist/index.ts'
import { newAnswerFaults, serviceFaults, textsOf } from '../areas/checklist/rules.ts'
import type { LocalText } from '../areas/checklist/schema.ts'
import { phoneIsValidIn } from '../areas/helplines/index.ts'
import { loadLanguages } from '../platform/i18n/languages.ts'
import { loadFictionNumbers } from './fiction-numbers.ts'
import { type DemonstrationPage, type DemonstrationService, readNetwork } from './network.ts'
import { demonstrationServiceId } from './service-id.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const checklist = loadChecklist()
const languages = loadLanguages()
const { authorities, pages } = readNetwork(today)
const byCode = new Map(authorities.map((authority) => [authority.code, authority]))

const countryOf = (page: DemonstrationPage) => byCode.get(page.authority)?.country ?? ''
const pageOf = (code: string) => pages.find(({ authority }) => authority === code)
const exampleTown = pageOf('NL-EXAMPLE-TOWN')
const around = ['NL-EXAMPLE-DISTRICT', 'NL-EXAMPLE-REGION', 'NL-EXAMPLE-COUNTRY', 'NL-EXAMPLE-POLICE']
const all = pages.flatMap((page) => page.services.map((service) => ({ page, service })))

const checksFor = (country: string) => ({
  kinds: checklist.ids,
  languages: languages.codes,
  today,
  knownShort: () => false,
  mayBeShort: () => false,
  phoneIsValid: phoneIsValidIn(country),
})

/** Every text in languages, wherever it stands. */
function localTexts(value: unknown): LocalText[] {
  if (typeof value !== 'object' || value === null) return []
  const parts = Object.values(value)
  const isText =
    parts.length > 0 && parts.every((part) => typeof part === 'object' && part !== null && 'origin' in part)
  return isText ? [value as LocalText] : parts.flatMap(localTexts)
}

test('the example town has forty services of its own, one in a confidential place', () => {
  expect(exampleTown?.services).toHaveLength(40)
  expect(exampleTown?.services.filter(({ place }) => place.type === 'confidential')).toHaveLength(1)
})

test('it inherits from district, region, country and a police area that does not nest', () => {
  expect(around.map((code) => pageOf(code)?.services.length)).toEqual([3, 4, 4, 1])
  expect(byCode.get('NL-EXAMPLE-TOWN')?.areas.toSorted()).toEqual(around.toSorted())
  expect(byCode.get('NL-EXAMPLE-POLICE')?.areas).toEqual([])
  const further = around.flatMap((code) =>
    (pageOf(code)?.services ?? []).flatMap(({ key, serves }) => {
      expect(serves[0]).toBe(code)
      return serves.slice(1).map((other) => `${key} ${other}`)
    }),
  )
  expect(further, 'offered beyond the own area').toEqual([
    'family-therapy NL-EXAMPLE-QUIET-TOWN',
    'police-children-desk NL-EXAMPLE-REGION',
  ])
})

test('it answers each of the 42 kinds once, in every way there is, and every "available" has a service', () => {
  const answers = exampleTown?.answers ?? []
  expect(answers.map(({ kind }) => kind)).toEqual(checklist.kinds.map(({ id }) => id))
  expect(new Set(answers.map(({ status }) => status))).toEqual(
    new Set(['available', 'partly', 'planned', 'not-available', 'not-our-task']),
  )
  const served = new Set(
    ['NL-EXAMPLE-TOWN', ...around].flatMap((code) => pageOf(code)?.services ?? []).flatMap(({ kinds }) => kinds),
  )
  expect(answers.filter(({ kind, status }) => status === 'available' && !served.has(kind))).toEqual([])
})

test('each text of the example town and its areas is there in Dutch, English and Arabic, the Arabic marked as made by machine', () => {
  const texts = ['NL-EXAMPLE-TOWN', ...around].flatMap((code) => localTexts(pageOf(code)))
  expect(texts.length).toBeGreaterThan(120)
  for (const { nl, en, ar, ...others } of texts) {
    expect(others).toEqual({})
    expect([nl?.origin, en?.origin]).toEqual(['person', 'person'])
    expect(ar).toMatchObject({ origin: 'machine', from: 'en' })
  }
})

test('the example town shows what pages have to cope with', () => {
  const services = exampleTown?.services ?? []
  const some = (has: (service: DemonstrationService) => boolean) => services.filter(has).length
  expect(some(({ alert }) => alert !== null)).toBe(1)
  expect(some(({ closure }) => closure !== null)).toBe(1)
  expect(some(({ chat }) => chat !== null)).toBeGreaterThan(1)
  expect(some(({ hours }) => hours.always)).toBeGreaterThan(1)
  expect(some(({ hours }) => hours.weekly.some(({ opens, closes }) => closes < opens))).toBeGreaterThan(0)
  expect(some(({ hours }) => hours.exceptions.length > 0)).toBeGreaterThan(4)
  expect(some(({ hours }) => hours.appointment === 'required')).toBeGreaterThan(4)
  const ages = services.flatMap(({ checked }) => checked?.on ?? []).toSorted()
  expect(ages[0] && ages[0] < '2026-01-01').toBe(true)
  expect(ages.at(-1) && (ages.at(-1) ?? '') > '2026-11-15').toBe(true)
})

test('at least five more countries have a fictional town in their language and English', () => {
  const others = pages.filter((page) => countryOf(page) !== 'NL')
  expect(new Set(others.map(countryOf)).size).toBeGreaterThanOrEqual(5)
  for (const page of others) {
    // Towns that are merged were small.
    expect(page.services.length).toBeGreaterThanOrEqual(byCode.get(page.authority)?.mergedOn ? 3 : 6)
    const expected = Object.keys(page.languages).toSorted()
    expect(expected).toContain('en')
    for (const text of localTexts(page)) expect(Object.keys(text).toSorted()).toEqual(expected)
  }
})

test('every service and every answer passes the rules that an office has to keep', () => {
  const faults = pages.flatMap((page) => {
    const checks = checksFor(countryOf(page))
    return [
      ...page.services.flatMap((service) =>
        serviceFaults({ ...service, serves: [] }, checks).map((fault) => [service.key, fault]),
      ),
      ...page.answers.flatMap((answer) => newAnswerFaults(answer, checks).map((fault) => [answer.kind, fault])),
    ]
  })
  expect(faults).toEqual([])
})

test('every number is kept for fiction; one that is kept in another country is never a link', () => {
  const { keptFor } = loadFictionNumbers()
  const phones = all.flatMap(({ page, service }) =>
    service.phones.map((phone) => ({ country: countryOf(page), ...phone })),
  )
  expect(phones.length).toBeGreaterThan(60)
  expect(phones.filter(({ number, country }) => keptFor(number, country) === undefined)).toEqual([])
  expect(phones.filter(({ number, country, fictional }) => !fictional && keptFor(number, country) !== country)).toEqual(
    [],
  )
  const numbers = phones.map(({ number }) => number)
  expect(numbers.filter((number, index) => numbers.indexOf(number) !== index)).toEqual([])
})

test.each([
  ['+44 808 157 0101', 'NL', 'GB'],
  ['0808 157 0101', 'NL', undefined],
  ['0808 157 0101', 'GB', 'GB'],
  ['0808 157 1000', 'GB', undefined],
  ['+31 20 123 45 67', 'NL', undefined],
  ['030 23125 200', 'DE', 'DE'],
  ['112', 'GB', undefined],
])('%s in %s is kept for the fiction of %s', (number, country, home) => {
  expect(loadFictionNumbers().keptFor(number, country)).toBe(home)
})

test('mail and web go to names that are reserved for examples', () => {
  const links = all.flatMap(({ service: { email, web, chat } }) => [email, web, chat].flatMap((each) => each ?? []))
  const hosts = links.map((link) => (link.includes('@') ? link.split('@')[1] : new URL(link).hostname) ?? '')
  expect(hosts.length).toBeGreaterThan(30)
  expect(hosts.filter((host) => !/(^|\.)example\.org$|\.(example|invalid)$/.test(host))).toEqual([])
})

test('no text of the network holds a telephone number or an address of the web', () => {
  const texts = all
    .flatMap(({ service }) => localTexts(service))
    .flatMap((text) => Object.values(text).map((each) => each.text))
  expect(texts.filter((text) => /\d[\d\s-]{4,}\d|https?:|www\.|@/.test(text))).toEqual([])
})

test('a confidential place has nothing but the mark, and no text names a street or a house of the network', () => {
  const hidden = all.filter(({ service }) => service.place.type === 'confidential')
  expect(hidden.length).toBeGreaterThan(2)
  const streets = all.flatMap(({ service: { place } }) =>
    place.type === 'addresses' ? place.addresses.map(({ street }) => street.replace(/[\d\s]+$/, '').toLowerCase()) : [],
  )
  for (const { service } of hidden) {
    expect(service.place).toEqual({ type: 'confidential' })
    expect(service.hours.note).toEqual({})
    const words = textsOf({ ...service, serves: [] }).map(({ text }) => text.toLowerCase())
    expect(words.filter((text) => streets.some((street) => text.includes(street)))).toEqual([])
  }
})

test('every authority is called fictional by its name, and codes stand for authorities that exist', () => {
  const refs = authorities.flatMap(({ areas, mergedInto }) => [...areas, ...(mergedInto ? [mergedInto] : [])])
  expect([...refs, ...pages.map(({ authority }) => authority)].filter((code) => !byCode.has(code))).toEqual([])
  expect(authorities.some(({ mergedInto }) => mergedInto === 'NL-EXAMPLE-TOWN')).toBe(true)
  expect(
    authorities.some(({ code, kind, mergedInto }) => kind === 'municipality' && !mergedInto && !pageOf(code)),
  ).toBe(true)
})

test('ids are UUIDs of their own, the same for ever', () => {
  const ids = all.map(({ page, service }) => demonstrationServiceId(page.authority, service.key))
  expect(new Set(ids).size).toBe(all.length)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(demonstrationServiceId('NL-EXAMPLE-TOWN', 'shelter')).toBe('5afe7035-0000-8000-8000-0ccd3c83884c')
})
