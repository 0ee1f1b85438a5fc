/** A list as somebody hands it in on the command line: a CSV or JSON, in our columns, in others, or one we know. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ListMovement, OfficialFormat } from './formats/format.ts'
import { readOfficial, recognisedFormat } from './formats/index.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import { jsonRows } from './read-json.ts'
import { ImportFault } from './report.ts'

export type ListFile = {
  /** Undefined: its columns are ours, or a map says what they hold. */
  readonly format: OfficialFormat | undefined
  readonly headings: readonly string[]
  readonly rows: AsyncIterable<CsvRow>
  /** That the list itself tells of. */
  readonly movements: readonly ListMovement[]
}

/**
 * @param path a file whose name ends in `.json` is JSON, any other CSV.
 * @param asIs its columns are not to be guessed: somebody has a map.
 * @throws ImportFault where the file cannot be read.
 */
export async function openList(path: string, asIs = false): Promise<ListFile> {
  const rowsAgain = await sourceOf(path)
  const first = await firstRow(rowsAgain())
  const headings = first?.headings ?? []
  const format = asIs || !first ? undefined : recognisedFormat(first)
  if (!format) return { format, headings, rows: rowsAgain(), movements: [] }
  const { rows, movements } = await readOfficial(format, rowsAgain(), await besideOf(path, format))
  return { format, headings, rows: each(rows), movements }
}

async function firstRow(rows: AsyncIterable<CsvRow>): Promise<CsvRow | undefined> {
  for await (const row of rows) return row
  return undefined
}

const isJson = (path: string) => /\.json$/i.test(path)

/** Reads a CSV anew each time, and JSON, which has to be in memory as a whole, once. */
async function sourceOf(path: string): Promise<() => AsyncIterable<CsvRow>> {
  if (!isJson(path)) return () => readCsv(path)
  const content = await readFile(path).catch(() => undefined)
  if (!content) throw new ImportFault('There is no such file.')
  const rows = jsonRows(content)
  return () => each(rows)
}

async function besideOf(path: string, { companions = [] }: OfficialFormat): Promise<CsvRow[]> {
  const beside: CsvRow[] = []
  for (const name of companions) {
    const companion = join(dirname(path), name)
    if (existsSync(companion)) for await (const row of (await sourceOf(companion))()) beside.push(row)
  }
  return beside
}

async function* each(rows: readonly CsvRow[]): AsyncGenerator<CsvRow> {
  yield* rows
}
