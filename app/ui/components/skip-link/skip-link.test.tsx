import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { SkipLink } from './skip-link.tsx'

const options = contentOptions({ href: z.string().default('#content'), classes: z.string().optional() }).transform(
  ({ text, html, ...rest }) => ({ ...rest, children: contentOf({ text, html }) }),
)

const covered = coveredFixtures('skip-link', options, (props) => <SkipLink {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with focus',
    'no href',
    'custom href',
    'custom text',
    'html as text',
    'html',
    'classes',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
