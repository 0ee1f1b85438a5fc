import { expect, test } from 'vitest'
import { checkedWords, listedWords } from './listed-words.ts'

const facts = { title: 'Quiet rooms', summary: 'Rooms', language: 'en' }
const french = { title: 'Salles calmes', summary: 'Salles', machine: false }
const german = { title: 'Stille Räume', summary: 'Räume', machine: true }
const practice = { languages: ['en', 'fr', 'de'], facts, translations: { fr: french, de: german } }

test('a list has the words that the page opens with', () => {
  expect(listedWords(practice, 'fr')).toEqual({ ...french, language: 'fr' })
  expect(listedWords(practice, 'de')).toMatchObject({ title: 'Stille Räume', machine: true })
  for (const lang of ['en', 'ar']) expect(listedWords(practice, lang)).toEqual({ ...facts, machine: false })
  // Taken back.
  expect(listedWords({ ...practice, languages: ['en'] }, 'fr').language).toBe('en')
})

test('what no person has checked is left for the original where it cannot be labelled', () => {
  expect(checkedWords(practice, 'de')).toEqual({ ...facts, machine: false })
  expect(checkedWords(practice, 'fr').title).toBe('Salles calmes')
})
