/** A server process of our own for benchmarks: started from the outside, as people start it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

export interface StartedServer {
  readonly process: ChildProcess
  readonly baseUrl: string
  /** Milliseconds from the start of the process to the first whole answer. */
  readonly firstPageMs: number
  stop(): Promise<void>
}

/**
 * Starts `server.ts` on the data folder and asks for `path` until it answers.
 *
 * @param before what `npm start` loads besides `runtime.mjs`.
 */
export async function startServer(
  dataDir: string,
  port: number,
  path: string,
  before: readonly string[] = [],
): Promise<StartedServer> {
  const baseUrl = `http://localhost:${port}`
  const begun = performance.now()
  const loaded = ['./runtime.mjs', ...before].flatMap((file) => ['--import', file])
  const child = spawn(process.execPath, [...loaded, 'server.ts'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', NODE_ENV: 'development' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const firstPageMs = await untilAnswered(`${baseUrl}${path}`, begun).catch((error: unknown) => {
    // Left alone it would hold the port, and whatever waits for its output.
    child.kill('SIGKILL')
    throw error
  })
  return {
    process: child,
    baseUrl,
    firstPageMs,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function untilAnswered(url: string, begun: number): Promise<number> {
  for (let attempt = 0; attempt < 12_000; attempt += 1) {
    try {
      const response = await fetch(url)
      await response.arrayBuffer()
      if (response.ok) return Math.round(performance.now() - begun)
    } catch {
      // Not listening yet.
    }
    await wait(10)
  }
  throw new Error('the server did not answer within two minutes')
}
