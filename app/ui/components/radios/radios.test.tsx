import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { choiceOptions, choiceProps, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Radios } from './radios.tsx'

const options = z.strictObject({ ...choiceOptions, value: z.coerce.string().optional() }).transform(choiceProps)

const covered = coveredFixtures('radios', options, (props) => <Radios {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with hint',
    'inline',
    'with legend as page heading',
    'with a divider',
    'with hints on items',
    'without fieldset',
    'with fieldset and error message',
    'with very long option text',
    'with conditional items',
    'with conditional item checked',
    'with optional form-group classes showing group error',
    'small',
    'small with long text',
    'small with error',
    'small with hint',
    'small with conditional reveal',
    'small inline',
    'small with a divider',
    'with idPrefix',
    'minimal items and name',
    'fieldset with describedBy',
    'with hints on parent and items',
    'with describedBy and hint',
    'with error message',
    'with error message and idPrefix',
    'with hint and error message',
    'with hint, error message and describedBy',
    'fieldset with html',
    'with fieldset, error message and describedBy',
    'item checked overrides value',
    'textarea in conditional',
    'with disabled',
    'prechecked using value',
    'with conditional items with special characters',
    'with conditional items and pre-checked value',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
