import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { ChoiceSet } from './choices.tsx'
import { examples } from './examples.tsx'

const items = [
  { value: 'a', text: 'A' },
  { value: 'b', text: 'B', checked: false },
]

function chosen(values: readonly string[]) {
  const set = { name: 'x', legend: 'X', items }
  const html = renderHtml(
    <ChoiceSet kind={{ type: 'checkbox', block: 'govuk-checkboxes' }} set={set} chosen={values} />,
  )
  return [...html.matchAll(/<input[^>]*value="(\w)"[^>]*checked/g)].map(([, value]) => value)
}

test('what was chosen stays chosen, unless the choice itself says no', () => {
  expect(chosen(['a', 'b'])).toEqual(['a'])
  expect(chosen([])).toEqual([])
})

testExamples(examples)
