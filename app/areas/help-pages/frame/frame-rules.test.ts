import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forFrame, frameAncestors, headingAsked } from './frame-rules.ts'

describe('who may show a page as a frame', () => {
  test('is the site itself, and the domains of the town with all below them', () => {
    expect(frameAncestors([])).toBe("'self'")
    expect(frameAncestors([' Town.EU ', 'town.eu', 'münchen.de'])).toBe(
      "'self' https://town.eu https://*.town.eu https://xn--mnchen-3ya.de https://*.xn--mnchen-3ya.de",
    )
  })

  test.each([
    '*',
    'eu',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '2130706433',
    '*.town.eu',
    'town.eu:8080',
    'https://town.eu',
    "town.eu; script-src 'unsafe-inline'",
    'town.eu evil.eu',
    'town.eu,evil.eu',
    'town.eu\r\nset-cookie: a=b',
    'user@town.eu',
    '%2A.town.eu',
    '-town.eu',
    '',
  ])('"%s" is no domain', (domain) => {
    expect(frameAncestors([domain])).toBe("'self'")
  })

  test('nothing that is typed adds to the policy', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.domain())), (domains) => {
        expect(frameAncestors(domains)).toMatch(/^'self'(?: https:\/\/(?:\*\.)?[a-z0-9.-]+\.[a-z][a-z0-9-]+)*$/)
      }),
    )
  })
})

test('a level that is none is the second', () => {
  expect([undefined, '', '1', '2', '3', '4', '5', '3 '].map(headingAsked)).toEqual([2, 2, 2, 2, 3, 4, 2, 2])
})

test('headings tell their level within the page around; what leads on opens in its place', () => {
  const page =
    '<header></header><h2 id="a">Help</h2><a href="tel:112">112</a><main id="main"><h1>T</h1><h4><a class="b" href="/en/x" rel="c">S</a></h4>' +
    '<a href="#a">up</a><a href="/embed/nl/t?lang=ar">ar</a><a href="https://x.eu" data-quick-exit>out</a></main>'
  expect(forFrame(page, 3)).toBe(
    '<header aria-labelledby="framed-title"></header><h2 aria-level="3" id="a">Help</h2><a href="tel:112">112</a><main aria-labelledby="framed-title" id="main"><h1 id="framed-title" aria-level="3">T</h1><h4 aria-level="6"><a class="b" href="/en/x" rel="c" target="_top">S</a></h4>' +
      '<a href="#a">up</a><a href="/embed/nl/t?lang=ar">ar</a><a href="https://x.eu" data-quick-exit target="_top">out</a></main>',
  )
})
