import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, readCode } from './code-rules.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

test('a code is the number and ten letters of the hash', () => {
  expect(codeOf(12, '0'.repeat(64))).toBe('12-0000000000')
  expect(codeOf(12, 'f'.repeat(64))).toBe('12-ZZZZZZZZZZ')
  expect(codeOf(7, `08421${'0'.repeat(59)}`)).toBe('7-1111000000')
})

test('however it is typed, the same code is read', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.string(), (number, text) => {
      const code = codeOf(number, hash(text))
      const [, check = ''] = code.split('-')
      const read = { number, check }
      for (const typed of [
        code,
        code.toLowerCase(),
        ` ${code} `,
        `\u2068${code}\u2069`,
        code.replace('-', ' – '),
        `${number}-${check.slice(0, 5)} ${check.slice(5)}`,
        `${number}-${check.replaceAll('1', 'l').replaceAll('0', 'O')}`,
      ]) {
        expect(readCode(typed), typed).toEqual(read)
      }
    }),
  )
})

test.each([
  '',
  '12',
  '12-',
  '-K7M4QX9AB2',
  '12-K7M4QX9AB',
  '12-K7M4QX9AB22',
  '12-UUUUUUUUUU',
  '9999999999-K7M4QX9AB2',
  '<b>',
  '12-‮‮‮‮‮‮‮‮‮‮',
])('"%s" is no code', (typed) => {
  expect(readCode(typed)).toBeUndefined()
})
