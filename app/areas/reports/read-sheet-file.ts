/** The rows of a file that comes back, sheet by sheet. */
import { openSheet, XlsxFault } from '../checklist/index.ts'
import { type SheetName, type SheetRow, type SheetRows, sheetMark, sheetNames, valueColumn } from './sheet-rules.ts'

/** A report of five hundred measures takes two. */
const mostUnpacked = 20_000_000
const mostRows = 10_000

async function rowsIn(content: Uint8Array, sheet: SheetName) {
  const rows: SheetRow[] = []
  let mark = ''
  const { lines } = await openSheet(content, mostUnpacked, sheetNames.indexOf(sheet))
  for await (const { row, record, typed } of lines) {
    if (rows.length > mostRows) throw new XlsxFault('xlsxTooLarge', row, undefined)
    // A number that a program has made of what was typed is exact: its point is no sign between thousands.
    const cells = record.map((text, place) => {
      const found = typed?.get(place)
      const isValue = sheet === 'indicators' && place === valueColumn
      return isValue && found?.type === 'number' ? Number(found.exact).toFixed(6) : text
    })
    if (row === 1) mark = (record[0] ?? '').trim()
    else if (cells.some((one) => one.trim() !== '')) rows.push({ row, cells })
  }
  return { rows, mark }
}

/** `broken`: no workbook, or one without these sheets; `other`: of another report. */
export async function rowsOfFile(content: Uint8Array, report: string): Promise<SheetRows | 'broken' | 'other'> {
  try {
    const [measures, indicators, questions] = await Promise.all(sheetNames.map((sheet) => rowsIn(content, sheet)))
    if (!measures || !indicators || !questions) return 'broken'
    if (measures.mark !== sheetMark(report)) return 'other'
    return { measures: measures.rows, indicators: indicators.rows, questions: questions.rows }
  } catch (error) {
    if (error instanceof XlsxFault) return 'broken'
    throw error
  }
}
