import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { Details } from './details.tsx'
import { examples } from './examples.tsx'

const options = contentOptions({
  summaryText: z.string().optional(),
  summaryHtml: z.string().optional(),
  id: z.string().optional(),
  open: z.boolean().optional(),
  classes: z.string().optional(),
}).transform(({ text, html, summaryText, summaryHtml, ...rest }) => ({
  ...rest,
  summary: contentOf({ text: summaryText, html: summaryHtml }),
  children: contentOf({ text, html }),
}))

const covered = coveredFixtures('details', options, (props) => <Details {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'expanded',
    'id',
    'html as text',
    'html',
    'summary html as text',
    'summary html',
    'classes',
    'with html',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
