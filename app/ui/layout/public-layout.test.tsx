import { expect, test } from 'vitest'
import { htmlFaults } from '../components/example-checks.ts'
import { HelpNumbers } from '../components/help-numbers/help-numbers.tsx'
import { renderDocument } from './document.ts'
import { PublicLayout, type PublicLayoutProps } from './public-layout.tsx'

const props: PublicLayoutProps = {
  lang: 'ar',
  dir: 'rtl',
  title: 'Example Town',
  description: 'Help for children and families',
  canonical: 'https://towns.example/ar/nl/example-town',
  alternates: [
    { lang: 'ar', href: 'https://towns.example/ar/nl/example-town' },
    { lang: 'x-default', href: 'https://towns.example/en/nl/example-town' },
  ],
  css: 'p > a{color:red}',
  iconHref: '/assets/favicon.svg',
  brand: { href: '/ar', name: 'Safe Towns' },
  quickExit: { href: 'https://weather.example/', label: 'Leave', hint: 'Your history is not erased.' },
  skipLabel: 'Skip to the content',
  helpNumbers: (
    <HelpNumbers title="Help now" numbers={[{ kind: 'Emergency', number: '112', dial: '112', details: [] }]} />
  ),
  scripts: ['/assets/quick-exit.js'],
  children: <h1>Example Town</h1>,
  footer: <footer>About</footer>,
}

function page(more: Partial<PublicLayoutProps> = {}) {
  return renderDocument(<PublicLayout {...props} {...more} />)
}

test('is a valid document in the language and direction of its reader', () => {
  expect(htmlFaults(page())).toEqual([])
  expect(page()).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/)
})

test('the way out comes first, then the numbers, then the page', () => {
  const html = page()
  const places = ['data-quick-exit', 'data-help-numbers', 'tel:112', '<main', '<h1', '<footer'].map((part) =>
    html.indexOf(part),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('the style sheet stands in the page as it is, and cannot end early', () => {
  expect(page()).toContain('<style>p > a{color:red}</style>')
  expect(() => page({ css: 'a{}</style><p>' })).toThrow('</style')
})

test('no text in the data for search engines can end its element', () => {
  const name = '</script><script>alert(1)</script><!--'
  const html = page({ jsonLd: { name } })
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  expect(JSON.parse(data)).toEqual({ name })
  expect(data).not.toContain('<')
})

test('the one script is deferred, and left out where there is none', () => {
  expect(page().match(/<script[^>]*>/g)).toEqual(['<script src="/assets/quick-exit.js" defer="">'])
  const { scripts: _, ...without } = props
  expect(renderDocument(<PublicLayout {...without} />)).not.toContain('<script')
})

test('texts are escaped', () => {
  expect(page({ title: '<b>&' })).toContain('<title>&lt;b&gt;&amp;</title>')
})
