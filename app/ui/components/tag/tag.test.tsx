import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Tag } from './tag.tsx'

const options = contentOptions({ classes: z.string().optional() }).transform(({ text, html, ...rest }) => ({
  ...rest,
  children: contentOf({ text, html }),
}))

const covered = coveredFixtures('tag', options, (props) => <Tag {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'grey',
    'turquoise',
    'green',
    'purple',
    'pink',
    'red',
    'orange',
    'yellow',
    'html as text',
    'html',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
