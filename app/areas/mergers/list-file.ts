/** An official list as somebody has sent it: a CSV in UTF-8, the first sheet of a workbook, or JSON. */
import { createBreath } from '../../platform/breath.ts'
import {
  type CsvRow,
  ImportFault,
  jsonSteps,
  looksLikeJson,
  readCsvContent,
  recognisedFormat,
} from '../authorities/index.ts'
import { openSheet, XlsxFault } from '../checklist/index.ts'
import type { ListHead } from './schema.ts'
import type { ListFormat } from './upload-store.ts'

/** Why a file is no list; message `mergers.new.fault.<code>`. */
export type FileFault =
  | 'broken'
  | 'encoding'
  | 'headings'
  | 'no-columns'
  | 'no-rows'
  | 'old-sheet'
  | 'too-large'
  | 'too-long'
  | 'unknown'

export class ListFault extends Error {
  readonly code: FileFault

  constructor(code: FileFault, cause?: unknown) {
    super(code, { cause })
    this.code = code
  }
}

/** Bytes: the municipalities of the largest country with forty columns are half of it. */
const mostBytes = 12_000_000
/** Bytes of a workbook unpacked, and letters of its cells. */
const mostUnpacked = 80_000_000
/** One list of all of Europe has two thirds of it. */
const mostRows = 150_000

/** What a file is: its content decides, not its name. It is read once to its end. @throws ListFault */
export async function lookAtList(
  content: Uint8Array,
): Promise<{ readonly format: ListFormat; readonly head: ListHead }> {
  const format = startOf(content)
  let head: ListHead | undefined
  for await (const row of rowsOf(format, content)) head ??= headIn(row)
  if (!head) throw new ListFault('no-rows')
  if (head.columns === 1) throw new ListFault('headings')
  return { format, head }
}

/** @throws ListFault */
export const formatOf = async (content: Uint8Array): Promise<ListFormat> => (await lookAtList(content)).format

/** What a file is, by how it begins. @throws ListFault where it is nothing that is read here. */
export function startOf(content: Uint8Array): ListFormat {
  const startsWith = (...bytes: readonly number[]) => bytes.every((byte, index) => content[index] === byte)
  if (content.length > mostBytes) throw new ListFault('too-large')
  if (startsWith(0x50, 0x4b)) return 'xlsx'
  // How spreadsheets were kept before 2007, and how those with a password still are.
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) throw new ListFault('old-sheet')
  // A picture, a text of two bytes a letter: nothing that is read here.
  if (content.includes(0)) throw new ListFault('unknown')
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (cause) {
    throw new ListFault('encoding', cause)
  }
  return looksLikeJson(content) ? 'json' : 'csv'
}

/** Row by row. @throws ListFault while reading. */
export async function* rowsOf(format: ListFormat, content: Uint8Array): AsyncGenerator<CsvRow> {
  let count = 0
  const breath = createBreath()
  try {
    for await (const row of readers[format](content)) {
      count += 1
      if (count > mostRows) throw new ListFault('too-long')
      // Who reads a page meanwhile must not wait for a whole country.
      await breath()
      yield row
    }
  } catch (cause) {
    throw faultOf(cause)
  }
}

const readers: Readonly<Record<ListFormat, (content: Uint8Array) => AsyncIterable<CsvRow>>> = {
  csv: readCsvContent,
  xlsx: rowsOfSheet,
  json: rowsOfJson,
}

async function* rowsOfJson(content: Uint8Array): AsyncGenerator<CsvRow> {
  const breath = createBreath()
  for (const row of jsonSteps(content)) {
    if (row) yield row
    else await breath()
  }
}

function faultOf(cause: unknown): unknown {
  if (cause instanceof ImportFault) return new ListFault('broken', cause)
  if (!(cause instanceof XlsxFault)) return cause
  const codes = { xlsxBroken: 'broken', xlsxEmpty: 'no-rows', xlsxTooLarge: 'too-large' } as const
  return new ListFault(codes[cause.code], cause)
}

async function* rowsOfSheet(content: Uint8Array): AsyncGenerator<CsvRow> {
  let headings: readonly string[] | undefined
  for await (const { row: line, record, typed } of (await openSheet(content, mostUnpacked)).lines) {
    if (!headings) {
      headings = record.map((heading) => heading.trim())
      continue
    }
    const cells: Record<string, string> = {}
    // A cell that a formula left broken is as unreadable as one with broken letters.
    headings.forEach((heading, index) => {
      cells[heading] = typed?.get(index)?.type === 'error' ? '\uFFFD' : (record[index] ?? '')
    })
    const tooMany = record.slice(headings.length).some((cell) => cell.trim() !== '')
    yield { line, headings, cells, ...(tooMany ? { fault: 'This row has more cells than there are headings.' } : {}) }
  }
}

/** The headings, each once. */
export async function headOf(format: ListFormat, content: Uint8Array): Promise<ListHead> {
  for await (const row of rowsOf(format, content)) return headIn(row)
  return { headings: [], samples: [], columns: 0 }
}

function headIn({ headings, cells }: CsvRow): ListHead {
  const named = [...new Set(headings)].filter((heading) => heading !== '')
  const samples = named.map((heading) => cells[heading] ?? '')
  const known = recognisedFormat({ headings: named, cells })?.name
  return { headings: named, samples, columns: headings.length, ...(known === undefined ? {} : { known }) }
}
