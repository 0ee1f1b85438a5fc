import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { SiteFooter } from './site-footer.tsx'

test('shows sentences, links and what it is given, escaped', () => {
  const html = renderHtml(
    <SiteFooter label="About" lines={['A & B']} links={[{ href: '/en/privacy', text: 'Privacy' }]}>
      <p>Languages</p>
    </SiteFooter>,
  )
  expect(html).toBe(
    '<footer class="foot"><p>Languages</p><p>A &amp; B</p><nav aria-label="About"><ul class="lang">' +
      '<li><a href="/en/privacy">Privacy</a></li></ul></nav></footer>',
  )
})

testExamples(examples)
