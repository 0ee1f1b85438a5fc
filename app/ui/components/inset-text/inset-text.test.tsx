import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { InsetText } from './inset-text.tsx'

const options = contentOptions({ id: z.string().optional(), classes: z.string().optional() }).transform(
  ({ text, html, ...rest }) => ({ ...rest, children: contentOf({ text, html }) }),
)

const covered = coveredFixtures('inset-text', options, (props) => <InsetText {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual(['default', 'with html', 'classes', 'id', 'html as text'])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
