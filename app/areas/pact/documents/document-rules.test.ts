import { describe, expect, test } from 'vitest'
import { loadLanguages } from '../../../platform/i18n/languages.ts'
import { namesNumber } from '../../standards/index.ts'
import {
  documentFrom,
  documentKinds,
  documentsFor,
  filledText,
  hasUnknownPlaceholder,
  type OwnDocument,
  placeholders,
} from './document-rules.ts'
import { loadPactTemplates } from './templates.ts'

const form = (fields: Record<string, string>) => new Map(Object.entries(fields).map(([name, text]) => [name, [text]]))
const shipped = loadPactTemplates({ languages: loadLanguages().codes })

test.each([
  [{ title: '', body: 'Words' }, [{ field: 'title', code: 'missing' }]],
  [{ title: 'Title', body: 'To {council}' }, [{ field: 'body', code: 'placeholder' }]],
  [{ title: '{town', body: 'Words' }, [{ field: 'title', code: 'placeholder' }]],
  [{ title: 'Title', body: 'Call 030 123 45 67' }, [{ field: 'body', code: 'number' }]],
  [
    { title: 'x'.repeat(301), body: 'x'.repeat(10_001) },
    ['title', 'body'].map((field) => ({ field, code: 'tooLong' })),
  ],
  [{ title: '{town}', body: placeholders.map((name) => `{${name}}`).join(' ') }, []],
])('%j', (typed, faults) => {
  expect(documentFrom(form(typed), namesNumber).faults).toEqual(faults)
})

describe('what is shipped', () => {
  const all = documentKinds.flatMap((kind) =>
    Object.entries(shipped[kind]).map(([language, words]) => [`${kind} ${language}`, words] as const),
  )

  test.each(all)('%s: would be accepted as an association types it', (_, { title, body }) => {
    expect(documentFrom(form({ title, body }), namesNumber)).toEqual({ words: { title, body }, faults: [] })
  })

  test.each(all)(
    '%s: names the town, the text by its hash, or where it stands, and the articles of every P',
    (_, { title, body }) => {
      const named = placeholders.filter((name) => `${title}${body}`.includes(`{${name}}`))
      expect(named).toEqual(expect.arrayContaining(['town', 'country', 'date', 'text-title', 'text-version']))
      expect(named).toEqual(expect.arrayContaining(['prevention', 'protection', 'prosecution', 'participation']))
      const fields = Object.fromEntries(placeholders.map((name) => [name, 'said']))
      expect(filledText(`${title}${body}`, fields)).not.toMatch(/[{}]/)
    },
  )

  test('there is one of each kind in English and French, and the machine-made one says so', () => {
    for (const kind of documentKinds) {
      expect(documentsFor(kind, [], shipped).map(({ language, machine }) => [language, machine])).toEqual([
        ['en', false],
        ['fr', true],
      ])
    }
  })
})

test('no placeholder hides in another one', () => {
  expect(hasUnknownPlaceholder('{text-{town}}')).toBe(true)
})

describe('what a town finds', () => {
  const own = (association: string, language: string, title: string | undefined): OwnDocument => ({
    ...{ association, kind: 'letter', language, revision: 1 },
    words: title === undefined ? undefined : { title, body: 'Words' },
  })

  test('the words of its association first, once a language; what was taken back does not count', () => {
    const found = documentsFor(
      'letter',
      [own('a', 'nl', 'Ours'), own('a', 'fr', undefined), own('b', 'nl', 'Theirs'), own('b', 'en', 'Hers')],
      shipped,
    )
    expect(found.map(({ language, association }) => [language, association])).toEqual([
      ['nl', 'a'],
      ['en', 'b'],
      ['fr', undefined],
    ])
    expect(found.map(({ title }) => title).slice(0, 2)).toEqual(['Ours', 'Hers'])
  })

  test('those of one kind alone', () => {
    expect(documentsFor('decision', [own('a', 'nl', 'Ours')], shipped).map(({ language }) => language)).toEqual([
      'en',
      'fr',
    ])
  })
})
