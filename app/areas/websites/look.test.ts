import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadReferenceData } from '../../reference-data.ts'
import { pageNamed } from '../help-pages/index.ts'
import { isAllowed, readPolicies } from './csp-rules.ts'
import type { LookFor } from './finding-rules.ts'
import { findingsOf } from './look-rules.ts'
import { readHostPage } from './read-host-page.ts'

const baseUrl = 'https://help.example'
const look: LookFor = {
  baseUrl,
  town: 'nl/example-town',
  hosts: ['example-town.example'],
  now: Temporal.Instant.from('2026-11-29T12:00:00Z'),
  today: Temporal.PlainDate.from('2026-11-29'),
  trackers: loadReferenceData().trackers,
  named: (address) => pageNamed(address, baseUrl),
}

const frame = `<iframe src="${baseUrl}/embed/nl/example-town?lang=en&amp;heading=2" title="Help"></iframe>`
const link = `<p><a href="${baseUrl}/en/nl/example-town">Help</a></p>`
const element = `<script src="${baseUrl}/embed.js" defer></script><safe-towns-help town="nl/example-town" lang="en" heading="2">${link}</safe-towns-help>`
const around = (content: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>Town</title>${head}</head><body><h1>Help</h1>${content}</body></html>`

function codesOf(html: string, headers: Record<string, string> = {}, url = 'https://www.example-town.example/help') {
  const seen = { url, redirected: false, headers, page: readHostPage(html) }
  return findingsOf(seen, look).map(({ code, tone, details }) => [code, tone, ...details].join(' '))
}
/** But for what is well everywhere. */
const worse = (...given: Parameters<typeof codesOf>) => codesOf(...given).filter((line) => !/ good\b/.test(line))

describe('a page of the town’s website', () => {
  test('on which all is well says so', () => {
    expect(codesOf(around(frame + link))).toEqual([
      'https good',
      `frame good ${baseUrl}/embed/nl/example-town?lang=en&heading=2`,
      'domain good www.example-town.example',
      'link good',
      'around-nothing good',
    ])
    expect(codesOf(around(element))).toEqual([
      'https good',
      'element good',
      'domain good www.example-town.example',
      'link good',
      'around-nothing good',
    ])
  })

  test.each<[string, string, string[]]>([
    ['nothing of ours', link, ['nothing-found bad']],
    ['a frame in a template', `<template>${frame}</template>${link}`, ['nothing-found bad']],
    ['a frame in a comment', `<!-- ${frame} -->${link}`, ['nothing-found bad']],
    ['a frame without a link below', frame, ['link-missing bad']],
    ['a frame without a title', `${frame.replace('title="Help"', '')}${link}`, ['frame-untitled bad']],
    [
      'the frame of another town',
      `${frame.replace('example-town', 'other-town')}${link}`,
      ['nothing-found bad', `other-town bad ${baseUrl}/embed/nl/other-town?lang=en&heading=2`],
    ],
    [
      'a frame of the page itself',
      `<iframe src="${baseUrl}/en/nl/example-town" title="Help"></iframe>${link}`,
      [`frame-of-page bad ${baseUrl}/en/nl/example-town`],
    ],
    ['a frame that waits for consent', `${frame.replace('src=', 'data-src=')}${link}`, ['frame-held-back bad']],
    ['a sandbox', `${frame.replace('title', 'sandbox="allow-scripts" title')}${link}`, ['sandbox-exit bad']],
    [
      'an empty sandbox',
      `${frame.replace('title', 'sandbox title')}${link}`,
      ['sandbox-exit bad', 'sandbox-script told'],
    ],
    [
      'a sandbox that lets leave',
      `${frame.replace('title', 'sandbox="allow-scripts allow-top-navigation-by-user-activation" title')}${link}`,
      [],
    ],
    ['a frame under a deeper heading', `<h3>More</h3>${frame}${link}`, ['heading look heading=4']],
    ['a frame in another language', `${frame.replace('lang=en', 'lang=ar')}${link}`, ['language look en ar']],
    [
      'an element without its script',
      element.replace(/<script.*<\/script>/, ''),
      [`element-without-script bad ${baseUrl}/embed.js`],
    ],
    [
      'an element of another town',
      element.replace('town="nl/example-town"', 'town="nl/x"'),
      ['nothing-found bad', 'other-town bad nl/x'],
    ],
  ])('with %s', (_, content, wanted) => {
    expect(worse(around(content))).toEqual(wanted)
  })

  test.each<[string, Record<string, string>, string[]]>([
    ['that refuses frames', { 'content-security-policy': "default-src 'self'" }, ['policy-frame bad help.example']],
    ['that lets them in', { 'content-security-policy': "default-src 'self'; frame-src https://help.example" }, []],
    [
      'of several policies',
      { 'content-security-policy': "frame-src *, frame-src 'none'" },
      ['policy-frame bad help.example'],
    ],
    ['in a sandbox', { 'content-security-policy': 'sandbox allow-scripts' }, ['sandbox-exit bad']],
    ['that isolates itself', { 'cross-origin-embedder-policy': 'require-corp' }, ['policy-embedder bad']],
  ])('%s', (_, headers, wanted) => {
    expect(worse(around(frame + link), headers)).toEqual(wanted)
  })

  test('whose policy stands in a tag, and refuses the script', () => {
    const head = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`
    expect(worse(around(element, head))).toEqual(['policy-script bad help.example'])
  })

  test.each([
    ['http://www.example-town.example/', ['no-https bad', 'domain-missing bad www.example-town.example']],
    ['https://example-town.example/', []],
    ['https://example-town.example.elsewhere.eu/', ['domain-missing bad example-town.example.elsewhere.eu']],
    ['https://notexample-town.example/', ['domain-missing bad notexample-town.example']],
    ['https://www.example-town.example:8443/', ['domain-missing bad www.example-town.example']],
  ])('at %s', (url, wanted) => {
    expect(worse(around(frame + link), {}, url)).toEqual(wanted)
  })

  test.each([
    ['2026-11-29T11:55:00Z', []],
    ['2026-11-27T11:55:00Z', ['copy-old bad 2026-11-27T11:55Z']],
    ['yesterday', ['copy-undated look']],
  ])('with a part of a page made at %s', (made, wanted) => {
    const content = `<section lang="en" data-safe-towns-fragment="${made}" data-safe-towns-town="nl/example-town">x</section>`
    expect(worse(around(content))).toEqual(wanted)
  })

  test.each([
    ['2026-11-20T00:00:00Z', '2026-12-20', []],
    ['2026-11-20T00:00:00Z', '2026-11-28', ['copy-expired bad 2026-11-28']],
    ['2026-01-20T00:00:00Z', '', ['copy-old bad 2026-01-20T00:00Z']],
    ['', 'soon', ['copy-undated look']],
  ])('that is an export made at "%s", good until "%s"', (made, expires, wanted) => {
    const head = `<meta name="safe-towns-export" content="${made}"><meta name="safe-towns-expires" content="${expires}"><link rel="canonical" href="${baseUrl}/en/nl/example-town">`
    expect(worse(around('', head))).toEqual(wanted)
  })

  test('that tells others who opens it', () => {
    const content = `${frame}${link}<img src="//pixel.elsewhere.eu/1.gif"><img src="/own.png"><link rel="stylesheet" href="https://cdn.elsewhere.eu/a.css"><script>load("https://www.googletagmanager.com/gtm.js")</script><script src="https://static.hotjar.com/c.js"></script>`
    expect(worse(around(content))).toEqual([
      'around-trackers bad Hotjar: static.hotjar.com Google Tag Manager: googletagmanager.com',
      'around-others look cdn.elsewhere.eu pixel.elsewhere.eu',
    ])
  })
})

describe('a content security policy', () => {
  const self = new URL('https://www.town.eu/help')
  const allows = (policy: string, url = `${baseUrl}/embed.js`, nonce?: string) =>
    readPolicies(policy).every((one) => isAllowed(one, 'script', new URL(url), self, nonce))

  test.each([
    ['', true],
    ["default-src 'none'", false],
    ["default-src 'none'; script-src https:", true],
    ["script-src 'self'; script-src *", false],
    ['script-src *.example', true],
    ['SCRIPT-SRC HTTPS://HELP.EXAMPLE', true],
    ['script-src https://help.example:443', true],
    ['script-src https://help.example:8443', false],
    ['script-src https://help.example/other/', false],
    ['script-src https://help.example/embed.js', true],
    ["script-src https://help.example 'strict-dynamic'", false],
    ["script-src-elem 'none'; script-src *", false],
    ["frame-src 'none'", true],
  ])('%s', (policy, wanted) => {
    expect(allows(policy)).toBe(wanted)
  })

  test('believes a nonce, and itself', () => {
    expect(allows("script-src 'nonce-abc'", undefined, 'abc')).toBe(true)
    expect(allows("script-src 'nonce-abc'", undefined, 'abd')).toBe(false)
    expect(allows("script-src 'self'", 'https://www.town.eu/own.js')).toBe(true)
  })
})

test('whatever a website answers, the look ends, and says something', () => {
  const pieces = fc.constantFrom(
    '<iframe src="',
    baseUrl,
    '/embed/nl/example-town',
    '"',
    '>',
    '<',
    'sandbox',
    '<base href="',
    '<meta http-equiv="content-security-policy" content="',
    '<script>',
    '</script',
    '<template>',
    '<section data-safe-towns-fragment="',
    '&#x110000;',
    '<safe-towns-help',
    '\0',
  )
  const html = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 }).map((all) => all.join(''))
  fc.assert(
    fc.property(html, fc.string(), (text, policy) => {
      const seen = {
        url: 'https://www.town.eu/',
        redirected: false,
        headers: { 'content-security-policy': policy },
        page: readHostPage(text),
      }
      expect(findingsOf(seen, look).length).toBeGreaterThan(1)
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['open', '<div>'],
  ['closed and never opened', '</b>'],
  ['nested in each other', '<b><i></b></i>'],
  ['attributes', '<a href=x y=z '],
])('millions of bytes of tags that are %s keep nobody busy', (_, piece) => {
  const page = readHostPage(piece.repeat(3_000_000 / piece.length))
  expect(page.links.length).toBeLessThanOrEqual(2_000)
})
