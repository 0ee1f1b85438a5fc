import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOption, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { SummaryList } from './summary-list.tsx'

const actions = z
  .strictObject({
    items: z.array(
      contentOptions({ href: z.string(), visuallyHiddenText: z.string().optional() }).transform(
        ({ text, html, ...rest }) => ({
          ...rest,
          text: contentOf({ text, html }),
        }),
      ),
    ),
  })
  .transform(({ items }) => items)

const options = z.strictObject({
  classes: z.string().optional(),
  rows: z.array(
    z.strictObject({
      key: contentOption,
      value: contentOption,
      classes: z.string().optional(),
      actions: actions.optional(),
    }),
  ),
  card: z
    .strictObject({
      title: contentOptions({ headingLevel: z.literal([2, 3, 4]).optional() }),
      actions: actions.optional(),
    })
    .transform(({ title: { headingLevel, ...text }, actions: items }) => ({
      title: contentOf(text),
      headingLevel,
      actions: items,
    }))
    .optional(),
})

const covered = coveredFixtures('summary-list', options, (props) => <SummaryList {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with actions',
    'no-border',
    'no-border on last row',
    'extreme',
    'as a summary card with a text header',
    'as a summary card with a html header',
    'as a summary card with actions',
    'as a summary card with actions plus summary list actions',
    'as a summary card extreme',
    'key with html',
    'value with html',
    'actions href',
    'actions with html',
    'single action with anchor',
    'empty items array',
    'rows with classes',
    'summary card with only 1 action',
    'translated',
    'with some actions',
    'as a summary card with a custom header level',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
