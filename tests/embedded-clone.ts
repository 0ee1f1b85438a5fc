/**
 * Clones of an embedded database. Tests open hundreds of them, and new memory is what opening one costs most: so they
 * share the bytes of the template, and a file is copied when it is first written.
 */
import { readFileSync } from 'node:fs'
import { MemoryFS } from '@electric-sql/pglite'

interface TemplateFile {
  readonly path: string
  /** Undefined for a folder. */
  readonly bytes: Uint8Array | undefined
}

/** What we use of a file in Emscripten's memory. */
interface MemoryNode {
  contents: Uint8Array
  stream_ops: Readonly<Record<string, (...given: never[]) => unknown>>
}

/** What we use of Emscripten's file system. */
interface MemoryFiles {
  mkdirTree(path: string): void
  writeFile(path: string, bytes: Uint8Array, options: { readonly canOwn: boolean }): void
  lookupPath(path: string): { readonly node: MemoryNode }
}

const dataFolder = '/pglite/data'

/** Smaller than the product's: memory that is cleared or copied takes its time at every start. */
export const small = {
  initDbStartParams: ['--wal-segsize=1'],
  startParams: ['-c', 'shared_buffers=8MB'],
}

/** One a worker. */
const templates = new Map<string, readonly TemplateFile[]>()

/** @param dump a file with a dump of a database that has been to a checkpoint, not compressed. */
export function cloneOf(dump: string): MemoryFS {
  const files = templates.get(dump) ?? filesOf(readFileSync(dump))
  templates.set(dump, files)
  return new Clone(files)
}

/** A tape archive: a block with the name of a file, its size and its kind, then its bytes in whole blocks. */
function filesOf(tar: Buffer): TemplateFile[] {
  const block = 512
  const files: TemplateFile[] = []
  const text = (from: number, length: number) => tar.toString('latin1', from, from + length).replace(/\0.*$/s, '')
  for (let at = 0; at < tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8)
    const from = at + block
    const isFolder = text(at + 156, 1) === '5'
    files.push({
      path: dataFolder + text(at + 345, 155) + text(at, 100),
      bytes: isFolder ? undefined : tar.subarray(from, from + size),
    })
    at = from + Math.ceil(size / block) * block
  }
  return files
}

class Clone extends MemoryFS {
  readonly #files: readonly TemplateFile[]

  constructor(files: readonly TemplateFile[]) {
    super()
    this.#files = files
  }

  override async initialSyncFs(): Promise<void> {
    const files: MemoryFiles | undefined = this.pg?.Module.FS
    if (!files) throw new Error('the database is not ready for its files')
    files.mkdirTree(dataFolder)
    for (const { path, bytes } of this.#files) {
      if (!bytes) files.mkdirTree(path)
      else {
        files.writeFile(path, bytes, { canOwn: true })
        copyWhenWritten(files.lookupPath(path).node)
      }
    }
  }
}

/** Growing and shrinking copy by themselves; what writes in place is done to a copy. */
function copyWhenWritten(node: MemoryNode): void {
  const shared = node.contents
  const memory = node.stream_ops
  const onCopy =
    (name: 'write' | 'mmap') =>
    (...given: never[]) => {
      if (node.contents === shared) node.contents = Uint8Array.from(shared)
      return memory[name]?.(...given)
    }
  node.stream_ops = { ...memory, write: onCopy('write'), mmap: onCopy('mmap') }
}
