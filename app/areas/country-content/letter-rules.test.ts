import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withSource, withTranslation } from '../checklist/index.ts'
import { namesNumber } from '../standards/index.ts'
import { filledLetter, letterLanguages, lettersFrom, unknownFields } from './letter-rules.ts'

const reading = (language: string) => ({
  ...{ language, source: 'nl', revision: 1 },
  ...{ namesNumber, withSource, withTranslation },
})
const form = (fields: Record<string, string>) => new Map(Object.entries(fields).map(([name, text]) => [name, [text]]))
const nothing = { title: {}, body: {} }

test.each([
  [{ title: '', body: 'Dag' }, [{ field: 'title', code: 'missing' }]],
  [{ title: 'Aan', body: 'Dag {name}' }, [{ field: 'body', code: 'field' }]],
  [{ title: 'Aan {town', body: 'Dag' }, [{ field: 'title', code: 'field' }]],
  [{ title: 'Aan', body: 'Bel 030 123 45 67' }, [{ field: 'body', code: 'number' }]],
])('%j is refused', (typed, faults) => {
  expect(lettersFrom(form(typed), nothing, reading('nl'))).toEqual({ faults })
})

test('what is accepted has nothing left to fill in once a town has', () => {
  const words = fc.array(fc.constantFrom('Dag ', '{town}', '{office}', '\n\n', 'x')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(words, (text) => {
      expect(unknownFields(text)).toBe(false)
      expect(filledLetter(text, { town: 'Stad', office: 'Bureau' })).not.toMatch(/[{}]/)
    }),
  )
})

test('words of a town that look like a field stay as they are', () => {
  expect(filledLetter('{town}: {office}', { town: '{office}', office: '$& {town}' })).toBe('{office}: $& {town}')
})

test('a language counts once subject and letter stand in it', () => {
  const said = { text: 'x', origin: 'person' } as const
  const published = { title: { nl: said, ar: said }, body: { ar: said, nl: said, fr: said } }
  expect(letterLanguages({ language: 'nl', published })).toEqual(['nl', 'ar'])
})
