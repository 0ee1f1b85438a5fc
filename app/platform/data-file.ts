/** Reads the reference data of `data/`: JSON, checked by a schema, frozen. A fault names file, line and place. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import {
  findNodeAtLocation,
  type JSONPath,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser'
import { z } from 'zod'
import { checkedData } from './checked-data.ts'

/** A value that nobody can change: what a loader hands out is shared by the whole process. */
export type Frozen<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T

/** Reference data that must not be served. `message` lists every fault, one a line: `data/x.json:12 place: what`. */
export class DataFault extends Error {
  override readonly name = 'DataFault'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.faults = faults
  }
}

/** The head of every data file: what it is, of which day, how well supported, from where. */
export const about = z.looseObject({
  what: z.string().min(1),
  date: z.iso.date(),
  evidenceStatus: z.string().min(1),
  sources: z.array(z.looseObject({ title: z.string().min(1), key: z.string().optional() })),
})
export type About = Frozen<z.infer<typeof about>>

const packageRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Where the reference data is, for what is one file for each of something. */
export const dataFolder = (root: string = packageRoot): string => join(root, 'data')

/**
 * Reads `data/<name>` under `root` (the package itself unless a test says otherwise).
 * @throws DataFault with every fault: unreadable file, JSON syntax, a key given twice, or what the schema refuses.
 */
export function readDataFile<T>(name: string, schema: z.ZodType<T>, root: string = packageRoot): Frozen<T> {
  const known = root === packageRoot ? checkedData[name] : undefined
  if (known !== undefined) return frozen(known as T)
  const checked = checkedFile(name, schema, root)
  if (root === packageRoot) noteChecked?.(name, checked)
  return checked
}

let noteChecked: ((name: string, value: unknown) => void) | undefined

/** @returns what was read and checked by `load`, by name within `data/`. @throws Error where a file is read as two things. */
export function checkedBy(load: () => void): Readonly<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  noteChecked = (name, value) => {
    if (name in found && !isDeepStrictEqual(found[name], value)) throw new Error(`data/${name} is read as two things`)
    found[name] = value
  }
  try {
    load()
  } finally {
    noteChecked = undefined
  }
  return found
}

function checkedFile<T>(name: string, schema: z.ZodType<T>, root: string): Frozen<T> {
  const file = `data/${name}`
  const text = readText(join(root, 'data', name), file)
  const value = parsedJson(text)
  const parsed = schema.safeParse(value)
  if (parsed.success && propertiesIn(text) === propertiesOf(value)) return frozen(parsed.data)
  throw new DataFault(faultsIn(text, file, parsed.error?.issues ?? []))
}

/** Undefined where the text is not JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** How many properties a JSON text names. One more than its value has: a key stands there twice. */
function propertiesIn(text: string): number {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length
}

function propertiesOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts = Object.values(value)
  return (Array.isArray(value) ? 0 : parts.length) + parts.reduce((sum, part) => sum + propertiesOf(part), 0)
}

/** Line by line: the tree that knows where everything stands is made only for a file that is refused. */
function faultsIn(text: string, file: string, issues: readonly z.core.$ZodIssue[]): string[] {
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const lineAt = lineFinder(text)
  if (errors.length > 0)
    return errors.map((e) => `${file}:${lineAt(e.offset)}: not valid JSON (${printParseErrorCode(e.error)})`)
  if (tree === undefined) return [`${file}:1: the file is empty`]
  const place = (path: JSONPath, offset = nearestNode(tree, path).offset) => `${file}:${lineAt(offset)}${spoken(path)}`
  const twice = repeatedKeys(tree).map((key) => `${place(key.path, key.offset)}: this key is given twice`)
  return [...twice, ...issues.flatMap((issue) => faultsOf(issue, place))]
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new DataFault([`${file}: cannot be read (${code})`])
  }
}

/** A key that the schema does not know stands on its own line: point there, not at the object around it. */
function faultsOf(issue: z.core.$ZodIssue, place: (path: JSONPath) => string): string[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  if (issue.code !== 'unrecognized_keys') return [`${place(path)}: ${issue.message}`]
  return issue.keys.map((key) => `${place([...path, key])}: this key is not known here`)
}

/** The node of a path or, where something is missing, of the closest thing around it that is there. */
function nearestNode(tree: Node, path: JSONPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

type RepeatedKey = { path: JSONPath; offset: number }

function repeatedKeys(node: Node, path: JSONPath = []): RepeatedKey[] {
  const children = node.children ?? []
  if (node.type === 'array') return children.flatMap((child, index) => repeatedKeys(child, [...path, index]))
  if (node.type !== 'object') return []
  const seen = new Set<string>()
  const found: RepeatedKey[] = []
  for (const property of children) {
    const [key, value] = property.children ?? []
    const name = String(key?.value)
    if (seen.has(name)) found.push({ path: [...path, name], offset: property.offset })
    seen.add(name)
    if (value) found.push(...repeatedKeys(value, [...path, name]))
  }
  return found
}

/** `countries[4].emergency.police[0].number`, after a space; nothing for the whole file. */
function spoken(path: JSONPath): string {
  const text = path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
  return text === '' ? '' : ` ${text}`
}

/** Line numbers, from 1, for offsets into a text. */
function lineFinder(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    const next = starts.findIndex((start) => start > offset)
    return next === -1 ? starts.length : next
  }
}

function frozen<T>(value: T): Frozen<T> {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value as Frozen<T>
}
