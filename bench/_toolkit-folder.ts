/** The first stock of the toolkit with every resource in every language: the words are those of the original. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { loadLanguages } from '../app/platform/i18n/languages.ts'

type Row = Readonly<Record<string, string | undefined>>

const translationOf = (row: Row, language: string): Row => ({
  ...{ resource: row['resource'], language, of_revision: row['revision'], title: row['title'] },
  ...{ summary: row['summary'], text: row['text'], link: row['link'], origin: 'person' },
})

export function writeFullToolkit(folder: string): void {
  const stock = join(import.meta.dirname, '../data/toolkit')
  cpSync(stock, folder, { recursive: true })
  const rows: Row[] = parse(readFileSync(join(stock, 'toolkit.csv'), 'utf8'), { columns: true })
  const languages = loadLanguages().list.filter(({ use }) => use === 'interface')
  const missing = rows
    .filter(({ source_language }) => source_language !== '')
    .flatMap((row) =>
      languages
        .filter(({ code }) => !rows.some((one) => one['resource'] === row['resource'] && one['language'] === code))
        .map(({ code }) => translationOf(row, code)),
    )
  const columns = Object.keys(rows[0] ?? {})
  writeFileSync(join(folder, 'toolkit.csv'), stringify([...rows, ...missing], { header: true, columns }))
}
