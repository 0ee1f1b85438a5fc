/** A folder of resources: `toolkit.csv`, the texts that it names, `packages.json` where there are packages. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { about } from '../../platform/data-file.ts'
import type { KeptFile } from '../../platform/files/file-types.ts'
import { packagesFile, type ResourcePackage } from './resource-schema.ts'
import { type Column, columns, optional, type ReadResource, readTable, type TableFault } from './resource-table.ts'

/** The folder cannot be read at all. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault'
}

export interface ReadFolder {
  readonly resources: readonly ReadResource[]
  readonly faults: readonly TableFault[]
  readonly packages: readonly ResourcePackage[] | undefined
}

const packagesDocument = z.strictObject({ about, packages: packagesFile })

/** A file for the toolkit: taken, or why not, in words. */
export type TakeFile = (content: Uint8Array, title: string) => Promise<KeptFile | string>

/** @throws {FolderFault} */
export async function readFolder(
  folder: string,
  languages: ReadonlySet<string>,
  takeFile: TakeFile,
): Promise<ReadFolder> {
  const table = join(folder, 'toolkit.csv')
  if (!existsSync(table)) throw new FolderFault(`${folder} has no toolkit.csv`)
  const [heading = [], ...lines] = linesIn(readFileSync(table, 'utf8'))
  const missing = columns.filter((column) => !optional.has(column) && !heading.includes(column))
  const unknown = heading.filter((name) => !columns.some((column) => column === name))
  if (missing.length > 0) throw new FolderFault(`toolkit.csv lacks the columns ${missing.join(', ')}`)
  if (unknown.length > 0) throw new FolderFault(`toolkit.csv has columns that mean nothing: ${unknown.join(', ')}`)
  const rows = lines.map((cells, index) => ({
    line: index + 2,
    cells: Object.fromEntries(heading.map((name, at) => [name as Column, cells[at] ?? ''])),
  }))
  const textOf = (file: string) => {
    const path = join(folder, basename(file))
    return basename(file) === file && existsSync(path) ? readFileSync(path, 'utf8') : undefined
  }
  const taken = new Map<number, KeptFile | string>()
  for (const { line, cells } of rows) {
    const name = (cells['file'] ?? '').trim()
    const path = join(folder, basename(name))
    if (name === '') continue
    const isThere = basename(name) === name && existsSync(path)
    taken.set(
      line,
      isThere ? await takeFile(readFileSync(path), (cells['title'] ?? '').trim()) : 'there is no such file',
    )
  }
  const known = { languages, textOf, fileOf: (line: number) => taken.get(line) }
  return { ...readTable(rows, known), packages: packagesIn(folder) }
}

function linesIn(text: string): string[][] {
  try {
    return parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true })
  } catch (error) {
    throw new FolderFault(`toolkit.csv is no table: ${error instanceof Error ? error.message : error}`)
  }
}

function packagesIn(folder: string): readonly ResourcePackage[] | undefined {
  const path = join(folder, 'packages.json')
  if (!existsSync(path)) return undefined
  try {
    return packagesDocument.parse(JSON.parse(readFileSync(path, 'utf8'))).packages
  } catch (error) {
    throw new FolderFault(`packages.json cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}
