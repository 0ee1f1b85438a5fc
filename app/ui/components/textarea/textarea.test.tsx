import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { coveredFixtures, fieldOptions, fieldProps } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Textarea } from './textarea.tsx'

const options = z
  .strictObject({
    ...fieldOptions,
    value: z.string().optional(),
    rows: z.coerce.number().optional(),
    autocomplete: z.string().optional(),
    spellcheck: z.boolean().optional(),
    disabled: z.boolean().optional(),
  })
  .transform(fieldProps)

const covered = coveredFixtures('textarea', options, (props) => <Textarea {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with hint',
    'with error message',
    'with default value',
    'with custom rows',
    'with label as page heading',
    'id',
    'classes',
    'with describedBy',
    'with hint and described by',
    'with error message and described by',
    'with hint and error message',
    'with hint, error message and described by',
    'with optional form-group classes',
    'with autocomplete attribute',
    'with spellcheck enabled',
    'with spellcheck disabled',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
