import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { workbookOf } from './write-xlsx.ts'

const heights = (rows: string[][]): number[] => {
  const sheet = strFromU8(
    unzipSync(workbookOf(rows, { name: 'A', rightToLeft: false }))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
  )
  return [...sheet.matchAll(/<row r="\d+" ht="(\d+)"/g)].map(([, height]) => Number(height))
}

test('a row is as high as its longest text needs, so that nothing of it is hidden where nobody measures it', () => {
  const [head = 0, short = 0, long = 0, broken = 0, endless = 0] = heights([
    ['Question', 'Answer'],
    ['Who?', 'We'],
    ['Who?', 'word '.repeat(60)],
    ['Who?', 'one\ntwo\nthree'],
    ['Who?', 'word '.repeat(5_000)],
  ])
  expect([head, short]).toEqual([15, 15])
  expect(long).toBeGreaterThanOrEqual(15 * 6)
  expect(broken).toBe(45)
  // No row may be higher.
  expect(endless).toBeLessThanOrEqual(409)
})
