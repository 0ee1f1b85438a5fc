/** Reads a CSV file row by row: the memory it needs does not grow with the file. */
import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type CsvError, parse } from 'csv-parse'
import { ImportFault } from './report.ts'

/** One row as it stands in the file; `fault` where it has more or fewer cells than the header. */
export type CsvRow = {
  readonly line: number
  readonly headings: readonly string[]
  /** By heading. */
  readonly cells: Readonly<Record<string, string>>
  readonly fault?: string
}

/** Rows that a program made, numbered as if they stood in a file below a header. Not all need have all columns. */
export async function* rowsOf(records: Iterable<Readonly<Record<string, string>>>): AsyncGenerator<CsvRow> {
  let line = 1
  for (const cells of records) yield { line: ++line, headings: Object.keys(cells), cells }
}

/**
 * The rows of a file in UTF-8 (a byte order mark is fine), separated by comma, semicolon or tabulator, whichever its
 * header holds most of; a name that ends in `.gz` is unpacked.
 *
 * @throws ImportFault where the file cannot be read or is no CSV.
 */
export async function* readCsv(path: string): AsyncGenerator<CsvRow> {
  // Opened once it is known that it can be: nobody listens before.
  const delimiter = delimiterOf(await firstLine(path))
  yield* rowsIn(open(path), delimiter)
}

/** As `readCsv`, of a file that somebody has sent. @throws ImportFault where it is no CSV. */
export async function* readCsvContent(content: Uint8Array): AsyncGenerator<CsvRow> {
  const end = content.indexOf(0x0a)
  const header = new TextDecoder().decode(content.subarray(0, end < 0 ? undefined : end))
  yield* rowsIn(Readable.from(pieces(content)), delimiterOf(header))
}

/** A piece at a time: the parser makes rows of all that it gets before anybody takes one. */
function* pieces(content: Uint8Array, size = 65_536): Generator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function* rowsIn(file: Readable, delimiter: string): AsyncGenerator<CsvRow> {
  let headings: string[] = []
  const parser = parse({
    bom: true,
    delimiter,
    columns: (header: string[]) => {
      headings = headingsOf(header)
      return headings
    },
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  pipeline(file, parser, () => undefined)
  try {
    for await (const row of parser) yield { headings, ...csvRow(row) }
  } catch (error) {
    throw readingFault(error)
  }
}

function headingsOf(header: string[]): string[] {
  const trimmed = header.map((heading) => heading.trim())
  const twice = trimmed.find((heading, index) => heading !== '' && trimmed.indexOf(heading) !== index)
  if (twice !== undefined) throw new ImportFault(`The file has two columns with the heading ${twice}.`)
  return trimmed
}

type Parsed = {
  readonly record: Record<string, string>
  readonly info: { readonly lines: number; readonly error?: CsvError | undefined }
}

function csvRow({ record, info }: Parsed): Omit<CsvRow, 'headings'> {
  // `lines` counts to the end of the row: a row with line breaks in its cells begins earlier.
  const breaks = Object.values(record).reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0)
  const row = { line: info.lines - breaks, cells: record }
  return info.error ? { ...row, fault: 'This row has not as many cells as the header.' } : row
}

function open(path: string): Readable {
  const file = createReadStream(path)
  return path.endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file
}

async function firstLine(path: string): Promise<string> {
  let text = ''
  const stream = open(path)
  try {
    for await (const chunk of stream) {
      text += chunk.toString('utf8')
      if (text.includes('\n')) break
    }
  } catch (error) {
    throw readingFault(error)
  } finally {
    stream.destroy()
  }
  return text.split('\n', 1)[0] ?? ''
}

function delimiterOf(header: string): string {
  const count = (delimiter: string) => header.split(delimiter).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function readingFault(error: unknown): ImportFault {
  if (error instanceof ImportFault) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const line = error instanceof Error && 'lines' in error ? ` near line ${Number(error.lines)}` : ''
  if (code === 'ENOENT') return new ImportFault('There is no such file.')
  if (code.startsWith('CSV_'))
    return new ImportFault(`The file is not valid CSV${line}: check the quotation marks there.`)
  return new ImportFault(`The file cannot be read (${code || 'unknown reason'}).`)
}
