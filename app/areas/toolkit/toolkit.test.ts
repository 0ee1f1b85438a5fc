import { describe, expect, test } from 'vitest'
import { languageRead } from './asked-rules.ts'
import { blocksOf, linesOf, MarkdownFault } from './markdown.ts'
import { isUnchecked, stateOf } from './resource-schema.ts'
import { type Column, readTable, type TableRow } from './resource-table.ts'
import { changesBetween } from './text-changes.ts'

describe('texts', () => {
  test('headings, paragraphs, lists, strong words and links are read; a place to fill in stays as it is', () => {
    const blocks = blocksOf(
      '## For [name of the town]\n\nWrite **at once** to\n[us](https://x.example/).\n\n1. One\n   - Two\n',
    )
    expect(linesOf(blocks)).toEqual(['For [name of the town]', 'Write at once to us.', '– One', '– – Two'])
    expect(blocks[1]).toMatchObject({
      of: [{}, { type: 'strong' }, {}, { type: 'link', href: 'https://x.example/' }, {}],
    })
  })

  test.each([
    ['markup', 'One.\n\n<script>alert(1)</script>'],
    ['a picture', 'One.\n\n![a child](https://x.example/a.png)'],
    ['a link that is no page', 'One.\n\n[click](javascript:alert(1))'],
    ['a heading that is the title', 'One.\n\n# Two'],
    ['code', 'One.\n\n    rm -rf'],
    ['a quotation', 'One.\n\n> Two'],
  ])('%s is refused with its line', (_, text) => {
    expect(() => blocksOf(text)).toThrow(MarkdownFault)
    try {
      blocksOf(text)
    } catch (error) {
      expect(error).toMatchObject({ line: 3 })
    }
  })

  test('what has changed is told line by line', () => {
    const before = { title: 'A', summary: 'B', body: 'One.\n\nTwo.\n\nThree.', link: null, file: null }
    expect(changesBetween(before, before)).toEqual([])
    expect(changesBetween(before, { ...before, body: 'One.\n\nTwo, and more.\n\nThree.\n\nFour.' })).toEqual([
      { before: ['Two.'], now: ['Two, and more.'] },
      { before: [], now: ['Four.'] },
    ])
  })
})

test('a language is the original, current, older or missing', () => {
  const resource = { language: 'en', revision: 3 }
  expect([stateOf(resource, 'en', 3), stateOf(resource, 'fr', 3)]).toEqual(['original', 'current'])
  expect([stateOf(resource, 'fr', 2), stateOf(resource, 'fr', undefined)]).toEqual(['older', 'missing'])
})

test('it is read as asked, else in the own language, else as it was written', () => {
  const resource = { language: 'en', languages: ['en', 'fr', 'ar'] }
  expect(languageRead('ar', 'fr', resource)).toBe('ar')
  expect(languageRead('de', 'fr', resource)).toBe('fr')
  expect(languageRead(undefined, 'de', resource)).toBe('en')
})

describe('the table', () => {
  const original: Partial<Record<Column, string>> = {
    ...{ resource: 'a-guide', language: 'en', title: 'A guide', summary: 'To begin with', kind: 'guide' },
    ...{ audiences: 'office', ages: 'adults', sections: 'steering', articles: '10 12', licence: 'CC-BY-4.0' },
    ...{ source_language: 'en', revision: '2', safeguarding: 'yes', text: 'a.en.md' },
  }
  const french = {
    resource: 'a-guide',
    language: 'fr',
    of_revision: '1',
    title: 'Un guide',
    summary: 'Pour',
    text: 'a.fr.md',
  }
  const known = {
    languages: new Set(['en', 'fr', 'de']),
    textOf: (file: string) => (file.endsWith('.md') ? 'Words.' : undefined),
  }
  const rows = (...cells: Partial<Record<Column, string>>[]): TableRow[] =>
    cells.map((one, index) => ({ line: index + 2, cells: one }))

  test('a translation may stand before its original and be of an earlier revision', () => {
    const { resources, faults } = readTable(rows(french, original), known)
    expect(faults).toEqual([])
    expect(resources).toMatchObject([
      {
        id: 'a-guide',
        facts: { revision: 2, articles: [10, 12], safeguarding: true },
        texts: [
          { language: 'en', revision: 2 },
          { language: 'fr', revision: 1 },
        ],
      },
    ])
  })

  test('a text may be written for this project in each language, and says who has checked it', () => {
    const checks = { origin: 'written', checked_by: 'Barnahus', checked_on: '2026-11-01' }
    const { resources, faults } = readTable(rows({ ...original, origin: 'written' }, { ...french, ...checks }), known)
    expect(faults).toEqual([])
    const [english, other] = resources[0]?.texts ?? []
    expect(other).toMatchObject({ origin: 'written', checked: { by: 'Barnahus', on: '2026-11-01' } })
    expect(english && other && [isUnchecked(english), isUnchecked(other)]).toEqual([true, false])
  })

  test.each<[string, Column, Partial<Record<Column, string>>[]]>([
    ['a file that is not there', 'text', [{ ...original, text: 'a.doc' }]],
    ['a kind that nobody knows', 'kind', [{ ...original, kind: 'film' }]],
    ['no revision', 'revision', [{ ...original, revision: '' }]],
    ['an address of another page', 'resource', [{ ...original, resource: 'languages' }]],
    ['a text and a link', 'text', [{ ...original, link: 'https://x.example/' }]],
    ['a link without encryption', 'link', [{ ...original, text: '', link: 'http://x.example/' }]],
    ['an unknown language', 'language', [original, { ...french, language: 'xx' }]],
    ['a translation twice', 'language', [original, french, french]],
    ['a translation of what is not there', 'resource', [french]],
    ['a translation of a revision to come', 'of_revision', [original, { ...french, of_revision: '3' }]],
    ['a check by nobody', 'checked_by', [{ ...original, checked_on: '2026-11-01' }]],
    ['a check on no day', 'checked_on', [{ ...original, checked_by: 'Barnahus', checked_on: 'lately' }]],
    ['safeguarding guidance made by machine', 'origin', [original, { ...french, origin: 'machine' }]],
  ])('%s is a fault of its row and column', (_, column, cells) => {
    const { faults } = readTable(rows(...cells), known)
    expect(faults).toMatchObject([{ line: cells.length + 1, column }])
  })
})
