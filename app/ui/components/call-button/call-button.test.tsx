import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { CallButton } from './call-button.tsx'
import { examples } from './examples.tsx'

test('dials the number given and shows it from left to right', () => {
  const html = renderHtml(<CallButton number="116 111" dial="116111" />)
  expect(html).toContain('href="tel:116111"')
  expect(html).toContain('<bdi dir="ltr">116 111</bdi>')
})

test.each(['call', 'tel'] as const)('a fictional number is never a link (%s)', (look) => {
  const html = renderHtml(<CallButton number="020 7946 0123" dial={null} look={look} />)
  expect(html).toContain('020 7946 0123')
  expect(html).not.toMatch(/<a\b|href|tel:/)
})

testExamples(examples)
