/** Reads the files of a directory in HSDS CSV into the staging tables, a thousand rows at a time. */
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

const batchSize = 1_000

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
  let positions: ReadonlyMap<string, number> | undefined
  let width = 0
  try {
    for await (const { row, record } of linesOf(file.content())) {
      if (positions) await batch.add(row, record, positions, width)
      else {
        positions = new Map(record.map((heading, index) => [heading.trim().toLowerCase(), index]))
        width = record.length
        if (!positions.has('id')) return { row: 1, column: columnIn(table, 'id'), code: 'columnMissing' }
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

/** `phones.csv: number` */
export const columnIn = ({ file }: { readonly file: string }, column: string): string =>
  column === '' ? file : `${file}: ${column}`

function batchFor(tx: Db, table: HsdsTable) {
  const isServices = table === servicesTable
  let rows: StagedService[] = []
  let parts: StagedPart[] = []
  const write = async () => {
    await stageServices(tx, rows)
    await stageParts(tx, parts)
    rows = []
    parts = []
  }
  return {
    add: async (row: number, record: readonly string[], positions: ReadonlyMap<string, number>, width: number) => {
      if (record.every((cell) => cell.trim() === '')) return
      const cells = (column: string) => record[positions.get(column) ?? -1]?.trim() ?? ''
      const staged = rowOf(table, row, cells)
      const tooMany = record.slice(width).some((cell) => cell.trim() !== '')
      const faults: StagedPart['faults'] = tooMany ? [{ column: '', code: 'tooManyCells' }] : staged.faults
      if (isServices) rows.push({ ...staged, faults, key: keyOf('service', cells('id')) })
      else for (const key of keysOf(table, cells)) parts.push({ ...staged, faults, key })
      if (rows.length + parts.length >= batchSize) await write()
    },
    end: write,
  }
}

function rowOf(table: HsdsTable, row: number, cells: (column: string) => string): HsdsRow {
  const data: Record<string, string | number> = {}
  const faults: CellFault[] = []
  for (const column of table.columns) {
    const value = cells(column)
    if (value === '') continue
    if (value.includes('\ufffd')) faults.push({ column, code: 'notUtf8' })
    if (!table.numbers.has(column)) data[column] = value
    else if (Number.isFinite(Number(value))) data[column] = Number(value)
    else faults.push({ column, code: 'notANumber', value })
  }
  return { file: table.file, row, data, faults: faults.length > 0 ? faults : null }
}
