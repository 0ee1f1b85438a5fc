/** The services of a draft as a table to edit in a spreadsheet and bring back: a CSV, or an Excel workbook. */
import { stringify } from 'csv-stringify/sync'
import { cellOf, guarded, guardedText, headersFor, type OutgoingService } from './csv-write.ts'
import { workbookOf } from './xlsx/write-xlsx.ts'

export type TableOut = {
  readonly services: readonly OutgoingService[]
  /** Languages of the town; texts that do not say theirs are in the first. */
  readonly official: readonly string[]
  /** What a column is called; without it as in the guide. */
  readonly headingOf?: (column: string) => string
}

function tableOf({ services, official, headingOf }: TableOut, guard: (cell: string) => string): string[][] {
  const [language = 'en'] = official
  const headers = headersFor(services, official)
  const rows = services.map((each) => headers.map((header) => guard(cellOf(each, header, language))))
  return [headers.map((header) => headingOf?.(header) ?? header), ...rows]
}

export function servicesCsv(table: TableOut, delimiter: ',' | ';'): string {
  return stringify(tableOf(table, guarded), { bom: true, delimiter, record_delimiter: 'windows' })
}

/** @param sheet its name, and whether its columns begin on the right. */
export const servicesXlsx = (
  table: TableOut,
  sheet: { readonly name: string; readonly rightToLeft: boolean },
): Uint8Array<ArrayBuffer> => workbookOf(tableOf(table, guardedText), sheet)
