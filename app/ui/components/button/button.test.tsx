import { expect, test } from 'vitest'
import { z } from 'zod'
import { testExamples } from '../example-checks.ts'
import { contentOf, contentOptions, coveredFixtures } from '../govuk-fixtures.ts'
import { Button } from './button.tsx'
import { examples } from './examples.tsx'

const options = contentOptions({
  href: z.string().optional(),
  type: z.enum(['submit', 'button', 'reset']).optional(),
  name: z.string().optional(),
  value: z.string().optional(),
  id: z.string().optional(),
  disabled: z.boolean().optional(),
  preventDoubleClick: z.boolean().optional(),
  classes: z.string().optional(),
}).transform(({ text, html, ...rest }) => ({ ...rest, children: contentOf({ text, html }) }))

const covered = coveredFixtures('button', options, (props) => <Button {...props} />)

test('covers these examples of govuk-frontend', () => {
  expect(covered.map(({ name }) => name)).toEqual([
    'default',
    'default hover state',
    'default active state',
    'default focus state',
    'disabled',
    'link',
    'secondary',
    'secondary hover state',
    'secondary active state',
    'secondary focus state',
    'secondary disabled',
    'warning',
    'warning hover state',
    'warning active state',
    'warning focus state',
    'warning disabled',
    'inverse',
    'inverse hover state',
    'inverse active state',
    'inverse focus state',
    'inverse disabled',
    'classes',
    'link classes',
    'name',
    'type',
    'explicit link',
    'value',
    'html',
    'no type',
    'no data-prevent-double-click',
    "don't prevent double click",
    'id',
    'prevent double click',
  ])
})

test.each(covered)('$name: the same markup as govuk-frontend', ({ ours, theirs }) => {
  expect(ours).toEqual(theirs)
})

testExamples(examples)
