import { expect, test } from 'vitest'
import { placeCleaner } from './hidden-place-rules.ts'
import { leftOut } from './match-rules.ts'
import { cleaned } from './walk-rules.ts'

const cleaner = placeCleaner((text) => /old\s+mill|26112/i.test(text))

test('a line that says where it is goes, the others stay', () => {
  const text = 'Children said what they need.\nWe meet in the old mill.\nEvery Monday.'
  expect(cleaned(text, cleaner)).toBe(`Children said what they need.\n${leftOut}\nEvery Monday.`)
})

test('where only two lines together say it, all of it goes', () => {
  expect(cleaned('We meet in the old\nmill on Mondays.', cleaner)).toBe(leftOut)
})

test('a link that says it goes with its entry; ids and days are no words', () => {
  const measure = {
    title: 'A room',
    starts: '2026-11-28',
    id: '12345678-2611-4261-8261-261122611226',
    evidence: [
      { title: 'Minutes', url: 'https://x.example/old mill' },
      { title: 'Budget', url: 'https://x.example/budget' },
    ],
  }
  const { evidence, ...rest } = measure
  expect(cleaned(measure, cleaner)).toEqual({ ...rest, evidence: [evidence[1]] })
})
