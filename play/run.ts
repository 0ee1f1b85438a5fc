/**
 * `npm run play -- NAME [--shots DIR]`: plays something from its first command to its last page, as people would, in a
 * browser on an instance of its own. It prints what each part cost, and which pages were seen, as Markdown; it ends with 1
 * where something did not become as it should. No test: it takes minutes, and says how many.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const plays: Readonly<Record<string, () => Promise<{ play: (shots: string) => Promise<string> }>>> = {
  france: () => import('./france/week.ts'),
}

const { values, positionals } = parseArgs({ options: { shots: { type: 'string' } }, allowPositionals: true })
const load = plays[positionals[0] ?? '']
if (!load) {
  console.error(`Which play? ${Object.keys(plays).join(', ')}`)
  process.exit(1)
}
const shots = values.shots === undefined ? mkdtempSync(join(tmpdir(), 'safe-towns-shots-')) : resolve(values.shots)
const { play } = await load()
try {
  console.log(await play(shots))
} finally {
  console.error(`pictures: ${shots}`)
}
process.exit(0)
