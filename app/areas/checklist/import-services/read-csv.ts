/** Reads a CSV of services row by row: commas, semicolons or tabs, UTF-8 with or without a byte order mark. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ColumnChoice } from './propose-columns.ts'
import { type Line, readRows } from './read-rows.ts'
import type { ImportText, ReadItem, ReadOptions } from './record.ts'

/** The character between cells: whichever of the three the header has most of. */
function delimiterOf(start: string): string {
  const header = start.split(/\r?\n/, 1)[0] ?? ''
  const count = (character: string) => header.split(character).length
  return ['\t', ';', ','].reduce((best, each) => (count(each) > count(best) ? each : best), ',')
}

export async function* bytesOf(input: ImportText): AsyncGenerator<Buffer> {
  if (typeof input === 'string') yield Buffer.from(input)
  else for await (const chunk of input) yield Buffer.from(chunk)
}

/** A character that the database cannot hold is as broken as one that is no letter at all. */
const withoutNought = (cell: string): string => cell.replaceAll('\0', '\ufffd')

/** Each row with the line it begins on. */
export async function* linesOf(input: ImportText): AsyncGenerator<Line> {
  const chunks = bytesOf(input)
  const first = await chunks.next()
  const start = first.done ? Buffer.alloc(0) : first.value
  async function* all(): AsyncGenerator<Buffer> {
    yield start
    yield* chunks
  }
  const delimiter = delimiterOf(start.toString('utf8'))
  const parser = parse({
    bom: true,
    delimiter,
    // Spaces before a quotation mark are nobody's; tabs may be the ends of cells.
    trim: delimiter !== '\t',
    relax_column_count: true,
    max_record_size: 1_000_000,
  })
  const source = Readable.from(all())
  source.on('error', (error) => parser.destroy(error))
  // Counted here, because cells may hold line breaks, of two characters in files from Windows.
  let row = 1
  for await (const record of source.pipe(parser) as AsyncIterable<readonly string[]>) {
    yield { row, record: record.some((cell) => cell.includes('\0')) ? record.map(withoutNought) : record }
    row += 1
    for (const cell of record)
      if (cell.includes('\n') || cell.includes('\r')) row += cell.split(/\r\n|\r|\n/).length - 1
  }
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

/** The first row. @throws {CsvError} */
export async function headingsOf(input: ImportText): Promise<string[]> {
  for await (const { record } of linesOf(input)) return record.map((heading) => heading.trim())
  return []
}
