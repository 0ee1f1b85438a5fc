import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeFrom, codeLength, codeLetters, inGroups, readCode } from './code-rules.ts'

const bytes = fc.uint8Array({ minLength: 64, maxLength: 64 })
const codes = bytes.map(codeFrom).filter((code) => code !== undefined)

test('a code has more than 80 bits, and no two of its letters are taken for each other', () => {
  expect(codeLength * Math.log2(codeLetters.length)).toBeGreaterThan(80)
  expect(new Set(codeLetters).size).toBe(codeLetters.length)
  expect(codeLetters).not.toMatch(/[AEIOU01LQSZB5]/)
})

test('each letter comes as often as any other; too few bytes give none', () => {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte)
  const counts = new Map<string, number>()
  for (const byte of all) {
    const letter = codeFrom(Uint8Array.from({ length: codeLength }, () => byte))?.[0]
    if (letter) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect(new Set(counts.values()).size).toBe(1)
  expect(counts.size).toBe(codeLetters.length)
  expect(codeFrom(Uint8Array.of(1, 2, 3))).toBeUndefined()
})

test('however it is typed, it is the same code', () => {
  const between = fc.constantFrom('', ' ', '-', '\u2013', '\u00a0', '. ', '\u200f')
  const arabic = (digit: string) => String.fromCodePoint(0x0660 + Number(digit))
  fc.assert(
    fc.property(
      codes,
      fc.array(between, { minLength: codeLength, maxLength: codeLength }),
      fc.boolean(),
      (code, gaps, foreign) => {
        const letters = [...code].map((letter, index) => {
          const one = foreign && /\d/.test(letter) ? arabic(letter) : letter
          return `${index % 2 ? one.toLowerCase() : one}${gaps[index]}`
        })
        expect(readCode(letters.join(''))).toBe(code)
        expect(readCode(inGroups(code))).toBe(code)
      },
    ),
  )
})

test('digits of every script are read as what they are', () => {
  const zeros = [0x30, 0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10]
  for (const zero of zeros) {
    const digits = [2, 3, 4, 6, 7, 8, 9].map((digit) => String.fromCodePoint(zero + digit)).join('')
    expect(readCode(`${digits}CDFGHJKMNPR`)).toBe('2346789CDFGHJKMNPR')
  }
})

test('anything else is no code', () => {
  fc.assert(fc.property(fc.string({ maxLength: 17 }), (typed) => readCode(typed) === undefined))
  expect(readCode('')).toBeUndefined()
  expect(readCode('O'.repeat(codeLength))).toBeUndefined()
  expect(readCode('C'.repeat(codeLength + 1))).toBeUndefined()
})
