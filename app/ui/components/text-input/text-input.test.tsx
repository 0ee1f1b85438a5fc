import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOption, coveredFixtures, fieldOptions, fieldProps } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { TextInput } from './text-input.tsx'

const options = z
  .strictObject({
    ...fieldOptions,
    type: z.enum(['text', 'email', 'tel', 'url', 'search', 'password', 'time', 'number', 'date']).optional(),
    value: z.coerce.string().optional(),
    autocomplete: z.string().optional(),
    autocapitalize: z.enum(['none', 'off', 'on', 'sentences', 'words', 'characters']).optional(),
    inputmode: z.enum(['text', 'numeric', 'decimal', 'tel', 'email', 'url', 'search']).optional(),
    pattern: z.string().optional(),
    spellcheck: z.boolean().optional(),
    disabled: z.boolean().optional(),
    prefix: contentOption.optional(),
    suffix: contentOption.optional(),
  })
  .transform(fieldProps)

const covered = coveredFixtures('input', options, (props) => <TextInput {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with hint text',
    'with error message',
    'with error and hint',
    'with width-2 class',
    'with width-3 class',
    'with width-4 class',
    'with width-5 class',
    'with width-10 class',
    'with width-20 class',
    'with width-30 class',
    'with label as page heading',
    'with prefix',
    'with suffix',
    'with prefix and suffix',
    'with prefix and suffix and error',
    'with prefix and suffix and width modifier',
    'with extra letter spacing',
    'classes',
    'id',
    'custom type',
    'value',
    'zero value',
    'with describedBy',
    'hint with describedBy',
    'error with describedBy',
    'with error, hint and describedBy',
    'inputmode',
    'with prefix with html as text',
    'with prefix with html',
    'with suffix with html as text',
    'with suffix with html',
    'with optional form-group classes',
    'with autocomplete attribute',
    'with pattern attribute',
    'with spellcheck enabled',
    'with spellcheck disabled',
    'with autocapitalize turned off',
    'disabled',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
