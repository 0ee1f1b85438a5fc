import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { examples } from './examples.tsx'
import { NotificationBanner } from './notification-banner.tsx'

const options = contentOptions({
  titleText: z.string().optional(),
  titleHtml: z.string().optional(),
  titleId: z.string().optional(),
  titleHeadingLevel: z.coerce
    .number()
    .pipe(z.literal([2, 3]))
    .optional(),
  type: z.literal('success').optional(),
  role: z.enum(['alert', 'region']).optional(),
  classes: z.string().optional(),
}).transform(({ text, html, titleText, titleHtml, titleHeadingLevel, ...rest }) => ({
  ...rest,
  title: contentOf({ text: titleText, html: titleHtml }) ?? (rest.type === 'success' ? 'Success' : 'Important'),
  headingLevel: titleHeadingLevel,
  text,
  children: html === undefined ? undefined : contentOf({ html }),
}))

const covered = coveredFixtures('notification-banner', options, (props) => <NotificationBanner {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'with text as html',
    'with type as success',
    'with long heading',
    'with lots of content',
    'custom title',
    'title as html',
    'title html as text',
    'custom title heading level',
    'custom title id',
    'custom title id with type as success',
    'custom text',
    'html as text',
    'classes',
    'role=alert overridden to role=region, with type as success',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
