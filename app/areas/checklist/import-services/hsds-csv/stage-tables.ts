/** Reads the files of a directory in HSDS CSV into the staging tables, some thousand rows at a time. */
import { CsvError } from 'csv-parse'
import type { Db } from '../../../../platform/db/tables.ts'
import { linesOf } from '../read-csv.ts'
import type { ImportFault, ImportTables, ReadItem, TableFile } from '../record.ts'
import {
  type CellFault,
  type HsdsRow,
  type StagedPart,
  type StagedService,
  stageParts,
  stageServices,
} from './staging-store.ts'
import { type HsdsTable, keyOf, keysOf, servicesTable, tableOf } from './tables.ts'

const batchSize = 4_000

/**
 * Stages every file, and yields what is to be reported about the files themselves.
 *
 * @returns whether all could be read to their end: else nobody knows what is missing from a service.
 */
export async function* stageTables(tx: Db, { tables }: ImportTables): AsyncGenerator<ReadItem, boolean> {
  const found = new Set<HsdsTable>()
  let whole = true
  for await (const file of tables) {
    const table = tableOf(file.name)
    if (!table) yield { note: { row: 1, column: file.name, code: 'fileIgnored' } }
    else if (found.has(table)) {
      yield { fault: { row: 1, column: file.name, code: 'fileTwice' } }
      whole = false
    } else {
      found.add(table)
      const fault = await stageFile(tx, table, file)
      if (fault) yield { fault }
      whole &&= !fault
    }
  }
  if (found.has(servicesTable)) return whole
  yield { fault: { row: 1, column: servicesTable.file, code: 'fileMissing' } }
  return false
}

/** @returns why it could not be read to its end. */
async function stageFile(tx: Db, table: HsdsTable, file: TableFile): Promise<ImportFault | undefined> {
  const batch = batchFor(tx, table)
  let shape: FileShape | undefined
  try {
    for await (const { row, record } of linesOf(file.content())) {
      if (shape) await batch.add(row, record, shape)
      else {
        shape = shapeOf(table, record)
        if (!shape.positions.has('id')) return { row: 1, column: columnIn(table, 'id'), code: 'columnMissing' }
      }
    }
    await batch.end()
    return undefined
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const lines: unknown = error['lines']
    return { row: typeof lines === 'number' ? lines : 1, column: table.file, code: 'csvBroken' }
  }
}

type ReadColumn = {
  readonly column: string
  /** As the file calls it. */
  readonly heading: string
  readonly at: number
  readonly isNumber: boolean
}

/** Where a file has the columns that are read. */
type FileShape = {
  readonly width: number
  readonly positions: ReadonlyMap<string, number>
  readonly columns: readonly ReadColumn[]
}

function shapeOf(table: HsdsTable, headings: readonly string[]): FileShape {
  const renamed = table.older?.columns ?? {}
  const theirs = headings.map((heading) => heading.trim().toLowerCase())
  const named = theirs.map((heading) => renamed[heading] ?? heading)
  const positions = new Map(named.map((column, index) => [column, index]))
  const columns = [...positions].flatMap(([column, at]) =>
    table.columns.includes(column) || column in renamed
      ? [{ column, heading: theirs[at] ?? column, at, isNumber: table.numbers.has(column) }]
      : [],
  )
  return { width: headings.length, positions, columns }
}

/** `phones.csv: number` */
export const columnIn = ({ file }: { readonly file: string }, column: string): string =>
  column === '' ? file : `${file}: ${column}`

function batchFor(tx: Db, table: HsdsTable) {
  const isServices = table === servicesTable
  let rows: StagedService[] = []
  let parts: StagedPart[] = []
  let writing = Promise.resolve()
  // While the database writes one batch, the next is read here.
  const write = async () => {
    const [ready, readyParts] = [rows, parts]
    rows = []
    parts = []
    await writing
    writing = stageServices(tx, ready).then(() => stageParts(tx, readyParts))
    // Whoever writes next awaits it; until then its failure is nobody's.
    writing.catch(() => undefined)
  }
  return {
    add: async (row: number, record: readonly string[], { width, positions, columns }: FileShape) => {
      if (record.every((cell) => cell.trim() === '')) return
      const cells = (column: string) => record[positions.get(column) ?? -1]?.trim() ?? ''
      const staged = rowOf(table, row, record, columns)
      if (!staged) return
      const tooMany = record.length > width && record.slice(width).some((cell) => cell.trim() !== '')
      const faults: StagedPart['faults'] = tooMany ? [{ column: '', code: 'tooManyCells' }] : staged.faults
      if (isServices) rows.push({ ...staged, faults, key: keyOf('service', cells('id')) })
      else for (const key of keysOf(table, cells)) parts.push({ ...staged, faults, key })
      if (rows.length + parts.length >= batchSize) await write()
    },
    end: async () => {
      await write()
      await writing
    },
  }
}

/** Undefined where it says nothing. */
function rowOf(
  table: HsdsTable,
  row: number,
  record: readonly string[],
  columns: readonly ReadColumn[],
): HsdsRow | undefined {
  const data: Record<string, string | number> = {}
  const faults: CellFault[] = []
  for (const { column, heading, at, isNumber } of columns) {
    const value = record[at]?.trim() ?? ''
    if (value === '') continue
    if (value.includes('\ufffd')) faults.push({ column: heading, code: 'notUtf8' })
    if (!isNumber) data[column] = value
    else if (Number.isFinite(Number(value))) data[column] = Number(value)
    else faults.push({ column: heading, code: 'notANumber', value })
  }
  const said = table.older?.renewed ? table.older.renewed(data) : data
  return said && { file: table.file, row, data: said, faults: faults.length > 0 ? faults : null }
}
