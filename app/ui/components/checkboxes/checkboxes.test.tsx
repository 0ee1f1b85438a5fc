import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { choiceOptions, choiceProps, coveredFixtures } from '../govuk-fixtures.ts'
import { Checkboxes } from './checkboxes.tsx'
import { examples } from './examples.tsx'

const options = z
  .strictObject({ ...choiceOptions, describedBy: z.string().optional(), values: z.array(z.coerce.string()).optional() })
  .transform(choiceProps)

const covered = coveredFixtures('checkboxes', options, (props) => <Checkboxes {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with hint',
    'with pre-checked values',
    'with legend as a page heading',
    'with error message',
    'with very long option text',
    'with conditional items',
    'with optional form-group classes showing group error',
    'small',
    'small with long text',
    'small with error',
    'small with hint',
    'small with conditional reveal',
    'with idPrefix',
    'classes',
    'with fieldset describedBy',
    'with checked item',
    'multiple hints',
    'with conditional items with special characters',
    'with error message and hint',
    'with error, hint and fieldset describedBy',
    'fieldset html params',
    "with single option set 'aria-describedby' on input, and describedBy",
    "with single option (and hint) set 'aria-describedby' on input, and describedBy",
    'with error and idPrefix',
    'with error message and fieldset describedBy',
    'with conditional item checked',
    'item checked overrides values',
    'textarea in conditional',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
