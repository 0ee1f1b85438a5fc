import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { ErrorSummary } from './error-summary.tsx'
import { examples } from './examples.tsx'

const options = z
  .strictObject({
    titleText: z.string().optional(),
    titleHtml: z.string().optional(),
    descriptionText: z.string().optional(),
    descriptionHtml: z.string().optional(),
    classes: z.string().optional(),
    errorList: z.array(contentOptions({ href: z.string().optional() })).optional(),
  })
  .transform((given) => ({
    title: contentOf({ text: given.titleText, html: given.titleHtml }),
    description: contentOf({ text: given.descriptionText, html: given.descriptionHtml }),
    classes: given.classes,
    errors: given.errorList?.map(({ href, ...text }) => ({ href, text: contentOf(text) })),
  }))

const covered = coveredFixtures('error-summary', options, (props) => <ErrorSummary {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'without links',
    'mixed with and without links',
    'with description only',
    'with everything',
    'html as titleText',
    'title html',
    'description',
    'html as descriptionText',
    'description html',
    'classes',
    'error list with html as text',
    'error list with html',
    'error list with html link',
    'error list with html as text link',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
