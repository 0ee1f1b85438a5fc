import { expect, test } from 'vitest'
import { isOutdated, standardWords } from '../checklist/index.ts'
import { cellState } from './matrix-rules.ts'

const words = standardWords.parse({
  whatHappens: {
    nl: { text: 'Kom', origin: 'person' },
    ar: { text: 'ادخل', origin: 'machine', from: 'nl', fromRevision: 2 },
    fr: { text: 'Entrez', origin: 'person', from: 'nl', fromRevision: 0 },
    de: { text: 'Komm', origin: 'person', from: 'nl', fromRevision: 2 },
  },
  feeNote: {
    nl: { text: 'Gratis', origin: 'person' },
    de: { text: 'Kostenlos', origin: 'person', from: 'nl', fromRevision: 2 },
    ar: { text: 'مجاني', origin: 'person', from: 'nl', fromRevision: 2 },
    fr: { text: 'Gratuit', origin: 'machine', from: 'nl', fromRevision: 2 },
  },
})
const state = (language: string) => cellState(words, 'nl', language, isOutdated)

test('a cell says the worst of its texts; what the source does not say asks for nothing', () => {
  expect(['nl', 'de', 'ar', 'fr', 'pl'].map(state)).toEqual(['written', 'written', 'machine', 'outdated', 'missing'])
})

test('a text that says nothing yet is missing in every language', () => {
  expect(cellState(standardWords.parse({}), 'nl', 'nl', isOutdated)).toBe('missing')
})
