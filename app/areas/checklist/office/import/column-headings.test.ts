import { expect, test } from 'vitest'
import { createI18n } from '../../../../platform/i18n/i18n.ts'
import { loadLanguages } from '../../../../platform/i18n/languages.ts'
import { inwardColumns, plainColumns, textColumnNames } from '../../import-services/csv-columns.ts'
import { columnByHeading, headingOf } from './column-headings.ts'

const languages = loadLanguages()
const i18n = createI18n(languages)
const columns = [
  ...textColumnNames.flatMap((name) => languages.list.map(({ code }) => `${name}_${code}`)),
  ...Object.keys(plainColumns),
  ...inwardColumns,
]

test.each(i18n.offered.map(({ code }) => code))(
  'each column has a heading of its own in %s, and is known by it',
  (code) => {
    const translator = i18n.translator(code)
    if (!translator) throw new Error('an offered language has a catalogue')
    const headings = columns.map(headingOf(translator, languages))
    expect(headings.map(columnByHeading(i18n))).toEqual(columns)
  },
)

test('spaces and capitals may change, words may not', () => {
  expect(columnByHeading(i18n)('  name of THE service\n(العربية)')).toBe('name_ar')
  expect(columnByHeading(i18n)('Names of the service')).toBeUndefined()
})
