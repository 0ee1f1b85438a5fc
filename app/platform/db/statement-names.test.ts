import { expect, test } from 'vitest'
import { createStatementNames } from './statement-names.ts'

test('a statement is named when it is asked for the fifth time, and keeps its name', () => {
  const { nameOf } = createStatementNames()
  const asked = Array.from({ length: 7 }, () => nameOf('select $1'))
  expect(asked.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined])
  expect(asked[4]).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(asked.slice(4)).size).toBe(1)
  expect(nameOf('select $2')).toBeUndefined()
})

test('no more than 256 are named, whatever is asked', () => {
  const { nameOf } = createStatementNames()
  const names = new Set<string | undefined>()
  for (let text = 0; text < 3_000; text += 1) {
    for (let time = 0; time < 5; time += 1) names.add(nameOf(`select ${text}`))
  }
  names.delete(undefined)
  expect(names.size).toBe(256)
  expect(nameOf('select 0')).toMatch(/^[0-9a-f]{32}$/)
})
