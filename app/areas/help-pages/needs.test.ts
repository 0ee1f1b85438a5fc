import { expect, test } from 'vitest'
import { loadChecklist } from '../checklist/index.ts'
import { needs } from './needs.ts'

test('every kind of the checklist that is help to call stands under exactly one need', () => {
  const help = loadChecklist().kinds.filter((kind) => !kind.duty)
  const placed = needs.flatMap(({ kinds }) => [...kinds])
  expect([...placed].sort()).toEqual(help.map(({ id }) => id).sort())
})
