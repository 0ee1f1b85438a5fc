import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled, letterFaults, letterFields, paragraphsOf, written } from './letter-rules.ts'

const values = { town: 'Town', office: 'Desk', association: 'Union', contact: 'Advice' }
const codes = (subject: string, body: string) => letterFaults({ subject, body }).map(({ code }) => code)

test.each([
  ['Hello {town}', 'Dear {office},\n\n{link}', []],
  ['', '', ['subject', 'body']],
  ['x'.repeat(121), 'y'.repeat(6001), ['subjectLong', 'bodyLong']],
  ['{name}', 'Go: {link}', ['unknown', 'link']],
  ['{link}', 'No way in', ['linkInSubject', 'link']],
  ['Hello', '{link}\n\nand {link}', ['link']],
  ['Hello', '{Link}\n\n{link}', ['unknown']],
  ['Hello {', '{ town }\n\n{link}', ['unknown', 'unknown']],
] as const)('%s / %s: %j', (subject, body, faults) => {
  expect(codes(subject, body)).toEqual(faults)
})

test('what has no fault leaves no field behind, whatever is around it; what towns are called is never read as a field', () => {
  const words = fc.string({ maxLength: 30 }).map((text) => text.replace(/[{}]/g, ''))
  const field = fc.constantFrom(...letterFields.filter((one) => one !== 'link')).map((one) => `{${one}}`)
  const paragraph = fc.array(fc.oneof(words, field), { maxLength: 6 }).map((parts) => parts.join(''))
  const named = fc.record({ town: fc.constant('{contact}'), office: words, association: words, contact: words })
  fc.assert(
    fc.property(fc.array(paragraph, { maxLength: 5 }), named, (paragraphs, given) => {
      const body = [...paragraphs, '{link}'].join('\n\n')
      if (letterFaults({ subject: 'x', body }).length > 0) return
      const parts = written(body, given)
      expect(parts.filter(({ kind }) => kind === 'link').length).toBeGreaterThan(0)
      expect(parts).toHaveLength(paragraphsOf(body).length)
    }),
  )
  expect(filled('{town}', { ...values, town: '{contact}' })).toBe('{contact}')
})
