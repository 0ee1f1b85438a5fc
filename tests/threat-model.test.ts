/** The tests that docs/threat-model.md leans on are there: a guard without one is a wish. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const rows = readFileSync('docs/threat-model.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\|\s*(?:asset|-+)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test('every threat names asset, attacker, way, guard, and a test that exists', () => {
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) {
    expect(
      row.filter((cell) => cell !== ''),
      row[0],
    ).toHaveLength(5)
    const file = /^`([\w./-]+\.test\.tsx?)`$/.exec(row[4] ?? '')?.[1] ?? ''
    expect(existsSync(file), `${row[4]} of "${row[0]}"`).toBe(true)
  }
})
