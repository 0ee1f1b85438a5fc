/** An Excel workbook is a zip file of parts that name each other: opened here, each part found by the file's own word. */
import { posix } from 'node:path'
import { type Entry, fromBufferPromise, openPromise } from 'yauzl'
import { readWholeXml, TooLarge } from './read-xml.ts'

/** The path of a file, or its bytes. */
export type WorkbookSource = string | Uint8Array

export type PackageParts = {
  readonly has: (name: string) => boolean
  /** @throws {TooLarge} while reading. */
  readonly read: (name: string) => AsyncIterable<Uint8Array>
  readonly close: () => void
}

/** No zip file, damaged, or locked by a password. */
export class PackageFault extends Error {}

const mostParts = 10_000

/** @param most bytes that may be unpacked, over all parts read. @throws {PackageFault} */
export async function openPackage(source: WorkbookSource, most: number): Promise<PackageParts> {
  const options = { lazyEntries: true, autoClose: false }
  const zip = await (typeof source === 'string'
    ? openPromise(source, options)
    : fromBufferPromise(Buffer.from(source), options)
  ).catch((cause) => {
    throw new PackageFault('no zip file', { cause })
  })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size === mostParts) throw new TooLarge()
      entries.set(entry.fileName.toLowerCase(), entry)
    }
  } catch (cause) {
    zip.close()
    throw cause instanceof TooLarge ? cause : new PackageFault('damaged', { cause })
  }
  let left = most
  async function* read(name: string): AsyncGenerator<Uint8Array> {
    const entry = entries.get(name.toLowerCase())
    if (!entry) throw new PackageFault(`no ${name}`)
    // What an entry says of its size is checked while it is unpacked.
    left -= entry.uncompressedSize
    if (left < 0) throw new TooLarge()
    try {
      yield* (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>
    } catch (cause) {
      throw new PackageFault('damaged', { cause })
    }
  }
  return { has: (name) => entries.has(name.toLowerCase()), read, close: () => zip.close() }
}

export type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** What a part says it belongs together with; targets as names of parts. @param part empty: the whole package. */
export async function relationsOf({ has, read }: PackageParts, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found: Relation[] = []
  if (!has(name)) return found
  await readWholeXml(read(name), {
    open: (element, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (element !== 'Relationship' || mode === 'External') return
      found.push({ id, type, target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target) })
    },
  })
  return found
}

/** Types are addresses, of one of two organisations: their last part says what it is. */
export const isOfType = ({ type }: Relation, name: string): boolean => type.endsWith(`/${name}`)
