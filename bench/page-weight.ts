/**
 * Bytes of the help page of Example Town (40 own services and the inherited ones) as a browser gets it, per
 * language; and of the table of the toolkit's languages, as the first stock fills it and with every resource in every
 * language. What counts are the bytes as sent (decision 110).
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type StartedServer, startServer } from './_process.ts'
import { writeFullToolkit } from './_toolkit-folder.ts'

const languages = ['en', 'fr', 'de', 'ar']

/** The body exactly as sent; `fetch` would unpack it. */
function bytesSent(url: string, encoding: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encoding } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => (bytes += chunk.byteLength))
      response.on('end', () => resolve(bytes))
    }).on('error', reject)
  })
}

/**
 * The best compression follows the first answer in the background: asks until the page has not shrunk for two seconds. It may
 * have been made anew meanwhile, as the demonstration is still being filled.
 */
async function settledBytes(url: string): Promise<{ first: number; settled: number }> {
  const first = await bytesSent(url, 'br')
  let settled = first
  for (let still = 0; still < 100; still += 1) {
    const now = await bytesSent(url, 'br')
    if (now < settled) still = 0
    settled = Math.min(settled, now)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return { first, settled }
}

async function matrixIn({ baseUrl }: StartedServer): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const language of languages) {
    const url = `${baseUrl}/${language}/toolkit/languages`
    const html = await (await fetch(url)).text()
    const [brotli, cells] = [(await settledBytes(url)).settled, html.split('?read=').length - 1]
    found[language] = { brotli, html: Buffer.byteLength(html), cells }
  }
  return found
}

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const server = await startServer(folder, 4311, '/en')
  const pages: Record<string, unknown> = {}
  for (const language of languages) {
    const url = `${server.baseUrl}/${language}/nl/example-town`
    const { first, settled } = await settledBytes(url)
    const html = await (await fetch(url)).text()
    const services = html.split('data-service=').length - 1
    pages[language] = { brotli: settled, brotliFirstAnswer: first, html: Buffer.byteLength(html), services }
  }
  const toolkitMatrix = await matrixIn(server)
  await server.stop()
  const toolkit = join(folder, 'full-toolkit')
  writeFullToolkit(toolkit)
  execFileSync(process.execPath, ['--import', './runtime.mjs', 'cli.ts', 'import', 'toolkit', toolkit], {
    env: { ...process.env, DATA_DIR: folder, NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const again = await startServer(folder, 4311, '/en')
  const fullToolkitMatrix = await matrixIn(again)
  await again.stop()
  rmSync(folder, { recursive: true, force: true })
  const script = statSync(join(import.meta.dirname, '../assets/scripts/quick-exit.js')).size
  return {
    reach: { latin: 14_000, otherScripts: 20_000, script: 2_000, toolkitMatrix: 30_000 },
    script,
    pages,
    toolkitMatrix,
    fullToolkitMatrix,
  }
}
