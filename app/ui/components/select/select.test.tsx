import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { coveredFixtures, fieldOptions, fieldProps } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Select } from './select.tsx'

const options = z
  .strictObject({
    ...fieldOptions,
    items: z.array(
      z.strictObject({
        value: z.coerce.string().optional(),
        text: z.coerce.string(),
        disabled: z.boolean().optional(),
      }),
    ),
    value: z.coerce.string().optional(),
    disabled: z.boolean().optional(),
  })
  .transform(fieldProps)

const covered = coveredFixtures('select', options, (props) => <Select {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'with hint text and error message',
    'with describedBy',
    'hint and describedBy',
    'error',
    'error and describedBy',
    'without values',
    'without values with selected value',
    'with falsy values',
    'id',
    'with selected value',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
