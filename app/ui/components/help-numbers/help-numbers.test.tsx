import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { HelpNumbers } from './help-numbers.tsx'

const helpline = { kind: 'Child helpline', number: '116 111', dial: '116111', details: ['Free', 'Day and night'] }

test('is the block that tests and embeds look for, named by its heading', () => {
  const html = renderHtml(<HelpNumbers title="Help now" numbers={[helpline]} />)
  expect(html).toMatch(/<section class="sos" data-help-numbers="true" aria-labelledby="help-now">/)
  expect(html).toContain('<h2 id="help-now">Help now</h2>')
})

test('says what each number is, dials it, and shows every detail', () => {
  const html = renderHtml(<HelpNumbers title="Help now" numbers={[helpline]} />)
  expect(html).toContain('href="tel:116111"')
  expect(html).toContain('<span class="vh">Child helpline: </span>')
  expect(html).toMatch(/Free<.*Day and night</)
})

test('only the emergency number is set apart', () => {
  const emergency = { ...helpline, kind: 'Emergency', emergency: true }
  const html = renderHtml(<HelpNumbers title="Help now" numbers={[emergency, helpline, helpline]} />)
  expect(html.match(/<li class="em"/g)).toHaveLength(1)
})

testExamples(examples)
