/** What a file is: its content decides, not its name. */
import { tablesOfZipBytes, ZipTooLarge } from './hsds-csv/open-tables.ts'
import { servicesTable, tableOf } from './hsds-csv/tables.ts'
import type { ServiceFormat } from './import-services.ts'
import { headingsOf } from './read-csv.ts'
import { isWorkbook, openSheet, XlsxFault } from './xlsx/read-sheet.ts'

export type UploadFault =
  | 'uploadEmpty'
  | 'uploadEmptySheet'
  | 'uploadOldSheet'
  | 'uploadSheet'
  | 'uploadTooLarge'
  | 'uploadUnknown'
  | 'uploadZip'

type Detected = { readonly format: ServiceFormat } | { readonly fault: UploadFault }

/** Letters are broken where a file is not UTF-8: such cells are refused one by one, with a sentence. */
export const decoded = (content: Uint8Array): string => new TextDecoder().decode(content)

/** Bytes. */
const longestStart = 4_000

const startsWith = (content: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, index) => content[index] === byte)

/** @param unpacked bytes that a zip file may hold. */
export async function formatOfContent(content: Uint8Array, unpacked: number): Promise<Detected> {
  if (startsWith(content, 0x50, 0x4b)) return zipFormat(content, unpacked)
  // How spreadsheets were kept before 2007, and how those with a password still are.
  if (startsWith(content, 0xd0, 0xcf, 0x11, 0xe0)) return { fault: 'uploadOldSheet' }
  // A picture, a document of a word processor, text in two bytes a letter: nothing that is read here.
  if (content.includes(0)) return { fault: 'uploadUnknown' }
  // The beginning tells it: a directory of a country is not unfolded for that.
  if (/^\s*[[{]/.test(decoded(content.subarray(0, longestStart)))) return { format: 'hsds-json' }
  const text = decoded(content).trim()
  if (text === '') return { fault: 'uploadEmpty' }
  if (/^[[{]/.test(text)) return { format: 'hsds-json' }
  return (await looksLikeRows(text)) ? { format: 'csv' } : { fault: 'uploadUnknown' }
}

async function zipFormat(content: Uint8Array, most: number): Promise<Detected> {
  const workbook = await isWorkbook(content, most).catch(() => false)
  return workbook ? workbookFormat(content, most) : tablesFormat(content, most)
}

/** Reads everything once: a file that breaks off, or is larger than it says, must not be met later. */
async function workbookFormat(content: Uint8Array, most: number): Promise<Detected> {
  let [rows, columns] = [0, 0]
  try {
    for await (const { record } of (await openSheet(content, most)).lines) {
      rows += 1
      columns = Math.max(columns, record.length)
    }
  } catch (error) {
    if (!(error instanceof XlsxFault)) throw error
    const faults = { xlsxBroken: 'uploadSheet', xlsxEmpty: 'uploadEmptySheet', xlsxTooLarge: 'uploadTooLarge' } as const
    return { fault: faults[error.code] }
  }
  return rows > 1 && columns > 1 ? { format: 'xlsx' } : { fault: 'uploadEmptySheet' }
}

/** Unpacks everything once: a file that says it is small and is not must not be met later. */
async function tablesFormat(content: Uint8Array, most: number): Promise<Detected> {
  let hasServices = false
  try {
    for await (const file of tablesOfZipBytes(content, most).tables) {
      hasServices ||= tableOf(file.name) === servicesTable
      // Read to its end, so that its size and its sum are checked.
      for await (const _ of file.content());
    }
  } catch (error) {
    return { fault: error instanceof ZipTooLarge ? 'uploadTooLarge' : 'uploadUnknown' }
  }
  return hasServices ? { format: 'hsds-csv' } : { fault: 'uploadZip' }
}

/** Two columns at least, and a row below their headings. */
async function looksLikeRows(text: string): Promise<boolean> {
  return text.includes('\n') && (await headings(text)).length > 1
}

/** The first row of a list; empty where it cannot be split into cells. */
async function headings(text: string): Promise<readonly string[]> {
  // The rest does not matter, and may be long.
  const start = text.split('\n').slice(0, 20).join('\n')
  return headingsOf(`${start}\n`).catch(() => [])
}

/** The first row of a table; empty for formats whose fields have fixed names. */
export async function headingsIn(
  format: ServiceFormat,
  content: Uint8Array,
  unpacked: number,
): Promise<readonly string[]> {
  if (format === 'csv') return headings(decoded(content))
  if (format !== 'xlsx') return []
  for await (const { record } of (await openSheet(content, unpacked)).lines) {
    return record.map((heading) => heading.trim())
  }
  return []
}
