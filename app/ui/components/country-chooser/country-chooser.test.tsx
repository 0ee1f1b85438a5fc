import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import type { JSX } from '../../jsx-runtime.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'

function html(example: JSX.Element | undefined) {
  return example === undefined ? '' : renderHtml(example)
}

test('sends the country by POST, so that it stands in no address', () => {
  expect(html(examples['default'])).toContain('<form action="/en/country" method="post">')
})

test('guesses no country: the first choice is empty', () => {
  expect(html(examples['default'])).toMatch(/<select[^>]*><option value="">Choose a country<\/option>/)
  expect(html(examples['default'])).not.toContain('selected')
})

test('an error is tied to the field', () => {
  expect(html(examples['refused'])).toContain('aria-describedby="country-error"')
  expect(html(examples['refused'])).toContain('id="country-error"')
})

testExamples(examples)
