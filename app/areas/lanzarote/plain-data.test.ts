/** Our reading of the Convention: whole, short, in today's words, and refused at start where it is not. */
import { expect, test } from 'vitest'
import { loadLanzarote } from '../checklist/index.ts'
import { loadPlainLanzarote, plainFile, readingLanguages } from './plain-data.ts'

const lanzarote = loadLanzarote()
const plain = loadPlainLanzarote({ articles: lanzarote.articleNumbers })
const numbers = [...lanzarote.articleNumbers]
const cases = readingLanguages.flatMap((language) => numbers.map((number) => ({ language, number })))

test.each(cases)('article $number in $language says something, in a few short sentences', ({ language, number }) => {
  const reading = plain.reading(number, language)
  const words = [...(reading?.says ?? []), ...(reading?.town ?? [])].join(' ').split(/\s+/).length
  expect(words).toBeGreaterThan(20)
  expect(words).toBeLessThan(220)
  for (const sentence of [...(reading?.says ?? []), ...(reading?.town ?? [])]) expect(sentence).toMatch(/[.!?]$/)
})

test('no two articles have the same title', () => {
  for (const language of readingLanguages) {
    expect(new Set(numbers.map((number) => plain.reading(number, language)?.title)).size).toBe(numbers.length)
  }
})

test('the Convention binds States: no reading says what towns must do', () => {
  const towns = (language: 'en' | 'fr') => numbers.flatMap((number) => plain.reading(number, language)?.town ?? [])
  expect(towns('en').filter((text) => /\b(?:must|shall|have to|has to)\b/i.test(text))).toEqual([])
  expect(towns('fr').filter((text) => /\b(?:doit|doivent|faut)\b/i.test(text))).toEqual([])
  const all = numbers.flatMap((number) => plain.reading(number, 'en')?.says ?? [])
  expect(all.filter((text) => /towns must/i.test(text))).toEqual([])
})

test('nobody is said to have checked it before somebody has', () => {
  for (const language of readingLanguages) expect(plain.status[language].reviewed).toBeNull()
})

/** As the file would be with two articles, the second of them changed. */
function faultsOf(change: object, articles = new Set([1, 2])): string[] {
  const reading = { title: 'A title', says: ['States must help.', 'They do.'] }
  const article = { number: 1, en: reading, fr: reading }
  const about = { what: 'x', date: '2026-11-29', evidenceStatus: 'x', licence: 'CC BY 4.0', sources: [] }
  const status = { origin: 'person', reviewed: null }
  const second = { ...article, number: 2, ...change }
  const file = { about, status: { en: status, fr: status }, articles: [article, second] }
  return (
    plainFile(articles)
      .safeParse(file)
      .error?.issues.map(({ message }) => message) ?? []
  )
}
const said = (...says: string[]) => ({ en: { title: 'A title', says }, fr: { title: 'Un titre', says } })

test('what a file may not hold is refused', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf(said('Call 116 111.', 'Now.'))).toEqual([
    'a reading holds no telephone number',
    'a reading holds no telephone number',
  ])
  expect(faultsOf(said('Offences of child pornography.', 'Two.')).join()).toContain('today’s terms')
  expect(faultsOf(said('See https://example.org.', 'Two.')).join()).toContain('no markup and no address')
  expect(faultsOf(said('One alone.'))).not.toEqual([])
  expect(faultsOf({ number: 3 })[0]).toContain('articles stand in order')
  expect(faultsOf({ ...said('One.', 'Two.'), fr: said('Un.', 'Deux.', 'Trois.').fr }).join()).toContain('differ')
  expect(faultsOf({}, new Set([1, 2, 3]))).toEqual(['there are 3 articles, here 2'])
})
