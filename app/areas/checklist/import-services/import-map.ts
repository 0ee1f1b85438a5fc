/** How the words of a file become kinds of the checklist: the file given as `--map`. */
import { z } from 'zod'
import type { Checklist } from '../kinds.ts'
import type { ReadOptions } from './record.ts'

const kindName = z.union([z.string().min(1), z.int()])

export const importMap = z.strictObject({
  /** The file's own word or code → id or number of a kind. */
  kinds: z.record(z.string(), kindName).default({}),
  /** For services whose kind the file does not say. */
  defaultKind: kindName.optional(),
  /** Ids in the file of services in a confidential place. */
  confidential: z.array(z.string()).default([]),
})
export type ImportMap = z.input<typeof importMap>

/** The map names something that is not there. */
export class ImportMapFault extends Error {}

const foldedWord = (word: string): string => word.trim().toLowerCase()

/** @throws {ImportMapFault} with a sentence, where the map is not of this shape or names a kind that does not exist. */
export function readImportMap(
  value: unknown,
  checklist: Checklist,
): Pick<ReadOptions, 'kindOf' | 'defaultKind' | 'confidential'> {
  const parsed = importMap.safeParse(value ?? {})
  if (!parsed.success) throw new ImportMapFault(`The map is not readable: ${z.prettifyError(parsed.error)}`)
  const known = new Map(checklist.kinds.flatMap(({ id, number }) => [[id, id] as const, [String(number), id] as const]))
  const idOf = (name: string | number): string => {
    const id = known.get(String(name))
    if (!id) throw new ImportMapFault(`The map names a kind that is not on the checklist: ${name}`)
    return id
  }
  const { kinds, defaultKind, confidential } = parsed.data
  const mapped = new Map(Object.entries(kinds).map(([word, name]) => [foldedWord(word), idOf(name)]))
  return {
    kindOf: (word) => mapped.get(foldedWord(word)) ?? known.get(foldedWord(word)),
    defaultKind: defaultKind === undefined ? undefined : idOf(defaultKind),
    confidential: new Set(confidential),
  }
}
