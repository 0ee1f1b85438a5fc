// Loaded after `runtime.mjs` (`node --import ./runtime.mjs --import ./built.mjs server.ts`): starts the server from one
// file instead of two thousand, where there is one that is as new as every source it was made of. Where there is none, the
// sources run, and a while later `scripts/build-server.ts` makes one for the next start. Nothing has to be built by hand.
import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const root = import.meta.dirname
const folder = join(root, 'node_modules/.cache/server')
/** The first minute of a start belongs to those who wait for it. */
const quietMilliseconds = 10_000

/**
 * @param {string} [from] where `scripts/build-server.ts` writes
 * @param {string} [sources] of what
 * @returns {string | undefined} the path of the one file, unless a source is another than it was made of
 */
export function asNewAsItsSources(from = folder, sources = root) {
  let made
  try {
    made = JSON.parse(readFileSync(join(from, 'made-of.json'), 'utf8'))
  } catch {
    // None has been made yet, or somebody is clearing the folder: the sources run.
    return undefined
  }
  // Paths are part of what was made: a copy of the folder in another place is not of these sources.
  if (made.root !== sources) return undefined
  const isSame = ([path, size, changed]) => {
    const now = statSync(join(sources, path), { throwIfNoEntry: false })
    return now !== undefined && now.size === size && now.mtimeMs === changed
  }
  const file = join(from, made.file)
  return made.sources.every(isSame) && statSync(file, { throwIfNoEntry: false }) ? file : undefined
}

function buildForTheNextStart() {
  const script = join(root, 'scripts/build-server.ts')
  const building = spawn(process.execPath, ['--import', join(root, 'runtime.mjs'), script], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  building.unref()
  building.stderr.unref()
  let said = ''
  building.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  building.on('error', ({ message }) => tell(message))
  building.on('exit', (code) => code !== 0 && code !== null && tell(said))
  process.once('exit', () => building.kill())
}

function tell(why) {
  process.stderr.write(`The next start will take a second longer: the server could not be put into one file.\n${why}\n`)
}

const server = pathToFileURL(join(root, 'server.ts')).href
if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === server) {
  const file = asNewAsItsSources()
  if (file === undefined) setTimeout(buildForTheNextStart, quietMilliseconds).unref()
  else {
    const url = pathToFileURL(file).href
    module.registerHooks({
      resolve(specifier, context, nextResolve) {
        return specifier === server ? { url, format: 'module', shortCircuit: true } : nextResolve(specifier, context)
      },
    })
  }
}
