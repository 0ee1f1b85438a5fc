import { expect, test } from 'vitest'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { newId } from '../../platform/ids.ts'
import { loadReferenceData } from '../../reference-data.ts'
import type { Authority } from '../authorities/index.ts'
import { service } from '../checklist/index.ts'
import { presentTown } from './present-town.ts'
import type { Reader } from './reader.ts'
import type { PublishedTown } from './town-store.ts'

const { languages, checklist } = loadReferenceData()
const i18n = createI18n(languages)

const authority: Authority = {
  id: 'town',
  kind: 'municipality',
  country: 'NL',
  slug: 'example-town',
  name: 'Example Town',
  names: {},
  officialLanguages: ['nl'],
  timeZone: 'Europe/Amsterdam',
  status: 'active',
  demonstration: true,
  point: null,
  population: null,
  populationYear: null,
  successor: null,
}

/** Open on weekdays from nine to five, checked in August, with a notice for one day. */
function facts(): PublishedTown {
  const weekly = [1, 2, 3, 4, 5].map((day) => ({ day, opens: '09:00', closes: '17:00' }))
  const parsed = service.parse({
    id: '00000000-0000-4000-8000-000000000001',
    kinds: ['child-helpline'],
    name: { en: { text: 'Advice centre', origin: 'person' } },
    hours: { weekly, publicHolidays: 'as-usual' },
    alert: { text: { en: { text: 'Moved today', origin: 'person' } }, until: '2026-11-23' },
    checked: { on: '2026-08-24', by: 'office' },
  })
  const owner = { id: 'town', kind: 'municipality', name: 'Example Town', names: {} } as const
  const published = { version: 1, at: Temporal.Instant.from('2026-11-01T10:00:00Z'), introduction: {}, answers: [] }
  return {
    published,
    services: [{ service: parsed, owner, own: true }],
    inherited: undefined,
    parts: undefined,
    areas: ['town'],
    dependsOn: ['town'],
    nuts: undefined,
    schoolHolidays: [],
  }
}

function readerAt(now: string, language: string): Reader {
  const translator = i18n.translator(language)
  if (!translator) throw new Error(`no texts in ${language}`)
  return {
    translator,
    order: [language, 'en'],
    languageName: (code) => code,
    languageOf: (code) => ({ tag: code, dir: 'ltr' }),
    now: Temporal.Instant.from(now),
    timeZone: 'Europe/Amsterdam',
    isPublicHoliday: () => false,
    schoolHoliday: () => 'unknown',
  }
}

const moments = [
  '2026-11-23T10:00:00Z',
  '2026-11-23T15:59:59Z',
  '2026-11-23T16:00:00Z',
  '2026-11-23T22:59:59Z',
  '2026-11-23T23:00:00Z',
  '2026-11-24T09:00:00Z',
  '2026-11-25T09:00:00Z',
]

test('a page from facts in memory says at every moment what one from facts read anew says', () => {
  const kept = facts()
  for (const now of moments) {
    for (const language of ['en', 'ar']) {
      const reader = readerAt(now, language)
      expect(presentTown(reader, checklist, authority, kept)).toEqual(
        presentTown(reader, checklist, authority, facts()),
      )
    }
  }
})

test('closing time, midnight and the clock of checking are seen', () => {
  const kept = facts()
  const cards = moments.map((now) => {
    const { needs } = presentTown(readerAt(now, 'en'), checklist, authority, kept)
    const [card] = needs.flatMap(({ kinds }) => kinds).flatMap(({ services }) => services)
    return [card?.hours.state?.tone, card?.alertUntil, card?.checked.stale]
  })
  expect(cards).toEqual([
    ['open', 'Until 23 November 2026.', false],
    ['open', 'Until 23 November 2026.', false],
    ['closed', 'Until 23 November 2026.', false],
    ['closed', 'Until 23 November 2026.', false],
    ['closed', undefined, false],
    ['open', undefined, false],
    // Hours that nobody has confirmed in time say nothing of now.
    ['unsure', undefined, true],
  ])
})

test('an alert is shown from its first day to its last, and a page made before knows when that begins', () => {
  const {
    services: [own],
    ...rest
  } = facts()
  if (!own) throw new Error('no service')
  const alert = {
    text: { en: { text: 'By phone only', origin: 'person' as const } },
    from: '2026-12-20',
    until: '2026-12-21',
  }
  const at = (now: string) => {
    const services = [{ ...own, service: { ...own.service, alert } }]
    const { needs, validUntil } = presentTown(readerAt(now, 'en'), checklist, authority, { ...rest, services })
    const [card] = needs.flatMap(({ kinds }) => kinds).flatMap(({ services: shown }) => shown)
    return [card?.alert?.text, Temporal.Instant.compare(validUntil, '2026-12-19T23:00:00Z') <= 0]
  }
  expect(at('2026-12-19T22:59:00Z')).toEqual([undefined, true])
  expect(at('2026-12-19T23:00:00Z')).toEqual(['By phone only', false])
  expect(at('2026-12-21T22:59:00Z')).toEqual(['By phone only', false])
  expect(at('2026-12-21T23:00:00Z')).toEqual([undefined, false])
})

test('a closure to come is told with its days, and closes nothing before', () => {
  const {
    services: [own],
    ...rest
  } = facts()
  if (!own) throw new Error('no service')
  const closure = { from: '2026-12-20', to: '2027-01-03', text: {} }
  const cardAt = (now: string) => {
    const services = [{ ...own, service: { ...own.service, closure } }]
    const { needs } = presentTown(readerAt(now, 'en'), checklist, authority, { ...rest, services })
    const [card] = needs.flatMap(({ kinds }) => kinds).flatMap(({ services: shown }) => shown)
    return [card?.hours.state?.tone, card?.closure?.begun, card?.closure?.words]
  }
  const words = 'Closed from 20 December 2026 to 3 January 2027.'
  expect(cardAt('2026-11-23T10:00:00Z')).toEqual(['open', false, words])
  expect(cardAt('2026-12-21T10:00:00Z')).toEqual(['closed', true, words])
  expect(cardAt('2027-01-04T10:00:00Z').slice(1)).toEqual([undefined, undefined])
})

test('a holiday of the region closes its services, and none of the whole country', () => {
  const {
    services: [own],
    ...rest
  } = facts()
  if (!own) throw new Error('no service')
  const service = { ...own.service, hours: { ...own.service.hours, publicHolidays: 'closed' as const } }
  const national = {
    service: { ...service, id: newId() },
    owner: { ...own.owner, kind: 'country' as const },
    own: false,
  }
  const reader: Reader = { ...readerAt('2026-11-23T10:00:00Z', 'en'), isPublicHoliday: (_, everywhere) => !everywhere }
  const { needs } = presentTown(reader, checklist, authority, { ...rest, services: [{ ...own, service }, national] })
  const cards = needs.flatMap(({ kinds }) => kinds).flatMap(({ services }) => services)
  expect(cards.map(({ runBy, hours }) => [runBy !== undefined, hours.state?.tone])).toEqual([
    [false, 'closed'],
    [true, 'open'],
  ])
})

test('what has not changed is not put into words again', () => {
  const kept = facts()
  const cardAt = (now: string) =>
    presentTown(readerAt(now, 'en'), checklist, authority, kept).needs[0]?.kinds[0]?.services[0]
  expect(cardAt('2026-11-23T15:00:00Z')).toBe(cardAt('2026-11-23T10:00:00Z'))
})

test('what is read for days says nothing of this moment, and for the same day the same', () => {
  const kept = facts()
  const copy = (now: string) =>
    presentTown({ ...readerAt(now, 'en'), lasting: true }, checklist, authority, kept).needs[0]?.kinds[0]?.services[0]
  // Beside the page itself, from the same facts.
  presentTown(readerAt('2026-11-23T10:00:00Z', 'en'), checklist, authority, kept)
  const card = copy('2026-11-23T10:00:00Z')
  expect([card?.hours.state, card?.hours.week.length, card?.alert?.text]).toEqual([undefined, 1, 'Moved today'])
  expect(copy('2026-11-23T22:59:59Z')).toBe(card)
  expect(copy('2026-11-23T23:00:00Z')?.alert).toBeUndefined()
})
