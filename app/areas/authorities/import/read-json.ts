/** A list as JSON: an array of objects, each a row. */
import type { CsvRow } from './read-csv.ts'
import { ImportFault } from './report.ts'

/** Whether a file looks like JSON at all. */
export function looksLikeJson(content: Uint8Array): boolean {
  const start = new TextDecoder()
    .decode(content.subarray(0, 64))
    .replace(/^\uFEFF/, '')
    .trimStart()
  return start.startsWith('[') || start.startsWith('{')
}

/**
 * The line of a row is its place in the array, the first being 2 as below a header. What an object holds in an object is
 * under `outer.inner`; several values of an array are one cell, separated by semicolons.
 *
 * @returns rows, and undefined each time that somebody else may be let through: all headings are read before the first row.
 * @throws ImportFault where it is no list.
 */
export function* jsonSteps(content: Uint8Array): Generator<CsvRow | undefined> {
  const named = new Set<string>()
  const all: Record<string, string>[] = []
  for (const record of recordsIn(content)) {
    const cells = flat(record)
    for (const heading of Object.keys(cells)) named.add(heading)
    all.push(cells)
    yield undefined
  }
  const headings = [...named]
  for (const [index, cells] of all.entries()) yield { line: index + 2, headings, cells }
}

/** The rows at once. @throws ImportFault where it is no list. */
export const jsonRows = (content: Uint8Array): readonly CsvRow[] => [
  ...jsonSteps(content).filter((row) => row !== undefined),
]

const noJson = () => new ImportFault('The file is not valid JSON in UTF-8.')

function* recordsIn(content: Uint8Array): Generator<object> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for (const bytes of elementsOf(content)) {
    let value: unknown
    try {
      value = JSON.parse(decoder.decode(bytes))
    } catch {
      throw noJson()
    }
    if (!isObject(value)) throw new ImportFault('The file of JSON holds something that is no object.')
    yield value
  }
}

const [quote, backslash, comma, mark] = [0x22, 0x5c, 0x2c, 0xef]
const [arrayStart, arrayEnd, objectStart, objectEnd] = [0x5b, 0x5d, 0x7b, 0x7d]
const isBlank = (byte: number | undefined) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09

/** Where the array begins. */
function startOfArray(content: Uint8Array): number {
  let at = content[0] === mark ? 3 : 0
  while (isBlank(content[at])) at += 1
  if (content[at] === arrayStart) return at
  throw content[at] === objectStart
    ? new ImportFault('The file of JSON is no list: an array of objects is needed.')
    : noJson()
}

const deeper = (byte: number): number => {
  if (byte === arrayStart || byte === objectStart) return 1
  return byte === arrayEnd || byte === objectEnd ? -1 : 0
}

/** The bytes of each element of an array; whether they are JSON is for others to say. */
function* elementsOf(content: Uint8Array): Generator<Uint8Array> {
  let at = startOfArray(content)
  let [begin, depth, count] = [at + 1, 1, 0]
  while (depth > 0) {
    at += 1
    const byte = content[at]
    if (byte === undefined) throw noJson()
    if (byte === quote) at = endOfText(content, at)
    depth += deeper(byte)
    if (!(depth === 1 && byte === comma) && depth !== 0) continue
    const element = content.subarray(begin, at)
    begin = at + 1
    count += 1
    // An array may hold nothing at all, but nothing between its commas.
    if (depth === 0 && count === 1 && element.every(isBlank)) break
    yield element
  }
  if (!content.subarray(at + 1).every(isBlank)) throw noJson()
}

/** @returns where the quotation mark stands that ends it. */
function endOfText(content: Uint8Array, start: number): number {
  for (let at = start + 1; at < content.length; at += 1) {
    if (content[at] === backslash) at += 1
    else if (content[at] === quote) return at
  }
  throw noJson()
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function flat(record: object): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const [heading, value] of Object.entries(record)) {
    if (isObject(value)) for (const [inner, text] of Object.entries(flat(value))) cells[`${heading}.${inner}`] = text
    else cells[heading] = textOf(value)
  }
  return cells
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(textOf).join(';') : String(value)
}
