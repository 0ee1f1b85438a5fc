import { expect, test } from 'vitest'
import { standardWords, withSource, withTranslation } from '../checklist/index.ts'
import {
  begunWords,
  namesNumber,
  saysNothing,
  slotsFor,
  type TextReading,
  textFields,
  textSlots,
  wordsFrom,
} from './text-rules.ts'

const reading = (given: Partial<TextReading> = {}): TextReading => ({
  slots: textSlots,
  language: 'nl',
  source: 'nl',
  revision: 3,
  namesPlace: (text) => text.includes('straat 1'),
  withSource,
  withTranslation,
  ...given,
})
const form = (fields: Record<string, string | readonly string[]>) =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()] as const))

const before = standardWords.parse({
  whatHappens: {
    nl: { text: 'Kom binnen', origin: 'person' },
    ar: { text: 'ادخل', origin: 'machine', from: 'nl', fromRevision: 2 },
  },
  audiences: ['children'],
})

test('a form that is sent back as it was changes nothing', () => {
  for (const language of ['nl', 'ar']) {
    const read = wordsFrom(textFields(before, language), before, reading({ language }))
    expect(read).toEqual({ words: before })
  }
})

test('other words in the source leave its translations to be looked at; looking at one is enough', () => {
  const changed = wordsFrom(form({ whatHappens: 'Kom erin', audiences: ['children'] }), before, reading())
  if (!('words' in changed)) throw new Error('refused')
  expect(changed.words.whatHappens['ar']).toMatchObject({ text: 'ادخل', fromRevision: 0 })
  const seen = wordsFrom(textFields(changed.words, 'ar'), changed.words, reading({ language: 'ar', revision: 4 }))
  expect('words' in seen && seen.words.whatHappens['ar']).toMatchObject({
    origin: 'machine',
    from: 'nl',
    fromRevision: 4,
  })
})

test('a translation says who made it, and has no say in whom the service is for', () => {
  const read = wordsFrom(form({ whatHappens: 'Come in' }), before, reading({ language: 'en' }))
  expect(read).toEqual({
    words: {
      ...before,
      whatHappens: {
        ...before.whatHappens,
        en: { text: 'Come in', origin: 'person', from: 'nl', fromRevision: 3 },
      },
    },
  })
})

test('an address, a telephone number and a text without end are refused, each where it stands', () => {
  const read = wordsFrom(
    form({
      whatHappens: 'Dorpsstraat 1',
      feeNote: 'Bel 0800 0432',
      howToComplain: 'x'.repeat(4001),
      howDecided: 'Samen',
    }),
    before,
    reading(),
  )
  expect('faults' in read && read.faults).toEqual([
    { field: 'whatHappens', code: 'street' },
    { field: 'feeNote', code: 'number' },
    { field: 'howToComplain', code: 'tooLong' },
  ])
})

test.each([
  ['Bel 116 111', true],
  ['٠٨٠٠ ٠٤٣٢', true],
  ['+31 20 123 45 67', true],
  ['Between 2026-2030', false],
  ['within 24 hours, 3 talks of 45 minutes', false],
  ['10 000 euros', false],
  ['From 1.1.2027-31.12.2030, read on 2027-03-05 and 18/11/2027', false],
  ['01.23.45.67.89', true],
])('%s', (words, isNumber) => {
  expect(namesNumber(words)).toBe(isNumber)
})

test('a text for a duty says what a town does and nothing else', () => {
  const slots = slotsFor({ duty: true })
  const typed = form({ whatHappens: 'Wij leren', feeNote: 'Gratis', howDecided: 'Samen', audiences: ['teens'] })
  const nothing = standardWords.parse({})
  const read = wordsFrom(typed, nothing, reading({ slots }))
  expect(read).toEqual({ words: { ...nothing, whatHappens: { nl: { text: 'Wij leren', origin: 'person' } } } })
  const begun = { whatHappens: before.whatHappens, howDecided: before.whatHappens }
  expect(Object.keys(begunWords(begun, 'nl', [], slots))).toEqual(['whatHappens'])
})

test('what says nothing in its own language is not for publication', () => {
  expect(saysNothing(before, 'nl')).toBe(false)
  expect(saysNothing(before, 'fr')).toBe(true)
})
