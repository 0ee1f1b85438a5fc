import { afterAll, expect, test } from 'vitest'
import { readPdf } from '../../../tests/pdf.ts'
import { createI18n } from '../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../platform/i18n/languages.ts'
import { createPdf } from '../../platform/pdf/pdf.ts'
import { codeLetters } from './code-rules.ts'
import { type LetterFacts, lettersDocument } from './present-letter.ts'

const pdf = createPdf()
afterAll(() => pdf.close())

const i18n = createI18n(loadLanguages())
const town = {
  ...{ id: '', country: 'NL', slug: 'example-town', name: 'Example Town', names: {} },
  ...{ timeZone: 'Europe/Amsterdam', languages: ['nl'], demonstration: true },
}

function speaking(language: string) {
  const translator = i18n.translator(language)
  if (!translator) throw new Error(language)
  return translator
}

function facts(language: string, rows: number): LetterFacts {
  const row = { label: 'Opening hours', lines: ['Monday 9:00–12:00', 'Tuesday 13:00–17:00'] }
  const today = Temporal.PlainDate.from('2026-11-28')
  return {
    ...{ translator: speaking(language), town, today, until: today.add({ days: 70 }), askedOn: today },
    words: { name: 'Counselling', rows: Array.from({ length: rows }, () => row), machine: false },
    postal: Array.from({ length: 6 }, () => 'W'.repeat(50)).join('\n'),
    sender: 'Example Town\nYouth office\nRaadhuisplein 1\n1234 ZZ Example Town',
    link: `https://towns.example/${language}/confirm`,
    code: codeLetters,
  }
}

test('letters in three languages begin on sheets of their own; an address of six long lines stays in its window', async () => {
  const letters = [facts('en', 3), facts('ar', 30), facts('de', 3)]
  const read = await readPdf(await pdf.render(lettersDocument(speaking('en'), town, letters)))
  // A sheet and its empty back, two sides, a sheet.
  expect(read).toMatchObject({ pages: 5, marked: true, everyFontEmbedded: true })
  expect(read.text.match(/W{50}/g)).toHaveLength(18)
  expect(read.links).toEqual(letters.map(({ link }) => link))
  expect(read.title).toContain('3 letters to providers')
})
