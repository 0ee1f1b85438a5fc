/**
 * Once before all tests: two templates of the embedded database (migrated, with the queue laid out; with the demonstration
 * network, too), as dumps to clone from, a PostgreSQL server with the same two, and the browser unpacked. The databases are
 * thrown away afterwards.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import type { Database } from '../app/platform/db/database.ts'
import { openInMemory } from '../app/platform/db/embedded.ts'
import { openServer } from '../app/platform/db/server.ts'
import { createJobs } from '../app/platform/jobs/jobs.ts'
import { silentLog } from '../app/platform/log.ts'
import { startServices } from '../app/services.ts'
import { unpackBrowser } from './browser.ts'
import { small } from './embedded-clone.ts'
import { freePort } from './free-port.ts'
import { startPostgres } from './postgres-server.ts'

/** What a database of a test begins with. */
export type Template = 'migrated' | 'demonstration'

declare module 'vitest' {
  interface ProvidedContext {
    /** Files with the dumps of embedded databases. */
    embeddedTemplates: Readonly<Record<Template, string>>
    /** Address of the server's maintenance database; the templates beside it are called `template_…`. */
    serverUrl: string
  }
}

/** Takes longer than opening a database: done once for all tests. */
async function layOutQueue(database: Database): Promise<void> {
  const jobs = createJobs({ database, log: silentLog, jobs: [] })
  await jobs.start()
  await jobs.stop()
}

/** As `npm start` leaves an empty database. Closes the database. */
async function loadNetwork(database: Database, dataDir: string): Promise<void> {
  const services = await startServices(readConfig({ DATA_DIR: dataDir }), silentLog, { database })
  await loadDemonstration(services)
  // With the queues of all jobs.
  await services.jobs.start()
  await services.close()
}

/** Two thirds of the files of a dump are PostgreSQL's own template databases, which no test connects to. */
async function dropTemplateDatabases({ db }: Database): Promise<void> {
  await sql`update pg_database set datistemplate = false`.execute(db)
  for (const name of ['template0', 'template1']) await sql`drop database ${sql.id(name)}`.execute(db)
}

async function dumpEmbedded(folder: string): Promise<Record<Template, string>> {
  const files = { migrated: join(folder, 'migrated.tar'), demonstration: join(folder, 'demonstration.tar') }
  const database = await openInMemory(small)
  const dumpTo = async (file: string) => {
    // Or every clone would begin by doing again what the log says.
    await sql`checkpoint`.execute(database.db)
    writeFileSync(file, new Uint8Array(await (await database.dump()).arrayBuffer()))
  }
  await dropTemplateDatabases(database)
  await database.migrate()
  await layOutQueue(database)
  await dumpTo(files.migrated)
  await loadNetwork({ ...database, close: () => dumpTo(files.demonstration) }, folder)
  await database.close()
  return files
}

/** Nothing on it has to outlive the machine; starting helpers for a query takes longer than any query of a test. */
const serverSettings = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'],
  ...['max_parallel_workers_per_gather=0', 'jit=off'],
]

async function startServer(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const settings = serverSettings.flatMap((setting) => ['-c', setting])
  const server = await startPostgres({ folder, port: await freePort(), settings })
  const { address } = server
  const open = (database: string) =>
    openServer({ application: address(database), reader: undefined, intake: undefined })
  await server.createDatabase('template_migrated')
  const migrated = open('template_migrated')
  await migrated.migrate()
  await layOutQueue(migrated)
  await migrated.close()
  await server.createDatabase('template_demonstration')
  const demonstration = open('template_demonstration')
  await demonstration.migrate()
  await loadNetwork(demonstration, folder)
  return { url: address('postgres'), stop: () => server.stop() }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-tests-'))
  // Whoever runs the tests of one database does not wait for the other.
  const isRun = (name: string) => project.vitest.projects.some((one) => one.name === name)
  const [server, templates] = await Promise.all([
    isRun('server') ? startServer(folder) : undefined,
    isRun('embedded') ? dumpEmbedded(folder) : undefined,
    unpackBrowser(),
  ])
  if (templates) project.provide('embeddedTemplates', templates)
  if (server) project.provide('serverUrl', server.url)
  return async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
