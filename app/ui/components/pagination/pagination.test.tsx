import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { Pagination } from './pagination.tsx'

function link(word: string) {
  const usual = `${word}<span class="govuk-visually-hidden"> page</span>`
  return contentOptions({ href: z.string(), labelText: z.string().optional() }).transform(
    ({ text, html, ...rest }) => ({
      ...rest,
      text: contentOf({ text, html: html ?? (text === undefined ? usual : undefined) }),
    }),
  )
}

const options = z.strictObject({
  landmarkLabel: z.string().default('Pagination'),
  previous: link('Previous').optional(),
  next: link('Next').optional(),
  items: z
    .array(
      z.union([
        z.strictObject({ ellipsis: z.literal(true) }),
        z
          .strictObject({
            number: z.union([z.string(), z.number()]),
            href: z.string(),
            current: z.boolean().optional(),
            visuallyHiddenText: z.string().optional(),
          })
          .transform(({ visuallyHiddenText, ...item }) => ({
            ...item,
            label: visuallyHiddenText ?? `Page ${item.number}`,
          })),
      ]),
    )
    .optional(),
  classes: z.string().optional(),
})

const covered = coveredFixtures('pagination', options, (props) => <Pagination {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with custom link and item text',
    'with many pages',
    'first page',
    'last page',
    'with prev and next only',
    'with prev and next only and labels',
    'with prev and next only and very long labels',
    'with previous only',
    'with next only',
    'with custom classes',
    'with custom navigation landmark',
    'with custom accessible labels on item links',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
