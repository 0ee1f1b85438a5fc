/**
 * Calendar and feed of 20,000 events on a PostgreSQL server of its own: whole requests over a socket, one after another,
 * plain and compressed as clients ask for it, read by a thread of its own; beside them the page of the year. `fresh`: a town has changed an
 * event, and whoever asks first gets what is made anew; `cold`: nothing at all is in memory, as right after a start; `prepared`: the
 * first after a start that comes once the server has prepared feeds by itself, which takes some time (`prepareSeconds`); `unchanged`:
 * asked again with the `ETag`. Beside the time that passes the processor's time of both, which a busy machine changes less.
 */
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { announceEvents } from '../app/areas/events/index.ts'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { announceEverything } from '../app/platform/db/change-feed.ts'
import type { Db } from '../app/platform/db/tables.ts'
import { silentLog } from '../app/platform/log.ts'
import { type Services, startServices } from '../app/services.ts'
import { urls } from '../app/urls.ts'
import { type Client, openClient } from './_client.ts'
import { percentile } from './_percentile.ts'
import { type BenchServer, withServer } from './_server.ts'
import { serverCpuSeconds } from './_server-cpu.ts'

const port = 4372
const appPort = 4374
const wanted = Number(process.argv[3] ?? 20_000)
const turns = Number(process.argv[4] ?? 15)
const year = 2026

export const run = (): Promise<Record<string, unknown>> => withServer(port, [], measured)

/** Fictional towns in every country and its time zone, two events each; texts as long as towns write them, in two languages. */
async function fill({ database, reference }: Services): Promise<void> {
  const { db } = database
  const countries = reference.countries.list.map(({ iso }) => iso)
  const zones = reference.countries.list.map(({ timeZone }) => timeZone)
  const what =
    'Police, doctors and counsellors show in one place how they work together when a child tells of violence. '
  await sql`
    insert into published.authority
      (id, kind, country, slug, name, time_zone, latitude, longitude, facts_sha256, changed_at, demonstration)
    select gen_random_uuid(), 'municipality', (${countries}::text[])[1 + n % ${countries.length}], 'bench-' || n,
      'Bench ' || n, (${zones}::text[])[1 + n % ${zones.length}], 38 + random() * 25, -5 + random() * 35, '', now(), true
    from generate_series(1, ${Math.ceil(wanted / 2)}) n`.execute(db)
  await sql`insert into published.event_edition (year, themes, source, demonstration, changed_at)
    values (${year}, '{}', '', true, now()) on conflict do nothing`.execute(db)
  await sql`
    insert into published.event (id, authority, country, year, version, status, access, kind, starts, ends, zone,
      starts_at, place, online, language, languages, titles, texts, people, told, first_published_at, published_at)
    select gen_random_uuid(), town.id, town.country, ${year}, 1 + n % 3,
      case when n % 20 = 0 then 'cancelled' else 'planned' end, case when n % 10 = 0 then 'invited' else 'public' end,
      (array['talk', 'school', 'family', 'training'])[1 + n % 4], day + time '10:00', day + time '12:00', town.time_zone,
      (day + time '10:00') at time zone town.time_zone,
      case when n % 10 = 0 then null else 'Town hall, Market Square ' || n end, false, 'en', '{en,de}',
      jsonb_build_object('en', 'An open afternoon of all services ' || n, 'de', 'Ein offener Nachmittag für alle ' || n),
      jsonb_build_object('en', ${what + what}::text, 'de', ${what + what}::text), null, false, now(), now() - random() * interval '9 days'
    from (
      select *, date '2026-11-11' + (n % 14)::integer as day
      from (select town.*, row_number() over (order by town.id) as n
        from published.authority town, generate_series(1, 2) where slug like 'bench-%') numbered
    ) town order by id limit ${wanted}`.execute(db)
  await sql`vacuum analyze`.execute(db)
}

/** As publishing does: a version more, and every node is told. */
async function changeOne(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ country: string; authority: string }>`
      update published.event set version = version + 1, published_at = now()
      where id = (select id from published.event where country = 'NL' and year = ${year} order by id limit 1)
      returning country, authority`.execute(tx)
    await announceEvents(
      tx,
      rows.map((one) => ({ ...one, year })),
    )
  })
}

interface Asked {
  readonly client: Client
  readonly origin: string
  readonly dataFolder: string
}

async function times(
  { client, origin, dataFolder }: Asked,
  path: string,
  given: { readonly count: number; readonly headers: Record<string, string>; readonly before: () => Promise<void> },
) {
  const [found, busy]: [number[], number[]] = [[], []]
  let [bytes, status] = [0, 0]
  const databaseBegan = serverCpuSeconds(dataFolder) ?? Number.NaN
  for (let turn = 0; turn < given.count; turn += 1) {
    await given.before()
    const cpu = process.threadCpuUsage()
    const answer = await client.ask(`${origin}${path}`, given.headers)
    found.push(answer.ms)
    const { user, system } = process.threadCpuUsage(cpu)
    busy.push((user + system) / 1000)
    ;({ bytes, status } = answer)
  }
  const databaseCpuMs = (((serverCpuSeconds(dataFolder) ?? Number.NaN) - databaseBegan) / given.count) * 1000
  const rounded = (value: number) => Math.round(value * 100) / 100
  const at = (share: number) => rounded(percentile(found, share))
  const cpuMs = { ours: rounded(percentile(busy, 0.5)), database: Math.round(databaseCpuMs) }
  return { status, p50: at(0.5), worst: at(1), cpuMs, kilobytes: Math.round(bytes / 1024) }
}

async function measured({ url, dataFolder }: BenchServer): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const origin = `http://localhost:${appPort}`
  const env = { DATA_DIR: folder, DATABASE_URL: url, BASE_URL: origin, LOG_LEVEL: 'silent', SECRET: 'b'.repeat(32) }
  const config = readConfig(env)
  const services = await startServices(config, silentLog)
  await fill(services)
  const { helpPages, listener, prepare } = await compose(services)
  const server = createServer(listener).listen(appPort, 'localhost')
  await once(server, 'listening')
  const client = openClient()
  const asked = { client, origin, dataFolder }
  const { db } = services.database
  const gone = async (key: string) => {
    while (helpPages.pageCache.peek(key)) await new Promise((resolve) => setImmediate(resolve))
  }
  const both = async (path: string) => {
    const change = async () => {
      await changeOne(db)
      await gone(path)
    }
    const forget = async () => {
      await announceEverything(db)
      await gone(path)
    }
    const gzip = { 'accept-encoding': 'gzip' }
    const started = async () => {
      await forget()
      await prepare(
        () => false,
        (part) => part(),
      )
    }
    const cold = await times(asked, path, { count: Math.ceil(turns / 3), headers: {}, before: forget })
    const prepared = await times(asked, path, { count: 2, headers: {}, before: started })
    const fresh = await times(asked, path, { count: turns, headers: {}, before: change })
    const freshGzip = await times(asked, path, { count: turns, headers: gzip, before: change })
    const { etag } = await client.ask(`${origin}${path}`, {})
    const again = { count: turns * 10, headers: { 'if-none-match': etag }, before: async () => undefined }
    return { cold, prepared, fresh, freshGzip, unchanged: await times(asked, path, again) }
  }
  const begun = performance.now()
  await prepare(() => false)
  const prepareSeconds = Math.round((performance.now() - begun) / 1000)
  const ics = await both(urls.eventsFeed('en', year, 'ics'))
  const atom = await both(urls.eventsFeed('en', year, 'atom'))
  const country = await both(urls.eventsFeed('en', year, 'ics', { country: 'NL' }))
  const page = await both(urls.events('en', year))
  await client.close()
  server.close()
  await services.close()
  rmSync(folder, { recursive: true, force: true })
  const load = loadavg().map((one) => Math.round(one * 10) / 10)
  return { reach: { freshMs: 300, unchangedMs: 5 }, events: wanted, load, prepareSeconds, ics, atom, country, page }
}
