import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPhrases } from './phrase-data.ts'
import { meaningOf, tellingWords } from './phrase-rules.ts'

const indexes = loadPhrases().indexes()
const kindsOf = (text: string, language = 'en') => meaningOf(indexes, text, language).kinds.map(({ kind }) => kind)
const isUrgent = (text: string, language = 'en') => meaningOf(indexes, text, language).urgent

describe('what families mean', () => {
  test.each([
    ['shelter', 'en', 'safe-place-to-stay'],
    ['SHELTERS', 'en', 'safe-place-to-stay'],
    ['sheltr', 'en', 'safe-place-to-stay'],
    ['avocats', 'fr', 'free-legal-help'],
    ['cauchemard', 'fr', 'trauma-therapy'],
    ['Schulpsychologen', 'de', 'school-support'],
    ['Maedchenhaus', 'de', 'safe-place-to-stay'],
    ['المحامي', 'ar', 'free-legal-help'],
  ])('%s (%s) is understood in its forms and with a typing error', (typed, language, kind) => {
    expect(kindsOf(typed, language)).toContain(kind)
  })

  test('a word of another language is understood, too', () => {
    expect(kindsOf('dolmetscher', 'ar')).toContain('migrant-refugee-child-help')
    expect(kindsOf('شرطة', 'en')).toContain('police-child-unit')
  })

  test('what has nothing to do with it finds nothing', () => {
    expect(kindsOf('wifi password')).toEqual([])
    expect(kindsOf('pizza amsterdam')).toEqual([])
    expect(kindsOf('')).toEqual([])
  })

  test('words that say nothing are left out of names that are looked for', () => {
    expect(tellingWords(indexes, 'I want to find the Example Shelter', 'en')).toEqual(['example', 'shelter'])
  })

  test('whatever is typed is answered, and no more than five kinds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('en', 'ar', 'xx'),
        (typed, language) => {
          const { kinds } = meaningOf(indexes, typed, language)
          expect(kinds.length).toBeLessThanOrEqual(5)
          for (const { score } of kinds) expect(score).toBeGreaterThan(0)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('acute danger', () => {
  test.each([
    ['my dad is beating my mum right now', 'en'],
    ['i want to die', 'en'],
    ['I WANT TO KILL MYSELF!!!', 'en'],
    ['he is at the door with a knife', 'en'],
    ['je veux mourir', 'fr'],
    ['il est derrière la porte', 'fr'],
    ['ich will nicht mehr leben', 'de'],
    ['er hat ein Messer', 'de'],
    ['أريد أن أموت', 'ar'],
    ['ابي يضربني الان', 'ar'],
    // Typed in another language than the page's.
    ['ich will sterben', 'en'],
    ['je veux mourir', 'ar'],
  ])('%s (%s)', (typed, language) => {
    expect(isUrgent(typed, language)).toBe(true)
  })

  test.each([
    ['lesson about consent', 'en'],
    ['course for parents', 'en'],
    ['formation pour parents', 'fr'],
    ['Schulpsychologe', 'de'],
    ['دورة للآباء', 'ar'],
  ])('%s (%s) is none', (typed, language) => {
    expect(isUrgent(typed, language)).toBe(false)
  })
})
