import { describe, expect, test } from 'vitest'
import type { NetAnswer } from '../../../platform/net/net-outcomes.ts'
import type { NetReason } from '../../../platform/net/net-reasons.ts'
import { afterNight, type LinkState, looksLikeOurs, type Sight, sightOf, troubleOf, wantsGet } from './link-rules.ts'
import { nightOf, runsLeft, shareOf } from './night-rules.ts'

const url = 'https://town.eu/children'
const answered = (status: number, hops: { status: number; to: string }[] = [], from = url): NetAnswer => ({
  outcome: 'answered',
  status,
  url: hops.at(-1)?.to ?? from,
  hops,
  headers: {},
  body: Buffer.alloc(0),
})
const not = (reason: NetReason): NetAnswer => ({ outcome: 'not-answered', reason, hops: [] })
const fresh: LinkState = {
  url,
  outcome: 'unclear',
  seen: '',
  leadsTo: null,
  badNights: 0,
  goneNights: 0,
  leadsNights: 0,
}

describe('what one look says', () => {
  test.each([
    [answered(200), 'answers'],
    [answered(304), 'answers'],
    [answered(404), 'gone'],
    [answered(410), 'gone'],
    [answered(401), 'unclear'],
    [answered(403), 'unclear'],
    [answered(429), 'unclear'],
    [answered(500), 'failing'],
    [not('name-unknown'), 'gone'],
    [not('certificate'), 'failing'],
    [not('timeout'), 'failing'],
    [not('lookup'), 'unclear'],
    [not('busy'), 'unclear'],
    [not('reserved'), 'unclear'],
    [not('off'), 'unclear'],
  ])('%j: %s', (answer, outcome) => {
    expect(sightOf(url, answer).outcome).toBe(outcome)
  })

  test('that a name means a machine inside is told to nobody', () => {
    expect(sightOf(url, not('internal'))).toMatchObject({ outcome: 'failing', seen: 'unreachable' })
  })

  test('only what leads on for good has a new address; a slash is no other address', () => {
    const to = 'https://new.town.eu/'
    expect(sightOf(url, answered(200, [{ status: 301, to }])).leadsTo).toBe(to)
    expect(
      sightOf(
        url,
        answered(200, [
          { status: 301, to },
          { status: 302, to: `${to}today` },
        ]),
      ).leadsTo,
    ).toBeNull()
    expect(sightOf(url, answered(404, [{ status: 301, to }])).leadsTo).toBeNull()
    expect(sightOf(url, answered(200, [{ status: 308, to: `${url}/` }])).leadsTo).toBeNull()
  })

  test('a HEAD that is refused or odd is asked again as people ask', () => {
    expect([404, 405, 403, 501, 500].map((status) => wantsGet(answered(status)))).toEqual(Array(5).fill(true))
    expect([200, 429, 503].map((status) => wantsGet(answered(status)))).toEqual([false, false, false])
    expect([wantsGet(not('name-unknown')), wantsGet(not('timeout'))]).toEqual([false, true])
  })
})

describe('night after night', () => {
  const troubleAfter = (...sights: Sight[]) => troubleOf(sights.reduce(afterNight, fresh))
  const gone: Sight = { outcome: 'gone', seen: '404', leadsTo: null }
  const failing: Sight = { outcome: 'failing', seen: 'timeout', leadsTo: null }
  const fine: Sight = { outcome: 'answers', seen: '200', leadsTo: null }
  const unclear: Sight = { outcome: 'unclear', seen: 'busy', leadsTo: null }

  test('a plain failure counts after two nights, any other after three', () => {
    expect([troubleAfter(gone), troubleAfter(gone, gone)]).toEqual([undefined, 'link-gone'])
    expect([troubleAfter(failing, failing), troubleAfter(failing, failing, failing)]).toEqual([
      undefined,
      'link-failing',
    ])
    expect([troubleAfter(failing, gone), troubleAfter(failing, gone, failing)]).toEqual([undefined, 'link-failing'])
  })

  test('one good night ends it; one that is unclear changes nothing', () => {
    expect(troubleAfter(gone, fine, gone)).toBeUndefined()
    expect(troubleAfter(gone, gone, fine)).toBeUndefined()
    expect(troubleAfter(gone, unclear, gone)).toBe('link-gone')
  })

  test('a new address counts when it is the same twice', () => {
    const to = (leadsTo: string): Sight => ({ ...fine, leadsTo })
    expect(troubleAfter(to('https://a.eu/'))).toBeUndefined()
    expect(troubleAfter(to('https://a.eu/'), to('https://b.eu/'))).toBeUndefined()
    expect(troubleAfter(to('https://a.eu/'), to('https://a.eu/'))).toBe('link-moved')
    const secure = to('https://town.eu/children')
    expect(troubleOf([secure, secure].reduce(afterNight, { ...fresh, url: 'http://town.eu/children' }))).toBe(
      'link-insecure',
    )
  })
})

test('when most hosts are away at once it is our own network', () => {
  const seen = (host: string, sight: string) => ({
    host,
    sight: { outcome: 'failing', seen: sight, leadsTo: null } as const,
  })
  const away = ['a', 'b', 'c', 'd', 'e'].map((host) => seen(host, 'unreachable'))
  expect(looksLikeOurs(away)).toBe(true)
  expect(looksLikeOurs(away.slice(1))).toBe(false)
  expect(looksLikeOurs([...away.slice(0, 3), ...['x', 'y', 'z'].map((host) => seen(host, '404'))])).toBe(false)
})

describe('a night', () => {
  const at = (time: string) => Temporal.Instant.from(`2026-03-10T${time}:00Z`)
  test('is the same from noon to noon', () => {
    expect([at('03:00'), at('11:59'), at('22:00')].map((each) => nightOf(each).toString())).toEqual([
      '2026-03-09',
      '2026-03-09',
      '2026-03-10',
    ])
  })
  test('its work is spread over the runs that are left', () => {
    expect([at('22:00'), at('03:50'), at('03:59'), at('12:00')].map(runsLeft)).toEqual([36, 1, 1, 1])
    expect([shareOf(72, at('22:00')), shareOf(1, at('22:00')), shareOf(5_000_000, at('22:00'))]).toEqual([2, 1, 2_000])
  })
})
