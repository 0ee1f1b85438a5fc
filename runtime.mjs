// Loaded before everything else (`node --import ./runtime.mjs …`): makes sure that the right Node runs, then lets it run
// TypeScript with JSX. Plain JavaScript on purpose: an old Node must get as far as the sentence below.
import { readFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const wanted = 26
const running = Number(process.versions.node.split('.')[0])
if (running < wanted) {
  process.stderr.write(
    `Safe Towns runs on Node ${wanted} or newer; this is Node ${process.versions.node}. "npm ci" brings the right one ` +
      'through the npm package "node", unless install scripts are refused: allow them for the package "node" ' +
      '(npm ci --ignore-scripts=false, or "npm install-scripts approve node"), then run "npm ci" again.\n',
  )
  process.exit(1)
}

// What Node has compiled is kept in this clone and used by the next start; where it cannot be written, Node compiles anew.
module.enableCompileCache(join(import.meta.dirname, 'node_modules/.cache/compiled'))

// Node itself takes the types out of `.ts`; of JSX it knows nothing.
const { transformSync } = await import('oxc-transform')
const jsx = { runtime: 'automatic', importSource: '#jsx' }
// A file named in full beside the one that asks for it: Node would look for its real path and its package each time.
const named = /^\.{1,2}\/.*\.(?:m?js|tsx?)$/
module.registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!context.conditions.includes('import') || !named.test(specifier)) return nextResolve(specifier, context)
    return { url: new URL(specifier, context.parentURL).href, shortCircuit: true }
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const path = fileURLToPath(url)
    const { code, errors, map } = transformSync(path, readFileSync(path, 'utf8'), {
      lang: 'tsx',
      jsx,
      typescript: { onlyRemoveTypeImports: true },
      sourcemap: true,
    })
    if (errors.length > 0) throw new SyntaxError(errors.map((error) => error.codeframe ?? error.message).join('\n'))
    const source = `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}`
    return { format: 'module', source, shortCircuit: true }
  },
})
// Lines in an error are those of the source.
process.setSourceMapsEnabled(true)
