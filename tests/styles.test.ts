import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { committedSheet, compiledSheet, sheets } from '../scripts/build-styles.ts'
import { logicalCss } from '../scripts/logical-css.ts'

test.each(sheets)('the committed %s sheet is what its source compiles to', (sheet) => {
  expect(committedSheet(sheet)).toBe(compiledSheet(sheet))
})

test('the public sheet stays small enough to stand in every page', () => {
  const css = committedSheet('public')
  expect(Buffer.byteLength(css)).toBeLessThanOrEqual(9000)
  expect(brotliCompressSync(css).byteLength).toBeLessThanOrEqual(2600)
})

test.each(sheets)('the %s sheet loads nothing', (sheet) => {
  expect(committedSheet(sheet)).not.toMatch(/url\(|@import|@font-face|<\//)
})

test.each(sheets)('the %s sheet knows start and end, not left and right', (sheet) => {
  // The arrow of details is drawn with borders and turned round by a rule of its own.
  const css = committedSheet(sheet).replace(/\{[^{}]*clip-path:[^{}]*\}/g, '{}')
  expect(css.match(/[;{](?:(?:margin|padding|border)-)?(?:left|right)(?:-\w+)?:[^;}]*/g)).toBeNull()
  expect(css.match(/(?:float|clear|text-align|justify-content):(?:left|right)/g)).toBeNull()
})

test('the office sheet holds neither the font nor the crown of the component library’s owner', () => {
  expect(committedSheet('office')).not.toMatch(/GDS Transport|crown|1d70b8/i)
})

test('what pages of the office name of the overrides of the component library is there', () => {
  const root = join(import.meta.dirname, '..', 'app')
  const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.tsx'))
  const named = pages.flatMap((path) => readFileSync(join(root, path), 'utf8').match(/govuk-!-[a-z]+(?:-\w+)*/g) ?? [])
  const css = committedSheet('office')
  expect(named.length).toBeGreaterThan(50)
  expect([...new Set(named)].filter((one) => !css.includes(`.${one.replace('!', '\\!')}{`))).toEqual([])
})

test.each([
  ['a{left:0;right:1px}', 'a{inset-inline-start:0;inset-inline-end:1px}'],
  ['a{float:left;clear:right}', 'a{float:inline-start;clear:inline-end}'],
  ['a{text-align:right}', 'a{text-align:end}'],
  ['a{padding-left:calc(1px + 2px)}', 'a{padding-inline-start:calc(1px + 2px)}'],
  ['a{border-right-color:red;border-left:1px solid}', 'a{border-inline-end-color:red;border-inline-start:1px solid}'],
  [
    'a{margin:1px 2px 3px calc(4px - (1px + 2px))}',
    'a{margin-block:1px 3px;margin-inline:calc(4px - (1px + 2px)) 2px}',
  ],
  ['a{margin:1px 2px 3px 2px;padding:0 1px}', 'a{margin:1px 2px 3px 2px;padding:0 1px}'],
  ['@media print{a{left:0}}b{left:1px}', '@media print{a{inset-inline-start:0}}b{inset-inline-start:1px}'],
  ['.left{color:red}', '.left{color:red}'],
  ['a{clip-path:none;border-left-color:red;left:0}', 'a{clip-path:none;border-left-color:red;inset-inline-start:0}'],
])('%s becomes %s', (physical, logical) => {
  expect(logicalCss(physical)).toBe(logical)
})
