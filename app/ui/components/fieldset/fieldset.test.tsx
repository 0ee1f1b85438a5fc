import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, coveredFixtures, legendOption } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Fieldset } from './fieldset.tsx'

const options = z
  .strictObject({
    legend: legendOption,
    classes: z.string().optional(),
    role: z.literal('group').optional(),
    describedBy: z.string().optional(),
    html: z.string().optional(),
  })
  .transform(({ legend, html, ...rest }) => ({ ...rest, ...legend, children: contentOf({ html }) }))

const covered = coveredFixtures('fieldset', options, (props) => <Fieldset {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'styled as xl text',
    'styled as large text',
    'styled as medium text',
    'styled as small text',
    'as page heading xl',
    'as page heading l',
    'as page heading m',
    'as page heading s',
    'as page heading without class',
    'html fieldset content',
    'with describedBy',
    'html as text',
    'html',
    'legend classes',
    'classes',
    'role',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
