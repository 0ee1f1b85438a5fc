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
 * @throws ImportFault where it is no list.
 */
export function jsonRows(content: Uint8Array): readonly CsvRow[] {
  const all = recordsIn(content).map(flat)
  const named = new Set<string>()
  for (const cells of all) for (const heading of Object.keys(cells)) named.add(heading)
  const headings = [...named]
  return all.map((cells, index) => ({ line: index + 2, headings, cells }))
}

function recordsIn(content: Uint8Array): readonly object[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content))
  } catch {
    throw new ImportFault('The file is not valid JSON in UTF-8.')
  }
  if (!Array.isArray(parsed)) throw new ImportFault('The file of JSON is no list: an array of objects is needed.')
  if (!parsed.every(isObject)) throw new ImportFault('The file of JSON holds something that is no object.')
  return parsed
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
