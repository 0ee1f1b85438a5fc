import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { LanguageSwitch } from './language-switch.tsx'

const languages = [
  { lang: 'en', dir: 'ltr', name: 'English', href: '/en/nl', current: true },
  { lang: 'ar', dir: 'rtl', name: 'العربية', href: '/ar/nl' },
] as const

test('each language stands in its own words, with its language and direction', () => {
  const html = renderHtml(<LanguageSwitch label="Language" languages={languages} />)
  expect(html).toContain('<a href="/ar/nl" lang="ar" hreflang="ar" dir="rtl">العربية</a>')
})

test('the page’s language alone is current', () => {
  const html = renderHtml(<LanguageSwitch label="Language" languages={languages} />)
  expect(html.match(/<a [^>]*aria-current="true"[^>]*>[^<]*/g)).toEqual([expect.stringContaining('>English')])
})

testExamples(examples)
