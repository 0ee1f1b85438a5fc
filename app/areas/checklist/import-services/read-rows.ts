/** Rows of cells as services, whatever kind of file they stand in. */
import { isInwardColumn, isPlainColumn, textColumn } from './csv-columns.ts'
import { serviceOfRow } from './csv-service.ts'
import { unguarded } from './csv-write.ts'
import type { ColumnChoice } from './propose-columns.ts'
import type { ImportFault, ImportRecord, ReadItem, ReadOptions } from './record.ts'
import { meantBy } from './xlsx/meant-rules.ts'
import type { TypedCell } from './xlsx/typed-cell.ts'

export type Line = {
  /** On which it begins. */
  readonly row: number
  readonly record: readonly string[]
  /** Of a spreadsheet: cells that hold no text, by their position. */
  readonly typed?: ReadonlyMap<number, TypedCell>
}

function* headerItems(headers: readonly string[], theirs: Theirs, language: string): Generator<ReadItem> {
  for (const column of ['source_id'] as const) {
    if (!headers.includes(column)) yield { fault: { row: 1, column, code: 'columnMissing' } }
  }
  for (const column of headers) {
    if (column !== '' && !isPlainColumn(column) && !isInwardColumn(column) && !textColumn(column, language)) {
      yield { note: { row: 1, column: theirs.get(column) ?? column, code: 'columnIgnored' } }
    }
  }
}

/** Headings that somebody has decided about, and that the file does not have. */
function* absentItems(headings: readonly string[], { id, columns }: ColumnChoice): Generator<ReadItem> {
  for (const column of new Set([id, ...Object.keys(columns)])) {
    if (!headings.includes(column)) yield { fault: { row: 1, column, code: 'columnMissing' } }
  }
}

/** Our columns → how they are called in the file. */
type Theirs = ReadonlyMap<string, string>
type Names = { readonly ours: readonly string[]; readonly idAt: number; readonly theirs: Theirs }

/** Headings as ours, and ours as they stand in the file. */
function namesOf(headings: readonly string[], columns: ColumnChoice | undefined, options: ReadOptions): Names {
  const ours = headings.map((heading) =>
    columns ? (columns.columns[heading] ?? '') : (options.columnOf?.(heading) ?? heading),
  )
  const theirs = new Map(ours.map((column, index) => [column, headings[index] ?? '']))
  if (columns?.id) theirs.set('source_id', columns.id)
  theirs.delete('')
  return { ours, idAt: columns ? headings.indexOf(columns.id) : ours.indexOf('source_id'), theirs }
}

/**
 * The first of the rows are the headings.
 *
 * @param columns which headings to read as what; without it, those that are ours.
 */
export async function* readRows(
  lines: AsyncIterable<Line>,
  options: ReadOptions,
  columns: ColumnChoice | undefined,
): AsyncGenerator<ReadItem> {
  let names: Names | undefined
  for await (const line of lines) {
    if (names) {
      yield* serviceIn(line, names, options)
      continue
    }
    const headings = line.record.map((header) => header.trim())
    names = namesOf(headings, columns, options)
    if (columns) yield* absentItems(headings, columns)
    else yield* headerItems(names.ours, names.theirs, options.language)
    if (names.idAt < 0) return
  }
}

function* serviceIn(line: Line, names: Names, options: ReadOptions): Generator<ReadItem> {
  const { row, record } = line
  const { ours, theirs } = names
  if (record.slice(ours.length).some((cell) => cell.trim() !== '')) {
    yield { fault: { row, column: theirs.get(ours.at(-1) ?? '') ?? '', code: 'tooManyCells' } }
  } else if (record.some((cell) => cell.trim() !== '')) {
    const { cells, faults } = cellsOf(line, names)
    yield { record: underTheirs(withFaults(serviceOfRow(row, cells, ours, options), faults), theirs) }
  }
}

/** By our columns; cells that are no text as somebody meant them. */
function cellsOf({ row, record, typed }: Line, { ours, idAt }: Names) {
  const cells = new Map<string, string>()
  const faults: ImportFault[] = []
  const put = (column: string, index: number) => {
    const cell = typed?.get(index)
    const meant = cell ? meantBy(column, cell) : { text: unguarded(record[index] ?? '') }
    if ('fault' in meant) faults.push({ row, column, code: meant.fault, value: record[index] ?? '' })
    cells.set(column, 'fault' in meant ? '' : meant.text)
  }
  ours.forEach((column, index) => {
    if (column !== '') put(column, index)
  })
  put('source_id', idAt)
  return {
    cells,
    faults: faults.filter(({ column }, index) => faults.findIndex((one) => one.column === column) === index),
  }
}

/** What is wrong with a cell itself takes the place of what its being empty would mean. */
function withFaults(record: ImportRecord, found: readonly ImportFault[]): ImportRecord {
  if (found.length === 0) return record
  const { sourceId } = record
  const columns = new Set(found.map(({ column }) => column))
  const faults = found.map((fault) => (sourceId === '' ? fault : { ...fault, sourceId }))
  return { ...record, faults: [...record.faults.filter(({ column }) => !columns.has(column)), ...faults] }
}

/** With the headings of the file instead of ours. */
function underTheirs(record: ImportRecord, theirs: Theirs): ImportRecord {
  const renamed = <T extends { readonly column: string }>(found: T): T => ({
    ...found,
    column: theirs.get(found.column) ?? found.column,
  })
  const { again } = record
  return {
    ...record,
    faults: record.faults.map(renamed),
    notes: record.notes.map(renamed),
    ...(again && {
      again: {
        ...again,
        read: (draft) => {
          const out = again.read(draft)
          return { ...out, faults: out.faults.map(renamed) }
        },
      },
    }),
    whereOf: (path) => renamed(record.whereOf(path)),
  }
}
