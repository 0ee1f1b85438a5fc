import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosableKinds } from './rules.ts'
import { createStopTokens, readStopToken } from './stop-token.ts'

const anna = { id: '3f0c1a52-7a54-4f0e-9d5c-0f2b6a1c9e11', email: 'anna@town.example' }
const tokens = createStopTokens('a secret of a test, thirty-two bytes long')

function genuine(token: string, email = anna.email, by = tokens): boolean {
  const claim = readStopToken(token)
  return claim !== undefined && by.isGenuine(claim, email)
}

test('a token is genuine for the person, the address and the kinds it was made for', () => {
  const token = tokens.create(anna, ['people', 'approval'])
  expect(readStopToken(token)).toMatchObject({ person: anna.id, kinds: ['people', 'approval'] })
  expect(genuine(token)).toBe(true)
  expect(genuine(token, 'new@town.example')).toBe(false)
  expect(genuine(token, anna.email, createStopTokens('another secret of thirty-two characters'))).toBe(false)
})

test('it holds no address, and is safe in one', () => {
  const token = tokens.create(anna, [...choosableKinds])
  expect(token).not.toContain('anna')
  expect(encodeURIComponent(token)).toBe(token)
})

test('nothing in it can be changed', () => {
  const token = tokens.create(anna, ['people'])
  expect(genuine(token.replace('people', 'approval'))).toBe(false)
  expect(genuine(`${token}.approval`)).toBe(false)
  expect(genuine(token.replace(anna.id, '4f0c1a52-7a54-4f0e-9d5c-0f2b6a1c9e11'))).toBe(false)
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcdefXYZ0189-_.'), (at, character) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1)
      expect(genuine(changed)).toBe(changed === token)
    }),
  )
})

test.each(['', '.', 'security', 'x'.repeat(5_000)])('%s is no token', (text) => {
  expect(readStopToken(text)).toBeUndefined()
})

test('what must be told at once can be named by no token', () => {
  const token = tokens.create(anna, ['people']).replace('people', 'security')
  expect(readStopToken(token)).toBeUndefined()
})

test('any text is either read or not: it never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => genuine(text) === false))
})
