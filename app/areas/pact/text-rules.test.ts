import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  blocksOf,
  compareVersions,
  isDemonstration,
  languageToRead,
  largestFile,
  mayApprove,
  numberRanges,
  placeFault,
  placeFrom,
  textOfFile,
  tidied,
  wordsFrom,
} from './text-rules.ts'

const form = (fields: Record<string, string>) => new Map(Object.entries(fields).map(([name, text]) => [name, [text]]))
const place = (version: string, language: string, demonstration = false) => ({ version, language, demonstration })

describe('where a text may be begun', () => {
  const known = { approved: [place('1', 'en', true), place('2', 'en')], drafts: [place('2', 'fr'), place('2.1', 'en')] }

  test.each([
    [place('2', 'de'), undefined],
    [place('3', 'en'), undefined],
    [place('2.2', 'en'), undefined],
    // Another language of an old version is still the old version.
    [place('1', 'fr'), undefined],
    [place('2', 'en'), { field: 'version', code: 'approved' }],
    [place('2', 'fr'), { field: 'version', code: 'waits' }],
    [place('1.5', 'en'), { field: 'version', code: 'older' }],
  ])('%o: %o', (asked, fault) => {
    expect(placeFault(asked, known)).toEqual(fault)
  })

  test('a version is for the demonstration in all its languages or in none', () => {
    expect([isDemonstration('1', known), isDemonstration('2', known)]).toEqual([true, false])
  })
})

test.each(['', 'x', '01', '1.02', '1.2.3', '1000', '-1', '1.'])('"%s" is no version', (version) => {
  expect(placeFrom(form({ version, language: 'en' }), new Set(['en'])).faults).toHaveLength(1)
})

test('versions are in order as numbers, not as words', () => {
  const versions = ['1', '1.0', '1.9', '1.10', '2', '10']
  expect(versions.toReversed().toSorted(compareVersions)).toEqual(versions)
})

test('whoever wrote the words does not approve them; what a command wrote anybody may', () => {
  expect(mayApprove({ writtenBy: 'anna' }, 'anna')).toBe(false)
  expect(mayApprove({ writtenBy: 'anna' }, 'bert')).toBe(true)
  expect(mayApprove({ writtenBy: null }, 'anna')).toBe(true)
})

test.each([
  [{ title: '', body: 'Text' }, [{ field: 'title', code: 'missing' }]],
  [{ title: 'Title', body: ' \n ' }, [{ field: 'body', code: 'missing' }]],
  [
    { title: 'x'.repeat(201), body: 'x'.repeat(100_001) },
    ['title', 'body'].map((field) => ({ field, code: 'tooLong' })),
  ],
])('words that are refused', (typed, faults) => {
  expect(wordsFrom(form(typed)).faults).toEqual(faults)
})

describe('a file', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  test('becomes the text, with the headings of Markdown as headings', () => {
    expect(textOfFile(bytes('\uFEFF## One\r\n\r\n\r\n\r\nWords  \r\n### Two'))).toBe('# One\n\nWords\n# Two')
  })

  test.each([
    ['notText', Uint8Array.of(0xff, 0xfe, 0x41)],
    ['notText', bytes('%PDF\u0000')],
    ['empty', bytes(' \n ')],
    ['tooLarge', new Uint8Array(largestFile + 1)],
  ])('%s', (code, content) => {
    expect(textOfFile(content)).toBe(code)
  })
})

test('tidying twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\t', 'e\u0301', '#') }), (text) => {
      expect(tidied(tidied(text))).toBe(tidied(text))
    }),
  )
})

test('a body is read as paragraphs, lines and headings', () => {
  expect(blocksOf('One\n two\n# Head\nThree\n\n\n#no heading')).toEqual([
    { heading: false, lines: ['One', 'two'] },
    { heading: true, lines: ['Head'] },
    { heading: false, lines: ['Three'] },
    { heading: false, lines: ['#no heading'] },
  ])
})

test.each([
  [['de', 'en', 'fr'], 'fr', 'de', 'fr'],
  [['de', 'en'], undefined, 'de', 'de'],
  [['en', 'nl'], undefined, 'ar', 'en'],
  [['nl'], undefined, 'ar', 'nl'],
  [[], undefined, 'en', undefined],
])('of %o, asked for %s on a page in %s, one reads %s', (languages, asked, own, read) => {
  expect(languageToRead(languages, asked, own)).toBe(read)
})

test('numbers in a row', () => {
  expect(numberRanges([37, 4, 5, 6, 9, 10])).toEqual(['4–6', '9', '10', '37'])
  expect(numberRanges([])).toEqual([])
})
