import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { coveredFixtures, fieldOptions, fieldProps } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { FileUpload } from './file-upload.tsx'

const options = z.strictObject({ ...fieldOptions, disabled: z.boolean().optional() }).transform(fieldProps)

const covered = coveredFixtures('file-upload', options, (props) => <FileUpload {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with hint text',
    'with error message and hint',
    'with label as page heading',
    'classes',
    'id',
    'with describedBy',
    'with hint and describedBy',
    'error',
    'with error and describedBy',
    'with error, describedBy and hint',
    'disabled',
    'with optional form-group classes',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
