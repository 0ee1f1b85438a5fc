/** Reads the first sheet of an Excel workbook row by row, as a CSV is read. */
import type { ColumnChoice } from '../propose-columns.ts'
import { readRows } from '../read-rows.ts'
import type { ReadItem, ReadOptions } from '../record.ts'
import type { WorkbookSource } from './open-package.ts'
import { openSheet, XlsxFault } from './read-sheet.ts'

/** @param most bytes that may be unpacked. */
export async function* readXlsx(
  { workbook, most }: { readonly workbook: WorkbookSource; readonly most: number },
  options: ReadOptions,
  columns?: ColumnChoice,
): AsyncGenerator<ReadItem> {
  try {
    const { others, lines } = await openSheet(workbook, most)
    for (const column of others) yield { note: { row: 1, column, code: 'sheetIgnored' } }
    yield* readRows(lines, options, columns)
  } catch (error) {
    if (!(error instanceof XlsxFault)) throw error
    yield { fault: { row: Math.max(1, error.row), column: '', code: error.code } }
  }
}
