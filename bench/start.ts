/** First page after start: on an empty data folder (database made, demonstration loaded) and on an existing one. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from './_process.ts'

const page = '/en/nl/example-town'
const restarts = 5

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const first = await startServer(folder, 4310, page)
  await first.stop()
  const again: number[] = []
  for (let index = 0; index < restarts; index += 1) {
    const server = await startServer(folder, 4310, page)
    again.push(server.firstPageMs)
    await server.stop()
  }
  rmSync(folder, { recursive: true, force: true })
  again.sort((a, b) => a - b)
  return { firstStartMs: first.firstPageMs, restartMedianMs: again[Math.floor(restarts / 2)], restartsMs: again }
}
