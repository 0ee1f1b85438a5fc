/**
 * First page after start, as `npm start` does it: on an empty data folder (database made, demonstration loaded, the server
 * not yet in one file) and on an existing one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { asNewAsItsSources } from '../built.mjs'
import { startServer } from './_process.ts'

const page = '/en/nl/example-town'
const restarts = 7
const start = (folder: string) => startServer(folder, 4310, page, ['./built.mjs'])

/** The first server puts itself into one file, a while after its start. */
async function untilBuilt(): Promise<void> {
  for (let seconds = 0; asNewAsItsSources() === undefined; seconds += 1) {
    if (seconds > 120) throw new Error('the server was not put into one file within two minutes')
    await wait(1000)
  }
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  rmSync(join(import.meta.dirname, '../node_modules/.cache/server'), { recursive: true, force: true })
  const first = await start(folder)
  await untilBuilt()
  await first.stop()
  const again: number[] = []
  for (let index = 0; index < restarts; index += 1) {
    const server = await start(folder)
    again.push(server.firstPageMs)
    await server.stop()
  }
  rmSync(folder, { recursive: true, force: true })
  again.sort((a, b) => a - b)
  return { firstStartMs: first.firstPageMs, restartMedianMs: again[Math.floor(restarts / 2)], restartsMs: again }
}
