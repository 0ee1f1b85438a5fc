import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { ErrorMessage } from './error-message.tsx'
import { examples } from './examples.tsx'

const options = contentOptions({
  id: z.string().optional(),
  classes: z.string().optional(),
  visuallyHiddenText: z.string().min(1).default('Error'),
}).transform(({ text, html, visuallyHiddenText, ...rest }) => ({
  ...rest,
  prefix: visuallyHiddenText,
  children: contentOf({ text, html }),
}))

const covered = coveredFixtures('error-message', options, (props) => <ErrorMessage {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'id',
    'classes',
    'html as text',
    'html',
    'with visually hidden text',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
