/** How the words of a file become kinds of the checklist, and its headings our columns: the file given as `--map`. */
import { z } from 'zod'
import type { Checklist } from '../kinds.ts'
import { isInwardColumn, isPlainColumn, textColumn } from './csv-columns.ts'
import type { ColumnChoice } from './propose-columns.ts'
import type { ReadOptions } from './record.ts'

const kindName = z.union([z.string().min(1), z.int()])

export const importMap = z.strictObject({
  /** The file's own word or code → id or number of a kind. */
  kinds: z.record(z.string(), kindName).default({}),
  /** For services whose kind the file does not say. */
  defaultKind: kindName.optional(),
  /** Ids in the file of services in a confidential place. */
  confidential: z.array(z.string()).default([]),
  /** Of a table: heading → our column; headings that are left out are not read. */
  columns: z.record(z.string(), z.string()).optional(),
  /** Heading whose cells tell the services apart, where it stands for another column as well. */
  id: z.string().optional(),
})
export type ImportMap = z.input<typeof importMap>

/** The map names something that is not there. */
export class ImportMapFault extends Error {}

/** @throws {ImportMapFault} with a sentence. */
function parsedMap(value: unknown) {
  const parsed = importMap.safeParse(value ?? {})
  if (!parsed.success) throw new ImportMapFault(`The map is not readable: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/**
 * What the map says about the columns of a table; undefined where it says nothing.
 *
 * @throws {ImportMapFault} with a sentence, where it names a column that does not exist, one twice, or none for the id.
 */
export function columnsOfMap(value: unknown, format: string): ColumnChoice | undefined {
  const { columns, id } = parsedMap(value)
  if (!columns) {
    if (id === undefined) return undefined
    throw new ImportMapFault('The map names the column of the id and no other: "columns" says what they hold.')
  }
  if (format !== 'csv' && format !== 'xlsx') {
    throw new ImportMapFault(`The map names columns, and ${format} has none of its own: leave "columns" out.`)
  }
  const ours = Object.values(columns)
  const unknown = ours.find((name) => !(isPlainColumn(name) || isInwardColumn(name) || textColumn(name, 'en')))
  if (unknown !== undefined) throw new ImportMapFault(`The map names a column that does not exist: ${unknown}`)
  const twice = ours.find((name, index) => ours.indexOf(name) !== index)
  if (twice !== undefined) throw new ImportMapFault(`The map names two headings for one column: ${twice}`)
  const heading = id ?? Object.entries(columns).find(([, name]) => name === 'source_id')?.[0]
  if (heading === undefined) {
    throw new ImportMapFault('The map names no heading for the id: add one for "source_id", or say which as "id".')
  }
  return { id: heading, columns }
}

const foldedWord = (word: string): string => word.trim().toLowerCase()

/** @throws {ImportMapFault} with a sentence, where the map is not of this shape or names a kind that does not exist. */
export function readImportMap(
  value: unknown,
  checklist: Checklist,
): Pick<ReadOptions, 'kindOf' | 'defaultKind' | 'confidential'> {
  const { kinds, defaultKind, confidential } = parsedMap(value)
  const known = new Map(checklist.kinds.flatMap(({ id, number }) => [[id, id] as const, [String(number), id] as const]))
  const idOf = (name: string | number): string => {
    const id = known.get(String(name))
    if (!id) throw new ImportMapFault(`The map names a kind that is not on the checklist: ${name}`)
    return id
  }
  const mapped = new Map(Object.entries(kinds).map(([word, name]) => [foldedWord(word), idOf(name)]))
  return {
    kindOf: (word) => mapped.get(foldedWord(word)) ?? known.get(foldedWord(word)),
    defaultKind: defaultKind === undefined ? undefined : idOf(defaultKind),
    confidential: new Set(confidential),
  }
}
