/** The catalogue of measures: whole, plain, and refused at start where it is not. */
import { expect, test } from 'vitest'
import { loadReferenceData } from '../../reference-data.ts'
import { fourPs } from '../checklist/index.ts'
import { measuresFile } from './catalogue-data.ts'

const { checklist, lanzarote, measures: catalogue } = loadReferenceData()
const { measures, indicators } = catalogue
const languages = ['en', 'fr', 'de', 'ar']

test('each P has measures enough to choose from, and so has steering', () => {
  const of = (section: string) => measures.filter((one) => one.section === section).length
  for (const section of fourPs) expect(of(section)).toBeGreaterThanOrEqual(8)
  expect(of('steering')).toBeGreaterThanOrEqual(5)
})

test('each kind of the checklist has a measure that is mainly about it, and one that a small town can begin', () => {
  const main = new Set(measures.map(({ kinds }) => kinds[0]))
  const local = new Set(measures.filter(({ scale }) => scale === 'local').flatMap(({ kinds }) => kinds))
  const shared = ['harmful-behaviour-children', 'childrens-house', 'child-friendly-interview', 'safe-place-to-stay']
  expect([...checklist.ids].filter((kind) => !main.has(kind))).toEqual([])
  expect([...checklist.ids].filter((kind) => !(local.has(kind) || shared.includes(kind)))).toEqual([])
})

test('a measure belongs to articles that are about its section', () => {
  const strange = measures.filter(
    ({ section, articles }) =>
      section !== 'steering' && !articles.some((number) => lanzarote.article(number)?.ps.includes(section)),
  )
  expect(strange.map(({ id }) => id)).toEqual([])
})

test('each indicator is one of a measure', () => {
  const used = new Set(measures.flatMap((one) => one.indicators))
  expect(indicators.filter(({ id }) => !used.has(id))).toEqual([])
})

const sentences = (text: string, language: string) =>
  [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].length

test.each(languages)('what stands in %s is short and plain', (language) => {
  for (const { id } of measures) {
    const words = catalogue.words(language, id)
    expect(words?.language).toBe(language)
    expect(sentences(words?.what ?? '', language), id).toBeGreaterThanOrEqual(2)
    expect(sentences(words?.what ?? '', language), id).toBeLessThanOrEqual(4)
    expect(words?.what).toMatch(/[.؟]$/)
  }
  const titles = measures.map(({ id }) => catalogue.words(language, id)?.title)
  expect(new Set(titles).size).toBe(measures.length)
  expect(new Set(indicators.map(({ id }) => catalogue.indicatorWords(language, id)?.name)).size).toBe(indicators.length)
})

test('nothing shouts, invents a figure, says what towns must do or uses the terms of 2007', () => {
  const texts = languages.flatMap((language) =>
    measures.map(({ id }) => `${catalogue.words(language, id)?.title} ${catalogue.words(language, id)?.what}`),
  )
  const refused = /[!%]|\p{Nd}{3}|\b(?:towns? must|doit|doivent|pornogra\w+|prostitu\w+)\b|Kinderprostitution/iu
  expect(texts.filter((text) => refused.test(text))).toEqual([])
})

test('a language without texts is answered in English, and says so', () => {
  const english = catalogue.words('en', 'european-day')
  expect(english).toMatchObject({ language: 'en', origin: 'person' })
  expect(catalogue.words('ka', 'european-day')).toEqual(english)
  expect(catalogue.indicatorWords('ka', 'people-trained')?.language).toBe('en')
  expect(catalogue.words('fr', 'european-day')).toMatchObject({ language: 'fr', origin: 'machine' })
  expect(catalogue.words('en', 'no-such-measure')).toBeUndefined()
})

/** As the file would be with one measure a section, the first of them changed. */
function faultsOf(change: object, first: 'known' | 'unknown' = 'known'): string[] {
  const one = { articles: [5], kinds: ['a-kind'], sources: ['a-source'], indicators: ['an-indicator'] }
  const rest = [...fourPs, 'steering'].map((section) => ({ ...one, id: section, section, scale: 'local', basic: true }))
  const file = {
    about: { what: 'x', date: '2026-11-29', evidenceStatus: 'x', licence: 'CC BY 4.0', sources: [] },
    sources: [{ id: 'a-source', title: 'A source', publisher: 'Somebody' }],
    measures: rest.map((each, index) => (index === 0 ? { ...each, ...change } : each)),
  }
  const known = { articles: new Set([5]), kinds: new Set(first === 'known' ? ['a-kind'] : ['a-kind', 'other-kind']) }
  const found = measuresFile(known, new Set(['an-indicator'])).safeParse(file)
  return found.error?.issues.map(({ message }) => message) ?? []
}

test.each([
  [{}, []],
  [{ articles: [77] }, ['there is no article 77']],
  [{ kinds: ['b-kind'] }, ['there is no kind b-kind']],
  [{ sources: ['b-source'] }, ['there is no source b-source']],
  [{ indicators: ['b-indicator'] }, ['there is no indicator b-indicator']],
  [{ kinds: ['a-kind', 'a-kind'] }, ['kind a-kind is named twice']],
  [{ id: 'steering' }, ['steering is there twice']],
  [{ basic: false }, ['there is no basic measure on prevention']],
])('a measure with %j is refused: %j', (change, faults) => {
  expect(faultsOf(change)).toEqual(faults)
})

test('a kind that no measure improves stops the start', () => {
  expect(faultsOf({}, 'unknown')).toEqual(['no measure improves other-kind'])
})
