import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { LetterText } from './letter-text.tsx'

test('lines of a paragraph stay lines, and nothing typed is markup', () => {
  const html = renderHtml(<LetterText title="<b>" paragraphs={[['One', '<i>two']]} tag="nl" dir="ltr" />)
  expect(html).toContain('<p class="govuk-body">One<br/>&lt;i&gt;two</p>')
  expect(html).toContain('lang="nl" dir="ltr"')
  expect(html).not.toContain('<b>')
})

testExamples(examples)
