/** Reads a CSV of services row by row: commas, semicolons or tabs, UTF-8 with or without a byte order mark. */
import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { isPlainColumn, textColumn } from './csv-columns.ts'
import { serviceOfRow } from './csv-service.ts'
import type { ImportFault, ImportInput, ImportNote, ImportRecord, ReadOptions } from './record.ts'

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

async function* chunksOf(input: ImportInput): AsyncGenerator<Buffer> {
  if (typeof input === 'string') yield Buffer.from(input)
  else for await (const chunk of input) yield Buffer.from(chunk)
}

async function* linesOf(input: ImportInput): AsyncGenerator<Line> {
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
    row += record.join('').split(/\r\n|\r|\n/).length
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

/** A line that cannot be split into cells ends the reading: what follows it could be anything. */
export async function* readCsv(input: ImportInput, options: ReadOptions): AsyncGenerator<ReadItem> {
  let headers: readonly string[] | undefined
  try {
    for await (const { row, record } of linesOf(input)) {
      if (!headers) {
        headers = record.map((header) => header.trim())
        yield* headerItems(headers, options.language)
        if (!headers.includes('source_id')) return
        continue
      }
      const cells = new Map(headers.map((header, index) => [header, record[index] ?? '']))
      if (record.slice(headers.length).some((cell) => cell.trim() !== '')) {
        yield { fault: { row, column: headers.at(-1) ?? '', code: 'tooManyCells' } }
      } else if (record.some((cell) => cell.trim() !== '')) {
        yield { record: serviceOfRow(row, cells, headers, options) }
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const lines: unknown = error['lines']
    yield { fault: { row: typeof lines === 'number' ? lines : 1, column: '', code: 'csvBroken' } }
  }
}
