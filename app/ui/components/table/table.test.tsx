import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Table } from './table.tsx'

const cell = contentOptions({
  format: z.literal('numeric').optional(),
  classes: z.string().optional(),
  colspan: z.number().optional(),
  rowspan: z.number().optional(),
}).transform(({ text, html, ...rest }) => ({ ...rest, content: contentOf({ text, html }) }))

const options = z.strictObject({
  caption: z.string().optional(),
  captionClasses: z.string().optional(),
  head: z.array(cell).optional(),
  rows: z.array(z.array(cell)),
  firstCellIsHeader: z.boolean().optional(),
  classes: z.string().optional(),
})

const covered = coveredFixtures('table', options, (props) => <Table {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with head',
    'with head and caption',
    'classes',
    'html as text',
    'html',
    'head with classes',
    'head with rowspan and colspan',
    'with firstCellIsHeader true',
    'firstCellIsHeader with classes',
    'firstCellIsHeader with html',
    'firstCellIsHeader with html as text',
    'firstCellIsHeader with rowspan and colspan',
    'rows with classes',
    'rows with rowspan and colspan',
    'with small text modifier for tables with a lot of data',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
