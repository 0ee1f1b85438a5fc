/** How our columns are called in the tables that the office gives out, and which column a heading means that comes back. */
import type { I18n } from '../../../../platform/i18n/i18n.ts'
import type { Languages } from '../../../../platform/i18n/languages.ts'
import type { Translator } from '../../../../platform/i18n/messages.ts'
import { inwardColumns, plainColumns, textColumnNames } from '../../import-services/csv-columns.ts'
import { columnWords } from './pages/column-words.ts'

type Words = Pick<I18n, 'offered' | 'translator' | 'languages'>

/** `name_ar` → "Name of the service (العربية)". */
export const headingOf =
  (translator: Translator, languages: Languages) =>
  (column: string): string =>
    columnWords(translator, column, (code) => languages.byCode(code)?.autonym ?? code)

/** Spreadsheets and hands change spaces and capitals, and nothing else. */
const folded = (heading: string): string => heading.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toLowerCase()

const known = new WeakMap<Words, ReadonlyMap<string, string>>()

/** Headings in every language of the office: whoever brings a table back may read another than who took it out. */
function headingsOf(i18n: Words): ReadonlyMap<string, string> {
  const made = known.get(i18n)
  if (made) return made
  const { languages } = i18n
  const texts = textColumnNames.flatMap((name) => languages.list.map(({ code }) => `${name}_${code}`))
  const headings = new Map<string, string>()
  for (const { code } of i18n.offered) {
    const translator = i18n.translator(code)
    if (!translator) continue
    const inWords = headingOf(translator, languages)
    for (const column of ['source_id', ...texts, ...Object.keys(plainColumns), ...inwardColumns]) {
      headings.set(folded(inWords(column)), column)
    }
  }
  known.set(i18n, headings)
  return headings
}

/** Which column a heading means that has gone out from here. */
export const columnByHeading =
  (i18n: Words) =>
  (heading: string): string | undefined =>
    headingsOf(i18n).get(folded(heading))
