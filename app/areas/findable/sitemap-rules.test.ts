import { expect, test } from 'vitest'
import { robotsText, securityText, sitemap, sitemapIndex } from './sitemap-rules.ts'

const changed = Temporal.Instant.from('2026-11-29T10:00:00.123Z')

test('each page stands there in each language, with all of them beside it, and no sign breaks the file', () => {
  const versions = [
    { lang: 'en', href: 'https://help.example/en?a&b' },
    { lang: 'ar', href: 'https://help.example/ar/<' },
  ]
  const xml = sitemap([{ versions, changed }])
  expect(xml.match(/<url>/g)).toHaveLength(2)
  expect(xml.match(/<xhtml:link rel="alternate" hreflang="ar" /g)).toHaveLength(2)
  expect(xml).toContain('<loc>https://help.example/en?a&#38;b</loc><lastmod>2026-11-29T10:00:00Z</lastmod>')
  expect(xml).toContain('https://help.example/ar/&#60;')
  expect(sitemap([])).toContain('<urlset ')
})

test('an index names its files', () => {
  const xml = sitemapIndex([{ href: 'https://help.example/sitemaps/nl-1.xml', changed: undefined }])
  expect(xml).toContain('<sitemap><loc>https://help.example/sitemaps/nl-1.xml</loc></sitemap>')
})

test('robots are told where not to go and where the list is', () => {
  expect(robotsText('https://help.example/sitemap.xml', ['/office'])).toBe(
    'User-agent: *\nDisallow: /office\n\nSitemap: https://help.example/sitemap.xml\n',
  )
})

test('a security text holds for ninety days', () => {
  const text = securityText('mailto:security@help.example', 'https://help.example/.well-known/security.txt', changed)
  expect(text.split('\n')).toEqual([
    'Contact: mailto:security@help.example',
    'Expires: 2027-02-27T00:00:00Z',
    'Canonical: https://help.example/.well-known/security.txt',
    '',
  ])
})
