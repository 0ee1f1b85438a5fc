/** The files of a directory in HSDS CSV: of a folder, of a zip file, or of a zip in memory. */
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import type { ImportTables, TableFile } from '../record.ts'

const isTable = (name: string): boolean => /\.csv$/i.test(name) && !/^(?:\.|__MACOSX)/.test(name)

/** In the order of their names. */
export function tablesOfFolder(folder: string): ImportTables {
  async function* tables(): AsyncGenerator<TableFile> {
    for (const name of (await readdir(folder)).sort()) {
      if (isTable(name)) yield { name, content: () => createReadStream(join(folder, name)) }
    }
  }
  return { tables: tables() }
}

/** @throws {ZipFault} while reading. */
export const tablesOfZip = (path: string): ImportTables => ({ tables: tablesIn(() => openPromise(path)) })

/** There is no zip file, or it is damaged. The message says so to whoever brought it. */
export class ZipFault extends Error {}

/** The zip expands to more than was allowed. */
export class ZipTooLarge extends Error {}

/** @param most bytes of all its files together, once unpacked. @throws {ZipTooLarge} while reading. */
export function tablesOfZipBytes(bytes: Uint8Array, most: number): ImportTables {
  return { tables: tablesIn(() => fromBufferPromise(Buffer.from(bytes)), most) }
}

async function* tablesIn(open: () => Promise<ZipFile>, most = Number.POSITIVE_INFINITY): AsyncGenerator<TableFile> {
  const zip = await open().catch(() => {
    throw new ZipFault('This is not a zip file that can be read.')
  })
  let left = most
  const content = (entry: Entry) =>
    (async function* () {
      // What an entry says of its size is checked while it is unpacked.
      left -= entry.uncompressedSize
      if (left < 0) throw new ZipTooLarge()
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    })()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = basename(entry.fileName)
      if (isTable(name) && !entry.fileName.startsWith('__MACOSX')) yield { name, content: () => content(entry) }
    }
  } finally {
    zip.close()
  }
}
