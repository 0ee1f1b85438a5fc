/**
 * A directory of services in HSDS CSV into drafts on a PostgreSQL server of its own, against COPY of the very same rows
 * into the same tables in the same run. `npm run bench -- import 50000` takes fewer than a million.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { importServices, tablesOfFolder } from '../app/areas/checklist/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { systemClock } from '../app/platform/clock.ts'
import type { Database } from '../app/platform/db/database.ts'
import { openServer } from '../app/platform/db/server.ts'
import { newId } from '../app/platform/ids.ts'
import { loadReferenceData } from '../app/reference-data.ts'
import { writeDirectory } from './_directory.ts'
import { watchMemory } from './_memory.ts'
import { type BenchServer, withServer } from './_server.ts'
import { serverCpuSeconds } from './_server-cpu.ts'

const wanted = Number(process.argv[3] ?? 1_000_000)

export async function run(): Promise<Record<string, unknown>> {
  return withServer(4315, [], measured)
}

async function measured({ folder, dataFolder, url }: BenchServer): Promise<Record<string, unknown>> {
  const files = join(folder, 'directory')
  mkdirSync(files)
  const rows = await writeDirectory(files, wanted)
  const database = openServer({ application: url, reader: undefined, intake: undefined })
  await database.migrate()
  const imported = await importAll(database, files, dataFolder)
  await database.close()
  const { seconds: copySeconds, ...copied } = await copyAgain(url, dataFolder)
  const perSecond = (seconds: number) => Math.round(wanted / seconds)
  return {
    services: wanted,
    rowsOfTheFiles: rows,
    ...imported,
    servicesPerSecond: perSecond(imported.seconds),
    copySeconds,
    ...copied,
    copyServicesPerSecond: perSecond(copySeconds),
    ratio: Math.round((copySeconds / imported.seconds) * 100) / 100,
  }
}

async function importAll(database: Database, files: string, dataFolder: string) {
  const town = await addTown(database)
  const confirmers = { faults: () => [], fill: async () => [] }
  const hooks = { placeHidden: async () => undefined, tellContactChanges: async () => undefined, confirmers }
  const deps = { ...loadReferenceData(), database, clock: systemClock, ...hooks }
  const stopWatching = await watchMemory()
  const [before, cpu, serverCpu] = [performance.now(), process.cpuUsage(), serverCpuSeconds(dataFolder)]
  const report = await importServices(deps, actOf('benchmark', 'checklist.import', systemClock.now()), {
    authority: town,
    format: 'hsds-csv',
    input: tablesOfFolder(files),
    source: 'benchmark',
    language: 'en',
    dryRun: false,
  })
  const seconds = secondsSince(before)
  const { user, system } = process.cpuUsage(cpu)
  const memory = await stopWatching()
  if (report.added !== wanted) throw new Error(`only ${report.added} services were added: ${report.faults[0]?.code}`)
  return {
    seconds,
    // Both work beside each other where there is a second processor.
    ownCpuSeconds: Math.round((user + system) / 10_000) / 100,
    serverCpuSeconds: since(serverCpu, dataFolder),
    ...memory,
  }
}

async function addTown(database: Database): Promise<string> {
  const id = newId()
  await database.db
    .insertInto('published.authority')
    .values({
      ...{ id, kind: 'municipality', country: 'NL', slug: 'example', name: 'Example Town', names: '{}' },
      ...{ official_languages: ['en'], time_zone: 'Europe/Amsterdam', domains: [], status: 'active', successor: null },
      ...{ demonstration: true, source: 'benchmark', facts_sha256: '', changed_at: new Date() },
    })
    .execute()
  return id
}

/** The rows that the import wrote, out to files of the server and in again, both tables in one transaction. */
async function copyAgain(url: string, folder: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const tables = ['office.draft_service', 'office.change']
  for (const table of tables) await client.query(`copy ${table} to '${join(folder, table)}'`)
  // What names them is empty.
  await client.query(`truncate ${tables.join(', ')} cascade`)
  await client.query('checkpoint')
  const [before, cpu] = [performance.now(), serverCpuSeconds(folder)]
  await client.query('begin')
  for (const table of tables) await client.query(`copy ${table} from '${join(folder, table)}'`)
  await client.query('commit')
  const seconds = secondsSince(before)
  const copyServerCpuSeconds = since(cpu, folder)
  await client.end()
  return { seconds, copyServerCpuSeconds }
}

const since = (before: number | undefined, folder: string): number | undefined =>
  before === undefined ? undefined : Math.round(((serverCpuSeconds(folder) ?? before) - before) * 100) / 100

const secondsSince = (before: number): number => Math.round((performance.now() - before) / 10) / 100
