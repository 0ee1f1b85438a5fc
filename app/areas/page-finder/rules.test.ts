import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evidenceOf, longestSentence, namesSomebody } from './evidence-rules.ts'
import { fold, matcherOf } from './fold-rules.ts'
import { linkPoints, takeBest } from './link-rules.ts'
import { loadReading } from './load-reading.ts'
import { kindsIn } from './page-rules.ts'
import { readTownPage } from './read-town-page.ts'
import { wordsOf } from './reading-rules.ts'
import { mayRead, readRobots, robotsBytes } from './robots-rules.ts'
import { isOwn, pageOf, sameAddress, startsOf } from './site-rules.ts'
import { readSitemap } from './sitemap-rules.ts'
import { contradicts, finalVerdict, keyOf, saidAbout, sayings, type Verdict, verdicts } from './verdict-rules.ts'

const reading = loadReading()
const words = (...codes: string[]) => wordsOf(codes.flatMap((code) => reading.lists.get(code) ?? []))

describe('robots.txt', () => {
  const allowed = (text: string, path: string) =>
    mayRead(readRobots(text, 'safe-towns'), new URL(path, 'https://town.eu'))

  test.each([
    ['nothing said', '', '/a', true],
    ['all forbidden', 'User-agent: *\nDisallow: /', '/a', false],
    ['itself may always be read', 'User-agent: *\nDisallow: /', '/robots.txt', true],
    ['an empty rule allows', 'User-agent: *\nDisallow:', '/a', true],
    ['another program alone', 'User-agent: other\nDisallow: /', '/a', true],
    [
      'our own group, whatever its case',
      'User-agent: SAFE-towns/2.0\nDisallow: /a\n\nUser-agent: *\nDisallow: /b',
      '/a',
      false,
    ],
    [
      'our own group instead of the one for all',
      'User-agent: safe-towns\nDisallow: /a\n\nUser-agent: *\nDisallow: /b',
      '/b',
      true,
    ],
    ['one group for several programs', 'User-agent: x\nUser-agent: safe-towns\nDisallow: /a', '/a', false],
    [
      'groups of the same name together',
      'User-agent: *\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: *\nDisallow: /b',
      '/b',
      false,
    ],
    ['the longest rule', 'User-agent: *\nDisallow: /kinder\nAllow: /kinder/hilfe', '/kinder/hilfe/1', true],
    ['of two as long the one that allows', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a star', 'User-agent: *\nDisallow: /*?print=', '/x/y?print=1', false],
    ['a star in the middle', 'User-agent: *\nDisallow: /a/*/c', '/a/b/d/c', false],
    ['an end', 'User-agent: *\nDisallow: /*.php$', '/index.php', false],
    ['an end that is none', 'User-agent: *\nDisallow: /*.php$', '/index.php?id=1', true],
    ['an end without a star', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['the same letters twice before the end', 'User-agent: *\nDisallow: /*aa$', '/aa', false],
    ['letters as bytes', 'User-agent: *\nDisallow: /f%C3%BCr', '/für', false],
    ['letters as they are', 'User-agent: *\nDisallow: /für', '/f%C3%BCr', false],
    ['signs as bytes', 'User-agent: *\nDisallow: /%7ea', '/~a', false],
    ['comments and odd ends of lines', '\uFEFFuser-agent : * # all\rdisallow : /a # no\r', '/a', false],
    ['a rule before any group', 'Disallow: /\nUser-agent: *\nDisallow: /b', '/a', true],
    [
      'other lines do not end a list of programs',
      'User-agent: *\nSitemap: https://town.eu/s\nUser-agent: x\nDisallow: /a',
      '/a',
      false,
    ],
  ])('%s', (_, text, path, expected) => {
    expect(allowed(text, path)).toBe(expected)
  })

  test('says how long to wait, and where sitemaps are', () => {
    const text = 'User-agent: *\nCrawl-delay: 7.5\nDisallow: /x\nSitemap: https://town.eu/map.xml\nSitemap: /no'
    expect(readRobots(text, 'safe-towns')).toMatchObject({ delaySeconds: 7.5, sitemaps: ['https://town.eu/map.xml'] })
    expect(readRobots('User-agent: *\nCrawl-delay: soon', 'safe-towns').delaySeconds).toBeUndefined()
  })

  /** As a pattern, in the words of RFC 9309: for short texts it may be as slow as it likes. */
  const slowly = (pattern: string, path: string): boolean => {
    const [first, ...rest] = [pattern[0], pattern.slice(1)]
    if (first === undefined) return true
    if (first === '$' && rest[0] === '') return path === ''
    if (first === '*') return slowly(rest[0] ?? '', path) || (path !== '' && slowly(pattern, path.slice(1)))
    return path.startsWith(first) && slowly(rest[0] ?? '', path.slice(1))
  }

  test('stars and ends mean what they say, in any order', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '/'), { maxLength: 8 }).map((all) => `/${all.join('')}`)
    const pattern = fc
      .tuple(fc.array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 7 }), fc.boolean())
      .map(([all, end]) => `/${all.join('')}${end ? '$' : ''}`)
    fc.assert(
      fc.property(pattern, letters, (rule, path) => {
        const url = new URL(`https://town.eu/x${path}`)
        expect(mayRead(readRobots(`User-agent: *\nDisallow: /x${rule}`, 'safe-towns'), url)).toBe(!slowly(rule, path))
      }),
    )
  })

  test('any text can be read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.webPath(), (text, path) => {
        expect(allowed(`User-agent: *\n${text}`, `/x${path}`)).toBeTypeOf('boolean')
      }),
    )
    expect(robotsBytes).toBeGreaterThanOrEqual(500 * 1024)
  })
})

describe('addresses', () => {
  test.each([
    ['https://town.eu/', true],
    ['https://www.town.eu/a', true],
    ['http://jugend.town.eu/', true],
    ['https://nottown.eu/', false],
    ['https://town.eu.evil.org/', false],
  ])('%s is the town’s: %s', (address, own) => {
    expect(isOwn(new URL(address), ['town.eu'])).toBe(own)
  })

  test('are asked for once, without what counts visits; files and other schemes are no pages', () => {
    const base = new URL('https://town.eu/a/')
    expect(pageOf('../b?utm_source=x&id=4&PHPSESSID=1#top', base)?.href).toBe('https://town.eu/b?id=4')
    for (const href of ['x.PDF', 'mailto:a@b.eu', 'javascript:void(0)', 'https://me:word@town.eu/', 'http://[']) {
      expect(pageOf(href, base)).toBeUndefined()
    }
    const same = ['https://www.town.eu/', 'http://town.eu', 'https://town.eu/index.php'].map((one) => new URL(one))
    expect(new Set(same.map(sameAddress)).size).toBe(1)
    expect(startsOf('town.eu')).toEqual(['https://town.eu/', 'https://www.town.eu/', 'http://town.eu/'])
  })

  test('stand in sitemaps', () => {
    const map =
      '<urlset><url><loc> https://town.eu/a?b=1&amp;c=2 </loc></url><url><loc><![CDATA[https://town.eu/d]]></loc></url>'
    expect(readSitemap(map).pages).toEqual(['https://town.eu/a?b=1&c=2', 'https://town.eu/d'])
    expect(readSitemap('<sitemapindex><sitemap><loc>https://town.eu/s.xml</loc>').sitemaps).toHaveLength(1)
    expect(readSitemap('no sitemap at all')).toEqual({ pages: [], sitemaps: [] })
  })
})

describe('words', () => {
  test.each([
    ['de', 'Kinder- und JUGENDHILFE', 'topic'],
    ['fr', 'Protection de l’enfance', 'topic'],
    ['ar', 'وحماية الأطفالِ', 'harm'],
    ['ar', 'للأطفال', 'child'],
    ['tr', 'ÇOCUKLAR', 'child'],
    ['pl', 'Przemoc wobec dzieci', 'topic'],
    ['el', 'ΠΡΟΣΤΑΣΊΑ ΠΑΙΔΙΏΝ', 'topic'],
  ] as const)('%s: "%s" says %s', (code, text, group) => {
    expect(words(code)[group](fold(text))).not.toEqual([])
  })

  test('do not stand in the middle of others', () => {
    expect(matcherOf(['kind', 'aid'])('kindle said raid')).toEqual([])
    expect(matcherOf(['kind*', '*ok'])('kindle book')).toEqual(['kind', 'ok'])
    expect(matcherOf([])('anything')).toEqual([])
  })

  test('lead to children first, and away from news', () => {
    const url = new URL('https://town.eu/x')
    const points = (text: string) => linkPoints({ href: '', text }, url, words('en'))
    expect(points('Child protection')).toBeGreaterThan(points('Children and families'))
    expect(points('Children and families')).toBeGreaterThan(points('Social care'))
    expect(points('Weather')).toBe(0)
    expect(points('News: children sing')).toBeLessThan(0)
    const waiting = [1, 9, 9].map((one, depth) => ({ url, depth, points: one }))
    expect([takeBest(waiting)?.depth, takeBest(waiting)?.depth, takeBest(waiting)?.depth, takeBest(waiting)]).toEqual([
      ...[1, 2, 0],
      undefined,
    ])
  })

  test('name kinds of the checklist, one for each entry', () => {
    const entries = ['Child protection team of the county police', 'Police', 'Opening hours', 'School nurse']
    expect(kindsIn(entries, words('en'))).toEqual(['child-protection-team', 'police-child-unit', 'school-support'])
  })
})

describe('evidence', () => {
  const sentence = (body: string, code = 'en') =>
    evidenceOf(readTownPage(`<html><body>${body}</body></html>`), words(code))

  test.each([
    ['Call us on 01632 960123 about child abuse.', 'en'],
    ['Write to help@town.eu about child abuse today.', 'en'],
    ['Mrs Sample helps with child abuse and neglect.', 'en'],
    ['Ask J. Sample about child abuse and neglect.', 'en'],
    ['Frau Muster hilft bei Gewalt gegen Kinder.', 'de'],
    ['Mme Exemple aide les enfants victimes de violences.', 'fr'],
    ['السيدة مثال تساعد في حماية الأطفال من العنف.', 'ar'],
  ])('never "%s"', (text, code) => {
    expect(namesSomebody(text, words(code))).toBe(true)
    expect(sentence(`<p>${text}</p>`, code)).toBe('')
  })

  test('is the sentence that says most, without names', () => {
    const body =
      '<h1>Help</h1><p>We open at nine in the morning. A child who suffers violence or neglect finds help here.</p>'
    expect(sentence(body)).toBe('A child who suffers violence or neglect finds help here.')
    expect(sentence('<p>Our worker Jane Sample protects children from abuse and violence.</p>')).toBe('')
  })

  test('is short and holds no number, whatever stands in a page', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('child abuse ', 'help. ', '030 23125 001 ', 'x@y.eu ', 'violence '), {
          maxLength: 60,
        }),
        (parts) => {
          const found = sentence(`<p>${parts.join('')}</p>`)
          expect(found.length).toBeLessThanOrEqual(longestSentence)
          expect(found).not.toMatch(/@|\d{3}/)
        },
      ),
    )
  })
})

describe('which counts', () => {
  const at = (verdict: Verdict, address = 'https://town.eu/a') => ({
    verdict,
    address: verdict === 'none' ? undefined : address,
  })

  test('nobody has said anything: what was found', () => {
    expect(finalVerdict(at('page'), undefined)).toBe('page')
    expect(finalVerdict(undefined, undefined)).toBeUndefined()
  })

  test('a correction counts for as long as the website stays as it was, and after', () => {
    const none = saidAbout('none', undefined, at('page'))
    expect([finalVerdict(at('page'), none), contradicts(at('page'), none)]).toEqual(['none', false])
    expect([finalVerdict(at('checklist'), none), contradicts(at('checklist'), none)]).toEqual(['none', true])
  })

  test('our own page counts over what somebody said before it was there', () => {
    const none = saidAbout('none', undefined, at('none'))
    expect([finalVerdict(at('embedded'), none), contradicts(at('embedded'), none)]).toEqual(['embedded', true])
  })

  test('what was confirmed is no longer so when it is gone', () => {
    const right = saidAbout('right', undefined, at('embedded'))
    expect([finalVerdict(at('none'), right), contradicts(at('none'), right)]).toEqual(['none', true])
  })

  test('a page that somebody knew of and that a later look finds is no contradiction', () => {
    const page = saidAbout('page', 'https://town.eu/a', at('none'))
    expect([finalVerdict(at('page'), page), contradicts(at('page'), page)]).toEqual(['page', false])
    expect(contradicts(at('page', 'https://town.eu/b'), page)).toBe(true)
  })

  test('nothing can be right where nothing was found, and a page needs an address', () => {
    expect(saidAbout('right', undefined, undefined)).toBeUndefined()
    expect(saidAbout('page', undefined, at('none'))).toBeUndefined()
  })

  test('what was said about what stands there now always counts', () => {
    const what = fc.record({
      verdict: fc.constantFrom(...verdicts),
      address: fc.constantFrom('https://a.eu/', 'https://b.eu/'),
    })
    fc.assert(
      fc.property(what, fc.constantFrom(...sayings), (found, saying) => {
        const said = saidAbout(saying, 'https://c.eu/', found)
        expect(contradicts(found, said)).toBe(false)
        expect(finalVerdict(found, said)).toBe(said?.verdict)
        expect(said?.about).toBe(keyOf(found))
      }),
    )
  })
})
