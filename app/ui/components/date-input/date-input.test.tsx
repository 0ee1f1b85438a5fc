import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOption, coveredFixtures, errorOption, fieldsetOption } from '../govuk-fixtures.ts'
import { DateInput, type DatePart } from './date-input.tsx'
import { examples } from './examples.tsx'

const part = z.strictObject({
  name: z.string().optional(),
  label: z.string().optional(),
  value: z.coerce.string().optional(),
  error: z.boolean().optional(),
})

type Part = z.output<typeof part>

function datePart(name: string, label: string, width: 2 | 4, given: Part = {}, value?: string): DatePart {
  return {
    width,
    name: given.name ?? name,
    label: given.label ?? label,
    value: given.value ?? value,
    error: given.error,
  }
}

/** The key of a part among the `values` of an example. */
function named(prefix: string | undefined, part: string) {
  return prefix === undefined ? part : `${prefix}-${part}`
}

const options = z
  .strictObject({
    id: z.string(),
    namePrefix: z.string().optional(),
    fieldset: fieldsetOption.optional(),
    hint: contentOption.optional(),
    errorMessage: errorOption.optional(),
    classes: z.string().optional(),
    formGroup: z.strictObject({ classes: z.string() }).optional(),
    values: z.record(z.string(), z.coerce.string()).optional(),
    day: part.optional(),
    month: part.optional(),
    year: part.optional(),
  })
  .transform(({ fieldset, errorMessage, formGroup, values, day, month, year, ...rest }) => ({
    ...rest,
    ...fieldset,
    error: errorMessage,
    groupClasses: formGroup?.classes,
    parts: [
      datePart('day', 'Day', 2, day, values?.[named(rest.namePrefix, day?.name ?? 'day')]),
      datePart('month', 'Month', 2, month, values?.[named(rest.namePrefix, month?.name ?? 'month')]),
      datePart('year', 'Year', 4, year, values?.[named(rest.namePrefix, year?.name ?? 'year')]),
    ],
  }))

const covered = coveredFixtures('date-input', options, (props) => <DateInput {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with translations',
    'with values',
    'with values and name prefix',
    'with values, name prefix and custom names',
    'with errors only',
    'with error message and hint',
    'with error on day input',
    'with error on month input',
    'with error on year input',
    'classes',
    'with field value',
    'with field value overriding values',
    'with hint and described by',
    'with error message and described by',
    'with error on single field',
    'with error on single field by omission',
    'fieldset html',
    'with optional form-group classes',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
