/** The project's own files, as the architecture test reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const root = join(import.meta.dirname, '..', '..')

const notOurs: ReadonlySet<string> = new Set(['node_modules', '.git', '.data'])

/** Every file and folder of the project, relative to its root, with forward slashes. */
export function projectPaths(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (notOurs.has(entry.name)) return []
    return entry.isDirectory() ? [path, ...projectPaths(path)] : [path]
  })
}

export interface Import {
  /** As written: `./rules.ts`, `kysely`. */
  readonly specifier: string
  /** Relative to the project's root for a file of ours, else as written. */
  readonly target: string
  /** True where nothing of it is left when the program runs. */
  readonly typeOnly: boolean
}

export interface SourceFile {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

/** All TypeScript of the project, generated files included. */
export function sourceFiles(): SourceFile[] {
  return projectPaths()
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

/** Comments that stand on lines of their own: the others cannot look like an import. */
const comments = /^[ \t]*(?:\/\*[\s\S]*?\*\/|\/\/.*$)/gm
const declared = /^(?:import|export)\s+(?:(type)\s+)?([\w$*\s{},]*?)\s*\bfrom\s*['"]([^'"]+)['"]/gm
const bare = /^import\s*['"]([^'"]+)['"]/gm
const dynamic = /\b(typeof\s+)?import\(\s*(?:(['"`])([^'"`]+)\2)?/g

/** Stands for the target of a dynamic import that is only known when it runs. */
export const computed = '(computed)'

/** Static imports and re-exports, imports for their effect, dynamic imports and `typeof import()`. */
export function importsOf(path: string, text: string): Import[] {
  const code = text.replace(comments, '')
  const found = [
    ...[...code.matchAll(declared)].map(([, type, names = '', specifier = '']) => ({
      specifier,
      typeOnly: type === 'type' || onlyTypes(names),
    })),
    ...[...code.matchAll(bare)].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
    ...[...code.matchAll(dynamic)].map(([, type, , specifier = computed]) => ({
      specifier,
      typeOnly: type !== undefined,
    })),
  ]
  return found.map(({ specifier, typeOnly }) => ({ specifier, typeOnly, target: targetOf(path, specifier) }))
}

/** `{ type A, type B }` leaves nothing behind but the side effect of loading, which our modules do not have. */
function onlyTypes(names: string): boolean {
  const listed = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]
  if (listed === undefined) return false
  const each = listed.split(',').map((name) => name.trim())
  return each.filter((name) => name !== '').every((name) => name.startsWith('type '))
}

function targetOf(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(dirname(path), specifier) : specifier
}
