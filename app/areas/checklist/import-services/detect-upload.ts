/** What a file is: its content decides, not its name. */
import { tablesOfZipBytes, ZipTooLarge } from './hsds-csv/open-tables.ts'
import { servicesTable, tableOf } from './hsds-csv/tables.ts'
import type { ServiceFormat } from './import-services.ts'
import { headingsOf } from './read-csv.ts'

export type UploadFault = 'uploadEmpty' | 'uploadUnknown' | 'uploadZip' | 'uploadTooLarge'

/** Letters are broken where a file is not UTF-8: such cells are refused one by one, with a sentence. */
export const decoded = (content: Uint8Array): string => new TextDecoder().decode(content)

/** @param unpacked bytes that a zip file may hold. */
export async function formatOfContent(
  content: Uint8Array,
  unpacked: number,
): Promise<{ readonly format: ServiceFormat } | { readonly fault: UploadFault }> {
  if (content.length > 1 && content[0] === 0x50 && content[1] === 0x4b) return zipFormat(content, unpacked)
  // A picture, a document of a word processor, text in two bytes a letter: nothing that is read here.
  if (content.includes(0)) return { fault: 'uploadUnknown' }
  const text = decoded(content).trim()
  if (text === '') return { fault: 'uploadEmpty' }
  if (/^[[{]/.test(text)) return { format: 'hsds-json' }
  return (await looksLikeRows(text)) ? { format: 'csv' } : { fault: 'uploadUnknown' }
}

/** Unpacks everything once: a file that says it is small and is not must not be met later. */
async function zipFormat(
  content: Uint8Array,
  most: number,
): Promise<{ format: ServiceFormat } | { fault: UploadFault }> {
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
export async function headings(text: string): Promise<readonly string[]> {
  // The rest does not matter, and may be long.
  const start = text.split('\n').slice(0, 20).join('\n')
  return headingsOf(`${start}\n`).catch(() => [])
}
