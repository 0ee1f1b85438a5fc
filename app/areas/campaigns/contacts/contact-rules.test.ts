import { expect, test } from 'vitest'
import { columnOf, contactFrom, rowFrom } from './contact-rules.ts'
import { contactChecks } from './read-list.ts'

const fold = (text: string) => text.trim().toLowerCase()
test.each([
  ['E-Mail', undefined],
  ['email', 'email'],
  ['Gemeinde', 'member'],
  ['Anschrift', 'postal'],
  ['Courriel', 'email'],
  ['population', undefined],
] as const)('the heading %s is the column %s', (heading, column) => {
  expect(columnOf(heading, fold)).toBe(column)
})

const typed = { office: '', email: '', postal: '', language: '' }
test('an address is kept as it is written to: in lower case, lines without blanks', () => {
  expect(contactFrom({ ...typed, office: ' Youth  services ', email: 'Office@Town.Example' }, contactChecks)).toEqual({
    contact: { office: 'Youth services', email: 'office@town.example', postal: null, language: null },
  })
  expect(contactFrom(typed, contactChecks)).toMatchObject({ faults: [{ code: 'neither' }] })
})

const known = { byCode: (code: string) => (code === '1' ? ['a'] : []), byName: () => ['a', 'b'] }
const checks = { ...contactChecks, languageOf: () => undefined }
const line = { ...typed, member: 'Town', code: '1', email: 'x@town.example' }
test.each([
  [{ ...line, code: '2' }, 'unknown'],
  [{ ...line, code: '' }, 'several'],
  [{ ...line, language: 'Klingon' }, 'language'],
  [{ ...line, email: 'x' }, 'email'],
  [{ ...line, email: '' }, 'neither'],
] as const)('%j stays out: %s', (listed, code) => {
  expect(rowFrom(listed, known, new Set(), checks)).toEqual({ code })
})

test('a member that stands in the list twice counts once; lines of an address stand apart in one cell', () => {
  const row = rowFrom({ ...line, postal: 'Desk | Market 1' }, known, new Set(), checks)
  expect(row).toMatchObject({ row: { authority: 'a', postal: 'Desk\nMarket 1' } })
  expect(rowFrom(line, known, new Set(['a']), checks)).toEqual({ code: 'twice' })
})
