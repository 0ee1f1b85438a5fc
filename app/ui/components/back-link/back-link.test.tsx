import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { BackLink } from './back-link.tsx'
import { examples } from './examples.tsx'

const options = contentOptions({ href: z.string().default('#'), classes: z.string().optional() }).transform(
  ({ text = 'Back', html, ...rest }) => ({ ...rest, children: contentOf({ text, html }) }),
)

const covered = coveredFixtures('back-link', options, (props) => <BackLink {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'inverse',
    'classes',
    'html as text',
    'html',
    'with custom text and link',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
