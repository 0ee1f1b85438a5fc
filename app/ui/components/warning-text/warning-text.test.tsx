import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { WarningText } from './warning-text.tsx'

const options = contentOptions({ iconFallbackText: z.string(), classes: z.string().optional() }).transform(
  ({ text, html, ...rest }) => ({ ...rest, children: contentOf({ text, html }) }),
)

const covered = coveredFixtures('warning-text', options, (props) => <WarningText {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual(['default', 'multiple lines', 'icon fallback text only'])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
