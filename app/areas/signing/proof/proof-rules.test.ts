import { expect, test } from 'vitest'
import { codeOutcome, isOfDomain, mostWrongCodes, type ProofState } from './proof-rules.ts'

const now = Temporal.Instant.from('2026-03-02T10:00:00Z')
const asked: ProofState = {
  way: 'mail',
  codeSha256: 'right',
  expiresAt: now.add({ hours: 1 }),
  wrongCodes: 0,
  givenAt: null,
}

test('a code is right once, for a time, and after few wrong ones no more', () => {
  expect(codeOutcome([asked], 'right', now)).toBe('right')
  expect(codeOutcome([asked], 'other', now)).toBe('wrong')
  expect(codeOutcome([asked], 'right', now.add({ hours: 2 }))).toBe('expired')
  expect(codeOutcome([{ ...asked, wrongCodes: mostWrongCodes }], 'right', now)).toBe('used-up')
  expect(codeOutcome([{ ...asked, givenAt: now }], 'right', now)).toBe('none')
  expect(codeOutcome([], 'right', now)).toBe('none')
})

test('with a letter on its way the mail is good still, and the other way round', () => {
  const letter = { ...asked, way: 'letter', codeSha256: 'posted' } as const
  expect(codeOutcome([{ ...asked, wrongCodes: mostWrongCodes }, letter], 'posted', now)).toBe('right')
  expect(codeOutcome([{ ...asked, wrongCodes: mostWrongCodes }, letter], 'right', now)).toBe('wrong')
})

test.each([
  ['mayor@town.example', true],
  ['mayor@office.town.example', true],
  ['mayor@nottown.example', false],
  ['mayor@town.example.org', false],
  ['MAYOR@Town.Example', true],
])('%s is at the official domain: %s', (email, is) => {
  expect(isOfDomain(email, ['town.example'])).toBe(is)
  expect(isOfDomain(email, [])).toBe(false)
})
