/** `npm run bench -- NAME`: runs bench/NAME.ts and prints its figures as one line of JSON. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [name] = process.argv.slice(2)
const folder = import.meta.dirname
const benches = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.startsWith('_'))
  .map((file) => file.slice(0, -'.ts'.length))

if (!name || !existsSync(join(folder, `${name}.ts`))) {
  console.error(`Which benchmark? ${benches.join(', ')}`)
  process.exit(1)
}
const { run }: { run: () => Promise<Record<string, unknown>> } = await import(join(folder, `${name}.ts`))
console.log(JSON.stringify({ bench: name, ...(await run()) }))
process.exit(0)
