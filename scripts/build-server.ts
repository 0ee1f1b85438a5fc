/**
 * Puts the server and all of its own modules into one file, for the next start: `built.mjs` calls it and says when. Packages
 * stay outside. Beside the file stands of what it was made, so that one that is older than a source is never started.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { dirname, isAbsolute, join, relative } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { type OutputChunk, type Plugin, rolldown } from 'rolldown'

/** What `built.mjs` reads: size in bytes and time of the last change in milliseconds of each source, by path from the root. */
export interface MadeOf {
  readonly root: string
  /** The one file, within the folder. */
  readonly file: string
  readonly files: readonly string[]
  readonly sources: readonly (readonly [path: string, size: number, changed: number])[]
}

/** Sources that rolldown does not read: how they are read, and which packages there are. */
const beside = ['runtime.mjs', 'built.mjs', 'scripts/build-server.ts', 'package.json', 'tsconfig.json']
const idle = 19

/** Modules look for data, locales and workers beside themselves: they go on doing so where they came from. */
const ownPlace: Plugin = {
  name: 'own-place',
  transform(code, id) {
    if (!code.includes('import.meta.')) return null
    const placed = code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
    // No line moves, so the map of the lines stays true.
    return { code: placed, map: null }
  },
}

/** What stands in the one file in the place of a module. */
const checkedIn = (root: string, checked: Checked): Plugin => ({
  name: 'checked-data',
  load(id) {
    if (id !== join(root, 'app/platform/checked-data.ts')) return null
    // As a text: that is read faster than the same as a program.
    return `export const checkedData = JSON.parse(${JSON.stringify(JSON.stringify(checked))})`
  },
})

/** Values of data files by name within `data/`: they were checked, and are what they are as JSON. */
type Checked = Readonly<Record<string, unknown>>

function dataFiles(root: string, checked: Checked): string[] {
  for (const [name, value] of Object.entries(checked)) {
    if (!isDeepStrictEqual(value, JSON.parse(JSON.stringify(value)))) throw new Error(`data/${name} is more than JSON`)
  }
  return Object.keys(checked).map((name) => join(root, 'data', name))
}

const isOwn = (id: string) => id.startsWith('.') || id.startsWith('#jsx/') || isAbsolute(id)

/**
 * @param root of the project, or in a test of a small one.
 * @param folder is made where there is none.
 * @param checked data that the next start need not check again.
 */
export async function buildServer(root: string, folder: string, checked: Checked = {}): Promise<MadeOf> {
  // What changes while it is read is a change.
  const begun = Date.now()
  const bundle = await rolldown({
    input: join(root, 'server.ts'),
    cwd: root,
    platform: 'node',
    external: (id, from) => from !== undefined && !isOwn(id),
    transform: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
    plugins: [ownPlace, checkedIn(root, checked)],
    // Said of every module with a place of its own, and of the `#jsx` that tsconfig.json names too.
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({
    format: 'es',
    sourcemap: true,
    // Names stay as they are: errors tell them.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
    entryFileNames: '[name]-[hash].mjs',
    chunkFileNames: '[name]-[hash].mjs',
  })
  const unseen = [...beside.map((path) => join(root, path)), ...dataFiles(root, checked)]
  const sources = [...new Set([...(await bundle.watchFiles), ...unseen])].sort()
  await bundle.close()
  const entry = output.find((one): one is OutputChunk => one.type === 'chunk' && one.isEntry)
  if (!entry) throw new Error('no file was made of server.ts')
  const made: MadeOf = {
    root,
    file: entry.fileName,
    files: output.map(({ fileName }) => fileName),
    sources: sources.map((path) => {
      const { size, mtimeMs } = statSync(path)
      if (mtimeMs >= begun) throw new Error(`${relative(root, path)} has changed meanwhile`)
      return [relative(root, path), size, mtimeMs] as const
    }),
  }
  mkdirSync(folder, { recursive: true })
  for (const one of output) putAtOnce(join(folder, one.fileName), one.type === 'chunk' ? one.code : one.source)
  keep(made, folder)
  return made
}

/** At once or not at all: a start may read it at any moment, and another server may be making the same. */
function putAtOnce(path: string, content: string | Uint8Array): void {
  const fresh = `${path}.${process.pid}`
  writeFileSync(fresh, content)
  renameSync(fresh, path)
}

/** A server that runs may still load a part of the file before: that one is kept, older ones go. */
function keep(made: MadeOf, folder: string): void {
  const list = join(folder, 'made-of.json')
  const before: MadeOf | undefined = readdirSync(folder).includes('made-of.json')
    ? JSON.parse(readFileSync(list, 'utf8'))
    : undefined
  putAtOnce(list, JSON.stringify(made))
  const kept = new Set(['made-of.json', ...made.files, ...(before?.files ?? [])])
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name))
}

if (import.meta.main) {
  setPriority(idle)
  const root = join(import.meta.dirname, '..')
  const { checkShippedData } = await import('../app/reference-data.ts')
  await buildServer(root, join(root, 'node_modules/.cache/server'), checkShippedData())
}
