import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'
import { examples } from './examples.tsx'

const options = z
  .strictObject({
    labelText: z.string().default('Breadcrumb'),
    items: z.array(contentOptions({ href: z.string().optional() })),
    collapseOnMobile: z.boolean().optional(),
    classes: z.string().optional(),
  })
  .transform(({ labelText, items, ...rest }) => ({
    ...rest,
    label: labelText,
    items: items.map(({ href, ...text }) => ({ href, text: contentOf(text) })),
  }))

const covered = coveredFixtures('breadcrumbs', options, (props) => <Breadcrumbs {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with one level',
    'without the home section',
    'with last breadcrumb as current page',
    'with collapse on mobile',
    'inverse',
    'classes',
    'html as text',
    'html',
    'custom label',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
