/** Reads a CSV of services row by row: commas, semicolons or tabs, UTF-8 with or without a byte order mark. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { isPlainColumn, textColumn } from './csv-columns.ts'
import { serviceOfRow } from './csv-service.ts'
import { unguarded } from './csv-write.ts'
import type { ColumnChoice } from './propose-columns.ts'
import type { ImportFault, ImportNote, ImportRecord, ImportText, ReadOptions } from './record.ts'

export type ReadItem =
  | { readonly record: ImportRecord }
  | { readonly fault: ImportFault }
  | { readonly note: ImportNote }

type Line = { readonly row: number; readonly record: readonly string[] }

/** The character between cells: whichever of the three the header has most of. */
function delimiterOf(start: string): string {
  const header = start.split(/\r?\n/, 1)[0] ?? ''
  const count = (character: string) => header.split(character).length
  return ['\t', ';', ','].reduce((best, each) => (count(each) > count(best) ? each : best), ',')
}

async function* chunksOf(input: ImportText): AsyncGenerator<Buffer> {
  if (typeof input === 'string') yield Buffer.from(input)
  else for await (const chunk of input) yield Buffer.from(chunk)
}

/** Each row with the line it begins on. */
export async function* linesOf(input: ImportText): AsyncGenerator<Line> {
  const chunks = chunksOf(input)
  const first = await chunks.next()
  const start = first.done ? Buffer.alloc(0) : first.value
  async function* all(): AsyncGenerator<Buffer> {
    yield start
    yield* chunks
  }
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(start.toString('utf8')),
    relax_column_count: true,
    max_record_size: 1_000_000,
  })
  const source = Readable.from(all())
  source.on('error', (error) => parser.destroy(error))
  // Counted here, because cells may hold line breaks, of two characters in files from Windows.
  let row = 1
  for await (const record of source.pipe(parser) as AsyncIterable<readonly string[]>) {
    yield { row, record }
    row += 1
    for (const cell of record)
      if (cell.includes('\n') || cell.includes('\r')) row += cell.split(/\r\n|\r|\n/).length - 1
  }
}

function* headerItems(headers: readonly string[], language: string): Generator<ReadItem> {
  for (const column of ['source_id'] as const) {
    if (!headers.includes(column)) yield { fault: { row: 1, column, code: 'columnMissing' } }
  }
  for (const column of headers) {
    if (column !== '' && !isPlainColumn(column) && !textColumn(column, language)) {
      yield { note: { row: 1, column, code: 'columnIgnored' } }
    }
  }
}

/** Headings as ours, and ours as they stand in the file. */
function namesOf(headings: readonly string[], columns: ColumnChoice | undefined) {
  const ours = headings.map((heading) => (columns ? (columns.columns[heading] ?? '') : heading))
  const theirs = new Map(ours.map((column, index) => [column, headings[index] ?? '']))
  if (columns?.id) theirs.set('source_id', columns.id)
  theirs.delete('')
  return { ours, idAt: columns ? headings.indexOf(columns.id) : ours.indexOf('source_id'), theirs }
}

/**
 * A line that cannot be split into cells ends the reading: what follows it could be anything.
 *
 * @param columns which headings to read as what; without it, those that are ours.
 */
export async function* readCsv(
  input: ImportText,
  options: ReadOptions,
  columns?: ColumnChoice,
): AsyncGenerator<ReadItem> {
  try {
    yield* readRows(linesOf(input), options, columns)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const lines: unknown = error['lines']
    yield { fault: { row: typeof lines === 'number' ? lines : 1, column: '', code: 'csvBroken' } }
  }
}

/** Rows of cells, the first of them the headings. */
async function* readRows(
  lines: AsyncIterable<Line>,
  options: ReadOptions,
  columns: ColumnChoice | undefined,
): AsyncGenerator<ReadItem> {
  let names: ReturnType<typeof namesOf> | undefined
  for await (const { row, record } of lines) {
    if (!names) {
      names = namesOf(
        record.map((header) => header.trim()),
        columns,
      )
      if (!columns) yield* headerItems(names.ours, options.language)
      if (names.idAt < 0) return
      continue
    }
    const { ours, idAt, theirs } = names
    const cells = new Map(ours.map((header, index) => [header, unguarded(record[index] ?? '')]))
    cells.delete('')
    cells.set('source_id', unguarded(record[idAt] ?? ''))
    if (record.slice(ours.length).some((cell) => cell.trim() !== '')) {
      yield { fault: { row, column: theirs.get(ours.at(-1) ?? '') ?? '', code: 'tooManyCells' } }
    } else if (record.some((cell) => cell.trim() !== '')) {
      const read = serviceOfRow(row, cells, ours, options)
      yield { record: columns ? underTheirs(read, theirs) : read }
    }
  }
}

/** With the headings of the file instead of ours. */
function underTheirs(record: ImportRecord, theirs: ReadonlyMap<string, string>): ImportRecord {
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
      again: { ...again, read: (draft) => ({ ...again.read(draft), faults: again.read(draft).faults.map(renamed) }) },
    }),
    whereOf: (path) => renamed(record.whereOf(path)),
  }
}

/** The first row. @throws {CsvError} */
export async function headingsOf(input: ImportText): Promise<string[]> {
  for await (const { record } of linesOf(input)) return record.map((heading) => heading.trim())
  return []
}
