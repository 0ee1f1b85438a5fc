import { expect, test } from 'vitest'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { describedByOf } from './form-group.tsx'

const error = { prefix: 'Error', text: 'Enter an age' }

test('a control is described by what the caller names, then hint, then error', () => {
  expect(describedByOf('ages', { describedBy: 'more', hint: 'In years', error })).toBe('more ages-hint ages-error')
  expect(describedByOf('ages', { error })).toBe('ages-error')
  expect(describedByOf('ages', {})).toBeUndefined()
})

testExamples(examples)
