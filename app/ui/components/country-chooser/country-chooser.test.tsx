import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { CountryChooser } from './country-chooser.tsx'
import { examples } from './examples.tsx'

const props = {
  title: 'Help numbers of your country',
  action: '/en/country',
  label: 'Country',
  prompt: 'Choose a country',
  countries: [{ value: 'fr', text: 'France' }],
  button: 'Show',
}

test('sends the country by POST, so that it stands in no address', () => {
  expect(renderHtml(<CountryChooser {...props} />)).toContain('<form action="/en/country" method="post">')
})

test('guesses no country: the first choice is empty', () => {
  const html = renderHtml(<CountryChooser {...props} />)
  expect(html).toMatch(/<select[^>]*><option value="">Choose a country<\/option>/)
  expect(html).not.toContain('selected')
})

test('an error is tied to the field', () => {
  const html = renderHtml(<CountryChooser {...props} error="Choose a country first" />)
  expect(html).toContain('aria-describedby="country-error"')
  expect(html).toMatch(/id="country-error">Choose a country first</)
})

testExamples(examples)
