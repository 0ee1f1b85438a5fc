/** A PostgreSQL server of a benchmark's own, in a folder that is thrown away. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../tests/postgres-server.ts'

export interface BenchServer {
  /** With files of the benchmark's own beside those of the server. */
  readonly folder: string
  readonly dataFolder: string
  readonly url: string
}

/** @param settings of the server: `['-c', 'work_mem=64MB']`; else those it comes with. */
export async function withServer<T>(
  port: number,
  settings: readonly string[],
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const server = await startPostgres({ folder, port, settings })
  try {
    return await work({ folder, dataFolder: server.dataFolder, url: server.address('postgres') })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
