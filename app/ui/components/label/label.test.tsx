import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Label } from './label.tsx'

const options = contentOptions({
  for: z.string(),
  classes: z.string().optional(),
  isPageHeading: z.boolean().optional(),
}).transform(({ text, html, isPageHeading, ...rest }) => ({
  ...rest,
  pageHeading: isPageHeading,
  children: contentOf({ text, html }),
}))

const covered = coveredFixtures('label', options, (props) => <Label {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual(['for'])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
