import { expect, test } from 'vitest'
import type { Care } from '../../../platform/session/care.ts'
import { careToTell } from './care-rules.ts'

const now = Temporal.Instant.from('2026-03-31T06:31:00Z')
const care = (key: string, urgent = false): Care => ({
  things: key.split(' ').map((each) => ({ key: each, urgent })),
  rank: urgent ? 'safety' : 'care',
  href: '/office',
  say: () => key,
})
const told = (before: readonly string[], lastAt?: string) => ({
  things: new Set(before),
  lastAt: lastAt === undefined ? undefined : Temporal.Instant.from(lastAt),
})
const keys = (...given: Parameters<typeof careToTell>) =>
  careToTell(...given).map(({ things }) => things.map(({ key }) => key).join(' '))

test('once a month, and never twice of the same', () => {
  expect(keys([care('a'), care('b')], told([]), now)).toEqual(['a', 'b'])
  expect(keys([care('a'), care('b')], told(['a'], '2026-02-28T06:31:00Z'), now)).toEqual(['b'])
  expect(keys([care('a'), care('b')], told(['a'], '2026-03-01T06:31:00Z'), now)).toEqual([])
  expect(keys([care('a')], told(['a'], '2025-01-01T00:00:00Z'), now)).toEqual([])
})

test('at once where families may be harmed, the first time', () => {
  const lately = '2026-03-30T06:31:00Z'
  expect(keys([care('a', true), care('b')], told([], lately), now)).toEqual(['a', 'b'])
  expect(keys([care('a', true), care('b')], told(['a'], lately), now)).toEqual([])
  expect(keys([care('a c', true)], told(['a'], lately), now)).toEqual(['a c'])
})

test('nothing where there is nothing', () => {
  expect(keys([], told([]), now)).toEqual([])
})
