import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { letterDocx } from './letter-files.ts'
import { filledText, hasUnknownFields, paragraphsOf } from './letter-text.ts'

test('what has no unknown field has nothing left to fill in', () => {
  const words = fc
    .array(fc.constantFrom('Dear ', '{town}', '{text-version}', '\n', '{', '}', '{name}'))
    .map((parts) => parts.join(''))
  const fields = { town: 'Stad', 'text-version': '1' }
  fc.assert(
    fc.property(words, (text) => {
      if (!hasUnknownFields(text, Object.keys(fields))) expect(filledText(text, fields)).not.toMatch(/[{}]/)
      else expect(filledText(text, fields)).toMatch(/[{}]/)
    }),
  )
})

test('what is put in stays as it is, whatever it looks like', () => {
  expect(filledText('{town}: {office}', { town: '{office}', office: '$& {town}' })).toBe('{office}: $& {town}')
})

test('paragraphs and lines', () => {
  expect(paragraphsOf('Dag,\n\n \nEen\ntwee\n\n')).toEqual([['Dag,'], ['Een', 'twee']])
})

test('a word processor gets the direction of the language with every paragraph', async () => {
  const letter = { title: 'عنوان', body: 'سطر\nآخر\n\nفقرة', tag: 'ar', dir: 'rtl' } as const
  const xml = new TextDecoder().decode(unzipSync(await letterDocx(letter))['word/document.xml'])
  expect(xml.match(/<w:bidi\/>/g)).toHaveLength(3)
  expect(xml).toContain('فقرة')
  const latin = await letterDocx({ ...letter, tag: 'nl', dir: 'ltr' })
  expect(new TextDecoder().decode(unzipSync(latin)['word/document.xml'])).not.toMatch(/<w:bidi\/>/)
})
