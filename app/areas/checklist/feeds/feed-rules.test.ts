import fc from 'fast-check'
import { expect, test } from 'vitest'
import { idToAsk, pageAddress, serviceAddress } from './api-rules.ts'
import { feedHours, feedRhythms, isFeedAddress, isSudden, nextPull } from './feed-rules.ts'

const zone = 'Europe/Amsterdam'
const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant()
const said = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(zone).toPlainDateTime().toString()

test('a feed is fetched in the next night at its hour, a weekly one a week later, or the next night after a failure', () => {
  const daily = { every: 'day', hour: 3 } as const
  expect(said(nextPull(daily, at('2026-03-10T02:59'), zone, false))).toBe('2026-03-10T03:00:00')
  expect(said(nextPull(daily, at('2026-03-10T03:00'), zone, false))).toBe('2026-03-11T03:00:00')
  const weekly = { every: 'week', hour: 22 } as const
  expect(said(nextPull(weekly, at('2026-03-10T22:04'), zone, false))).toBe('2026-03-17T22:00:00')
  expect(said(nextPull(weekly, at('2026-03-10T22:04'), zone, true))).toBe('2026-03-11T22:00:00')
  // The hour that the clocks skip.
  expect(said(nextPull({ every: 'day', hour: 2 }, at('2026-03-28T12:00'), zone, false))).toBe('2026-03-29T03:00:00')
})

test('the next time is always to come, and never later than a week and an hour', () => {
  const moments = fc.integer({ min: 1_767_000_000, max: 1_830_000_000 })
  fc.assert(
    fc.property(
      moments,
      fc.constantFrom(...feedHours),
      fc.constantFrom(...feedRhythms),
      fc.boolean(),
      (s, hour, every, again) => {
        const now = Temporal.Instant.fromEpochMilliseconds(s * 1000)
        const hours = now.until(nextPull({ every, hour }, now, zone, again)).total('hours')
        expect(hours).toBeGreaterThan(0)
        expect(hours).toBeLessThanOrEqual(every === 'week' && !again ? 7 * 24 + 1 : 25)
      },
    ),
  )
})

test('more than a third changed or lost is asked about; a feed that is new has nothing to lose', () => {
  const step = { known: 9, changed: 3, newlyGone: 3 }
  expect(isSudden(step)).toBe(false)
  expect(isSudden({ ...step, changed: 4 })).toBe(true)
  expect(isSudden({ ...step, newlyGone: 4 })).toBe(true)
  expect(isSudden({ known: 0, changed: 0, newlyGone: 0 })).toBe(false)
  expect(isSudden({ known: 2, changed: 1, newlyGone: 0 })).toBe(true)
})

test('an address names a website and holds no login and no key', () => {
  for (const url of ['https://region.eu/hsds/services', 'http://region.eu/feed.json?lang=nl&page=1']) {
    expect(isFeedAddress(url)).toBe(true)
  }
  for (const url of [
    'region.eu/feed',
    'ftp://region.eu/x',
    'https://me:word@region.eu/x',
    'https://region.eu/x?API_KEY=1',
  ]) {
    expect(isFeedAddress(url)).toBe(false)
  }
  expect(isFeedAddress(`https://region.eu/${'x'.repeat(2000)}`)).toBe(false)
})

test('pages and single services are asked for where the list says they stand', () => {
  expect(pageAddress('https://a.eu/services?per_page=5', 2)).toBe('https://a.eu/services?per_page=5&page=2')
  expect(serviceAddress('https://a.eu/v3/services/?per_page=5', 'a/b')).toBe('https://a.eu/v3/services/a%2Fb')
  expect(serviceAddress('https://a.eu/all.json', 'a')).toBeUndefined()
  expect(idToAsk({ id: 'a', name: 'x' })).toBe('a')
  expect(idToAsk({ id: 'a', phones: [] })).toBeUndefined()
})
